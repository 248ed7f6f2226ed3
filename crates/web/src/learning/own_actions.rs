//! The pages of somebody whose corrective action it is, and who need not have a right to the case: what they have to do,
//! by when and because of what. They report that it was carried out, and what the closed case taught.

use app::learning::{OwnAction, OwnActions};
use app::officer::Officer;
use app::permit::Deed;
use app::record::NotRecorded;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::action::{Action, Command};
use casework::ids::Reference;
use casework::learning::{ActionNumber, ActionState, CarryOutAction};
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::{english_date, short_date};
use views::timeline::outcome_label;

use super::{blame, matrix, report_back};
use crate::addresses::own_actions_of;
use crate::components::{
    BackLink, BannerKind, InsetText, NotificationBanner, SummaryList, SummaryRow, inset_text,
    notification_banner, summary_list,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{
    self, Answers, FormPage, Hidden, Reading, explain_refusal, form_page, kept, lines, today_for,
};
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// A report of an owner: the deed, where its page is, and what the page says.
struct OwnPage {
    deed: Deed,
    action: Action,
    path: &'static str,
    button: &'static str,
    ask: fn(&OwnActions, &Answers<'_>) -> Markup,
    read: fn(&OwnActions, &Officer, &mut Reading<'_>) -> Option<Command>,
    /// Why there is nothing to report now; `None` where there is.
    shut: fn(&OwnActions) -> Option<String>,
    blame: fn(&Refusal) -> String,
}

static CARRY_OUT: OwnPage = OwnPage {
    deed: Deed::CarryOutOwnAction,
    action: Action::CarryOutAction,
    path: "/learning/cases/{reference}/carry-out-action",
    button: "Report it as carried out",
    ask: ask_done,
    read: read_done,
    shut: |own| {
        let done = to_do(own).next().is_none();
        done.then(|| "Every action of yours in this case is reported as carried out.".to_owned())
    },
    blame,
};

static REPORT_BACK: OwnPage = OwnPage {
    deed: Deed::ReportBackAsOwner,
    action: Action::ReportBack,
    path: "/learning/cases/{reference}/report-back",
    button: "Report it",
    ask: |_, answers| report_back::questions(answers),
    read: |_, _, reading| report_back::read_lesson(reading),
    shut: |own| own.report_refused.as_ref().map(explain_refusal),
    blame: report_back::blame,
};

/// The routes of the pages.
pub(super) fn routes() -> Vec<Route> {
    let overview = Route::get(
        "/learning/cases/{reference}",
        Access::May(Deed::ReadOwnActions),
        overview,
    );
    let forms = [&CARRY_OUT, &REPORT_BACK].into_iter().flat_map(form_routes);
    std::iter::once(overview).chain(forms).collect()
}

fn form_routes(page: &'static OwnPage) -> [Route; 2] {
    let access = Access::May(page.deed);
    let show =
        move |State(site): State<Site>, Signed(officer): Signed, Path(reference): Path<String>| {
            show(page, site, officer, reference)
        };
    let submit = move |State(site): State<Site>,
                       who: Result<Signed, PageError>,
                       Path(reference): Path<String>,
                       fields: Fields| async move {
        let sent = send(page, &site, who, &reference, &fields).await;
        sent.unwrap_or_else(|error| kept(&site, &fields, error))
    };
    [
        Route::get(page.path, access, show),
        Route::post(page.path, access, submit),
    ]
}

/// `GET /learning/cases/{reference}`, with `?done=` and the report just recorded.
async fn overview(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path(reference): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let own = open(&site, &officer, Deed::ReadOwnActions, &reference).await?;
    let query = Fields::new(query);
    let done = [&CARRY_OUT, &REPORT_BACK]
        .into_iter()
        .any(|page| recording::slug(page.action) == query.text("done"));
    let settings = site.settings(&officer)?;
    let kinds = &settings.learning.action_kinds;
    let today = site.app.today();
    let main = html! {
        @if done {
            (notification_banner(&NotificationBanner {
                kind: BannerKind::Success,
                body: html! {
                    p class="govuk-notification-banner__heading" { "Your report is recorded." }
                }.into(),
                ..NotificationBanner::default()
            }))
        }
        span class="govuk-caption-l" { (own.reference) }
        h1 class="govuk-heading-l" { "Your corrective actions" }
        @for each in &own.actions {
            section class="govuk-!-margin-bottom-7" {
                h2 class="govuk-heading-m" { (each.action.number.0) ". " (kinds.label(&each.action.agreed.kind)) }
                (summary(each, today))
            }
        }
        @if to_do(&own).next().is_some() {
            p class="govuk-body" {
                a class="govuk-link" href={ (own_actions_of(own.reference)) "/carry-out-action" } { "Report that an action was carried out" }
            }
        }
        @if own.report_refused.is_none() {
            p class="govuk-body" {
                a class="govuk-link" href={ (own_actions_of(own.reference)) "/report-back" } { "Report what the complaint taught" }
                @if let Some(on) = own.report_due_on { ", by " (english_date(on)) }
            }
        }
        p class="govuk-body" {
            "Somebody else checks what shows that it was done, and closes the action. For the complaint itself ask the \
             complaints team."
        }
    };
    let title = format!("Your corrective actions, {}", own.reference);
    let frame = Frame {
        title: &title,
        here: Here::Learning,
        back: Back::Link(BackLink {
            text: "Back to learning".into(),
            href: matrix::PATH.to_owned(),
        }),
        errors: false,
        width: PageWidth::Reading,
    };
    site.page(&officer, frame, main)
}

fn summary(own: &OwnAction, today: jiff::civil::Date) -> Markup {
    let action = &own.action;
    let agreed = &action.agreed;
    let words = |text: &Option<String>| {
        html! {
            @match text {
                Some(text) => (lines(text)),
                None => p class="govuk-body" { "The words are no longer kept." }
            }
        }
    };
    let from = match own.answer {
        Some((on, Some(outcome))) => format!(
            "{}, {}: {}",
            agreed.origin.label(),
            short_date(on),
            outcome_label(outcome)
        ),
        Some((on, None)) => format!("{}, {}", agreed.origin.label(), short_date(on)),
        None => agreed.origin.label().to_owned(),
    };
    let mut rows = vec![
        SummaryRow::new("What is to be done", words(&own.words)),
        SummaryRow::new("By when", short_date(agreed.due_on)),
        SummaryRow::new("From", from),
        SummaryRow::new(
            "How far it is",
            matrix::far(action.state(), late(own, today)),
        ),
    ];
    if let Some((on, _)) = &action.carried_out {
        let shown = html! { p class="govuk-body" { (short_date(*on)) } (words(&own.evidence)) };
        rows.push(SummaryRow::new("Carried out", shown));
    }
    summary_list(&SummaryList {
        rows,
        ..SummaryList::default()
    })
}

fn late(own: &OwnAction, today: jiff::civil::Date) -> bool {
    own.action.state() == ActionState::ToDo && own.action.agreed.due_on < today
}

fn to_do(own: &OwnActions) -> impl Iterator<Item = &OwnAction> {
    let actions = own.actions.iter();
    actions.filter(|own| own.action.state() == ActionState::ToDo)
}

async fn open(
    site: &Site,
    officer: &Officer,
    deed: Deed,
    reference: &str,
) -> Result<OwnActions, PageError> {
    let reference = recording::parsed(reference)?;
    let permit = site.app.permit(officer, deed, Some(reference)).await?;
    let own = site.app.own_actions(&permit).await?;
    own.ok_or(PageError::NotFound)
}

async fn show(
    page: &'static OwnPage,
    site: Site,
    officer: Officer,
    reference: String,
) -> Result<Response, PageError> {
    let own = open(&site, &officer, page.deed, &reference).await?;
    if let Some(why) = (page.shut)(&own) {
        return shut(page, &site, &officer, &own, &why);
    }
    let mut suggested = today_for("on", site.app.today());
    let mut actions = to_do(&own);
    if let (Some(only), None) = (actions.next(), actions.next()) {
        suggested.push(("action".to_owned(), only.action.number.0.to_string()));
    }
    let fields = Fields::new(suggested);
    let hidden = Hidden::fresh(None);
    respond(
        page,
        &site,
        &officer,
        &own,
        (&fields, &Problems::default()),
        &hidden,
    )
}

async fn send(
    page: &'static OwnPage,
    site: &Site,
    who: Result<Signed, PageError>,
    reference: &str,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let reference = recording::parsed(reference)?;
    let permit = site
        .app
        .permit(&officer, page.deed, Some(reference))
        .await?;
    let own = site.app.own_actions(&permit).await?;
    let own = own.ok_or(PageError::NotFound)?;
    let hidden = Hidden::sent(fields);
    let mut reading = Reading::of(fields);
    let command = (page.read)(&own, &officer, &mut reading);
    let order = match reading.into_order(command, &hidden) {
        Ok(order) => order,
        Err(problems) => {
            return respond(page, site, &officer, &own, (fields, &problems), &hidden);
        }
    };
    match site.app.record(permit, order).await {
        Ok(done) => {
            let slug = recording::slug(page.action);
            let to = format!("{}?done={slug}", own_actions_of(done.reference));
            Ok(Redirect::to(&to).into_response())
        }
        Err(NotRecorded::Refused(refusal)) => {
            let mut problems = Problems::default();
            problems.add(&(page.blame)(&refusal), &explain_refusal(&refusal));
            respond(page, site, &officer, &own, (fields, &problems), &hidden)
        }
        // The form carries no version: what others recorded meanwhile is decided with, and is not the owner’s to read.
        Err(NotRecorded::Overtaken(_)) => Err(PageError::NotFound),
        Err(NotRecorded::Failure(failure)) => Err(failure.into()),
    }
}

fn respond(
    page: &'static OwnPage,
    site: &Site,
    officer: &Officer,
    own: &OwnActions,
    (fields, problems): (&Fields, &Problems),
    hidden: &Hidden,
) -> Result<Response, PageError> {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let answers = Answers { fields, problems };
    let slug = recording::slug(page.action);
    let markup = form_page(
        site,
        officer,
        FormPage {
            title: &format!("{}, {}", page.action.label(), own.reference),
            heading: page.action.label(),
            caption: &own.reference.to_string(),
            here: Here::Learning,
            back: back_to(own.reference),
            problems,
            notice: Markup::default(),
            not_accepted: false,
            explain: Markup::default(),
            action: &format!("{}/{slug}", own_actions_of(own.reference)),
            hidden,
            questions: (page.ask)(own, &answers),
            button: page.button,
        },
    )?;
    Ok((status, markup).into_response())
}

fn shut(
    page: &OwnPage,
    site: &Site,
    officer: &Officer,
    own: &OwnActions,
    why: &str,
) -> Result<Response, PageError> {
    let main = html! {
        span class="govuk-caption-l" { (own.reference) }
        h1 class="govuk-heading-l" { (page.action.label()) }
        (inset_text(&InsetText {
            body: html! {
                p class="govuk-body govuk-!-font-weight-bold" { "This cannot be done now." }
                p class="govuk-body" { (why) }
            }
            .into(),
            ..InsetText::default()
        }))
    };
    let title = format!("{}, {}", page.action.label(), own.reference);
    let frame = Frame {
        title: &title,
        here: Here::Learning,
        back: back_to(own.reference),
        errors: false,
        width: PageWidth::Reading,
    };
    let markup = site.page(officer, frame, main)?;
    Ok((StatusCode::CONFLICT, markup).into_response())
}

fn back_to(reference: Reference) -> Back {
    Back::Link(BackLink {
        text: "Back to your corrective actions".into(),
        href: own_actions_of(reference),
    })
}

fn ask_done(own: &OwnActions, answers: &Answers<'_>) -> Markup {
    let items = to_do(own).map(|own| {
        let words = own.words.as_deref().unwrap_or_default();
        let number = own.action.number.0;
        (number.to_string(), format!("{number}. {words}"))
    });
    html! {
        (answers.one_of("action", "Which action was carried out?", "", items))
        (answers.text(
            "evidence",
            "What shows it?",
            "For example, the minutes of the team meeting of 4 March, or where the new leaflet lies. \
             No names of children or families.",
            3,
        ))
        (answers.date("on", "When was it done?", "For example, 27 3 2026."))
    }
}

fn read_done(own: &OwnActions, officer: &Officer, reading: &mut Reading<'_>) -> Option<Command> {
    let number = reading.fields.text("action").parse().ok().map(ActionNumber);
    let number = number.filter(|number| own.actions.iter().any(|own| own.action.number == *number));
    if number.is_none() {
        let message = "Choose which of your corrective actions it is about";
        reading.problems.add("action", message);
    }
    let evidence = reading.sealed("evidence", "Enter what shows that it was done");
    let on = reading.date("on", "The date it was done");
    Some(
        CarryOutAction {
            action: number?,
            reported_by: officer.account,
            evidence: evidence?,
            on: on?,
        }
        .into(),
    )
}
