//! Asking: the questions of a form with the answers so far and what is wrong with them.

use casework::settings::List;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::components::{
    Checkboxes, Content, DateInput, DateParts, Input, InputMode, InputWidth, Label, Legend, Radios,
    Select, Size, Textarea, checkboxes, date_input, input, radios, select, textarea,
};
use crate::form::{Fields, Problems};

/// The answers so far, as typed, and what is wrong with them.
pub(crate) struct Answers<'a> {
    /// What was typed.
    pub(crate) fields: &'a Fields,
    /// What is wrong.
    pub(crate) problems: &'a Problems,
}

/// A date to fill in beforehand.
pub(crate) fn today_for(name: &str, day: Date) -> Vec<(String, String)> {
    vec![
        (format!("{name}-day"), day.day().to_string()),
        (format!("{name}-month"), day.month().to_string()),
        (format!("{name}-year"), day.year().to_string()),
    ]
}

/// The entries of one of the authority's lists, as a form asks for them.
pub(crate) fn entries(list: &List) -> Vec<(String, String)> {
    let entries = list.0.iter();
    entries
        .map(|entry| (entry.code.to_string(), entry.label.clone()))
        .collect()
}

impl Answers<'_> {
    /// A date.
    pub(crate) fn date(&self, name: &str, legend: &str, hint: &str) -> Markup {
        let [day, month, year] = self.fields.date_parts(name).map(str::to_owned);
        date_input(&DateInput {
            hint: some(hint),
            error: self.error(name),
            value: DateParts { day, month, year },
            ..DateInput::new(name, small_legend(legend))
        })
    }

    /// A line of text.
    pub(crate) fn line(&self, name: &str, label: &str, hint: &str) -> Markup {
        input(&Input {
            hint: some(hint),
            error: self.error(name),
            value: self.fields.raw(name).to_owned(),
            width: InputWidth::TwoThirds,
            // What is typed here is about other people: the browser has nothing to offer.
            autocomplete: "off".into(),
            spellcheck: Some(false),
            ..Input::new(name, small_label(label))
        })
    }

    /// A line of text for which some answers are offered; any other can be typed.
    pub(crate) fn line_offering(
        &self,
        name: &str,
        label: &str,
        hint: &str,
        offered: &[&str],
    ) -> Markup {
        if offered.is_empty() {
            return self.line(name, label, hint);
        }
        let list = format!("{name}-offered");
        html! {
            (input(&Input {
                hint: some(hint),
                error: self.error(name),
                value: self.fields.raw(name).to_owned(),
                width: InputWidth::TwoThirds,
                autocomplete: "off".into(),
                spellcheck: Some(false),
                list: list.clone(),
                ..Input::new(name, small_label(label))
            }))
            datalist id=(list) { @for answer in offered { option value=(answer) {} } }
        }
    }

    /// A whole number, in digits.
    pub(crate) fn count(&self, name: &str, label: &str, hint: &str) -> Markup {
        input(&Input {
            hint: some(hint),
            error: self.error(name),
            value: self.fields.raw(name).to_owned(),
            width: InputWidth::Characters10,
            mode: Some(InputMode::Numeric),
            autocomplete: "off".into(),
            spellcheck: Some(false),
            ..Input::new(name, small_label(label))
        })
    }

    /// Several lines of text.
    pub(crate) fn text(&self, name: &str, label: &str, hint: &str, rows: u16) -> Markup {
        textarea(&Textarea {
            hint: some(hint),
            error: self.error(name),
            value: self.fields.raw(name).to_owned(),
            rows,
            ..Textarea::new(name, small_label(label))
        })
    }

    /// One of a few.
    pub(crate) fn one_of<V: Into<String>, T: Into<Content>>(
        &self,
        name: &str,
        legend: &str,
        hint: &str,
        items: impl IntoIterator<Item = (V, T)>,
    ) -> Markup {
        radios(&Radios {
            hint: some(hint),
            error: self.error(name),
            ..Radios::new(name, small_legend(legend), items, self.fields.text(name))
        })
    }

    /// One of many.
    pub(crate) fn one_of_many<V: Into<String>, T: Into<String>>(
        &self,
        name: &str,
        label: &str,
        hint: &str,
        items: impl IntoIterator<Item = (V, T)>,
    ) -> Markup {
        let none = std::iter::once((String::new(), "Choose one".to_owned()));
        let items = items
            .into_iter()
            .map(|(value, text)| (value.into(), text.into()));
        let chosen = self.fields.text(name);
        select(&Select {
            hint: some(hint),
            error: self.error(name),
            ..Select::new(name, small_label(label), none.chain(items), chosen)
        })
    }

    /// Any of a few.
    pub(crate) fn any_of<V: Into<String>, T: Into<Content>>(
        &self,
        name: &str,
        legend: &str,
        hint: &str,
        items: impl IntoIterator<Item = (V, T)>,
    ) -> Markup {
        let ticked: Vec<String> = self.fields.all(name).map(str::to_owned).collect();
        checkboxes(&Checkboxes {
            hint: some(hint),
            error: self.error(name),
            small: true,
            ..Checkboxes::new(name, small_legend(legend), items, &ticked)
        })
    }

    fn error(&self, name: &str) -> Option<Content> {
        self.problems.at(name).map(Content::from)
    }
}

fn some(hint: &str) -> Option<Content> {
    (!hint.is_empty()).then(|| hint.into())
}

fn small_legend(text: &str) -> Legend {
    Legend {
        size: Size::S,
        ..Legend::new(text)
    }
}

fn small_label(text: &str) -> Label {
    Label {
        size: Size::S,
        ..Label::new(text)
    }
}
