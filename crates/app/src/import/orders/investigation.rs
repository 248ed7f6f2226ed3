//! The columns of Stage 2.

use casework::closure::NextRight;
use casework::ids::AccountId;
use casework::intake::Procedure;
use casework::investigation::{
    AgreeStatement, AppointInvestigators, AppointReviewer, ExtendInvestigation,
    InvestigatorsAppointed, ReceiveReports, SendAdjudication,
};
use casework::local_resolution::{ExtensionReason, RequestInvestigation, WithdrawRequest};
use uuid::Uuid;

use super::{Extension, Gathered, somebody};

impl Gathered<'_, '_, '_> {
    pub(super) fn stage_2(&mut self) {
        if let Some(on) = self.row.day("stage2_requested_on") {
            let oral = self.row.yes("stage2_requested_orally");
            self.order(
                "stage2_requested_on",
                on,
                RequestInvestigation {
                    reasons: Vec::new(),
                    oral,
                    on,
                },
            );
        }
        if let Some(on) = self.row.day("stage2_request_withdrawn_on") {
            let after_meeting = self.row.yes("stage2_withdrawn_after_meeting");
            let taken_back = WithdrawRequest::outright(after_meeting, on);
            self.order("stage2_request_withdrawn_on", on, taken_back);
        }
        let appointed_on = self.row.day("stage2_investigators_appointed_on");
        if let Some(on) = appointed_on.filter(|_| self.procedure == Procedure::Corporate) {
            // The old register names nobody, so that nobody's later work is ruled out by it.
            let reviewer = AccountId(Uuid::now_v7());
            self.order(
                "stage2_investigators_appointed_on",
                on,
                AppointReviewer { reviewer, on },
            );
        } else if let Some(on) = appointed_on {
            let appointed = InvestigatorsAppointed::new(somebody(), somebody());
            self.order(
                "stage2_investigators_appointed_on",
                on,
                AppointInvestigators { appointed, on },
            );
        }
        if let Some(on) = self.row.day("stage2_statement_agreed_on") {
            self.order("stage2_statement_agreed_on", on, AgreeStatement { on });
        }
        if let Some(extension) = self.extension(
            "stage2_",
            "stage2_extended_to",
            &ExtensionReason::AT_STAGE_2,
        ) {
            let Extension {
                until,
                reason,
                on,
                notified_on,
            } = extension;
            let command = ExtendInvestigation {
                reason,
                until,
                notified_on,
                on,
            };
            self.order(
                "stage2_extended_to",
                notified_on.map_or(on, |told| told.max(on)),
                command,
            );
        }
        if let Some(on) = self.row.day("stage2_reported_on") {
            self.order("stage2_reported_on", on, ReceiveReports { on });
        }
        if let Some(sent_on) = self.row.day("stage2_answered_on") {
            let findings = self.findings("stage2_finding");
            let right = match self.procedure {
                Procedure::ChildrenAct => NextRight::ReviewPanel,
                Procedure::Corporate => NextRight::Ombudsman,
            };
            let notice = self.notice(right, sent_on);
            self.order(
                "stage2_answered_on",
                sent_on,
                SendAdjudication {
                    findings,
                    adjudication: None,
                    notice,
                    sent_on,
                },
            );
        }
    }
}
