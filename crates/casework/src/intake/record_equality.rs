//! Record an equality monitoring form.

use jiff::civil::Date;

use super::equality::{About, AnswerSource, EqualityRecorded};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::law::Law;
use crate::refusal::Refusal;

/// Keep the answers of an equality monitoring form, sealed apart from the case. A form need not have been sent: the
/// care record may have been looked up, or somebody have answered on the telephone.
///
/// Source: REP-22.3: a purpose of its own; voluntary; never visible to those who handle the case.
#[derive(Clone, Debug)]
pub struct RecordEquality {
    /// Whose answers.
    pub person: PersonId,
    /// Whom they describe.
    pub about: About,
    /// Where they come from, unless a single answer says otherwise.
    pub source: AnswerSource,
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
    /// A [`Refusal`] when the day is impossible, or the person has not that part in the case.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        law.happened(
            "the equality form",
            self.on,
            ("the receipt", case.received_on),
        )?;
        case.can_be_monitored(self.person, self.about)?;
        let event = Event::EqualityRecorded(EqualityRecorded {
            person: self.person,
            answers: self.answers.clone(),
            about: Some(self.about),
            source: Some(self.source),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}
