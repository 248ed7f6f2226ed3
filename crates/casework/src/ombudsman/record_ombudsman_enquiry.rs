//! Record an enquiry of the Ombudsman.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record what day the Ombudsman's letter sets for the reply. A later letter before the reply moves the
/// day: the Ombudsman alone can.
///
/// Source: the Ombudsman's letter.
#[derive(Clone, Copy, Debug)]
pub struct RecordOmbudsmanEnquiry {
    /// The day its letter sets for the reply.
    pub reply_by: Date,
    /// The day it was received.
    pub on: Date,
}

impl RecordOmbudsmanEnquiry {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Ombudsman case is open or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let ombudsman = case.with_the_ombudsman()?;
        law.happened(
            "the Ombudsman’s enquiry",
            self.on,
            ("the Ombudsman’s letter", ombudsman.opened_on),
        )?;
        if self.reply_by < self.on {
            return Err(Refusal::BeforeItCould {
                what: "the reply",
                on: self.reply_by,
                earliest: "the Ombudsman’s enquiry",
                earliest_on: self.on,
            });
        }
        let limit = LimitId::OmbudsmanEnquiry;
        let change = if case.clocks.running_of(limit).is_some() {
            ClockChange::Extended {
                limit,
                to: self.reply_by,
                valid: true,
            }
        } else {
            law.start(limit, self.reply_by)?
        };
        Ok(vec![Fact {
            on: self.on,
            event: Event::OmbudsmanEnquired {
                reply_by: self.reply_by,
            },
            clocks: case
                .taken_up_again(self.on)
                .into_iter()
                .chain([change])
                .collect(),
        }])
    }
}
