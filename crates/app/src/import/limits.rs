//! How much a file may hold, so that no file costs more memory or time than an honest one.
//!
//! A council's register of ten years stays far below each of these.

/// The most bytes a file may have.
pub const MOST_BYTES: usize = 20 * MEBIBYTE;

/// The most rows that hold something, the headings not counted.
pub(super) const MOST_ROWS: usize = 20_000;

/// The most columns that hold something.
pub(super) const MOST_COLUMNS: usize = 200;

/// The most characters a cell may hold: what a spreadsheet itself allows.
pub(super) const LONGEST_CELL: usize = 32_767;

/// The most bytes of text all cells may hold together, and all of a workbook's strings.
pub(super) const MOST_TEXT: usize = 32 * MEBIBYTE;

/// The most bytes a part of a workbook may unpack to.
pub(super) const MOST_UNPACKED: usize = 64 * MEBIBYTE;

/// The most parts a workbook may have.
pub(super) const MOST_PARTS: usize = 2_000;

/// The most strings a workbook may keep.
pub(super) const MOST_STRINGS: usize = 1_000_000;

/// The most cell formats a workbook may have.
pub(super) const MOST_FORMATS: usize = 65_000;

/// The most cells that may hold what cannot be read, before the file is refused as a whole.
pub(super) const MOST_FAULTS: usize = 5_000;

/// Problems are kept whole up to this many; after that only the first of each row.
pub(super) const MOST_PROBLEMS: usize = 5_000;

/// A number of bytes as a message says it.
pub(super) const fn mebibytes(bytes: usize) -> usize {
    bytes / MEBIBYTE
}

const MEBIBYTE: usize = 1024 * 1024;
