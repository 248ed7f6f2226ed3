//! Fieldset: questions that belong together, under one legend.

use maud::{Markup, html};

use super::{Content, Size, content::filled};

/// A group of questions.
#[derive(Clone, Debug, Default)]
pub struct Fieldset {
    /// What the group asks; a fieldset without one has no name for a screen reader.
    pub legend: Option<Legend>,
    /// Ids of what describes the group, separated by spaces; empty for none.
    pub described_by: String,
    /// Announce the group's description although its fields are text (a date, for example).
    pub role_group: bool,
    /// The questions.
    pub body: Content,
}

/// The name of a fieldset.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    /// The words: usually a question.
    pub text: Content,
    /// How large.
    pub size: Size,
    /// The legend is also the page's `h1`.
    pub is_page_heading: bool,
}

impl Legend {
    /// A medium legend: one of several questions on a page.
    pub fn new(text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            size: Size::M,
            is_page_heading: false,
        }
    }

    /// A legend that is the heading of a page with one question.
    pub fn page_heading(text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            size: Size::L,
            is_page_heading: true,
        }
    }
}

/// The group with its legend.
pub fn fieldset(options: &Fieldset) -> Markup {
    html! {
        fieldset class="govuk-fieldset" role=[options.role_group.then_some("group")]
            aria-describedby=[filled(&options.described_by)] {
            @if let Some(legend) = &options.legend {
                legend class=(legend.size.class("govuk-fieldset__legend")) {
                    @if legend.is_page_heading {
                        h1 class="govuk-fieldset__heading" { (legend.text) }
                    } @else {
                        (legend.text)
                    }
                }
            }
            (options.body)
        }
    }
}
