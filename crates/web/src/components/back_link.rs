//! Back link: to the page before this one.

use maud::{Markup, html};

use super::Content;

/// A link back; where the browser's own history would do harm, name the page.
#[derive(Clone, Debug)]
pub struct BackLink {
    /// What it says; "Back" unless said otherwise.
    pub text: Content,
    /// Where it goes.
    pub href: String,
}

impl Default for BackLink {
    fn default() -> Self {
        Self {
            text: "Back".into(),
            href: "#".into(),
        }
    }
}

impl BackLink {
    /// "Back" to a page.
    pub fn to(href: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            ..Self::default()
        }
    }
}

/// Goes before the main content, outside `main`.
pub fn back_link(options: &BackLink) -> Markup {
    html! {
        a href=(options.href) class="govuk-back-link" { (options.text) }
    }
}
