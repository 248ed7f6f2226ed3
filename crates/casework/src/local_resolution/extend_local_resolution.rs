//! Extend Stage 1.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::ExtensionReason;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::Refusal;

/// Give Stage 1 up to ten further working days, once, and tell the complainant.
///
/// Source: SI 2006/1738 reg 14(5); twenty working days from receipt are the ceiling (REP-11.2, 11.4).
/// Reading: an extension recorded after the first limit, or without a notice, is kept on record but is
/// not valid, so the case is reported as late at ten days (REP-11.3).
#[derive(Clone, Copy, Debug)]
pub struct ExtendLocalResolution {
    /// Why.
    pub reason: ExtensionReason,
    /// The new last day.
    pub until: Date,
    /// When the complainant was told the reason and the new day.
    pub notified_on: Option<Date>,
    /// The day it was decided.
    pub on: Date,
}

impl ExtendLocalResolution {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for a second extension, a day past the ceiling or not later than the present one,
    /// after the answer, or an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let local_resolution = case.at_local_resolution("extending Stage 1")?;
        case.not_yet_answered("extending Stage 1")?;
        law.happened("the extension", self.on, ("the receipt", case.received_on))?;
        if let Some(notified_on) = self.notified_on {
            law.happened(
                "the notice of the extension",
                notified_on,
                ("the receipt", case.received_on),
            )?;
        }
        let limit = match case.procedure() {
            Some(Procedure::Corporate) => LimitId::CorporateResponse,
            Some(Procedure::ChildrenAct) | None => LimitId::LocalResolution,
        };
        let clock = case
            .clocks
            .running_of(limit)
            .ok_or(Refusal::NotAtThisStage {
                action: "extending Stage 1",
                belongs: "a complaint whose clock runs",
                at: "a stage without one",
            })?;
        if let (Some(_), Some(extension)) = (local_resolution.extended, clock.extended) {
            return Err(Refusal::AlreadyExtended(extension.to));
        }
        if self.until <= clock.due.due_on {
            return Err(Refusal::NotAnExtension {
                asked: self.until,
                due: clock.due.due_on,
            });
        }
        let latest = clock.due.latest_on.unwrap_or(clock.due.due_on);
        if self.until > latest {
            return Err(Refusal::PastTheCeiling {
                asked: self.until,
                latest,
            });
        }
        let in_time = |day: Date| day <= clock.due.due_on;
        let valid = in_time(self.on) && self.notified_on.is_some_and(in_time);
        let event = Event::LocalResolutionExtended {
            reason: self.reason,
            notified_on: self.notified_on,
        };
        let mut clocks = vec![ClockChange::Extended {
            limit,
            to: self.until,
            valid,
        }];
        if limit == LimitId::LocalResolution {
            let told = LimitId::LocalResolutionExtension;
            clocks.push(law.start(told, case.received_on)?);
            clocks.extend(
                self.notified_on
                    .map(|on| ClockChange::Met { limit: told, on }),
            );
        }
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{
        acknowledge, corporate_complaint, day, extend, given, record_complaint, respond,
    };

    #[test]
    fn twenty_working_days_from_receipt_are_the_ceiling() {
        given([record_complaint()])
            .when(extend("2015-04-10", "2015-04-27"))
            .then_due("D-S1", "2015-04-27");
        given([record_complaint()])
            .when(extend("2015-04-10", "2015-04-28"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-04-28"),
                latest: day("2015-04-27"),
            });
    }

    #[test]
    fn an_extension_on_day_ten_is_valid_and_on_day_eleven_is_recorded_but_not_valid() {
        given([record_complaint()])
            .when(extend("2015-04-13", "2015-04-20"))
            .then_due("D-S1", "2015-04-20");
        given([record_complaint()])
            .when(extend("2015-04-14", "2015-04-20"))
            .then_due("D-S1", "2015-04-13");
    }

    #[test]
    fn a_corporate_answer_is_extended_by_ten_working_days_from_its_own_limit() {
        // Acknowledged on 2 April, so due on 20 April; ten working days more end on 5 May.
        let history = || [corporate_complaint(), acknowledge("2015-04-02")];
        given(history())
            .when(extend("2015-04-20", "2015-05-05"))
            .then_due("D-C1", "2015-05-05");
        given(history())
            .when(extend("2015-04-20", "2015-05-06"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-05-06"),
                latest: day("2015-05-05"),
            });
        given([corporate_complaint()])
            .when(extend("2015-03-30", "2015-05-05"))
            .then_refused(&Refusal::NotAtThisStage {
                action: "extending Stage 1",
                belongs: "a complaint whose clock runs",
                at: "a stage without one",
            });
    }

    #[test]
    fn an_extension_without_a_notice_is_not_valid() {
        let untold = ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until: day("2015-04-20"),
            notified_on: None,
            on: day("2015-04-10"),
        };
        given([record_complaint()])
            .when(untold)
            .then_due("D-S1", "2015-04-13");
    }

    #[test]
    fn the_notice_has_its_own_limit_within_the_first_ten_days() {
        given([record_complaint()])
            .when(extend("2015-04-10", "2015-04-20"))
            .then_clocks(&[("D-S1-NOTICE", "2015-04-13")])
            .then_met("D-S1-NOTICE", "2015-04-10");
    }

    #[test]
    fn there_is_no_second_extension() {
        given([record_complaint(), extend("2015-04-10", "2015-04-20")])
            .when(extend("2015-04-13", "2015-04-27"))
            .then_refused(&Refusal::AlreadyExtended(day("2015-04-20")));
    }

    #[test]
    fn the_new_day_must_be_later_and_before_the_answer() {
        given([record_complaint()])
            .when(extend("2015-04-10", "2015-04-13"))
            .then_refused(&Refusal::NotAnExtension {
                asked: day("2015-04-13"),
                due: day("2015-04-13"),
            });
        given([record_complaint(), respond("2015-04-13")])
            .when(extend("2015-04-13", "2015-04-20"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-13"),
            });
    }
}
