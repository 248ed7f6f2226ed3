//! A file as rows of cells, whichever format it came in, and why one cannot be read.

use csv::{ByteRecord, Position};

use super::limits::{
    LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, MOST_FAULTS, MOST_PARTS, MOST_ROWS, MOST_TEXT,
    MOST_UNPACKED, mebibytes,
};

/// The rows of a file that hold something, the headings among them.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The rows; the position of each says its line, or its row in a workbook.
    pub rows: Vec<ByteRecord>,
    /// Cells whose content cannot be taken; they stand empty in their rows.
    pub faults: Vec<CellFault>,
    /// The format it came in.
    pub format: Format,
    /// Sheets of the workbook that hold cells and were not read.
    pub unread: Vec<String>,
    text: usize,
}

/// The format of a file: what its places are called in a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// A text file: lines.
    #[default]
    Csv,
    /// A workbook: cells such as B7.
    Workbook,
}

/// A cell whose content cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellFault {
    /// Its row, from 1.
    pub line: u64,
    /// Its column, from 0.
    pub place: usize,
    /// Why.
    pub fault: Fault,
}

/// Why the content of a cell cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    /// A formula whose result the file does not hold.
    #[error(
        "this is a formula without a result; copy the column and paste it as values (Paste special, Values)"
    )]
    Formula,
    /// `#N/A` and its like.
    #[error("this is an error of the spreadsheet, such as #N/A; write what should stand here")]
    Error,
    /// A tick, which only a yes-or-no column understands.
    #[error("this is TRUE or FALSE, which means nothing here; write it in words")]
    Boolean,
    /// A number shown as a day that no calendar has.
    #[error("this is shown as a day, but there is no such day; write it as DD/MM/YYYY")]
    NoDay,
    /// More characters than a cell can hold.
    #[error("this is longer than {LONGEST_CELL} characters; shorten it")]
    TooLong,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Unreadable {
    /// More bytes than are read.
    #[error(
        "the file is larger than {} MB; split it, for example by year",
        mebibytes(MOST_BYTES)
    )]
    TooLarge,
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Text in an encoding that is not read.
    #[error("the file is UTF-16; save it as \"CSV UTF-8\"")]
    Utf16,
    /// A workbook of before 2007.
    #[error(
        "this is an old Excel workbook (.xls); open it in Excel and save it as Excel Workbook (.xlsx) or \"CSV UTF-8\""
    )]
    OldWorkbook,
    /// A workbook nobody reads without its password.
    #[error(
        "the workbook has a password; open it in Excel, take the password off (File, Info, Protect workbook) and save it"
    )]
    Password,
    /// A workbook with programs in it.
    #[error("the workbook holds macros; save it as Excel Workbook (.xlsx), which has none")]
    Macros,
    /// Another archive, or another kind of workbook.
    #[error(
        "this is not an Excel workbook (.xlsx); open it in your spreadsheet and save it as .xlsx or as \"CSV UTF-8\""
    )]
    NotAWorkbook,
    /// A workbook that does not hang together.
    #[error(
        "the workbook is damaged and cannot be read; open it in Excel, save it again, and try that file"
    )]
    Damaged,
    /// An archive of too many parts.
    #[error(
        "the workbook has more than {MOST_PARTS} parts; copy the sheet alone into a new workbook"
    )]
    TooManyParts,
    /// A part that unpacks to too much.
    #[error(
        "the workbook unpacks to more than {} MB; copy the sheet alone into a new workbook, or split it by year",
        mebibytes(MOST_UNPACKED)
    )]
    UnpacksTooFar,
    /// Rows beyond the bound.
    #[error("the file has more than {MOST_ROWS} rows; split it, for example by year")]
    TooManyRows,
    /// Columns beyond the bound; where the first of them is.
    #[error(
        "{} lies beyond column {MOST_COLUMNS}; at most {MOST_COLUMNS} columns are read, so take the others out",
        at(*.line, *.place, *.format)
    )]
    TooManyColumns {
        /// The row.
        line: u64,
        /// The column, from 0.
        place: usize,
        /// What its place is called.
        format: Format,
    },
    /// Text beyond the bound.
    #[error(
        "the cells hold more than {} MB of text; split the file, for example by year",
        mebibytes(MOST_TEXT)
    )]
    TooMuchText,
    /// Cells that cannot be taken beyond the bound.
    #[error(
        "more than {MOST_FAULTS} cells hold errors or formulas without results; the first is {first}"
    )]
    TooManyFaults {
        /// The first of them.
        first: String,
    },
    /// No sheet of that name.
    #[error("there is no sheet of that name; there are: {}", .0.join(", "))]
    NoSuchSheet(Vec<String>),
}

impl Format {
    /// What a row is called.
    pub(super) fn row(self, line: u64) -> String {
        match self {
            Self::Csv => format!("line {line}"),
            Self::Workbook => format!("row {line}"),
        }
    }
}

impl Sheet {
    pub(super) fn new(format: Format) -> Self {
        Self {
            rows: Vec::new(),
            faults: Vec::new(),
            format,
            unread: Vec::new(),
            text: 0,
        }
    }

    /// Keeps a row, unless nothing stands in it.
    pub(super) fn push(&mut self, line: u64, mut row: ByteRecord) -> Result<(), Unreadable> {
        let faulty = self.faults.last().is_some_and(|fault| fault.line == line);
        if !faulty && row.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return Ok(());
        }
        // The headings are a row more.
        if self.rows.len() > MOST_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        let filled = |cell: &&[u8]| !cell.trim_ascii().is_empty();
        if let Some(beyond) = row.iter().skip(MOST_COLUMNS).position(|cell| filled(&cell)) {
            return Err(Unreadable::TooManyColumns {
                line,
                place: MOST_COLUMNS + beyond,
                format: self.format,
            });
        }
        row.truncate(MOST_COLUMNS);
        self.text += row.as_slice().len();
        if self.text > MOST_TEXT {
            return Err(Unreadable::TooMuchText);
        }
        let mut position = Position::new();
        position.set_line(line);
        row.set_position(Some(position));
        self.rows.push(row);
        Ok(())
    }

    /// Keeps a cell that cannot be taken.
    pub(super) fn fault(
        &mut self,
        line: u64,
        place: usize,
        fault: Fault,
    ) -> Result<(), Unreadable> {
        if let Some(first) = self.faults.first()
            && self.faults.len() >= MOST_FAULTS
        {
            let first = at(first.line, first.place, self.format);
            return Err(Unreadable::TooManyFaults { first });
        }
        self.faults.push(CellFault { line, place, fault });
        Ok(())
    }
}

/// A place in a file as its readers call it: `B7`, or `line 7, column 2`.
pub(super) fn at(line: u64, place: usize, format: Format) -> String {
    match format {
        Format::Csv => format!("line {line}, column {}", place + 1),
        Format::Workbook => format!("{}{line}", letters(place)),
    }
}

/// A column, counted from 0, as a spreadsheet names it.
pub(super) fn letters(place: usize) -> String {
    let mut letters = String::new();
    let mut left = place + 1;
    while left > 0 {
        let letter = b'A' + u8::try_from((left - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(letter));
        left = (left - 1) / 26;
    }
    letters
}
