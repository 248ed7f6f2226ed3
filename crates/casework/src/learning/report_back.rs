//! Record what a case taught.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::Learned;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Write down what a closed complaint taught: what changes, or why nothing does.
///
/// Source: council policy (REP-17.6), within the time of D-LEARN.
#[derive(Clone, Debug)]
pub struct ReportBack {
    /// What it taught.
    pub learned: Learned,
    /// The day the service reported it.
    pub on: Date,
}

impl ReportBack {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no complaint, is not closed, it was written down since it was closed, or the day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let closed_on = case.closed_without_a_lesson("recording what the case taught")?;
        law.happened("the report", self.on, ("the closing", closed_on))?;
        let met = case.clocks.meet(LimitId::Learning, self.on);
        Ok(vec![Fact {
            on: self.on,
            event: Event::ReportedBack {
                learned: self.learned.clone(),
            },
            clocks: met.into_iter().collect(),
        }])
    }
}

impl Case {
    /// The day a complaint was closed of which nobody has written down yet what it taught.
    pub(crate) fn closed_without_a_lesson(&self, action: &'static str) -> Result<Date, Refusal> {
        self.complaint(action)?;
        let Some((closed_on, _)) = &self.closed else {
            return Err(Refusal::NotYet(NotYet::Closed));
        };
        match self.lesson() {
            Some((on, _)) => Err(Refusal::AlreadyDone {
                what: "what the case taught",
                on: *on,
            }),
            None => Ok(*closed_on),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::{Close, NextRight, Withdraw};
    use crate::intake::{ChangeProcedure, GroundFound, Procedure, RepresentationKind};
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision, RecordOmbudsmanEnquiry};
    use crate::settings::Code;
    use crate::story::{
        acknowledge, close, contact, corporate_complaint, day, fixture, given, notice,
        record_complaint, request_investigation, request_review_panel, respond, stage_2_answered,
    };
    use statute::procedure::LegalGround;

    fn report(on: &str) -> Command {
        let text = fixture::sealed(73);
        ReportBack {
            learned: Learned::Change { text },
            on: day(on),
        }
        .into()
    }

    fn nothing(on: &str) -> ReportBack {
        let reason = fixture::sealed(74);
        ReportBack {
            learned: Learned::Nothing { reason },
            on: day(on),
        }
    }

    fn closed() -> Vec<Command> {
        vec![
            record_complaint(),
            respond("2015-04-13"),
            close("2015-05-13"),
        ]
    }

    fn withdraw(on: &str) -> Command {
        Withdraw {
            oral: true,
            looked_into: None,
            confirmed_on: day(on),
        }
        .into()
    }

    fn close_withdrawn(on: &str) -> Command {
        Close {
            notice: Some(notice(NextRight::BringItBack, on)),
            learned: Some(fixture::lesson()),
            on: day(on),
        }
        .into()
    }

    #[test]
    fn a_complaint_that_was_answered_owes_learning_three_months_after_it_is_closed() {
        let mut history = closed();
        let closing = history.pop().expect("the last is closing");
        given(history)
            .when(closing)
            .then_clocks(&[("D-LEARN", "2015-08-13")]);
        given(stage_2_answered())
            .when(close("2015-09-10"))
            .then_clocks(&[("D-LEARN", "2015-12-10")]);
        given([
            record_complaint(),
            respond("2015-04-13"),
            withdraw("2015-05-11"),
        ])
        .when(close_withdrawn("2015-05-13"))
        .then_clocks(&[("D-LEARN", "2015-08-13")]);
    }

    #[test]
    fn what_left_before_an_answer_and_what_is_no_complaint_owes_none() {
        given([record_complaint(), withdraw("2015-05-11")])
            .when(close_withdrawn("2015-05-13"))
            .then_clocks(&[]);
        given([contact(RepresentationKind::Comment)])
            .when(close("2015-05-13"))
            .then_clocks(&[]);
    }

    #[test]
    fn a_case_from_an_older_record_owes_none() {
        let mut history = closed();
        history.pop();
        let told = notice(NextRight::Investigation, "2015-04-13");
        let close = |told| Close {
            notice: Some(told),
            learned: Some(fixture::lesson()),
            on: day("2015-05-13"),
        };
        given(history.clone())
            .when(close(told.clone()))
            .then_clocks(&[("D-LEARN", "2015-08-13")]);
        given(history)
            .when(close(told.taken_as_given()))
            .then_clocks(&[]);
    }

    #[test]
    fn reporting_back_meets_the_limit_with_a_change_or_with_a_reason_for_none() {
        given(closed())
            .when(report("2015-08-13"))
            .then_met("D-LEARN", "2015-08-13");
        let then = given(closed()).when(nothing("2015-08-14"));
        then.then_met("D-LEARN", "2015-08-14");
        let case = then.after();
        assert_eq!(
            case.lesson(),
            Some(&(day("2015-08-14"), nothing("2015-08-14").learned))
        );
        assert!(!case.is_open());
    }

    #[test]
    fn it_is_for_closed_complaints_and_once_for_each_closing() {
        given([record_complaint(), respond("2015-04-13")])
            .when(report("2015-05-14"))
            .then_refused(&Refusal::NotYet(NotYet::Closed));
        given([contact(RepresentationKind::Comment), close("2015-05-13")])
            .when(report("2015-05-14"))
            .then_refused(&Refusal::WrongKind {
                action: "recording what the case taught",
                wanted: "complaints",
                is: "a comment",
            });
        given(closed())
            .and(report("2015-06-01"))
            .when(report("2015-06-02"))
            .then_refused(&Refusal::AlreadyDone {
                what: "what the case taught",
                on: day("2015-06-01"),
            });
        given(closed())
            .when(report("2015-05-12"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the report",
                on: day("2015-05-12"),
                earliest: "the closing",
                earliest_on: day("2015-05-13"),
            });
        given(closed()).when(report("2015-05-13")).then_accepted();
    }

    #[test]
    fn a_complaint_that_left_without_an_answer_may_teach_something_too() {
        let then = given([
            record_complaint(),
            withdraw("2015-05-11"),
            close_withdrawn("2015-05-13"),
        ])
        .when(report("2015-06-01"));
        then.then_accepted();
        assert!(then.after().lesson().is_some());
    }

    #[test]
    fn a_case_that_is_taken_up_again_owes_it_when_it_is_closed_anew() {
        given(closed())
            .when(request_investigation("2015-06-01"))
            .then_stopped("D-LEARN", "2015-06-01");
        let at_panel = stage_2_answered();
        given(at_panel)
            .and(close("2015-08-28"))
            .when(request_review_panel("2015-09-01"))
            .then_stopped("D-LEARN", "2015-09-01");
        let reported = given(closed())
            .and(report("2015-05-20"))
            .and(request_investigation("2015-06-01"));
        let open = reported.case().expect("it has a beginning");
        assert_eq!(open.lesson(), None);
        let withdrawn = reported.and(withdraw("2015-06-05"));
        let anew = withdrawn.and(close_withdrawn("2015-06-08"));
        let case = anew.case().expect("it has a beginning");
        assert_eq!(case.lesson(), None);
        anew.when(report("2015-09-08"))
            .then_met("D-LEARN", "2015-09-08")
            .then_due("D-LEARN", "2015-09-08");
    }

    #[test]
    fn the_ombudsman_and_a_change_of_procedure_take_a_case_up_again_too() {
        let letter = RecordOmbudsmanCase::on(day("2015-06-01"));
        let enquiry = RecordOmbudsmanEnquiry {
            reply_by: day("2015-06-20"),
            on: day("2015-06-02"),
        };
        given(closed())
            .and(letter.clone())
            .when(enquiry)
            .then_stopped("D-LEARN", "2015-06-02");
        let decision = RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-07-01"));
        given(closed())
            .and(letter.clone())
            .when(decision.clone())
            .then_running("D-LEARN");
        given(closed())
            .and(letter)
            .when(RecordOmbudsmanDecision {
                report_on: Some(day("2015-07-01")),
                ..decision
            })
            .then_stopped("D-LEARN", "2015-07-01");
        let change = ChangeProcedure {
            to: Procedure::ChildrenAct,
            reasons: fixture::sealed(67),
            decided_by: fixture::MR_LEE,
            told_on: day("2015-06-01"),
            grounds: vec![GroundFound {
                person: fixture::PARENT,
                ground: LegalGround::Parent,
            }],
            on: day("2015-06-01"),
        };
        given([
            corporate_complaint(),
            acknowledge("2015-04-02"),
            respond("2015-04-20"),
            close("2015-05-20"),
        ])
        .when(change)
        .then_stopped("D-LEARN", "2015-06-01");
    }
}
