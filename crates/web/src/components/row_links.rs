//! What can be done with the thing of a row: links one below the other, each large enough for a finger.

use maud::{Markup, html};

/// A link of a row.
pub struct RowLink {
    /// Where it leads.
    pub href: String,
    /// What it does.
    pub text: &'static str,
    /// To what, for whoever hears the link without its row.
    pub of: String,
}

/// The links of a row.
pub fn row_links(links: impl IntoIterator<Item = RowLink>) -> Markup {
    html! {
        ul class="heard-row-links" {
            @for link in links {
                li {
                    a class="govuk-link" href=(link.href) {
                        (link.text) span class="govuk-visually-hidden" { ", " (link.of) }
                    }
                }
            }
        }
    }
}
