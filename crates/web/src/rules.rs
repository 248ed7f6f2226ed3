//! The rules as a page: what each says, where it comes from, how far that was read, and which setting decides
//! where sources disagree. For whoever has signed in; each rule has an address of its own.

use axum::extract::State;
use axum::response::IntoResponse;
use casework::settings::Choices;
use maud::{Markup, html};
use statute::limits::Status;
use statute::rules::{self, Rule, Section, Setting};

use crate::addresses::RULES;
use crate::components::{Tag, TagColour, tag};
use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get(RULES, Access::SignedIn, show)]
}

/// The address of one rule.
pub(crate) fn url(id: &str) -> String {
    format!("{RULES}#{id}")
}

/// `GET /rules`
async fn show(
    State(site): State<Site>,
    Signed(officer): Signed,
) -> Result<impl IntoResponse, PageError> {
    let frame = Frame {
        title: TITLE,
        here: Here::Elsewhere,
        back: Back::None,
        errors: false,
        width: PageWidth::Reading,
    };
    let settings = site.settings(&officer)?;
    site.page(&officer, frame, page(&settings.cfg))
}

const TITLE: &str = "Rules and where they come from";

fn page(choices: &Choices) -> Markup {
    let sections = rules::sections();
    let unread = rules::all().filter(|rule| to_check(rule)).count();
    html! {
        h1 class="govuk-heading-l" { (TITLE) }
        p class="govuk-body" {
            "Every rule this service keeps, " (rules::all().count()) " in all. Each says where it comes from and \
             by whose word it binds: an Act or regulations, statutory guidance, the Ombudsman, the council’s own \
             policy, or a convention of this record where nobody has said how."
        }
        p class="govuk-body" {
            "“Read second-hand” means that another published source reports the text. “To be checked by a lawyer” \
             means that nobody has read it: " (unread) " rules. Do not rely on those alone."
        }
        nav aria-labelledby="contents" {
            h2 class="govuk-heading-m" id="contents" { "Contents" }
            ul class="govuk-list" {
                @for section in sections {
                    li { a class="govuk-link" href={ "#" (section.slug) } { (section.title) } }
                }
            }
        }
        @for section in sections { (whole(section, choices)) }
    }
}

fn whole(section: &Section, choices: &Choices) -> Markup {
    html! {
        section aria-labelledby=(section.slug) {
            h2 class="govuk-heading-m govuk-!-margin-top-7" id=(section.slug) { (section.title) }
            @for rule in &section.rules { (one(rule, choices)) }
        }
    }
}

fn one(rule: &Rule, choices: &Choices) -> Markup {
    html! {
        h3 class="govuk-heading-s govuk-!-margin-bottom-1" id=(rule.id) { (rule.id) }
        p class="govuk-body govuk-!-margin-bottom-1" { (rule.title) }
        p class="govuk-body-s govuk-!-margin-bottom-1" {
            @if to_check(rule) {
                (rule.source) " (" (rule.kind) ") "
                (tag(&Tag::new(rule.source.status.title(), TagColour::Yellow)))
            } @else {
                (rule.authority())
            }
        }
        @if !rule.note.is_empty() {
            p class="govuk-body-s govuk-!-margin-bottom-1" { (rule.note) }
        }
        @if let Some(setting) = rule.setting {
            p class="govuk-body-s govuk-!-margin-bottom-1" {
                "Setting: " code { (setting) }
                @if let Some(told) = rule.decided_by().map(Setting::told) { ". " (told) }
                @if let Some(chosen) = choices.told(setting) { " Here: " strong { (chosen) } "." }
            }
        }
    }
}

fn to_check(rule: &Rule) -> bool {
    rule.source.status == Status::ToBeCheckedByALawyer
}
