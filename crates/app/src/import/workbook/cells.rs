//! The cells of a sheet, as the text they show.

use std::io::BufRead;

use csv::ByteRecord;
use jiff::civil::Date;

use super::super::day::read_day;
use super::super::limits::{LONGEST_CELL, MOST_COLUMNS};
use super::super::sheet::{Fault, Format, Sheet, Unreadable};
use super::formats::{Shown, day};
use super::strings::{Strings, content, plain};
use super::xml::{Element, Start, Xml};

/// What cells refer to.
pub(super) struct Reading<'a> {
    /// The strings they share.
    pub strings: &'a Strings,
    /// How they are shown.
    pub formats: &'a [Shown],
    /// Whether days are counted from 1904.
    pub since_1904: bool,
}

/// The row being read.
#[derive(Default)]
struct Row {
    /// Its number, from 1.
    line: u64,
    cells: ByteRecord,
    /// The column after the last one that came.
    next: usize,
}

/// A cell as written.
#[derive(Default)]
struct Written {
    kind: String,
    shown: Option<Shown>,
    value: Option<String>,
    formula: bool,
}

/// The last row a spreadsheet has.
const LAST_ROW: u64 = 1_048_576;

impl Reading<'_> {
    /// Reads every row into a sheet.
    pub(super) fn read(
        &self,
        mut xml: Xml<impl BufRead>,
        sheet: &mut Sheet,
    ) -> Result<(), Unreadable> {
        let mut row = Row::default();
        let mut in_cells = false;
        while let Some(element) = xml.next()? {
            match element {
                Element::Start(start) => match start.name() {
                    "sheetData" => in_cells = true,
                    "row" if in_cells => row = Row::after(row.line, &start)?,
                    "c" if in_cells => {
                        let place = row.place(&start)?;
                        let written = self.written(&start)?;
                        self.cell(&mut xml, written, (&mut row, place), sheet)?;
                    }
                    _ => {}
                },
                Element::End(name) => match name.as_ref() {
                    "row" if in_cells => {
                        sheet.push(row.line, std::mem::take(&mut row.cells))?;
                    }
                    "sheetData" => return Ok(()),
                    _ => {}
                },
                Element::Text(_) => {}
            }
        }
        Err(Unreadable::Damaged)
    }

    fn written(&self, start: &Start<'_>) -> Result<Written, Unreadable> {
        let format = start
            .attribute("s")?
            .and_then(|number| number.parse::<usize>().ok());
        Ok(Written {
            kind: start.attribute("t")?.unwrap_or_default().into_owned(),
            shown: format.and_then(|number| self.formats.get(number).copied()),
            ..Written::default()
        })
    }

    /// Reads a cell to its end, and puts it into its row.
    fn cell(
        &self,
        xml: &mut Xml<impl BufRead>,
        mut written: Written,
        (row, place): (&mut Row, usize),
        sheet: &mut Sheet,
    ) -> Result<(), Unreadable> {
        enum Part {
            Value,
            Inline,
            Formula,
        }
        loop {
            let part = match xml.next()?.ok_or(Unreadable::Damaged)? {
                Element::Start(start) => match start.name() {
                    "v" => Part::Value,
                    "is" => Part::Inline,
                    "f" => Part::Formula,
                    _ => continue,
                },
                Element::End(name) if name == "c" => break,
                Element::End(_) | Element::Text(_) => continue,
            };
            match part {
                Part::Value => written.value = Some(content(xml, "v")?),
                Part::Inline => written.value = Some(plain(xml, "is")?),
                Part::Formula => {
                    content(xml, "f")?;
                    written.formula = true;
                }
            }
        }
        let (text, fault) = self.text(written)?;
        let (text, fault) = if text.chars().count() > LONGEST_CELL {
            (String::new(), Some(Fault::TooLong))
        } else {
            (text, fault)
        };
        if text.is_empty() && fault.is_none() {
            return Ok(());
        }
        if place >= MOST_COLUMNS {
            return Err(Unreadable::TooManyColumns {
                line: row.line,
                place,
                format: Format::Workbook,
            });
        }
        row.put(place, &text);
        fault.map_or(Ok(()), |fault| sheet.fault(row.line, place, fault))
    }

    /// What a cell shows, and why it cannot be taken.
    fn text(&self, written: Written) -> Result<(String, Option<Fault>), Unreadable> {
        let Some(value) = written.value.filter(|value| !value.is_empty()) else {
            return Ok((String::new(), written.formula.then_some(Fault::Formula)));
        };
        let shown_day = |day: Option<Date>| match day {
            Some(day) => (day.to_string(), None),
            None => (String::new(), Some(Fault::NoDay)),
        };
        Ok(match written.kind.as_str() {
            "s" => {
                let number: usize = value.trim().parse().map_err(|_| Unreadable::Damaged)?;
                let shared = self.strings.get(number).ok_or(Unreadable::Damaged)?;
                (shared.to_owned(), None)
            }
            "str" | "inlineStr" => (value, None),
            "b" => {
                let ticked = matches!(value.trim(), "1" | "true");
                let text = if ticked { "TRUE" } else { "FALSE" };
                (text.to_owned(), Some(Fault::Boolean))
            }
            "e" => (String::new(), Some(Fault::Error)),
            "d" => shown_day(value.get(..10).and_then(|day| read_day(day).ok())),
            "n" | "" => {
                let number: f64 = value.trim().parse().map_err(|_| Unreadable::Damaged)?;
                match written.shown.unwrap_or(Shown::Number) {
                    _ if !number.is_finite() => return Err(Unreadable::Damaged),
                    Shown::Day => shown_day(day(number, self.since_1904)),
                    Shown::Padded(digits) => (format!("{number:0>digits$}"), None),
                    Shown::Number => (number.to_string(), None),
                }
            }
            _ => return Err(Unreadable::Damaged),
        })
    }
}

impl Row {
    /// The row that begins after another; rows come in order.
    fn after(last: u64, start: &Start<'_>) -> Result<Self, Unreadable> {
        let line = match start.attribute("r")? {
            Some(number) => number.parse().map_err(|_| Unreadable::Damaged)?,
            None => last + 1,
        };
        if line <= last || line > LAST_ROW {
            return Err(Unreadable::Damaged);
        }
        Ok(Self {
            line,
            ..Self::default()
        })
    }

    /// The column of a cell, from 0; cells come in order too.
    fn place(&mut self, start: &Start<'_>) -> Result<usize, Unreadable> {
        let place = match start.attribute("r")? {
            Some(name) => column(&name, self.line).ok_or(Unreadable::Damaged)?,
            None => self.next,
        };
        if place < self.next {
            return Err(Unreadable::Damaged);
        }
        self.next = place + 1;
        Ok(place)
    }

    fn put(&mut self, place: usize, text: &str) {
        while self.cells.len() < place {
            self.cells.push_field(b"");
        }
        self.cells.push_field(text.as_bytes());
    }
}

/// The column of a cell named such as `B7`, which stands in row 7.
fn column(name: &str, line: u64) -> Option<usize> {
    let digits = name.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || row.parse() != Ok(line) {
        return None;
    }
    let mut place = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_uppercase() {
            return None;
        }
        place = place * 26 + usize::from(letter - b'A') + 1;
    }
    Some(place - 1)
}
