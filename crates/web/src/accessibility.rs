//! The accessibility statement: what was checked and what was not, without promising more.

use axum::extract::State;
use axum::response::IntoResponse;
use maud::{Markup, html};

use crate::layout::{Back, PageWidth};
use crate::page_error::PageError;
use crate::session::Signed;
use crate::site::{Access, Frame, Here, Route, Site};

pub(crate) fn routes() -> Vec<Route> {
    vec![Route::get("/accessibility", Access::Anybody, show)]
}

const TITLE: &str = "Accessibility statement";

/// `GET /accessibility`: for anybody; with the navigation for whoever has signed in.
async fn show(
    State(site): State<Site>,
    signed: Result<Signed, PageError>,
) -> Result<impl IntoResponse, PageError> {
    let Ok(Signed(officer)) = signed else {
        return Ok(site.open_page(TITLE, Back::None, false, statement("")));
    };
    let contact = site.settings(&officer)?.contact.clone();
    let frame = Frame {
        title: TITLE,
        here: Here::Elsewhere,
        back: Back::None,
        errors: false,
        width: PageWidth::Reading,
    };
    site.page(&officer, frame, statement(&contact))
}

fn statement(contact: &str) -> Markup {
    html! {
        h1 class="govuk-heading-l" { (TITLE) }
        p class="govuk-body" {
            "This service is for people who work with complaints about children’s social care. \
             As many people as possible should be able to use it. That means you should be able to:"
        }
        ul class="govuk-list govuk-list--bullet" {
            li { "use every page with the keyboard alone" }
            li { "use every page without scripts" }
            li { "zoom in up to 400% and read on a screen 320 pixels wide, without scrolling sideways except in \
                  wide tables of the report" }
            li { "listen to every page with a screen reader" }
            li { "read the annual report as a web page, a tagged PDF, tables for a spreadsheet, or data" }
        }
        h2 class="govuk-heading-m" { "How accessible this service is" }
        p class="govuk-body" {
            "It is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. Its parts are checked by \
             automatic tests whenever the software changes. Automatic tests find only some of the barriers there can be."
        }
        p class="govuk-body" {
            "It has not been audited by an independent body, and it has not yet been tested by disabled people. \
             Whoever runs this service has to have that done and to write down here what was found."
        }
        h2 class="govuk-heading-m" { "Known limits" }
        ul class="govuk-list govuk-list--bullet" {
            li { "Wide tables of the annual report scroll sideways inside their own frame." }
            li { "Texts that were pasted into a case by officers are shown as they are and may not be in plain English." }
            li { "After half an hour without use you have to sign in again, and what you typed but did not send is lost." }
        }
        h2 class="govuk-heading-m" { "If you cannot use a part of it" }
        @if contact.is_empty() {
            p class="govuk-body" { "Tell your complaints manager what you tried to do and what got in the way." }
        } @else {
            p class="govuk-body" { "Tell the complaints team what you tried to do and what got in the way: " (contact) }
        }
    }
}
