//! Agree to wait for the Stage 1 answer.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{EscalationFault, Refusal};

/// Record that the complainant, who could go on to Stage 2, agrees to wait for the answer until a day.
///
/// Source: Getting the Best from Complaints (2006), Stage 1. No time limit moves: the answer is late all
/// the same and is counted so.
#[derive(Clone, Copy, Debug)]
pub struct AgreeToWait {
    /// Until when they wait.
    pub until: Date,
    /// The day they agreed.
    pub on: Date,
}

impl AgreeToWait {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 1 was answered or its time still runs, the complainant was not told that they
    /// may go on to Stage 2, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("agreeing to wait")?;
        law.happened("the agreement", self.on, ("the receipt", case.received_on))?;
        case.stage_1_ran_out(self.on)?;
        let offered = case
            .local_resolution
            .as_ref()
            .and_then(|stage| stage.offered.as_ref());
        let Some((offered_on, _)) = offered else {
            return Err(Refusal::Escalation(EscalationFault::NotToldOfStage2));
        };
        let told = ("the offer of Stage 2", *offered_on);
        law.happened("the agreement", self.on, told)?;
        if self.until < self.on {
            return Err(Refusal::BeforeItCould {
                what: "the day they wait for",
                on: self.until,
                earliest: "the agreement",
                earliest_on: self.on,
            });
        }
        Ok(vec![Fact::new(
            self.on,
            Event::WaitAgreed { until: self.until },
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::NextRight;
    use crate::local_resolution::OfferInvestigation;
    use crate::story::{day, given, notice, record_complaint};

    #[test]
    fn waiting_is_agreed_only_by_somebody_who_knows_they_need_not_and_moves_no_date() {
        let wait = AgreeToWait {
            until: day("2015-05-01"),
            on: day("2015-04-15"),
        };
        given([record_complaint()])
            .when(wait)
            .then_refused(&Refusal::Escalation(EscalationFault::NotToldOfStage2));
        let offer = OfferInvestigation {
            notice: Some(notice(NextRight::Investigation, "2015-04-14")),
            on: day("2015-04-14"),
        };
        given([record_complaint(), offer.clone().into()])
            .when(wait)
            .then_due("D-S1", "2015-04-13");
        given([record_complaint(), offer.into()])
            .when(AgreeToWait {
                until: day("2015-04-14"),
                ..wait
            })
            .then_refused(&Refusal::BeforeItCould {
                what: "the day they wait for",
                on: day("2015-04-14"),
                earliest: "the agreement",
                earliest_on: day("2015-04-15"),
            });
    }
}
