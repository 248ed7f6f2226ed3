//! Why Stage 1 answers came after their last day.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{ByCode, CountRow, CountTable, summed};
use super::drawing::Drawing;
use super::timescale_stage1::Stage1TimescaleTable;
use crate::measures::Population;

/// Complaints received in the year and answered late, by the reason that was noted.
#[derive(Clone, Debug)]
pub(super) struct LateAnswers {
    by_reason: ByCode,
    noted: i64,
    not_noted: i64,
}

impl LateAnswers {
    /// Nothing counted for any reason.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            by_reason: ByCode::new(&settings.late_reasons),
            noted: 0,
            not_noted: 0,
        }
    }

    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        let stage = line.local_resolution.as_ref();
        let Some(late) = stage.and_then(|stage| stage.late.as_ref()) else {
            return;
        };
        match &late.reason {
            Some(reason) => {
                self.by_reason.add(&settings.late_reasons, reason);
                self.noted += 1;
            }
            None => self.not_noted += 1,
        }
    }

    /// The table; `None` for a year whose register notes no reason at all, as older registers do not.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        timescale: &Stage1TimescaleTable,
    ) -> Option<CountTable> {
        if self.noted == 0 {
            return None;
        }
        let list = &drawing.settings.late_reasons;
        let ledger = &mut *drawing.ledger;
        let mut rows = self.by_reason.rows(list, ledger);
        rows.extend(CountRow::not_noted(self.not_noted, ledger));
        let total = summed(&rows, ledger);
        ledger.part_of(total, timescale.completed);
        if let Some(over) = timescale.table.row("over_20") {
            ledger.part_of(over, total);
        }
        Some(CountTable {
            id: "late_answers",
            caption: "Why Stage 1 answers came late".to_owned(),
            population: Population::Stage1AnsweredLate.line(drawing.year),
            row_heading: "Reason",
            unit: "Complaints",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "An answer is late after its first limit, or after the day to which that was validly extended."
                    .to_owned(),
            ],
        })
    }
}
