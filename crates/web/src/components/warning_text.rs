//! Warning text: something with consequences.

use maud::{Markup, html};

use super::Content;

/// A warning.
#[derive(Clone, Debug)]
pub struct WarningText {
    /// The words.
    pub text: Content,
    /// What the exclamation mark says to those who do not see it.
    pub spoken_icon: String,
}

impl Default for WarningText {
    fn default() -> Self {
        Self {
            text: Content::default(),
            spoken_icon: "Warning".into(),
        }
    }
}

impl WarningText {
    /// A warning.
    pub fn new(text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// One warning.
pub fn warning_text(options: &WarningText) -> Markup {
    html! {
        div class="govuk-warning-text" {
            span class="govuk-warning-text__icon" aria-hidden="true" { "!" } " "
            strong class="govuk-warning-text__text" {
                span class="govuk-visually-hidden" { (options.spoken_icon) }
                " " (options.text)
            }
        }
    }
}
