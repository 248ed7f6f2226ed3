//! Receive the Investigating Officer's report.

use jiff::civil::Date;

use super::OfficerReport;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
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
        let investigation = case.at_investigation("the officer’s report")?;
        let Some((appointed_on, _)) = &investigation.appointed else {
            return Err(Refusal::NotYet(NotYet::InvestigatorsAppointed));
        };
        let before = investigation.officer_report.as_ref().map(|(on, _)| *on);
        if let Some(on) = before.or(investigation.reported_on) {
            let what = "the receipt of the officer’s report";
            return Err(Refusal::AlreadyDone { what, on });
        }
        law.happened("the report", self.on, ("the appointment", *appointed_on))?;
        let findings = &self.report.findings;
        case.every_point_in_play_once(findings)?;
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
    use crate::action::Command;
    use crate::closure::NextRight;
    use crate::investigation::SendAdjudication;
    use crate::local_resolution::Respond;
    use crate::point::PointNumber;
    use crate::proceedings::{DeferralNumber, Resubmit};
    use crate::refusal::DecisionFault;
    use crate::story::{
        appoint_investigators, at_investigation, day, defer, end_proceedings, finding, given,
        notice, reasoned, request_investigation, two_points, with_a_point_deferred,
    };

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

    fn under_investigation_with_a_point_deferred() -> Vec<Command> {
        let mut history = at_investigation();
        history.push(appoint_investigators());
        with_a_point_deferred(history)
    }

    #[test]
    fn what_is_deferred_is_left_out() {
        given(under_investigation_with_a_point_deferred())
            .when(report(vec![reasoned(1, Finding::Upheld)]))
            .then_accepted();
        let deferred = DecisionFault::NotUnderConsideration(PointNumber(2));
        given(under_investigation_with_a_point_deferred())
            .when(report(vec![
                reasoned(1, Finding::Upheld),
                reasoned(2, Finding::Upheld),
            ]))
            .then_refused(&Refusal::Decision(deferred));
    }

    /// Point 2 is deferred while the officer looks at point 1, and comes back.
    fn reported_on_the_other(answered: bool) -> Vec<Command> {
        let both = vec![finding(1, Finding::Upheld), finding(2, Finding::Upheld)];
        let mut history = vec![two_points()];
        let respond = Respond {
            findings: both,
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: day("2015-04-13"),
        };
        history.push(respond.into());
        history.push(request_investigation("2015-05-06"));
        history.push(appoint_investigators());
        history.push(defer(&[2], "2015-06-01").into());
        history.push(report(vec![reasoned(1, Finding::Upheld)]).into());
        if answered {
            let adjudication = SendAdjudication {
                findings: vec![finding(1, Finding::Upheld)],
                adjudication: None,
                notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
                sent_on: day("2015-08-05"),
            };
            history.push(adjudication.into());
        }
        history.push(end_proceedings("2015-08-10").into());
        let resubmit = Resubmit {
            deferral: DeferralNumber(1),
            elsewhere: None,
            on: day("2015-08-11"),
        };
        history.push(resubmit.into());
        history
    }

    #[test]
    fn the_officer_reports_again_when_a_point_comes_back() {
        let later = |findings| ReceiveOfficerReport {
            on: day("2015-09-01"),
            ..report(findings)
        };
        given(reported_on_the_other(false))
            .when(later(vec![
                reasoned(1, Finding::Upheld),
                reasoned(2, Finding::Upheld),
            ]))
            .then_accepted();
        given(reported_on_the_other(true))
            .when(later(vec![reasoned(2, Finding::Upheld)]))
            .then_accepted();
    }
}
