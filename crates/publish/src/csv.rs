//! Each table of a document as one CSV file.
//!
//! Source: RFC 4180 (commas, quotes doubled, lines end CR LF, a header line).

use ::csv::{Terminator, WriterBuilder};
use reports::document::{Cell, Document, Number, Row, Table};

use crate::PublishError;

/// A file name and its bytes for every table, in reading order.
///
/// # Errors
///
/// [`PublishError::Csv`] when a row has another number of cells than the table has columns.
pub fn write(document: &Document) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
    document
        .tables()
        .map(|table| Ok((format!("{}.csv", table.id), write_table(table)?)))
        .collect()
}

/// One table: a header line, its rows, and its total last.
///
/// # Errors
///
/// [`PublishError::Csv`] when a row has another number of cells than the table has columns.
pub fn write_table(table: &Table) -> Result<Vec<u8>, PublishError> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let headings = std::iter::once(&table.row_heading).chain(&table.columns);
    writer.write_record(headings.map(|heading| inert(heading)))?;
    for Row { label, cells } in table.rows.iter().chain(&table.total) {
        writer.write_record(std::iter::once(inert(label)).chain(cells.iter().map(cell_text)))?;
    }
    writer
        .into_inner()
        .map_err(|error| PublishError::Csv(error.into_error().into()))
}

/// A number where there is one, so that a spreadsheet can add it up; else what the reader sees.
fn cell_text(cell: &Cell) -> String {
    match cell.value {
        Some(Number::Whole(number)) => number.to_string(),
        Some(Number::Decimal(number)) => number.to_string(),
        None => inert(&cell.shown),
    }
}

/// Text that no spreadsheet will take for a formula.
///
/// Excel, Calc and Sheets run a cell that begins with one of these signs when the file is opened; a
/// leading apostrophe makes it text. Plain numbers and a lone dash are harmless and stay as they are.
fn inert(text: &str) -> String {
    const RUNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let harmless = text.parse::<f64>().is_ok_and(f64::is_finite) || text == "-";
    let begins = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(RUNS);
    if begins && !harmless {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_would_run_is_made_text_and_a_number_stays_a_number() {
        for (text, written) in [
            ("=cmd()", "'=cmd()"),
            ("+44 20", "'+44 20"),
            ("-1+2", "'-1+2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\t=1"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("-3", "-3"),
            ("+4.5", "+4.5"),
            ("-", "-"),
            ("-inf", "'-inf"),
            ("withheld", "withheld"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(inert(text), written, "for {text:?}");
        }
    }
}
