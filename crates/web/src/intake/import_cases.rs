//! Importing an old register: a file is sent, shown as it was understood with every problem by row, read
//! again as its sender says, and taken in whole; an import can be undone while nobody worked on its cases.

mod pages;

use app::import::{MOST_BYTES, NotUndone, Plan, Reading, visible_sheets};
use app::officer::Officer;
use app::permit::{Deed, Permit};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use casework::ids::BatchId;
use uuid::Uuid;

use crate::form::{Fields, Problems};
use crate::page_error::PageError;
use crate::recording::kept;
use crate::session::Signed;
use crate::site::{Access, Route, Site};
use crate::waiting_files::Waiting;

/// The page of imports.
pub(crate) const IMPORT: &str = "/import";
const SHEET: &str = "/import/sheet";
const PREVIEW: &str = "/import/preview";
const CONFIRM: &str = "/import/confirm";
const UNDO: &str = "/import/undo";

/// What is sent with a file beside it.
const BESIDE: usize = 64 * 1024;

/// A file up to twice the bound is heard out, so that the page can say what the bound is.
const LARGEST_UPLOAD: usize = 2 * MOST_BYTES + BESIDE;

/// Of a column that is left out.
const LEFT_OUT: &str = "-";

pub(super) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ImportCases);
    vec![
        Route::get(IMPORT, may, show),
        Route::post(IMPORT, may, send).taking(LARGEST_UPLOAD),
        Route::get(SHEET, may, ask_sheet),
        Route::post(SHEET, may, choose_sheet),
        Route::get(PREVIEW, may, preview),
        Route::post(PREVIEW, may, read_again),
        Route::post(CONFIRM, may, confirm),
        Route::get(UNDO, may, ask_undo),
        Route::post(UNDO, may, undo),
    ]
}

/// `GET /import`, with `?done=` or `?undone=` after something was done.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let query = Fields::new(query);
    let imports = site.app.imports(&officer.authority).await?;
    let done = query.text("done");
    let came_in = imports
        .iter()
        .find(|import| import.batch.to_string() == done);
    let said = match (came_in, query.text("undone").parse::<usize>()) {
        (Some(import), _) => Some(pages::came_in(import)),
        (None, Ok(cases)) => Some(pages::undone(cases)),
        (None, Err(_)) => None,
    };
    let problems = Problems::default();
    pages::start(&site, &permit, &imports, &problems, said)
}

/// `POST /import`
async fn send(
    State(site): State<Site>,
    Signed(officer): Signed,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let mut problems = Problems::default();
    if let Some(bytes) = file(form, &mut problems).await {
        // Finding the sheets unpacks a part of the workbook.
        let looking = tokio::task::spawn_blocking(move || {
            let sheets = visible_sheets(&bytes);
            (bytes, sheets)
        });
        let file = looking.await.map_err(|_| PageError::Bug)?;
        let number = site.waiting_files.keep(&officer, file, site.app.now());
        return Ok(Redirect::to(&preview_of(number)).into_response());
    }
    let imports = site.app.imports(&officer.authority).await?;
    pages::start(&site, &permit, &imports, &problems, None)
}

/// The file that was sent, up to the bound.
async fn file(
    form: Result<Multipart, MultipartRejection>,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    const NONE: &str = "Choose the file of the old register";
    const BROKEN: &str = "The file did not come through whole. Choose it again";
    let mut bytes = Vec::new();
    if let Ok(mut form) = form {
        loop {
            let Ok(field) = form.next_field().await else {
                problems.add("file", BROKEN);
                return None;
            };
            let Some(mut field) = field else { break };
            if field.name() != Some("file") {
                continue;
            }
            loop {
                let Ok(chunk) = field.chunk().await else {
                    problems.add("file", BROKEN);
                    return None;
                };
                let Some(chunk) = chunk else { break };
                // The rest is heard and forgotten.
                if bytes.len() <= MOST_BYTES {
                    bytes.extend_from_slice(&chunk);
                }
            }
        }
    }
    if bytes.is_empty() {
        problems.add("file", NONE);
        None
    } else if bytes.len() > MOST_BYTES {
        problems.add("file", &pages::too_large());
        None
    } else {
        Some(bytes)
    }
}

/// `GET /import/sheet?file=`
async fn ask_sheet(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let Some(waiting) = waiting(&site, &officer, &Fields::new(query)) else {
        return gone(&site, &permit).await;
    };
    pages::ask_sheet(&site, &permit, &waiting, &Problems::default())
}

/// `POST /import/sheet`: says which sheet is read. What was said of the headings of another is forgotten.
async fn choose_sheet(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_sheet(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_sheet(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let Some(waiting) = waiting(site, &officer, fields) else {
        return gone(site, &permit).await;
    };
    // By its place: names of sheets may differ in nothing but space.
    let place: Option<usize> = fields.text("sheet").parse().ok();
    let Some(sheet) = place.and_then(|place| waiting.sheets.get(place)) else {
        let mut problems = Problems::default();
        problems.add("sheet", "Choose the sheet that holds the register");
        return pages::ask_sheet(site, &permit, &waiting, &problems);
    };
    if waiting.reading.sheet.as_ref() != Some(sheet) {
        let reading = Reading {
            sheet: Some(sheet.clone()),
            ..Reading::default()
        };
        site.waiting_files.read_as(waiting.number, reading);
    }
    Ok(Redirect::to(&preview_of(waiting.number)).into_response())
}

/// `GET /import/preview?file=`
async fn preview(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let Some(waiting) = waiting(&site, &officer, &Fields::new(query)) else {
        return gone(&site, &permit).await;
    };
    if waiting.is_asked_for_a_sheet() {
        return Ok(Redirect::to(&sheet_of(waiting.number)).into_response());
    }
    let plan = plan(&site, &officer, &waiting).await?;
    pages::preview(&site, &permit, &waiting, &plan)
}

/// `POST /import/preview`: reads the file again, as its sender says.
async fn read_again(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_reading(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_reading(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let Some(waiting) = waiting(site, &officer, fields) else {
        return gone(site, &permit).await;
    };
    let plan = plan(site, &officer, &waiting).await?;
    let mut reading = Reading {
        sheet: waiting.reading.sheet.clone(),
        ..Reading::default()
    };
    for heading in &plan.headings {
        let text = || heading.whole.clone();
        match fields.text(&format!("column-{}", heading.place)) {
            "" => {}
            LEFT_OUT => reading.left_out.push(text()),
            column => reading.columns.push((text(), column.to_owned())),
        }
    }
    for (name, value) in fields.pairs() {
        if let Some(column) = name.strip_prefix("same-")
            && !value.trim().is_empty()
        {
            reading
                .same
                .push((column.to_owned(), value.trim().to_owned()));
        }
    }
    site.waiting_files.read_as(waiting.number, reading);
    Ok(Redirect::to(&preview_of(waiting.number)).into_response())
}

/// `POST /import/confirm`
async fn confirm(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_confirmation(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_confirmation(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let Some(waiting) = waiting(site, &officer, fields) else {
        return gone(site, &permit).await;
    };
    if waiting.is_asked_for_a_sheet() {
        return Ok(Redirect::to(&sheet_of(waiting.number)).into_response());
    }
    // The record may have moved on since the preview, so everything is decided once more.
    let plan = plan(site, &officer, &waiting).await?;
    if !plan.problems.is_empty() || plan.ready() == 0 {
        return pages::preview(site, &permit, &waiting, &plan);
    }
    let batch = plan.batch;
    let app = site.app.clone();
    // Once begun it goes on, even if the browser does not wait.
    let carried_out = tokio::spawn(async move { app.carry_out_import(plan).await });
    carried_out.await.map_err(|_| PageError::Bug)??;
    site.waiting_files.drop_file(waiting.number);
    Ok(Redirect::to(&format!("{IMPORT}?done={batch}")).into_response())
}

/// `GET /import/undo?batch=`
async fn ask_undo(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let batch: Option<BatchId> = Fields::new(query).text("batch").parse().ok();
    let imports = site.app.imports(&officer.authority).await?;
    let import = imports
        .into_iter()
        .find(|import| Some(import.batch) == batch);
    let import = import.ok_or(PageError::NotFound)?;
    pages::ask_undo(&site, &permit, &import, None)
}

/// `POST /import/undo`
async fn undo(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_undoing(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_undoing(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let batch: BatchId = fields
        .text("batch")
        .parse()
        .map_err(|_| PageError::NotFound)?;
    let imports = site.app.imports(&officer.authority).await?;
    let import = imports.into_iter().find(|import| import.batch == batch);
    let app = site.app.clone();
    let undoing = tokio::spawn(async move {
        app.undo_import(&officer.authority, officer.account, batch)
            .await
    });
    match undoing.await.map_err(|_| PageError::Bug)? {
        Ok(cases) => Ok(Redirect::to(&format!("{IMPORT}?undone={cases}")).into_response()),
        Err(NotUndone::NoSuchImport(_)) => Err(PageError::NotFound),
        Err(NotUndone::Failure(failure)) => Err(failure.into()),
        Err(why @ (NotUndone::WorkedOn(_) | NotUndone::Overtaken)) => {
            let import = import.ok_or(PageError::NotFound)?;
            pages::ask_undo(site, &permit, &import, Some(&why.to_string()))
        }
    }
}

async fn leave(site: &Site, officer: &Officer) -> Result<Permit, PageError> {
    Ok(site.app.permit(officer, Deed::ImportCases, None).await?)
}

async fn plan(site: &Site, officer: &Officer, waiting: &Waiting) -> Result<Plan, PageError> {
    let app = site.app.clone();
    let (authority, account) = (officer.authority.clone(), officer.account);
    let (bytes, reading) = (waiting.bytes.clone(), waiting.reading.clone());
    let planning =
        tokio::spawn(async move { app.plan_import(&authority, account, &bytes, &reading).await });
    Ok(planning.await.map_err(|_| PageError::Bug)??)
}

fn waiting(site: &Site, officer: &Officer, fields: &Fields) -> Option<Waiting> {
    let number: Uuid = fields.text("file").parse().ok()?;
    site.waiting_files.of(officer, number, site.app.now())
}

/// The first page again, when a file no longer waits.
async fn gone(site: &Site, permit: &Permit) -> Result<Response, PageError> {
    let mut problems = Problems::default();
    problems.add(
        "file",
        "The file is not kept any longer, so that nothing of it is left lying about. Choose it again",
    );
    let imports = site.app.imports(&permit.officer().authority).await?;
    pages::start(site, permit, &imports, &problems, None)
}

fn sheet_of(number: Uuid) -> String {
    format!("{SHEET}?file={number}")
}

fn preview_of(number: Uuid) -> String {
    format!("{PREVIEW}?file={number}")
}
