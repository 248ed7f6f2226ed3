//! A table of counts before it is disclosed: rows of the ledger, their sum and what they must add up to.

use casework::settings::{Code, List, ReportingYear, Settings};

use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Cell, Number, Row, Table};
use crate::sentences::{Ranking, Seen};
use crate::share::{Places, Share};

/// What every withheld cell shows.
pub(super) const WITHHELD: &str = "withheld";

/// What a percentage or an average of nothing shows.
pub(super) const NO_BASE: &str = "not applicable";

/// A table of counts whose first column is the count.
#[derive(Clone, Debug)]
pub(super) struct CountTable {
    pub id: &'static str,
    pub caption: String,
    pub population: String,
    pub row_heading: &'static str,
    /// The heading of the count column, such as "Complaints".
    pub unit: &'static str,
    pub rows: Vec<CountRow>,
    /// The sum of the rows.
    pub total: Option<CellId>,
    /// What the second column is a percentage of, and its name.
    pub share: Option<Base>,
    pub reconciliation: Option<Reconciliation>,
    pub notes: Vec<String>,
}

/// One row of it.
#[derive(Clone, Debug)]
pub(super) struct CountRow {
    pub code: String,
    pub label: String,
    pub cell: CellId,
}

/// What percentages are out of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Base {
    pub cell: CellId,
    pub name: &'static str,
}

/// What the rows should add up to, and why they may not.
///
/// Source: REP-18.9, VOC-8.1.
#[derive(Clone, Debug)]
pub(super) struct Reconciliation {
    pub expected: CellId,
    /// Such as "complaints received".
    pub name: &'static str,
    /// Why there may be more, as a clause after "because".
    pub because: &'static str,
}

/// Counts for each entry of a list, and for codes the list does not have.
#[derive(Clone, Debug)]
pub(super) struct ByCode {
    counts: Vec<i64>,
    unlisted: i64,
}

impl CountTable {
    /// The row with a code.
    pub(super) fn row(&self, code: &str) -> Option<CellId> {
        self.rows
            .iter()
            .find(|row| row.code == code)
            .map(|row| row.cell)
    }

    /// The rows as sentences see them.
    pub(super) fn ranking<'a>(&'a self, book: &Book) -> Ranking<'a> {
        let rows: Vec<Seen<'a>> = self
            .rows
            .iter()
            .map(|row| Seen {
                label: &row.label,
                count: book.shown(row.cell),
            })
            .collect();
        let shown: i64 = rows.iter().filter_map(|row| row.count).sum();
        let total = self.total.and_then(|total| book.shown(total));
        Ranking {
            rows,
            withheld_together: total.map(|total| total - shown),
        }
    }

    /// Whether every row may be shown.
    pub(super) fn is_open(&self, book: &Book) -> bool {
        self.rows.iter().all(|row| book.shown(row.cell).is_some())
    }

    /// The table as an audience may see it, with the authority's own notes for the year.
    pub(super) fn table(&self, book: &Book, settings: &Settings, year: ReportingYear) -> Table {
        let mut columns = vec![self.unit.to_owned()];
        if let Some(base) = self.share {
            columns.push(match book.shown(base.cell) {
                Some(count) => format!("% of {count}"),
                None => format!("% of {}", base.name),
            });
        }
        let mut notes = Vec::new();
        notes.extend(
            self.reconciliation
                .as_ref()
                .and_then(|line| self.reconciled(line, book)),
        );
        notes.extend(self.notes.iter().cloned());
        notes.extend(
            settings
                .report
                .notes
                .iter()
                .filter(|note| note.table == self.id && note.year == year.to_string())
                .map(|note| note.note.clone()),
        );
        Table {
            id: self.id.to_owned(),
            caption: self.caption.clone(),
            population: self.population.clone(),
            row_heading: self.row_heading.to_owned(),
            columns,
            rows: self
                .rows
                .iter()
                .map(|row| self.drawn(&row.label, row.cell, book))
                .collect(),
            total: self.total.map(|total| self.drawn("Total", total, book)),
            notes,
        }
    }

    fn drawn(&self, label: &str, cell: CellId, book: &Book) -> Row {
        let mut cells = vec![count(book.shown(cell))];
        if let Some(base) = self.share {
            cells.push(percent(share(
                book,
                cell,
                base.cell,
                base.name,
                Places::None,
            )));
        }
        Row {
            label: label.to_owned(),
            cells,
        }
    }

    fn reconciled(&self, line: &Reconciliation, book: &Book) -> Option<String> {
        let (total, name) = (self.total?, line.name);
        Some(match (book.shown(total), book.shown(line.expected)) {
            (Some(sum), Some(expected)) if sum == expected => {
                format!("Adds up to the {expected} {name}.")
            }
            (Some(sum), Some(expected)) => {
                let difference = sum - expected;
                let more = if difference > 0 { "more" } else { "fewer" };
                format!(
                    "Adds up to {sum}, {} {more} than the {expected} {name}, because {}.",
                    difference.abs(),
                    line.because
                )
            }
            (None, Some(expected)) => format!(
                "Does not add up to the {expected} {name}, because {}. By how much is withheld.",
                line.because
            ),
            (_, None) => format!("Adds up to the {name}, whose number is withheld."),
        })
    }
}

impl ByCode {
    /// Nothing counted for any entry.
    pub(super) fn new(list: &List) -> Self {
        Self {
            counts: vec![0; list.0.len()],
            unlisted: 0,
        }
    }

    /// Counts a code.
    pub(super) fn add(&mut self, list: &List, code: &Code) {
        match list.0.iter().position(|entry| entry.code == *code) {
            Some(place) => self.counts[place] += 1,
            None => self.unlisted += 1,
        }
    }

    /// A row for each entry, and one for codes the list does not have, so that nothing is lost.
    pub(super) fn rows(&self, list: &List, ledger: &mut Ledger) -> Vec<CountRow> {
        let mut rows: Vec<CountRow> = list
            .0
            .iter()
            .zip(&self.counts)
            .map(|(entry, count)| CountRow {
                code: entry.code.to_string(),
                label: entry.label.clone(),
                cell: ledger.enter(*count),
            })
            .collect();
        if self.unlisted > 0 {
            rows.push(CountRow::new(
                "not_in_the_list",
                "Not in the list",
                self.unlisted,
                ledger,
            ));
        }
        rows
    }
}

impl Reconciliation {
    /// Rows that must add up to their base.
    pub(super) const fn exact(base: Base) -> Self {
        Self {
            expected: base.cell,
            name: base.name,
            because: "rows and base count different things",
        }
    }
}

impl CountRow {
    /// A row entered in the ledger.
    pub(super) fn new(
        code: impl Into<String>,
        label: impl Into<String>,
        count: i64,
        ledger: &mut Ledger,
    ) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
            cell: ledger.enter(count),
        }
    }

    /// The row of those of whom the record does not say, where there are any.
    pub(super) fn not_noted(count: i64, ledger: &mut Ledger) -> Option<Self> {
        (count > 0).then(|| Self::new("not_noted", "Not noted", count, ledger))
    }
}

/// The cells of rows, to say what they add up to.
pub(super) fn cells(rows: &[CountRow]) -> Vec<CellId> {
    rows.iter().map(|row| row.cell).collect()
}

/// Enters the sum of rows as a count of its own.
pub(super) fn summed(rows: &[CountRow], ledger: &mut Ledger) -> CellId {
    let sum = rows.iter().map(|row| ledger.count(row.cell)).sum();
    let total = ledger.enter(sum);
    ledger.adds_up(total, cells(rows));
    total
}

/// A share as an audience may see it; otherwise what is shown in its place.
///
/// Source: REP-24.4.
pub(super) fn share(
    book: &Book,
    part: CellId,
    whole: CellId,
    base: &'static str,
    places: Places,
) -> Result<Share, &'static str> {
    match (book.shown(part), book.shown(whole)) {
        (_, Some(0)) => Err(NO_BASE),
        (Some(part), Some(whole)) if book.is_base(whole) => {
            Share::of(part, whole, base, places).ok_or(NO_BASE)
        }
        (Some(_) | None, Some(_) | None) => Err(WITHHELD),
    }
}

/// A cell that shows a count.
pub(super) fn count(count: Option<i64>) -> Cell {
    Cell {
        value: count.map(Number::Whole),
        shown: count.map_or_else(|| WITHHELD.to_owned(), |count| count.to_string()),
    }
}

/// A cell that shows a percentage.
pub(super) fn percent(share: Result<Share, &'static str>) -> Cell {
    match share.map(Share::percent) {
        Ok((value, shown)) => Cell {
            value: Some(value),
            shown,
        },
        Err(instead) => Cell {
            value: None,
            shown: instead.to_owned(),
        },
    }
}
