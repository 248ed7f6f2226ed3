//! Error summary: every problem of a form, at the top, each a link to its field.

use maud::{Markup, html};

use super::Content;

/// The summary at the top of a form that could not be accepted.
#[derive(Clone, Debug)]
pub struct ErrorSummary {
    /// Its heading.
    pub title: Content,
    /// A sentence before the list; empty for none.
    pub description: Content,
    /// The problems, in the order of the questions.
    pub problems: Vec<Problem>,
    /// Keep the focus where it is when the page opens.
    pub disable_auto_focus: Option<bool>,
}

impl Default for ErrorSummary {
    fn default() -> Self {
        Self {
            title: "There is a problem".into(),
            description: Content::default(),
            problems: Vec::new(),
            disable_auto_focus: None,
        }
    }
}

/// One problem.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// The same words as beside the field.
    pub text: Content,
    /// `#` and the id of the field; `None` where no single field is at fault.
    pub href: Option<String>,
}

impl Problem {
    /// A problem of the field with this id.
    pub fn at(field_id: &str, text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            href: Some(format!("#{field_id}")),
        }
    }
}

/// Goes first inside `main`; the page's title must then begin "Error: ".
pub fn error_summary(options: &ErrorSummary) -> Markup {
    html! {
        div class="govuk-error-summary" data-disable-auto-focus=[options.disable_auto_focus]
            data-module="govuk-error-summary" {
            div role="alert" {
                h2 class="govuk-error-summary__title" { (options.title) }
                div class="govuk-error-summary__body" {
                    @if !options.description.is_empty() { p { (options.description) } }
                    @if !options.problems.is_empty() {
                        ul class="govuk-list govuk-error-summary__list" {
                            @for problem in &options.problems {
                                li {
                                    @if let Some(href) = &problem.href {
                                        a href=(href) { (problem.text) }
                                    } @else {
                                        (problem.text)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
