//! A [`Document`] as bytes: HTML, tagged PDF, CSV and JSON.
//!
//! Words and figures come from `reports`; this crate decides only how they look. Nothing here reads
//! a clock, a file or the network, so the same document always gives the same bytes.

pub mod chart;
pub mod csv;
pub mod html;
pub mod json;
pub mod pdf;
mod soundness;
mod wording;

use std::fmt;
use std::str::FromStr;

use reports::document::{Audience, Document};

/// A format a document can be published in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// One page that stands alone, with its styles inside.
    Html,
    /// PDF/UA-1 and PDF/A-2a in one file.
    Pdf,
    /// One file for each table.
    Csv,
    /// Every table and figure, for programs.
    Json,
}

/// A file as it is handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The file name: authority and year, or the table; never anything personal.
    pub name: String,
    /// The media type to serve it as.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A format nobody can publish.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no format “{asked}”: choose {}", Format::names())]
pub struct UnknownFormat {
    /// What was asked for.
    pub asked: String,
}

/// Why a document could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A code or id would be unsafe or ambiguous in a file name or an address.
    #[error("{what} “{name}” may hold only letters, digits, hyphens and underscores")]
    UnsafeName {
        /// What carries the name, such as "the table id".
        what: &'static str,
        /// The name.
        name: String,
    },
    /// Two parts of a document share an address.
    #[error("{what} “{name}” is used twice")]
    UsedTwice {
        /// What carries the name.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A row has more or fewer cells than its table has columns.
    #[error("table “{table}”: the row “{row}” has {cells} cells for {columns} columns")]
    RaggedRow {
        /// The id of the table.
        table: String,
        /// The label of the row.
        row: String,
        /// How many cells it has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// A bar is shorter than nothing, or not a number.
    #[error("chart “{chart}”: the bar “{bar}” has no drawable length")]
    UndrawableBar {
        /// The id of the chart.
        chart: String,
        /// The label of the bar.
        bar: String,
    },
    /// The JSON could not be written.
    #[error("writing JSON")]
    Json(#[from] serde_json::Error),
    /// A CSV file could not be written.
    #[error("writing CSV")]
    Csv(#[from] ::csv::Error),
    /// The PDF could not be typeset, or would not have met its standards.
    #[error("typesetting the PDF: {0}")]
    Typeset(String),
}

/// The document in one format: one file, or for CSV one for each table.
///
/// # Errors
///
/// [`PublishError`] when the document is unsound (see its variants) or a writer fails.
pub fn render(document: &Document, format: Format) -> Result<Vec<File>, PublishError> {
    soundness::check(document)?;
    let bytes = match format {
        Format::Html => html::standalone(document).into_bytes(),
        Format::Pdf => pdf::write(document)?,
        Format::Json => json::write(document)?.into_bytes(),
        Format::Csv => {
            let tables = csv::write(document)?;
            let media_type = format.media_type();
            return Ok(tables
                .into_iter()
                .map(|(name, bytes)| File {
                    name,
                    media_type,
                    bytes,
                })
                .collect());
        }
    };
    let name = format!("{}.{format}", file_stem(document));
    Ok(vec![File {
        name,
        media_type: format.media_type(),
        bytes,
    }])
}

/// The name of a document's files before the dot, such as `annual-report-buckinghamshire-2014-15`.
///
/// An internal rendering says so in its name, so that it cannot be sent out in place of the public
/// one by mistake.
pub fn file_stem(document: &Document) -> String {
    let stem = format!(
        "annual-report-{}-{}",
        document.publisher.code, document.year
    );
    match document.audience {
        Audience::Public => stem,
        Audience::Internal => format!("{stem}-internal"),
    }
}

impl Format {
    /// Every format, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Html, Self::Pdf, Self::Csv, Self::Json];

    /// The name in commands, addresses and file names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The media type its files are served as.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Json => "application/json",
        }
    }

    fn names() -> String {
        Self::ALL.map(Self::name).join(", ")
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(asked: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.name().eq_ignore_ascii_case(asked.trim()))
            .ok_or_else(|| UnknownFormat {
                asked: asked.to_owned(),
            })
    }
}
