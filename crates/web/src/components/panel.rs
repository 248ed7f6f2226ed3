//! Panel: the confirmation at the end of something.

use maud::{Markup, html};

use super::{Content, HeadingLevel};

/// A confirmation.
#[derive(Clone, Debug)]
pub struct Panel {
    /// What has been done.
    pub title: Content,
    /// The level of the title: the page's heading, by default.
    pub heading_level: HeadingLevel,
    /// Usually the reference; empty for nothing.
    pub body: Content,
}

impl Default for Panel {
    fn default() -> Self {
        Self {
            title: Content::default(),
            heading_level: HeadingLevel::H1,
            body: Content::default(),
        }
    }
}

/// Once on a page, at its top.
pub fn panel(options: &Panel) -> Markup {
    html! {
        div class="govuk-panel govuk-panel--confirmation" {
            (options.heading_level.heading("govuk-panel__title", None, &options.title))
            @if !options.body.is_empty() {
                div class="govuk-panel__body" { (options.body) }
            }
        }
    }
}
