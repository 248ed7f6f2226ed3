//! What came of each request for Stage 2 made in the year.

use casework::local_resolution::{ActivityFinding, Afterwards};
use casework::settings::ReportingYear;
use views::register_line::{Disposition, RegisterLine};

use super::count_table::{CountRow, CountTable, summed};
use super::drawing::Drawing;
use super::escalation::EscalationTable;
use super::telling::{Blocks, Telling};
use crate::disclosure::{CellId, Ledger};
use crate::measures::Population;

/// Requests made in the year by what came of them.
#[derive(Clone, Debug, Default)]
pub(super) struct EscalationRequests {
    dissatisfied: [i64; Afterwards::ALL.len()],
    dispositions: [i64; Disposition::ALL.len()],
    findings: [i64; ActivityFinding::ALL.len()],
    finding_not_noted: i64,
    changed: i64,
}

/// The tables, each only where there is something in it.
pub(super) struct EscalationRequestsTables {
    /// What complainants said before they asked for anything.
    dissatisfied: Option<CountTable>,
    requests: Option<CountTable>,
    /// What reviews and mediation found, and how many of them changed something.
    alternatives: Option<(CountTable, CellId)>,
}

impl EscalationRequests {
    /// Counts any statutory complaint; a complaint may have several requests.
    pub(super) fn count(&mut self, year: ReportingYear, line: &RegisterLine) {
        for (_, came_of) in line
            .dissatisfied
            .iter()
            .filter(|(on, _)| year.contains(*on))
        {
            let place = Afterwards::ALL.iter().position(|each| each == came_of);
            self.dissatisfied[place.unwrap_or_default()] += 1;
        }
        let made = line.escalation_requests.iter();
        for request in made.filter(|request| year.contains(request.requested_on)) {
            let place = Disposition::ALL
                .iter()
                .position(|disposition| *disposition == request.disposition);
            self.dispositions[place.unwrap_or_default()] += 1;
            let alternative = matches!(
                request.disposition,
                Disposition::Review | Disposition::Mediation
            );
            if !alternative {
                continue;
            }
            let found = request.outcome.map(|outcome| outcome.finding);
            match ActivityFinding::ALL
                .iter()
                .position(|finding| Some(*finding) == found)
            {
                Some(place) => self.findings[place] += 1,
                None => self.finding_not_noted += 1,
            }
            self.changed += i64::from(request.outcome.is_some_and(|outcome| outcome.changed));
        }
    }

    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        steps: &EscalationTable,
    ) -> EscalationRequestsTables {
        EscalationRequestsTables {
            dissatisfied: self.dissatisfied(drawing),
            requests: self.requests(drawing, steps),
            alternatives: self.alternatives(drawing),
        }
    }

    fn dissatisfied(&self, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        if self.dissatisfied.iter().sum::<i64>() == 0 {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let rows: Vec<_> = Afterwards::ALL
            .iter()
            .zip(self.dissatisfied)
            .map(|(came_of, count)| CountRow::new(came_of.code(), came_of.label(), count, ledger))
            .collect();
        let total = summed(&rows, ledger);
        Some(CountTable {
            id: "dissatisfaction",
            caption: "Dissatisfaction with a Stage 1 answer".to_owned(),
            population: Population::Stage1Dissatisfied.line(drawing.year),
            row_heading: "What came of it",
            unit: "Times",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "Told before anything was asked for, or talked about beside it; a request for the next stage is counted apart."
                    .to_owned(),
            ],
        })
    }

    /// Parts of this table are told in the table of steps too: whoever knows one knows the other.
    fn requests(&self, drawing: &mut Drawing<'_>, steps: &EscalationTable) -> Option<CountTable> {
        if self.dispositions.iter().sum::<i64>() == 0 {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let rows: Vec<_> = Disposition::ALL
            .iter()
            .zip(self.dispositions)
            .map(|(disposition, count)| {
                CountRow::new(disposition.code(), disposition.label(), count, ledger)
            })
            .collect();
        let total = summed(&rows, ledger);
        let [
            investigation,
            review,
            mediation,
            route,
            back,
            withdrawn,
            refused,
            open,
        ] = [0, 1, 2, 3, 4, 5, 6, 7].map(|place: usize| rows[place].cell);
        let sum = |cells: &[CellId], ledger: &Ledger| -> i64 {
            cells.iter().map(|cell| ledger.count(*cell)).sum()
        };
        let taken_back = [review, mediation, route, back, withdrawn];
        let told = [steps.after_meeting, steps.without_meeting];
        if sum(&taken_back, ledger) == sum(&told, ledger) {
            let whole = ledger.enter(sum(&told, ledger));
            ledger.adds_up(whole, told.to_vec());
            ledger.adds_up(whole, taken_back.to_vec());
        }
        if sum(&[investigation, open], ledger) == ledger.count(steps.investigations) {
            ledger.adds_up(steps.investigations, vec![investigation, open]);
        }
        if sum(&[steps.requests, refused], ledger) == ledger.count(total) {
            ledger.adds_up(total, vec![steps.requests, refused]);
        }
        Some(CountTable {
            id: "escalation_requests",
            caption: "What came of requests for an investigation (Stage 2)".to_owned(),
            population: Population::Stage2Asked.line(drawing.year),
            row_heading: "What came of it",
            unit: "Requests",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: vec![
                "Each request is counted once, by the day it was made. A review, mediation or another route takes its place only when the complainant agreed and took the request back; it uses up no right."
                    .to_owned(),
            ],
        })
    }

    fn alternatives(&self, drawing: &mut Drawing<'_>) -> Option<(CountTable, CellId)> {
        let ledger = &mut *drawing.ledger;
        let noted: i64 = self.findings.iter().sum();
        if noted + self.finding_not_noted == 0 {
            return None;
        }
        let mut rows: Vec<_> = ActivityFinding::ALL
            .iter()
            .zip(self.findings)
            .map(|(finding, count)| CountRow::new(finding.code(), finding.label(), count, ledger))
            .collect();
        rows.extend(CountRow::not_noted(self.finding_not_noted, ledger));
        let total = summed(&rows, ledger);
        let changed = ledger.enter(self.changed);
        ledger.part_of(changed, total);
        let table = CountTable {
            id: "escalation_alternatives",
            caption: "What reviews and mediation in place of an investigation found".to_owned(),
            population: Population::Stage2Asked.line(drawing.year),
            row_heading: "Finding",
            unit: "Requests",
            rows,
            total: Some(total),
            share: None,
            reconciliation: None,
            notes: Vec::new(),
        };
        Some((table, changed))
    }
}

impl Telling<'_> {
    /// What complainants said after an answer, what came of their requests, and what was found in place of Stage 2.
    pub(super) fn escalation_requests(&self, blocks: &mut Blocks) {
        let tables = &self.drawn.escalation_requests;
        for table in tables.dissatisfied.iter().chain(&tables.requests) {
            self.table(blocks, table);
        }
        let Some((alternatives, changed)) = &tables.alternatives else {
            return;
        };
        self.table(blocks, alternatives);
        let changed = self.book.shown(*changed).filter(|count| *count > 0);
        blocks.tell(
            changed.map(|count| format!("{count} of them changed what was complained about.")),
        );
    }
}
