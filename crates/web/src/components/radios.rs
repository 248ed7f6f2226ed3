//! Radios: one of a few.

use maud::{Markup, html};

use super::{
    Content, Legend, content::filled, form_group::FormGroup, hint::choice_hint, label::choice_label,
};

/// One of a few.
#[derive(Clone, Debug, Default)]
pub struct Radios {
    /// The name sent with the form.
    pub name: String,
    /// What the ids begin with, if it is not the name; empty otherwise.
    pub id_prefix: String,
    /// What is asked.
    pub legend: Option<Legend>,
    /// Help that nearly everyone needs.
    pub hint: Option<Content>,
    /// What is wrong with the answer.
    pub error: Option<Content>,
    /// What there is to choose from.
    pub items: Vec<RadioItem>,
    /// Side by side: only for two short ones.
    pub inline: bool,
    /// Smaller: where the choice is not the point of the page.
    pub small: bool,
    /// Ids of other things that describe the group; empty for none.
    pub described_by: String,
}

/// A choice, or what stands between choices.
#[derive(Clone, Debug)]
pub enum RadioItem {
    /// A choice.
    Radio(Radio),
    /// A word between choices: "or".
    Divider(Content),
}

/// One choice.
#[derive(Clone, Debug, Default)]
pub struct Radio {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: Content,
    /// Help for this choice.
    pub hint: Option<Content>,
    /// Chosen.
    pub checked: bool,
    /// Shown and not to be chosen.
    pub disabled: bool,
    /// Its id, if it is not made from the prefix and its place; empty otherwise.
    pub id: String,
    /// A question that is asked only of those who choose this. Prefer to ask it of everybody or on
    /// the next page: the Design System's script marks the radio with `aria-expanded`, which radios
    /// may not have, so checkers report it.
    pub conditional: Option<Markup>,
}

impl Radio {
    /// A choice.
    pub fn new(value: impl Into<String>, text: impl Into<Content>) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
            ..Self::default()
        }
    }
}

impl From<Radio> for RadioItem {
    fn from(radio: Radio) -> Self {
        Self::Radio(radio)
    }
}

impl Radios {
    /// Plain choices, with the one of the value `selected` chosen, if there is one.
    pub fn new<V: Into<String>, T: Into<Content>>(
        name: impl Into<String>,
        legend: Legend,
        items: impl IntoIterator<Item = (V, T)>,
        selected: &str,
    ) -> Self {
        let items = items.into_iter().map(|(value, text)| {
            let radio = Radio::new(value, text);
            RadioItem::Radio(Radio {
                checked: radio.value == selected,
                ..radio
            })
        });
        Self {
            name: name.into(),
            legend: Some(legend),
            items: items.collect(),
            ..Self::default()
        }
    }
}

/// The question with its choices.
pub fn radios(options: &Radios) -> Markup {
    let prefix = filled(&options.id_prefix).unwrap_or(&options.name);
    let group = FormGroup {
        id: prefix,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let mut class = String::from("govuk-radios");
    if options.inline {
        class.push_str(" govuk-radios--inline");
    }
    if options.small {
        class.push_str(" govuk-radios--small");
    }
    let fields = html! {
        div class=(class) data-module="govuk-radios" {
            @for (index, item) in options.items.iter().enumerate() {
                @match item {
                    RadioItem::Divider(text) => { div class="govuk-radios__divider" { (text) } }
                    RadioItem::Radio(radio) => (choice(radio, &options.name, &place_id(prefix, index)))
                }
            }
        }
    };
    group.several(options.legend.as_ref(), false, &fields)
}

/// The id of the choice at this place: the first is the prefix itself, so that an error can link to it.
pub(super) fn place_id(prefix: &str, index: usize) -> String {
    match index {
        0 => prefix.to_owned(),
        _ => format!("{prefix}-{}", index + 1),
    }
}

fn choice(radio: &Radio, name: &str, place_id: &str) -> Markup {
    let id = filled(&radio.id).unwrap_or(place_id);
    let hint_id = format!("{id}-item-hint");
    let conditional_id = format!("conditional-{id}");
    let conditional_class = if radio.checked {
        "govuk-radios__conditional"
    } else {
        "govuk-radios__conditional govuk-radios__conditional--hidden"
    };
    html! {
        div class="govuk-radios__item" {
            input class="govuk-radios__input" id=(id) name=(name) type="radio" value=(radio.value)
                checked[radio.checked] disabled[radio.disabled]
                data-aria-controls=[radio.conditional.is_some().then_some(&conditional_id)]
                aria-describedby=[radio.hint.is_some().then_some(&hint_id)];
            (choice_label("govuk-radios__label", id, &radio.text))
            @if let Some(hint) = &radio.hint {
                (choice_hint("govuk-radios__hint", &hint_id, hint))
            }
        }
        @if let Some(conditional) = &radio.conditional {
            div class=(conditional_class) id=(conditional_id) { (conditional) }
        }
    }
}
