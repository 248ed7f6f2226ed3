//! In what capacity people complain.

use casework::settings::{Code, Settings};
use views::register_line::RegisterLine;

use super::count_table::{Base, ByCode, CountRow, CountTable, Reconciliation, summed};
use super::drawing::Drawing;
use crate::measures::Population;

/// Capacities in the complaints received in the year.
#[derive(Clone, Debug)]
pub(super) struct ComplaintsByRepresentative {
    by_capacity: ByCode,
    not_recorded: i64,
}

impl ComplaintsByRepresentative {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            by_capacity: ByCode::new(&settings.capacities),
            not_recorded: 0,
        }
    }

    /// Counts a complaint received in the year once for each capacity in it.
    ///
    /// Reading: two parents complaining together are one complaint by parents; a parent and a
    /// grandparent are one complaint in two capacities.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if line.capacities.is_empty() {
            self.not_recorded += 1;
        }
        let mut seen: Vec<&Code> = Vec::with_capacity(line.capacities.len());
        for capacity in &line.capacities {
            if !seen.contains(&capacity) {
                seen.push(capacity);
                self.by_capacity.add(&settings.capacities, capacity);
            }
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        let mut rows = self
            .by_capacity
            .rows(&drawing.settings.capacities, drawing.ledger);
        if self.not_recorded > 0 {
            rows.push(CountRow::new(
                "not_recorded",
                "Not recorded",
                self.not_recorded,
                drawing.ledger,
            ));
        }
        let total = summed(&rows, drawing.ledger);
        // The entries beyond one per complaint can be worked out from the two totals.
        drawing.ledger.part_of(drawing.cohorts.received, total);
        CountTable {
            id: "complaints_by_representative",
            caption: "Statutory Stage 1 complaints by capacity of the complainant".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Capacity",
            unit: "Entries",
            rows,
            total: Some(total),
            share: Some(Base {
                cell: total,
                name: "entries",
            }),
            reconciliation: Some(Reconciliation {
                because: "a complaint brought by people in different capacities counts once in each",
                ..Reconciliation::exact(drawing.received())
            }),
            notes: vec!["Percentages are of the entries, not of the complaints.".to_owned()],
        }
    }
}
