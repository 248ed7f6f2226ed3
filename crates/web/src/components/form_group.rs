//! What every question shares: its group, hint, error message, and the ids that tie them to the field.

use maud::{Markup, html};

use super::{Content, ErrorMessage, Fieldset, Hint, Legend, error_message, fieldset, hint};

/// A question without its field.
pub(super) struct FormGroup<'a> {
    /// The id that hint and error are named after.
    pub(super) id: &'a str,
    pub(super) hint: Option<&'a Content>,
    pub(super) error: Option<&'a Content>,
    /// Ids given by the page, before ours.
    pub(super) described_by: &'a str,
}

impl FormGroup<'_> {
    /// The ids of all that describes the field, for `aria-describedby`.
    pub(super) fn described_by(&self) -> String {
        let mut ids = self.described_by.to_owned();
        let mut add = |suffix: &str| {
            if !ids.is_empty() {
                ids.push(' ');
            }
            ids.push_str(self.id);
            ids.push_str(suffix);
        };
        if self.hint.is_some() {
            add("-hint");
        }
        if self.error.is_some() {
            add("-error");
        }
        ids
    }

    /// Hint and error message, in the order in which they are read.
    fn notes(&self) -> Markup {
        html! {
            @if let Some(text) = self.hint {
                (hint(&Hint { text: text.clone(), id: format!("{}-hint", self.id) }))
            }
            @if let Some(text) = self.error {
                (error_message(&ErrorMessage {
                    text: text.clone(),
                    id: format!("{}-error", self.id),
                    ..ErrorMessage::default()
                }))
            }
        }
    }

    fn class(&self) -> &'static str {
        if self.error.is_some() {
            "govuk-form-group govuk-form-group--error"
        } else {
            "govuk-form-group"
        }
    }

    /// A question with one field: label, notes, field.
    pub(super) fn single(&self, label: &Markup, field: &Markup) -> Markup {
        html! {
            div class=(self.class()) { (label) (self.notes()) (field) }
        }
    }

    /// A question with several fields, under a legend if it has one.
    pub(super) fn several(
        &self,
        legend: Option<&Legend>,
        role_group: bool,
        fields: &Markup,
    ) -> Markup {
        let body = html! { (self.notes()) (fields) };
        html! {
            div class=(self.class()) {
                @if let Some(legend) = legend {
                    (fieldset(&Fieldset {
                        legend: Some(legend.clone()),
                        described_by: self.described_by(),
                        role_group,
                        body: body.into(),
                    }))
                } @else {
                    (body)
                }
            }
        }
    }
}
