//! Record what was done about an advocate.

use jiff::civil::Date;

use super::AdvocacyRecorded;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that a child or young person was told about advocacy, and what came of it.
///
/// Source: Children Act 1989 s.26A; SI 2004/719 reg 4.
#[derive(Clone, Debug)]
pub struct RecordAdvocacy {
    /// What was done.
    pub recorded: AdvocacyRecorded,
    /// The day it was done.
    pub on: Date,
}

impl RecordAdvocacy {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the case is closed or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_open()?;
        law.happened(
            "the offer of an advocate",
            self.on,
            ("the receipt", case.received_on),
        )?;
        Ok(vec![Fact::new(
            self.on,
            Event::AdvocacyRecorded(self.recorded.clone()),
        )])
    }
}
