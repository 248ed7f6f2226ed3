//! How good Stage 1 answers were when they left: whether somebody checked them, and whether they shared what was learned.

use views::register_line::RegisterLine;

use super::count_table::{Base, CountRow, CountTable, Reconciliation, summed};
use super::drawing::Drawing;
use crate::measures::Population;

/// What is counted of the answers of the year.
#[derive(Clone, Debug, Default)]
pub(super) struct AnswerQuality {
    checked: [i64; CHECKED.len()],
    shared: [i64; SHARED.len()],
}

/// The tables, each only where something was recorded for it.
pub(super) struct AnswerQualityTables {
    pub(super) checked: Option<CountTable>,
    pub(super) shared: Option<CountTable>,
}

/// Whether responses were checked before they were sent.
const CHECKED: [(&str, &str); 3] = [
    ("at_once", "Checked and ready at once"),
    (
        "after_back",
        "Checked, after a draft went back to its writer",
    ),
    ("not_checked", "Not checked"),
];

/// Whether answers shared what was learned.
const SHARED: [(&str, &str); 3] = [
    ("shared", "What was learned was shared"),
    ("not_shared", "It was not shared"),
    ("not_noted", "Not noted"),
];

impl AnswerQuality {
    /// Counts a statutory complaint received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        let stage = line.local_resolution.as_ref();
        if stage.is_none_or(|stage| stage.answer.is_none()) {
            return;
        }
        let drafting = &line.drafting;
        if let Some(checked) = drafting.checked {
            let row = match (checked, drafting.times_back) {
                (true, 0) => 0,
                (true, _) => 1,
                (false, _) => 2,
            };
            self.checked[row] += 1;
        }
        let row = match drafting.learning_shared {
            Some(true) => 0,
            Some(false) => 1,
            None => 2,
        };
        self.shared[row] += 1;
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> AnswerQualityTables {
        let [at_once, after_back, _] = self.checked;
        let [shared, not_shared, _] = self.shared;
        let checked = (at_once + after_back > 0).then(|| {
            table(
                (
                    "answers_checked",
                    "Stage 1 responses checked before they were sent",
                ),
                &CHECKED,
                &self.checked,
                ("responses sent", drawing),
            )
        });
        let shared = (shared + not_shared > 0).then(|| {
            table(
                (
                    "learning_shared",
                    "Whether Stage 1 answers shared what was learned",
                ),
                &SHARED,
                &self.shared,
                ("answers sent", drawing),
            )
        });
        AnswerQualityTables { checked, shared }
    }
}

fn table(
    (id, caption): (&'static str, &str),
    labels: &[(&'static str, &'static str)],
    counts: &[i64],
    (unit, drawing): (&'static str, &mut Drawing<'_>),
) -> CountTable {
    let ledger = &mut *drawing.ledger;
    let rows: Vec<_> = labels
        .iter()
        .zip(counts)
        .map(|((code, label), count)| CountRow::new(*code, *label, *count, ledger))
        .collect();
    let total = summed(&rows, ledger);
    ledger.part_of(total, drawing.cohorts.received);
    let base = Base {
        cell: total,
        name: unit,
    };
    CountTable {
        id,
        caption: caption.to_owned(),
        population: Population::ReceivedAndAnswered.line(drawing.year),
        row_heading: "What is recorded",
        unit: "Complaints",
        rows,
        total: Some(total),
        share: Some(base),
        reconciliation: Some(Reconciliation::exact(base)),
        notes: Vec::new(),
    }
}
