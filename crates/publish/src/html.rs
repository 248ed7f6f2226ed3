//! A document as HTML: pieces for our own pages, and one file that stands alone.
//!
//! The class names are the GOV.UK Design System's where it has them and `report-…` where it has
//! not. A page that embeds [`document`] serves [`STYLES`] in its style sheet; there are no inline
//! styles, so a strict content security policy holds.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use reports::document::{Block, Chart, Document, Row, Section, Table};

use crate::chart::{self, Room};
use crate::wording;

/// The rules for the `report-…` classes, for pages that have the Design System's own styles.
pub const STYLES: &str = include_str!("report.css");

/// What the Design System would give, for a file that stands alone.
const STANDALONE_STYLES: &str = include_str!("standalone.css");

/// Every section of the document, headings from level two down; the page gives the title.
pub fn document(document: &Document) -> Markup {
    html! {
        div.report {
            @for section in &document.sections { (one_section(document, section)) }
        }
    }
}

/// The list of sections with links to them.
pub fn contents(document: &Document) -> Markup {
    html! {
        nav.report-contents aria-labelledby="report-contents" {
            h2.govuk-heading-m #report-contents { "Contents" }
            ol.govuk-list {
                @for section in &document.sections {
                    li { a.govuk-link href={ "#" (section.id) } { (section.heading) } }
                }
            }
        }
    }
}

/// A table in a region that scrolls sideways by itself, with its base and notes below.
pub fn table(table: &Table) -> Markup {
    let id = address(&table.id);
    let described = format!("{id}-base");
    html! {
        div.report-table role="region" tabindex="0" aria-labelledby={ (id) "-caption" } {
            table.govuk-table id=(id) aria-describedby=(described) {
                caption.govuk-table__caption.govuk-table__caption--m id={ (id) "-caption" } { (table.caption) }
                thead.govuk-table__head {
                    tr.govuk-table__row {
                        th.govuk-table__header scope="col" { (table.row_heading) }
                        @for column in &table.columns {
                            th.govuk-table__header.govuk-table__header--numeric scope="col" { (column) }
                        }
                    }
                }
                tbody.govuk-table__body {
                    @for row in &table.rows { (one_row(row)) }
                    @if table.rows.is_empty() {
                        tr.govuk-table__row {
                            td.govuk-table__cell colspan=(table.columns.len() + 1) { (wording::NO_ROWS) }
                        }
                    }
                }
                @if let Some(total) = &table.total {
                    tfoot.report-table__total { (one_row(total)) }
                }
            }
        }
        div.report-table__below {
            p.report-table__base id=(described) { (table.population) }
            @for note in &table.notes { p.report-table__note { (note) } }
        }
    }
}

/// The document as one file that needs nothing else: no script, no font, no other address.
pub fn standalone(of: &Document) -> String {
    let mark = wording::audience_mark(of.audience);
    html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (wording::full_title(of)) }
                style { (PreEscaped(STANDALONE_STYLES)) (PreEscaped(STYLES)) }
            }
            body {
                a.skip-link href="#main" { "Skip to main content" }
                header.masthead {
                    div.width {
                        p.masthead__publisher { (of.publisher.name) }
                        p.masthead__mark { (mark) }
                    }
                }
                main.width #main tabindex="-1" {
                    h1.govuk-heading-xl { (of.title) span.masthead__subtitle { (of.subtitle) } }
                    p.report-as-at { (wording::as_at_line(of.as_at)) }
                    (contents(of))
                    (document(of))
                }
                footer.colophon {
                    div.width { p { (of.publisher.name) ". " (mark) ". " (wording::as_at_line(of.as_at)) "." } }
                }
            }
        }
    }
    .into_string()
}

fn one_section(of: &Document, section: &Section) -> Markup {
    html! {
        section.report-section aria-labelledby=(section.id) {
            h2.govuk-heading-l id=(section.id) { (section.heading) }
            @for block in &section.blocks {
                @match block {
                    Block::Paragraph { text } => { p.govuk-body { (text) } }
                    Block::Subheading { text } => { h3.govuk-heading-m { (text) } }
                    Block::Bullets { items } => {
                        ul.govuk-list.govuk-list--bullet { @for item in items { li { (item) } } }
                    }
                    Block::Table(one) => { (table(one)) }
                    Block::Chart(chart) => { (figure(of, chart)) }
                }
            }
        }
    }
}

fn one_row(row: &Row) -> Markup {
    html! {
        tr.govuk-table__row {
            th.govuk-table__header scope="row" { (row.label) }
            @for cell in &row.cells {
                td.govuk-table__cell.govuk-table__cell--numeric { (cell.shown) }
            }
        }
    }
}

/// Where a table can be linked to; sections have the plain words to themselves.
fn address(table: &str) -> String {
    format!("table-{table}")
}

/// Both drawings of a chart; the style sheet shows the one that fits.
fn figure(of: &Document, chart: &Chart) -> Markup {
    html! {
        figure.report-chart id={ "chart-" (chart.id) } {
            figcaption.report-chart__caption {
                span.report-chart__title { (chart.title) }
                span.report-chart__unit {
                    (wording::chart_unit(chart))
                    @if let Some(caption) = wording::chart_table(of, chart) {
                        " The same numbers are in the table " a.govuk-link href={ "#" (address(&chart.table)) } { (caption) } "."
                    }
                }
            }
            (chart::svg(chart, Room::Wide))
            (chart::svg(chart, Room::Narrow))
        }
    }
}
