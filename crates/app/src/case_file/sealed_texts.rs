//! Which texts of an event lie sealed in the vault and belong to the case file.

use casework::closure::AgreedRemedy;
use casework::event::{Event, RepresentationRecorded};
use casework::ids::Sealed;
use casework::intake::ChildViews;
use casework::learning::Learned;
use casework::local_resolution::CheckResult;
use casework::people::{ContactProtected, Protection, ReviewOutcome};
use casework::point::PointFinding;
use casework::registers::Particulars;
use casework::review_panel::{PanelReport, PanelResponse};

/// What of an event people who handle the case may open: everything but equality answers.
pub(super) fn sealed_in(event: &Event) -> Vec<&Sealed> {
    match event {
        Event::RepresentationRecorded(recorded) => of_the_opening(recorded),
        Event::ReferredElsewhere { reasons, .. } | Event::ReviewPanelRearranged { reasons, .. } => {
            vec![reasons]
        }
        Event::DeadlinesRecomputed { reason, .. } => vec![reason],
        Event::PlaceCorrected(corrected) => vec![&corrected.reason],
        Event::ProcedureJudged(_)
        | Event::Declined(_)
        | Event::InterestDecided(_)
        | Event::DelayWeighed(_)
        | Event::ConsentRecorded(_)
        | Event::ProcedureChanged(_)
        | Event::PointsDeferred(_)
        | Event::DeferralReviewed(_) => of_a_decision(event),
        Event::LocalResolutionAnswered(answered) => reasons(&answered.findings)
            .chain(&answered.letter)
            .chain(answered.late.iter().flat_map(|late| &late.words))
            .collect(),
        Event::InvestigatorsAppointed(_)
        | Event::StatementSent(_)
        | Event::StatementCommented { .. }
        | Event::OfficerReported(_)
        | Event::IndependentPersonReported(_)
        | Event::InvestigationResponseSent(_) => of_the_investigation(event),
        Event::DraftHandedIn(_)
        | Event::AnswerChecked(_)
        | Event::AnswerCompleted(_)
        | Event::MoreTimeAsked(_)
        | Event::MoreTimeRefused(_) => of_the_drafts(event),
        Event::EscalationRefused(refused) => vec![&refused.reasons],
        Event::DissatisfactionRecorded(told) => told.said.iter().collect(),
        Event::ActivityRecorded(activity) => activity.result.iter().collect(),
        Event::ReviewPanelRequested { late_reasons, .. } => late_reasons.iter().collect(),
        Event::ReviewPanelAppointed(appointed) => appointed.despite.iter().collect(),
        Event::ReviewPanelReported { report, .. } => {
            report.as_ref().map(of_the_report).unwrap_or_default()
        }
        Event::ReviewPanelResponseSent { response, .. } => {
            response.as_ref().map(of_the_response).unwrap_or_default()
        }
        Event::AdvocateAppointed(appointed) => appointed.organisation.iter().collect(),
        Event::OmbudsmanCaseOpened { reference, .. } => reference.iter().collect(),
        Event::OmbudsmanDecided(decision) => {
            let remedies = decision.remedies.iter();
            remedies.filter_map(|remedy| remedy.text.as_ref()).collect()
        }
        Event::DebriefHeld(debrief) => std::iter::once(&debrief.learned)
            .chain(&debrief.names)
            .collect(),
        Event::ReportedBack { learned } => vec![learned.text()],
        Event::Closed(closed) => closed.learned.iter().map(Learned::text).collect(),
        Event::ActionAgreed(agreed) => std::iter::once(&agreed.text).chain(&agreed.plan).collect(),
        Event::ActionReplanned(replanned) => vec![&replanned.reasons],
        Event::ActionCarriedOut(carried_out) => vec![&carried_out.evidence],
        Event::ImpactReviewed(reviewed) => vec![&reviewed.text],
        Event::SubjectAccessExtended { reasons, .. } => vec![reasons],
        Event::ContactRestricted(restricted) => vec![&restricted.behaviour],
        Event::ContactProtected(protected) => of_a_protection(protected),
        Event::ProtectionLifted(lifted) => vec![&lifted.reasons],
        Event::ContactReleased(released) => vec![&released.reason],
        Event::RestrictionReviewed(reviewed) => of_a_review(&reviewed.outcome),
        Event::RemedyAgreed(agreed) => of_a_remedy(agreed),
        Event::Acknowledged { .. }
        | Event::Assigned { .. }
        | Event::HelperNamed(_)
        | Event::EqualityRecorded(_)
        | Event::EqualityFormSent(_)
        | Event::AdvocacyRecorded(_)
        | Event::LocalResolutionExtended { .. }
        | Event::InvestigationRequested(_)
        | Event::RequestWithdrawn { .. }
        | Event::ProceedingsEnded(_)
        | Event::Resubmitted(_)
        | Event::ReviewerAppointed { .. }
        | Event::LocalResolutionSkipped { .. }
        | Event::InvestigationOffered { .. }
        | Event::WaitAgreed { .. }
        | Event::PauseAgreed { .. }
        | Event::StatementAgreed
        | Event::InvestigationExtended { .. }
        | Event::InvestigationReported
        | Event::ReviewPanelInvited
        | Event::PanelPapersSent { .. }
        | Event::ReviewPanelMet { .. }
        | Event::AdvocacyEnded { .. }
        | Event::ReferredEarly(_)
        | Event::OmbudsmanEnquired { .. }
        | Event::OmbudsmanEnquiryAnswered
        | Event::OmbudsmanRemedyDone { .. }
        | Event::OmbudsmanComplied
        | Event::OmbudsmanReportAnswered { .. }
        | Event::RemedyCarriedOut { .. }
        | Event::ActionClosed(_)
        | Event::EnquiryAnswered { .. }
        | Event::OverlapNoted(_)
        | Event::Imported { .. }
        | Event::ImportUndone
        | Event::Withdrawn(_) => Vec::new(),
    }
}

/// Who complains, about which children, and the points.
fn of_the_opening(recorded: &RepresentationRecorded) -> Vec<&Sealed> {
    let complainants = recorded
        .complainants
        .iter()
        .filter_map(|person| person.details.as_ref());
    let children = recorded
        .children
        .iter()
        .filter_map(|child| child.details.as_ref());
    let points = recorded.points.iter().map(|point| &point.text);
    let texts = recorded
        .late_reasons
        .iter()
        .chain(&recorded.desired_outcome);
    complainants
        .chain(children)
        .chain(points)
        .chain(texts)
        .chain(recorded.particulars.iter().flat_map(of_the_register))
        .collect()
}

/// What was typed of a contact is opened only while it is to be sorted: once it is a complaint, the particulars of the
/// people in it are what stands, and what is protected among them is not read from an older form.
fn of_the_register(particulars: &Particulars) -> Vec<&Sealed> {
    match particulars {
        Particulars::ToSort { .. } => Vec::new(),
        Particulars::Compliment { .. }
        | Particulars::MemberEnquiry(_)
        | Particulars::InformalContact { .. }
        | Particulars::Helpline { .. } => particulars.sealed(),
    }
}

/// Why a restriction goes on.
fn of_a_review(outcome: &ReviewOutcome) -> Vec<&Sealed> {
    match outcome {
        ReviewOutcome::Continued { reasons, .. } => vec![reasons],
        ReviewOutcome::Ended => Vec::new(),
    }
}

/// What was agreed, and who approved a payment.
fn of_a_remedy(agreed: &AgreedRemedy) -> Vec<&Sealed> {
    let approver = agreed.payment.iter().map(|payment| &payment.approver);
    approver.chain([&agreed.text]).collect()
}

/// Why, and how the person is reached.
fn of_a_protection(protected: &ContactProtected) -> Vec<&Sealed> {
    let how = match &protected.what {
        Protection::AddressProtected | Protection::DoNotContact => None,
        Protection::ContactOnlySo { how } => Some(how),
    };
    how.into_iter().chain([&protected.reasons]).collect()
}

/// Nothing for an event that is no decision before a stage or beside it.
fn of_a_decision(event: &Event) -> Vec<&Sealed> {
    if let Event::ProcedureJudged(judged) = event {
        judged.note.iter().collect()
    } else if let Event::Declined(declined) = event {
        vec![&declined.reasons]
    } else if let Event::InterestDecided(decided) = event {
        let why = match &decided.child_views {
            ChildViews::Considered => None,
            ChildViews::NotConsidered { why } => Some(why),
        };
        why.into_iter().chain([&decided.reasons]).collect()
    } else if let Event::DelayWeighed(weighed) = event {
        let adjustments = weighed.adjustments.iter();
        adjustments.chain([&weighed.reasons]).collect()
    } else if let Event::ConsentRecorded(recorded) = event {
        recorded.scope.iter().collect()
    } else if let Event::ProcedureChanged(changed) = event {
        vec![&changed.reasons]
    } else if let Event::PointsDeferred(deferred) = event {
        vec![&deferred.proceedings, &deferred.prejudice]
    } else if let Event::DeferralReviewed(reviewed) = event {
        vec![&reviewed.reasons]
    } else {
        Vec::new()
    }
}

/// Nothing for an event that is about no draft of an answer.
fn of_the_drafts(event: &Event) -> Vec<&Sealed> {
    if let Event::DraftHandedIn(handed_in) = event {
        handed_in.draft.iter().collect()
    } else if let Event::AnswerChecked(checked) = event {
        match &checked.result {
            CheckResult::Ready => Vec::new(),
            CheckResult::Back { missing } => vec![missing],
        }
    } else if let Event::AnswerCompleted(completed) = event {
        completed.late.iter().flat_map(|late| &late.words).collect()
    } else if let Event::MoreTimeAsked(asked) = event {
        asked.words.iter().collect()
    } else if let Event::MoreTimeRefused(refused) = event {
        vec![&refused.reasons]
    } else {
        Vec::new()
    }
}

/// Nothing for an event of another room.
fn of_the_investigation(event: &Event) -> Vec<&Sealed> {
    if let Event::InvestigatorsAppointed(appointed) = event {
        appointed.replaces.iter().collect()
    } else if let Event::StatementSent(version) = event {
        let points = version.points.iter().map(|point| &point.text);
        points.chain(&version.text).collect()
    } else if let Event::StatementCommented { comments } = event {
        vec![comments]
    } else if let Event::OfficerReported(report) = event {
        let recommended = report.recommendations.iter();
        let recommended = recommended.map(|recommendation| &recommendation.text);
        reasons(&report.findings).chain(recommended).collect()
    } else if let Event::IndependentPersonReported(report) = event {
        report.remarks.iter().collect()
    } else if let Event::InvestigationResponseSent(response) = event {
        let adjudicated = response.adjudication.iter().flat_map(|adjudication| {
            let decided = adjudication
                .decisions
                .iter()
                .flat_map(|decision| decision.reasons.iter().chain(&decision.action));
            decided.chain(&adjudication.letter)
        });
        reasons(&response.findings).chain(adjudicated).collect()
    } else {
        Vec::new()
    }
}

fn reasons(findings: &[PointFinding]) -> impl Iterator<Item = &Sealed> {
    findings
        .iter()
        .filter_map(|finding| finding.reasons.as_ref())
}

fn of_the_report(report: &PanelReport) -> Vec<&Sealed> {
    let recommendations = report
        .recommendations
        .iter()
        .map(|recommendation| &recommendation.text);
    std::iter::once(&report.summary)
        .chain(reasons(&report.findings))
        .chain(recommendations)
        .collect()
}

fn of_the_response(response: &PanelResponse) -> Vec<&Sealed> {
    let decided = response
        .decisions
        .iter()
        .flat_map(|decision| decision.reasons.iter().chain(&decision.action));
    decided.chain(&response.letter).collect()
}
