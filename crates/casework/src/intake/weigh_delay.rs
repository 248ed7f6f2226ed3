//! Weigh why points came after the year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use super::Procedure;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::NextRight;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::{DeclineGround, Declined};
use crate::law::Law;
use crate::point::PointNumber;
use crate::proceedings::belongs_to_a_stage;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// Decide whether points that came more than a year after their grounds arose are considered.
///
/// Source: SI 2006/1738 reg 9. They may be when both hold: it was not reasonable to expect them in time,
/// and they can still be considered effectively and fairly. The Ombudsman finds fault where the
/// person's own reasons, such as illness, were not weighed. One letter may hold points in time and late
/// ones, so the decision names its points.
#[derive(Clone, Debug)]
pub struct WeighDelay {
    /// The points.
    pub points: Vec<PointNumber>,
    /// When their grounds arose.
    pub arose_on: Date,
    /// Whether it would have been unreasonable to expect them in time.
    pub unreasonable_to_expect: Option<bool>,
    /// Whether they can still be considered effectively and fairly.
    pub still_fair: Option<bool>,
    /// Whether they are considered.
    pub accepted: bool,
    /// The reasons, with those that the person gave.
    pub reasons: Option<Sealed>,
    /// What reasonable adjustments were thought of; needed for a refusal.
    pub adjustments: Option<Sealed>,
    /// When the person was told in writing; needed for a refusal.
    pub told_on: Option<Date>,
    /// Whether the letter named the Ombudsman; needed for a refusal.
    pub ombudsman_named: bool,
    /// The day it was decided.
    pub on: Date,
}

/// A decision on points that came after the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelayWeighed {
    /// The points.
    pub points: Vec<PointNumber>,
    /// When their grounds arose.
    pub arose_on: Date,
    /// The last day of the year, as it was worked out.
    pub until: Date,
    /// Whether it would have been unreasonable to expect them in time.
    pub unreasonable_to_expect: bool,
    /// Whether they can still be considered effectively and fairly.
    pub still_fair: bool,
    /// Whether they are considered.
    pub accepted: bool,
    /// The reasons, sealed.
    pub reasons: Sealed,
    /// What reasonable adjustments were thought of, sealed.
    pub adjustments: Option<Sealed>,
    /// When the person was told in writing.
    pub told_on: Option<Date>,
}

const EXPECTED: &str = "whether it was reasonable to expect it in time";
const FAIR: &str = "whether it can still be considered effectively and fairly";

impl WeighDelay {
    /// Decides and changes nothing. When every point is refused, the complaint leaves the procedure.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for points in time, an answer that is missing, acceptance without both limbs, a
    /// refusal without reasons, adjustments, notice or the Ombudsman, or an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("weighing the delay")?;
        case.still_running()?;
        case.not_wholly_deferred()?;
        if case.procedure() != Some(Procedure::ChildrenAct) {
            return Err(Refusal::WrongKind {
                action: "weighing the delay",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        }
        if case.stage_is_answered() || case.investigation.is_some() {
            case.not_yet_answered("weighing the delay")?;
        }
        let until = self.check_days(case, law)?;
        self.check_points(case)?;
        let weighed = self.weighed(until)?;
        self.facts(case, law, weighed)
    }

    fn check_days(&self, case: &Case, law: &Law<'_>) -> Result<Date, Refusal> {
        law.happened("the decision", self.on, ("the receipt", case.received_on))?;
        law.happened(
            "the receipt",
            case.received_on,
            ("the matter complained about", self.arose_on),
        )?;
        if let Some(told_on) = self.told_on {
            law.happened(
                "telling of the decision",
                told_on,
                ("the decision", self.on),
            )?;
        }
        let until = law.due(LimitId::MadeWithinAYear, self.arose_on)?.due_on;
        if case.received_on <= until {
            return Err(Refusal::Decision(DecisionFault::MadeInTime(until)));
        }
        Ok(until)
    }

    fn check_points(&self, case: &Case) -> Result<(), Refusal> {
        if self.points.is_empty() {
            return Err(Refusal::NoPoints);
        }
        for (index, number) in self.points.iter().enumerate() {
            if case.point(*number).is_none() {
                return Err(Refusal::NoSuchPoint(*number));
            }
            if case.deferral_of(*number).is_some() {
                return Err(Refusal::Decision(DecisionFault::NotUnderConsideration(
                    *number,
                )));
            }
            let twice = self.points[..index].contains(number);
            let taken = case.delay_of(*number).filter(|(_, delay)| delay.accepted);
            if let Some((on, _)) = taken {
                return Err(Refusal::AlreadyDone {
                    what: "the decision to consider a late point",
                    on: *on,
                });
            }
            if twice {
                return Err(Refusal::AnsweredTwice(*number));
            }
        }
        Ok(())
    }

    fn weighed(&self, until: Date) -> Result<DelayWeighed, Refusal> {
        let said = |missing| Refusal::NotYet(NotYet::InTheDecision(missing));
        let unreasonable_to_expect = self.unreasonable_to_expect.ok_or(said(EXPECTED))?;
        let still_fair = self.still_fair.ok_or(said(FAIR))?;
        let reasons = self.reasons.clone().ok_or(said("its reasons"))?;
        if self.accepted {
            if !unreasonable_to_expect {
                return Err(Refusal::Decision(DecisionFault::LimbNotMet(
                    "it was reasonable to expect them in time",
                )));
            }
            if !still_fair {
                return Err(Refusal::Decision(DecisionFault::LimbNotMet(
                    "they can no longer be considered effectively and fairly",
                )));
            }
        } else {
            if self.adjustments.is_none() {
                return Err(said("what reasonable adjustments were thought of"));
            }
            if self.told_on.is_none() {
                return Err(Refusal::NotYet(NotYet::Told("the complainant")));
            }
            if !self.ombudsman_named {
                return Err(Refusal::Decision(DecisionFault::OmbudsmanNotNamed));
            }
        }
        Ok(DelayWeighed {
            points: self.points.clone(),
            arose_on: self.arose_on,
            until,
            unreasonable_to_expect,
            still_fair,
            accepted: self.accepted,
            reasons,
            adjustments: self.adjustments.clone(),
            told_on: self.told_on,
        })
    }

    fn facts(
        &self,
        case: &Case,
        law: &Law<'_>,
        weighed: DelayWeighed,
    ) -> Result<Vec<Fact>, Refusal> {
        let reasons = weighed.reasons.clone();
        let told_on = weighed.told_on;
        let mut facts = vec![Fact::new(self.on, Event::DelayWeighed(Box::new(weighed)))];
        let in_play = case.points_in_play();
        let none_left = in_play
            .iter()
            .all(|point| self.points.contains(&point.number));
        let Some(told_on) = told_on.filter(|_| !self.accepted && none_left) else {
            return Ok(facts);
        };
        if case.open_deferrals().next().is_some() {
            // What is left is deferred, so that no stage's clock runs.
            let stops = case
                .clocks
                .running()
                .map(|clock| clock.due.limit)
                .filter(|limit| belongs_to_a_stage(*limit))
                .map(|limit| ClockChange::Stopped { limit, on: told_on });
            facts[0].clocks = stops.collect();
            return Ok(facts);
        }
        let mut clocks = case.clocks.stop_all(told_on);
        // The letter names the Ombudsman, or it would have been refused above.
        clocks.extend(case.told_of_right(NextRight::Ombudsman, law)?);
        facts.push(Fact {
            on: told_on,
            event: Event::Declined(Declined {
                ground: DeclineGround::OutOfTime,
                reasons,
                ombudsman_named: self.ombudsman_named,
            }),
            clocks,
        });
        Ok(facts)
    }
}

impl Case {
    /// The latest word on a late point.
    pub fn delay_of(&self, point: PointNumber) -> Option<&(Date, DelayWeighed)> {
        self.delays
            .iter()
            .rev()
            .find(|(_, delay)| delay.points.contains(&point))
    }

    /// Whether a point is not considered because it came too late.
    pub fn is_refused_as_late(&self, point: PointNumber) -> bool {
        self.delay_of(point)
            .is_some_and(|(_, delay)| !delay.accepted)
    }

    /// The last day of the year, when the complaint came after it and a point is still to be weighed.
    pub fn delay_to_weigh(&self) -> Option<Date> {
        let year = self.clocks.latest(LimitId::MadeWithinAYear)?;
        let late = self.received_on > year.due.due_on;
        let weighed = |point: PointNumber| self.delay_of(point).is_some();
        let all_weighed = self.points().iter().all(|point| weighed(point.number));
        let settled = all_weighed || self.representation.late_reasons.is_some();
        (late && !settled).then_some(year.due.due_on)
    }

    /// Refuses an answer while a late point is not weighed.
    pub(crate) fn delay_is_weighed(&self) -> Result<(), Refusal> {
        match (self.delay_to_weigh(), self.representation.grounds_arose_on) {
            (Some(until), Some(arose_on)) => Err(Refusal::OutOfTime {
                arose_on,
                until,
                received_on: self.received_on,
            }),
            (_, None) | (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::intake::RecordComplaint;
    use crate::story::{corporate_complaint, day, defer, fixture, given, respond, two_points};

    /// Received on 26 March 2015: the year of 25 March 2014 ended the day before.
    fn late() -> Command {
        RecordComplaint {
            grounds_arose_on: Some(day("2014-03-25")),
            ..fixture::complaint()
        }
        .into()
    }

    fn weigh(accepted: bool) -> WeighDelay {
        WeighDelay {
            points: vec![PointNumber(1)],
            arose_on: day("2014-03-25"),
            unreasonable_to_expect: Some(accepted),
            still_fair: Some(true),
            accepted,
            reasons: Some(fixture::sealed(91)),
            adjustments: Some(fixture::sealed(92)),
            told_on: Some(day("2015-03-31")),
            ombudsman_named: true,
            on: day("2015-03-30"),
        }
    }

    #[test]
    fn a_late_complaint_is_received_and_not_answered_before_the_delay_is_weighed() {
        given([late()])
            .when(respond("2015-04-13"))
            .then_refused(&Refusal::OutOfTime {
                arose_on: day("2014-03-25"),
                until: day("2015-03-25"),
                received_on: day("2015-03-26"),
            });
        given([late(), weigh(true).into()])
            .when(respond("2015-04-13"))
            .then_accepted();
    }

    #[test]
    fn the_last_day_of_the_year_is_in_time_and_nothing_is_weighed() {
        given([late()])
            .when(WeighDelay {
                arose_on: day("2014-03-26"),
                ..weigh(true)
            })
            .then_refused(&Refusal::Decision(DecisionFault::MadeInTime(day(
                "2015-03-26",
            ))));
        given([late()]).when(weigh(true)).then_accepted();
    }

    #[test]
    fn late_points_are_taken_only_when_both_limbs_hold() {
        given([late()])
            .when(WeighDelay {
                unreasonable_to_expect: Some(false),
                ..weigh(true)
            })
            .then_refused(&Refusal::Decision(DecisionFault::LimbNotMet(
                "it was reasonable to expect them in time",
            )));
        given([late()])
            .when(WeighDelay {
                still_fair: Some(false),
                ..weigh(true)
            })
            .then_refused(&Refusal::Decision(DecisionFault::LimbNotMet(
                "they can no longer be considered effectively and fairly",
            )));
        given([late()])
            .when(WeighDelay {
                adjustments: None,
                told_on: None,
                ombudsman_named: false,
                ..weigh(true)
            })
            .then_accepted();
    }

    #[test]
    fn a_refusal_needs_both_limbs_reasons_adjustments_notice_and_the_ombudsman() {
        let refused = |command: WeighDelay, refusal: Refusal| {
            given([late()]).when(command).then_refused(&refusal);
        };
        let said = |missing| Refusal::NotYet(NotYet::InTheDecision(missing));
        refused(
            WeighDelay {
                unreasonable_to_expect: None,
                ..weigh(false)
            },
            said(EXPECTED),
        );
        refused(
            WeighDelay {
                still_fair: None,
                ..weigh(false)
            },
            said(FAIR),
        );
        refused(
            WeighDelay {
                reasons: None,
                ..weigh(false)
            },
            said("its reasons"),
        );
        refused(
            WeighDelay {
                adjustments: None,
                ..weigh(false)
            },
            said("what reasonable adjustments were thought of"),
        );
        refused(
            WeighDelay {
                told_on: None,
                ..weigh(false)
            },
            Refusal::NotYet(NotYet::Told("the complainant")),
        );
        refused(
            WeighDelay {
                ombudsman_named: false,
                ..weigh(false)
            },
            Refusal::Decision(DecisionFault::OmbudsmanNotNamed),
        );
        given([late()])
            .when(weigh(false))
            .then_stopped("D-S1", "2015-03-31");
    }

    #[test]
    fn a_letter_may_hold_points_in_time_and_late_ones() {
        given([two_points()])
            .when(weigh(false))
            .then_running("D-S1");
        given([two_points(), weigh(false).into()])
            .when(respond("2015-04-13"))
            .then_refused(&Refusal::Decision(DecisionFault::NotUnderConsideration(
                PointNumber(1),
            )));
    }

    #[test]
    fn a_refused_point_may_be_weighed_again_and_a_taken_one_stays() {
        given([two_points(), weigh(false).into()])
            .when(weigh(true))
            .then_accepted();
        given([late(), weigh(true).into()])
            .when(weigh(false))
            .then_refused(&Refusal::AlreadyDone {
                what: "the decision to consider a late point",
                on: day("2015-03-30"),
            });
    }

    #[test]
    fn a_deferred_point_waits_to_be_weighed_until_it_comes_back() {
        given([two_points(), defer(&[1], "2015-03-27").into()])
            .when(weigh(false))
            .then_refused(&Refusal::Decision(DecisionFault::NotUnderConsideration(
                PointNumber(1),
            )));
        // With the other point refused, nothing is considered, so that no stage's clock runs.
        given([two_points(), defer(&[2], "2015-03-27").into()])
            .when(weigh(false))
            .then_stopped("D-S1", "2015-03-31");
    }

    #[test]
    fn the_year_belongs_to_the_statutory_procedure() {
        given([corporate_complaint()])
            .when(weigh(true))
            .then_refused(&Refusal::WrongKind {
                action: "weighing the delay",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
    }
}
