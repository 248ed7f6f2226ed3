//! How long Stage 1 took for one group of complaints beside another: young people, services, areas, capacities.
//!
//! Each dimension has a table with a row for each group. Its complaints are those of the table that counts the group
//! elsewhere, cell by cell, and what its groups come to is what the table of the whole year says.

use std::collections::BTreeMap;

use casework::settings::{Code, Settings};
use statute::limits::LOCAL_RESOLUTION_ENDS;
use views::register_line::RegisterLine;

use super::advocacy::is_by_a_young_person;
use super::count_table::{CountRow, CountTable, NO_BASE, WITHHELD, count, percent, share};
use super::drawing::Drawing;
use super::telling::{Blocks, Telling};
use super::timescale_stage1::{Stage1TimescaleTable, lengths};
use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Block, Cell, Row, Table};
use crate::measures::Population;
use crate::share::{Days, Places, tenths};

/// The code of the row of complaints that young people made themselves.
const BY_YOUNG_PEOPLE: &str = "by_young_people";
/// The code of the row of all others.
const BY_OTHERS: &str = "by_others";

/// Complaints received in the year by their groups, with the days they took.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage1ByGroup([Groups; Dimension::ALL.len()]);

/// By what complaints are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dimension {
    YoungPeople,
    Service,
    Area,
    Capacity,
}

/// The days that completed complaints took, by group; `None` is the group of those of which it is not known.
type Groups = BTreeMap<Option<Code>, Days>;

/// The tables, each only where there is something to compare.
pub(super) struct Stage1ByGroupTables {
    tables: Vec<GroupTable>,
    /// What the figures of young people are made of, where any complained.
    pub young_people: Option<YoungPeoplesDays>,
}

/// How quickly young people's own complaints were completed.
#[derive(Clone, Debug)]
pub(super) struct YoungPeoplesDays {
    pub within_first: CellId,
    pub within_extended: CellId,
    pub completed: CellId,
    /// The completed complaints of everybody else, whose average could be worked out from this and the whole.
    pub others_completed: CellId,
    pub days: Days,
}

/// One dimension.
struct GroupTable {
    dimension: Dimension,
    population: String,
    rows: Vec<GroupRow>,
}

#[derive(Clone)]
struct GroupRow {
    label: String,
    days: Days,
    complaints: CellId,
    within_first: CellId,
    within_extended: CellId,
    completed: CellId,
}

impl Stage1ByGroup {
    /// Counts a complaint received in the year once in each dimension, and once for each capacity in it.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        let Some(answer) = line.stage_1_completed() else {
            return;
        };
        for (dimension, groups) in Dimension::ALL.into_iter().zip(&mut self.0) {
            for group in dimension.groups(settings, line) {
                groups.entry(group).or_default().add(answer.took);
            }
        }
    }

    /// Enters the tables: `young_people` are the complaints they made, and the tables are those that count the groups.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        timescale: &Stage1TimescaleTable,
        young_people: CellId,
        [by_service, by_area, by_capacity]: [Option<&CountTable>; 3],
    ) -> Stage1ByGroupTables {
        let mut tables = Vec::new();
        let mut of_young_people = None;
        for (dimension, groups) in Dimension::ALL.into_iter().zip(&self.0) {
            let counted = match dimension {
                Dimension::YoungPeople => young_and_others(young_people, drawing),
                Dimension::Service => rows_of(by_service),
                Dimension::Area => rows_of(by_area),
                Dimension::Capacity => rows_of(by_capacity),
            };
            let some = counted
                .iter()
                .filter(|row| drawing.ledger.count(row.cell) > 0);
            if some.count() < 2 {
                continue;
            }
            let rows = rows(counted, groups, drawing.ledger);
            tie(dimension, &rows, timescale, drawing.ledger);
            if let (Dimension::YoungPeople, [young, others]) = (dimension, rows.as_slice()) {
                of_young_people = Some(YoungPeoplesDays {
                    within_first: young.within_first,
                    within_extended: young.within_extended,
                    completed: young.completed,
                    others_completed: others.completed,
                    days: young.days.clone(),
                });
            }
            tables.push(GroupTable {
                dimension,
                population: Population::Stage1Received.line(drawing.year),
                rows,
            });
        }
        Stage1ByGroupTables {
            tables,
            young_people: of_young_people,
        }
    }
}

impl Dimension {
    const ALL: [Self; 4] = [Self::YoungPeople, Self::Service, Self::Area, Self::Capacity];

    /// The groups a complaint belongs to.
    fn groups(self, settings: &Settings, line: &RegisterLine) -> Vec<Option<Code>> {
        match self {
            Self::YoungPeople => {
                let group = if is_by_a_young_person(settings, line) {
                    BY_YOUNG_PEOPLE
                } else {
                    BY_OTHERS
                };
                vec![Some(Code::new(group))]
            }
            Self::Service => vec![line.service.clone()],
            Self::Area => vec![line.place.area.clone()],
            Self::Capacity if line.capacities.is_empty() => vec![None],
            Self::Capacity => {
                let mut capacities = line.capacities.clone();
                capacities.sort();
                capacities.dedup();
                capacities.into_iter().map(Some).collect()
            }
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::YoungPeople => "timescale_by_young_people",
            Self::Service => "timescale_by_service",
            Self::Area => "timescale_by_area",
            Self::Capacity => "timescale_by_capacity",
        }
    }

    const fn caption(self) -> &'static str {
        match self {
            Self::YoungPeople => {
                "Working days to complete Stage 1, for complaints by young people and by others"
            }
            Self::Service => "Working days to complete Stage 1 by service",
            Self::Area => "Working days to complete Stage 1 by area complained about",
            Self::Capacity => "Working days to complete Stage 1 by capacity of the complainant",
        }
    }

    const fn row_heading(self) -> &'static str {
        match self {
            Self::YoungPeople => "Made by",
            Self::Service => "Service",
            Self::Area => "Area",
            Self::Capacity => "Capacity",
        }
    }

    const fn note(self) -> &'static str {
        match self {
            Self::YoungPeople => {
                "Young people’s complaints are those with a complainant in a young person’s capacity. The two rows add up to the complaints received."
            }
            Self::Service | Self::Area => "The rows add up to the complaints received.",
            Self::Capacity => {
                "A complaint brought by people in different capacities counts once in each, so the rows may come to more than the complaints received."
            }
        }
    }
}

fn rows_of(table: Option<&CountTable>) -> Vec<CountRow> {
    table.map(|table| table.rows.clone()).unwrap_or_default()
}

fn young_and_others(young_people: CellId, drawing: &mut Drawing<'_>) -> Vec<CountRow> {
    let received = drawing.cohorts.received;
    let ledger = &mut *drawing.ledger;
    let rest = ledger.count(received) - ledger.count(young_people);
    let others = CountRow::new(BY_OTHERS, "Others", rest, ledger);
    ledger.adds_up(received, vec![young_people, others.cell]);
    let young = CountRow {
        code: BY_YOUNG_PEOPLE.to_owned(),
        label: "Young people themselves".to_owned(),
        cell: young_people,
    };
    vec![young, others]
}

/// A row for each counted group, with the days of the codes it stands for.
fn rows(counted: Vec<CountRow>, groups: &Groups, ledger: &mut Ledger) -> Vec<GroupRow> {
    let (first, extended) = lengths(&LOCAL_RESOLUTION_ENDS);
    let listed: Vec<String> = counted.iter().map(|row| row.code.clone()).collect();
    counted
        .into_iter()
        .map(|row| {
            let mut days = Days::default();
            for (group, took) in groups {
                let stands_in = match group {
                    None => NOT_KNOWN.contains(&row.code.as_str()),
                    Some(code) if listed.iter().any(|each| each == code.as_str()) => {
                        row.code == code.as_str()
                    }
                    Some(_) => row.code == "not_in_the_list",
                };
                if stands_in {
                    days.add_all(took);
                }
            }
            let mut enter = |from, to| ledger.enter(days.within(from, to));
            let within_first = enter(0, first);
            let between = enter(first + 1, extended);
            let within_extended = enter(0, extended);
            let later = enter(extended + 1, u16::MAX);
            let completed = enter(0, u16::MAX);
            ledger.adds_up(within_extended, vec![within_first, between]);
            ledger.adds_up(completed, vec![within_extended, later]);
            let complaints = ledger.told_elsewhere(row.cell);
            for part in [within_first, within_extended, completed] {
                ledger.part_of(part, complaints);
            }
            GroupRow {
                label: row.label,
                days,
                complaints: row.cell,
                within_first,
                within_extended,
                completed,
            }
        })
        .collect()
}

/// The codes of rows of complaints of which the group is not known.
const NOT_KNOWN: [&str; 2] = ["not_stated", "not_recorded"];

/// Says what the groups come to in each column: the whole year, or more where a complaint stands in several.
fn tie(
    dimension: Dimension,
    rows: &[GroupRow],
    timescale: &Stage1TimescaleTable,
    ledger: &mut Ledger,
) {
    let first = timescale.table.row("within_10");
    for (whole, column) in [
        (first, column(rows, |row| row.within_first)),
        (
            Some(timescale.within_both),
            column(rows, |row| row.within_extended),
        ),
        (Some(timescale.completed), column(rows, |row| row.completed)),
    ] {
        let Some(whole) = whole else { continue };
        let whole = ledger.told_elsewhere(whole);
        match dimension {
            Dimension::YoungPeople | Dimension::Service | Dimension::Area => {
                ledger.adds_up(whole, column);
            }
            Dimension::Capacity => {
                let entries = column.iter().map(|cell| ledger.count(*cell)).sum();
                let entries = ledger.enter(entries);
                ledger.adds_up(entries, column);
                ledger.part_of(whole, entries);
            }
        }
    }
}

fn column(rows: &[GroupRow], cell: impl Fn(&GroupRow) -> CellId) -> Vec<CellId> {
    rows.iter().map(cell).collect()
}

impl Stage1ByGroupTables {
    /// The tables as an audience may see them; one that would tell of no group is left out.
    pub(super) fn tables(&self, book: &Book) -> Vec<Table> {
        let tell = |table: &&GroupTable| {
            let mut rows = table.rows.iter();
            rows.any(|row| book.shown(row.complaints).is_some_and(|count| count > 0))
        };
        let tables = self.tables.iter().filter(tell);
        tables.map(|table| table.table(book)).collect()
    }
}

impl GroupTable {
    fn table(&self, book: &Book) -> Table {
        let (first, extended) = lengths(&LOCAL_RESOLUTION_ENDS);
        let averaged = averaged(&self.rows, book);
        Table {
            id: self.dimension.id().to_owned(),
            caption: self.dimension.caption().to_owned(),
            population: self.population.clone(),
            row_heading: self.dimension.row_heading().to_owned(),
            columns: vec![
                "Complaints".to_owned(),
                format!("Within {first}"),
                format!("% within {first}"),
                format!("Within {extended}"),
                format!("% within {extended}"),
                "Completed".to_owned(),
                "Mean".to_owned(),
                "Median".to_owned(),
            ],
            rows: self
                .rows
                .iter()
                .zip(averaged)
                .map(|(row, averaged)| row.drawn(averaged, book))
                .collect(),
            total: None,
            notes: vec![
                "In working days. Percentages are of the complaints of the row, also those not completed; mean and median of those completed."
                    .to_owned(),
                self.dimension.note().to_owned(),
            ],
        }
    }
}

impl GroupRow {
    fn drawn(&self, averaged: bool, book: &Book) -> Row {
        let of = |part| {
            percent(share(
                book,
                part,
                self.complaints,
                "complaints of the row",
                Places::None,
            ))
        };
        let average = |in_tenths: Option<i64>| match in_tenths.map(tenths) {
            None => cell(NO_BASE),
            Some((value, shown)) if averaged => Cell {
                value: Some(value),
                shown,
            },
            Some(_) => cell(WITHHELD),
        };
        Row {
            label: self.label.clone(),
            cells: vec![
                count(book.shown(self.complaints)),
                count(book.shown(self.within_first)),
                of(self.within_first),
                count(book.shown(self.within_extended)),
                of(self.within_extended),
                count(book.shown(self.completed)),
                average(self.days.mean_tenths()),
                average(self.days.median_tenths()),
            ],
        }
    }
}

fn cell(shown: &str) -> Cell {
    Cell {
        value: None,
        shown: shown.to_owned(),
    }
}

/// Whether the averages of each row may be shown. Somebody who knows the mean of the whole and of every row but some
/// knows the mean of those together, so those withheld have to be as many as a base; the smallest join them until they are.
///
/// Source: REP-24.4.
fn averaged(rows: &[GroupRow], book: &Book) -> Vec<bool> {
    let completed: Vec<i64> = rows.iter().map(|row| row.days.count()).collect();
    let mut shown: Vec<bool> = rows
        .iter()
        .map(|row| {
            book.shown(row.completed)
                .is_some_and(|count| count == 0 || book.is_base(count))
        })
        .collect();
    loop {
        let withheld: i64 = completed
            .iter()
            .zip(&shown)
            .filter(|(_, shown)| !**shown)
            .map(|(count, _)| count)
            .sum();
        let next = (0..rows.len())
            .filter(|row| shown[*row] && completed[*row] > 0)
            .min_by_key(|row| completed[*row]);
        match next {
            Some(row) if withheld > 0 && !book.is_base(withheld) => shown[row] = false,
            Some(_) | None => return shown,
        }
    }
}

impl Telling<'_> {
    /// Both limits for young people, services, areas and capacities.
    pub(super) fn timescales_by_group(&self, blocks: &mut Blocks) {
        for (id, words) in [
            (
                "young_people_within_10",
                "were completed at Stage 1 within 10 working days",
            ),
            (
                "young_people_within_20",
                "were completed within 20 working days, those within 10 included",
            ),
        ] {
            blocks.tell(self.with_before(id, |share| format!("{share} {words}")));
        }
        let tables = self.drawn.timescale_by_group.tables(self.book);
        blocks.0.extend(tables.into_iter().map(Block::Table));
    }
}
