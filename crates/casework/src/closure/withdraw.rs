//! Withdraw a complaint.

use jiff::civil::Date;

use super::Withdrawn;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that the complainant withdrew, and that it was confirmed in writing.
///
/// Source: SI 2006/1738 reg 7: at any time, by word of mouth or in writing. Silence is no withdrawal
/// (REP-15.7).
#[derive(Clone, Copy, Debug)]
pub struct Withdraw {
    /// Whether it was by word of mouth.
    pub oral: bool,
    /// Whether the authority looks at the matter anyway; `None` where an older record does not say.
    pub looked_into: Option<bool>,
    /// The day it was confirmed in writing.
    pub confirmed_on: Date,
}

impl Withdraw {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, has ended, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("a withdrawal")?;
        case.still_running()?;
        law.happened(
            "the withdrawal",
            self.confirmed_on,
            ("the receipt", case.received_on),
        )?;
        let took = law.elapsed(case.received_on, self.confirmed_on)?;
        let withdrawn = Withdrawn {
            oral: self.oral,
            looked_into: self.looked_into,
            took: u16::try_from(took).unwrap_or(u16::MAX),
        };
        let clocks = case.clocks.stop_all(self.confirmed_on);
        Ok(vec![Fact {
            on: self.confirmed_on,
            event: Event::Withdrawn(withdrawn),
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{acknowledge, day, given, record_complaint};

    #[test]
    fn a_withdrawal_stops_every_clock() {
        given([record_complaint(), acknowledge("2015-03-27")])
            .when(Withdraw {
                oral: true,
                looked_into: None,
                confirmed_on: day("2015-04-01"),
            })
            .then_stopped("D-S1", "2015-04-01");
    }

    #[test]
    fn nothing_can_be_withdrawn_twice() {
        let withdraw = Withdraw {
            oral: true,
            looked_into: Some(true),
            confirmed_on: day("2015-04-01"),
        };
        given([record_complaint(), withdraw.into()])
            .when(withdraw)
            .then_refused(&Refusal::AlreadyDone {
                what: "the withdrawal",
                on: day("2015-04-01"),
            });
    }
}
