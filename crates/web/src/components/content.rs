//! What may stand inside a component: plain text, escaped, or markup already made.

use maud::{Markup, PreEscaped, Render, html};

/// Text or markup. Text is escaped as it comes in, so what is held is always safe to print.
///
/// `"text".into()` and `html! { b { "text" } }.into()` both make one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content(String);

impl Content {
    /// Whether nothing would be printed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        html! { (text) }.into()
    }
}

impl From<&String> for Content {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<Markup> for Content {
    fn from(markup: Markup) -> Self {
        Self(markup.into_string())
    }
}

impl Render for Content {
    fn render(&self) -> Markup {
        PreEscaped(self.0.clone())
    }

    fn render_to(&self, buffer: &mut String) {
        buffer.push_str(&self.0);
    }
}

/// How large a label, legend or caption is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// As body text.
    #[default]
    Normal,
    /// Small and bold.
    S,
    /// Medium.
    M,
    /// Large: the usual size when it is the page's heading.
    L,
    /// Extra large.
    Xl,
}

impl Size {
    /// `base` with the class for this size after it.
    pub(super) fn class(self, base: &str) -> String {
        let suffix = match self {
            Self::Normal => return base.to_owned(),
            Self::S => "s",
            Self::M => "m",
            Self::L => "l",
            Self::Xl => "xl",
        };
        format!("{base} {base}--{suffix}")
    }
}

/// The level of a heading, so that a page's outline has no gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeadingLevel {
    /// `h1`: once on a page.
    H1,
    /// `h2`.
    #[default]
    H2,
    /// `h3`.
    H3,
    /// `h4`.
    H4,
}

impl HeadingLevel {
    /// A heading of this level.
    pub(super) fn heading(self, class: &str, id: Option<&str>, content: &Content) -> Markup {
        match self {
            Self::H1 => html! { h1 class=(class) id=[id] { (content) } },
            Self::H2 => html! { h2 class=(class) id=[id] { (content) } },
            Self::H3 => html! { h3 class=(class) id=[id] { (content) } },
            Self::H4 => html! { h4 class=(class) id=[id] { (content) } },
        }
    }
}

/// `Some` unless the text is empty: an attribute left out rather than left blank.
pub(super) fn filled(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// The words with their first letter as a capital, to begin a sentence with.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
