//! The working days: until when the bank holidays are known, announcing one, what it moves, and moving it.

use std::time::Duration;

use app::calendar::{CalendarPreview, DeadlineMove, LISTED, NotAnnounced};
use app::officer::Officer;
use app::permit::{Deed, Permit};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use casework::calendar::{AnnouncedHoliday, NotAHoliday};
use jiff::ToSpan as _;
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::{english_date, short_date};
use statute::limits;
use statute::working_days::Calendar;

use crate::addresses::case_url;
use crate::components::{
    BackLink, Button, Cell, Details, ErrorSummary, NotificationBanner, Table, TableLayout,
    WarningText, button, details, error_summary, notification_banner, table, warning_text,
};
use crate::form::{Fields, Problems};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{Answers, kept};
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// The page of the working days.
pub(crate) const CALENDAR: &str = "/calendar";
const ANNOUNCE: &str = "/calendar/announce";
const APPLY: &str = "/calendar/apply";

/// So many months ahead the bank holidays should be known.
const KNOWN_AHEAD: i64 = 12;

/// So long a browser waits while due dates are moved. Moving goes on without it.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ManageCalendar);
    vec![
        Route::get(CALENDAR, may, show),
        Route::post(ANNOUNCE, may, announce),
        Route::post(APPLY, may, apply),
    ]
}

/// `GET /calendar`, with `?done=` after something was done.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let permit = leave(&site, &officer).await?;
    let query = Fields::new(query);
    let done = match query.text("done") {
        "announced" => Some("The bank holiday is entered. See below what it moves.".to_owned()),
        "applied" => Some(moved_in(query.text("cases").parse().unwrap_or_default())),
        "applying" => Some(
            "Due dates are being moved. Open this page again to see what is still to be moved."
                .to_owned(),
        ),
        _ => None,
    };
    let empty = Fields::default();
    let answers = Answers {
        fields: &empty,
        problems: &Problems::default(),
    };
    page(&site, &permit, &answers, done).await
}

/// `POST /calendar/announce`
async fn announce(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_announcement(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_announcement(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let mut problems = Problems::default();
    let day = fields.required_date("day", &mut problems, "The day of the bank holiday");
    let name = fields.required("name", &mut problems, "Enter the name of the bank holiday");
    let source = fields.required("source", &mut problems, "Enter where it was announced");
    if let (Some(day), true) = (day, problems.is_empty()) {
        let holiday = AnnouncedHoliday {
            day,
            name,
            source,
            announced_on: site.app.today(),
        };
        match site.app.announce_bank_holiday(&permit, &holiday).await {
            Ok(()) => return Ok(Redirect::to("/calendar?done=announced").into_response()),
            Err(NotAnnounced::Refused(why)) => problems.add(blamed(&why), &why.to_string()),
            Err(NotAnnounced::Failure(failure)) => return Err(failure.into()),
        }
    }
    let answers = Answers {
        fields,
        problems: &problems,
    };
    page(site, &permit, &answers, None).await
}

fn blamed(why: &NotAHoliday) -> &'static str {
    match why {
        NotAHoliday::Weekend(_) | NotAHoliday::AlreadyOne { .. } | NotAHoliday::Outside { .. } => {
            "day-day"
        }
        NotAHoliday::Unexplained(_) => "name",
    }
}

/// `POST /calendar/apply`
async fn apply(
    State(site): State<Site>,
    who: Result<Signed, PageError>,
    fields: Fields,
) -> Response {
    let sent = send_application(&site, who, &fields).await;
    sent.unwrap_or_else(|error| kept(&site, &fields, error))
}

async fn send_application(
    site: &Site,
    who: Result<Signed, PageError>,
    fields: &Fields,
) -> Result<Response, PageError> {
    let Signed(officer) = who?;
    let permit = leave(site, &officer).await?;
    let mut problems = Problems::default();
    let reason = fields.required("reason", &mut problems, "Write why the due dates are moved");
    if !problems.is_empty() {
        let answers = Answers {
            fields,
            problems: &problems,
        };
        return page(site, &permit, &answers, None).await;
    }
    let app = site.app.clone();
    let mut moving =
        tokio::spawn(async move { app.apply_calendar_change(&permit, &reason, |_, _| {}).await });
    let Ok(applied) = tokio::time::timeout(PATIENCE, &mut moving).await else {
        tokio::spawn(async move {
            if let Ok(Err(failure)) = moving.await {
                tracing::error!(error = %failure, "moving due dates failed");
            }
        });
        return Ok(Redirect::to("/calendar?done=applying").into_response());
    };
    let applied = applied.map_err(|_| PageError::Bug)??;
    let to = format!("{CALENDAR}?done=applied&cases={}", applied.moved);
    Ok(Redirect::to(&to).into_response())
}

async fn leave(site: &Site, officer: &Officer) -> Result<Permit, PageError> {
    Ok(site.app.permit(officer, Deed::ManageCalendar, None).await?)
}

async fn page(
    site: &Site,
    permit: &Permit,
    answers: &Answers<'_>,
    done: Option<String>,
) -> Result<Response, PageError> {
    let officer = permit.officer();
    let preview = site.app.preview_calendar_change(permit).await?;
    let settings = site.settings(officer)?;
    let calendar = site.calendar(officer)?;
    let today = site.app.today();
    let errors = !answers.problems.is_empty();
    let main = html! {
        @if errors {
            (error_summary(&ErrorSummary { problems: answers.problems.summary(), ..ErrorSummary::default() }))
        }
        @if let Some(done) = done { (notification_banner(&NotificationBanner::success(done))) }
        h1 class="govuk-heading-l" { "Working days" }
        (known(&calendar, today))
        h2 class="govuk-heading-m" { "Bank holidays announced since" }
        (announced(&settings.announced_holidays))
        h2 class="govuk-heading-m" { "What moves" }
        (what_moves(&preview, answers))
        (announcing(answers))
    };
    let frame = Frame {
        title: "Working days",
        here: Here::Elsewhere,
        back: Back::Link(BackLink::to("/today")),
        errors,
        width: PageWidth::Reading,
    };
    let status = if errors {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, site.page(officer, frame, main)?).into_response())
}

/// How far the bank holidays are known, and those that come.
fn known(calendar: &Calendar, today: Date) -> Markup {
    let until = calendar.known_until();
    let short = today
        .checked_add(KNOWN_AHEAD.months())
        .is_ok_and(|ahead| until < ahead);
    let ahead = calendar
        .bank_holidays()
        .filter(|holiday| holiday.day >= today);
    html! {
        p class="govuk-body" {
            "Working days are all days but Saturdays, Sundays, Christmas Day, Boxing Day, Good Friday and bank \
             holidays (SI 2006/1738 reg 2). The bank holidays of " (calendar.region()) " are known until "
            strong { (english_date(until)) } "."
        }
        @if short {
            (warning_text(&WarningText::new(format!(
                "That is less than {KNOWN_AHEAD} months ahead. No due date is worked out past that day: ask whoever \
                 looks after the service for a newer version."
            ))))
        }
        (details(&Details {
            summary: "The bank holidays that come".into(),
            body: html! {
                ul class="govuk-list" {
                    @for holiday in ahead { li { (english_date(holiday.day)) ": " (holiday) } }
                }
            }
            .into(),
            ..Details::default()
        }))
    }
}

fn announced(holidays: &[AnnouncedHoliday]) -> Markup {
    if holidays.is_empty() {
        return html! { p class="govuk-body" { "None." } };
    }
    let row = |holiday: &AnnouncedHoliday| {
        vec![
            Cell::new(english_date(holiday.day)),
            Cell::new(holiday.name.as_str()),
            Cell::new(holiday.source.as_str()),
            Cell::new(short_date(holiday.announced_on)),
        ]
    };
    table(&Table {
        head: ["Day", "Name", "Announced in", "Entered on"]
            .map(Cell::new)
            .to_vec(),
        rows: holidays.iter().map(row).collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

/// What the calendar would move, and the form that moves it.
fn what_moves(preview: &CalendarPreview, answers: &Answers<'_>) -> Markup {
    let unknown = preview.unknown;
    html! {
        @if unknown > 0 {
            (warning_text(&WarningText::new(format!(
                "{} cannot be counted again: the bank holidays are not known so far ahead.", cases(unknown)
            ))))
        }
        @if preview.cases == 0 {
            p class="govuk-body" {
                "Nothing. Of " (preview.running) " time limits that run, every one is due on the day that today’s \
                 calendar gives."
            }
        } @else {
            p class="govuk-body" {
                "Of " (preview.running) " time limits that run, " strong { (preview.deadlines()) }
                @if preview.deadlines() == 1 { " moves, in " } @else { " move, in " }
                strong { (cases(preview.cases)) } ". Nothing has been changed yet. Closed cases, limits that have \
                ended and published reports stay as they are."
            }
            (by_limit(preview))
            (details(&Details {
                summary: "Which cases".into(),
                body: one_by_one(preview).into(),
                ..Details::default()
            }))
            form method="post" action=(APPLY) novalidate {
                (answers.text(
                    "reason",
                    "Why are they moved?",
                    "It stands in the history of every case that is moved.",
                    3,
                ))
                (button(&Button {
                    prevent_double_click: Some(true),
                    ..Button::new(format!("Move the due dates of {}", cases(preview.cases)))
                }))
            }
        }
    }
}

fn by_limit(preview: &CalendarPreview) -> Markup {
    let row = |((limit, days), count): (&(limits::LimitId, i64), &u64)| {
        let rule = limits::of(*limit);
        let what = html! {
            div { (rule.title) div class="heard-quiet" { (rule.source) ", " (rule.kind) "; for " (rule.owner) } }
        };
        vec![
            Cell::new(what),
            Cell::new(by(*days)),
            Cell::numeric(count.to_string()),
        ]
    };
    table(&Table {
        caption: "Time limits that move".into(),
        head: vec![
            "What is due".into(),
            "By how much".into(),
            Cell::numeric("How many"),
        ],
        rows: preview.moves.iter().map(row).collect(),
        first_cell_is_header: true,
        layout: TableLayout::Reflow,
        ..Table::default()
    })
}

fn one_by_one(preview: &CalendarPreview) -> Markup {
    let row = |moved: &DeadlineMove| {
        let case = html! {
            a class="govuk-link heard-reference" href=(case_url(moved.reference)) { (moved.reference) }
        };
        vec![
            Cell::new(case),
            Cell::new(limits::of(moved.limit).title),
            Cell::new(short_date(moved.was)),
            Cell::new(short_date(moved.to)),
        ]
    };
    let more = preview
        .deadlines()
        .saturating_sub(u64::try_from(preview.first.len()).unwrap_or(u64::MAX));
    html! {
        (table(&Table {
            head: ["Case", "What is due", "Due until now", "Due then"].map(Cell::new).to_vec(),
            rows: preview.first.iter().map(row).collect(),
            first_cell_is_header: true,
            layout: TableLayout::Reflow,
            ..Table::default()
        }))
        @if more > 0 {
            p class="govuk-body" { "The first " (LISTED) " are listed; there are " (more) " more." }
        }
    }
}

fn announcing(answers: &Answers<'_>) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "Enter a bank holiday" }
        p class="govuk-body" {
            "For a day that was proclaimed after this version was made, such as a State Funeral or a coronation. New \
             due dates are counted by it at once; those that run already move when you say so above."
        }
        form method="post" action=(ANNOUNCE) novalidate {
            (answers.date("day", "Which day is a bank holiday?", "For example, 10 5 2027."))
            (answers.line("name", "What is it called?", ""))
            (answers.line("source", "Where was it announced?", "For example, the London Gazette or GOV.UK, with the date."))
            (button(&Button { prevent_double_click: Some(true), ..Button::new("Enter it and see what moves") }))
        }
    }
}

fn by(days: i64) -> String {
    let counted = |days: u64| match days {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    match days {
        0 => "only the latest day of an extension".to_owned(),
        1.. => format!("{} later", counted(days.unsigned_abs())),
        _ => format!("{} earlier", counted(days.unsigned_abs())),
    }
}

fn moved_in(count: u64) -> String {
    match count {
        0 => "Nothing had to be moved.".to_owned(),
        count => format!(
            "Due dates were moved in {}, each with an entry in its history.",
            cases(count)
        ),
    }
}

fn cases(count: u64) -> String {
    match count {
        1 => "1 case".to_owned(),
        count => format!("{count} cases"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_is_told_by_its_days() {
        for (days, told) in [
            (-1, "1 day earlier"),
            (0, "only the latest day of an extension"),
            (1, "1 day later"),
            (3, "3 days later"),
        ] {
            assert_eq!(by(days), told);
        }
    }
}
