//! The file as a table: which column stands where, and the rows with their lines.

use std::collections::BTreeMap;

use csv::{ByteRecord, Position, ReaderBuilder};

use super::Plan;
use super::columns::{Column, REQUIRED};

/// The rows of a file and the places of its columns.
pub(super) struct Table {
    /// Where each column stands.
    pub header: BTreeMap<&'static str, usize>,
    /// The rows as they are in the file.
    pub rows: Vec<ByteRecord>,
}

/// Reads a file. What makes the whole of it unreadable is told to the plan, and `None` given.
pub(super) fn read(file: &[u8], plan: &mut Plan) -> Option<Table> {
    if file.starts_with(&[0xff, 0xfe]) || file.starts_with(&[0xfe, 0xff]) {
        plan.blame(1, None, "the file is UTF-16; save it as \"CSV UTF-8\"");
        return None;
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(file))
        .from_reader(file);
    let mut records = reader.byte_records().filter_map(Result::ok);
    let Some(headings) = records.next() else {
        plan.blame(1, None, "the file is empty");
        return None;
    };
    let header = header(&headings, plan)?;
    let width = headings.len();
    let mut rows = Vec::new();
    for row in records {
        let line = row.position().map_or(0, Position::line);
        let overhang = row
            .iter()
            .skip(width)
            .any(|cell| !cell.trim_ascii().is_empty());
        if overhang {
            plan.blame(
                line,
                None,
                "the row has more cells than the header; is a comma missing its quotes?",
            );
        } else if row.iter().any(|cell| !cell.trim_ascii().is_empty()) {
            rows.push(row);
        }
    }
    Some(Table { header, rows })
}

/// Some spreadsheets write semicolons or tabs; the header tells.
fn delimiter(file: &[u8]) -> u8 {
    let first = file.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| first.split(|byte| *byte == mark).count();
    [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',')
}

fn header(headings: &ByteRecord, plan: &mut Plan) -> Option<BTreeMap<&'static str, usize>> {
    let mut header = BTreeMap::new();
    let mut unknown = Vec::new();
    for (place, heading) in headings.iter().enumerate() {
        let heading = String::from_utf8_lossy(heading);
        if heading.trim().is_empty() {
            continue;
        }
        match Column::named(&heading) {
            Some(column) => {
                if let Some(first) = header.insert(column.name, place) {
                    let places = format!(
                        "columns {} and {} are both {}",
                        first + 1,
                        place + 1,
                        column.name
                    );
                    plan.blame(1, Some(column.name), places);
                }
            }
            None => unknown.push(place),
        }
    }
    let missing: Vec<_> = REQUIRED
        .into_iter()
        .filter(|name| !header.contains_key(name))
        .collect();
    for name in &missing {
        plan.blame(
            1,
            Some(name),
            "the header has no such column, and nothing can be read without it",
        );
    }
    for place in &unknown {
        // Without the columns that must be there this may be no header at all, and then it is not repeated.
        let heading = headings
            .get(*place)
            .map(String::from_utf8_lossy)
            .unwrap_or_default();
        if missing.is_empty() {
            let heading: String = heading.trim().chars().take(40).collect();
            let reason = format!(
                "column {}, \"{heading}\", is not known; rename it or take it out",
                place + 1
            );
            plan.blame(1, None, reason);
        } else {
            plan.blame(1, None, format!("column {} is not known", place + 1));
        }
    }
    (missing.is_empty() && unknown.is_empty() && plan.problems.is_empty()).then_some(header)
}
