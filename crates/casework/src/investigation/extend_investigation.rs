//! Extend Stage 2.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::local_resolution::ExtensionReason;
use crate::refusal::Refusal;

/// Extend the investigation, at most to sixty-five working days from the same start, and tell the
/// complainant the reason and the new day.
///
/// Source: SI 2006/1738 reg 17(6). Never twenty-five and sixty-five added (REP-12.6).
#[derive(Clone, Copy, Debug)]
pub struct ExtendInvestigation {
    /// Why.
    pub reason: ExtensionReason,
    /// The new last day.
    pub until: Date,
    /// When the complainant was told in writing.
    pub notified_on: Option<Date>,
    /// The day it was decided.
    pub on: Date,
}

impl ExtendInvestigation {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] for a day past the ceiling or not later than the present one, or an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("extending Stage 2")?;
        law.happened(
            "the extension",
            self.on,
            ("the request for Stage 2", investigation.requested_on),
        )?;
        if let Some(notified_on) = self.notified_on {
            let requested = ("the request for Stage 2", investigation.requested_on);
            law.happened("the notice of the extension", notified_on, requested)?;
        }
        let running: Vec<_> = [
            LimitId::InvestigationFromRequest,
            LimitId::InvestigationFromRecord,
            LimitId::CorporateReviewResponse,
        ]
        .into_iter()
        .filter_map(|limit| case.clocks.running_of(limit))
        .collect();
        // The clock from the request starts first, so its ceiling is the one that binds.
        let Some(binding) = running.first() else {
            return Err(Refusal::NotAtThisStage {
                action: "extending Stage 2",
                belongs: "an investigation whose clock runs",
                at: "a stage without one",
            });
        };
        let due = binding.due_on();
        if self.until <= due {
            return Err(Refusal::NotAnExtension {
                asked: self.until,
                due,
            });
        }
        let latest = binding.due.latest_on.unwrap_or(due);
        if self.until > latest {
            return Err(Refusal::PastTheCeiling {
                asked: self.until,
                latest,
            });
        }
        let valid = self.notified_on.is_some() && self.on <= due;
        let extended = running.iter().filter(|clock| self.until > clock.due.due_on);
        let mut clocks = extended
            .map(|clock| ClockChange::Extended {
                limit: clock.due.limit,
                to: self.until,
                valid,
            })
            .collect::<Vec<_>>();
        let known_on = self.notified_on.map_or(self.on, |told| told.min(self.on));
        // The notice is owed as soon as it is known that more time is needed.
        if case
            .clocks
            .running_of(LimitId::InvestigationExtension)
            .is_none()
        {
            clocks.push(law.start(LimitId::InvestigationExtension, known_on)?);
        }
        clocks.extend(self.notified_on.map(|on| ClockChange::Met {
            limit: LimitId::InvestigationExtension,
            on,
        }));
        let event = Event::InvestigationExtended {
            reason: self.reason,
            notified_on: self.notified_on,
        };
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
    use crate::story::{at_investigation, day, given};

    fn until(until: &str) -> ExtendInvestigation {
        ExtendInvestigation {
            reason: ExtensionReason::Complex,
            until: day(until),
            notified_on: Some(day("2015-06-10")),
            on: day("2015-06-10"),
        }
    }

    #[test]
    fn sixty_five_days_count_from_the_start_and_not_from_day_twenty_five() {
        given(at_investigation())
            .when(until("2015-08-06"))
            .then_due("D-S2-R", "2015-08-06");
        given(at_investigation())
            .when(until("2015-08-07"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-08-07"),
                latest: day("2015-08-06"),
            });
    }

    #[test]
    fn an_extension_without_a_written_notice_is_not_valid() {
        let untold = ExtendInvestigation {
            notified_on: None,
            ..until("2015-08-06")
        };
        given(at_investigation())
            .when(untold)
            .then_due("D-S2-R", "2015-06-11");
    }
}
