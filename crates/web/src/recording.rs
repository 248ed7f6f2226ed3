//! The way of every page that records something on a case, told once: permit, read the form, record,
//! go to the case file; or show the form again with what is wrong and everything that was typed.
//!
//! An action's page is data, an [`ActionPage`]: its words, its questions, and how its answers become
//! the command. Which rules hold is no business of a page; `casework` decides.

mod deciders;
mod desk;
mod extending;
mod file_page;
mod findings;
mod form_page;
mod happened;
mod kept;
mod law;
mod notice;
mod opening;
mod people;
pub(crate) mod pointed_at;
mod points;
mod pounds;
mod questions;
mod reading;
mod recommendations;
mod released;
mod warnings;

pub(crate) use deciders::{ask_colleague, read_colleague};
pub(crate) use desk::{CaseDesk, Desk};
pub(crate) use extending::due_and_latest;
pub(crate) use file_page::{FileDesk, FilePage, file_routes};
pub(crate) use findings::{
    ask_findings, blame_finding, found, lines, read_findings, suggest_finding,
};
pub(crate) use form_page::{
    FormPage, Hidden, LEAVE_OFF, SEEN, SUBMISSION, day_of, explain_refusal, form_page,
};
pub(crate) use happened::{recorded_on, title_of};
pub(crate) use kept::{kept, kept_of};
pub(crate) use law::{limits, source};
pub(crate) use notice::{
    ask_notice, blame_notice, check_day_of_notice, read_notice, suggest_notice,
};
pub(crate) use opening::{ADD, OpeningPage, opening_routes};
pub(crate) use people::{
    about_the_pool, ask_appointed, ask_person, known_people, people_of, person_called, read_person,
    the_only_one, who_is, who_is_called,
};
pub(crate) use points::{ask_points, read_points};
pub(crate) use pounds::read_pounds;
pub(crate) use questions::{Answers, entries, today_for};
pub(crate) use reading::Reading;
pub(crate) use recommendations::{
    ask_decisions, ask_recommendations, blame_recommendation, read_decisions, read_recommendations,
};
pub(crate) use warnings::warnings;

use app::officer::Officer;
use app::permit::Deed;
use app::record::NotRecorded;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::action::{Action, Command};
use casework::ids::Reference;
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::addresses::case_url;
use crate::components::{
    BackLink, BannerKind, InsetText, NotificationBanner, inset_text, notification_banner,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// The page of one action on a case.
pub(crate) struct ActionPage {
    /// The action.
    pub(crate) action: Action,
    /// Its path: `/cases/{reference}/` and the name of the action's file, with hyphens.
    pub(crate) path: &'static str,
    /// What the button says.
    pub(crate) button: &'static str,
    /// What recording it does, and what the law says about it.
    pub(crate) explain: fn(&CaseDesk) -> Markup,
    /// The answers filled in beforehand.
    pub(crate) suggest: fn(&CaseDesk) -> Vec<(String, String)>,
    /// The questions.
    pub(crate) ask: fn(&CaseDesk, &Answers<'_>) -> Markup,
    /// The answers as a command; `None` when something was noted among the problems.
    pub(crate) read: fn(&CaseDesk, &mut Reading<'_>) -> Option<Command>,
    /// The field a refusal is about.
    pub(crate) blame: fn(&Refusal) -> String,
}

/// What a page shows of a form that has been filled in or is about to be.
struct Filled<'a> {
    fields: &'a Fields,
    problems: Problems,
    hidden: Hidden,
    since: Markup,
    status: StatusCode,
}

/// The last part of an action's address: the name of its file, with hyphens.
pub(crate) fn slug(action: Action) -> String {
    action.file().replace('_', "-")
}

/// The page of an action on a case.
pub(crate) fn url(reference: Reference, action: Action) -> String {
    format!("{}/{}", case_url(reference), slug(action))
}

/// Showing the form and sending it.
pub(crate) fn routes(page: &'static ActionPage) -> [Route; 2] {
    let access = Access::May(Deed::Act(page.action));
    let show =
        move |State(site): State<Site>, Signed(officer): Signed, Path(reference): Path<String>| {
            show(page, site, officer, reference)
        };
    let submit = move |State(site): State<Site>,
                       who: Result<Signed, PageError>,
                       Path(reference): Path<String>,
                       fields: Fields| submit(page, site, who, reference, fields);
    [
        Route::get(page.path, access, show),
        Route::post(page.path, access, submit),
    ]
}

/// What follows when something was recorded: the case file, which says so.
pub(crate) fn recorded(reference: Reference, action: Action) -> Response {
    Redirect::to(&format!("{}?done={}", case_url(reference), slug(action))).into_response()
}

/// `GET /cases/{reference}/{action}`
async fn show(
    page: &ActionPage,
    site: Site,
    officer: Officer,
    reference: String,
) -> Result<Response, PageError> {
    let reference = parsed(&reference)?;
    let desk = CaseDesk::open(&site, &officer, page.action, reference).await?;
    if let Err(refusal) = desk.case().open_to(page.action) {
        return shut(page.action, &site, &desk, &refusal);
    }
    let fields = Fields::new((page.suggest)(&desk));
    let filled = Filled {
        fields: &fields,
        problems: Problems::default(),
        hidden: Hidden::fresh(Some(desk.case().version)),
        since: Markup::default(),
        status: StatusCode::OK,
    };
    respond(page, &site, &desk, filled)
}

/// Why the action cannot be taken, in place of a form that could only be refused.
pub(crate) fn shut(
    action: Action,
    site: &Site,
    desk: &CaseDesk,
    refusal: &Refusal,
) -> Result<Response, PageError> {
    let reference = desk.file.reference;
    let main = html! {
        span class="govuk-caption-l" { (reference) }
        h1 class="govuk-heading-l" { (action.label()) }
        (inset_text(&InsetText {
            body: html! {
                p class="govuk-body govuk-!-font-weight-bold" { "This cannot be done now." }
                p class="govuk-body" { (explain_refusal(refusal)) }
            }
            .into(),
            ..InsetText::default()
        }))
        p class="govuk-body" {
            a class="govuk-link" href=(case_url(reference)) { "What can be done now stands in the case file" } "."
        }
    };
    let title = format!("{}, {reference}", action.label());
    let frame = Frame {
        title: &title,
        here: Here::Register,
        back: back_to(reference),
        errors: false,
        width: PageWidth::Reading,
    };
    let markup = site.page(&desk.desk.officer, frame, main)?;
    Ok((StatusCode::CONFLICT, markup).into_response())
}

fn back_to(reference: Reference) -> Back {
    Back::Link(BackLink {
        text: "Back to the case file".into(),
        href: case_url(reference),
    })
}

/// `POST /cases/{reference}/{action}`
async fn submit(
    page: &ActionPage,
    site: Site,
    who: Result<Signed, PageError>,
    reference: String,
    fields: Fields,
) -> Response {
    let sent = send(page, &site, who, &reference, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send(
    page: &ActionPage,
    site: &Site,
    who: Result<Signed, PageError>,
    reference: &str,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let reference = parsed(reference)?;
    let deed = Deed::Act(page.action);
    let permit = site.app.permit(&officer, deed, Some(reference)).await?;
    let desk = CaseDesk::of(site, &permit).await?;
    let hidden = Hidden::sent(fields);
    let again = |problems, status| Filled {
        fields,
        problems,
        hidden: hidden.clone(),
        since: Markup::default(),
        status,
    };
    if !fields.text(ADD).is_empty() {
        let filled = again(Problems::default(), StatusCode::OK);
        return respond(page, site, &desk, filled);
    }
    let mut reading = Reading::of(fields);
    let command = (page.read)(&desk, &mut reading);
    let order = match reading.into_order(command, &hidden) {
        Ok(order) => order,
        Err(problems) => {
            let filled = again(problems, StatusCode::UNPROCESSABLE_ENTITY);
            return respond(page, site, &desk, filled);
        }
    };
    let outcome = if page.action == Action::ReleaseContact {
        let released = site.app.release_contact(permit, order).await;
        released.map(|released| released::shown(site, &desk, &released))
    } else {
        let done = site.app.record(permit, order).await;
        done.map(|done| Ok(recorded(done.reference, page.action)))
    };
    match outcome {
        Ok(response) => response,
        Err(NotRecorded::Refused(refusal)) => {
            let mut problems = Problems::default();
            problems.add(&(page.blame)(&refusal), &explain_refusal(&refusal));
            let filled = again(problems, StatusCode::UNPROCESSABLE_ENTITY);
            respond(page, site, &desk, filled)
        }
        Err(NotRecorded::Overtaken(_)) => {
            let desk = CaseDesk::open(site, &officer, page.action, reference).await?;
            let filled = Filled {
                since: since(&desk, hidden.seen),
                hidden: Hidden {
                    seen: Some(desk.case().version),
                    ..hidden.clone()
                },
                ..again(Problems::default(), StatusCode::CONFLICT)
            };
            respond(page, site, &desk, filled)
        }
        Err(NotRecorded::Failure(failure)) => Err(failure.into()),
    }
}

/// The form as a page.
fn respond(
    page: &ActionPage,
    site: &Site,
    desk: &CaseDesk,
    filled: Filled<'_>,
) -> Result<Response, PageError> {
    let reference = desk.file.reference;
    let answers = Answers {
        fields: filled.fields,
        problems: &filled.problems,
    };
    let overtaken = filled.status == StatusCode::CONFLICT;
    let since = filled.since;
    let notice = html! { (since) (warnings(desk)) };
    let markup = form_page(
        site,
        &desk.desk.officer,
        FormPage {
            title: &format!("{}, {reference}", page.action.label()),
            heading: page.action.label(),
            caption: &reference.to_string(),
            here: Here::Register,
            back: back_to(reference),
            problems: &filled.problems,
            notice,
            not_accepted: overtaken,
            explain: (page.explain)(desk),
            action: &url(reference, page.action),
            hidden: &filled.hidden,
            questions: (page.ask)(desk, &answers),
            button: page.button,
        },
    )?;
    Ok((filled.status, markup).into_response())
}

/// What was recorded on the case since the form was opened: what, when and by whom.
pub(crate) fn since(desk: &CaseDesk, seen: Option<u32>) -> Markup {
    let seen = seen.map_or(0, |seen| usize::try_from(seen).unwrap_or(usize::MAX));
    let happened = desk
        .file
        .history
        .iter()
        .zip(&desk.file.file.timeline)
        .skip(seen);
    notification_banner(&NotificationBanner {
        kind: BannerKind::Important,
        body: html! {
            p class="govuk-notification-banner__heading" {
                "Somebody else has worked on this case since you opened this page."
            }
            ul class="govuk-list govuk-list--bullet" {
                @for (recorded, entry) in happened { li { (happened::sentence(&desk.file, recorded, entry)) } }
            }
            p class="govuk-body" {
                "Nothing of yours has been recorded. Your answers are below as you typed them: \
                 send them again if they are still right."
            }
        }
        .into(),
        ..NotificationBanner::default()
    })
}

/// A reference as an address carries it.
pub(crate) fn parsed(reference: &str) -> Result<Reference, PageError> {
    reference.parse().map_err(|_| PageError::NotFound)
}
