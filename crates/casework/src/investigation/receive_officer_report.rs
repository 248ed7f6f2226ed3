//! Receive the Investigating Officer's report.

use jiff::civil::Date;

use super::OfficerReport;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::local_resolution::every_point_once;
use crate::refusal::{InvestigationFault, NotYet, Refusal};

/// Record the officer's report: a finding with reasons for every point, and recommendations.
///
/// Source: Getting the Best from Complaints (2006), Stage 2. The report ends no time limit: Stage 2 ends
/// when the answer is sent (Ombudsman 24 018 419).
#[derive(Clone, Debug)]
pub struct ReceiveOfficerReport {
    /// What it says.
    pub report: OfficerReport,
    /// The day it came.
    pub on: Date,
}

impl ReceiveOfficerReport {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nobody investigates, a point is left out or has no reasons, it came before, or
    /// the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("the officer's report")?;
        let Some((appointed_on, _)) = &investigation.appointed else {
            return Err(Refusal::NotYet(NotYet::InvestigatorsAppointed));
        };
        let before = investigation.officer_report.as_ref().map(|(on, _)| *on);
        if let Some(on) = before.or(investigation.reported_on) {
            let what = "the receipt of the officer's report";
            return Err(Refusal::AlreadyDone { what, on });
        }
        law.happened("the report", self.on, ("the appointment", *appointed_on))?;
        let findings = &self.report.findings;
        every_point_once(case.points(), findings)?;
        if let Some(bare) = findings.iter().find(|finding| finding.reasons.is_none()) {
            return Err(Refusal::Investigation(
                InvestigationFault::FindingWithoutReasons(bare.point),
            ));
        }
        let report = self.report.clone();
        Ok(vec![Fact::new(self.on, Event::OfficerReported(report))])
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::point::PointNumber;
    use crate::story::{appoint_investigators, at_investigation, day, finding, given, reasoned};

    fn report(findings: Vec<crate::point::PointFinding>) -> ReceiveOfficerReport {
        ReceiveOfficerReport {
            report: OfficerReport {
                findings,
                recommendations: Vec::new(),
            },
            on: day("2015-07-20"),
        }
    }

    #[test]
    fn every_point_has_a_finding_with_its_reasons_and_the_clock_goes_on() {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        given(history.clone())
            .when(report(vec![reasoned(1, Finding::Upheld)]))
            .then_running("D-S2-R");
        given(history.clone())
            .when(report(vec![finding(1, Finding::Upheld)]))
            .then_refused(&Refusal::Investigation(
                InvestigationFault::FindingWithoutReasons(PointNumber(1)),
            ));
        given(history)
            .when(report(Vec::new()))
            .then_refused(&Refusal::PointUnanswered(PointNumber(1)));
        given(at_investigation())
            .when(report(vec![reasoned(1, Finding::Upheld)]))
            .then_refused(&Refusal::NotYet(NotYet::InvestigatorsAppointed));
    }
}
