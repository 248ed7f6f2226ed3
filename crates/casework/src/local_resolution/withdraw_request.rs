//! Take back a request for Stage 2.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that the complainant took the request for Stage 2 back before anybody was appointed.
///
/// Every request has a disposition: an investigation, a lawful refusal, or this. The right to ask again stays, and so does the answer
/// that was overdue.
#[derive(Clone, Copy, Debug)]
pub struct WithdrawRequest {
    /// Whether a meeting was held about it.
    pub after_meeting: bool,
    /// What was agreed to in its place, where that is no activity of its own.
    pub instead: Option<Instead>,
    /// The day the complainant said so.
    pub on: Date,
}

/// What a complainant agrees to in place of Stage 2. A review or mediation is recorded as the activity it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instead {
    /// Another route than this procedure.
    AnotherRoute,
    /// The service looks at it again.
    BackToTheService,
}

impl Instead {
    /// Both, in the order a form lists them.
    pub const ALL: [Self; 2] = [Self::BackToTheService, Self::AnotherRoute];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AnotherRoute => "Another route than this procedure",
            Self::BackToTheService => "The service looks at it again",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AnotherRoute => "another_route",
            Self::BackToTheService => "back_to_the_service",
        }
    }
}

impl WithdrawRequest {
    /// A request taken back with nothing in its place, or nothing known of it.
    pub const fn outright(after_meeting: bool, on: Date) -> Self {
        Self {
            after_meeting,
            instead: None,
            on,
        }
    }

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
        let mut clocks: Vec<_> = running
            .map(|limit| ClockChange::Stopped { limit, on: self.on })
            .collect();
        clocks.extend(case.stage_1_overdue_again());
        let event = Event::RequestWithdrawn {
            after_meeting: self.after_meeting,
            instead: self.instead,
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
    use crate::local_resolution::{
        Escalation, EscalationGround, ExtendLocalResolution, ExtensionReason, RefuseEscalation,
        SkipLocalResolution,
    };
    use crate::refusal::DecisionFault;
    use crate::story::{
        acknowledge, at_investigation, corporate_complaint, day, defer, extend, fixture, given,
        notice, record_complaint, request_investigation, respond,
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
                instead: None,
                on: day("2015-05-12"),
            })
            .then_stopped("D-S2-R", "2015-05-12")
            .then_stopped("D-S2-A", "2015-05-12");
    }

    #[test]
    fn a_request_taken_back_can_be_made_again() {
        let taken_back = WithdrawRequest {
            after_meeting: true,
            instead: None,
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
            instead: None,
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

    /// How the Stage 1 clocks of a case stand: when each is due, and whether it runs and is late.
    fn stage_1(then: &crate::story::Then) -> Vec<(&'static str, String, bool, bool)> {
        let after = then.after();
        let limits = [
            LimitId::LocalResolution,
            LimitId::LocalResolutionExtension,
            LimitId::CorporateResponse,
        ];
        let clocks = limits
            .into_iter()
            .filter_map(|limit| after.clocks.latest(limit));
        let today = day("2015-06-30");
        clocks
            .map(|clock| {
                let due = clock.due_on().to_string();
                let code = clock.due.limit.code();
                (code, due, clock.is_running(), clock.is_late(today))
            })
            .collect()
    }

    fn take_back(on: &str) -> WithdrawRequest {
        WithdrawRequest {
            after_meeting: false,
            instead: None,
            on: day(on),
        }
    }

    fn refuse(on: &str) -> RefuseEscalation {
        RefuseEscalation {
            to: Escalation::Investigation,
            ground: EscalationGround::NotTheComplainant,
            reasons: fixture::sealed(90),
            agreed_by: fixture::MS_HALL,
            asked_on: day(on),
            notice: Some(notice(NextRight::Ombudsman, on)),
            on: day(on),
        }
    }

    #[test]
    fn an_answer_that_was_overdue_is_owed_again_when_stage_2_is_taken_back_or_refused() {
        let history = || [record_complaint(), request_investigation("2015-05-06")];
        let owed = [("D-S1", "2015-04-13".to_owned(), true, true)];
        let then = given(history()).when(take_back("2015-05-12"));
        assert_eq!(stage_1(&then), owed);
        let clock = then.after();
        let clock = clock.clocks.latest(LimitId::LocalResolution);
        assert_eq!(clock.expect("it runs").due.from, day("2015-03-26"));
        assert_eq!(stage_1(&given(history()).when(refuse("2015-05-12"))), owed);
        given(history())
            .and(take_back("2015-05-12"))
            .when(respond("2015-05-20"))
            .then_met("D-S1", "2015-05-20");
        given(history())
            .and(take_back("2015-05-12"))
            .when(request_investigation("2015-05-20"))
            .then_stopped("D-S1", "2015-05-20");
    }

    #[test]
    fn it_runs_again_as_it_stood_with_its_extension_and_the_notice_that_was_not_sent() {
        let untold = ExtendLocalResolution {
            reason: ExtensionReason::Complex,
            until: day("2015-04-27"),
            notified_on: None,
            on: day("2015-04-10"),
        };
        let overdue = request_investigation("2015-05-06");
        let told = extend("2015-04-10", "2015-04-27");
        let then = given([record_complaint(), told, overdue.clone()]).when(take_back("2015-05-12"));
        assert_eq!(
            stage_1(&then),
            [
                ("D-S1", "2015-04-27".to_owned(), true, true),
                ("D-S1-NOTICE", "2015-04-13".to_owned(), false, false),
            ]
        );
        let then =
            given([record_complaint(), untold.into(), overdue]).when(take_back("2015-05-12"));
        assert_eq!(
            stage_1(&then),
            [
                ("D-S1", "2015-04-13".to_owned(), true, true),
                ("D-S1-NOTICE", "2015-04-13".to_owned(), true, true),
            ]
        );
        let corporate = [
            corporate_complaint(),
            acknowledge("2015-04-02"),
            request_investigation("2015-05-06"),
        ];
        let then = given(corporate).when(take_back("2015-05-12"));
        assert_eq!(
            stage_1(&then),
            [("D-C1", "2015-04-20".to_owned(), true, true)]
        );
    }

    #[test]
    fn what_was_answered_or_left_out_by_agreement_is_not_owed_again() {
        let then = given(at_investigation()).when(take_back("2015-05-12"));
        assert_eq!(
            stage_1(&then),
            [("D-S1", "2015-04-13".to_owned(), false, false)]
        );
        let skip = SkipLocalResolution {
            authority_agreed_on: day("2015-04-01"),
            complainant_agreed_on: day("2015-04-01"),
            oral: false,
        };
        let then = given([record_complaint(), skip.into()]).when(take_back("2015-05-12"));
        assert_eq!(
            stage_1(&then),
            [("D-S1", "2015-04-13".to_owned(), false, false)]
        );
    }

    #[test]
    fn while_all_of_it_is_deferred_the_request_stays() {
        let mut history = at_investigation();
        history.push(defer(&[1], "2015-05-11").into());
        let deferred = Refusal::Decision(DecisionFault::Deferred(day("2015-05-11")));
        given(history.clone())
            .when(WithdrawRequest {
                after_meeting: false,
                instead: None,
                on: day("2015-05-12"),
            })
            .then_refused(&deferred);
        given(history)
            .when(refuse("2015-05-12"))
            .then_refused(&deferred);
    }
}
