//! The way of a page that opens a case: as for any action, but there is no case yet to be overtaken.

use app::officer::Officer;
use app::permit::Deed;
use app::record::NotRecorded;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::action::{Action, Command};
use casework::refusal::Refusal;
use maud::Markup;

use super::{Answers, Desk, FormPage, Hidden, Reading, explain_refusal, form_page, kept, recorded};
use crate::form::{Fields, Problems};
use crate::layout::Back;
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Here, Route, Site};

/// The page of an action that opens a case.
pub(crate) struct OpeningPage {
    /// The action.
    pub(crate) action: Action,
    /// The heading.
    pub(crate) title: &'static str,
    /// Its path.
    pub(crate) path: &'static str,
    /// What the button says.
    pub(crate) button: &'static str,
    /// What is said before the questions.
    pub(crate) explain: fn(&Desk) -> Markup,
    /// The answers filled in beforehand.
    pub(crate) suggest: fn(&Desk) -> Vec<(String, String)>,
    /// The questions.
    pub(crate) ask: fn(&Desk, &Answers<'_>) -> Markup,
    /// The answers as a command; `None` when something was noted among the problems.
    pub(crate) read: fn(&Desk, &mut Reading<'_>) -> Option<Command>,
    /// The field a refusal is about.
    pub(crate) blame: fn(&Refusal) -> String,
}

/// The button that asks for room for one more sends this name; the form comes back with everything in it.
pub(crate) const ADD: &str = "add";

/// Showing the form and sending it.
pub(crate) fn opening_routes(page: &'static OpeningPage) -> [Route; 2] {
    let access = Access::May(Deed::Act(page.action));
    let show = move |State(site): State<Site>, Signed(officer): Signed| show(page, site, officer);
    let submit = move |State(site): State<Site>, who: Result<Signed, PageError>, fields: Fields| {
        submit(page, site, who, fields)
    };
    [
        Route::get(page.path, access, show),
        Route::post(page.path, access, submit),
    ]
}

async fn show(page: &OpeningPage, site: Site, officer: Officer) -> Result<Response, PageError> {
    let deed = Deed::Act(page.action);
    let permit = site.app.permit(&officer, deed, None).await?;
    let desk = Desk::open_for_a_new_case(&site, &permit).await?;
    let fields = Fields::new((page.suggest)(&desk));
    respond(
        page,
        &site,
        &desk,
        &fields,
        &Hidden::fresh(None),
        &Problems::default(),
    )
}

async fn submit(
    page: &OpeningPage,
    site: Site,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send(page, &site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send(
    page: &OpeningPage,
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = site
        .app
        .permit(&officer, Deed::Act(page.action), None)
        .await?;
    let desk = Desk::open_for_a_new_case(site, &permit).await?;
    let hidden = Hidden {
        seen: None,
        ..Hidden::sent(fields)
    };
    if !fields.text(ADD).is_empty() {
        return respond(page, site, &desk, fields, &hidden, &Problems::default());
    }
    let mut reading = Reading::of(fields);
    let command = (page.read)(&desk, &mut reading);
    let order = match reading.into_order(command, &hidden) {
        Ok(order) => order,
        Err(problems) => return respond(page, site, &desk, fields, &hidden, &problems),
    };
    match site.app.record(permit, order).await {
        Ok(done) => Ok(recorded(done.reference, page.action)),
        Err(NotRecorded::Refused(refusal)) => {
            let mut problems = Problems::default();
            problems.add(&(page.blame)(&refusal), &explain_refusal(&refusal));
            respond(page, site, &desk, fields, &hidden, &problems)
        }
        Err(NotRecorded::Overtaken(overtaken)) => {
            Err(PageError::Overtaken(overtaken.subject.reference))
        }
        Err(NotRecorded::Failure(failure)) => Err(failure.into()),
    }
}

fn respond(
    page: &OpeningPage,
    site: &Site,
    desk: &Desk,
    fields: &Fields,
    hidden: &Hidden,
    problems: &Problems,
) -> Result<Response, PageError> {
    let markup = form_page(
        site,
        &desk.officer,
        FormPage {
            title: page.title,
            heading: page.title,
            caption: "",
            here: Here::Record,
            back: Back::None,
            problems,
            notice: Markup::default(),
            not_accepted: false,
            explain: (page.explain)(desk),
            action: page.path,
            hidden,
            questions: (page.ask)(desk, &Answers { fields, problems }),
            button: page.button,
        },
    )?;
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    Ok((status, markup).into_response())
}
