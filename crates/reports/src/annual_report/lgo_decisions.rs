//! What the Ombudsman decided.

use casework::settings::{ReportingYear, Settings};
use views::register_line::RegisterLine;

use super::count_table::{ByCode, CountTable, summed};
use super::drawing::Drawing;
use crate::measures::Population;

/// Decisions made in the year, whatever the complaint and whenever it was received.
#[derive(Clone, Debug)]
pub(super) struct OmbudsmanDecisions(ByCode);

impl OmbudsmanDecisions {
    pub(super) fn new(settings: &Settings) -> Self {
        Self(ByCode::new(&settings.ombudsman_decisions))
    }

    /// Counts the decisions in any line.
    pub(super) fn count(&mut self, settings: &Settings, year: ReportingYear, line: &RegisterLine) {
        for (decided_on, decision) in line.ombudsman.iter().filter_map(|at| at.decided.as_ref()) {
            if year.contains(*decided_on) {
                self.0
                    .add(&settings.ombudsman_decisions, &decision.decision);
            }
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        let rows = self
            .0
            .rows(&drawing.settings.ombudsman_decisions, drawing.ledger);
        let total = summed(&rows, drawing.ledger);
        CountTable {
            id: "lgo_decisions",
            caption: "Ombudsman decisions".to_owned(),
            population: Population::OmbudsmanDecisions.line(drawing.year),
            row_heading: "Decision",
            unit: "Decisions",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "In the Ombudsman’s words of the time; they changed, so years are not compared by decision."
                    .to_owned(),
            ],
        }
    }
}
