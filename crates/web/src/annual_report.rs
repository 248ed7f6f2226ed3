//! The annual report: choose a year and who may read it, look at it, take it away in any format; and write the passages
//! that stand in it beside the figures.

mod move_passage;
mod rewrite_passage;
mod take_back_passage;
mod words;
mod write_passage;

use app::officer::Officer;
use app::permit::Deed;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use casework::annual_report::PassageNumber;
use casework::settings::ReportingYear;
use jiff::civil::Date;
use maud::{Markup, html};
use publish::{Format, PublishError};
use reports::annual_report::publication_due;
use reports::document::{Audience, Document};
use statute::dates::{english_date, short_date};
use statute::limits::REGULATIONS_IN_FORCE_FROM;
use statute::proof::Due;

use crate::addresses::{CONTEXT, words_of};
use crate::components::{
    BackLink, Button, InsetText, Legend, Radio, RadioItem, Radios, Select, button, inset_text,
    radios, select,
};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::{FileDesk, Reading, file_routes};
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

/// The page that asks which report.
const ANNUAL_REPORT: &str = "/annual-report";

pub(crate) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ReadReport);
    let forms = [
        &write_passage::PAGE,
        &rewrite_passage::PAGE,
        &take_back_passage::PAGE,
        &move_passage::PAGE,
    ];
    let forms = forms.into_iter().flat_map(file_routes);
    let pages = vec![
        Route::get(ANNUAL_REPORT, may, choose),
        Route::get("/annual-report/{year}/{audience}", may, show),
        Route::get("/annual-report/{year}/{audience}/{file}", may, download),
        Route::get(STYLES, Access::Anybody, styles),
    ];
    pages
        .into_iter()
        .chain(words::routes())
        .chain(forms)
        .collect()
}

/// The style sheet of reports, which only their pages need.
const STYLES: &str = "/assets/report.css";

/// `GET /assets/report.css`
async fn styles() -> impl IntoResponse {
    (
        [
            (CONTENT_TYPE, "text/css; charset=utf-8"),
            (CACHE_CONTROL, "public, max-age=3600"),
        ],
        publish::html::STYLES,
    )
}

/// `GET /annual-report`, and with a choice on to the report.
async fn choose(
    State(site): State<Site>,
    Signed(officer): Signed,
    RawQuery(query): RawQuery,
) -> Result<Response, PageError> {
    site.app.permit(&officer, Deed::ReadReport, None).await?;
    let query = query.unwrap_or_default();
    let value = |name: &str| {
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    };
    let year = value("year").and_then(|year| year.parse::<ReportingYear>().ok());
    let audience = value("audience").and_then(audience);
    if let (Some(year), Some(audience)) = (year, audience) {
        return Ok(Redirect::to(&address(year, audience)).into_response());
    }
    let today = site.app.today();
    let calendar = site.calendar(&officer)?;
    let ended = ReportingYear::of(today).before();
    let years = years(today);
    let chosen = years
        .get(1)
        .or(years.first())
        .map(ToString::to_string)
        .unwrap_or_default();
    let items = years
        .iter()
        .map(|year| (year.to_string(), year_in_words(*year)));
    let main = html! {
        h1 class="govuk-heading-l" { "Annual report" }
        p class="govuk-body" {
            "The report is counted from the record each time you open it. A year runs from 1 April to 31 March."
        }
        @if let Ok(due) = publication_due(ended, &calendar) { (publication(ended, &due)) }
        p class="govuk-body" {
            a class="govuk-link" href=(CONTEXT) { "The council in figures" }
            ": how many children there were, earlier years, areas and teams."
        }
        p class="govuk-body" {
            a class="govuk-link" href=(words_of(ended)) { "Words of the report for " (ended) }
            ": what people write in it beside the figures."
        }
        form method="get" action=(ANNUAL_REPORT) {
            (select(&Select::new("year", "Reporting year", items, &chosen)))
            (radios(&Radios {
                name: "audience".to_owned(),
                legend: Some(Legend::new("Who will read it")),
                items: vec![
                    RadioItem::Radio(Radio {
                        checked: true,
                        hint: Some("Small counts are withheld, so that nobody can be recognised.".into()),
                        ..Radio::new("public", "The public")
                    }),
                    RadioItem::Radio(Radio {
                        hint: Some("Every count is shown. Keep it inside the council.".into()),
                        ..Radio::new("internal", "Officers and the committee, in confidence")
                    }),
                ],
                ..Radios::default()
            }))
            (button(&Button::new("Show the report")))
        }
    };
    let page = site.page(
        &officer,
        frame("Annual report", Back::None, PageWidth::Reading),
        main,
    )?;
    Ok(page.into_response())
}

/// The passage a page is asked about, as its form carries it.
fn passage_asked(desk: &FileDesk) -> Vec<(String, String)> {
    let number = desk.asked.text("passage").to_owned();
    vec![("passage".to_owned(), number)]
}

/// The passage a form is about.
fn read_passage(reading: &mut Reading<'_>) -> Option<PassageNumber> {
    let number = reading.fields.text("passage").parse().ok();
    if number.is_none() {
        let message = "Begin again on the page of the words: this form is about no passage";
        reading.problems.add("main-content", message);
    }
    number.map(PassageNumber)
}

/// By when the report of a year is published, and why then.
pub(crate) fn publication(year: ReportingYear, due: &Due) -> Markup {
    html! {
        p class="govuk-body" {
            "The report for " (year_in_words(year)) " is published as soon as possible after "
            (english_date(year.last_day())) " (" (due.source) "). The law sets no day; "
            strong { (english_date(due.due_on)) } " is taken for the last."
        }
    }
}

/// `GET /annual-report/{year}/{audience}`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((year, audience)): Path<(String, String)>,
) -> Result<Markup, PageError> {
    let (year, audience) = which(&year, &audience)?;
    let document = drawn_up(&site, &officer, year, audience).await?;
    let at = address(year, audience);
    let stem = publish::file_stem(&document);
    let main = html! {
        link rel="stylesheet" href=(STYLES);
        h1 class="govuk-heading-xl" {
            (document.title)
            span class="govuk-caption-xl" { (document.subtitle) }
        }
        p class="govuk-body report-as-at" {
            "As the record stood on " (short_date(document.as_at.day)) ", entry " (document.as_at.position) "."
        }
        @match audience {
            Audience::Public => {}
            Audience::Internal => (inset_text(&InsetText {
                body: "In confidence: every count is shown, so people may be recognised. Do not publish this version.".into(),
                ..InsetText::default()
            })),
        }
        p class="govuk-body" {
            a class="govuk-link" href=(words_of(year)) { "Words of the report" }
            ": what people write in it beside the figures."
        }
        h2 class="govuk-heading-m" { "Take it away" }
        ul class="govuk-list" {
            li { a class="govuk-link" href={ (at) "/" (stem) ".pdf" } { "PDF, tagged for screen readers" } }
            li { a class="govuk-link" href={ (at) "/" (stem) ".html" } { "Web page in one file" } }
            li { a class="govuk-link" href={ (at) "/" (stem) ".json" } { "Data, JSON" } }
        }
        details class="govuk-details" {
            summary class="govuk-details__summary" {
                span class="govuk-details__summary-text" { "Each table as a spreadsheet file (CSV)" }
            }
            div class="govuk-details__text" {
                ul class="govuk-list" {
                    @for table in document.tables() {
                        li { a class="govuk-link" href={ (at) "/" (table.id) ".csv" } { (table.caption) } }
                    }
                }
            }
        }
        (publish::html::contents(&document))
        (publish::html::document(&document))
    };
    let title = format!("Annual report {year}");
    let back = Back::Link(BackLink::to(ANNUAL_REPORT));
    site.page(&officer, frame(&title, back, PageWidth::Full), main)
}

/// `GET /annual-report/{year}/{audience}/{file}`
async fn download(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path((year, audience, file)): Path<(String, String, String)>,
) -> Result<Response, PageError> {
    let (year, audience) = which(&year, &audience)?;
    let format = file
        .rsplit_once('.')
        .and_then(|(_, ending)| ending.parse::<Format>().ok());
    let format = format.ok_or(PageError::NotFound)?;
    let document = drawn_up(&site, &officer, year, audience).await?;
    let files = published(&site, document, format).await?;
    let wanted = files
        .into_iter()
        .find(|candidate| candidate.name == file)
        .ok_or(PageError::NotFound)?;
    let disposition = format!("attachment; filename=\"{}\"", wanted.name);
    let headers = [
        (CONTENT_TYPE, wanted.media_type.to_owned()),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, wanted.bytes).into_response())
}

async fn drawn_up(
    site: &Site,
    officer: &Officer,
    year: ReportingYear,
    audience: Audience,
) -> Result<Document, PageError> {
    let permit = site.app.permit(officer, Deed::ReadReport, None).await?;
    Ok(site.app.annual_report(&permit, year, audience).await?)
}

/// Typesetting is work for a core, so it is done away from the requests, and only so much at a time.
async fn published(
    site: &Site,
    document: Document,
    format: Format,
) -> Result<Vec<publish::File>, PageError> {
    let stopping = |_| PageError::TooSlow;
    let _place = site.typesetting.acquire().await.map_err(stopping)?;
    let written = tokio::task::spawn_blocking(move || publish::render(&document, format)).await;
    let written = written.map_err(|_| PageError::Bug)?;
    written.map_err(|error: PublishError| app::failure::Failure::Publish(error.to_string()).into())
}

/// A year and an audience as an address has them.
fn which(year: &str, named: &str) -> Result<(ReportingYear, Audience), PageError> {
    let year = year.parse().map_err(|_| PageError::NotFound)?;
    Ok((year, audience(named).ok_or(PageError::NotFound)?))
}

fn address(year: ReportingYear, audience: Audience) -> String {
    let audience = match audience {
        Audience::Public => "public",
        Audience::Internal => "internal",
    };
    format!("{ANNUAL_REPORT}/{year}/{audience}")
}

fn audience(name: &str) -> Option<Audience> {
    match name {
        "public" => Some(Audience::Public),
        "internal" => Some(Audience::Internal),
        _ => None,
    }
}

/// Every year since the Regulations came into force, the latest first.
fn years(today: Date) -> Vec<ReportingYear> {
    let first = ReportingYear::of(REGULATIONS_IN_FORCE_FROM);
    std::iter::successors(Some(ReportingYear::of(today)), |year| Some(year.before()))
        .take_while(|year| *year >= first)
        .collect()
}

fn year_in_words(year: ReportingYear) -> String {
    format!(
        "{year} ({} to {})",
        short_date(year.first_day()),
        short_date(year.last_day())
    )
}

fn frame(title: &str, back: Back, width: PageWidth) -> Frame<'_> {
    Frame {
        title,
        here: Here::AnnualReport,
        back,
        errors: false,
        width,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn years_run_from_the_present_one_back_to_the_first_of_the_regulations() {
        let years = years(date(2026, 3, 31));
        assert_eq!(
            years.first().map(ToString::to_string).as_deref(),
            Some("2025-26")
        );
        assert_eq!(
            years.last().map(ToString::to_string).as_deref(),
            Some("2006-07")
        );
        assert_eq!(years.len(), 20);
    }
}
