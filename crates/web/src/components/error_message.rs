//! Error message: says beside a question what is wrong with the answer.

use maud::{Markup, html};

use super::{Content, content::filled};

/// What is wrong and how to put it right.
#[derive(Clone, Debug)]
pub struct ErrorMessage {
    /// The message.
    pub text: Content,
    /// Id, for `aria-describedby`; empty for none.
    pub id: String,
    /// Read out before the message, "Error" by default; empty for nothing.
    pub spoken_prefix: String,
}

impl Default for ErrorMessage {
    fn default() -> Self {
        Self {
            text: Content::default(),
            id: String::new(),
            spoken_prefix: "Error".into(),
        }
    }
}

/// The components for questions print their own; this is for anything else.
pub fn error_message(options: &ErrorMessage) -> Markup {
    html! {
        p id=[filled(&options.id)] class="govuk-error-message" {
            @if !options.spoken_prefix.is_empty() {
                span class="govuk-visually-hidden" { (options.spoken_prefix) ":" } " "
            }
            (options.text)
        }
    }
}
