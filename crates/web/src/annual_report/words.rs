//! The words of a year’s report: every passage that stands in it, and where one is written, written anew, moved and taken
//! back.

use app::annual_report::ShownPassage;
use app::permit::{Deed, Relation, decide};
use axum::extract::{Path, Query, State};
use casework::annual_report::PassageKind;
use casework::settings::{ReportingYear, Settings};
use maud::{Markup, html};
use statute::dates::short_date;

use super::ANNUAL_REPORT;
use crate::addresses::{WORDS, words_of};
use crate::components::{BackLink, InsetText, NotificationBanner, inset_text, notification_banner};
use crate::form::Fields;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::recording::lines;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(super) fn routes() -> Vec<Route> {
    let may = Access::May(Deed::ReadAuthorityFile);
    vec![Route::get(WORDS, may, show)]
}

/// `GET /annual-report/{year}/words`, with `?done=` after something was entered.
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    Path(year): Path<String>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Markup, PageError> {
    let year: ReportingYear = year.parse().map_err(|_| PageError::NotFound)?;
    let deed = Deed::ReadAuthorityFile;
    let permit = site.app.permit(&officer, deed, None).await?;
    let passages = site.app.passages(&permit, &[year]).await?;
    let settings = site.settings(&officer)?;
    let may_keep = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
    let present = ReportingYear::of(site.app.today());
    let title = format!("Words of the report, {year}");
    let page = Page {
        year,
        passages: &passages,
        settings: &settings,
        may_keep: may_keep && year <= present,
    };
    let main = html! {
        @if Fields::new(query).text("done") == "kept" {
            (notification_banner(&NotificationBanner::success("It is entered, and the report shows it.")))
        }
        h1 class="govuk-heading-l" { (title) }
        p class="govuk-body" {
            "What people write in the report beside the figures. Every passage stands in the edition for the public as well."
        }
        p class="govuk-body" {
            a class="govuk-link" href={ (ANNUAL_REPORT) "/" (year) "/public" } { "The report for " (year) }
            " · "
            a class="govuk-link" href=(words_of(year.before())) { "Words of the report for " (year.before()) }
            @if let Some(after) = after(year, present) {
                " · "
                a class="govuk-link" href=(words_of(after)) { "Words of the report for " (after) }
            }
        }
        @for code in PassageKind::CODES { (page.of_kind(code)) }
    };
    site.page(
        &officer,
        Frame {
            title: &title,
            here: Here::AnnualReport,
            back: Back::Link(BackLink::to(ANNUAL_REPORT)),
            errors: false,
            width: PageWidth::Reading,
        },
        main,
    )
}

/// The year after, unless it has not begun.
fn after(year: ReportingYear, present: ReportingYear) -> Option<ReportingYear> {
    let mut back = std::iter::successors(Some(present), |year| Some(year.before()));
    back.find(|other| other.before() <= year)
        .filter(|other| other.before() == year)
}

/// What the sections of the page are made of.
struct Page<'a> {
    year: ReportingYear,
    passages: &'a [ShownPassage],
    settings: &'a Settings,
    may_keep: bool,
}

impl Page<'_> {
    fn of_kind(&self, code: &str) -> Markup {
        let of_kind = self.passages.iter();
        let of_kind: Vec<&ShownPassage> = of_kind
            .filter(|shown| shown.passage.kind.code() == code)
            .collect();
        let numbered = code == PassageKind::Recommendation.code();
        let may_write = of_kind
            .iter()
            .all(|shown| shown.passage.kind.is_one_of_several());
        html! {
            section {
                h2 class="govuk-heading-m" { (heading(code)) }
                @if of_kind.is_empty() { p class="govuk-body" { "Not written." } }
                @for (number, shown) in (1..).zip(&of_kind) {
                    @if numbered { h3 class="govuk-heading-s" { "Recommendation " (number) } }
                    @if let PassageKind::Example { category } = &shown.passage.kind {
                        h3 class="govuk-heading-s" { (self.settings.categories.label(category)) }
                    }
                    (self.one(shown))
                }
                @if self.may_keep && may_write {
                    p class="govuk-body" {
                        a class="govuk-link" href={
                            "/annual-report/write-passage?year=" (self.year) "&kind=" (code)
                        } { (to_write(code)) }
                    }
                }
            }
        }
    }

    fn one(&self, shown: &ShownPassage) -> Markup {
        let passage = &shown.passage;
        let number = passage.number;
        let list = self.passages.iter();
        let beside = list
            .filter(|other| other.passage.kind == passage.kind)
            .count();
        html! {
            (inset_text(&InsetText {
                body: html! {
                    (lines(&shown.opened.text))
                    @if let Some(source) = &shown.opened.source {
                        p class="govuk-body" { "Source: " (source) }
                    }
                }
                .into(),
                ..InsetText::default()
            }))
            p class="govuk-body" {
                "Written on " (short_date(passage.written_on))
                @if self.may_keep {
                    " · "
                    a class="govuk-link" href={ "/annual-report/rewrite-passage?passage=" (number) } { "Write it anew" }
                    @if beside > 1 {
                        " · "
                        a class="govuk-link" href={ "/annual-report/move-passage?passage=" (number) } { "Move it" }
                    }
                    " · "
                    a class="govuk-link" href={ "/annual-report/take-back-passage?passage=" (number) } { "Take it back" }
                }
            }
        }
    }
}

fn heading(code: &str) -> &'static str {
    match code {
        "example" => "Examples of what complaints were about",
        "recommendation" => "Recommendations to the committee",
        _ => PassageKind::read(code, None).map_or("", |kind| kind.label()),
    }
}

fn to_write(code: &str) -> &'static str {
    match code {
        "example" => "Write an example",
        "evidence" => "Write of evidence from elsewhere",
        "recommendation" => "Write a recommendation",
        _ => "Write it",
    }
}
