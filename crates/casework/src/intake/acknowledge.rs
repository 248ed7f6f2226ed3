//! Acknowledge a complaint.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::Procedure;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Tell the complainant that the complaint was received, how it will be handled and by when.
///
/// Source: no time in the Regulations; a local promise (REP-8.5). In the corporate procedure it starts
/// the clock for the answer (REP-25.3).
#[derive(Clone, Copy, Debug)]
pub struct Acknowledge {
    /// The day it was sent.
    pub on: Date,
}

impl Acknowledge {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, is closed, was acknowledged before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("an acknowledgement")?;
        case.still_running()?;
        if let Some(on) = case.acknowledged_on {
            return Err(Refusal::AlreadyDone {
                what: "the acknowledgement",
                on,
            });
        }
        law.happened(
            "the acknowledgement",
            self.on,
            ("the receipt", case.received_on),
        )?;
        let mut clocks = Vec::new();
        match case.procedure() {
            Some(Procedure::Corporate) => {
                clocks.extend(case.clocks.meet(LimitId::CorporateAcknowledgement, self.on));
                clocks.push(law.start(LimitId::CorporateResponse, self.on)?);
            }
            Some(Procedure::ChildrenAct) | None => {
                clocks.extend(case.clocks.meet(LimitId::Acknowledgement, self.on));
            }
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::Acknowledged,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::story::{acknowledge, day, fixture, given, record_complaint};

    #[test]
    fn an_acknowledgement_ends_its_clock() {
        given([record_complaint()])
            .when(acknowledge("2015-03-30"))
            .then_met("D-ACK1", "2015-03-30");
    }

    #[test]
    fn a_second_acknowledgement_says_when_the_first_was() {
        given([record_complaint(), acknowledge("2015-03-30")])
            .when(acknowledge("2015-03-31"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the acknowledgement",
                on: day("2015-03-30"),
            });
    }

    #[test]
    fn an_acknowledgement_cannot_come_before_the_receipt() {
        given([record_complaint()])
            .when(acknowledge("2015-03-25"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the acknowledgement",
                on: day("2015-03-25"),
                earliest: "the receipt",
                earliest_on: day("2015-03-26"),
            });
    }

    #[test]
    fn in_the_corporate_procedure_the_answer_is_due_from_the_acknowledgement() {
        let corporate = RecordComplaint {
            procedure: Procedure::Corporate,
            ..fixture::complaint()
        };
        given([corporate.into()])
            .when(acknowledge("2015-04-02"))
            .then_clocks(&[("D-C1", "2015-04-20")]);
    }
}
