//! The timeline: what happened, in one sentence each, in order.

mod advocacy;
mod decisions;
mod drafting;
mod equality;
mod investigation;
mod learning;
mod local_resolution;
mod ombudsman;
mod organisation;
mod people;
mod proceedings;
mod redress;
mod registers;
mod review_panel;

use casework::clock::ClockChange;
use casework::closure::{Closed, Withdrawn};
use casework::event::{Event, Fact, RepresentationRecorded};
use casework::ids::{AccountId, Sealed};
use casework::intake::ProcedureJudged;
use casework::people::Channel;
use casework::point::PointNumber;
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use statute::dates::short_date;
use statute::limits::{self, LimitId};
use statute::procedure::interview::Goes;
use statute::procedure::{Finding, Outcome};

/// One entry of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The day it happened.
    pub on: Date,
    /// What happened, as a short title.
    pub title: String,
    /// What else is known without opening the vault.
    pub details: Vec<String>,
    /// Whom it names, whose account's name the page puts in.
    pub account: Option<AccountId>,
    /// A text in the vault that belongs to it.
    pub text: Option<Sealed>,
}

/// The words of an outcome.
pub const fn outcome_label(outcome: Outcome) -> &'static str {
    outcome.title()
}

/// The words of a finding.
pub const fn finding_label(finding: Finding) -> &'static str {
    finding.title()
}

/// What was acknowledged: the request for a later stage whose limit it met, or the complaint.
fn acknowledged(fact: &Fact) -> &'static str {
    let met = |limit: LimitId| {
        let mut changes = fact.clocks.iter();
        changes.any(|change| matches!(change, ClockChange::Met { limit: met, .. } if *met == limit))
    };
    if met(LimitId::ReviewPanelAcknowledgement) {
        "Request for Stage 3 acknowledged"
    } else if met(LimitId::InvestigationAcknowledgement)
        || met(LimitId::CorporateReviewAcknowledgement)
    {
        "Request for Stage 2 acknowledged"
    } else {
        "Acknowledged"
    }
}

/// Which leaflets went with an acknowledgement; `None` where none is noted.
fn given(leaflets: &[Code], settings: &Settings) -> Option<String> {
    let list = &settings.leaflets;
    let labels: Vec<&str> = leaflets.iter().map(|leaflet| list.label(leaflet)).collect();
    (!labels.is_empty()).then(|| format!("Leaflets: {}", labels.join("; ")))
}

/// A whole history. What a contact was sorted into is no second receipt.
pub fn entries(facts: &[Fact], settings: &Settings) -> Vec<TimelineEntry> {
    let mut entries: Vec<_> = facts.iter().map(|fact| entry(fact, settings)).collect();
    for (fact, entry) in facts.iter().zip(&mut entries).skip(1) {
        if let Event::RepresentationRecorded(sorted) = &fact.event {
            entry.title = format!("Sorted as {}", sorted.kind.label());
        }
    }
    entries
}

/// One fact as an entry.
pub fn entry(fact: &Fact, settings: &Settings) -> TimelineEntry {
    let (title, details) = match &fact.event {
        Event::RepresentationRecorded(recorded) => received(recorded, settings),
        Event::Acknowledged { leaflets } => {
            said_all(acknowledged(fact), [given(leaflets, settings)])
        }
        Event::Assigned { .. } => ("Assigned".to_owned(), Vec::new()),
        Event::ProcedureJudged(judged) => procedure(judged),
        Event::Declined(declined) => said("Declined to consider", declined.ground.label()),
        Event::ReferredElsewhere { route, .. } => said(
            "Referred elsewhere",
            &format!("{}: {}", route.title(), route.goes_to()),
        ),
        Event::InterestDecided(decided) => decisions::interest(decided),
        Event::DelayWeighed(weighed) => decisions::delay(weighed),
        Event::ConsentRecorded(recorded) => decisions::consent(recorded),
        Event::ProcedureChanged(changed) => decisions::procedure(changed),
        Event::PointsDeferred(deferred) => proceedings::deferred(deferred),
        Event::DeferralReviewed(reviewed) => proceedings::reviewed(reviewed),
        Event::ProceedingsEnded(ended) => proceedings::ended(ended),
        Event::Resubmitted(resubmitted) => proceedings::resubmitted(resubmitted),
        Event::ReviewerAppointed { .. } => ("Review given".to_owned(), Vec::new()),
        Event::EqualityRecorded(_) | Event::EqualityFormSent(_) => equality::told(&fact.event),
        Event::AdvocacyRecorded(_) | Event::AdvocateAppointed(_) | Event::AdvocacyEnded { .. } => {
            advocacy::told(&fact.event)
        }
        Event::HelperNamed(_)
        | Event::DraftHandedIn(_)
        | Event::AnswerChecked(_)
        | Event::AnswerCompleted(_)
        | Event::MoreTimeAsked(_)
        | Event::MoreTimeRefused(_) => drafting::told(&fact.event, settings),
        Event::LocalResolutionExtended { .. }
        | Event::LocalResolutionAnswered(_)
        | Event::LocalResolutionSkipped { .. }
        | Event::InvestigationOffered { .. }
        | Event::WaitAgreed { .. }
        | Event::PauseAgreed { .. }
        | Event::ActivityRecorded(_)
        | Event::DissatisfactionRecorded(_)
        | Event::EscalationRefused(_)
        | Event::InvestigationRequested(_)
        | Event::RequestWithdrawn { .. } => local_resolution::told(&fact.event, settings),
        Event::InvestigatorsAppointed(_)
        | Event::StatementSent(_)
        | Event::StatementCommented { .. }
        | Event::StatementAgreed
        | Event::InvestigationExtended { .. }
        | Event::OfficerReported(_)
        | Event::IndependentPersonReported(_)
        | Event::InvestigationReported
        | Event::InvestigationResponseSent(_) => investigation::told(&fact.event),
        Event::ReviewPanelRequested { .. }
        | Event::ReviewPanelAppointed(_)
        | Event::ReviewPanelRearranged { .. }
        | Event::ReviewPanelInvited
        | Event::PanelPapersSent { .. }
        | Event::ReviewPanelMet { .. }
        | Event::ReviewPanelReported { .. }
        | Event::ReviewPanelResponseSent { .. } => review_panel::told(&fact.event, settings),
        Event::ReferredEarly(_)
        | Event::OmbudsmanCaseOpened { .. }
        | Event::OmbudsmanEnquired { .. }
        | Event::OmbudsmanEnquiryAnswered
        | Event::OmbudsmanDecided(_)
        | Event::OmbudsmanRemedyDone { .. }
        | Event::OmbudsmanComplied
        | Event::OmbudsmanReportAnswered { .. } => ombudsman::told(&fact.event, settings),
        Event::EnquiryAnswered { .. }
        | Event::OverlapNoted(_)
        | Event::SubjectAccessExtended { .. } => registers::told(&fact.event, settings),
        Event::RemedyAgreed(_) | Event::RemedyCarriedOut { .. } => redress::told(&fact.event),
        Event::ContactRestricted(_)
        | Event::RestrictionReviewed(_)
        | Event::ContactProtected(_)
        | Event::ProtectionLifted(_)
        | Event::ContactReleased(_) => people::told(&fact.event),
        Event::DeadlinesRecomputed { .. } => counted_again(fact),
        Event::PlaceCorrected(corrected) => organisation::told(corrected, settings),
        Event::Withdrawn(left) => withdrawn(left),
        Event::Closed(closed) => told_of_closing(closed),
        Event::ReportedBack { .. }
        | Event::ActionAgreed(_)
        | Event::ActionReplanned(_)
        | Event::ActionCarriedOut(_)
        | Event::ActionClosed(_)
        | Event::ImpactReviewed(_)
        | Event::DebriefHeld(_) => learning::told(&fact.event, settings),
        Event::Imported { .. } => ("Came in with an import".to_owned(), Vec::new()),
        Event::ImportUndone => ("The import was undone".to_owned(), Vec::new()),
    };
    TimelineEntry {
        on: fact.on,
        title,
        details,
        account: account(&fact.event),
        text: text(&fact.event),
    }
}

fn told_of_closing(closed: &Closed) -> (String, Vec<String>) {
    let right = format!("Next right: {}", closed.next_right.label());
    let learned = closed.learned.as_ref().map(learning::at_closing);
    said_all("Closed", [Some(right), learned])
}

/// "Point 2", "Points 1 and 3".
fn points(points: &[PointNumber]) -> String {
    let numbers: Vec<String> = points.iter().map(|point| point.0.to_string()).collect();
    match numbers.as_slice() {
        [one] => format!("Point {one}"),
        [first @ .., last] => format!("Points {} and {last}", first.join(", ")),
        [] => "No point".to_owned(),
    }
}

fn said(title: &str, detail: &str) -> (String, Vec<String>) {
    (title.to_owned(), vec![detail.to_owned()])
}

fn said_all<const N: usize>(title: &str, details: [Option<String>; N]) -> (String, Vec<String>) {
    (title.to_owned(), details.into_iter().flatten().collect())
}

fn received(recorded: &RepresentationRecorded, settings: &Settings) -> (String, Vec<String>) {
    let about = recorded.service.as_ref();
    let about = about.map(|service| format!("about {}", settings.service(service)));
    let how = match recorded.channel {
        Channel::NotNoted => None,
        channel @ (Channel::Letter
        | Channel::Email
        | Channel::OnlineForm
        | Channel::App
        | Channel::TextMessage
        | Channel::Telephone
        | Channel::InPerson
        | Channel::Advocate
        | Channel::ElectedMember) => Some(settings.channels.label(channel)),
    };
    let mut details = match (how, about) {
        (Some(how), Some(about)) => vec![format!("{how}, {about}")],
        (Some(how), None) => vec![how.to_owned()],
        (None, Some(about)) => vec![about.replacen('a', "A", 1)],
        (None, None) => Vec::new(),
    };
    let particulars = recorded.particulars.iter();
    details.extend(particulars.flat_map(|told| registers::particulars(told, settings)));
    details.extend(
        recorded
            .procedure
            .map(|procedure| format!("Handled under the {procedure}")),
    );
    (format!("Received {}", recorded.kind.label()), details)
}

/// How the complaint was taken back, and whether the matter is looked at anyway.
fn withdrawn(withdrawn: &Withdrawn) -> (String, Vec<String>) {
    said_all(
        "Withdrawn by the complainant",
        [
            Some(by_word_of_mouth(withdrawn.oral).to_owned()),
            withdrawn.looked_into.map(|anyway| {
                if anyway {
                    "The council looks at the matter anyway".to_owned()
                } else {
                    "The council does not look at the matter any further".to_owned()
                }
            }),
        ],
    )
}

/// Which points, where they belong, and what was set going beside.
fn procedure(judged: &ProcedureJudged) -> (String, Vec<String>) {
    let numbers: Vec<_> = judged
        .points
        .iter()
        .map(|point| point.0.to_string())
        .collect();
    let points = match numbers.as_slice() {
        [only] => format!("point {only}"),
        [several @ .., last] => format!("points {} and {last}", several.join(", ")),
        [] => "no point".to_owned(),
    };
    let leads = match judged.leaf.goes() {
        Goes::Waits(uncertainty) => {
            format!(
                "To be decided by {}: {}",
                uncertainty.who(),
                uncertainty.title()
            )
        }
        Goes::Into(_) | Goes::By(_) | Goes::Register | Goes::NotConsidered | Goes::NextStage => {
            format!("Belongs to: {}", judged.leaf.title())
        }
    };
    let beside = judged
        .beside
        .iter()
        .map(|route| format!("Set going at once: {}", route.goes_to()));
    let details = std::iter::once(leads).chain(beside).collect();
    (format!("Procedure judged for {points}"), details)
}

/// What moved when the due dates were counted again.
fn counted_again(fact: &Fact) -> (String, Vec<String>) {
    let moved = fact.clocks.iter().filter_map(moved).collect();
    ("Due dates counted again".to_owned(), moved)
}

/// What became of a limit that was counted again.
fn moved(change: &ClockChange) -> Option<String> {
    let ClockChange::Moved { due, was, .. } = change else {
        return None;
    };
    let title = limits::of(due.limit).title;
    let latest = due
        .latest_on
        .map(|latest| format!(", at most {}", short_date(latest)));
    let latest = latest.unwrap_or_default();
    Some(if due.due_on == *was {
        format!("{title}: still by {}{latest}", short_date(*was))
    } else {
        let (was, due_on) = (short_date(*was), short_date(due.due_on));
        format!("{title}: from {was} to {due_on}{latest}")
    })
}

/// The account an event names.
fn account(event: &Event) -> Option<AccountId> {
    if let Event::Assigned { to } = event {
        Some(*to)
    } else if let Event::ReviewerAppointed { reviewer } = event {
        Some(*reviewer)
    } else if let Event::EscalationRefused(refused) = event {
        Some(refused.agreed_by)
    } else if let Event::ActionAgreed(agreed) = event {
        Some(agreed.owner)
    } else if let Event::HelperNamed(named) = event {
        named.helper
    } else if let Event::ContactReleased(released) = event {
        Some(released.to)
    } else {
        None
    }
}

/// The text in the vault that belongs to an event. Equality answers are not for those who handle the case.
fn text(event: &Event) -> Option<Sealed> {
    if let Event::Declined(declined) = event {
        Some(declined.reasons.clone())
    } else if let Event::ProcedureJudged(judged) = event {
        judged.note.clone()
    } else if let Event::ReferredElsewhere { reasons, .. } = event {
        Some(reasons.clone())
    } else if let Event::DeadlinesRecomputed { reason, .. } = event {
        Some(reason.clone())
    } else if let Event::PlaceCorrected(corrected) = event {
        Some(corrected.reason.clone())
    } else if let Event::InterestDecided(decided) = event {
        Some(decided.reasons.clone())
    } else if let Event::DelayWeighed(weighed) = event {
        Some(weighed.reasons.clone())
    } else if let Event::ConsentRecorded(recorded) = event {
        recorded.scope.clone()
    } else if let Event::ProcedureChanged(changed) = event {
        Some(changed.reasons.clone())
    } else if let Event::PointsDeferred(deferred) = event {
        Some(deferred.proceedings.clone())
    } else if let Event::DeferralReviewed(reviewed) = event {
        Some(reviewed.reasons.clone())
    } else if let Event::RemedyAgreed(agreed) = event {
        Some(agreed.text.clone())
    } else {
        people::text(event)
            .or_else(|| learning::text(event))
            .or_else(|| local_resolution::text(event))
            .or_else(|| drafting::text(event))
            .or_else(|| investigation::text(event))
            .or_else(|| review_panel::text(event))
            .or_else(|| registers::text(event))
    }
}

const fn by_word_of_mouth(oral: bool) -> &'static str {
    if oral {
        "By word of mouth"
    } else {
        "In writing"
    }
}

fn told_on(notified_on: Option<Date>) -> String {
    match notified_on {
        Some(day) => format!("Complainant told on {}", short_date(day)),
        None => "The complainant was not told".to_owned(),
    }
}

fn outcome_and_days(outcome: Outcome, took: u16) -> String {
    format!("{}, after {}", outcome_label(outcome), working_days(took))
}

fn working_days(days: u16) -> String {
    if days == 1 {
        "1 working day".to_owned()
    } else {
        format!("{days} working days")
    }
}
