//! Why complainants went on to the next stage, as far as they said so.

use casework::settings::{Code, ReportingYear, Settings};
use views::register_line::RegisterLine;

use super::count_table::{ByCode, CountRow, CountTable, summed};
use super::drawing::Drawing;
use crate::measures::Population;

/// Requests made in the year, once for each reason, for Stage 2 and for Stage 3.
#[derive(Clone, Debug)]
pub(super) struct EscalationReasons {
    investigation: Reasons,
    review_panel: Reasons,
}

#[derive(Clone, Debug)]
struct Reasons {
    by_reason: ByCode,
    noted: i64,
    not_noted: i64,
}

impl EscalationReasons {
    /// Nothing counted for any reason.
    pub(super) fn new(settings: &Settings) -> Self {
        let none = Reasons {
            by_reason: ByCode::new(&settings.escalation_reasons),
            noted: 0,
            not_noted: 0,
        };
        Self {
            investigation: none.clone(),
            review_panel: none,
        }
    }

    /// Counts any statutory complaint; a complaint may have several requests.
    pub(super) fn count(&mut self, settings: &Settings, year: ReportingYear, line: &RegisterLine) {
        let made = line.escalation_requests.iter();
        for request in made.filter(|request| year.contains(request.requested_on)) {
            self.investigation.count(settings, &request.reasons);
        }
        let panel = line.review_panel.iter();
        for panel in panel.filter(|panel| year.contains(panel.requested_on)) {
            self.review_panel.count(settings, &panel.reasons);
        }
    }

    /// The tables, each only where a reason was noted.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> [Option<CountTable>; 2] {
        [
            self.investigation.enter(
                drawing,
                "escalation_reasons_stage2",
                "Why complainants asked for an investigation (Stage 2)",
                Population::Stage2Asked,
            ),
            self.review_panel.enter(
                drawing,
                "escalation_reasons_stage3",
                "Why complainants asked for a review panel (Stage 3)",
                Population::Stage3Requested,
            ),
        ]
    }
}

impl Reasons {
    fn count(&mut self, settings: &Settings, reasons: &[Code]) {
        for reason in reasons {
            self.by_reason.add(&settings.escalation_reasons, reason);
        }
        if reasons.is_empty() {
            self.not_noted += 1;
        } else {
            self.noted += 1;
        }
    }

    fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        id: &'static str,
        caption: &str,
        population: Population,
    ) -> Option<CountTable> {
        if self.noted == 0 {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let list = &drawing.settings.escalation_reasons;
        let mut rows = self.by_reason.rows(list, ledger);
        rows.extend(CountRow::not_noted(self.not_noted, ledger));
        let total = summed(&rows, ledger);
        let asked = ledger.enter(self.noted + self.not_noted);
        for row in &rows {
            ledger.part_of(row.cell, asked);
        }
        Some(CountTable {
            id,
            caption: caption.to_owned(),
            population: population.line(drawing.year),
            row_heading: "Reason",
            unit: "Times",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "As far as complainants said so of their own accord: no reason may be demanded. A request with several reasons counts once for each."
                    .to_owned(),
            ],
        })
    }
}
