//! One row: its cells asked for by column, with every problem kept.

use std::collections::BTreeMap;

use casework::organisation::Organisation;
use casework::settings::{Code, List, Settings};
use csv::{ByteRecord, Position};
use jiff::civil::Date;

use super::Problem;
use super::columns::{COLUMNS, Column, MOST_POINTS, spelling};
use super::day::read_day;
use super::sheet::{Fault, Format, at};
use super::table::Table;

/// A row being read.
pub(super) struct Row<'a> {
    table: &'a Table,
    cells: &'a ByteRecord,
    settings: &'a Settings,
    organisation: &'a Organisation,
    problems: Vec<Problem>,
    left_behind: Vec<&'static str>,
}

impl<'a> Row<'a> {
    pub(super) fn new(
        table: &'a Table,
        cells: &'a ByteRecord,
        (settings, organisation): (&'a Settings, &'a Organisation),
    ) -> Self {
        let mut row = Self {
            table,
            cells,
            settings,
            organisation,
            problems: Vec::new(),
            left_behind: Vec::new(),
        };
        let faults = table.faults.get(&row.line()).map_or(&[][..], Vec::as_slice);
        for (name, place) in &table.header {
            let unreadable = cells
                .get(*place)
                .is_some_and(|cell| std::str::from_utf8(cell).is_err());
            if unreadable {
                row.blame(
                    name,
                    "this is not UTF-8; save the file as \"CSV UTF-8\"".to_owned(),
                );
            }
            let ticked = Column::named(name).is_some_and(Column::asks_yes_or_no);
            let mut faults = faults.iter().filter(|fault| fault.place == *place);
            if let Some(fault) = faults.find(|fault| !(ticked && fault.fault == Fault::Boolean)) {
                row.blame(name, fault.fault.to_string());
            }
        }
        row
    }

    /// The line on which the row begins.
    pub(super) fn line(&self) -> u64 {
        self.cells.position().map_or(0, Position::line)
    }

    /// Where a column of it stands, as a reader of the file finds it.
    pub(super) fn at(&self, field: &str) -> String {
        let (line, format) = (self.line(), self.table.format);
        match (format, self.table.header.get(field)) {
            (Format::Workbook, Some(place)) => at(line, *place, format),
            (Format::Csv | Format::Workbook, _) => format.row(line),
        }
    }

    /// Keeps the columns that say something and do not come in.
    pub(super) fn leave_behind(&mut self, columns: Vec<&'static str>) {
        self.left_behind = columns;
    }

    /// The columns that say something and do not come in.
    pub(super) fn left_behind(&self) -> &[&'static str] {
        &self.left_behind
    }

    /// Whether nothing is wrong with it so far.
    pub(super) fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    /// Everything that is wrong with it.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// Keeps a problem of a column; the first of each column is enough.
    pub(super) fn blame(&mut self, field: &str, reason: String) {
        if self
            .problems
            .iter()
            .all(|problem| problem.field.as_deref() != Some(field))
        {
            self.problems.push(Problem {
                line: self.line(),
                at: self.at(field),
                field: Some(field.to_owned()),
                reason,
            });
        }
    }

    /// What stands in a column; `None` when it is blank or not there.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        debug_assert!(
            COLUMNS.iter().any(|column| column.name == name),
            "{name} is a column"
        );
        let text = match self.table.header.get(name) {
            Some(_) => return self.cell(name),
            None => self.table.same.get(name)?,
        };
        let text = text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// What stands in the row itself, rather than in every row of the file.
    pub(super) fn cell(&self, name: &str) -> Option<&'a str> {
        let cell = self.cells.get(*self.table.header.get(name)?)?;
        let text = std::str::from_utf8(cell).ok()?.trim();
        (!text.is_empty()).then_some(text)
    }

    /// What stands in every column that is not blank.
    pub(super) fn texts(&self) -> BTreeMap<&'static str, String> {
        let texts = COLUMNS.iter().filter_map(|column| {
            let text = self.text(column.name)?;
            Some((column.name, text.to_owned()))
        });
        texts.collect()
    }

    /// What stands in a column that must not be blank.
    pub(super) fn required_text(&mut self, name: &str) -> Option<&'a str> {
        let text = self.text(name);
        if text.is_none() {
            self.blame(name, "this must not be blank".to_owned());
        }
        text
    }

    /// The day in a column.
    pub(super) fn day(&mut self, name: &str) -> Option<Date> {
        let text = self.text(name)?;
        read_day(text)
            .map_err(|problem| self.blame(name, problem.to_string()))
            .ok()
    }

    /// The day in a column that must not be blank.
    pub(super) fn required_day(&mut self, name: &str) -> Option<Date> {
        self.required_text(name)?;
        self.day(name)
    }

    /// Yes or no in a column; blank is no.
    pub(super) fn yes(&mut self, name: &str) -> bool {
        match self.text(name).map(spelling).as_deref() {
            None | Some("no" | "n" | "false" | "0") => false,
            Some("yes" | "y" | "true" | "1") => true,
            Some(_) => {
                self.blame(name, "write yes or no".to_owned());
                false
            }
        }
    }

    /// One of several values, known by its code or its words.
    pub(super) fn choice<T: Copy>(&mut self, name: &str, known: &[(T, &[&str])]) -> Option<T> {
        let text = self.text(name)?;
        let spelled = spelling(text);
        let chosen = known
            .iter()
            .find(|(_, names)| names.iter().any(|known| spelling(known) == spelled));
        if chosen.is_none() {
            let codes: Vec<&str> = known
                .iter()
                .filter_map(|(_, names)| names.first().copied())
                .collect();
            self.blame(
                name,
                format!(
                    "{} is not known; write one of: {}",
                    said(name, text),
                    codes.join(", ")
                ),
            );
        }
        chosen.map(|(value, _)| *value)
    }

    /// One of several values in a column that must not be blank.
    pub(super) fn required_choice<T: Copy>(
        &mut self,
        name: &str,
        known: &[(T, &[&str])],
    ) -> Option<T> {
        self.required_text(name)?;
        self.choice(name, known)
    }

    /// A code of one of the authority's lists, known by its code or its label.
    pub(super) fn listed(&mut self, name: &str, lists: &[&List], text: &str) -> Option<Code> {
        let spelled = spelling(text);
        let entries = || lists.iter().flat_map(|list| &list.0);
        let found = entries().find(|entry| {
            spelling(entry.code.as_str()) == spelled || spelling(&entry.label) == spelled
        });
        if found.is_none() {
            let codes: Vec<&str> = entries().map(|entry| entry.code.as_str()).collect();
            let reason = format!(
                "{} is not in the authority’s list; write one of: {}",
                said(name, text),
                codes.join(", ")
            );
            self.blame(name, reason);
        }
        found.map(|entry| entry.code.clone())
    }

    /// A code of one of the authority’s lists in a column that must not be blank.
    pub(super) fn required_listed(&mut self, name: &str, list: &List) -> Option<Code> {
        let text = self.required_text(name)?;
        self.listed(name, &[list], text)
    }

    /// The points of the row: the numbered columns, or the column `points` at its bars.
    pub(super) fn points(&mut self) -> Vec<&'a str> {
        let numbered: Vec<Option<&'a str>> =
            numbered("point_").map(|name| self.text(&name)).collect();
        let listed = self.text("points");
        if let Some(last) = numbered.iter().rposition(Option::is_some) {
            if listed.is_some() {
                self.blame(
                    "points",
                    "write the points here or in point_1 to point_6, not in both".to_owned(),
                );
            }
            if let Some(gap) = numbered[..last].iter().position(Option::is_none) {
                self.blame(
                    &format!("point_{}", gap + 1),
                    "this is blank, but a later point is not".to_owned(),
                );
            }
            return numbered.into_iter().flatten().collect();
        }
        let listed = listed.unwrap_or_default();
        listed
            .split('|')
            .map(str::trim)
            .filter(|point| !point.is_empty())
            .collect()
    }

    /// A value for each of so many points: its numbered column, or the column for all of them.
    pub(super) fn for_each_point<T: Copy>(
        &mut self,
        name: &str,
        points: usize,
        known: &[(T, &[&str])],
    ) -> Vec<Option<T>> {
        let of_all = self.choice(name, known);
        let prefix = format!("{name}_");
        let own: Vec<Option<T>> = numbered(&prefix)
            .map(|name| self.choice(&name, known))
            .collect();
        for (place, name) in numbered(&prefix).enumerate().skip(points) {
            if self.text(&name).is_some() {
                self.blame(&name, format!("there is no point {}", place + 1));
            }
        }
        (0..points)
            .map(|place| own.get(place).copied().flatten().or(of_all))
            .collect()
    }

    /// The authority's settings.
    pub(super) fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// The authority’s areas, teams and providers.
    pub(super) fn organisation(&self) -> &'a Organisation {
        self.organisation
    }
}

/// `point_1` to `point_6` and their like.
fn numbered(prefix: &str) -> impl Iterator<Item = String> {
    (1..=MOST_POINTS).map(move |number| format!("{prefix}{number}"))
}

/// A value as a message repeats it; one that may name somebody is not repeated.
pub(super) fn said(column: &str, text: &str) -> String {
    if Column::named(column).is_some_and(|column| column.personal) {
        "this".to_owned()
    } else {
        clipped(text)
    }
}

fn clipped(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut clipped: String = text
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST)
        .collect();
    if text.chars().count() > LONGEST {
        clipped.push('…');
    }
    format!("\"{clipped}\"")
}
