//! Decide whether somebody has sufficient interest in the child's welfare.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;
use statute::procedure::{LegalGround, Standing};

use super::Procedure;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::intake::{DeclineGround, Declined};
use crate::law::Law;
use crate::people::Complainant;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// Decide, for somebody who relies on being an "other person", whether their interest in the child's
/// welfare is sufficient.
///
/// Source: SI 2006/1738 reg 12: as soon as possible, with the child's views where that is appropriate;
/// if not sufficient, the person is told, and that nothing more will be done. It is never decided for
/// anybody whom the Act names, such as a parent. Stage 1 runs from receipt meanwhile.
#[derive(Clone, Debug)]
pub struct DecideInterest {
    /// The person who relies on it.
    pub person: PersonId,
    /// Whether it is sufficient.
    pub sufficient: bool,
    /// What was done about the child's views.
    pub child_views: ChildViews,
    /// The reasons.
    pub reasons: Sealed,
    /// When the person was told; needed when it is not sufficient.
    pub told_on: Option<Date>,
    /// When the child was told, if that was appropriate.
    pub child_told_on: Option<Date>,
    /// The day it was decided.
    pub on: Date,
}

/// What was done about the child's views.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "views", rename_all = "snake_case")]
pub enum ChildViews {
    /// They were taken into account.
    Considered,
    /// That was not appropriate.
    NotConsidered {
        /// Why not, sealed.
        why: Sealed,
    },
}

/// A decision on somebody's interest in the child's welfare.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterestDecided {
    /// The person.
    pub person: PersonId,
    /// Whether it is sufficient.
    pub sufficient: bool,
    /// What was done about the child's views.
    pub child_views: ChildViews,
    /// The reasons, sealed.
    pub reasons: Sealed,
    /// When the person was told.
    pub told_on: Option<Date>,
    /// When the child was told.
    pub child_told_on: Option<Date>,
}

impl DecideInterest {
    /// Decides and changes nothing. When nobody is left who may complain, the complaint leaves the
    /// procedure with the decision.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for somebody whom the Act names or who is not in the case, when it was decided
    /// before or the complaint is answered, when the person was not told of a refusal, or for an
    /// impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("deciding on sufficient interest")?;
        case.still_running()?;
        let ground = self.ground(case)?;
        case.not_yet_answered("deciding on sufficient interest")?;
        if ground.standing() != Standing::OtherPerson {
            return Err(Refusal::Decision(DecisionFault::InterestNotAsked(
                ground.title(),
            )));
        }
        if let Some((on, _)) = case.interest_of(self.person) {
            return Err(Refusal::AlreadyDone {
                what: "the decision on this person’s interest",
                on: *on,
            });
        }
        law.happened("the decision", self.on, ("the receipt", case.received_on))?;
        for told_on in [self.told_on, self.child_told_on].into_iter().flatten() {
            law.happened(
                "telling of the decision",
                told_on,
                ("the decision", self.on),
            )?;
        }
        let (false, None) = (self.sufficient, self.told_on) else {
            return Ok(self.facts(case));
        };
        Err(Refusal::NotYet(NotYet::Told("the person")))
    }

    fn facts(&self, case: &Case) -> Vec<Fact> {
        let waits = |person: &Complainant| {
            person.person != self.person
                && relies_on_interest(person)
                && case.interest_of(person.person).is_none()
        };
        let still_waits = case.representation.complainants.iter().any(waits);
        let mut clocks: Vec<ClockChange> = Vec::new();
        if !still_waits {
            clocks.extend(case.clocks.meet(LimitId::SufficientInterest, self.on));
        }
        let decided = InterestDecided {
            person: self.person,
            sufficient: self.sufficient,
            child_views: self.child_views.clone(),
            reasons: self.reasons.clone(),
            told_on: self.told_on,
            child_told_on: self.child_told_on,
        };
        let mut facts = vec![Fact {
            on: self.on,
            event: Event::InterestDecided(Box::new(decided)),
            clocks,
        }];
        let may_complain = |person: &Complainant| {
            person.person != self.person
                && (!relies_on_interest(person)
                    || case
                        .interest_of(person.person)
                        .is_none_or(|(_, decided)| decided.sufficient))
        };
        let anybody = case.representation.complainants.iter().any(may_complain);
        if let (false, false, Some(told_on)) = (self.sufficient, anybody, self.told_on) {
            let declined = Declined {
                ground: DeclineGround::NoSufficientInterest,
                reasons: self.reasons.clone(),
                ombudsman_named: false,
            };
            let mut clocks = case.clocks.stop_all(told_on);
            clocks.retain(|change| !ends(change, LimitId::SufficientInterest));
            facts.push(Fact {
                on: told_on,
                event: Event::Declined(declined),
                clocks,
            });
        }
        facts
    }

    fn ground(&self, case: &Case) -> Result<LegalGround, Refusal> {
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "deciding on sufficient interest",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        let complainants = &case.representation.complainants;
        let complainant = complainants.iter().find(|one| one.person == self.person);
        complainant
            .and_then(|complainant| complainant.ground)
            .ok_or(Refusal::Decision(DecisionFault::NotInThisCase(
                "this complainant",
            )))
    }
}

fn ends(change: &ClockChange, of: LimitId) -> bool {
    matches!(change, ClockChange::Stopped { limit, .. } if *limit == of)
}

/// Whether somebody may complain only if their interest is sufficient.
pub(crate) fn relies_on_interest(complainant: &Complainant) -> bool {
    complainant
        .ground
        .is_some_and(|ground| ground.standing() == Standing::OtherPerson)
}

impl Case {
    /// What was decided on somebody's interest.
    pub fn interest_of(&self, person: PersonId) -> Option<&(Date, InterestDecided)> {
        self.interests
            .iter()
            .find(|(_, decided)| decided.person == person)
    }

    /// Those whose interest is still to be decided on.
    pub fn interest_to_decide(&self) -> Vec<PersonId> {
        if self.procedure() != Some(Procedure::ChildrenAct) {
            return Vec::new();
        }
        self.representation
            .complainants
            .iter()
            .filter(|person| {
                relies_on_interest(person) && self.interest_of(person.person).is_none()
            })
            .map(|person| person.person)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::story::{corporate_complaint, day, fixture, given, record_complaint, respond};

    fn by(grounds: &[LegalGround]) -> RecordComplaint {
        let complaint = fixture::complaint();
        let first = &complaint.complainants[0];
        let complainants = grounds
            .iter()
            .zip(60_u128..)
            .map(|(ground, id)| Complainant {
                person: PersonId(uuid::Uuid::from_u128(id)),
                ground: Some(*ground),
                ..first.clone()
            })
            .collect();
        RecordComplaint {
            complainants,
            ..complaint
        }
    }

    fn decide(sufficient: bool, on: &str) -> DecideInterest {
        DecideInterest {
            person: PersonId(uuid::Uuid::from_u128(60)),
            sufficient,
            child_views: ChildViews::Considered,
            reasons: fixture::sealed(90),
            told_on: Some(day(on)),
            child_told_on: None,
            on: day(on),
        }
    }

    #[test]
    fn another_person_is_decided_on_at_once_while_stage_1_runs_from_receipt() {
        given([]).when(by(&[LegalGround::Other])).then_clocks(&[
            ("D-ACK1", "2015-03-30"),
            ("D-S1", "2015-04-13"),
            ("D-SI", "2015-03-31"),
        ]);
        given([by(&[LegalGround::Other]).into()])
            .when(decide(true, "2015-03-31"))
            .then_met("D-SI", "2015-03-31")
            .then_running("D-S1")
            .then_due("D-S1", "2015-04-13");
    }

    #[test]
    fn without_sufficient_interest_the_complaint_leaves_the_procedure_with_notice() {
        given([by(&[LegalGround::AdoptionOther]).into()])
            .when(decide(false, "2015-03-31"))
            .then_met("D-SI", "2015-03-31")
            .then_stopped("D-S1", "2015-03-31");
        given([
            by(&[LegalGround::Other]).into(),
            decide(false, "2015-03-31").into(),
        ])
        .when(respond("2015-04-13"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the decision not to consider the complaint",
            on: day("2015-03-31"),
        });
        let untold = DecideInterest {
            told_on: None,
            ..decide(false, "2015-03-31")
        };
        given([by(&[LegalGround::Other]).into()])
            .when(untold.clone())
            .then_refused(&Refusal::NotYet(NotYet::Told("the person")));
        given([by(&[LegalGround::Other]).into()])
            .when(DecideInterest {
                sufficient: true,
                ..untold
            })
            .then_accepted();
    }

    #[test]
    fn somebody_else_who_may_complain_keeps_the_complaint_in_the_procedure() {
        given([by(&[LegalGround::Other, LegalGround::Parent]).into()])
            .when(decide(false, "2015-03-31"))
            .then_met("D-SI", "2015-03-31")
            .then_running("D-S1");
        given([by(&[LegalGround::Other, LegalGround::SpecialGuardianshipOther]).into()])
            .when(decide(false, "2015-03-31"))
            .then_running("D-SI")
            .then_running("D-S1");
    }

    #[test]
    fn it_is_never_decided_for_anybody_whom_the_act_names() {
        for ground in LegalGround::ALL {
            let then = given([by(&[*ground]).into()]).when(decide(true, "2015-03-31"));
            match ground.standing() {
                Standing::OtherPerson => then.then_accepted(),
                Standing::Named => {
                    then.then_refused(&Refusal::Decision(DecisionFault::InterestNotAsked(
                        ground.title(),
                    )));
                }
            }
        }
        given([corporate_complaint()])
            .when(decide(true, "2015-03-31"))
            .then_refused(&Refusal::WrongKind {
                action: "deciding on sufficient interest",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
    }

    #[test]
    fn it_is_decided_once_before_the_answer_and_for_somebody_in_the_case() {
        given([
            by(&[LegalGround::Other]).into(),
            decide(true, "2015-03-31").into(),
        ])
        .when(decide(false, "2015-04-01"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the decision on this person’s interest",
            on: day("2015-03-31"),
        });
        given([by(&[LegalGround::Other]).into(), respond("2015-04-13")])
            .when(decide(false, "2015-04-14"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-13"),
            });
        given([by(&[LegalGround::Other]).into()])
            .when(respond("2015-04-13"))
            .then_stopped("D-SI", "2015-04-13");
        given([record_complaint()])
            .when(decide(true, "2015-03-31"))
            .then_refused(&Refusal::Decision(DecisionFault::NotInThisCase(
                "this complainant",
            )));
    }
}
