//! The columns of Stage 1.

use casework::closure::NextRight;
use casework::intake::{Acknowledge, RepresentationKind};
use casework::local_resolution::{
    ExtendLocalResolution, ExtensionReason, Lateness, Resolve, Respond,
};
use casework::registers::AnswerEnquiry;
use casework::settings::Code;

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
                let late = self.lateness();
                let resolution = self.resolved_by();
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
                            late,
                            resolution,
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
                            late,
                            resolution,
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

    /// Why the answer came after its last day, where the old record says so.
    fn lateness(&mut self) -> Option<Lateness> {
        const REASON: &str = "late_answer_reason";
        const WORDS: &str = "late_answer_words";
        let words = self.row.text(WORDS);
        let Some(reason) = self.row.text(REASON) else {
            if words.is_some() {
                let reason = format!("it says more of a reason, and {REASON} names none");
                self.row.blame(WORDS, reason);
            }
            return None;
        };
        let settings = self.row.settings();
        let reason = self.row.listed(REASON, &[&settings.late_reasons], reason)?;
        let words = words.map(|words| seal_text(self.sealing, words));
        Some(Lateness { reason, words })
    }

    /// How it was resolved: the kinds at the semicolons, each once.
    fn resolved_by(&mut self) -> Vec<Code> {
        const COLUMN: &str = "resolved_by";
        let settings = self.row.settings();
        let named = self.row.text(COLUMN).unwrap_or_default().split(';');
        let mut kinds: Vec<Code> = Vec::new();
        for name in named.map(str::trim).filter(|name| !name.is_empty()) {
            let kind = self.row.listed(COLUMN, &[&settings.resolution_kinds], name);
            kinds.extend(kind.filter(|kind| !kinds.contains(kind)));
        }
        kinds
    }
}
