//! What complaints are about.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{Base, ByCode, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::measures::Population;

/// Complaints received in the year by their main issue.
#[derive(Clone, Debug)]
pub(super) struct ComplaintsByIssue {
    by_issue: ByCode,
    not_recorded: i64,
}

impl ComplaintsByIssue {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            by_issue: ByCode::new(&settings.categories),
            not_recorded: 0,
        }
    }

    /// Counts a complaint received in the year by the first category of its first point.
    ///
    /// Source: VOC-3.1: issues or complaints may be counted, never unlabelled.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        match line.categories.first() {
            Some(main) => self.by_issue.add(&settings.categories, main),
            None => self.not_recorded += 1,
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        self.enter_of(drawing.received(), drawing)
    }

    /// The table of those of the complaints received that were counted.
    pub(super) fn enter_of(&self, base: Base, drawing: &mut Drawing<'_>) -> CountTable {
        let mut rows = self
            .by_issue
            .rows(&drawing.settings.categories, drawing.ledger);
        if self.not_recorded > 0 {
            rows.push(CountRow::new(
                "not_recorded",
                "Not recorded",
                self.not_recorded,
                drawing.ledger,
            ));
        }
        drawing.ledger.adds_up(base.cell, cells(&rows));
        CountTable {
            id: "complaints_by_issue",
            caption: "Statutory Stage 1 complaints by main issue".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Issue",
            unit: "Complaints",
            rows,
            total: Some(base.cell),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: vec![
                "One main issue per complaint: a complaint with several points or issues counts once, by the first issue of its first point."
                    .to_owned(),
            ],
        }
    }
}
