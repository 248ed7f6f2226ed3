//! Receive the Independent Person's report.

use jiff::civil::Date;

use super::{IndependentCheck, IndependentReport};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{InvestigationFault, NotYet, Refusal};

/// Record what the Independent Person says about the investigation.
///
/// Source: Getting the Best from Complaints (2006), Stage 2.
#[derive(Clone, Debug)]
pub struct ReceiveIndependentReport {
    /// What it says.
    pub report: IndependentReport,
    /// The day it came.
    pub on: Date,
}

impl ReceiveIndependentReport {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nobody investigates, something was not found to be so and nothing is said about
    /// it, it came before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("the Independent Person’s report")?;
        let Some((appointed_on, _)) = &investigation.appointed else {
            return Err(Refusal::NotYet(NotYet::InvestigatorsAppointed));
        };
        let before = investigation.independent_report.as_ref().map(|(on, _)| *on);
        if let Some(on) = before.or(investigation.reported_on) {
            let what = "the receipt of the Independent Person’s report";
            return Err(Refusal::AlreadyDone { what, on });
        }
        law.happened("the report", self.on, ("the appointment", *appointed_on))?;
        let satisfied = |check: &IndependentCheck| self.report.satisfied.contains(check);
        if self.report.remarks.is_none() && !IndependentCheck::ALL.iter().all(satisfied) {
            return Err(Refusal::Investigation(
                InvestigationFault::NotSatisfiedWithoutRemarks,
            ));
        }
        let event = Event::IndependentPersonReported(self.report.clone());
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{appoint_investigators, at_investigation, day, fixture, given};

    #[test]
    fn what_was_not_found_to_be_so_is_explained() {
        let report = |satisfied: &[IndependentCheck], remarks| ReceiveIndependentReport {
            report: IndependentReport {
                satisfied: satisfied.to_vec(),
                remarks,
            },
            on: day("2015-07-20"),
        };
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history.clone())
            .when(report(&IndependentCheck::ALL, None))
            .then_accepted();
        given(history.clone())
            .when(report(&IndependentCheck::ALL[1..], None))
            .then_refused(&Refusal::Investigation(
                InvestigationFault::NotSatisfiedWithoutRemarks,
            ));
        given(history)
            .when(report(
                &IndependentCheck::ALL[1..],
                Some(fixture::sealed(81)),
            ))
            .then_accepted();
    }
}
