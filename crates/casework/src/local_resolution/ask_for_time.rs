//! Ask for more time for the Stage 1 answer.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{ExtensionReason, MoreTimeAsked};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::refusal::{DraftFault, Refusal};

/// Ask the complaints team for more time. It moves no date: extending does, and that the team decides.
///
/// Source: council policy; what may be asked for is what SI 2006/1738 reg 14(5) lets the authority decide.
#[derive(Clone, Debug)]
pub struct AskForTime {
    /// Who asks.
    pub asked_by: AccountId,
    /// Why.
    pub reason: ExtensionReason,
    /// Until when.
    pub until: Date,
    /// When the family was told that it may take longer, if they were.
    pub told_on: Option<Date>,
    /// More about it.
    pub words: Option<Sealed>,
    /// The day it is asked.
    pub on: Date,
}

impl AskForTime {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Stage 1 answer is awaited or its time does not run, it was extended before, the reason is
    /// none the law knows at Stage 1, or a day is impossible, not later than the present one or past the ceiling.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("asking for more time")?;
        law.happened("the request", self.on, ("the receipt", case.received_on))?;
        if let Some(told_on) = self.told_on {
            let receipt = ("the receipt", case.received_on);
            law.happened("telling the family", told_on, receipt)?;
        }
        let limits = [LimitId::LocalResolution, LimitId::CorporateResponse];
        let mut running = limits
            .into_iter()
            .filter_map(|limit| case.clocks.running_of(limit));
        let clock = running.next().ok_or(Refusal::NotAtThisStage {
            action: "asking for more time",
            belongs: "a complaint whose clock runs",
            at: "a stage without one",
        })?;
        if let Some(extension) = clock.extended {
            return Err(Refusal::AlreadyExtended(extension.to));
        }
        if !ExtensionReason::AT_STAGE_1.contains(&self.reason) {
            return Err(DraftFault::NoReasonAtStage1.into());
        }
        let due = clock.due.due_on;
        if self.until <= due {
            let asked = self.until;
            return Err(Refusal::NotAnExtension { asked, due });
        }
        let latest = clock.due.latest_on.unwrap_or(due);
        if self.until > latest {
            let asked = self.until;
            return Err(Refusal::PastTheCeiling { asked, latest });
        }
        let event = Event::MoreTimeAsked(MoreTimeAsked {
            asked_by: self.asked_by,
            reason: self.reason,
            until: self.until,
            told_on: self.told_on,
            words: self.words.clone(),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, extend, fixture, given, record_complaint, respond};

    fn ask(until: &str, on: &str) -> AskForTime {
        AskForTime {
            asked_by: fixture::MS_HALL,
            reason: ExtensionReason::Complex,
            until: day(until),
            told_on: Some(day(on)),
            words: None,
            on: day(on),
        }
    }

    #[test]
    fn asking_for_more_time_moves_no_date_and_waits_until_it_is_extended_or_answered() {
        given([record_complaint()])
            .when(ask("2015-04-27", "2015-04-08"))
            .then_clocks(&[]);
        let waits = |then: crate::action::Command| {
            let asked = given([record_complaint(), ask("2015-04-27", "2015-04-08").into()]);
            asked.when(then).after().drafting.more_time.is_some()
        };
        assert!(waits(ask("2015-04-20", "2015-04-09").into()));
        assert!(!waits(extend("2015-04-10", "2015-04-20")));
        assert!(!waits(respond("2015-04-10")));
    }

    /// Received on 26 March: due on 13 April, and on 27 April at the latest.
    #[test]
    fn more_time_is_asked_for_within_what_the_law_lets_be_decided() {
        given([record_complaint()])
            .when(ask("2015-04-13", "2015-04-08"))
            .then_refused(&Refusal::NotAnExtension {
                asked: day("2015-04-13"),
                due: day("2015-04-13"),
            });
        given([record_complaint()])
            .when(ask("2015-04-28", "2015-04-08"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-04-28"),
                latest: day("2015-04-27"),
            });
        let witness_away = AskForTime {
            reason: ExtensionReason::WitnessAway,
            ..ask("2015-04-27", "2015-04-08")
        };
        given([record_complaint()])
            .when(witness_away)
            .then_refused(&DraftFault::NoReasonAtStage1.into());
        given([record_complaint(), extend("2015-04-10", "2015-04-20")])
            .when(ask("2015-04-27", "2015-04-13"))
            .then_refused(&Refusal::AlreadyExtended(day("2015-04-20")));
    }
}
