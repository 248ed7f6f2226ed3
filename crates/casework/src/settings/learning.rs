//! The lists by which a council tells what it learns: kinds of corrective action, and themes.

use serde::{Deserialize, Serialize};

use super::{Code, Entry, List};

/// The lists of learning. A file that says nothing of them has the usual entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LearningLists {
    /// Of what kind a corrective action is.
    pub action_kinds: List,
    /// What corrective actions are about.
    pub themes: List,
}

/// Source: the kinds of action and the themes that annual reports of councils give; a convention of this record.
impl Default for LearningLists {
    fn default() -> Self {
        Self {
            action_kinds: list(&[
                ("apology", "Apology"),
                ("staff_briefing", "Staff briefed"),
                ("supervision", "Taken up in supervision"),
                ("training", "Training"),
                ("practice_change", "Practice changed"),
                ("policy_review", "Policy or procedure reviewed"),
                ("record_correction", "Record corrected"),
                ("information_for_families", "Information for families"),
                ("service_review", "Service or similar cases reviewed"),
                ("other", "Something else"),
            ]),
            themes: list(&[
                ("communication", "Communication"),
                ("recording", "Recording"),
                ("delay", "Delay"),
                ("training", "Training and knowledge"),
                ("information", "Information given"),
                ("decisions", "Decisions and assessments"),
                ("staff_conduct", "Conduct of staff"),
                ("other_agencies", "Work with other agencies"),
                ("other", "Something else"),
            ]),
        }
    }
}

fn list(entries: &[(&str, &str)]) -> List {
    let entries = entries.iter().map(|(code, label)| Entry {
        code: Code::new(*code),
        label: (*label).to_owned(),
    });
    List(entries.collect())
}
