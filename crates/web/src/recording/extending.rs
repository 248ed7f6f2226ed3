//! What the pages that extend a limit show of it: when it is due and how far it can go.

use casework::clock::Clock;
use maud::{Markup, html};
use statute::dates::english_date;

use crate::components::{InsetText, inset_text};

/// When a limit is due now and the latest it can become, with what follows when nobody is told in time.
pub(crate) fn due_and_latest(clock: Option<&Clock>, told_late: &str) -> Markup {
    let Some(clock) = clock else {
        return Markup::default();
    };
    inset_text(&InsetText {
        body: html! {
            p class="govuk-body" { "Due now: " strong { (english_date(clock.due_on())) } }
            @if let Some(latest) = clock.due.latest_on {
                p class="govuk-body" { "Latest possible: " strong { (english_date(latest)) } }
            }
            @if !told_late.is_empty() { p class="govuk-body" { (told_late) } }
        }
        .into(),
        ..InsetText::default()
    })
}
