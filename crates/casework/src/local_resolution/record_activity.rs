//! Record another way of resolving a complaint.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Record a meeting, mediation or another way that both sides agreed to try, at any stage.
///
/// Source: allowed with agreement, and no stage of the procedure: it uses up no right, and every time
/// limit runs on (Ombudsman 22 008 976, 21 018 463).
#[derive(Clone, Debug)]
pub struct RecordActivity {
    /// What was tried.
    pub kind: ActivityKind,
    /// The day the complainant agreed to it.
    pub agreed_on: Date,
    /// What came of it.
    pub result: Option<Sealed>,
    /// What a review or mediation found, where that is known.
    pub outcome: Option<ActivityOutcome>,
    /// The day it was held.
    pub on: Date,
}

/// Another way of resolving a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// A meeting with the complainant.
    Meeting,
    /// Mediation by somebody independent.
    Mediation,
    /// Conciliation.
    Conciliation,
    /// A review by a manager who was not involved.
    ManagementReview,
    /// A review by another service or authority.
    PeerReview,
}

/// Something that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// What.
    pub kind: ActivityKind,
    /// The day the complainant agreed to it.
    pub agreed_on: Date,
    /// What came of it, sealed.
    pub result: Option<Sealed>,
    /// What a review or mediation found; `None` where it is not noted, and for a meeting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<ActivityOutcome>,
}

/// What a review or mediation found, and whether it changed anything. It is no finding of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityOutcome {
    /// How far the complaint was found to be right.
    pub finding: ActivityFinding,
    /// Whether the decision or assessment complained about was changed.
    pub changed: bool,
}

/// How far a review or mediation found a complaint to be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityFinding {
    /// Wholly.
    Upheld,
    /// In part.
    PartlyUpheld,
    /// Not at all.
    NotUpheld,
}

impl RecordActivity {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, has ended, a day is impossible, or a meeting is said to have found
    /// something.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("another way of resolving it")?;
        case.still_running()?;
        law.happened(
            "the agreement",
            self.agreed_on,
            ("the receipt", case.received_on),
        )?;
        law.happened("the activity", self.on, ("the agreement", self.agreed_on))?;
        if self.outcome.is_some() && !self.kind.finds() {
            return Err(Refusal::WrongKind {
                action: "a finding",
                wanted: "reviews, mediation and conciliation",
                is: "a meeting",
            });
        }
        let event = Event::ActivityRecorded(Activity {
            kind: self.kind,
            agreed_on: self.agreed_on,
            result: self.result.clone(),
            outcome: self.outcome,
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}

impl ActivityKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::Meeting,
        Self::Mediation,
        Self::Conciliation,
        Self::ManagementReview,
        Self::PeerReview,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Meeting => "A meeting",
            Self::Mediation => "Mediation",
            Self::Conciliation => "Conciliation",
            Self::ManagementReview => "A review by a manager",
            Self::PeerReview => "A review by another service or authority",
        }
    }

    /// Whether somebody finds anything in it; those who meet only talk.
    pub const fn finds(self) -> bool {
        match self {
            Self::Meeting => false,
            Self::Mediation | Self::Conciliation | Self::ManagementReview | Self::PeerReview => {
                true
            }
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Mediation => "mediation",
            Self::Conciliation => "conciliation",
            Self::ManagementReview => "management_review",
            Self::PeerReview => "peer_review",
        }
    }
}

impl ActivityFinding {
    /// Every finding, in the order a form lists them.
    pub const ALL: [Self; 3] = [Self::Upheld, Self::PartlyUpheld, Self::NotUpheld];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Upheld => "Upheld",
            Self::PartlyUpheld => "Partly upheld",
            Self::NotUpheld => "Not upheld",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::PartlyUpheld => "partly_upheld",
            Self::NotUpheld => "not_upheld",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, given, record_complaint, request_investigation, respond};

    fn mediation(agreed_on: &str, on: &str) -> RecordActivity {
        RecordActivity {
            kind: ActivityKind::Mediation,
            agreed_on: day(agreed_on),
            result: None,
            outcome: None,
            on: day(on),
        }
    }

    #[test]
    fn mediation_stops_no_clock_and_uses_up_no_right() {
        given([record_complaint()])
            .when(mediation("2015-03-30", "2015-04-02"))
            .then_running("D-S1");
        given([
            record_complaint(),
            respond("2015-04-13"),
            mediation("2015-04-14", "2015-04-20").into(),
        ])
        .when(request_investigation("2015-05-06"))
        .then_accepted();
    }

    #[test]
    fn a_review_may_find_something_and_a_meeting_does_not() {
        let outcome = Some(ActivityOutcome {
            finding: ActivityFinding::PartlyUpheld,
            changed: true,
        });
        let found = |kind| RecordActivity {
            kind,
            outcome,
            ..mediation("2015-03-30", "2015-04-02")
        };
        for kind in ActivityKind::ALL {
            let then = given([record_complaint()]).when(found(kind));
            if kind == ActivityKind::Meeting {
                then.then_refused(&Refusal::WrongKind {
                    action: "a finding",
                    wanted: "reviews, mediation and conciliation",
                    is: "a meeting",
                });
            } else {
                assert_eq!(then.after().activities[0].1.outcome, outcome);
            }
        }
    }

    #[test]
    fn nothing_is_tried_before_the_complainant_agreed() {
        given([record_complaint()])
            .when(mediation("2015-04-02", "2015-04-01"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the activity",
                on: day("2015-04-01"),
                earliest: "the agreement",
                earliest_on: day("2015-04-02"),
            });
    }
}
