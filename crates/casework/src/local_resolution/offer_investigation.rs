//! Tell the complainant that Stage 2 is open without an answer.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::{Case, Stage};
use crate::clock::Clock;
use crate::closure::{NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{EscalationFault, NotYet, Refusal};

/// Tell the complainant, once the time for Stage 1 has run out without an answer, that they may ask for
/// Stage 2 now. They may agree to wait instead.
///
/// Source: Getting the Best from Complaints (2006), Stage 1.
#[derive(Clone, Debug)]
pub struct OfferInvestigation {
    /// What the letter says about the right.
    pub notice: Option<NoticeOfRights>,
    /// The day it was sent.
    pub on: Date,
}

impl OfferInvestigation {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when Stage 1 was answered or its time still runs, the right is not named, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("offering Stage 2 without an answer")?;
        law.happened("the letter", self.on, ("the receipt", case.received_on))?;
        case.stage_1_ran_out(self.on)?;
        let owed = notice_owed(case, law, Stage::LocalResolution, self.on)?;
        let notice = NoticeOfRights::checked(self.notice.as_ref(), &owed)?;
        let event = Event::InvestigationOffered { notice };
        Ok(vec![Fact::new(self.on, event)])
    }
}

impl Case {
    /// Refuses what is for a Stage 1 whose time has run out without an answer.
    pub(super) fn stage_1_ran_out(&self, on: Date) -> Result<(), Refusal> {
        let limit = match self.procedure() {
            Some(Procedure::Corporate) => LimitId::CorporateResponse,
            Some(Procedure::ChildrenAct) | None => LimitId::LocalResolution,
        };
        match self.clocks.latest(limit).map(Clock::due_on) {
            Some(due) if on <= due => Err(Refusal::Escalation(EscalationFault::StillInTime(due))),
            Some(_) => Ok(()),
            // A corporate complaint has its time from the acknowledgement.
            None => Err(Refusal::NotYet(NotYet::Acknowledged)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::{NextRight, NoticeFault};
    use crate::story::{
        acknowledge, corporate_complaint, day, extend, given, notice, record_complaint, respond,
    };

    fn offer(on: &str) -> OfferInvestigation {
        OfferInvestigation {
            notice: Some(notice(NextRight::Investigation, on)),
            on: day(on),
        }
    }

    #[test]
    fn stage_2_is_offered_from_the_day_after_the_time_ran_out() {
        given([record_complaint()])
            .when(offer("2015-04-13"))
            .then_refused(&Refusal::Escalation(EscalationFault::StillInTime(day(
                "2015-04-13",
            ))));
        given([record_complaint()])
            .when(offer("2015-04-14"))
            .then_running("D-S1");
        given([record_complaint(), extend("2015-04-10", "2015-04-20")])
            .when(offer("2015-04-20"))
            .then_refused(&Refusal::Escalation(EscalationFault::StillInTime(day(
                "2015-04-20",
            ))));
    }

    #[test]
    fn the_letter_names_the_right_and_there_is_none_after_an_answer() {
        given([record_complaint()])
            .when(OfferInvestigation {
                notice: None,
                ..offer("2015-04-14")
            })
            .then_refused(&NoticeFault::Missing(NextRight::Investigation).into());
        given([record_complaint(), respond("2015-04-20")])
            .when(offer("2015-04-21"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-20"),
            });
    }

    #[test]
    fn a_corporate_complaint_has_its_time_from_the_acknowledgement() {
        given([corporate_complaint()])
            .when(offer("2015-04-14"))
            .then_refused(&Refusal::NotYet(NotYet::Acknowledged));
        given([corporate_complaint(), acknowledge("2015-04-02")])
            .when(offer("2015-04-14"))
            .then_refused(&Refusal::Escalation(EscalationFault::StillInTime(day(
                "2015-04-20",
            ))));
    }
}
