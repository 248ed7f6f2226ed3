//! Decline to consider a complaint under the procedure.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{DeclineGround, Declined, Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Decide not to consider a complaint, on one of the lawful grounds, and tell the person why.
///
/// Source: SI 2006/1738 regs 9 and 12; a complaint accepted at Stage 1 cannot be declined afterwards
/// (REP-4.3), so this is for complaints that nobody has answered yet.
#[derive(Clone, Debug)]
pub struct Decline {
    /// The lawful ground.
    pub ground: DeclineGround,
    /// The reasons given in writing, with the right to go to the Ombudsman.
    pub reasons: Sealed,
    /// The day the letter was sent.
    pub on: Date,
}

impl Decline {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, has been acknowledged as accepted and answered, has ended,
    /// or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("declining")?;
        case.still_running()?;
        case.not_yet_answered("declining")?;
        law.happened("the decision", self.on, ("the receipt", case.received_on))?;
        let declined = Declined {
            ground: self.ground,
            reasons: self.reasons.clone(),
        };
        Ok(vec![Fact {
            on: self.on,
            event: Event::Declined(declined),
            clocks: case.clocks.stop_all(self.on),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{day, fixture, given, record_complaint, respond};

    fn decline() -> Decline {
        Decline {
            ground: DeclineGround::AnotherBody,
            reasons: fixture::sealed(70),
            on: day("2015-04-15"),
        }
    }

    #[test]
    fn declining_stops_the_clocks() {
        given([record_complaint()])
            .when(decline())
            .then_stopped("D-S1", "2015-04-15");
    }

    #[test]
    fn an_answered_complaint_cannot_be_declined() {
        given([record_complaint(), respond("2015-04-13")])
            .when(decline())
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-13"),
            });
    }
}
