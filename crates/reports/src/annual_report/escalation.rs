//! How far complaints went: requests for Stage 2, those taken back, investigations and panels.

use casework::settings::{ReportingYear, Settings};
use views::register_line::RegisterLine;

use super::count_table::{CountRow, CountTable, percent, share};
use super::drawing::Drawing;
use crate::disclosure::{Book, CellId};
use crate::document::{Cell, Table};
use crate::measures::{INVESTIGATIONS, Population, RECEIVED};
use crate::share::Places;

/// Requests made in the year, and what became of complaints and investigations of the year.
#[derive(Clone, Debug, Default)]
pub(super) struct Escalation {
    taken_back_after_meeting: i64,
    taken_back_without: i64,
    received_and_investigated: i64,
    investigated_and_no_panel: i64,
}

/// The funnel and its cells.
#[derive(Clone, Debug)]
pub(super) struct EscalationTable {
    table: CountTable,
    pub requests: CellId,
    pub after_meeting: CellId,
    pub without_meeting: CellId,
    pub investigations: CellId,
    pub panels_requested: CellId,
    /// Of the complaints received in the year, those investigated so far.
    pub received_and_investigated: CellId,
    /// Of the investigations requested in the year, those with no request for a panel so far.
    pub no_further: CellId,
    received: CellId,
}

impl Escalation {
    /// Counts any statutory complaint.
    pub(super) fn count(&mut self, year: ReportingYear, line: &RegisterLine) {
        for request in &line.requests_taken_back {
            if year.contains(request.requested_on) {
                if request.after_meeting {
                    self.taken_back_after_meeting += 1;
                } else {
                    self.taken_back_without += 1;
                }
            }
        }
        if let Some(stage) = &line.investigation {
            self.received_and_investigated += i64::from(year.contains(line.received_on));
            let no_panel = year.contains(stage.requested_on) && line.review_panel.is_none();
            self.investigated_and_no_panel += i64::from(no_panel);
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> EscalationTable {
        let cohorts = drawing.cohorts;
        let ledger = &mut *drawing.ledger;
        let after_meeting = ledger.enter(self.taken_back_after_meeting);
        let without_meeting = ledger.enter(self.taken_back_without);
        let requests = ledger.enter(
            self.taken_back_after_meeting
                + self.taken_back_without
                + ledger.count(cohorts.investigations),
        );
        ledger.adds_up(
            requests,
            vec![after_meeting, without_meeting, cohorts.investigations],
        );
        let received_and_investigated = ledger.enter(self.received_and_investigated);
        let no_further = ledger.enter(self.investigated_and_no_panel);
        for part in [
            after_meeting,
            without_meeting,
            requests,
            cohorts.investigations,
        ] {
            ledger.part_of(part, cohorts.received);
        }
        for part in [cohorts.panels_requested, cohorts.panels_held] {
            ledger.part_of(part, cohorts.investigations);
        }
        let row = |code: &str, label: &str, cell| CountRow {
            code: code.to_owned(),
            label: label.to_owned(),
            cell,
        };
        let rows = vec![
            row(
                "requests",
                "Requests for an investigation (Stage 2)",
                requests,
            ),
            row(
                "after_meeting",
                "of these, taken back after a meeting",
                after_meeting,
            ),
            row(
                "without_meeting",
                "of these, taken back without a meeting",
                without_meeting,
            ),
            row(
                "investigations",
                "of these, investigations",
                cohorts.investigations,
            ),
            row(
                "panel_requests",
                "Requests for a review panel (Stage 3)",
                cohorts.panels_requested,
            ),
            row("panels", "Review panels held", cohorts.panels_held),
        ];
        EscalationTable {
            table: CountTable {
                id: "escalation",
                caption: "How far complaints went".to_owned(),
                population: Population::Stage2Requested.line(drawing.year),
                row_heading: "Step",
                unit: "Number",
                rows,
                total: None,
                share: None,
                reconciliation: None,
                notes: vec![
                    "Each step is counted in the year it was asked for, whenever the complaint was received; panels held by the day they met."
                        .to_owned(),
                    "Every request for an investigation was either taken back or became an investigation."
                        .to_owned(),
                ],
            },
            requests,
            after_meeting,
            without_meeting,
            investigations: cohorts.investigations,
            panels_requested: cohorts.panels_requested,
            received_and_investigated,
            no_further,
            received: cohorts.received,
        }
    }
}

impl EscalationTable {
    /// The funnel with a rate beside each step and what the rate is out of.
    pub(super) fn table(&self, book: &Book, settings: &Settings, year: ReportingYear) -> Table {
        let mut table = self.table.table(book, settings, year);
        table.columns.extend(["%".to_owned(), "Out of".to_owned()]);
        for (row, step) in table.rows.iter_mut().zip(&self.table.rows) {
            let (base, name) = if step.code.starts_with("panel") {
                (self.investigations, INVESTIGATIONS)
            } else {
                (self.received, RECEIVED)
            };
            row.cells
                .push(percent(share(book, step.cell, base, name, Places::None)));
            let shown = match book.shown(base) {
                Some(count) => format!("{count} {name}"),
                None => name.to_owned(),
            };
            row.cells.push(Cell { value: None, shown });
        }
        table
    }
}
