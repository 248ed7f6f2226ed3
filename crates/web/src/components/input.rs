//! Text input: one line of text.

use maud::{Markup, html};

use super::{Content, Label, content::filled, form_group::FormGroup};

/// One line of text.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The name sent with the form.
    pub name: String,
    /// The id, if it is not the name; empty otherwise.
    pub id: String,
    /// What is asked.
    pub label: Label,
    /// Help that nearly everyone needs.
    pub hint: Option<Content>,
    /// What is wrong with the answer.
    pub error: Option<Content>,
    /// The answer so far; empty for none.
    pub value: String,
    /// What sort of text.
    pub kind: InputKind,
    /// Which keyboard a phone shows.
    pub mode: Option<InputMode>,
    /// As wide as the answer expected.
    pub width: InputWidth,
    /// What the browser may fill in (`email`, `tel`, `bday` and so on); empty for no hint.
    pub autocomplete: String,
    /// Check the spelling; off for names and codes.
    pub spellcheck: Option<bool>,
    /// A pattern that the browser checks; empty for none. The server checks again.
    pub pattern: String,
    /// A unit before the field.
    pub prefix: Option<Content>,
    /// A unit after the field.
    pub suffix: Option<Content>,
    /// Ids of other things that describe the field; empty for none.
    pub described_by: String,
    /// The id of a list of answers the browser offers; empty for none.
    pub list: String,
    /// Shown and not usable.
    pub disabled: bool,
}

/// What sort of text a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Any text; also for numbers, which browsers treat badly.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Tel,
    /// Words to look for.
    Search,
    /// A secret.
    Password,
    /// A number with steps; rarely right.
    Number,
}

/// Which keyboard a phone shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputMode {
    /// Digits only.
    Numeric,
    /// Digits and a decimal point.
    Decimal,
}

/// How wide a field is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name is the number of characters")]
pub enum InputWidth {
    /// As wide as its column.
    #[default]
    Column,
    Characters2,
    Characters3,
    Characters4,
    Characters5,
    Characters10,
    Characters20,
    Characters30,
    /// Two thirds of its column.
    TwoThirds,
    /// Half of its column.
    OneHalf,
}

impl Input {
    /// A field with a label.
    pub fn new(name: impl Into<String>, label: impl Into<Label>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            ..Self::default()
        }
    }
}

/// The question with its field.
pub fn input(options: &Input) -> Markup {
    let id = filled(&options.id).unwrap_or(&options.name);
    let group = FormGroup {
        id,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let field = bare(options, id, &group.described_by(), "govuk-input");
    let field = if options.prefix.is_some() || options.suffix.is_some() {
        html! {
            div class="govuk-input__wrapper" {
                @if let Some(prefix) = &options.prefix {
                    div class="govuk-input__prefix" aria-hidden="true" { (prefix) }
                }
                (field)
                @if let Some(suffix) = &options.suffix {
                    div class="govuk-input__suffix" aria-hidden="true" { (suffix) }
                }
            }
        }
    } else {
        field
    };
    group.single(&options.label.of(id), &field)
}

/// The field alone.
pub(super) fn bare(options: &Input, id: &str, described_by: &str, base: &str) -> Markup {
    let mut class = base.to_owned();
    if options.error.is_some() {
        class.push_str(" govuk-input--error");
    }
    class.push_str(options.width.class());
    let kind = match options.kind {
        InputKind::Text => "text",
        InputKind::Email => "email",
        InputKind::Tel => "tel",
        InputKind::Search => "search",
        InputKind::Password => "password",
        InputKind::Number => "number",
    };
    let mode = options.mode.map(|mode| match mode {
        InputMode::Numeric => "numeric",
        InputMode::Decimal => "decimal",
    });
    html! {
        input class=(class) id=(id) name=(options.name) type=(kind)
            spellcheck=[options.spellcheck] value=[filled(&options.value)]
            disabled[options.disabled] aria-describedby=[filled(described_by)]
            autocomplete=[filled(&options.autocomplete)] pattern=[filled(&options.pattern)]
            inputmode=[mode] list=[filled(&options.list)];
    }
}

impl InputWidth {
    fn class(self) -> &'static str {
        match self {
            Self::Column => "",
            Self::Characters2 => " govuk-input--width-2",
            Self::Characters3 => " govuk-input--width-3",
            Self::Characters4 => " govuk-input--width-4",
            Self::Characters5 => " govuk-input--width-5",
            Self::Characters10 => " govuk-input--width-10",
            Self::Characters20 => " govuk-input--width-20",
            Self::Characters30 => " govuk-input--width-30",
            Self::TwoThirds => " govuk-!-width-two-thirds",
            Self::OneHalf => " govuk-!-width-one-half",
        }
    }
}
