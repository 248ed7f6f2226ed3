//! Record that a remedy was carried out.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::ombudsman::RemedyNumber;
use crate::refusal::Refusal;

/// Record the day on which a remedy the authority agreed to was carried out or paid. Possible after the
/// case is closed.
///
/// Source: Local Government Act 2000 s.92.
#[derive(Clone, Copy, Debug)]
pub struct CarryOutRemedy {
    /// Which.
    pub remedy: RemedyNumber,
    /// The day.
    pub on: Date,
}

impl CarryOutRemedy {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such remedy, it was carried out before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let mut remedies = case.remedies.iter();
        let remedy = remedies
            .find(|remedy| remedy.number == self.remedy)
            .ok_or(Refusal::NoAgreedRemedy(self.remedy))?;
        if let Some(on) = remedy.carried_out_on {
            return Err(Refusal::AlreadyDone {
                what: "carrying out this remedy",
                on,
            });
        }
        law.happened(
            "carrying out the remedy",
            self.on,
            ("the agreement", remedy.agreed_on),
        )?;
        let event = Event::RemedyCarriedOut {
            remedy: self.remedy,
        };
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{AgreeRemedy, AgreedRemedy};
    use crate::remedy::RemedyKind;
    use crate::story::{day, fixture, given, record_complaint};

    #[test]
    fn a_remedy_is_carried_out_once_and_not_before_it_was_agreed() {
        let carry_out = |number, on: &str| CarryOutRemedy {
            remedy: RemedyNumber(number),
            on: day(on),
        };
        let agreed = AgreeRemedy {
            agreed: AgreedRemedy {
                kind: RemedyKind::Apology,
                person: fixture::PARENT,
                text: fixture::sealed(70),
                due_on: None,
                payment: None,
            },
            on: day("2015-04-20"),
        };
        let history = [record_complaint(), agreed.into()];
        given(history.clone())
            .when(carry_out(2, "2015-04-21"))
            .then_refused(&Refusal::NoAgreedRemedy(RemedyNumber(2)));
        given(history.clone())
            .when(carry_out(1, "2015-04-19"))
            .then_refused(&Refusal::BeforeItCould {
                what: "carrying out the remedy",
                on: day("2015-04-19"),
                earliest: "the agreement",
                earliest_on: day("2015-04-20"),
            });
        let [first, second] = history;
        given([first, second, carry_out(1, "2015-04-20").into()])
            .when(carry_out(1, "2015-04-21"))
            .then_refused(&Refusal::AlreadyDone {
                what: "carrying out this remedy",
                on: day("2015-04-20"),
            });
    }
}
