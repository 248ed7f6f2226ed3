//! Which service complaints are about.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{Base, ByCode, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::measures::Population;

/// Complaints received in the year by service.
#[derive(Clone, Debug)]
pub(super) struct ComplaintsByService(ByCode);

impl ComplaintsByService {
    pub(super) fn new(settings: &Settings) -> Self {
        Self(ByCode::new(&settings.services))
    }

    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if let Some(service) = &line.service {
            self.0.add(&settings.services, service);
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        self.enter_of(drawing.received(), drawing)
    }

    /// The table of those of the complaints received that were counted.
    pub(super) fn enter_of(&self, base: Base, drawing: &mut Drawing<'_>) -> CountTable {
        let rows = self.0.rows(&drawing.settings.services, drawing.ledger);
        drawing.ledger.adds_up(base.cell, cells(&rows));
        CountTable {
            id: "complaints_by_service",
            caption: "Statutory Stage 1 complaints by service".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Service",
            unit: "Complaints",
            rows,
            total: Some(base.cell),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: Vec::new(),
        }
    }
}
