//! Equality forms sent and returned: complainants, and the children apart.
//!
//! Source: REP-18.5, REP-22.3. A few answers of many asked say less than the same answers of a few
//! asked, so the report says how many were.

use casework::intake::{About, FormState};
use casework::settings::ReportingYear;
use views::equality::NonAnswer;
use views::register_line::RegisterLine;

use super::count_table::count;
use super::drawing::Drawing;
use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Row, Table};
use crate::measures::Population;

/// How far the forms of the people in complaints received in the year have come.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct EqualityReturns {
    complainants: Returns,
    children: Returns,
}

#[derive(Clone, Copy, Debug, Default)]
struct Returns {
    people: i64,
    returned: i64,
    outstanding: i64,
    looked_up: i64,
}

/// The table: complainants and children, with what became of their forms.
pub(super) struct EqualityReturnsTable([(&'static str, [CellId; COLUMNS.len()]); 2]);

const COLUMNS: [&str; 6] = [
    "Asked",
    "of these, returned",
    "of these, not returned",
    "Not asked",
    "of these, care record looked up",
    "People",
];

impl EqualityReturns {
    /// Counts the people of a complaint received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        self.complainants.people += i64::try_from(line.capacities.len()).unwrap_or(i64::MAX);
        self.children.people += i64::try_from(line.children.len()).unwrap_or(i64::MAX);
        for (about, state) in &line.equality {
            let returns = match about {
                About::Complainant => &mut self.complainants,
                About::Child => &mut self.children,
            };
            match state {
                FormState::NotAsked => {}
                FormState::Returned(_) => returns.returned += 1,
                FormState::Outstanding(_) => returns.outstanding += 1,
                FormState::LookedUp(_) => returns.looked_up += 1,
            }
        }
    }

    /// Enters the table.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> EqualityReturnsTable {
        let ledger = &mut *drawing.ledger;
        EqualityReturnsTable([
            ("Complainants", self.complainants.entered(ledger)),
            ("Children", self.children.entered(ledger)),
        ])
    }
}

impl Returns {
    fn entered(self, ledger: &mut Ledger) -> [CellId; COLUMNS.len()] {
        let asked = self.returned + self.outstanding;
        let cells = [
            asked,
            self.returned,
            self.outstanding,
            self.people - asked,
            self.looked_up,
            self.people,
        ]
        .map(|count| ledger.enter(count));
        let [asked, returned, outstanding, not_asked, looked_up, people] = cells;
        ledger.adds_up(asked, vec![returned, outstanding]);
        ledger.adds_up(people, vec![asked, not_asked]);
        ledger.part_of(looked_up, not_asked);
        cells
    }
}

impl EqualityReturnsTable {
    /// The table as an audience may see it.
    pub(super) fn table(&self, book: &Book, year: ReportingYear) -> Table {
        let row = |(label, cells): &(&str, [CellId; COLUMNS.len()])| Row {
            label: (*label).to_owned(),
            cells: cells.map(|cell| count(book.shown(cell))).into(),
        };
        Table {
            id: "equality_returns".to_owned(),
            caption: "Equality forms sent and returned".to_owned(),
            population: Population::Stage1Received.line(year),
            row_heading: "Whom the form is about".to_owned(),
            columns: COLUMNS.map(str::to_owned).into(),
            rows: self.0.iter().map(row).collect(),
            total: None,
            notes: vec![
                "Counts every complainant and every child of these complaints, as the record stands now. Answers told by a carer or advocate count as returned. A young person who complains has two forms, one in each row."
                    .to_owned(),
            ],
        }
    }
}

/// Why the answers of a complaint are missing of which no form about a complainant is held.
pub(super) fn why_no_form(line: &RegisterLine) -> NonAnswer {
    let states = line.equality.iter();
    let states = states.filter(|(about, _)| *about == About::Complainant);
    let reasons = states.filter_map(|(_, state)| match state {
        FormState::NotAsked => None,
        FormState::Outstanding(_) | FormState::Returned(_) => Some(NonAnswer::NoResponse),
        FormState::LookedUp(_) => Some(NonAnswer::UnknownFromRecord),
    });
    reasons.min().unwrap_or(NonAnswer::NotAsked)
}
