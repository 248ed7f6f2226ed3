//! Tag: the state of something in one or two words.

use maud::{Markup, html};

use super::Content;

/// A state. The colour repeats what the words say and never says more.
#[derive(Clone, Debug, Default)]
pub struct Tag {
    /// One or two words: an adjective.
    pub text: Content,
    /// The colour behind them.
    pub colour: TagColour,
}

impl Tag {
    /// A tag in a colour.
    pub fn new(text: impl Into<Content>, colour: TagColour) -> Self {
        Self {
            text: text.into(),
            colour,
        }
    }
}

/// The colours of the Design System's tags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "a colour is its name")]
pub enum TagColour {
    #[default]
    Blue,
    Grey,
    Teal,
    Green,
    Purple,
    Magenta,
    Red,
    Orange,
    Yellow,
}

/// One tag.
pub fn tag(options: &Tag) -> Markup {
    let class = match options.colour {
        TagColour::Blue => "govuk-tag",
        TagColour::Grey => "govuk-tag govuk-tag--grey",
        TagColour::Teal => "govuk-tag govuk-tag--teal",
        TagColour::Green => "govuk-tag govuk-tag--green",
        TagColour::Purple => "govuk-tag govuk-tag--purple",
        TagColour::Magenta => "govuk-tag govuk-tag--magenta",
        TagColour::Red => "govuk-tag govuk-tag--red",
        TagColour::Orange => "govuk-tag govuk-tag--orange",
        TagColour::Yellow => "govuk-tag govuk-tag--yellow",
    };
    html! {
        strong class=(class) { (options.text) }
    }
}
