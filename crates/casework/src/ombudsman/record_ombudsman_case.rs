//! Record that the Ombudsman took up a case.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the Ombudsman's first letter. Possible at any stage and after closing (REP-14.1).
#[derive(Clone, Copy, Debug)]
pub struct RecordOmbudsmanCase {
    /// The day the authority received it.
    pub on: Date,
}

impl RecordOmbudsmanCase {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, one is open already, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("an Ombudsman case")?;
        law.happened(
            "the Ombudsman's letter",
            self.on,
            ("the receipt", case.received_on),
        )?;
        if let Some(open) = case
            .ombudsman
            .iter()
            .find(|ombudsman| ombudsman.decided.is_none())
        {
            return Err(Refusal::AlreadyDone {
                what: "the Ombudsman's letter",
                on: open.opened_on,
            });
        }
        Ok(vec![Fact::new(self.on, Event::OmbudsmanCaseOpened)])
    }
}
