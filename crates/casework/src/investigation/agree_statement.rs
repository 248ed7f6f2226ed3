//! Agree the written statement of complaint.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that the complainant agreed the written statement as it was sent last. Its points are then the
/// complaint's; agreeing a later version restarts no clock.
///
/// Sources disagree whether Stage 2 runs from the request or from this agreement, so both are
/// computed and kept, and the earlier is the one alerted (REP-12.8).
#[derive(Clone, Copy, Debug)]
pub struct AgreeStatement {
    /// The day it was agreed.
    pub on: Date,
}

impl AgreeStatement {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 2 does not run, it was agreed before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("agreeing the statement")?;
        let agreed_before = match investigation.statements.last() {
            Some(sent) => sent.agreed_on,
            None => investigation.statement_agreed_on,
        };
        if let Some(on) = agreed_before {
            return Err(Refusal::AlreadyDone {
                what: "the agreement of the statement",
                on,
            });
        }
        let earliest = match investigation.statements.last() {
            Some(sent) => ("the sending of the statement", sent.sent_on),
            None => ("the request for Stage 2", investigation.requested_on),
        };
        law.happened("the agreement", self.on, earliest)?;
        let mut clocks: Vec<_> = case
            .clocks
            .meet(LimitId::InvestigationRecord, self.on)
            .into_iter()
            .collect();
        let runs = case
            .clocks
            .running_of(LimitId::InvestigationFromRequest)
            .is_some();
        if runs && investigation.statement_agreed_on.is_none() {
            clocks.push(law.start(LimitId::InvestigationFromRecord, self.on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::StatementAgreed,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{at_investigation, day, given};

    #[test]
    fn the_agreement_starts_a_second_clock_and_leaves_the_first() {
        given(at_investigation())
            .when(AgreeStatement {
                on: day("2015-05-20"),
            })
            .then_clocks(&[("D-S2-A", "2015-06-25")])
            .then_due("D-S2-R", "2015-06-11");
    }
}
