//! Forms: what was sent, kept as typed; what could not be understood, all of it at once.

use std::str::FromStr;

use axum::extract::{Form, FromRequest, Request};
use jiff::civil::Date;

use crate::components::Problem;
use crate::page_error::PageError;
use crate::site::Site;

/// What was sent, in order and as typed.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

/// What could not be understood: the field and the message, in the order found.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<(String, String)>);

impl Fields {
    /// Fields as a request carries them.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The first value of a field as typed; empty when it was not sent.
    pub fn raw(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// The first value of a field without surrounding space.
    pub fn text(&self, name: &str) -> &str {
        self.raw(name).trim()
    }

    /// Everything that was sent: name and value, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Every value of a field that may be chosen several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.as_str())
    }

    /// A text that must be there.
    pub fn required(&self, name: &str, problems: &mut Problems, missing: &str) -> String {
        let text = self.text(name);
        if text.is_empty() {
            problems.add(name, missing);
        }
        text.to_owned()
    }

    /// A choice that must be one of those there are.
    pub fn choice<T: FromStr>(
        &self,
        name: &str,
        problems: &mut Problems,
        missing: &str,
    ) -> Option<T> {
        let chosen = self.text(name).parse().ok();
        if chosen.is_none() {
            problems.add(name, missing);
        }
        chosen
    }

    /// A date of three fields, `NAME-day`, `NAME-month` and `NAME-year`; `None` and no problem when all
    /// three are empty.
    pub fn date(&self, name: &str, problems: &mut Problems, what: &str) -> Option<Date> {
        let [day, month, year] = self.date_parts(name);
        let missing: Vec<&str> = [("day", day), ("month", month), ("year", year)]
            .into_iter()
            .filter(|(_, part)| part.is_empty())
            .map(|(part, _)| part)
            .collect();
        if missing.len() == 3 {
            return None;
        }
        if !missing.is_empty() {
            problems.add(
                &format!("{name}-{}", missing[0]),
                &format!("{what} must include a {}", missing.join(" and a ")),
            );
            return None;
        }
        let date = match (year.parse(), month.parse(), day.parse()) {
            (Ok(year), Ok(month), Ok(day)) if (1900..=2200).contains(&year) => {
                Date::new(year, month, day).ok()
            }
            _ => None,
        };
        if date.is_none() {
            problems.add(
                &format!("{name}-day"),
                &format!("{what} must be a real date, such as 27 3 2026"),
            );
        }
        date
    }

    /// A date that must be there.
    pub fn required_date(&self, name: &str, problems: &mut Problems, what: &str) -> Option<Date> {
        let before = problems.0.len();
        let date = self.date(name, problems, what);
        if date.is_none() && problems.0.len() == before {
            problems.add(
                &format!("{name}-day"),
                &format!("Enter {}", lower_first(what)),
            );
        }
        date
    }

    /// The three parts of a date as typed.
    pub fn date_parts(&self, name: &str) -> [&str; 3] {
        ["day", "month", "year"].map(|part| self.text(&format!("{name}-{part}")))
    }
}

impl Problems {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: &str, message: &str) {
        self.0.push((field.to_owned(), message.to_owned()));
    }

    /// Whether everything was understood.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The message at a field, if there is one. A date's message may be at one of its parts.
    pub fn at(&self, field: &str) -> Option<&str> {
        let part_of = |name: &str| {
            name.strip_prefix(field)
                .is_some_and(|rest| ["-day", "-month", "-year"].contains(&rest))
        };
        self.0
            .iter()
            .find(|(name, _)| name == field || part_of(name))
            .map(|(_, message)| message.as_str())
    }

    /// The problems for the error summary, each a link to its field.
    pub fn summary(&self) -> Vec<Problem> {
        self.0
            .iter()
            .map(|(field, message)| Problem::at(field, message.as_str()))
            .collect()
    }
}

impl FromRequest<Site> for Fields {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Site) -> Result<Self, PageError> {
        let form = Form::<Vec<(String, String)>>::from_request(request, site).await;
        form.map(|Form(pairs)| Self(pairs))
            .map_err(|refused| PageError::of_status(refused.status()))
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
