//! Reading: the answers of a form as the parts of a command, with every problem noted at once.

use app::private::seal_text;
use app::record::Order;
use casework::action::Command;
use casework::ids::Sealed;
use jiff::civil::Date;
use journal::Sealing;

use super::Hidden;
use crate::form::{Fields, Problems};

/// The longest text taken, in characters: some forty pages.
const LONGEST_TEXT: usize = 100_000;

/// A form being read. What is personal is sealed on the way.
pub(crate) struct Reading<'a> {
    /// What was typed.
    pub(crate) fields: &'a Fields,
    /// What could not be understood.
    pub(crate) problems: Problems,
    /// What is personal.
    pub(crate) sealing: Sealing,
}

impl<'a> Reading<'a> {
    /// Begins to read.
    pub(crate) fn of(fields: &'a Fields) -> Self {
        Self {
            fields,
            problems: Problems::default(),
            sealing: Sealing::new(),
        }
    }

    /// A date that must be there; `what` reads "The date it was sent".
    pub(crate) fn date(&mut self, name: &str, what: &str) -> Option<Date> {
        self.fields.required_date(name, &mut self.problems, what)
    }

    /// A date that may be left out.
    pub(crate) fn date_if_any(&mut self, name: &str, what: &str) -> Option<Date> {
        self.fields.date(name, &mut self.problems, what)
    }

    /// One of what there is, by its code.
    pub(crate) fn one_of<T: Copy>(
        &mut self,
        name: &str,
        all: &[T],
        code: impl Fn(T) -> &'static str,
        missing: &str,
    ) -> Option<T> {
        let typed = self.fields.text(name);
        let chosen = all.iter().copied().find(|choice| code(*choice) == typed);
        if chosen.is_none() {
            self.problems.add(name, missing);
        }
        chosen
    }

    /// Yes or no.
    pub(crate) fn yes_or_no(&mut self, name: &str, missing: &str) -> Option<bool> {
        self.one_of(
            name,
            &[true, false],
            |yes| if yes { "yes" } else { "no" },
            missing,
        )
    }

    /// A text that must be there, sealed.
    pub(crate) fn sealed(&mut self, name: &str, missing: &str) -> Option<Sealed> {
        let sealed = self.sealed_if_any(name);
        if sealed.is_none() && self.problems.at(name).is_none() {
            self.problems.add(name, missing);
        }
        sealed
    }

    /// A text that may be left out, sealed.
    pub(crate) fn sealed_if_any(&mut self, name: &str) -> Option<Sealed> {
        let text = self.short_enough(name)?;
        (!text.is_empty()).then(|| seal_text(&mut self.sealing, text))
    }

    /// A text of a bearable length.
    pub(crate) fn short_enough(&mut self, name: &str) -> Option<&'a str> {
        let text = self.fields.text(name);
        if text.chars().count() > LONGEST_TEXT {
            let message = format!("This text is longer than {LONGEST_TEXT} characters; shorten it");
            self.problems.add(name, &message);
            return None;
        }
        Some(text)
    }

    /// The order, unless something could not be understood.
    pub(crate) fn into_order(
        mut self,
        command: Option<Command>,
        hidden: &Hidden,
    ) -> Result<Order, Problems> {
        match command {
            Some(command) if self.problems.is_empty() => Ok(Order {
                command,
                sealing: self.sealing,
                submission: Some(hidden.submission),
                seen: hidden.seen,
            }),
            Some(_) | None => {
                if self.problems.is_empty() {
                    self.problems
                        .add("main-content", "Some answers are missing; check the form");
                }
                Err(self.problems)
            }
        }
    }
}
