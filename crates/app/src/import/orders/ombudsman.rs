//! The columns of the Ombudsman.

use casework::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};

use super::Gathered;

impl Gathered<'_, '_, '_> {
    pub(super) fn ombudsman(&mut self) {
        if let Some(on) = self.row.day("ombudsman_opened_on") {
            self.order("ombudsman_opened_on", on, RecordOmbudsmanCase::on(on));
        }
        if let Some(on) = self.row.day("ombudsman_decided_on")
            && let Some(text) = self.row.required_text("ombudsman_decision")
        {
            let list = &self.settings.ombudsman_decisions;
            if let Some(decision) = self.row.listed("ombudsman_decision", &[list], text) {
                self.order(
                    "ombudsman_decided_on",
                    on,
                    RecordOmbudsmanDecision::new(decision, on),
                );
            }
        }
    }
}
