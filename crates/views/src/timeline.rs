//! The timeline: what happened, in one sentence each, in order.

use casework::advocacy::{AdvocateKind, Wanted};
use casework::event::{Event, Fact};
use casework::ids::{AccountId, Sealed};
use casework::local_resolution::AnswerManner;
use casework::settings::Settings;
use jiff::civil::Date;
use statute::dates::short_date;
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

/// One fact as an entry.
pub fn entry(fact: &Fact, settings: &Settings) -> TimelineEntry {
    let mut entry = TimelineEntry {
        on: fact.on,
        title: String::new(),
        details: Vec::new(),
        account: None,
        text: None,
    };
    let mut says = |title: &str| title.clone_into(&mut entry.title);
    match &fact.event {
        Event::RepresentationRecorded(recorded) => {
            says(&format!("Received {}", recorded.kind.label()));
            entry.details.push(format!(
                "{}, about {}",
                recorded.channel.label(),
                settings.service(&recorded.service)
            ));
            if let Some(procedure) = recorded.procedure {
                entry.details.push(format!("Handled under the {procedure}"));
            }
        }
        Event::Acknowledged => says("Acknowledged"),
        Event::Assigned { to } => {
            says("Assigned");
            entry.account = Some(*to);
        }
        Event::Declined(declined) => {
            says("Declined to consider");
            entry.details.push(declined.ground.label().to_owned());
            entry.text = Some(declined.reasons.clone());
        }
        Event::ReferredElsewhere { route, reasons } => {
            says("Referred elsewhere");
            entry
                .details
                .push(format!("{}: {}", route.title(), route.goes_to()));
            entry.text = Some(reasons.clone());
        }
        // The answers are not for those who handle the case, so neither is the fact that there are some.
        Event::EqualityRecorded { .. } => says("Equality form returned"),
        Event::AdvocacyRecorded(recorded) => {
            says("Advocacy");
            entry.details.push(
                match (recorded.wanted, recorded.kind) {
                    (Wanted::No, _) => "Told of advocacy; does not want an advocate",
                    (Wanted::Undecided, _) => "Told of advocacy; has not decided",
                    (Wanted::Yes, AdvocateKind::Independent) => "Has an independent advocate",
                    (Wanted::Yes, AdvocateKind::InHouse) => {
                        "Has an advocate from the authority's own service"
                    }
                    (Wanted::Yes, AdvocateKind::ChosenPerson) => {
                        "Is helped by a person of their choice"
                    }
                    (Wanted::Yes, AdvocateKind::Nobody) => "Wants an advocate; none found yet",
                }
                .to_owned(),
            );
        }
        Event::LocalResolutionExtended {
            reason,
            notified_on,
        } => {
            says("Stage 1 extended");
            entry
                .details
                .extend([reason.label().to_owned(), told(*notified_on)]);
        }
        Event::LocalResolutionAnswered(answered) => {
            says(match answered.manner {
                AnswerManner::Response => "Stage 1 response sent",
                AnswerManner::Terms => "Resolved, written terms sent",
            });
            entry
                .details
                .push(outcome_and_days(answered.outcome, answered.took));
            entry.text.clone_from(&answered.letter);
        }
        Event::InvestigationRequested(requested) => {
            says("Asked for an independent investigation (Stage 2)");
            entry.details.push(
                if requested.oral {
                    "By word of mouth"
                } else {
                    "In writing"
                }
                .to_owned(),
            );
        }
        Event::RequestWithdrawn { after_meeting } => {
            says("Request for the next stage taken back");
            entry.details.push(
                if *after_meeting {
                    "After a meeting"
                } else {
                    "Without a meeting"
                }
                .to_owned(),
            );
        }
        Event::InvestigatorsAppointed(_) => {
            says("Investigating Officer and Independent Person appointed");
        }
        Event::StatementAgreed => says("Statement of complaint agreed"),
        Event::InvestigationExtended {
            reason,
            notified_on,
        } => {
            says("Stage 2 extended");
            entry
                .details
                .extend([reason.label().to_owned(), told(*notified_on)]);
        }
        Event::InvestigationReported => says("Investigation reports received"),
        Event::InvestigationResponseSent(response) => {
            says("Stage 2 answer sent");
            entry
                .details
                .push(outcome_and_days(response.outcome, response.took));
        }
        Event::ReviewPanelRequested => says("Asked for a Review Panel (Stage 3)"),
        Event::ReviewPanelAppointed(appointed) => {
            says("Review Panel appointed");
            entry
                .details
                .push(format!("To meet on {}", short_date(appointed.meets_on)));
        }
        Event::ReviewPanelMet => says("Review Panel met"),
        Event::ReviewPanelReported { sent_on } => {
            says("Review Panel's report received");
            entry
                .details
                .push(format!("Sent on {}", short_date(*sent_on)));
        }
        Event::ReviewPanelResponseSent => says("Response to the Review Panel sent"),
        Event::OmbudsmanCaseOpened => says("Ombudsman's letter received"),
        Event::OmbudsmanDecided(decision) => {
            says("Ombudsman decided");
            entry.details.push(
                settings
                    .ombudsman_decisions
                    .label(&decision.decision)
                    .to_owned(),
            );
        }
        Event::EnquiryAnswered { took } => {
            says("Answered");
            entry.details.push(working_days(*took));
        }
        Event::Withdrawn(withdrawn) => {
            says("Withdrawn by the complainant");
            entry.details.push(
                if withdrawn.oral {
                    "By word of mouth"
                } else {
                    "In writing"
                }
                .to_owned(),
            );
        }
        Event::Closed(closed) => {
            says("Closed");
            entry
                .details
                .push(format!("Next right: {}", closed.next_right.label()));
        }
    }
    entry
}

fn told(notified_on: Option<Date>) -> String {
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
