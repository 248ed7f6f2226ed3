//! A report as data: headings, sentences, tables and charts, with no page and no file format.
//!
//! `publish` turns a [`Document`] into HTML, PDF, CSV and JSON. Everything a reader sees is decided
//! here, so that no two formats can differ in a figure or a word.

use jiff::civil::Date;
use serde::Serialize;

/// A whole report, ready to be published.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    /// The title on the cover, such as "Annual report on complaints".
    pub title: String,
    /// The line below the title, such as "1 April 2014 to 31 March 2015".
    pub subtitle: String,
    /// Who publishes it.
    pub publisher: Publisher,
    /// The reporting year as councils write it, such as "2014-15".
    pub year: String,
    /// Who may read it; shown on the cover and on every page.
    pub audience: Audience,
    /// The journal position the figures were counted at.
    pub as_at: AsAt,
    /// The parts, in reading order.
    pub sections: Vec<Section>,
    /// Every figure a sentence quotes, with its numerator and its base.
    pub figures: Vec<Figure>,
}

/// The authority a document speaks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publisher {
    /// The short code used in addresses and file names, such as "buckinghamshire".
    pub code: String,
    /// The name in full, such as "Buckinghamshire County Council".
    pub name: String,
}

/// Who a rendering is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Small counts are shown: for officers and the committee in confidence.
    Internal,
    /// Small counts are withheld so that nobody can be recognised.
    Public,
}

/// The point of the record at which the figures were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AsAt {
    /// The journal position of the last event counted.
    pub position: u64,
    /// The last day of which anything was counted.
    pub day: Date,
}

/// A part of a document under one heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// An address within the document: lower case, words joined by hyphens.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// What stands under it, in reading order.
    pub blocks: Vec<Block>,
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph of plain text.
    Paragraph {
        /// The text.
        text: String,
    },
    /// A heading within the section.
    Subheading {
        /// The text.
        text: String,
    },
    /// A bulleted list of plain text.
    Bullets {
        /// One text for each bullet.
        items: Vec<String>,
    },
    /// A table.
    Table(Table),
    /// A chart, which always repeats a table for people who look rather than read.
    Chart(Chart),
}

/// A table: one row header column and one or more columns of cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// The stable id of the table, such as `complaints_by_service`.
    pub id: String,
    /// The caption.
    pub caption: String,
    /// What is counted, over which period: the base of every figure in the table.
    pub population: String,
    /// The heading of the row header column, such as "Service".
    pub row_heading: String,
    /// The headings of the other columns.
    pub columns: Vec<String>,
    /// The rows; each has one cell for each column.
    pub rows: Vec<Row>,
    /// The row of totals, one cell for each column, where adding up makes sense.
    pub total: Option<Row>,
    /// Notes under the table: how it reconciles, what differs from another table and why.
    pub notes: Vec<String>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The row header.
    pub label: String,
    /// The cells, one for each column.
    pub cells: Vec<Cell>,
}

/// A cell: what is counted and what is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The number; `None` when there is none to give or when it is withheld.
    pub value: Option<Number>,
    /// What the reader sees, such as "29%" or "withheld".
    pub shown: String,
}

/// A number in a cell or a figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Decimal(f64),
}

/// A bar chart of one table column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// The id of the chart.
    pub id: String,
    /// The id of the table that holds the same numbers.
    pub table: String,
    /// The title shown above the bars.
    pub title: String,
    /// What somebody who cannot see the chart needs to know: a sentence, not a list of numbers.
    pub alternative: String,
    /// What the bars measure, such as "complaints".
    pub unit: String,
    /// The bars, grouped when there is more than one series.
    pub series: Vec<Series>,
}

/// One colour of bars; several series share the labels of the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// The name in the legend, such as "2014/15"; the legend is left out when there is one series.
    pub name: String,
    /// The bars in order.
    pub bars: Vec<Bar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The label at the bar.
    pub label: String,
    /// Its length, in the unit of the chart; never negative.
    pub value: f64,
    /// The number written at its end.
    pub shown: String,
}

/// A single figure with where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The id of its measure.
    pub id: String,
    /// The figure; `None` when withheld or without a base.
    pub value: Option<Number>,
    /// What the reader sees.
    pub shown: String,
    /// What was counted, for a proportion.
    pub numerator: Option<i64>,
    /// What it was counted out of.
    pub denominator: Option<i64>,
    /// The name of the base, such as "Stage 1 complaints received in the year".
    pub base: String,
}

impl Document {
    /// Every table in reading order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.sections
            .iter()
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match block {
                Block::Table(table) => Some(table),
                Block::Paragraph { .. }
                | Block::Subheading { .. }
                | Block::Bullets { .. }
                | Block::Chart(_) => None,
            })
    }
}
