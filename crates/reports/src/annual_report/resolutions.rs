//! How Stage 1 complaints were resolved, beside what was found.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{ByCode, CountRow, CountTable, summed};
use super::drawing::Drawing;
use super::timescale_stage1::Stage1TimescaleTable;
use crate::measures::Population;

/// Complaints received in the year and answered at Stage 1, once for each way in which they were resolved.
#[derive(Clone, Debug)]
pub(super) struct Resolutions {
    by_kind: ByCode,
    noted: i64,
    not_noted: i64,
}

impl Resolutions {
    /// Nothing counted for any kind.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            by_kind: ByCode::new(&settings.resolution_kinds),
            noted: 0,
            not_noted: 0,
        }
    }

    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        let stage = line.local_resolution.as_ref();
        let Some(stage) = stage.filter(|stage| stage.answer.is_some()) else {
            return;
        };
        for kind in &stage.resolution {
            self.by_kind.add(&settings.resolution_kinds, kind);
        }
        if stage.resolution.is_empty() {
            self.not_noted += 1;
        } else {
            self.noted += 1;
        }
    }

    /// The table; `None` for a year whose register notes nothing of it, as older registers do not.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        timescale: &Stage1TimescaleTable,
    ) -> Option<CountTable> {
        if self.noted == 0 {
            return None;
        }
        let list = &drawing.settings.resolution_kinds;
        let ledger = &mut *drawing.ledger;
        let mut rows = self.by_kind.rows(list, ledger);
        rows.extend(CountRow::not_noted(self.not_noted, ledger));
        let total = summed(&rows, ledger);
        let answered = ledger.enter(self.noted + self.not_noted);
        ledger.part_of(answered, timescale.completed);
        for row in &rows {
            ledger.part_of(row.cell, answered);
        }
        Some(CountTable {
            id: "resolutions",
            caption: "How Stage 1 complaints were resolved".to_owned(),
            population: Population::Stage1ReceivedAndAnswered.line(drawing.year),
            row_heading: "How",
            unit: "Times",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "Beside what was found: a complaint that was not upheld may be resolved by an explanation. One that was resolved in several ways counts once for each."
                    .to_owned(),
            ],
        })
    }
}
