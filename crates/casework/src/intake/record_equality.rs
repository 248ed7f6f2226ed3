//! Record an equality monitoring form.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::Refusal;

/// Keep the answers of an equality monitoring form, sealed apart from the case.
///
/// Source: REP-22.3: a purpose of its own; voluntary; never visible to those who handle the case.
#[derive(Clone, Debug)]
pub struct RecordEquality {
    /// Whose answers.
    pub person: PersonId,
    /// The answers.
    pub answers: Sealed,
    /// The day the form came back, or the record was looked up.
    pub on: Date,
}

impl RecordEquality {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        law.happened(
            "the equality form",
            self.on,
            ("the receipt", case.received_on),
        )?;
        let event = Event::EqualityRecorded {
            person: self.person,
            answers: self.answers.clone(),
        };
        Ok(vec![Fact::new(self.on, event)])
    }
}
