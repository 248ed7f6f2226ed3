//! How easily children and young people reach the authority: what comes directly from them, how, and with whose help.
//!
//! Source: REP-18.4. Few complaints by children can mean that there is little to complain about, or that they do not
//! know how: the table sets the ways beside each other, year by year where earlier years were published.

use casework::registers::HelplineCaller;

use super::advocacy::AdvocacyTable;
use super::drawing::Drawing;
use super::earlier::{cell, published, written, years};
use super::registers::RegisterTables;
use super::telling::Telling;
use crate::disclosure::CellId;
use crate::document::{Cell, Row, Table};
use crate::measures::measure;

/// The measures of the table, in its order.
const ROWS: [&str; 10] = [
    "young_people_complaints",
    "young_people_share",
    "informal_contacts",
    "helpline_contacts",
    "direct_from_children",
    "direct_rate",
    "young_people_by_advocate",
    "young_people_digital",
    "advocacy_offered",
    "advocacy_used",
];

/// Complaints and contacts that came directly from children and young people.
pub(super) fn direct(
    drawing: &mut Drawing<'_>,
    advocacy: &AdvocacyTable,
    registers: &RegisterTables,
) -> CellId {
    let callers = registers.young_people.iter();
    let called = callers
        .filter(|table| table.id == "helpline_by_caller")
        .find_map(|table| table.row(HelplineCaller::YoungPerson.code()));
    let mut parts = vec![advocacy.young_people, drawing.cohorts.informal_contacts];
    parts.extend(called);
    let ledger = &mut *drawing.ledger;
    let parts: Vec<CellId> = parts
        .into_iter()
        .map(|part| ledger.told_elsewhere(part))
        .collect();
    let whole = parts.iter().map(|part| ledger.count(*part)).sum();
    let whole = ledger.enter(whole);
    ledger.adds_up(whole, parts);
    whole
}

impl Telling<'_> {
    /// The table; `None` where nothing came from children and nothing was recorded of their advocacy.
    pub(super) fn access(&self) -> Option<Table> {
        let drawn = ROWS.iter().filter(|id| self.figures.has(id));
        let rows: Vec<&str> = drawn.copied().collect();
        let direct = self.book.shown(self.drawn.direct);
        if direct == Some(0) && !self.figures.has("advocacy_offered") {
            return None;
        }
        let earlier = years(self.settings, self.year, &rows);
        Some(Table {
            id: "access".to_owned(),
            caption: "How easily children and young people reach us".to_owned(),
            population: format!(
                "Counts each row by its own definition, given at the end of this report, for {}{}.",
                written(self.year),
                if earlier.is_empty() {
                    ""
                } else {
                    " and earlier years as they were published"
                }
            ),
            row_heading: "Measure".to_owned(),
            columns: std::iter::once(self.year)
                .chain(earlier.iter().copied())
                .map(written)
                .collect(),
            rows: rows
                .iter()
                .map(|id| Row {
                    label: measure(id).map_or("", |measure| measure.title).to_owned(),
                    cells: std::iter::once(self.this_year(id))
                        .chain(
                            earlier
                                .iter()
                                .map(|year| cell(published(self.settings, *year, id))),
                        )
                        .collect(),
                })
                .collect(),
            total: None,
            notes: vec![
                "Rows are populations of their own and overlap. A low number says only where to look: whether there is little to complain about, or whether children do not know how or do not dare."
                    .to_owned(),
            ],
        })
    }

    fn this_year(&self, id: &str) -> Cell {
        let mut figures = self.figures.list().iter();
        let figure = figures.find(|figure| figure.id == id);
        let share = self.figures.share(id);
        Cell {
            value: figure.and_then(|figure| figure.value),
            shown: match (share, figure) {
                (Some(share), _) => share.brief(),
                (None, Some(figure)) => figure.shown.clone(),
                (None, None) => String::new(),
            },
        }
    }
}
