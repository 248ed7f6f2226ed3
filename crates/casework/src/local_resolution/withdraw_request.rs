//! Take back a request for Stage 2.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that the complainant took the request for Stage 2 back before anybody was appointed.
///
/// Every request has a disposition: an investigation, or this. The right to ask again stays.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawRequest {
    /// Whether a meeting was held about it.
    pub after_meeting: bool,
    /// The day the complainant said so.
    pub on: Date,
}

impl WithdrawRequest {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when nothing was asked for, the investigation is under way, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.still_running()?;
        // The points come back at the stage they had reached.
        case.not_wholly_deferred()?;
        let investigation = case
            .investigation
            .as_ref()
            .ok_or(Refusal::NotYet(NotYet::Asked))?;
        if let Some(on) = investigation.begun_on() {
            return Err(Refusal::AlreadyDone {
                what: "the appointment of those who consider it",
                on,
            });
        }
        law.happened(
            "taking the request back",
            self.on,
            ("the request", investigation.requested_on),
        )?;
        let limits = [
            LimitId::InvestigationAcknowledgement,
            LimitId::InvestigationFromRequest,
            LimitId::InvestigationFromRecord,
            LimitId::InvestigationRecord,
            LimitId::InvestigationExtension,
            LimitId::CorporateReviewAcknowledgement,
            LimitId::CorporateReviewResponse,
        ];
        let running = limits
            .into_iter()
            .filter(|limit| case.clocks.running_of(*limit).is_some());
        let clocks = running
            .map(|limit| ClockChange::Stopped { limit, on: self.on })
            .collect();
        let event = Event::RequestWithdrawn {
            after_meeting: self.after_meeting,
        };
        Ok(vec![Fact {
            on: self.on,
            event,
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::NextRight;
    use crate::investigation::AgreeStatement;
    use crate::local_resolution::{Escalation, EscalationGround, RefuseEscalation};
    use crate::refusal::DecisionFault;
    use crate::story::{
        at_investigation, day, defer, fixture, given, notice, record_complaint,
        request_investigation, respond,
    };

    #[test]
    fn taking_a_request_back_stops_the_clock_of_an_agreed_statement_too() {
        let agreed = AgreeStatement {
            on: day("2015-05-08"),
        };
        let mut history = at_investigation();
        history.push(agreed.into());
        given(history)
            .when(WithdrawRequest {
                after_meeting: true,
                on: day("2015-05-12"),
            })
            .then_stopped("D-S2-R", "2015-05-12")
            .then_stopped("D-S2-A", "2015-05-12");
    }

    #[test]
    fn a_request_taken_back_can_be_made_again() {
        let taken_back = WithdrawRequest {
            after_meeting: true,
            on: day("2015-05-12"),
        };
        given([
            record_complaint(),
            respond("2015-04-13"),
            request_investigation("2015-05-06"),
            taken_back.into(),
        ])
        .when(request_investigation("2015-05-20"))
        .then_accepted();
    }

    #[test]
    fn a_request_taken_back_before_there_was_an_answer_can_be_made_again_too() {
        let taken_back = WithdrawRequest {
            after_meeting: true,
            on: day("2015-05-12"),
        };
        given([
            record_complaint(),
            request_investigation("2015-05-06"),
            taken_back.into(),
        ])
        .when(request_investigation("2015-05-20"))
        .then_accepted();
    }

    #[test]
    fn while_all_of_it_is_deferred_the_request_stays() {
        let mut history = at_investigation();
        history.push(defer(&[1], "2015-05-11").into());
        let deferred = Refusal::Decision(DecisionFault::Deferred(day("2015-05-11")));
        given(history.clone())
            .when(WithdrawRequest {
                after_meeting: false,
                on: day("2015-05-12"),
            })
            .then_refused(&deferred);
        let refuse = RefuseEscalation {
            to: Escalation::Investigation,
            ground: EscalationGround::NotTheComplainant,
            reasons: fixture::sealed(90),
            agreed_by: fixture::MS_HALL,
            asked_on: day("2015-05-12"),
            notice: Some(notice(NextRight::Ombudsman, "2015-05-12")),
            on: day("2015-05-12"),
        };
        given(history).when(refuse).then_refused(&deferred);
    }
}
