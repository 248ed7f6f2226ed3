//! What Stage 1 found.

use casework::settings::Settings;
use statute::procedure::Outcome;
use views::register_line::{DepartureLine, RegisterLine};

use super::count_table::{CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::measures::Population;

/// Complaints received in the year by their outcome at Stage 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage1Outcomes {
    counts: [i64; RESULTS.len()],
}

/// How Stage 1 of a complaint ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage1Result {
    Found(Outcome),
    Withdrawn,
    Declined,
    ReferredElsewhere,
    NotYet,
}

/// Every result with its code, our words, and whether its row stands even when empty.
const RESULTS: [(Stage1Result, &str, &str, bool); 8] = [
    (
        Stage1Result::Found(Outcome::Upheld),
        "upheld",
        "Upheld",
        true,
    ),
    (
        Stage1Result::Found(Outcome::PartlyUpheld),
        "partly_upheld",
        "Partly upheld",
        true,
    ),
    (
        Stage1Result::Found(Outcome::NotUpheld),
        "not_upheld",
        "Not upheld",
        true,
    ),
    (Stage1Result::Withdrawn, "withdrawn", "Withdrawn", true),
    (
        Stage1Result::Found(Outcome::NoFinding),
        "no_finding",
        "No finding",
        true,
    ),
    (Stage1Result::Declined, "declined", "Declined", false),
    (
        Stage1Result::ReferredElsewhere,
        "referred_elsewhere",
        "Sent to another route",
        false,
    ),
    (
        Stage1Result::NotYet,
        "not_recorded",
        "Not yet recorded",
        false,
    ),
];

impl Stage1Outcomes {
    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        let is = result(line);
        for (count, (result, ..)) in self.counts.iter_mut().zip(RESULTS) {
            *count += i64::from(result == is);
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> CountTable {
        let rows = self
            .rows(drawing.settings)
            .into_iter()
            .map(|(code, label, count)| CountRow::new(code, label, count, drawing.ledger))
            .collect::<Vec<_>>();
        drawing
            .ledger
            .adds_up(drawing.cohorts.received, cells(&rows));
        CountTable {
            id: "outcomes_stage1",
            caption: "Outcomes of Stage 1 complaints".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Outcome",
            unit: "Complaints",
            rows,
            total: Some(drawing.cohorts.received),
            share: Some(drawing.received()),
            reconciliation: Some(Reconciliation::exact(drawing.received())),
            notes: vec![
                "The outcome of every complaint received in the year, also where the answer came after its end; complaints closed in the year are another population."
                    .to_owned(),
                "Percentages are rounded one by one, so they may not add up to 100.".to_owned(),
            ],
        }
    }

    /// The authority's list in its order and words, then what it has no entry for.
    fn rows(&self, settings: &Settings) -> Vec<(String, String, i64)> {
        let counted = |code: &str| {
            RESULTS
                .iter()
                .zip(self.counts)
                .find(|((_, known, ..), _)| *known == code)
                .map_or(0, |(_, count)| count)
        };
        let listed = settings.outcomes.0.iter().map(|entry| {
            let code = entry.code.as_str();
            (code.to_owned(), entry.label.clone(), counted(code))
        });
        let others = RESULTS.iter().filter_map(|(_, code, ours, always)| {
            let listed = settings
                .outcomes
                .0
                .iter()
                .any(|entry| entry.code.as_str() == *code);
            let count = counted(code);
            (!listed && (*always || count > 0))
                .then(|| ((*code).to_owned(), (*ours).to_owned(), count))
        });
        listed.chain(others).collect()
    }
}

/// The finding, where there is one; a withdrawal counts only when it came before an answer.
fn result(line: &RegisterLine) -> Stage1Result {
    let found = line
        .local_resolution
        .as_ref()
        .and_then(|stage| stage.outcome);
    match (found, line.departure) {
        (Some(outcome), _) => Stage1Result::Found(outcome),
        (None, Some(DepartureLine::Withdrawn { .. })) => Stage1Result::Withdrawn,
        (None, Some(DepartureLine::Declined { .. })) => Stage1Result::Declined,
        (None, Some(DepartureLine::ReferredElsewhere { .. })) => Stage1Result::ReferredElsewhere,
        (None, None) => Stage1Result::NotYet,
    }
}
