//! Judge which procedure applies: an interview, one question a page, that can be held on the telephone.
//!
//! Every page is sent to the same address. The answers so far travel in the form and never in an address, so the interview
//! works without a script and leaves nothing behind until it is recorded.

mod page;
mod pages;
mod sent;

pub(crate) use pages::{judged, unjudged};

use app::permit::Deed;
use app::record::NotRecorded;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::action::Action;
use casework::refusal::Refusal;
use maud::Markup;
use statute::procedure::interview::Step;

use self::page::Page;
use self::sent::Sent;
use crate::addresses::case_url;
use crate::components::BackLink;
use crate::form::{Fields, Problems};
use crate::layout::Back;
use crate::page_error::PageError;
use crate::recording::{
    self, Answers, CaseDesk, FormPage, Hidden, Reading, day_of, explain_refusal, form_page, kept,
    parsed, shut, since,
};
use crate::session::Signed;
use crate::site::{Access, Here, Route, Site};

const ACTION: Action = Action::JudgeProcedure;
const PATH: &str = "/cases/{reference}/judge-procedure";

/// A page of the interview as it is about to be shown.
struct Shown<'a> {
    page: Page,
    fields: &'a Fields,
    problems: Problems,
    hidden: Hidden,
    notice: Markup,
    status: StatusCode,
}

/// Showing the first page, and sending any.
pub(super) fn routes() -> [Route; 2] {
    let access = Access::May(Deed::Act(ACTION));
    [
        Route::get(PATH, access, show),
        Route::post(PATH, access, submit),
    ]
}

/// `GET /cases/{reference}/judge-procedure`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path(reference): Path<String>,
) -> Result<Response, PageError> {
    let desk = CaseDesk::open(&site, &officer, ACTION, parsed(&reference)?).await?;
    if let Err(refusal) = desk.case().open_to(ACTION) {
        return shut(ACTION, &site, &desk, &refusal);
    }
    let fields = Fields::new(sent::suggested(&desk));
    let shown = Shown {
        page: Page::Start,
        fields: &fields,
        problems: Problems::default(),
        hidden: Hidden::fresh(Some(desk.case().version)),
        notice: Markup::default(),
        status: StatusCode::OK,
    };
    respond(&site, &desk, shown)
}

/// `POST /cases/{reference}/judge-procedure`
async fn submit(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    Path(reference): Path<String>,
    fields: Fields,
) -> Response {
    let sent = send(&site, who, &reference, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send(
    site: &Site,
    who: Result<Signed, PageError>,
    reference: &str,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let reference = parsed(reference)?;
    let deed = Deed::Act(ACTION);
    let permit = site.app.permit(&officer, deed, Some(reference)).await?;
    let desk = CaseDesk::of(site, &permit).await?;
    let hidden = Hidden::sent(fields);
    let sent = Sent::of(fields);
    let again = |page, problems: Problems| {
        let status = if problems.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        Shown {
            page,
            fields,
            problems,
            hidden: hidden.clone(),
            notice: Markup::default(),
            status,
        }
    };
    if let Some(page) = sent.asked_to_change() {
        return respond(site, &desk, again(page, Problems::default()));
    }
    if let Some((page, problems)) = sent.unanswered(&desk) {
        return respond(site, &desk, again(page, problems));
    }
    let judgement = match sent.step() {
        Step::Ask { question, .. } => {
            return respond(
                site,
                &desk,
                again(Page::Question(question), Problems::default()),
            );
        }
        Step::End(judgement) => judgement,
    };
    if !sent.checked() {
        return respond(
            site,
            &desk,
            again(Page::Check(judgement), Problems::default()),
        );
    }
    let mut reading = Reading::of(fields);
    let command = sent::command(&desk, &sent, &mut reading);
    let order = match reading.into_order(command, &hidden) {
        Ok(order) => order,
        Err(problems) => return respond(site, &desk, again(Page::Check(judgement), problems)),
    };
    match site.app.record(permit, order).await {
        Ok(done) => Ok(recording::recorded(done.reference, ACTION)),
        Err(NotRecorded::Refused(refusal)) => {
            let mut problems = Problems::default();
            problems.add(blame(&refusal), &explain_refusal(&refusal));
            let page = if blame(&refusal) == "on-day" {
                Page::Check(judgement)
            } else {
                Page::Start
            };
            respond(site, &desk, again(page, problems))
        }
        Err(NotRecorded::Overtaken(_)) => {
            let desk = CaseDesk::open(site, &officer, ACTION, reference).await?;
            let shown = again(Page::Check(judgement), Problems::default());
            respond(site, &desk, overtaken(&desk, shown))
        }
        Err(NotRecorded::Failure(failure)) => Err(failure.into()),
    }
}

/// Somebody else acted first: what happened, and the answers again.
fn overtaken<'a>(desk: &CaseDesk, shown: Shown<'a>) -> Shown<'a> {
    Shown {
        notice: since(desk, shown.hidden.seen),
        hidden: Hidden {
            seen: Some(desk.case().version),
            ..shown.hidden
        },
        status: StatusCode::CONFLICT,
        ..shown
    }
}

/// The field a refusal is about: on the first page, or on the last.
fn blame(refusal: &Refusal) -> &'static str {
    let about_the_matter = matches!(
        refusal,
        Refusal::AnswerAgainstDates { .. } | Refusal::BeyondCalendar(_)
    ) || day_of(refusal).contains("receipt");
    if about_the_matter {
        "arose-day"
    } else if matches!(
        refusal,
        Refusal::NoPointChosen | Refusal::NoSuchPoint(_) | Refusal::NotInTheCase(_)
    ) {
        "points"
    } else {
        "on-day"
    }
}

fn respond(site: &Site, desk: &CaseDesk, shown: Shown<'_>) -> Result<Response, PageError> {
    let reference = desk.file.reference;
    let answers = Answers {
        fields: shown.fields,
        problems: &shown.problems,
    };
    let markup = form_page(
        site,
        &desk.desk.officer,
        FormPage {
            title: &format!("{}, {reference}", shown.page.title()),
            heading: shown.page.heading(),
            caption: &reference.to_string(),
            here: Here::Register,
            back: Back::Link(BackLink {
                text: "Back to the case file".into(),
                href: case_url(reference),
            }),
            problems: &shown.problems,
            notice: shown.notice,
            not_accepted: shown.status == StatusCode::CONFLICT,
            explain: pages::explain(desk, &shown.page),
            action: &recording::url(reference, ACTION),
            hidden: &shown.hidden,
            questions: pages::ask(desk, &shown.page, &answers),
            button: shown.page.button(),
        },
    )?;
    Ok((shown.status, markup).into_response())
}
