//! Where each value of the equality monitoring comes from, and why others are missing, question by
//! question.
//!
//! Source: REP-22.3. Few forms come back, and a year filled in from the care record says another thing
//! than one that people told themselves; so does a wish not to say than a question nobody asked.

use casework::settings::ReportingYear;
use views::equality::{Answer, NonAnswer, Source};

use super::count_table::{CountTable, count};
use super::drawing::Drawing;
use super::equality_answer::{ANSWERED_ROW, NOT_STATED_ROW};
use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Row, Table};
use crate::measures::Population;

/// Every source, the most telling first: an earlier one is counted where several answer a question.
pub(super) const SOURCES: [Source; 3] = [Source::OwnForm, Source::ToldForThem, Source::CareRecord];

/// The complaints of the year by what is known of one question.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Origins {
    own_form: i64,
    told_for_them: i64,
    care_record: i64,
    prefer_not_to_say: i64,
    no_response: i64,
    unknown_from_record: i64,
    not_asked: i64,
}

/// Both tables: a row for each question, a column for each source or for each reason.
pub(super) struct EqualityOrigins(Vec<OriginRow>);

struct OriginRow {
    label: &'static str,
    sources: [CellId; SOURCES.len()],
    values: CellId,
    reasons: [CellId; NonAnswer::ALL.len()],
    missing: CellId,
}

impl Origins {
    /// Counts what is known for a complaint; where there is no form, why.
    pub(super) fn add<T: Copy>(&mut self, found: Option<(Answer<T>, Source)>, no_form: NonAnswer) {
        let count = match found {
            Some((Answer::Stated(_), source)) => self.of(source),
            Some((Answer::Missing(non_answer), _)) => self.because(non_answer),
            None => self.because(no_form),
        };
        *count += 1;
    }

    /// How many answers are missing for a reason.
    pub(super) fn missing(mut self, non_answer: NonAnswer) -> i64 {
        *self.because(non_answer)
    }

    fn from(mut self, source: Source) -> i64 {
        *self.of(source)
    }

    fn of(&mut self, source: Source) -> &mut i64 {
        match source {
            Source::OwnForm => &mut self.own_form,
            Source::ToldForThem => &mut self.told_for_them,
            Source::CareRecord => &mut self.care_record,
        }
    }

    fn because(&mut self, non_answer: NonAnswer) -> &mut i64 {
        match non_answer {
            NonAnswer::PreferNotToSay => &mut self.prefer_not_to_say,
            NonAnswer::NoResponse => &mut self.no_response,
            NonAnswer::UnknownFromRecord => &mut self.unknown_from_record,
            NonAnswer::NotAsked => &mut self.not_asked,
        }
    }
}

impl EqualityOrigins {
    /// Enters the tables of what was counted: of each question the id of its table, its name and the counts. They are
    /// tied to those of the questions, so that none gives another away.
    pub(super) fn enter(
        counted: Vec<(&'static str, &'static str, Origins)>,
        questions: &[CountTable],
        ages: &CountTable,
        drawing: &mut Drawing<'_>,
    ) -> Self {
        let tables = || questions.iter().chain([ages]);
        let received = drawing.cohorts.received;
        let ledger = &mut *drawing.ledger;
        let rows = counted.into_iter().map(|(id, label, origins)| {
            let sources = SOURCES.map(|source| ledger.enter(origins.from(source)));
            let values = sum(&sources, ledger);
            let reasons = NonAnswer::ALL.map(|reason| ledger.enter(origins.missing(reason)));
            let missing = sum(&reasons, ledger);
            ledger.adds_up(received, vec![values, missing]);
            let row = OriginRow {
                label,
                sources,
                values,
                reasons,
                missing,
            };
            if let Some(table) = tables().find(|table| table.id == id) {
                row.tie(table, ledger);
            }
            row
        });
        Self(rows.collect())
    }

    /// The tables as an audience may see them.
    pub(super) fn tables(&self, book: &Book, year: ReportingYear) -> [Table; 2] {
        let table = |id: &str, caption: &str, note: &str| Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            population: Population::Stage1Received.line(year),
            row_heading: "Question".to_owned(),
            columns: Vec::new(),
            rows: Vec::new(),
            total: None,
            notes: vec![note.to_owned()],
        };
        let row = |row: &OriginRow, cells: &[CellId], whole: CellId| Row {
            label: row.label.to_owned(),
            cells: cells
                .iter()
                .chain([&whole])
                .map(|cell| count(book.shown(*cell)))
                .collect(),
        };
        let headings = |labels: &[&str], whole: &str| {
            let labels = labels.iter().chain([&whole]);
            labels.map(|label| (*label).to_owned()).collect()
        };
        let sources = |each: &OriginRow| row(each, &each.sources, each.values);
        let reasons = |each: &OriginRow| row(each, &each.reasons, each.missing);
        [
            Table {
                columns: headings(&SOURCES.map(Source::label), "Values"),
                rows: self.0.iter().map(sources).collect(),
                ..table(
                    "equality_sources",
                    "Where the values come from",
                    "Counts one value for each complaint of which the question is answered. Where several sources answer it, the one further left is counted.",
                )
            },
            Table {
                columns: headings(&NonAnswer::ALL.map(NonAnswer::label), "Without a value"),
                rows: self.0.iter().map(reasons).collect(),
                ..table(
                    "equality_missing",
                    "Why a value is missing",
                    "Counts each complaint of which the question has no value. A wish not to say is respected: the care record does not fill it.",
                )
            },
        ]
    }
}

impl OriginRow {
    /// Says that the values, and those who prefer not to say, are the ones of the question's table.
    fn tie(&self, table: &CountTable, ledger: &mut Ledger) {
        // Where people are counted more than once, those who answered stand in a row of their own.
        if let Some(row) = table.row(ANSWERED_ROW) {
            ledger.adds_up(row, vec![self.values]);
            return;
        }
        let prefers_not = NonAnswer::PreferNotToSay.code();
        let stated: Vec<CellId> = table
            .rows
            .iter()
            .filter(|row| row.code != NOT_STATED_ROW && row.code != prefers_not)
            .map(|row| row.cell)
            .collect();
        let whole = sum(&stated, ledger);
        // Children's ages, where the table holds them, are the rest.
        ledger.part_of(self.values, whole);
        if let Some(row) = table.row(prefers_not) {
            let [preferring, ..] = self.reasons;
            ledger.adds_up(row, vec![preferring]);
        }
    }
}

/// Enters what parts come to.
fn sum(parts: &[CellId], ledger: &mut Ledger) -> CellId {
    let whole = parts.iter().map(|part| ledger.count(*part)).sum();
    let whole = ledger.enter(whole);
    ledger.adds_up(whole, parts.to_vec());
    whole
}
