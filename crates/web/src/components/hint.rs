//! Hint: help that nearly everyone needs, beside the question.

use maud::{Markup, html};

use super::{Content, content::filled};

/// A short line under a label or legend.
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// The words.
    pub text: Content,
    /// Id, for `aria-describedby`; empty for none.
    pub id: String,
}

/// The components for questions print their own.
pub fn hint(options: &Hint) -> Markup {
    html! {
        div id=[filled(&options.id)] class="govuk-hint" { (options.text) }
    }
}

/// The hint of one choice among several.
pub(super) fn choice_hint(class: &str, id: &str, text: &Content) -> Markup {
    html! {
        div id=(id) class={ "govuk-hint " (class) } { (text) }
    }
}
