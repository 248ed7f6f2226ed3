//! Which service compliments are about.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{Base, ByCode, CountTable, Reconciliation, cells};
use super::drawing::{Drawing, compliment_services};
use crate::measures::Population;

/// Compliments received in the year by service.
#[derive(Clone, Debug)]
pub(super) struct ComplimentsByService(ByCode);

impl ComplimentsByService {
    pub(super) fn new(settings: &Settings) -> Self {
        Self(ByCode::new(compliment_services(settings)))
    }

    /// Counts a compliment received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if let Some(service) = &line.service {
            self.0.add(compliment_services(settings), service);
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        let rows = self
            .0
            .rows(compliment_services(drawing.settings), drawing.ledger);
        let received = drawing.cohorts.compliments;
        drawing.ledger.adds_up(received, cells(&rows));
        CountTable {
            id: "compliments_by_service",
            caption: "Compliments by service".to_owned(),
            population: Population::Compliments.line(drawing.year),
            row_heading: "Service",
            unit: "Compliments",
            rows,
            total: Some(received),
            share: None,
            reconciliation: Some(Reconciliation::exact(Base {
                cell: received,
                name: "compliments received",
            })),
            notes: Vec::new(),
        }
    }
}
