//! How long Stage 2 took.

use casework::settings::Settings;
use casework::settings::choices::INVESTIGATION_COUNTED_FROM;
use statute::limits::INVESTIGATION_ENDS_FROM_REQUEST;
use views::register_line::InvestigationLine;

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use super::timescale_stage1::lengths;
use crate::disclosure::CellId;
use crate::measures::Population;
use crate::share::Days;

/// Investigations requested in the year by the working days they took.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage2Timescale {
    days: Days,
    unanswered: i64,
}

/// The table with the counts figures are made of.
#[derive(Clone, Debug)]
pub(super) struct Stage2TimescaleTable {
    pub table: CountTable,
    pub days: Days,
    pub answered: CellId,
}

impl Stage2Timescale {
    /// Counts an investigation requested in the year.
    pub(super) fn count(&mut self, stage: &InvestigationLine) {
        match stage.answer {
            Some(answer) => self.days.add(answer.took),
            None => self.unanswered += 1,
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Stage2TimescaleTable {
        let (first, extended) = lengths(&INVESTIGATION_ENDS_FROM_REQUEST);
        let ledger = &mut *drawing.ledger;
        let mut rows = Vec::new();
        for (code, label, from, to) in [
            (
                "within_first",
                format!("Within {first} working days"),
                0,
                first,
            ),
            (
                "within_extended",
                format!("{} to {extended} working days", first + 1),
                first + 1,
                extended,
            ),
            (
                "over_extended",
                format!("More than {extended} working days"),
                extended + 1,
                u16::MAX,
            ),
        ] {
            rows.push(CountRow::new(
                code,
                label,
                self.days.within(from, to),
                ledger,
            ));
        }
        let answered = ledger.enter(self.days.count());
        ledger.adds_up(answered, cells(&rows));
        if self.unanswered > 0 {
            rows.push(CountRow::new(
                "not_yet_answered",
                "Not yet answered",
                self.unanswered,
                ledger,
            ));
        }
        let base = Base {
            cell: drawing.cohorts.investigations,
            name: "investigations requested",
        };
        ledger.adds_up(base.cell, cells(&rows));
        let table = CountTable {
            id: "stage2_timescales",
            caption: "Working days to complete Stage 2".to_owned(),
            population: Population::Stage2Requested.line(drawing.year),
            row_heading: "Working days",
            unit: "Investigations",
            rows,
            total: Some(base.cell),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: vec![counted(drawing.settings).to_owned()],
        };
        Stage2TimescaleTable {
            table,
            days: self.days.clone(),
            answered,
        }
    }
}

/// From which day the working days are counted.
fn counted(settings: &Settings) -> &'static str {
    match settings.cfg.word(&INVESTIGATION_COUNTED_FROM) {
        "record_agreed" => {
            "Counted from the day the statement of complaint was agreed to the answer."
        }
        "by_form" => {
            "Counted to the answer from the request where it was written, and from the agreed statement of complaint \
             where it was spoken."
        }
        _ => "Counted from the request, as the Ombudsman counts, to the answer.",
    }
}
