//! The few words the formats add themselves, said once so that HTML and PDF agree.

use jiff::fmt::strtime;
use reports::document::{AsAt, Audience, Chart, Document};

/// What an empty table says in place of rows.
pub(crate) const NO_ROWS: &str = "Nothing was recorded.";

/// The mark on the cover and on every page.
pub(crate) const fn audience_mark(audience: Audience) -> &'static str {
    match audience {
        Audience::Internal => "Internal: contains small counts",
        Audience::Public => "Public",
    }
}

/// When the figures were counted.
pub(crate) fn as_at_line(as_at: AsAt) -> String {
    let day = strtime::format("%-d %B %Y", as_at.day)
        .expect("a civil date has a day, a month and a year");
    format!(
        "Figures as at {day}, counted at record position {}",
        as_at.position
    )
}

/// The line below a chart: what the bars measure.
pub(crate) fn chart_unit(chart: &Chart) -> String {
    format!("The bars show {}.", chart.unit)
}

/// The caption of the table that holds the numbers of a chart.
pub(crate) fn chart_table<'a>(document: &'a Document, chart: &Chart) -> Option<&'a str> {
    document
        .tables()
        .find(|table| table.id == chart.table)
        .map(|table| table.caption.as_str())
}

/// The title a browser tab or a PDF reader shows.
pub(crate) fn full_title(document: &Document) -> String {
    format!(
        "{}, {}, {}",
        document.title, document.year, document.publisher.name
    )
}

/// The text without the control characters that XML forbids.
pub(crate) fn drawable(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') {
                ' '
            } else {
                c
            }
        })
        .collect()
}
