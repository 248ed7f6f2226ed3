//! The register: every case, filtered and sorted by its address, and searched by a form.
//!
//! What is searched for is a name, so it is sent by POST and never stands in an address, a history or
//! a log. Filters hold only codes and may be linked to.

mod filter;
mod list;

use app::officer::Officer;
use app::permit::{Deed, Relation, decide};
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use casework::action::Action;
use maud::{Markup, html};

use crate::components::{
    Button, ErrorSummary, Input, InputKind, InputWidth, PageLink, Pagination, button,
    error_summary, input, pagination,
};
use crate::form::{Fields, Problems};
use crate::intake::IMPORT;
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::pools::POOLS;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};
use filter::Filter;

/// The register.
pub(crate) const REGISTER: &str = "/register";

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get(REGISTER, Access::May(Deed::ReadRegister), show),
        Route::post(REGISTER, Access::May(Deed::ReadRegister), search),
    ]
}

/// How many cases a search shows. More than that is no answer: another word finds the right one.
const FOUND_AT_MOST: u32 = 50;

/// `GET /register`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
    RawQuery(address): RawQuery,
) -> Result<Markup, PageError> {
    let permit = site.app.permit(&officer, Deed::ReadRegister, None).await?;
    let settings = site.settings(&officer)?;
    let today = site.app.today();
    let filter = Filter::from_address(address.as_deref().unwrap_or_default());
    let view = site.app.register(&permit, filter.query(today)).await?;
    let link = |page: Option<(&str, String)>| {
        page.map(|(way, cursor)| PageLink::to(filter.page_address(way, &cursor)))
    };
    let main = html! {
        h1 class="govuk-heading-l" { "Register" }
        (search_form("", None))
        (filter.form(&settings))
        h2 class="govuk-heading-m" id="cases" { (filter.in_words(&settings)) }
        @if view.entries.is_empty() {
            p class="govuk-body" {
                "No case is like this. "
                a class="govuk-link" href={ (REGISTER) "?standing=all" } { "Show every case" }
            }
        } @else {
            (list::table_of(&view.entries, &settings, today))
            @if view.previous.is_some() || view.next.is_some() {
                (pagination(&Pagination {
                    previous: link(view.previous.map(|cursor| ("before", cursor.to_string()))),
                    next: link(view.next.map(|cursor| ("after", cursor.to_string()))),
                    landmark_label: "Pages of the register".to_owned(),
                    ..Pagination::default()
                }))
            }
        }
        (beside(&officer))
    };
    site.page(&officer, frame("Register", false), main)
}

/// `POST /register`: reads and changes nothing; it is a POST to keep names out of addresses.
async fn search(
    State(site): State<Site>,
    Signed(officer): Signed,
    fields: Fields,
) -> Result<Response, PageError> {
    let permit = site.app.permit(&officer, Deed::ReadRegister, None).await?;
    let settings = site.settings(&officer)?;
    let mut problems = Problems::default();
    let words = fields.required("words", &mut problems, "Enter a name or a reference");
    let found = if problems.is_empty() {
        site.app.search(&permit, &words, FOUND_AT_MOST).await?
    } else {
        Vec::new()
    };
    let main = html! {
        @if !problems.is_empty() {
            (error_summary(&ErrorSummary { problems: problems.summary(), ..ErrorSummary::default() }))
        }
        h1 class="govuk-heading-l" { "Search the register" }
        (search_form(&words, problems.at("words")))
        @if problems.is_empty() {
            h2 class="govuk-heading-m" { (how_many(found.len())) }
            @if found.is_empty() {
                p class="govuk-body" { "Nothing was found." }
                ul class="govuk-list govuk-list--bullet" {
                    li { "Try one word of the name only, or its first three letters or more." }
                    li { "A different spelling that sounds alike is found too." }
                    li { "Only names and references are searched, not what was said." }
                }
            } @else {
                (list::table_of(&found, &settings, site.app.today()))
            }
        }
        p class="govuk-body" { a class="govuk-link" href=(REGISTER) { "Back to the whole register" } }
    };
    let errors = !problems.is_empty();
    let page = site.page(&officer, frame("Search the register", errors), main)?;
    let status = if errors {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    Ok((status, page).into_response())
}

fn how_many(found: usize) -> String {
    match found {
        1 => "1 case found".to_owned(),
        many if many >= FOUND_AT_MOST as usize => format!("The first {many} cases found"),
        many => format!("{many} cases found"),
    }
}

/// What belongs beside the list of cases, as far as somebody may do it.
fn beside(officer: &Officer) -> Markup {
    let links: [(Deed, &str, &str); 6] = [
        (RECORD, "/compliments/new", "Record a compliment"),
        (RECORD, "/contacts/new", "Record a comment or enquiry"),
        (
            RECORD,
            "/member-enquiries/new",
            "Record an enquiry by an MP or councillor",
        ),
        (
            RECORD,
            "/young-peoples-contacts/new",
            "Record a young person’s contact",
        ),
        (Deed::KeepAuthorityFile, POOLS, "Who can be appointed"),
        (Deed::ImportCases, IMPORT, "Import an old register"),
    ];
    let allowed: Vec<_> = links
        .into_iter()
        .filter(|(deed, ..)| decide(officer.role, *deed, Relation::NoCase).is_ok())
        .collect();
    html! {
        @if !allowed.is_empty() {
            h2 class="govuk-heading-m" { "Beside the cases" }
            ul class="govuk-list" {
                @for (_, href, label) in allowed {
                    li { a class="govuk-link" href=(href) { (label) } }
                }
            }
        }
    }
}

/// Recording what is no complaint.
const RECORD: Deed = Deed::Act(Action::RecordContact);

fn frame(title: &str, errors: bool) -> Frame<'_> {
    Frame {
        title,
        here: Here::Register,
        back: Back::None,
        errors,
        width: PageWidth::Full,
    }
}

fn search_form(words: &str, problem: Option<&str>) -> Markup {
    html! {
        form method="post" action=(REGISTER) role="search" class="heard-search" novalidate {
            (input(&Input {
                kind: InputKind::Search,
                value: words.to_owned(),
                error: problem.map(Into::into),
                width: InputWidth::Characters20,
                autocomplete: "off".to_owned(),
                spellcheck: Some(false),
                ..Input::new("words", "Name or reference")
            }))
            (button(&Button::secondary("Search")))
        }
    }
}
