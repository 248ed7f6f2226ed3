//! The columns of Stage 3.

use casework::closure::NextRight;
use casework::review_panel::{
    AppointReviewPanel, HoldReviewPanel, ReceivePanelReport, RequestReviewPanel, SendPanelResponse,
};

use super::{Gathered, somebody};
use crate::private::seal_text;

impl Gathered<'_, '_, '_> {
    pub(super) fn stage_3(&mut self) {
        if let Some(on) = self.row.day("stage3_requested_on") {
            let late_reasons = self
                .row
                .text("stage3_late_reasons")
                .map(|text| seal_text(self.sealing, text));
            let command = RequestReviewPanel {
                reasons: Vec::new(),
                on,
                late_reasons,
            };
            self.order("stage3_requested_on", on, command);
        }
        let met_on = self.row.day("stage3_panel_met_on");
        if let Some(on) = self.row.day("stage3_panel_appointed_on") {
            let members = [somebody(), somebody()];
            let meets_on = met_on.unwrap_or(on);
            let command = AppointReviewPanel::undeclared(somebody(), members, meets_on, on);
            self.order("stage3_panel_appointed_on", on, command);
        }
        if let Some(on) = met_on {
            let attendance = None;
            self.order(
                "stage3_panel_met_on",
                on,
                HoldReviewPanel { on, attendance },
            );
        }
        if let Some(received_on) = self.row.day("stage3_report_received_on") {
            let sent_on = self.row.day("stage3_report_sent_on").unwrap_or(received_on);
            self.order(
                "stage3_report_received_on",
                received_on,
                ReceivePanelReport {
                    sent_on,
                    received_on,
                    report: None,
                },
            );
        }
        if let Some(sent_on) = self.row.day("stage3_answered_on") {
            let response = None;
            let notice = self.notice(NextRight::Ombudsman, sent_on);
            let command = SendPanelResponse {
                sent_on,
                response,
                notice,
            };
            self.order("stage3_answered_on", sent_on, command);
        }
    }
}
