//! The file as a table: which column stands where, and the rows with their lines.

use std::collections::{BTreeMap, BTreeSet};

use csv::{ByteRecord, Position, ReaderBuilder};

use super::columns::{Column, REQUIRED, spelling};
use super::headings::{Heading, Understood, settle, understood};
use super::limits::{LONGEST_CELL, MOST_BYTES};
use super::sheet::{CellFault, Fault, Format, Sheet, Unreadable, letters};
use super::workbook;
use super::{Plan, Reading};

/// The rows of a file and the places of its columns.
pub(super) struct Table {
    /// Where each column stands.
    pub header: BTreeMap<&'static str, usize>,
    /// What stands in every row of a column that the file does not have.
    pub same: BTreeMap<&'static str, String>,
    /// The rows below the headings.
    pub rows: Vec<ByteRecord>,
    /// Cells that cannot be taken, by row.
    pub faults: BTreeMap<u64, Vec<CellFault>>,
    /// The format of the file.
    pub format: Format,
}

/// Titles may stand above the headings, in so many rows at most.
const MOST_TITLES: usize = 10;

/// Reads a file. What makes the whole of it unreadable is told to the plan, and `None` given.
pub(super) fn read(file: &[u8], reading: &Reading, plan: &mut Plan) -> Option<Table> {
    match sheet(file, reading) {
        Ok(sheet) => table(sheet, reading, plan),
        Err(unreadable) => {
            plan.blame(1, None, unreadable);
            None
        }
    }
}

/// The file as rows, whichever format it has.
fn sheet(file: &[u8], reading: &Reading) -> Result<Sheet, Unreadable> {
    if file.len() > MOST_BYTES {
        Err(Unreadable::TooLarge)
    } else if workbook::is_one(file) {
        workbook::read(file, reading.sheet.as_deref())
    } else if file.starts_with(&[0xff, 0xfe]) || file.starts_with(&[0xfe, 0xff]) {
        Err(Unreadable::Utf16)
    } else {
        lines(file)
    }
}

/// The lines of a text file.
fn lines(file: &[u8]) -> Result<Sheet, Unreadable> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(file))
        .from_reader(file);
    let mut sheet = Sheet::new(Format::Csv);
    let mut row = ByteRecord::new();
    while reader.read_byte_record(&mut row).unwrap_or(false) {
        let line = row.position().map_or(0, Position::line);
        let too_long = |cell: &[u8]| {
            cell.len() > LONGEST_CELL
                && String::from_utf8_lossy(cell).chars().count() > LONGEST_CELL
        };
        let mut kept = ByteRecord::with_capacity(row.as_slice().len(), row.len());
        for (place, cell) in row.iter().enumerate() {
            if too_long(cell) {
                sheet.fault(line, place, Fault::TooLong)?;
                kept.push_field(b"");
            } else {
                kept.push_field(cell);
            }
        }
        sheet.push(line, kept)?;
    }
    Ok(sheet)
}

/// Some spreadsheets write semicolons or tabs; the fullest of the first lines tells.
fn delimiter(file: &[u8]) -> u8 {
    let most = |mark: u8| {
        let lines = file.split(|byte| *byte == b'\n').take(MOST_TITLES + 1);
        let counts = lines.map(|line| line.split(|byte| *byte == mark).count());
        counts.max().unwrap_or_default()
    };
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|mark| most(*mark))
        .unwrap_or(b',')
}

fn table(sheet: Sheet, reading: &Reading, plan: &mut Plan) -> Option<Table> {
    plan.format = sheet.format;
    let mut rows = sheet.rows;
    if rows.is_empty() {
        plan.blame(1, None, Unreadable::Empty);
        return None;
    }
    let titles = titles(&rows, reading);
    rows.drain(..titles);
    let headings = rows.remove(0);
    let line = headings.position().map_or(1, Position::line);
    if titles > 0 {
        plan.note(format!(
            "The headings were found in row {line}; what stands above them was left out."
        ));
    }
    if !sheet.unread.is_empty() {
        let names: Vec<String> = sheet.unread.iter().map(|name| shortened(name)).collect();
        plan.note(format!(
            "The workbook has other sheets, which were not read: {}.",
            names.join(", ")
        ));
    }
    let header = header(&headings, line, reading, plan);
    let width = headings.len();
    let filled = |row: &ByteRecord, place: usize| {
        let cell = row.get(place).unwrap_or_default();
        !cell.trim_ascii().is_empty()
    };
    for place in (0..width).filter(|place| !filled(&headings, *place)) {
        if rows.iter().any(|row| filled(row, place)) {
            let column = name_of(place, sheet.format);
            plan.note(format!("Column {column} has no heading and was left out."));
        }
    }
    let mut overhanging = false;
    rows.retain(|row| {
        let line = row.position().map_or(0, Position::line);
        let overhang = row
            .iter()
            .skip(width)
            .any(|cell| !cell.trim_ascii().is_empty());
        if overhang {
            overhanging = true;
            let reason = match sheet.format {
                Format::Csv => {
                    "the row has more cells than the header; is a comma missing its quotes?"
                }
                Format::Workbook => {
                    "a cell stands to the right of the last heading; give it a heading or take it out"
                }
            };
            plan.blame(line, None, reason);
        }
        !overhang
    });
    let (header, same) = header?;
    let mut faults: BTreeMap<u64, Vec<CellFault>> = BTreeMap::new();
    for fault in sheet.faults {
        faults.entry(fault.line).or_default().push(fault);
    }
    Some(Table {
        header,
        same,
        rows,
        faults,
        format: sheet.format,
    })
}

/// How many rows stand above the headings: the row with the most understood headings is theirs.
fn titles(rows: &[ByteRecord], reading: &Reading) -> usize {
    let told = reading.columns.iter().map(|(heading, _)| heading);
    let told: BTreeSet<String> = told
        .chain(&reading.left_out)
        .map(|heading| spelling(heading))
        .collect();
    let known = |row: &ByteRecord| {
        let cells = row.iter().map(String::from_utf8_lossy);
        cells
            .filter(|cell| told.contains(&spelling(cell)) || understood(cell).is_some())
            .count()
    };
    let counts: Vec<usize> = rows.iter().take(MOST_TITLES + 1).map(known).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    // A stray word above or below the headings is no heading.
    if most < 3 {
        return 0;
    }
    counts
        .iter()
        .position(|count| *count == most)
        .unwrap_or_default()
}

/// Where each column stands, and what is the same in every row.
type Columns = (
    BTreeMap<&'static str, usize>,
    BTreeMap<&'static str, String>,
);

fn header(headings: &ByteRecord, line: u64, reading: &Reading, plan: &mut Plan) -> Option<Columns> {
    let before = plan.problems.len();
    let same = same_in_every_row(reading, plan);
    let mut read = understand(headings, line, reading, plan);
    let mut header: BTreeMap<&'static str, usize> = BTreeMap::new();
    // What is certain goes before what is guessed.
    for certain in [true, false] {
        for heading in &mut read {
            let guessed = heading.how == Understood::ByWords;
            let Some(column) = heading.column.filter(|_| guessed != certain) else {
                continue;
            };
            let Some(first) = header.get(column).copied() else {
                header.insert(column, heading.place);
                continue;
            };
            if guessed {
                heading.column = None;
                heading.how = Understood::NotKnown;
            } else {
                let both = format!(
                    "columns {} and {} are both {column}; leave one of them out",
                    name_of(first, plan.format),
                    name_of(heading.place, plan.format)
                );
                plan.blame(line, Some(column), both);
            }
        }
    }
    let missing: Vec<&'static str> = REQUIRED
        .into_iter()
        .filter(|name| !header.contains_key(name) && !same.contains_key(name))
        .collect();
    for name in &missing {
        plan.blame(
            line,
            Some(name),
            "the header has no such column, and nothing can be read without it",
        );
    }
    for heading in read
        .iter()
        .filter(|heading| heading.how == Understood::NotKnown)
    {
        let place = name_of(heading.place, plan.format);
        // Without the columns that must be there this may be no header at all, and then it is not repeated.
        let reason = if missing.is_empty() {
            format!(
                "column {place}, \"{}\", is not known; say which column it is, or leave it out",
                heading.text
            )
        } else {
            format!("column {place} is not known")
        };
        plan.blame(line, None, reason);
    }
    plan.missing.clone_from(&missing);
    for name in header.keys().filter(|name| same.contains_key(*name)) {
        plan.blame(
            line,
            Some(name),
            "the file has this column, so it cannot be the same for every row",
        );
    }
    plan.headings = read;
    if !missing.is_empty() {
        for heading in &mut plan.headings {
            if heading.column.is_none() {
                heading.text.clear();
            }
        }
    }
    (plan.problems.len() == before).then_some((header, same))
}

/// The columns that are the same for every row.
fn same_in_every_row(reading: &Reading, plan: &mut Plan) -> BTreeMap<&'static str, String> {
    let mut same = BTreeMap::new();
    for (name, value) in &reading.same {
        match Column::named(name) {
            Some(column) => drop(same.insert(column.name, value.clone())),
            None => plan.blame(
                1,
                Some(&shortened(name)),
                "there is no such column to be the same",
            ),
        }
    }
    same
}

/// Each heading that says something, as it is understood.
fn understand(
    headings: &ByteRecord,
    line: u64,
    reading: &Reading,
    plan: &mut Plan,
) -> Vec<Heading> {
    let mut told: Vec<(String, Option<&str>, bool)> = Vec::new();
    for (heading, column) in &reading.columns {
        told.push((spelling(heading), Some(column), false));
    }
    for heading in &reading.left_out {
        told.push((spelling(heading), None, false));
    }
    let mut read = Vec::new();
    for (place, text) in headings.iter().enumerate() {
        let text = String::from_utf8_lossy(text);
        if text.trim().is_empty() {
            continue;
        }
        let spelled = spelling(&text);
        let said = told
            .iter_mut()
            .find(|(heading, _, _)| *heading == spelled)
            .map(|(_, column, used)| {
                *used = true;
                *column
            });
        let (column, how) = match said {
            Some(None) => (None, Understood::LeftOut),
            Some(Some(name)) => {
                if let Some(column) = Column::named(name) {
                    (Some(column.name), Understood::AsTold)
                } else {
                    plan.blame(
                        line,
                        Some(&shortened(name)),
                        "there is no such column to map to",
                    );
                    (None, Understood::NotKnown)
                }
            }
            None => understood(&text).map_or((None, Understood::NotKnown), |(column, how)| {
                (Some(column), how)
            }),
        };
        read.push(Heading {
            at: match plan.format {
                Format::Csv => format!("column {}", place + 1),
                Format::Workbook => format!("{}{line}", letters(place)),
            },
            text: shortened(&text),
            whole: text.clone().into_owned(),
            column,
            how,
            place,
        });
    }
    settle(&mut read);
    for (heading, _, used) in told {
        if !used {
            let reason = format!(
                "there is no heading \"{}\" in the file",
                shortened(&heading)
            );
            plan.blame(line, None, reason);
        }
    }
    read
}

fn name_of(place: usize, format: Format) -> String {
    match format {
        Format::Csv => (place + 1).to_string(),
        Format::Workbook => letters(place),
    }
}

/// A heading as a message repeats it.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let plain = text.trim().chars().filter(|letter| !letter.is_control());
    plain.take(LONGEST).collect()
}
