//! What must hold of a document before any format is written.
//!
//! A ragged table would say different things in different formats, and an id with a slash in it
//! would name a file somewhere else.

use std::collections::BTreeSet;

use reports::document::{Block, Chart, Document, Row, Table};

use crate::PublishError;

/// Checks names, shapes and lengths.
pub(crate) fn check(document: &Document) -> Result<(), PublishError> {
    safe_name("the authority code", &document.publisher.code)?;
    safe_name("the year", &document.year)?;
    let (mut sections, mut tables, mut charts) = Default::default();
    for section in &document.sections {
        safe_name("the section id", &section.id)?;
        once("the section id", &section.id, &mut sections)?;
        for block in &section.blocks {
            match block {
                Block::Paragraph { .. } | Block::Subheading { .. } | Block::Bullets { .. } => {}
                Block::Table(table) => {
                    safe_name("the table id", &table.id)?;
                    once("the table id", &table.id, &mut tables)?;
                    rectangular(table)?;
                }
                Block::Chart(chart) => {
                    safe_name("the chart id", &chart.id)?;
                    once("the chart id", &chart.id, &mut charts)?;
                    drawable(chart)?;
                }
            }
        }
    }
    Ok(())
}

fn safe_name(what: &'static str, name: &str) -> Result<(), PublishError> {
    let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(safe) {
        Ok(())
    } else {
        Err(PublishError::UnsafeName {
            what,
            name: name.to_owned(),
        })
    }
}

fn once<'a>(
    what: &'static str,
    name: &'a str,
    seen: &mut BTreeSet<&'a str>,
) -> Result<(), PublishError> {
    if seen.insert(name) {
        Ok(())
    } else {
        Err(PublishError::UsedTwice {
            what,
            name: name.to_owned(),
        })
    }
}

fn rectangular(table: &Table) -> Result<(), PublishError> {
    let columns = table.columns.len();
    match table
        .rows
        .iter()
        .chain(&table.total)
        .find(|row| row.cells.len() != columns)
    {
        None => Ok(()),
        Some(Row { label, cells }) => Err(PublishError::RaggedRow {
            table: table.id.clone(),
            row: label.clone(),
            cells: cells.len(),
            columns,
        }),
    }
}

fn drawable(chart: &Chart) -> Result<(), PublishError> {
    let mut bars = chart.series.iter().flat_map(|series| &series.bars);
    match bars.find(|bar| !bar.value.is_finite() || bar.value < 0.0) {
        None => Ok(()),
        Some(bar) => Err(PublishError::UndrawableBar {
            chart: chart.id.clone(),
            bar: bar.label.clone(),
        }),
    }
}
