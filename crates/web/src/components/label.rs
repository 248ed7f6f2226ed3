//! Label: the name of a field.

use maud::{Markup, html};

use super::{Content, Size, content::filled};

/// The words that name a field.
#[derive(Clone, Debug, Default)]
pub struct Label {
    /// The words.
    pub text: Content,
    /// How large.
    pub size: Size,
    /// The label is also the page's `h1`.
    pub is_page_heading: bool,
    /// Heard but not seen: only where the page shows the same by other means.
    pub visually_hidden: bool,
    /// The id of the field; the components for questions fill this in.
    pub field: String,
}

impl Label {
    /// A label in body size.
    pub fn new(text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A label that is the heading of a page with one question.
    pub fn page_heading(text: impl Into<Content>) -> Self {
        Self {
            size: Size::L,
            is_page_heading: true,
            ..Self::new(text)
        }
    }

    /// The same label for this field.
    pub(super) fn of(&self, field: &str) -> Markup {
        label(&Self {
            field: field.to_owned(),
            ..self.clone()
        })
    }
}

impl<T: Into<Content>> From<T> for Label {
    fn from(text: T) -> Self {
        Self::new(text)
    }
}

/// Nothing, if it has no words.
pub fn label(options: &Label) -> Markup {
    if options.text.is_empty() {
        return Markup::default();
    }
    let mut class = options.size.class("govuk-label");
    if options.visually_hidden {
        class.push_str(" govuk-visually-hidden");
    }
    let label = html! {
        label class=(class) for=[filled(&options.field)] { (options.text) }
    };
    if options.is_page_heading {
        html! { h1 class="govuk-label-wrapper" { (label) } }
    } else {
        label
    }
}

/// The label of one choice among several.
pub(super) fn choice_label(class: &str, field: &str, text: &Content) -> Markup {
    html! {
        label class={ "govuk-label " (class) } for=(field) { (text) }
    }
}
