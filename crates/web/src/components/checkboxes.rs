//! Checkboxes: any of a few.

use maud::{Markup, html};

use super::{
    Content, Legend, content::filled, form_group::FormGroup, hint::choice_hint,
    label::choice_label, radios::place_id,
};

/// Any of a few.
#[derive(Clone, Debug, Default)]
pub struct Checkboxes {
    /// The name sent with the form, once for each one ticked.
    pub name: String,
    /// What the ids begin with, if it is not the name; empty otherwise.
    pub id_prefix: String,
    /// What is asked; may be left out for a single box.
    pub legend: Option<Legend>,
    /// Help that nearly everyone needs.
    pub hint: Option<Content>,
    /// What is wrong with the answer.
    pub error: Option<Content>,
    /// What there is to tick.
    pub items: Vec<CheckboxItem>,
    /// Smaller: where the choice is not the point of the page.
    pub small: bool,
    /// Ids of other things that describe the group; empty for none.
    pub described_by: String,
}

/// A box, or what stands between boxes.
#[derive(Clone, Debug)]
pub enum CheckboxItem {
    /// A box.
    Checkbox(Checkbox),
    /// A word between boxes: "or".
    Divider(Content),
}

/// One box.
#[derive(Clone, Debug, Default)]
pub struct Checkbox {
    /// What is sent if it is ticked.
    pub value: String,
    /// What is read.
    pub text: Content,
    /// Help for this box.
    pub hint: Option<Content>,
    /// Ticked.
    pub checked: bool,
    /// Shown and not to be ticked.
    pub disabled: bool,
    /// A name of its own; empty for the group's.
    pub name: String,
    /// Its id, if it is not made from the prefix and its place; empty otherwise.
    pub id: String,
    /// Ticking this unticks the others: "None of these".
    pub exclusive: bool,
    /// A question that is asked only of those who tick this.
    pub conditional: Option<Markup>,
}

impl Checkbox {
    /// A box.
    pub fn new(value: impl Into<String>, text: impl Into<Content>) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
            ..Self::default()
        }
    }
}

impl From<Checkbox> for CheckboxItem {
    fn from(checkbox: Checkbox) -> Self {
        Self::Checkbox(checkbox)
    }
}

impl Checkboxes {
    /// Plain boxes, with those ticked whose value is among `ticked`.
    pub fn new<V: Into<String>, T: Into<Content>>(
        name: impl Into<String>,
        legend: Legend,
        items: impl IntoIterator<Item = (V, T)>,
        ticked: &[String],
    ) -> Self {
        let items = items.into_iter().map(|(value, text)| {
            let checkbox = Checkbox::new(value, text);
            CheckboxItem::Checkbox(Checkbox {
                checked: ticked.contains(&checkbox.value),
                ..checkbox
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

/// The question with its boxes.
pub fn checkboxes(options: &Checkboxes) -> Markup {
    let prefix = filled(&options.id_prefix).unwrap_or(&options.name);
    let group = FormGroup {
        id: prefix,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let class = if options.small {
        "govuk-checkboxes govuk-checkboxes--small"
    } else {
        "govuk-checkboxes"
    };
    // Without a fieldset to carry it, the description belongs to each box.
    let described_by = match options.legend {
        Some(_) => String::new(),
        None => group.described_by(),
    };
    let fields = html! {
        div class=(class) data-module="govuk-checkboxes" {
            @for (index, item) in options.items.iter().enumerate() {
                @match item {
                    CheckboxItem::Divider(text) => {
                        div class="govuk-checkboxes__divider" { (text) }
                    }
                    CheckboxItem::Checkbox(checkbox) => {
                        (choice(checkbox, &options.name, &place_id(prefix, index), &described_by))
                    }
                }
            }
        }
    };
    group.several(options.legend.as_ref(), false, &fields)
}

fn choice(checkbox: &Checkbox, group_name: &str, place_id: &str, described_by: &str) -> Markup {
    let id = filled(&checkbox.id).unwrap_or(place_id);
    let name = filled(&checkbox.name).unwrap_or(group_name);
    let hint_id = format!("{id}-item-hint");
    let mut described_by = described_by.to_owned();
    if checkbox.hint.is_some() {
        if !described_by.is_empty() {
            described_by.push(' ');
        }
        described_by.push_str(&hint_id);
    }
    let conditional_id = format!("conditional-{id}");
    let conditional_class = if checkbox.checked {
        "govuk-checkboxes__conditional"
    } else {
        "govuk-checkboxes__conditional govuk-checkboxes__conditional--hidden"
    };
    html! {
        div class="govuk-checkboxes__item" {
            input class="govuk-checkboxes__input" id=(id) name=(name) type="checkbox"
                value=(checkbox.value) checked[checkbox.checked] disabled[checkbox.disabled]
                data-aria-controls=[checkbox.conditional.is_some().then_some(&conditional_id)]
                data-behaviour=[checkbox.exclusive.then_some("exclusive")]
                aria-describedby=[filled(&described_by)];
            (choice_label("govuk-checkboxes__label", id, &checkbox.text))
            @if let Some(hint) = &checkbox.hint {
                (choice_hint("govuk-checkboxes__hint", &hint_id, hint))
            }
        }
        @if let Some(conditional) = &checkbox.conditional {
            div class=(conditional_class) id=(conditional_id) { (conditional) }
        }
    }
}
