//! The commands of the worked case at Stage 3.

use statute::procedure::Finding;

use super::{day, finding, fixture, stage_2_answered};
use crate::action::Command;
use crate::review_panel::{
    AppointReviewPanel, Attendance, HoldReviewPanel, PanelReport, Present, RearrangeReviewPanel,
    ReceivePanelReport, Recipient, Recommendation, RecommendationNumber, RequestReviewPanel,
};

pub(crate) fn request_review_panel(on: &str) -> Command {
    RequestReviewPanel {
        reasons: Vec::new(),
        on: day(on),
        late_reasons: None,
    }
    .into()
}

pub(crate) fn at_review_panel() -> Vec<Command> {
    let mut history = stage_2_answered();
    history.push(request_review_panel("2015-08-28"));
    history
}

pub(crate) fn panel_appointed() -> Vec<Command> {
    let mut history = at_review_panel();
    let members = [fixture::MS_SHAH, fixture::MR_COLE];
    let panel = AppointReviewPanel {
        declared: Some([Vec::new(), Vec::new(), Vec::new()]),
        ..AppointReviewPanel::undeclared(
            fixture::MR_LANE,
            members,
            day("2015-10-07"),
            day("2015-09-10"),
        )
    };
    history.push(panel.into());
    history
}

pub(crate) fn rearrange(meets_on: &str, on: &str) -> Command {
    RearrangeReviewPanel {
        meets_on: day(meets_on),
        reasons: fixture::sealed(60),
        agreed_late_on: None,
        on: day(on),
    }
    .into()
}

pub(crate) fn panel_met() -> Vec<Command> {
    let mut history = panel_appointed();
    let attendance = Attendance {
        present: vec![Present::Complainant, Present::Advocate],
        spoke: Some(Present::Advocate),
    };
    let held = HoldReviewPanel {
        on: day("2015-10-07"),
        attendance: Some(attendance),
    };
    history.push(held.into());
    history
}

/// Two recommendations, sent to everybody to whom the report always goes.
pub(crate) fn panel_report() -> PanelReport {
    let recommendation = |number| Recommendation {
        number: RecommendationNumber(number),
        text: fixture::sealed(61),
    };
    PanelReport {
        summary: fixture::sealed(62),
        findings: vec![finding(1, Finding::Upheld)],
        recommendations: vec![recommendation(1), recommendation(2)],
        sent_to: Recipient::ALWAYS.to_vec(),
    }
}

pub(crate) fn panel_reported() -> Vec<Command> {
    let mut history = panel_met();
    let report = ReceivePanelReport {
        sent_on: day("2015-10-14"),
        received_on: day("2015-10-15"),
        report: Some(panel_report()),
    };
    history.push(report.into());
    history
}
