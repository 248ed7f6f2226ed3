//! Which area and which team complaints are about, and areas against their populations.

use casework::authority_file::AuthorityFile;
use casework::context::ContextMeasure;
use casework::organisation::{Organisation, Unit, UnitKind};
use casework::settings::{Code, Entry, List, ReportingYear};
use views::register_line::RegisterLine;

use super::count_table::{ByCode, CountRow, CountTable, Reconciliation, WITHHELD, cells};
use super::drawing::Drawing;
use crate::disclosure::Book;
use crate::document::{Cell, Number, Row, Table};
use crate::measures::Population;

/// Complaints received in the year by the areas, or by the teams, there were in it. The unit complained about counts,
/// not the one that received the complaint.
#[derive(Clone, Debug)]
pub(super) struct ComplaintsByUnit {
    kind: UnitKind,
    units: List,
    counts: ByCode,
    unstated: i64,
}

/// How many children and workers an area had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AreaContext {
    code: Code,
    in_need: Option<u32>,
    allocated: Option<u32>,
    workers: Option<u32>,
}

impl ComplaintsByUnit {
    pub(super) fn new(organisation: &Organisation, kind: UnitKind, year: ReportingYear) -> Self {
        let in_the_year = |unit: &Unit| {
            unit.from <= year.last_day() && unit.until.is_none_or(|until| until > year.first_day())
        };
        let units = organisation
            .units()
            .filter(|(_, unit)| unit.kind == kind && in_the_year(unit))
            .map(|(code, unit)| Entry {
                code: code.clone(),
                label: unit.name_on(year.last_day()).to_owned(),
            })
            .collect();
        let units = List(units);
        Self {
            kind,
            counts: ByCode::new(&units),
            units,
            unstated: 0,
        }
    }

    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        let unit = match self.kind {
            UnitKind::Area => &line.place.area,
            UnitKind::Team => &line.place.team,
            UnitKind::Provider => &line.place.provider,
        };
        match unit {
            Some(code) => self.counts.add(&self.units, code),
            None => self.unstated += 1,
        }
    }

    /// The table; `None` where the authority had no such units.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        if self.units.0.is_empty() {
            return None;
        }
        let mut rows = self.counts.rows(&self.units, drawing.ledger);
        if self.unstated > 0 {
            let ledger = &mut *drawing.ledger;
            let unstated = CountRow::new("not_stated", "Not stated", self.unstated, ledger);
            rows.push(unstated);
        }
        drawing
            .ledger
            .adds_up(drawing.cohorts.received, cells(&rows));
        let (id, by) = match self.kind {
            UnitKind::Area => ("complaints_by_area", "area"),
            UnitKind::Team => ("complaints_by_team", "team"),
            UnitKind::Provider => ("complaints_by_provider", "provider"),
        };
        Some(CountTable {
            id,
            caption: format!("Statutory Stage 1 complaints by {by} complained about"),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: self.kind.label(),
            unit: "Complaints",
            rows,
            total: Some(drawing.cohorts.received),
            share: Some(drawing.received()),
            reconciliation: Some(Reconciliation::exact(drawing.received())),
            notes: vec![
                "Counted where the matter was, not where the complaint came in.".to_owned(),
            ],
        })
    }
}

impl AreaContext {
    /// What was entered of the areas of a year.
    pub(super) fn of(file: &AuthorityFile, year: ReportingYear) -> Vec<Self> {
        let areas = file.context.units(year).filter(|code| {
            let unit = file.organisation.unit(code);
            unit.is_some_and(|unit| unit.kind == UnitKind::Area)
        });
        areas
            .map(|code| {
                let count = |measure| file.context.count(year, Some(code), measure);
                Self {
                    code: code.clone(),
                    in_need: count(ContextMeasure::InNeedAtYearEnd),
                    allocated: count(ContextMeasure::AllocatedAtYearEnd),
                    workers: count(ContextMeasure::SocialWorkersAtYearEnd),
                }
            })
            .collect()
    }
}

/// Areas with their complaints against their populations; `None` where nothing was entered of any area.
pub(super) fn rates(
    by_area: &CountTable,
    context: &[AreaContext],
    book: &Book,
    year: ReportingYear,
) -> Option<Table> {
    let rows: Vec<Row> = by_area
        .rows
        .iter()
        .filter_map(|row| {
            let of = context.iter().find(|of| of.code.as_str() == row.code)?;
            let complaints = book.shown(row.cell);
            let cells = vec![
                complaints.map_or_else(withheld, |count| whole(Some(count))),
                whole(of.in_need.map(i64::from)),
                match (complaints, of.in_need) {
                    (Some(complaints), Some(in_need)) => ratio(complaints * 1000, in_need),
                    (None, Some(_)) => withheld(),
                    (_, None) => whole(None),
                },
                match (of.allocated, of.workers) {
                    (Some(allocated), Some(workers)) => ratio(i64::from(allocated), workers),
                    (Some(_) | None, Some(_) | None) => whole(None),
                },
            ];
            Some(Row {
                label: row.label.clone(),
                cells,
            })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(Table {
        id: "area_rates".to_owned(),
        caption: "Complaints against the children in need of each area".to_owned(),
        population: Population::Stage1Received.line(year),
        row_heading: "Area".to_owned(),
        columns: [
            "Complaints",
            "Children in need on 31 March",
            "Complaints for each 1,000",
            "Children to a social worker",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows,
        total: None,
        notes: vec![
            "Areas differ in more than their services: a rate shows where to look, not who did well."
                .to_owned(),
        ],
    })
}

fn whole(count: Option<i64>) -> Cell {
    Cell {
        value: count.map(Number::Whole),
        shown: count.map_or_else(|| "not known".to_owned(), |count| count.to_string()),
    }
}

fn withheld() -> Cell {
    Cell {
        value: None,
        shown: WITHHELD.to_owned(),
    }
}

/// One number for each of the other, with one decimal rounded half up.
fn ratio(number: i64, each: u32) -> Cell {
    let each = i64::from(each);
    if each == 0 {
        return whole(None);
    }
    let tenths = (number * 20 + each) / (each * 2);
    let shown = format!("{}.{}", tenths / 10, tenths % 10);
    let value = shown.parse().ok().map(Number::Decimal);
    Cell { value, shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_rounded_half_up_and_never_of_nothing() {
        for (number, each, shown) in [
            (0, 7, "0.0"),
            (1, 3, "0.3"),
            (2, 3, "0.7"),
            (1, 20, "0.1"),
            (49, 1000, "0.0"),
            (50, 1000, "0.1"),
            (1000, 8, "125.0"),
            (1, 0, "not known"),
        ] {
            assert_eq!(ratio(number, each).shown, shown, "{number} of {each}");
        }
    }
}
