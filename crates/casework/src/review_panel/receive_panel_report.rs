//! Receive the Review Panel's report.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::PanelReport;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, PanelFault, Refusal};

/// Record when the panel sent its report, to whom, when the authority received it, and what it says.
///
/// Source: SI 2006/1738 reg 20(1) to (3). The director's fifteen working days run from receipt, never
/// from the meeting.
///
/// Reading: the panel's own five working days are kept when the report has gone to everybody to whom it
/// always goes; until then that limit runs on.
#[derive(Clone, Debug)]
pub struct ReceivePanelReport {
    /// The day the panel sent it.
    pub sent_on: Date,
    /// The day the authority received it.
    pub received_on: Date,
    /// What it says; `None` only where an old register does not say.
    pub report: Option<PanelReport>,
}

impl ReceivePanelReport {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the panel has not met, the report was received before, a point has no finding
    /// or two, a recommendation's number stands twice, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let review_panel = case.at_review_panel("the panel's report")?;
        let Some(met_on) = review_panel.met_on else {
            return Err(Refusal::NotYet(NotYet::PanelMet));
        };
        if let Some(on) = review_panel.reported_on {
            return Err(Refusal::AlreadyDone {
                what: "the receipt of the panel's report",
                on,
            });
        }
        law.happened(
            "sending the panel's report",
            self.sent_on,
            ("the panel's meeting", met_on),
        )?;
        law.happened(
            "the receipt of the panel's report",
            self.received_on,
            ("its sending", self.sent_on),
        )?;
        if let Some(report) = &self.report {
            case.every_point_in_play_once(&report.findings)?;
            for (place, recommendation) in report.recommendations.iter().enumerate() {
                let before = &report.recommendations[..place];
                if before
                    .iter()
                    .any(|each| each.number == recommendation.number)
                {
                    return Err(Refusal::Panel(PanelFault::DecidedTwice(
                        recommendation.number,
                    )));
                }
            }
        }
        let mut clocks = Vec::new();
        if self.report.as_ref().is_none_or(PanelReport::went_to_all) {
            clocks.extend(case.clocks.meet(LimitId::ReviewPanelReport, self.sent_on));
        }
        let from = law
            .settings
            .panel_answered_from(self.sent_on, self.received_on);
        clocks.push(law.start(LimitId::ReviewPanelResponse, from)?);
        let event = Event::ReviewPanelReported {
            sent_on: self.sent_on,
            report: self.report.clone(),
        };
        Ok(vec![Fact {
            on: self.received_on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::point::PointNumber;
    use crate::refusal::DecisionFault;
    use crate::review_panel::Recipient;
    use crate::story::{day, finding, given, panel_met, panel_report, with_a_point_deferred};

    fn receive(report: PanelReport) -> ReceivePanelReport {
        ReceivePanelReport {
            sent_on: day("2015-10-14"),
            received_on: day("2015-10-15"),
            report: Some(report),
        }
    }

    #[test]
    fn the_director_has_fifteen_working_days_from_receipt() {
        given(panel_met())
            .when(receive(panel_report()))
            .then_met("D-S3-REPORT", "2015-10-14")
            .then_clocks(&[("D-S3-RESP", "2015-11-05")]);
    }

    #[test]
    fn the_panels_limit_runs_on_until_the_report_has_gone_to_all() {
        for missing in Recipient::ALWAYS {
            let mut report = panel_report();
            report.sent_to.retain(|recipient| *recipient != missing);
            given(panel_met())
                .when(receive(report))
                .then_running("D-S3-REPORT");
        }
    }

    #[test]
    fn the_panel_finds_on_every_point_once() {
        let mut report = panel_report();
        report.findings.clear();
        given(panel_met())
            .when(receive(report.clone()))
            .then_refused(&Refusal::PointUnanswered(PointNumber(1)));
        report.findings = vec![finding(1, Finding::Upheld), finding(1, Finding::Upheld)];
        given(panel_met())
            .when(receive(report))
            .then_refused(&Refusal::AnsweredTwice(PointNumber(1)));
    }

    #[test]
    fn the_panel_leaves_out_what_is_deferred() {
        let met = || with_a_point_deferred(panel_met());
        given(met()).when(receive(panel_report())).then_accepted();
        let mut report = panel_report();
        report.findings.push(finding(2, Finding::Upheld));
        let deferred = DecisionFault::NotUnderConsideration(PointNumber(2));
        given(met())
            .when(receive(report))
            .then_refused(&Refusal::Decision(deferred));
    }
}
