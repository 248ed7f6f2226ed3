//! Receive the reports of the Investigating Officer and the Independent Person.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that both reports are in, where no more is known of them. The clock goes on until the adjudication is sent (REP-12.14).
#[derive(Clone, Copy, Debug)]
pub struct ReceiveReports {
    /// The day the later of the two came in.
    pub on: Date,
}

impl ReceiveReports {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nobody investigates, the reports were in before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("receiving the reports")?;
        let Some((appointed_on, _)) = &investigation.appointed else {
            return Err(Refusal::NotYet(NotYet::InvestigatorsAppointed));
        };
        let one = investigation.officer_report.as_ref().map(|(on, _)| *on);
        let other = investigation.independent_report.as_ref().map(|(on, _)| *on);
        if let Some(on) = investigation.reported_on.or(one).or(other) {
            return Err(Refusal::AlreadyDone {
                what: "the receipt of the reports",
                on,
            });
        }
        law.happened("the reports", self.on, ("the appointment", *appointed_on))?;
        Ok(vec![Fact::new(self.on, Event::InvestigationReported)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{appoint_investigators, at_investigation, day, given};

    #[test]
    fn the_reports_do_not_stop_the_clock() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history)
            .when(ReceiveReports {
                on: day("2015-07-20"),
            })
            .then_running("D-S2-R");
    }
}
