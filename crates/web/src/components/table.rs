//! Table: things to compare, in rows and columns.

use maud::{Markup, html};

use super::{Content, Size};

/// Rows and columns.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the table shows; a table without one has no name for a screen reader.
    pub caption: Content,
    /// How large the caption is set.
    pub caption_size: Size,
    /// The names of the columns.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// The first cell of each row names it.
    pub first_cell_is_header: bool,
    /// What happens on a narrow screen, and how dense it is set.
    pub layout: TableLayout,
}

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What it says.
    pub content: Content,
    /// A figure: set to the right, in even digits.
    pub numeric: bool,
    /// How many columns it spans, if more than one.
    pub colspan: Option<u16>,
    /// How many rows it spans, if more than one.
    pub rowspan: Option<u16>,
}

/// How a table behaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TableLayout {
    /// As the Design System sets it: for two or three narrow columns.
    #[default]
    Plain,
    /// For lists of cases: smaller, and on a narrow screen each row becomes a block whose lines
    /// carry the names of the columns.
    Reflow,
    /// For tables of figures: smaller, and on a narrow screen it scrolls sideways inside its own
    /// frame. Its caption gets this id.
    Scroll(String),
}

impl Cell {
    /// A cell of text.
    pub fn new(content: impl Into<Content>) -> Self {
        Self {
            content: content.into(),
            ..Self::default()
        }
    }

    /// A figure.
    pub fn numeric(content: impl Into<Content>) -> Self {
        Self {
            numeric: true,
            ..Self::new(content)
        }
    }
}

impl<T: Into<Content>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

/// One table.
pub fn table(options: &Table) -> Markup {
    match &options.layout {
        TableLayout::Plain => whole(options, "govuk-table", None),
        TableLayout::Reflow => whole(options, "govuk-table heard-table heard-table--reflow", None),
        TableLayout::Scroll(id) => html! {
            div class="heard-scroll" role="region" aria-labelledby=(id) tabindex="0" {
                (whole(options, "govuk-table heard-table", Some(id)))
            }
        },
    }
}

fn whole(options: &Table, class: &str, caption_id: Option<&str>) -> Markup {
    // Set as blocks, a table loses its meaning in some browsers unless its roles are spelled out.
    let reflow = options.layout == TableLayout::Reflow;
    let role = |name: &'static str| reflow.then_some(name);
    html! {
        table class=(class) role=[role("table")] {
            @if !options.caption.is_empty() {
                caption class=(options.caption_size.class("govuk-table__caption")) id=[caption_id] {
                    (options.caption)
                }
            }
            @if !options.head.is_empty() {
                thead class="govuk-table__head" role=[role("rowgroup")] {
                    tr class="govuk-table__row" role=[role("row")] {
                        @for cell in &options.head {
                            @let class = if cell.numeric {
                                "govuk-table__header govuk-table__header--numeric"
                            } else {
                                "govuk-table__header"
                            };
                            th scope="col" class=(class) role=[role("columnheader")]
                                colspan=[cell.colspan] rowspan=[cell.rowspan] { (cell.content) }
                        }
                    }
                }
            }
            tbody class="govuk-table__body" role=[role("rowgroup")] {
                @for row in &options.rows {
                    tr class="govuk-table__row" role=[role("row")] {
                        @for (index, cell) in row.iter().enumerate() { (body_cell(options, index, cell)) }
                    }
                }
            }
        }
    }
}

fn body_cell(options: &Table, index: usize, cell: &Cell) -> Markup {
    let reflow = options.layout == TableLayout::Reflow;
    let column = reflow.then(|| options.head.get(index)).flatten();
    let content = html! {
        @if let Some(column) = column.filter(|column| !column.content.is_empty()) {
            span class="heard-table__column" aria-hidden="true" { (column.content) }
            // One box beside the name of the column, whatever it holds.
            div class="heard-table__content" { (cell.content) }
        } @else {
            (cell.content)
        }
    };
    if index == 0 && options.first_cell_is_header {
        return html! {
            th scope="row" class="govuk-table__header" role=[reflow.then_some("rowheader")]
                colspan=[cell.colspan] rowspan=[cell.rowspan] { (content) }
        };
    }
    let class = if cell.numeric {
        "govuk-table__cell govuk-table__cell--numeric"
    } else {
        "govuk-table__cell"
    };
    html! {
        td class=(class) role=[reflow.then_some("cell")] colspan=[cell.colspan]
            rowspan=[cell.rowspan] { (content) }
    }
}
