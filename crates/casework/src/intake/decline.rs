//! Decline to consider a complaint under the procedure.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Case;
use crate::closure::NextRight;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{DecisionFault, Refusal};

/// A decision not to consider a complaint under the procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// The lawful ground.
    pub ground: DeclineGround,
    /// The reasons given, sealed.
    pub reasons: Sealed,
    /// Whether the letter named the Ombudsman; older entries do not say.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ombudsman_named: bool,
}

/// The lawful grounds to decline.
///
/// Source: SI 2006/1738 regs 9 and 12; Getting the Best from Complaints. For a corporate complaint: LGSCO
/// Complaint Handling Code (2024), which wants a valid reason that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineGround {
    /// The person is not among those the Act lists and acts for nobody who is.
    NotEligible,
    /// Another person without sufficient interest in the child's welfare.
    NoSufficientInterest,
    /// More than a year after the grounds arose, and not both limbs of the exception are met.
    OutOfTime,
    /// The same complaint has been through every stage.
    AlreadyConsidered,
    /// It is not about this authority or somebody acting for it.
    AnotherBody,
    /// The authority's corporate policy leaves such matters out.
    ExcludedByPolicy,
}

impl DeclineGround {
    /// Every ground, in the order a form lists them.
    pub const ALL: [Self; 6] = [
        Self::NotEligible,
        Self::NoSufficientInterest,
        Self::OutOfTime,
        Self::AlreadyConsidered,
        Self::AnotherBody,
        Self::ExcludedByPolicy,
    ];

    /// The grounds on which a complaint can be declined in a procedure with nothing decided before:
    /// sufficient interest and the year of the statutory procedure have decisions of their own.
    pub const fn outright_in(procedure: Procedure) -> &'static [Self] {
        match procedure {
            Procedure::ChildrenAct => &[
                Self::NotEligible,
                Self::AlreadyConsidered,
                Self::AnotherBody,
            ],
            Procedure::Corporate => &[
                Self::ExcludedByPolicy,
                Self::OutOfTime,
                Self::AlreadyConsidered,
                Self::AnotherBody,
            ],
        }
    }

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NotEligible => {
                "The person is not one whom the Act lists, and acts for nobody who is"
            }
            Self::NoSufficientInterest => {
                "The person has no sufficient interest in the child’s welfare"
            }
            Self::OutOfTime => "More than a year has passed and the exception does not apply",
            Self::AlreadyConsidered => "The same complaint has been through every stage",
            Self::AnotherBody => "It is about another body",
            Self::ExcludedByPolicy => "The council’s corporate complaints policy excludes it",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotEligible => "not_eligible",
            Self::NoSufficientInterest => "no_sufficient_interest",
            Self::OutOfTime => "out_of_time",
            Self::AlreadyConsidered => "already_considered",
            Self::AnotherBody => "another_body",
            Self::ExcludedByPolicy => "excluded_by_policy",
        }
    }
}

/// Decide not to consider a complaint, on one of the lawful grounds, and tell the person why.
///
/// Source: Getting the Best from Complaints for the statutory procedure, LGSCO Complaint Handling Code
/// (2024) for the corporate one; a complaint accepted at Stage 1 cannot be declined afterwards
/// (REP-4.3), so this is for complaints that nobody has answered yet.
#[derive(Clone, Debug)]
pub struct Decline {
    /// The lawful ground.
    pub ground: DeclineGround,
    /// The reasons given in writing.
    pub reasons: Sealed,
    /// Whether the letter named the Ombudsman.
    pub ombudsman_named: bool,
    /// The day the letter was sent.
    pub on: Date,
    /// It is taken over from an older register, which kept the decision and not what was weighed.
    pub from_old_register: bool,
}

impl Decline {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, has been acknowledged as accepted and answered, has ended,
    /// or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("declining")?;
        case.still_running()?;
        case.not_yet_answered("declining")?;
        if !self.from_old_register {
            self.check_ground(case)?;
        }
        law.happened("the decision", self.on, ("the receipt", case.received_on))?;
        let declined = Declined {
            ground: self.ground,
            reasons: self.reasons.clone(),
            ombudsman_named: self.ombudsman_named,
        };
        let mut clocks = case.clocks.stop_all(self.on);
        if self.ombudsman_named {
            clocks.extend(case.told_of_right(NextRight::Ombudsman, law)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::Declined(declined),
            clocks,
        }])
    }

    fn check_ground(&self, case: &Case) -> Result<(), Refusal> {
        let procedure = case.procedure().unwrap_or(Procedure::ChildrenAct);
        if !DeclineGround::outright_in(procedure).contains(&self.ground) {
            return Err(match (procedure, self.ground) {
                (Procedure::ChildrenAct, DeclineGround::OutOfTime) => Refusal::Decision(
                    DecisionFault::DecidedApart("the delay is weighed, point by point"),
                ),
                (Procedure::ChildrenAct, DeclineGround::NoSufficientInterest) => {
                    Refusal::Decision(DecisionFault::DecidedApart(
                        "whether the interest is sufficient, person by person",
                    ))
                }
                (procedure, _) => Refusal::Decision(DecisionFault::NoGroundThere(procedure)),
            });
        }
        if self.ombudsman_named {
            Ok(())
        } else {
            Err(Refusal::Decision(DecisionFault::OmbudsmanNotNamed))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{corporate_complaint, day, fixture, given, record_complaint, respond};

    fn decline() -> Decline {
        Decline {
            ground: DeclineGround::AnotherBody,
            reasons: fixture::sealed(70),
            ombudsman_named: true,
            on: day("2015-04-15"),
            from_old_register: false,
        }
    }

    #[test]
    fn every_refusal_names_the_ombudsman() {
        given([record_complaint()])
            .when(Decline {
                ombudsman_named: false,
                ..decline()
            })
            .then_refused(&Refusal::Decision(DecisionFault::OmbudsmanNotNamed));
    }

    #[test]
    fn lateness_and_interest_have_decisions_of_their_own() {
        let on = |ground| Decline {
            ground,
            ..decline()
        };
        given([record_complaint()])
            .when(on(DeclineGround::OutOfTime))
            .then_refused(&Refusal::Decision(DecisionFault::DecidedApart(
                "the delay is weighed, point by point",
            )));
        given([record_complaint()])
            .when(on(DeclineGround::NoSufficientInterest))
            .then_refused(&Refusal::Decision(DecisionFault::DecidedApart(
                "whether the interest is sufficient, person by person",
            )));
        let of_old = Decline {
            from_old_register: true,
            ..on(DeclineGround::OutOfTime)
        };
        given([record_complaint()]).when(of_old).then_accepted();
    }

    #[test]
    fn each_procedure_has_its_own_grounds() {
        for ground in DeclineGround::ALL {
            for (history, procedure) in [
                (record_complaint(), Procedure::ChildrenAct),
                (corporate_complaint(), Procedure::Corporate),
            ] {
                let then = given([history]).when(Decline {
                    ground,
                    ..decline()
                });
                assert_eq!(
                    then.is_accepted(),
                    DeclineGround::outright_in(procedure).contains(&ground),
                    "{ground:?} in the {procedure}"
                );
            }
        }
        given([corporate_complaint()])
            .when(Decline {
                ground: DeclineGround::NotEligible,
                ..decline()
            })
            .then_refused(&Refusal::Decision(DecisionFault::NoGroundThere(
                Procedure::Corporate,
            )));
    }

    #[test]
    fn declining_stops_the_clocks() {
        given([record_complaint()])
            .when(decline())
            .then_stopped("D-S1", "2015-04-15");
    }

    #[test]
    fn an_answered_complaint_cannot_be_declined() {
        given([record_complaint(), respond("2015-04-13")])
            .when(decline())
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-13"),
            });
    }
}
