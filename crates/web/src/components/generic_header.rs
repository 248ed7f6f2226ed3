//! Generic header: whose service this is. Made for services that are not on GOV.UK.

use maud::{Markup, html};

use super::Content;

/// The band at the top of every page.
#[derive(Clone, Debug)]
pub struct GenericHeader {
    /// The council's name or its logo with a text alternative.
    pub logo: Content,
    /// Where the logo leads.
    pub url: String,
    /// Our own addition: what stands at the far end, such as who is signed in. Empty for nothing.
    pub end: Content,
}

impl Default for GenericHeader {
    fn default() -> Self {
        Self {
            logo: Content::default(),
            url: "/".into(),
            end: Content::default(),
        }
    }
}

/// The colours are the council's, set in its own style sheet.
pub fn generic_header(options: &GenericHeader) -> Markup {
    html! {
        div class="govuk-generic-header" {
            div class="govuk-generic-header__container govuk-width-container" {
                div class="govuk-generic-header__logo" {
                    a href=(options.url) class="govuk-generic-header__homepage-link" { (options.logo) }
                }
                @if !options.end.is_empty() {
                    div class="heard-header__end" { (options.end) }
                }
            }
        }
    }
}
