//! Where each value of the equality monitoring comes from, question by question.
//!
//! Source: REP-22.3. Few forms come back, and a year filled in from the care record says another thing
//! than one that people told themselves.

use casework::settings::ReportingYear;
use views::equality::Source;

use super::count_table::{CountTable, count};
use super::drawing::Drawing;
use super::equality::EqualityCounts;
use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Row, Table};
use crate::measures::Population;

/// Every source, the most telling first: an earlier one is counted where several answer a question.
pub(super) const SOURCES: [Source; 3] = [Source::OwnForm, Source::ToldForThem, Source::CareRecord];

/// Values by where they come from.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BySource {
    own_form: i64,
    told_for_them: i64,
    care_record: i64,
}

/// The table: a row for each question, a column for each source.
pub(super) struct EqualitySources(Vec<SourceRow>);

struct SourceRow {
    label: &'static str,
    sources: [CellId; SOURCES.len()],
    values: CellId,
}

impl BySource {
    /// Counts a value.
    pub(super) fn add(&mut self, source: Source) {
        match source {
            Source::OwnForm => self.own_form += 1,
            Source::ToldForThem => self.told_for_them += 1,
            Source::CareRecord => self.care_record += 1,
        }
    }

    fn of(self, source: Source) -> i64 {
        match source {
            Source::OwnForm => self.own_form,
            Source::ToldForThem => self.told_for_them,
            Source::CareRecord => self.care_record,
        }
    }
}

impl EqualitySources {
    /// Enters the table, tied to the tables of the questions, so that neither gives the other away.
    pub(super) fn enter(
        counts: &EqualityCounts,
        questions: &[CountTable],
        ages: &CountTable,
        drawing: &mut Drawing<'_>,
    ) -> Self {
        let tables = || questions.iter().chain([ages]);
        let rows = counts.sources().into_iter().map(|(id, label, by_source)| {
            let sources = SOURCES.map(|source| drawing.ledger.enter(by_source.of(source)));
            let values = drawing
                .ledger
                .enter(SOURCES.iter().map(|source| by_source.of(*source)).sum());
            drawing.ledger.adds_up(values, sources.to_vec());
            drawing.ledger.part_of(values, drawing.cohorts.received);
            if let Some(table) = tables().find(|table| table.id == id) {
                tie(values, table, drawing.ledger);
            }
            SourceRow {
                label,
                sources,
                values,
            }
        });
        Self(rows.collect())
    }

    /// The table as an audience may see it.
    pub(super) fn table(&self, book: &Book, year: ReportingYear) -> Table {
        let sources = SOURCES.iter().map(|source| source.label().to_owned());
        let row = |row: &SourceRow| Row {
            label: row.label.to_owned(),
            cells: row
                .sources
                .into_iter()
                .chain([row.values])
                .map(|cell| count(book.shown(cell)))
                .collect(),
        };
        Table {
            id: "equality_sources".to_owned(),
            caption: "Where the values come from".to_owned(),
            population: Population::Stage1Received.line(year),
            row_heading: "Question".to_owned(),
            columns: sources.chain(["Values".to_owned()]).collect(),
            rows: self.0.iter().map(row).collect(),
            total: None,
            notes: vec![
                "Counts one value for each complaint of which the question is answered. Where several sources answer it, the one further left is counted."
                    .to_owned(),
            ],
        }
    }
}

/// Says that the values are those of the question's table; children's ages among them are the rest.
fn tie(values: CellId, table: &CountTable, ledger: &mut Ledger) {
    let stated: Vec<CellId> = table
        .rows
        .iter()
        .filter(|row| row.code != "not_stated")
        .map(|row| row.cell)
        .collect();
    let sum = stated.iter().map(|cell| ledger.count(*cell)).sum();
    let whole = ledger.enter(sum);
    ledger.adds_up(whole, stated);
    ledger.part_of(values, whole);
}
