//! Cases as a table that reads as a list on a narrow screen.

use app::register::RegisterEntry;
use casework::case::Stage;
use casework::intake::{Procedure, RepresentationKind};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;
use statute::limits::{self, LimitId};

use super::filter::{kind_label, procedure_label};
use crate::addresses::case_url;
use crate::components::{Cell, Table, TableLayout, Tag, TagColour, table, tag};

/// The cases, one a row.
pub(super) fn table_of(entries: &[RegisterEntry], settings: &Settings, today: Date) -> Markup {
    table(&Table {
        head: vec![
            "Case".into(),
            "Complainant".into(),
            "Kind".into(),
            "Stage".into(),
            "Service".into(),
            "Received".into(),
            "Due".into(),
        ],
        rows: entries
            .iter()
            .map(|entry| row(entry, settings, today))
            .collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn row(entry: &RegisterEntry, settings: &Settings, today: Date) -> Vec<Cell> {
    let row = &entry.row;
    let case = html! {
        @if let Some(reference) = row.reference {
            a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
        }
    };
    let kind = RepresentationKind::ALL
        .into_iter()
        .find(|kind| kind.code() == row.kind);
    let kind: &str = match kind {
        Some(kind) => kind_label(kind),
        None => &row.kind,
    };
    let procedure = Procedure::ALL.iter().find(|procedure| {
        row.procedure
            .as_ref()
            .is_some_and(|code| code == procedure.code())
    });
    let kind = html! {
        div {
            (kind)
            @if let Some(procedure) = procedure {
                div class="heard-quiet" { (procedure_label(*procedure)) }
            }
        }
    };
    let stage = Stage::ALL
        .into_iter()
        .find(|stage| stage.code() == row.stage);
    let stage = match stage {
        Some(Stage::Register) => "",
        Some(stage) => stage.label(),
        None => &row.stage,
    };
    let service = row
        .service
        .as_ref()
        .map(|service| settings.service(&Code::new(service.as_str())).to_owned());
    vec![
        Cell::new(case),
        Cell::new(entry.name.as_deref().unwrap_or("Not given")),
        Cell::new(kind),
        Cell::new(stage),
        Cell::new(service.unwrap_or_default()),
        Cell::new(short_date(row.received_on)),
        Cell::new(due(entry, today)),
    ]
}

fn due(entry: &RegisterEntry, today: Date) -> Markup {
    let row = &entry.row;
    if !row.open {
        return html! {
            div {
                (tag(&Tag::new("Closed", TagColour::Grey)))
                @if let Some(closed_on) = row.closed_on { div { (short_date(closed_on)) } }
                @if let Some(outcome) = &row.outcome { div class="heard-quiet" { (outcome) } }
            }
        };
    }
    let Some(due_on) = row.due_on else {
        return html! { "Nothing due" };
    };
    let limit = row
        .due_limit
        .as_ref()
        .and_then(|code| code.parse::<LimitId>().ok());
    html! {
        div {
            (short_date(due_on)) " "
            @if due_on < today {
                (tag(&Tag::new("Overdue", TagColour::Red)))
            } @else if due_on == today {
                (tag(&Tag::new("Due today", TagColour::Orange)))
            }
            @if let Some(limit) = limit { div class="heard-quiet" { (limits::of(limit).title) } }
        }
    }
}
