//! Date input: a date that people know, in three fields.

use maud::{Markup, html};

use super::{
    Content, Input, InputMode, InputWidth, Label, Legend, content::filled, form_group::FormGroup,
    input::bare,
};

/// A date in three fields, kept as it was typed.
#[derive(Clone, Debug, Default)]
pub struct DateInput {
    /// The id of the group; the fields' ids are made from it.
    pub id: String,
    /// What the three names begin with, so that `received` sends `received-day`; empty for `day`.
    pub name_prefix: String,
    /// What is asked.
    pub legend: Option<Legend>,
    /// Usually an example: "For example, 27 3 2026".
    pub hint: Option<Content>,
    /// What is wrong with the answer.
    pub error: Option<Content>,
    /// Which fields are at fault; if there is an error and this names none, all three are marked.
    pub faulty: DateParts<bool>,
    /// The answer so far, as typed.
    pub value: DateParts<String>,
    /// Ids of other things that describe the group; empty for none.
    pub described_by: String,
}

/// Something for each part of a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateParts<T> {
    /// The day of the month.
    pub day: T,
    /// The month, as a number or a name.
    pub month: T,
    /// The year.
    pub year: T,
}

impl DateInput {
    /// A date under a legend; `name` is the id, and the three names begin with it.
    pub fn new(name: impl Into<String>, legend: Legend) -> Self {
        let name = name.into();
        Self {
            id: name.clone(),
            name_prefix: name,
            legend: Some(legend),
            ..Self::default()
        }
    }
}

/// The question with its three fields.
pub fn date_input(options: &DateInput) -> Markup {
    let group = FormGroup {
        id: &options.id,
        hint: options.hint.as_ref(),
        error: options.error.as_ref(),
        described_by: &options.described_by,
    };
    let faulty = &options.faulty;
    let all = options.error.is_some() && *faulty == DateParts::default();
    let fields = html! {
        div class="govuk-date-input" id=[filled(&options.id)] {
            (part(options, "day", "Day", &options.value.day, all || faulty.day))
            (part(options, "month", "Month", &options.value.month, all || faulty.month))
            (part(options, "year", "Year", &options.value.year, all || faulty.year))
        }
    };
    group.several(options.legend.as_ref(), true, &fields)
}

fn part(options: &DateInput, name: &str, label: &str, value: &str, faulty: bool) -> Markup {
    let id = format!("{}-{name}", options.id);
    let field = Input {
        name: match filled(&options.name_prefix) {
            Some(prefix) => format!("{prefix}-{name}"),
            None => name.to_owned(),
        },
        value: value.to_owned(),
        mode: Some(InputMode::Numeric),
        width: if name == "year" {
            InputWidth::Characters4
        } else {
            InputWidth::Characters2
        },
        ..Input::default()
    };
    let class = if faulty {
        "govuk-input govuk-date-input__input govuk-input--error"
    } else {
        "govuk-input govuk-date-input__input"
    };
    let label = html! {
        label class="govuk-label govuk-date-input__label" for=(id) { (Label::new(label).text) }
    };
    html! {
        div class="govuk-date-input__item" {
            div class="govuk-form-group" { (label) (bare(&field, &id, "", class)) }
        }
    }
}
