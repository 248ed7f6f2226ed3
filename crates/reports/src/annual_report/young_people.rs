//! Children and young people who complained themselves, and who they are as far as they said.
//!
//! Source: REP-18.4. Each table counts the same complaints: those with a complainant in a young person's capacity.

use casework::ids::CaseId;
use casework::people::ChildStatus;
use casework::settings::Settings;
use statute::dates::short_date;
use views::equality::NonAnswer;
use views::register_line::RegisterLine;

use super::advocacy::is_by_a_young_person;
use super::age;
use super::complaints_by_issue::ComplaintsByIssue;
use super::complaints_by_service::ComplaintsByService;
use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells, summed};
use super::drawing::Drawing;
use super::equality::EqualityCounts;
use super::equality_returns::why_no_form;
use super::telling::{Blocks, Telling};
use crate::disclosure::CellId;
use crate::document::Block;
use crate::measures::Population;

/// The age of which councils publish how many are that old or older.
const GROWING_UP: u8 = 14;

/// Complaints received in the year that young people made themselves.
#[derive(Clone, Debug)]
pub(super) struct YoungPeople {
    /// Which they are, with why answers are missing where no form is held.
    pub received: Vec<(CaseId, NonAnswer)>,
    by_service: ComplaintsByService,
    by_issue: ComplaintsByIssue,
    by_standing: [i64; ChildStatus::ALL.len()],
    standing_not_noted: i64,
}

/// The tables, none where no young person complained.
pub(super) struct YoungPeopleTables {
    tables: Vec<CountTable>,
    /// Those known to be fourteen or older.
    pub growing_up: Option<CellId>,
}

/// The tables that count all complaints, of which those by young people are a part.
#[derive(Clone, Copy)]
pub(super) struct Wholes<'a> {
    pub by_capacity: &'a CountTable,
    pub by_service: &'a CountTable,
    pub by_issue: &'a CountTable,
    pub gender: Option<&'a CountTable>,
    pub age: &'a CountTable,
    /// Complaints about a looked-after child.
    pub looked_after: CellId,
}

impl YoungPeople {
    /// Nothing counted.
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            received: Vec::new(),
            by_service: ComplaintsByService::new(settings),
            by_issue: ComplaintsByIssue::new(settings),
            by_standing: [0; ChildStatus::ALL.len()],
            standing_not_noted: 0,
        }
    }

    /// Counts a complaint received in the year if a young person made it.
    ///
    /// Reading: of several children in one complaint the first in the order of the list of standings counts.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if !is_by_a_young_person(settings, line) {
            return;
        }
        self.received.push((line.case, why_no_form(line)));
        self.by_service.count(settings, line);
        self.by_issue.count(settings, line);
        let standing = line.children.iter().min();
        match standing.and_then(|standing| ChildStatus::ALL.iter().position(|of| of == standing)) {
            Some(place) => self.by_standing[place] += 1,
            None => self.standing_not_noted += 1,
        }
    }

    /// Enters the tables; `answers` are those of the young people's complaints alone.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        young_people: CellId,
        answers: &EqualityCounts,
        wholes: Wholes<'_>,
    ) -> YoungPeopleTables {
        if self.received.is_empty() {
            return YoungPeopleTables {
                tables: Vec::new(),
                growing_up: None,
            };
        }
        let base = Base {
            cell: drawing.ledger.told_elsewhere(young_people),
            name: "complaints by young people themselves",
        };
        let by_capacity = by_capacity(base, wholes.by_capacity, drawing);
        let by_standing = self.by_standing(base, drawing);
        if let Some(looked_after) = by_standing.row(ChildStatus::LookedAfter.code()) {
            part_of(looked_after, wholes.looked_after, drawing);
        }
        let (by_age, growing_up) = by_age(base, answers, drawing);
        parts_of(&by_age, wholes.age, drawing);
        let mut tables = vec![by_capacity, by_standing, by_age];
        if let Some(gender) = wholes.gender {
            let table = answers.gender_of(base, drawing);
            parts_of(&table, gender, drawing);
            tables.push(table);
        }
        for (id, caption, table, whole) in [
            (
                "young_people_by_service",
                "Young people’s own complaints by service",
                self.by_service.enter_of(base, drawing),
                wholes.by_service,
            ),
            (
                "young_people_by_issue",
                "Young people’s own complaints by main issue",
                self.by_issue.enter_of(base, drawing),
                wholes.by_issue,
            ),
        ] {
            parts_of(&table, whole, drawing);
            tables.push(CountTable {
                id,
                caption: caption.to_owned(),
                population: Population::YoungPeoplesComplaints.line(drawing.year),
                ..table
            });
        }
        YoungPeopleTables { tables, growing_up }
    }

    fn by_standing(&self, base: Base, drawing: &mut Drawing<'_>) -> CountTable {
        let ledger = &mut *drawing.ledger;
        let mut rows: Vec<CountRow> = ChildStatus::ALL
            .into_iter()
            .zip(self.by_standing)
            .map(|(status, count)| CountRow::new(status.code(), status.label(), count, ledger))
            .collect();
        rows.extend(CountRow::not_noted(self.standing_not_noted, ledger));
        ledger.adds_up(base.cell, cells(&rows));
        CountTable {
            notes: vec![
                "How the child stood with the authority when the complaint was received; of several children in one complaint the first in this order counts."
                    .to_owned(),
            ],
            ..table(
                ("young_people_by_standing", "Young people who complained, by how they stand with the authority", "The young person"),
                base,
                rows,
                drawing,
            )
        }
    }
}

/// A table whose rows add up to the complaints by young people.
fn table(
    (id, caption, row_heading): (&'static str, &str, &'static str),
    base: Base,
    rows: Vec<CountRow>,
    drawing: &Drawing<'_>,
) -> CountTable {
    CountTable {
        id,
        caption: caption.to_owned(),
        population: Population::YoungPeoplesComplaints.line(drawing.year),
        row_heading,
        unit: "Complaints",
        rows,
        total: Some(base.cell),
        share: Some(base),
        reconciliation: Some(Reconciliation::exact(base)),
        notes: Vec::new(),
    }
}

/// The rows of the table of capacities that are young people's: an unaccompanied young person or a care leaver
/// is one where the authority's list has it so.
fn by_capacity(base: Base, all: &CountTable, drawing: &mut Drawing<'_>) -> CountTable {
    let young = &drawing.settings.young_people;
    let rows: Vec<CountRow> = all
        .rows
        .iter()
        .filter(|row| young.iter().any(|code| code.as_str() == row.code))
        .map(|row| CountRow {
            cell: drawing.ledger.told_elsewhere(row.cell),
            ..row.clone()
        })
        .collect();
    let entries = summed(&rows, drawing.ledger);
    drawing.ledger.part_of(base.cell, entries);
    CountTable {
        total: Some(entries),
        reconciliation: Some(Reconciliation {
            because: "a complaint brought by young people in different capacities counts once in each",
            ..Reconciliation::exact(base)
        }),
        ..table(
            (
                "young_people_by_capacity",
                "Young people who complained, by capacity",
                "Capacity",
            ),
            base,
            rows,
            drawing,
        )
    }
}

/// Ages in the authority's bands, and those of fourteen or older.
fn by_age(
    base: Base,
    answers: &EqualityCounts,
    drawing: &mut Drawing<'_>,
) -> (CountTable, Option<CellId>) {
    let rows = age::rows(answers.ages.iter().copied(), drawing);
    drawing.ledger.adds_up(base.cell, cells(&rows));
    let known = answers.ages.iter().flatten().count();
    let old = answers.ages.iter().flatten();
    let old = old.filter(|age| **age >= GROWING_UP).count();
    let cell = |count| i64::try_from(count).unwrap_or(i64::MAX);
    let growing_up = (known > 0).then(|| drawing.ledger.enter(cell(old)));
    if let Some(growing_up) = growing_up {
        tie_growing_up(growing_up, &rows, drawing);
    }
    let table = CountTable {
        notes: vec![
            "The age of the first complainant when the complaint was received, as far as a form or the care record says."
                .to_owned(),
        ],
        ..table(
            (
                "young_people_by_age",
                "Young people who complained, by age",
                "Age",
            ),
            base,
            rows,
            drawing,
        )
    };
    (table, growing_up)
}

/// Where a band begins at fourteen, the bands from there on come to those who are that old.
fn tie_growing_up(growing_up: CellId, rows: &[CountRow], drawing: &mut Drawing<'_>) {
    let bands = &drawing.settings.equality.age;
    let older: Vec<CellId> = bands
        .iter()
        .zip(rows)
        .filter(|(band, _)| band.from >= GROWING_UP)
        .map(|(_, row)| row.cell)
        .collect();
    let sum: i64 = older.iter().map(|cell| drawing.ledger.count(*cell)).sum();
    if !older.is_empty() && sum == drawing.ledger.count(growing_up) {
        drawing.ledger.adds_up(growing_up, older);
    }
}

/// Says of every row that it is part of the row of the same code among all complaints.
fn parts_of(table: &CountTable, whole: &CountTable, drawing: &mut Drawing<'_>) {
    for row in &table.rows {
        if let Some(all) = whole.row(&row.code) {
            part_of(row.cell, all, drawing);
        }
    }
}

/// Says that a count is part of one that another table tells, and gives way to it.
fn part_of(part: CellId, whole: CellId, drawing: &mut Drawing<'_>) {
    let known = drawing.ledger.told_elsewhere(whole);
    drawing.ledger.part_of(part, known);
}

impl Telling<'_> {
    /// Children and young people: who complained themselves, what about, and what they brought without complaining.
    pub(super) fn young_people(&self) -> Blocks {
        let mut blocks = Blocks::default();
        blocks.tell(self.number(
            "young_people_complaints",
            "complaint by a young person themselves",
            "complaints by young people themselves",
        ));
        blocks.tell(
            self.figures
                .share("young_people_share")
                .map(|share| format!("{share} were made by young people themselves.")),
        );
        blocks.tell(self.number(
            "informal_contacts",
            "informal contact of a young person",
            "informal contacts of young people",
        ));
        blocks.tell(self.number(
            "helpline_contacts",
            "contact with the advocacy helpline",
            "contacts with the advocacy helpline",
        ));
        let young_people = self.book.shown(self.drawn.advocacy.young_people);
        if young_people.is_none() {
            blocks.tell(Some(
                "How many complaints young people made themselves is withheld, and so is what they were about and who made them."
                    .to_owned(),
            ));
        } else if !self.drawn.young_people.tables.is_empty() {
            blocks.tell(Some(format!(
                "The tables of this section count the complaints that young people made themselves from {} to {}. A complaint by an adult about a child is not among them.",
                short_date(self.year.first_day()),
                short_date(self.year.last_day())
            )));
        }
        blocks.tell(self.with_before("young_people_14_up", |share| {
            format!("{share} were by somebody known to be aged {GROWING_UP} or over")
        }));
        // Of a number that is withheld no table tells anything.
        if young_people.is_some() {
            for table in &self.drawn.young_people.tables {
                self.table(&mut blocks, table);
            }
            if let Some(by_channel) = &self.drawn.channels.young_people {
                self.table(&mut blocks, by_channel);
            }
        }
        if let Some(by_channel) = &self.drawn.channels.informal {
            self.table(&mut blocks, by_channel);
        }
        blocks.0.extend(self.access().map(Block::Table));
        blocks
    }

    /// A sentence on a share, with what was published for the year before.
    pub(super) fn with_before(
        &self,
        id: &str,
        words: impl Fn(crate::share::Share) -> String,
    ) -> Option<String> {
        let words = words(self.figures.share(id)?);
        Some(match self.before(id) {
            Some(before) => format!("{words}; {before}."),
            None => format!("{words}."),
        })
    }
}
