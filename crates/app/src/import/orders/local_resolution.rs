//! The columns of Stage 1.

use casework::closure::NextRight;
use casework::intake::{Acknowledge, RepresentationKind};
use casework::local_resolution::{ExtendLocalResolution, ExtensionReason, Resolve, Respond};
use casework::registers::AnswerEnquiry;

use super::super::particulars::enquiry_outcome;
use super::{Extension, Gathered};
use crate::private::seal_text;

impl Gathered<'_, '_, '_> {
    pub(super) fn stage_1(&mut self, kind: RepresentationKind) {
        if let Some(on) = self.row.day("acknowledged_on") {
            self.order(
                "acknowledged_on",
                on,
                Acknowledge {
                    leaflets: Vec::new(),
                    on,
                },
            );
        }
        if let Some(extension) = self.extension("", "extended_to", &ExtensionReason::AT_STAGE_1) {
            let Extension {
                until,
                reason,
                on,
                notified_on,
            } = extension;
            let command = ExtendLocalResolution {
                reason,
                until,
                notified_on,
                on,
            };
            self.order(
                "extended_to",
                notified_on.map_or(on, |told| told.max(on)),
                command,
            );
        }
        let outcome = enquiry_outcome(self.row, kind);
        let Some(sent_on) = self.row.day("answered_on") else {
            return;
        };
        match kind {
            RepresentationKind::Complaint => {
                let findings = self.findings("finding");
                let notice = self.notice(NextRight::Investigation, sent_on);
                let terms = self.row.text("terms");
                let by_terms = self.row.choice(
                    "answer_manner",
                    &[(false, &["response"]), (true, &["terms"])],
                );
                if by_terms == Some(true) {
                    let terms = terms.unwrap_or("The old record does not hold the terms.");
                    let terms = seal_text(self.sealing, terms);
                    self.order(
                        "answered_on",
                        sent_on,
                        Resolve {
                            findings,
                            terms,
                            notice,
                            agreed_on: None,
                            late: None,
                            resolution: Vec::new(),
                            sent_on,
                        },
                    );
                } else {
                    self.order(
                        "answered_on",
                        sent_on,
                        Respond {
                            findings,
                            letter: None,
                            notice,
                            late: None,
                            resolution: Vec::new(),
                            learning_shared: None,
                            sent_on,
                        },
                    );
                }
            }
            RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::Enquiry
            | RepresentationKind::ElectedMemberEnquiry
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::SubjectAccessRequest
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact
            | RepresentationKind::ContactToSort => {
                self.order("answered_on", sent_on, AnswerEnquiry { sent_on, outcome });
            }
        }
    }
}
