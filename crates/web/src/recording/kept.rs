//! What was typed is never lost: when a form cannot be recorded because the session ended, the case is
//! no longer theirs or something broke, the page gives back what was sent, ready to be sent again.

use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::findings::lines;
use crate::components::{Button, InsetText, WarningText, button, inset_text, warning_text};
use crate::form::Fields;
use crate::layout::Back;
use crate::page_error::PageError;
use crate::site::Site;

/// From this length on an answer was written, not chosen.
const WRITTEN: usize = 20;

/// What was typed in a form that never reached its page, because its sender was turned away before.
pub(crate) async fn kept_of(site: &Site, request: Request, error: PageError) -> Response {
    match Fields::from_request(request, site).await {
        Ok(fields) => kept(site, &fields, error),
        Err(_) => error.into_response(),
    }
}

/// A page with what was typed; where nothing was, the plain answer to the error.
pub(crate) fn kept(site: &Site, fields: &Fields, error: PageError) -> Response {
    let written: Vec<&str> = fields
        .pairs()
        .filter(|(name, value)| is_written(name, value))
        .map(|(_, value)| value)
        .collect();
    if written.is_empty() {
        return error.into_response();
    }
    if let PageError::Failure(failure) = &error {
        tracing::error!(error = %failure, "a form could not be recorded");
    }
    let explanation = error.explanation();
    let (heading, way_on) = if matches!(error, PageError::SignedOut) {
        (
            "You have been signed out",
            elsewhere_first("/sign-in", "Sign in on a new tab"),
        )
    } else if matches!(error, PageError::MustChangePassword) {
        let way_on = elsewhere_first("/account/password", "Change it on a new tab");
        ("Choose your own password first", way_on)
    } else {
        let paragraphs = html! {
            @for text in &explanation.paragraphs { p class="govuk-body" { (text) } }
        };
        (explanation.heading, paragraphs)
    };
    let main = html! {
        h1 class="govuk-heading-l" { (heading) }
        (warning_text(&WarningText::new("What you typed is kept on this page only.")))
        (way_on)
        // Without an action a form is sent to the address of its page, where this one was sent.
        form method="post" {
            @for (name, value) in fields.pairs() { input type="hidden" name=(name) value=(value); }
            (button(&Button::new("Send again")))
        }
        p class="govuk-body" { "Sending a form twice records it once." }
        h2 class="govuk-heading-m" { "What you wrote" }
        @for text in written {
            (inset_text(&InsetText { body: lines(text).into(), ..InsetText::default() }))
        }
    };
    (
        explanation.status,
        site.open_page(heading, Back::None, true, main),
    )
        .into_response()
}

fn elsewhere_first(href: &str, words: &str) -> Markup {
    html! {
        p class="govuk-body" {
            a class="govuk-link" href=(href) target="_blank" { (words) }
            ", then come back to this one and send your answers again."
        }
    }
}

fn is_written(name: &str, value: &str) -> bool {
    name != "submission" && value.chars().count() >= WRITTEN && value.contains(char::is_whitespace)
}
