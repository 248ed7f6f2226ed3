//! Record that everything the Ombudsman recommended was done.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the authority's compliance with the Ombudsman's decision: every remedy done, and its evidence
/// sent.
#[derive(Clone, Copy, Debug)]
pub struct RecordCompliance {
    /// The day the Ombudsman was content.
    pub on: Date,
}

impl RecordCompliance {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the Ombudsman has not decided, a remedy is not done or its evidence not sent,
    /// it was recorded before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (ombudsman, decided_on, _) = case.decided_by_the_ombudsman()?;
        if let Some(on) = ombudsman.complied_on {
            return Err(Refusal::AlreadyDone {
                what: "compliance with the Ombudsman’s decision",
                on,
            });
        }
        if let Some(remedy) = ombudsman.unproved().next() {
            return Err(Refusal::RemedyNotDone(remedy.number));
        }
        let last_done = ombudsman.done.iter().map(|(_, on, _)| *on).max();
        law.happened(
            "compliance",
            self.on,
            (
                "the last step towards it",
                last_done.unwrap_or(decided_on).max(decided_on),
            ),
        )?;
        Ok(vec![Fact::new(self.on, Event::OmbudsmanComplied)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::ombudsman::{
        OmbudsmanRemedy, RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordRemedyDone,
        RemedyNumber,
    };
    use crate::remedy::{Pence, RemedyKind};
    use crate::settings::Code;
    use crate::story::{close, day, given, stage_2_answered};

    fn remedy(number: u16, kind: RemedyKind, due_on: &str) -> OmbudsmanRemedy {
        OmbudsmanRemedy {
            number: RemedyNumber(number),
            kind,
            amount: kind.is_a_payment().then_some(Pence(15_000)),
            due_on: Some(day(due_on)),
            text: None,
        }
    }

    fn decided() -> Vec<Command> {
        let mut history = stage_2_answered();
        history.push(RecordOmbudsmanCase::on(day("2015-10-01")).into());
        let decision = RecordOmbudsmanDecision {
            fault: Some(true),
            injustice: Some(true),
            remedies: vec![
                remedy(1, RemedyKind::PaymentForDistress, "2016-01-29"),
                remedy(2, RemedyKind::Apology, "2015-12-29"),
            ],
            ..RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-12-01"))
        };
        history.push(decision.into());
        history
    }

    fn done(number: u16, evidence: bool, on: &str) -> Command {
        RecordRemedyDone {
            remedy: RemedyNumber(number),
            evidence,
            on: day(on),
        }
        .into()
    }

    const COMPLIED: RecordCompliance = RecordCompliance {
        on: Date::constant(2016, 2, 1),
    };

    #[test]
    fn compliance_needs_every_remedy_done_and_shown() {
        given(decided())
            .when(COMPLIED)
            .then_refused(&Refusal::RemedyNotDone(RemedyNumber(1)));
        let mut history = decided();
        history.push(done(1, true, "2015-12-20"));
        history.push(done(2, false, "2015-12-21"));
        given(history.clone())
            .when(COMPLIED)
            .then_refused(&Refusal::RemedyNotDone(RemedyNumber(2)));
        history.push(done(2, true, "2016-01-04"));
        given(history).when(COMPLIED).then_accepted();
    }

    #[test]
    fn the_clock_shows_the_earliest_remedy_that_is_outstanding() {
        let mut history = decided();
        given(history.clone())
            .when(done(1, true, "2015-12-20"))
            .then_running("D-ACTION")
            .then_due("D-ACTION", "2015-12-29");
        given(history.clone())
            .when(done(2, true, "2015-12-20"))
            .then_clocks(&[("D-ACTION", "2016-01-29")]);
        history.push(done(2, true, "2015-12-20"));
        given(history)
            .when(done(1, true, "2016-01-05"))
            .then_met("D-ACTION", "2016-01-05");
    }

    #[test]
    fn a_remedy_is_done_once_and_exists() {
        let mut history = decided();
        history.push(done(1, true, "2015-12-20"));
        given(history)
            .when(done(1, true, "2015-12-21"))
            .then_refused(&Refusal::AlreadyDone {
                what: "this remedy",
                on: day("2015-12-20"),
            });
        given(decided())
            .when(done(3, true, "2015-12-21"))
            .then_refused(&Refusal::NoSuchRemedy(RemedyNumber(3)));
    }

    #[test]
    fn a_case_is_not_closed_while_a_remedy_is_outstanding() {
        given(decided())
            .when(close("2016-01-04"))
            .then_refused(&Refusal::NotReadyToClose(
                "a remedy the Ombudsman recommended is not done",
            ));
    }
}
