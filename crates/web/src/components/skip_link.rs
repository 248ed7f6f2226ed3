//! Skip link: past the header, for those who use a keyboard.

use maud::{Markup, html};

use super::Content;

/// The first link of every page.
#[derive(Clone, Debug)]
pub struct SkipLink {
    /// What it says.
    pub text: Content,
    /// Where it leads: `#` and the id of the main content.
    pub href: String,
}

impl Default for SkipLink {
    fn default() -> Self {
        Self {
            text: "Skip to main content".into(),
            href: "#content".into(),
        }
    }
}

/// Seen only while it has the focus.
pub fn skip_link(options: &SkipLink) -> Markup {
    html! {
        a href=(options.href) class="govuk-skip-link" data-module="govuk-skip-link" { (options.text) }
    }
}
