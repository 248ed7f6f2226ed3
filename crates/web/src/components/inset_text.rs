//! Inset text: set apart from what surrounds it.

use maud::{Markup, html};

use super::{Content, content::filled};

/// Words set apart.
#[derive(Clone, Debug, Default)]
pub struct InsetText {
    /// The words.
    pub body: Content,
    /// Id; empty for none.
    pub id: String,
}

/// For quotations and asides; not for warnings.
pub fn inset_text(options: &InsetText) -> Markup {
    html! {
        div id=[filled(&options.id)] class="govuk-inset-text" { (options.body) }
    }
}
