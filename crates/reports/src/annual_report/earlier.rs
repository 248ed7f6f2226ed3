//! Figures of earlier years, as they were published and with where they were published.

use casework::settings::{PublishedFigure, ReportingYear, Settings};

use crate::document::{Cell, Number};

/// The figure published for a measure in a year.
pub(super) fn published<'a>(
    settings: &'a Settings,
    year: ReportingYear,
    measure: &str,
) -> Option<&'a PublishedFigure> {
    let year = year.to_string();
    settings
        .report
        .published
        .iter()
        .find(|figure| figure.measure == measure && figure.year == year)
}

/// The earlier years with any of some figures, the latest first.
pub(super) fn years(
    settings: &Settings,
    before: ReportingYear,
    measures: &[&str],
) -> Vec<ReportingYear> {
    let mut years: Vec<ReportingYear> = settings
        .report
        .published
        .iter()
        .filter(|figure| measures.contains(&figure.measure.as_str()))
        .filter_map(|figure| figure.year.parse().ok())
        .filter(|year| *year < before)
        .collect();
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// A published figure as a cell.
pub(super) fn cell(figure: Option<&PublishedFigure>) -> Cell {
    match figure {
        Some(figure) => Cell {
            value: figure.value.map(Number::Whole),
            shown: figure.shown.clone(),
        },
        None => Cell {
            value: None,
            shown: "not published".to_owned(),
        },
    }
}

/// A year as readers write it: "2014/15".
pub(super) fn written(year: ReportingYear) -> String {
    year.to_string().replace('-', "/")
}
