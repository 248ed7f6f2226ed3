//! Select: one of a long list. For a short list use radios.

use maud::{Markup, html};

use super::{Content, Label, content::filled, form_group::FormGroup};

/// One of a long list.
#[derive(Clone, Debug, Default)]
pub struct Select {
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
    /// What there is to choose from.
    pub items: Vec<SelectItem>,
    /// As wide as its column.
    pub full_width: bool,
    /// Ids of other things that describe the field; empty for none.
    pub described_by: String,
    /// Shown and not usable.
    pub disabled: bool,
}

/// One item of the list.
#[derive(Clone, Debug, Default)]
pub struct SelectItem {
    /// What is sent, if it is not the text.
    pub value: Option<String>,
    /// What is read.
    pub text: String,
    /// Chosen.
    pub selected: bool,
    /// Shown and not to be chosen.
    pub disabled: bool,
}

impl Select {
    /// A list with the item of the value `selected` chosen, if there is one.
    pub fn new<V: Into<String>, T: Into<String>>(
        name: impl Into<String>,
        label: impl Into<Label>,
        items: impl IntoIterator<Item = (V, T)>,
        selected: &str,
    ) -> Self {
        let items = items.into_iter().map(|(value, text)| {
            let value = value.into();
            SelectItem {
                selected: value == selected,
                value: Some(value),
                text: text.into(),
                disabled: false,
            }
        });
        Self {
            name: name.into(),
            label: label.into(),
            items: items.collect(),
            ..Self::default()
        }
    }
}

/// The question with its list.
pub fn select(options: &Select) -> Markup {
    let id = filled(&options.id).unwrap_or(&options.name);
    let group = FormGroup {
        id,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let mut class = String::from("govuk-select");
    if options.full_width {
        class.push_str(" govuk-!-width-full");
    }
    if options.error.is_some() {
        class.push_str(" govuk-select--error");
    }
    let field = html! {
        select class=(class) id=(id) name=(options.name) disabled[options.disabled]
            aria-describedby=[filled(&group.described_by())] {
            @for item in &options.items {
                option value=[item.value.as_deref()] selected[item.selected]
                    disabled[item.disabled] { (item.text) }
            }
        }
    };
    group.single(&options.label.of(id), &field)
}
