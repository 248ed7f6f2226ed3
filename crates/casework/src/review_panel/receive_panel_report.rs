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
        let review_panel = case.at_review_panel("the panel’s report")?;
        let Some(met_on) = review_panel.met_on else {
            return Err(Refusal::NotYet(NotYet::PanelMet));
        };
        if let Some(on) = review_panel.reported_on {
            return Err(Refusal::AlreadyDone {
                what: "the receipt of the panel’s report",
                on,
            });
        }
        law.happened(
            "sending the panel’s report",
            self.sent_on,
            ("the panel’s meeting", met_on),
        )?;
        law.happened(
            "the receipt of the panel’s report",
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
    use crate::action::{Action, Command};
    use crate::closure::NextRight;
    use crate::investigation::SendAdjudication;
    use crate::local_resolution::Respond;
    use crate::point::PointNumber;
    use crate::proceedings::{DeferralNumber, Resubmit};
    use crate::refusal::DecisionFault;
    use crate::review_panel::{
        AppointReviewPanel, HoldReviewPanel, PanelResponse, Recipient, RecommendationAnswer,
        RecommendationDecision, RecommendationNumber, SendPanelResponse,
    };
    use crate::story::{
        appoint_investigators, day, defer, end_proceedings, finding, fixture, given, notice,
        panel_met, panel_report, panel_reported, request_investigation, request_review_panel,
        two_points, with_a_point_deferred,
    };

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

    /// Point 2 is deferred at Stage 3 and comes back when the panel has been answered on point 1; a panel meets anew.
    /// The panel may have found on it before it was deferred.
    fn heard_again(reported_before: bool) -> Vec<Command> {
        let both = || vec![finding(1, Finding::Upheld), finding(2, Finding::Upheld)];
        let respond = Respond {
            findings: both(),
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: day("2015-04-13"),
        };
        let adjudication = SendAdjudication {
            findings: both(),
            adjudication: None,
            notice: Some(notice(NextRight::ReviewPanel, "2015-08-05")),
            sent_on: day("2015-08-05"),
        };
        let after_the_request = |story: Vec<Command>| {
            let asked = story
                .iter()
                .position(|told| told.action() == Action::RequestReviewPanel);
            story.into_iter().skip(asked.map_or(0, |asked| asked + 1))
        };
        let mut history = vec![
            two_points(),
            respond.into(),
            request_investigation("2015-05-06"),
            appoint_investigators(),
            adjudication.into(),
            request_review_panel("2015-08-28"),
        ];
        if reported_before {
            history.extend(after_the_request(panel_met()));
            let report = PanelReport {
                findings: both(),
                ..panel_report()
            };
            history.extend([receive(report).into(), defer(&[2], "2015-10-16").into()]);
        } else {
            history.push(defer(&[2], "2015-09-01").into());
            history.extend(after_the_request(panel_reported()));
        }
        let decide = |number| RecommendationDecision {
            recommendation: RecommendationNumber(number),
            answer: RecommendationAnswer::Accepted,
            reasons: None,
            action: None,
            due_on: None,
        };
        let response = SendPanelResponse {
            sent_on: day("2015-11-05"),
            response: Some(PanelResponse {
                considered_on: Some(day("2015-10-28")),
                decisions: vec![decide(1), decide(2)],
                letter: None,
            }),
            notice: Some(notice(NextRight::Ombudsman, "2015-11-05")),
        };
        let resubmit = Resubmit {
            deferral: DeferralNumber(1),
            elsewhere: None,
            on: day("2015-11-17"),
        };
        let panel = AppointReviewPanel::undeclared(
            fixture::MR_LANE,
            [fixture::MS_SHAH, fixture::MR_COLE],
            day("2015-12-10"),
            day("2015-11-18"),
        );
        let held = HoldReviewPanel {
            on: day("2015-12-10"),
            attendance: None,
        };
        history.extend([
            response.into(),
            end_proceedings("2015-11-16").into(),
            resubmit.into(),
            panel.into(),
            held.into(),
        ]);
        history
    }

    #[test]
    fn a_panel_that_meets_again_finds_only_on_what_came_back() {
        let again = |findings| ReceivePanelReport {
            sent_on: day("2015-12-14"),
            received_on: day("2015-12-15"),
            report: Some(PanelReport {
                findings,
                ..panel_report()
            }),
        };
        let on_2 = || finding(2, Finding::NotUpheld);
        for reported_before in [false, true] {
            let met = || given(heard_again(reported_before));
            met()
                .when(again(vec![finding(1, Finding::Upheld), on_2()]))
                .then_refused(&Refusal::AnsweredTwice(PointNumber(1)));
            let then = met().when(again(vec![on_2()]));
            then.then_accepted();
            // What the first panel found stays on record.
            let panel = then.after().review_panel.expect("a panel was asked for");
            assert_eq!(panel.earlier.len(), 1);
            assert_eq!(panel.earlier[0].findings, [finding(1, Finding::Upheld)]);
        }
    }
}
