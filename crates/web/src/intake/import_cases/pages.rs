//! The pages of an import.

use app::import::{Batch, COLUMNS, Heading, MOST_BYTES, Plan, Problem, Understood};
use app::permit::Permit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use statute::dates::english_date;

use super::{CONFIRM, IMPORT, LEFT_OUT, PREVIEW, SHEET, UNDO, sheet_of};
use crate::components::{
    BackLink, Button, Cell, ErrorSummary, FileUpload, Input, InsetText, Label, Legend,
    NotificationBanner, Radios, Select, Size, Table, TableLayout, WarningText, button,
    error_summary, file_upload, input, inset_text, notification_banner, radios, select, table,
    warning_text,
};
use crate::form::Problems;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::site::{Frame, Here, Site};
use crate::waiting_files::Waiting;

/// So many problems are listed on a page.
const LISTED: usize = 1_000;

/// Columns that a file may lack because they are the same in every row.
const SAME_IN_EVERY_ROW: [&str; 3] = ["kind", "channel", "service"];

/// What the first rows are shown by.
const SHOWN: [(&str, &str); 6] = [
    ("reference", "Old reference"),
    ("kind", "Kind"),
    ("received_on", "Received"),
    ("service", "Service"),
    ("complainant_name", "Complainant"),
    ("closed_on", "Closed"),
];

/// What they are shown by besides, where any of them says it.
const SHOWN_WHERE_SAID: [(&str, &str); 13] = [
    ("compliment_source", "Source"),
    ("enquiry_outcome", "Outcome of the enquiry"),
    ("member", "Member"),
    ("consent", "Consent"),
    ("constituent_name", "Constituent"),
    ("topic", "Topic"),
    ("contact_result", "Result"),
    ("caller", "Caller"),
    ("about_area", "Area"),
    ("about_team", "Team"),
    ("about_provider", "Provider"),
    ("received_by_team", "Received by"),
    ("other_services", "Other services"),
];

/// Where a file is sent, and the imports that stand.
pub(super) fn start(
    site: &Site,
    permit: &Permit,
    imports: &[Batch],
    problems: &Problems,
    said: Option<Markup>,
) -> Result<Response, PageError> {
    let errors = !problems.is_empty();
    let megabytes = megabytes();
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        @if let Some(said) = said { (said) }
        h1 class="govuk-heading-l" { "Import an old register" }
        p class="govuk-body" {
            "Every row of the file becomes a case, by the same rules as an entry by hand, on the days things happened. \
             First you see how the file was understood and everything that is wrong with it; nothing is recorded \
             before you say so, and then either every row comes in or none."
        }
        form method="post" action=(IMPORT) enctype="multipart/form-data" novalidate {
            (file_upload(&FileUpload {
                hint: Some(format!(
                    "An Excel workbook (.xlsx) or CSV UTF-8, up to {megabytes} MB. The headings may be your own."
                ).into()),
                error: problems.at("file").map(Into::into),
                accept: ".xlsx,.csv".into(),
                ..FileUpload::new("file", Label { size: Size::M, ..Label::new("Choose the file") })
            }))
            (button(&Button { prevent_double_click: Some(true), ..Button::new("See how it is understood") }))
        }
        h2 class="govuk-heading-m" { "Imports" }
        (standing(imports))
    };
    answer(
        site,
        permit,
        ("Import an old register", errors),
        "/today",
        main,
    )
}

fn standing(imports: &[Batch]) -> Markup {
    if imports.is_empty() {
        return html! { p class="govuk-body" { "None." } };
    }
    let row = |import: &Batch| {
        let undo = html! {
            a class="govuk-link" href=(undo_of(import)) {
                "Undo" span class="govuk-visually-hidden" { " the import of " (english_date(import.on)) }
            }
        };
        vec![
            Cell::new(english_date(import.on)),
            Cell::numeric(import.cases.to_string()),
            Cell::new(import.first.clone().unwrap_or_default()),
            Cell::new(undo),
        ]
    };
    table(&Table {
        head: vec![
            "Imported on".into(),
            Cell::numeric("Cases"),
            "The first".into(),
            "Undo".into(),
        ],
        rows: imports.iter().rev().map(row).collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// Which sheet of a workbook is read.
pub(super) fn ask_sheet(
    site: &Site,
    permit: &Permit,
    waiting: &Waiting,
    problems: &Problems,
) -> Result<Response, PageError> {
    let errors = !problems.is_empty();
    let sheets = waiting.sheets.iter().map(String::as_str);
    let chosen = waiting.reading.sheet.as_deref();
    let chosen = sheets.clone().position(|sheet| Some(sheet) == chosen);
    let chosen = chosen.map_or_else(String::new, |place| place.to_string());
    let places = (0..waiting.sheets.len()).map(|place: usize| place.to_string());
    let legend = Legend::page_heading("Which sheet holds the register?");
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        form method="post" action=(SHEET) novalidate {
            input type="hidden" name="file" value=(waiting.number);
            (radios(&Radios {
                hint: Some("One sheet is read at a time. The others stay behind and can be imported after it.".into()),
                error: problems.at("sheet").map(Into::into),
                ..Radios::new("sheet", legend, places.zip(sheets), &chosen)
            }))
            (button(&Button::new("Continue")))
        }
    };
    answer(
        site,
        permit,
        ("Which sheet holds the register?", errors),
        IMPORT,
        main,
    )
}

/// What the file would bring, and everything that is wrong with it.
pub(super) fn preview(
    site: &Site,
    permit: &Permit,
    waiting: &Waiting,
    plan: &Plan,
) -> Result<Response, PageError> {
    let sound = plan.problems.is_empty() && plan.ready() > 0;
    let main = html! {
        h1 class="govuk-heading-l" { "Check the import" }
        p class="govuk-body" {
            strong { (plan.ready()) } " of " (rows(plan.rows)) " can come in. Nothing has been recorded yet."
        }
        @for note in &plan.notes {
            (inset_text(&InsetText { body: note.as_str().into(), ..InsetText::default() }))
        }
        @if sound {
            form method="post" action=(CONFIRM) novalidate {
                input type="hidden" name="file" value=(waiting.number);
                (button(&Button {
                    prevent_double_click: Some(true),
                    ..Button::new(format!("Import {}", cases(plan.ready())))
                }))
            }
        } @else if plan.problems.is_empty() {
            (warning_text(&WarningText::new("The file has no rows below its headings.")))
        } @else {
            (warning_text(&WarningText::new(
                "Nothing comes in before every row is good. Mend the file and choose it again, or say below what its \
                 headings mean.",
            )))
        }
        (problem_table("What is wrong", &plan.problems))
        (problem_table("Rows that may be there already. They come in", &plan.doubts))
        (understanding(waiting, plan))
        (first_rows(plan))
        @if waiting.sheets.len() > 1 {
            p class="govuk-body" { a class="govuk-link" href=(sheet_of(waiting.number)) { "Choose another sheet" } }
        }
        p class="govuk-body" { a class="govuk-link" href=(IMPORT) { "Choose another file" } }
    };
    // A file with problems is an answer to be mended, not a page that failed.
    answer(site, permit, ("Check the import", false), IMPORT, main)
}

fn problem_table(caption: &str, problems: &[Problem]) -> Markup {
    if problems.is_empty() {
        return html! {};
    }
    let row = |problem: &Problem| {
        vec![
            Cell::new(problem.at.as_str()),
            Cell::new(problem.field.clone().unwrap_or_default()),
            Cell::new(problem.reason.as_str()),
        ]
    };
    html! {
        (table(&Table {
            caption: caption.into(),
            head: ["Where", "Column", "What"].map(Cell::new).to_vec(),
            rows: problems.iter().take(LISTED).map(row).collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
            ..Table::default()
        }))
        @if problems.len() > LISTED {
            p class="govuk-body" { "The first " (LISTED) " are listed; there are " (problems.len() - LISTED) " more." }
        }
    }
}

/// How the headings were understood, and the form that says otherwise.
fn understanding(waiting: &Waiting, plan: &Plan) -> Markup {
    if plan.headings.is_empty() {
        return html! {};
    }
    let asked: Vec<&str> = SAME_IN_EVERY_ROW
        .into_iter()
        .filter(|column| {
            let said = waiting.reading.same.iter().any(|(name, _)| name == column);
            said || plan.missing.contains(column)
        })
        .collect();
    let said = |column: &str| {
        let mut same = waiting.reading.same.iter();
        same.find(|(name, _)| name == column)
            .map_or("", |(_, value)| value.as_str())
    };
    html! {
        h2 class="govuk-heading-m" { "How the headings were understood" }
        form method="post" action=(PREVIEW) novalidate {
            input type="hidden" name="file" value=(waiting.number);
            (table(&Table {
                head: ["Heading", "Column", "How it was found"].map(Cell::new).to_vec(),
                rows: plan.headings.iter().map(heading_row).collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
                ..Table::default()
            }))
            @for column in asked {
                (input(&Input {
                    value: said(column).to_owned(),
                    hint: Some("The file has no such column. What you write here holds for every row.".into()),
                    ..Input::new(format!("same-{column}"), format!("What is the {column}?"))
                }))
            }
            (button(&Button::secondary("Read it again like this")))
        }
    }
}

fn heading_row(heading: &Heading) -> Vec<Cell> {
    let chosen = match (heading.how, heading.column) {
        (Understood::LeftOut, _) => LEFT_OUT,
        (Understood::ByName, _) | (_, None) => "",
        (Understood::ByWords | Understood::AsTold | Understood::NotKnown, Some(column)) => column,
    };
    let name = format!("column-{}", heading.place);
    let means = if let (Understood::ByName, Some(column)) = (heading.how, heading.column) {
        html! { (column) }
    } else {
        let first = [("", "Not known"), (LEFT_OUT, "Leave it out")];
        let columns = COLUMNS.iter().map(|column| (column.name, column.name));
        let label = html! {
            span class="govuk-visually-hidden" { "What " (heading.at) " means" }
        };
        select(&Select::new(
            name,
            label,
            first.into_iter().chain(columns),
            chosen,
        ))
    };
    let text = if heading.text.is_empty() {
        html! { (heading.at) }
    } else {
        html! { (heading.text) div class="heard-quiet" { (heading.at) } }
    };
    vec![
        Cell::new(text),
        Cell::new(means),
        Cell::new(heading.how.label()),
    ]
}

fn first_rows(plan: &Plan) -> Markup {
    if plan.first_rows.is_empty() {
        return html! {};
    }
    let said = SHOWN_WHERE_SAID.iter().filter(|(column, _)| {
        let mut rows = plan.first_rows.iter();
        rows.any(|row| row.contains_key(column))
    });
    let shown: Vec<&(&str, &str)> = SHOWN.iter().chain(said).collect();
    let rows = plan.first_rows.iter().map(|row| {
        let cell = |(column, _): &(&str, &str)| row.get(column).cloned().unwrap_or_default();
        shown.iter().map(|shown| Cell::new(cell(shown))).collect()
    });
    table(&Table {
        caption: "The first rows".into(),
        head: shown.iter().map(|(_, title)| Cell::new(*title)).collect(),
        rows: rows.collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// What undoing does, asked once.
pub(super) fn ask_undo(
    site: &Site,
    permit: &Permit,
    import: &Batch,
    refused: Option<&str>,
) -> Result<Response, PageError> {
    let mut problems = Problems::default();
    if let Some(refused) = refused {
        problems.add("undo", refused);
    }
    let main = html! {
        @if refused.is_some() {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        h1 class="govuk-heading-l" { "Undo the import of " (english_date(import.on)) }
        p class="govuk-body" {
            "It brought " (cases(import.cases)) ". Undoing takes all of them back, as long as nobody has worked on any of \
             them. Each gets an entry in the record that says so; from then on it stands in no list, no count and no \
             search, and its names and texts are destroyed. The file can be mended and imported again."
        }
        (warning_text(&WarningText::new("What is destroyed cannot be brought back.")))
        form method="post" action=(UNDO) novalidate {
            input type="hidden" name="batch" value=(import.batch);
            button type="submit" id="undo" class="govuk-button govuk-button--warning" data-module="govuk-button" data-prevent-double-click="true" {
                "Take back " (cases(import.cases))
            }
        }
        p class="govuk-body" { a class="govuk-link" href=(IMPORT) { "Leave them as they are" } }
    };
    answer(
        site,
        permit,
        ("Undo an import", refused.is_some()),
        IMPORT,
        main,
    )
}

/// That an import came in.
pub(super) fn came_in(import: &Batch) -> Markup {
    let body = html! {
        p class="govuk-notification-banner__heading" {
            (cases(import.cases)) " came in, from " (import.first.clone().unwrap_or_default()) " on. "
            a class="govuk-notification-banner__link" href=(undo_of(import)) { "Undo this import" }
        }
    };
    notification_banner(&NotificationBanner::success(body))
}

/// That an import was undone.
pub(super) fn undone(count: usize) -> Markup {
    let said = format!("The import was undone: {} taken back.", cases(count));
    notification_banner(&NotificationBanner::success(said))
}

/// Why a file is not taken.
pub(super) fn too_large() -> String {
    format!(
        "The file is larger than {} MB. Split it, for example by year, and choose the first part",
        megabytes()
    )
}

const fn megabytes() -> usize {
    MOST_BYTES / (1024 * 1024)
}

fn undo_of(import: &Batch) -> String {
    format!("{UNDO}?batch={}", import.batch)
}

fn cases(count: usize) -> String {
    match count {
        1 => "1 case".to_owned(),
        count => format!("{count} cases"),
    }
}

fn rows(count: usize) -> String {
    match count {
        1 => "1 row".to_owned(),
        count => format!("{count} rows"),
    }
}

fn answer(
    site: &Site,
    permit: &Permit,
    (title, errors): (&str, bool),
    back: &str,
    main: Markup,
) -> Result<Response, PageError> {
    let frame = Frame {
        title,
        here: Here::Elsewhere,
        back: Back::Link(BackLink::to(back)),
        errors,
        width: PageWidth::Full,
    };
    let status = if errors {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, site.page(permit.officer(), frame, main)?).into_response())
}
