//! Record that the Ombudsman took up a case.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the Ombudsman's first letter. Possible at any stage and after closing: the Ombudsman normally
/// waits for every stage and takes cases earlier where the delay is serious. The complainant's time for going
/// there is used with it.
#[derive(Clone, Debug)]
pub struct RecordOmbudsmanCase {
    /// The Ombudsman's own reference, sealed.
    pub reference: Option<Sealed>,
    /// The day the authority received it.
    pub on: Date,
}

impl RecordOmbudsmanCase {
    /// A letter received on a day.
    pub fn on(on: Date) -> Self {
        Self {
            reference: None,
            on,
        }
    }

    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, one is open already, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("an Ombudsman case")?;
        law.happened(
            "the Ombudsman’s letter",
            self.on,
            ("the receipt", case.received_on),
        )?;
        if let Ok(open) = case.with_the_ombudsman() {
            return Err(Refusal::AlreadyDone {
                what: "the Ombudsman’s letter",
                on: open.opened_on,
            });
        }
        let event = Event::OmbudsmanCaseOpened {
            reference: self.reference.clone(),
            stage: Some(case.stage()),
        };
        let met = case.clocks.meet(LimitId::OmbudsmanComplaint, self.on);
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks: met.into_iter().collect(),
        }])
    }
}
