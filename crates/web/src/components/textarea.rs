//! Textarea: more than one line of text.

use maud::{Markup, html};

use super::{Content, Label, content::filled, form_group::FormGroup};

/// More than one line of text.
#[derive(Clone, Debug)]
pub struct Textarea {
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
    /// The answer so far.
    pub value: String,
    /// How many lines are seen at first.
    pub rows: u16,
    /// What the browser may fill in; empty for no hint.
    pub autocomplete: String,
    /// Check the spelling.
    pub spellcheck: Option<bool>,
    /// Ids of other things that describe the field; empty for none.
    pub described_by: String,
}

impl Default for Textarea {
    fn default() -> Self {
        Self {
            name: String::new(),
            id: String::new(),
            label: Label::default(),
            hint: None,
            error: None,
            value: String::new(),
            rows: 5,
            autocomplete: String::new(),
            spellcheck: None,
            described_by: String::new(),
        }
    }
}

impl Textarea {
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
pub fn textarea(options: &Textarea) -> Markup {
    let id = filled(&options.id).unwrap_or(&options.name);
    let group = FormGroup {
        id,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let class = if options.error.is_some() {
        "govuk-textarea govuk-textarea--error"
    } else {
        "govuk-textarea"
    };
    // A parser drops a line break right after the tag, so one that was typed is given a second.
    let lead = if options.value.starts_with('\n') {
        "\n"
    } else {
        ""
    };
    let field = html! {
        textarea class=(class) id=(id) name=(options.name) rows=(options.rows)
            spellcheck=[options.spellcheck] aria-describedby=[filled(&group.described_by())]
            autocomplete=[filled(&options.autocomplete)] { (lead) (options.value) }
    };
    group.single(&options.label.of(id), &field)
}
