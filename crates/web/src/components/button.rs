//! Button: does something, or leads on.

use maud::{Markup, html};

use super::{Content, content::filled};

/// A button, or a link that looks like one.
#[derive(Clone, Debug, Default)]
pub struct Button {
    /// What it says: a verb.
    pub text: Content,
    /// How loud it is.
    pub style: ButtonStyle,
    /// What it does.
    pub action: ButtonAction,
    /// A start button, with an arrow.
    pub start: bool,
    /// Name sent with the form, if several buttons share one; empty for none.
    pub name: String,
    /// Value sent with the form; empty for none.
    pub value: String,
    /// Id, if something points here; empty for none.
    pub id: String,
    /// Shown and not usable. Rarely right: prefer to say why not.
    pub disabled: bool,
    /// Ignore a second click that follows at once.
    pub prevent_double_click: Option<bool>,
}

/// How loud a button is; one primary button on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonStyle {
    /// The main action of the page.
    #[default]
    Primary,
    /// Another action.
    Secondary,
    /// An action that cannot be undone.
    Warning,
    /// On a dark ground.
    Inverse,
}

/// What a button does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ButtonAction {
    /// Sends the form it stands in.
    #[default]
    Submit,
    /// Nothing by itself.
    Button,
    /// Goes to a page.
    Link(String),
}

impl Button {
    /// The primary button of a form.
    pub fn new(text: impl Into<Content>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A secondary button of a form.
    pub fn secondary(text: impl Into<Content>) -> Self {
        Self {
            style: ButtonStyle::Secondary,
            ..Self::new(text)
        }
    }

    /// A primary button that leads to a page.
    pub fn link(text: impl Into<Content>, href: impl Into<String>) -> Self {
        Self {
            action: ButtonAction::Link(href.into()),
            ..Self::new(text)
        }
    }
}

/// One button.
pub fn button(options: &Button) -> Markup {
    let mut class = String::from("govuk-button");
    class.push_str(match options.style {
        ButtonStyle::Primary => "",
        ButtonStyle::Secondary => " govuk-button--secondary",
        ButtonStyle::Warning => " govuk-button--warning",
        ButtonStyle::Inverse => " govuk-button--inverse",
    });
    if options.start {
        class.push_str(" govuk-button--start");
    }
    let kind = match &options.action {
        ButtonAction::Link(href) => {
            return html! {
                a href=(href) role="button" draggable="false" class=(class)
                    data-module="govuk-button" id=[filled(&options.id)] { (face(options)) }
            };
        }
        ButtonAction::Submit => "submit",
        ButtonAction::Button => "button",
    };
    html! {
        button type=(kind) value=[filled(&options.value)] name=[filled(&options.name)]
            disabled[options.disabled] aria-disabled=[options.disabled.then_some("true")]
            data-prevent-double-click=[options.prevent_double_click]
            class=(class) data-module="govuk-button" id=[filled(&options.id)] { (face(options)) }
    }
}

/// Buttons side by side, with links among them set on the same line.
pub fn button_group(buttons: &[Markup]) -> Markup {
    html! {
        div class="govuk-button-group" {
            @for button in buttons { (button) }
        }
    }
}

fn face(options: &Button) -> Markup {
    html! {
        @if options.start {
            (options.text) " "
            svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5"
                height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false" {
                path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" {}
            }
        } @else {
            (options.text)
        }
    }
}
