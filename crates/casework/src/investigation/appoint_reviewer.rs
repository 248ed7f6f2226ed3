//! Appoint somebody to review a corporate complaint.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::AccountId;
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{DecisionFault, Refusal};

/// Ask somebody to answer a corporate complaint at its second and last stage.
///
/// Source: LGSCO Complaint Handling Code (2024): not somebody who handled Stage 1.
#[derive(Clone, Copy, Debug)]
pub struct AppointReviewer {
    /// Whose account.
    pub reviewer: AccountId,
    /// The day of the appointment.
    pub on: Date,
}

impl AppointReviewer {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no review was asked for, it is no corporate complaint, the person handled
    /// Stage 1 or is complained about, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        if case.procedure() != Some(Procedure::Corporate) {
            return Err(Refusal::WrongKind {
                action: "a reviewer",
                wanted: "corporate complaints",
                is: "a complaint under the Children Act 1989 procedure, or no complaint",
            });
        }
        let review = case.at_investigation("appointing a reviewer")?;
        law.happened(
            "the appointment",
            self.on,
            ("the request for Stage 2", review.requested_on),
        )?;
        if case
            .representation
            .complained_about
            .contains(&self.reviewer)
        {
            return Err(Refusal::ComplainedAbout);
        }
        if case.handled_stage_1.contains(&self.reviewer) {
            return Err(Refusal::Decision(DecisionFault::AnsweredAtStage1));
        }
        Ok(vec![Fact::new(
            self.on,
            Event::ReviewerAppointed {
                reviewer: self.reviewer,
            },
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::NextRight;
    use crate::investigation::{ExtendInvestigation, SendAdjudication};
    use crate::local_resolution::{
        Escalation, EscalationGround, ExtensionReason, RefuseEscalation, WithdrawRequest,
    };
    use crate::refusal::NotYet;
    use crate::story::notice;
    use crate::story::{
        acknowledge, appoint_investigators, assign, at_investigation, close, corporate_complaint,
        day, finding, fixture, given, request_investigation, request_review_panel, respond,
    };
    use statute::procedure::Finding;

    fn at_review() -> Vec<Command> {
        vec![
            corporate_complaint(),
            acknowledge("2015-04-02"),
            assign(fixture::MS_HALL, "2015-04-02"),
            respond("2015-04-20"),
            request_investigation("2015-05-06"),
            acknowledge("2015-05-08"),
        ]
    }

    fn reviewer(who: AccountId) -> AppointReviewer {
        AppointReviewer {
            reviewer: who,
            on: day("2015-05-11"),
        }
    }

    fn answer() -> SendAdjudication {
        SendAdjudication {
            findings: vec![finding(1, Finding::Upheld)],
            adjudication: None,
            notice: Some(notice(NextRight::Ombudsman, "2015-06-08")),
            sent_on: day("2015-06-08"),
        }
    }

    #[test]
    fn who_handled_stage_1_does_not_review_it() {
        given(at_review())
            .when(reviewer(fixture::MS_HALL))
            .then_refused(&Refusal::Decision(DecisionFault::AnsweredAtStage1));
        given(at_review())
            .when(reviewer(fixture::MR_LEE))
            .then_accepted();
        let mut handed_on = at_review();
        handed_on.push(assign(fixture::MR_LEE, "2015-05-08"));
        given(handed_on)
            .when(reviewer(fixture::MR_LEE))
            .then_accepted();
    }

    #[test]
    fn a_review_is_answered_by_a_reviewer_and_is_the_last_stage() {
        given(at_review())
            .when(answer())
            .then_refused(&Refusal::NotYet(NotYet::ReviewerAppointed));
        given(at_review())
            .when(appoint_investigators())
            .then_refused(&Refusal::WrongKind {
                action: "appointing investigators",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        let mut answered = at_review();
        answered.push(reviewer(fixture::MR_LEE).into());
        given(answered.clone())
            .when(answer())
            .then_met("D-C2", "2015-06-08")
            .then_clocks(&[("D-LGSCO", "2016-03-26")]);
        answered.push(answer().into());
        given(answered.clone())
            .when(request_review_panel("2015-06-15"))
            .then_refused(&Refusal::WrongKind {
                action: "a Review Panel",
                wanted: "complaints under the Children Act 1989 procedure",
                is: "a corporate complaint",
            });
        given(answered)
            .when(close("2015-06-15"))
            .then_event(&Event::Closed(crate::closure::Closed {
                next_right: NextRight::Ombudsman,
                notice: Some(notice(NextRight::Ombudsman, "2015-06-08")),
                learned: Some(fixture::lesson()),
            }));
    }

    #[test]
    fn a_review_is_extended_to_forty_working_days_at_most() {
        let extend = |until: &str| ExtendInvestigation {
            reason: ExtensionReason::Complex,
            until: day(until),
            notified_on: Some(day("2015-06-01")),
            on: day("2015-06-01"),
        };
        given(at_review())
            .when(extend("2015-07-06"))
            .then_due("D-C2", "2015-07-06");
        given(at_review())
            .when(extend("2015-07-07"))
            .then_refused(&Refusal::PastTheCeiling {
                asked: day("2015-07-07"),
                latest: day("2015-07-06"),
            });
    }

    #[test]
    fn a_statutory_investigation_has_no_reviewer() {
        given(at_investigation())
            .when(reviewer(fixture::MR_LEE))
            .then_refused(&Refusal::WrongKind {
                action: "a reviewer",
                wanted: "corporate complaints",
                is: "a complaint under the Children Act 1989 procedure, or no complaint",
            });
    }

    #[test]
    fn a_review_that_has_begun_is_not_taken_back_and_stays_when_more_is_asked_for() {
        let mut begun = at_review();
        begun.push(reviewer(fixture::MR_LEE).into());
        let taken_back = WithdrawRequest {
            after_meeting: true,
            instead: None,
            on: day("2015-06-09"),
        };
        let by = Refusal::AlreadyDone {
            what: "the appointment of those who consider it",
            on: day("2015-05-11"),
        };
        given(begun.clone()).when(taken_back).then_refused(&by);
        begun.push(answer().into());
        let refuse = RefuseEscalation {
            to: Escalation::Investigation,
            ground: EscalationGround::AlreadyConsidered,
            reasons: fixture::sealed(90),
            agreed_by: fixture::MS_HALL,
            asked_on: day("2015-06-15"),
            notice: Some(notice(NextRight::Ombudsman, "2015-06-15")),
            on: day("2015-06-15"),
        };
        let after = given(begun).when(refuse).after();
        assert!(
            after
                .investigation
                .is_some_and(|review| review.answered.is_some())
        );
    }
}
