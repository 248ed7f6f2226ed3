//! Details: more for those who want it, folded away.

use maud::{Markup, html};

use super::{Content, content::filled};

/// A line that unfolds.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// The line that is always seen.
    pub summary: Content,
    /// What it unfolds.
    pub body: Content,
    /// Unfolded from the start.
    pub open: bool,
    /// Id; empty for none.
    pub id: String,
}

/// Works without a script.
pub fn details(options: &Details) -> Markup {
    html! {
        details id=[filled(&options.id)] class="govuk-details" open[options.open] {
            summary class="govuk-details__summary" {
                span class="govuk-details__summary-text" { (options.summary) }
            }
            div class="govuk-details__text" { (options.body) }
        }
    }
}
