//! Every table, figure and text of a document as JSON, for programs.
//!
//! The keys and their order are a contract: scripts in councils read them.

use jiff::civil::Date;
use reports::document::{Block, Document, Figure, Number, Row, Section, Table};
use serde::Serialize;

use crate::PublishError;

/// The document as pretty-printed JSON with a final newline.
///
/// # Errors
///
/// [`PublishError::Json`] should the writer fail.
pub fn write(document: &Document) -> Result<String, PublishError> {
    let mut json = serde_json::to_string_pretty(&Report::of(document))?;
    json.push('\n');
    Ok(json)
}

#[derive(Serialize)]
struct Report<'a> {
    authority: &'a str,
    year: &'a str,
    as_at: Position,
    tables: Vec<TableOut<'a>>,
    figures: &'a [Figure],
    sections: Vec<SectionOut<'a>>,
}

#[derive(Serialize)]
struct Position {
    position: u64,
    day: Date,
}

#[derive(Serialize)]
struct TableOut<'a> {
    id: &'a str,
    caption: &'a str,
    population: &'a str,
    columns: &'a [String],
    rows: &'a [Row],
    total: Option<Number>,
    notes: &'a [String],
}

/// A section with what is said in it, line by line; its tables stand among the tables.
#[derive(Serialize)]
struct SectionOut<'a> {
    id: &'a str,
    heading: &'a str,
    text: Vec<&'a str>,
}

impl<'a> Report<'a> {
    fn of(document: &'a Document) -> Self {
        Self {
            authority: &document.publisher.code,
            year: &document.year,
            as_at: Position {
                position: document.as_at.position,
                day: document.as_at.day,
            },
            tables: document.tables().map(TableOut::of).collect(),
            figures: &document.figures,
            sections: document.sections.iter().map(SectionOut::of).collect(),
        }
    }
}

impl<'a> SectionOut<'a> {
    fn of(section: &'a Section) -> Self {
        let blocks = section.blocks.iter();
        let text = blocks.flat_map(|block| match block {
            Block::Paragraph { text } | Block::Subheading { text } => vec![text.as_str()],
            Block::Bullets { items } => items.iter().map(String::as_str).collect(),
            Block::Table(_) | Block::Chart(_) => Vec::new(),
        });
        Self {
            id: &section.id,
            heading: &section.heading,
            text: text.collect(),
        }
    }
}

impl<'a> TableOut<'a> {
    fn of(table: &'a Table) -> Self {
        let total = table.total.as_ref().and_then(|row| row.cells.first());
        Self {
            id: &table.id,
            caption: &table.caption,
            population: &table.population,
            columns: &table.columns,
            rows: &table.rows,
            total: total.and_then(|cell| cell.value),
            notes: &table.notes,
        }
    }
}
