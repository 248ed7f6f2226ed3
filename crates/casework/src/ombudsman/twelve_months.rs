//! The complainant's twelve months for going to the Ombudsman.

use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::NextRight;
use crate::law::Law;
use crate::refusal::Refusal;

const LIMIT: LimitId = LimitId::OmbudsmanComplaint;

impl Case {
    /// What it does to the clocks that a letter names a right: where it is the Ombudsman, the complainant's twelve
    /// months begin to be shown.
    ///
    /// Source: Local Government Act 1974 s.26B: twelve months from the day on which the person had notice of the
    /// matter. The Ombudsman keeps the limit and may waive it; nothing here is late by it.
    /// Reading: day 0 is the last day the matter arose, where that is known. Where it is not, it is the receipt: whoever
    /// complained knew by then at the latest. The time may be over when it is first shown, because the procedure took
    /// longer: the Ombudsman counts in what the procedure took.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the day cannot be worked out.
    pub(crate) fn told_of_right(
        &self,
        right: NextRight,
        law: &Law<'_>,
    ) -> Result<Option<ClockChange>, Refusal> {
        // Who has gone there already needs no day, and what runs is not counted anew.
        let there = self.ombudsman.iter().any(|case| case.decided.is_none());
        let runs = self.clocks.running_of(LIMIT).is_some();
        if right != NextRight::Ombudsman || there || runs {
            return Ok(None);
        }
        let known_on = self
            .representation
            .grounds_arose_on
            .unwrap_or(self.received_on);
        law.start(LIMIT, known_on).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::{Close, Withdraw};
    use crate::intake::{Decline, DeclineGround, RecordComplaint, ReferElsewhere};
    use crate::investigation::{AppointReviewer, SendAdjudication};
    use crate::local_resolution::{Escalation, EscalationGround, RefuseEscalation};
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanDecision};
    use crate::review_panel::{PanelResponse, SendPanelResponse};
    use crate::settings::Code;
    use crate::story::{
        Then, acknowledge, close, corporate_complaint, day, finding, fixture, given, notice,
        panel_reported, record_complaint, request_investigation, respond, stage_2_answered,
    };
    use statute::procedure::{Finding, Route};

    /// Twelve months from the receipt, 26 March 2015.
    const FROM_RECEIPT: (&str, &str) = ("D-LGSCO", "2016-03-26");

    fn decline(ombudsman_named: bool) -> Command {
        Decline {
            ground: DeclineGround::NotEligible,
            reasons: fixture::sealed(70),
            ombudsman_named,
            on: day("2015-03-30"),
            // Only an old register holds a letter that did not name the Ombudsman.
            from_old_register: !ombudsman_named,
        }
        .into()
    }

    fn close_naming_the_ombudsman(on: &str) -> Command {
        Close {
            notice: Some(notice(NextRight::Ombudsman, on)),
            learned: Some(fixture::lesson()),
            on: day(on),
        }
        .into()
    }

    fn refuse(on: &str) -> Command {
        RefuseEscalation {
            to: Escalation::Investigation,
            ground: EscalationGround::NotTheComplainant,
            reasons: fixture::sealed(90),
            agreed_by: fixture::MS_HALL,
            asked_on: day(on),
            notice: Some(notice(NextRight::Ombudsman, on)),
            on: day(on),
        }
        .into()
    }

    fn panel_answered() -> Vec<Command> {
        let mut history = panel_reported();
        let decided = |number, reasons| crate::review_panel::RecommendationDecision {
            recommendation: crate::review_panel::RecommendationNumber(number),
            answer: crate::review_panel::RecommendationAnswer::Accepted,
            reasons,
            action: None,
            due_on: None,
        };
        let response = SendPanelResponse {
            sent_on: day("2015-11-05"),
            response: Some(PanelResponse {
                considered_on: Some(day("2015-10-28")),
                decisions: vec![decided(1, None), decided(2, None)],
                letter: None,
            }),
            notice: Some(notice(NextRight::Ombudsman, "2015-11-05")),
        };
        history.push(response.into());
        history
    }

    fn with_the_last(mut history: Vec<Command>) -> Then {
        let last = history.pop().expect("a history has a last command");
        given(history).when(last)
    }

    fn corporate_review_answered() -> Vec<Command> {
        let reviewer = AppointReviewer {
            reviewer: fixture::MR_LEE,
            on: day("2015-05-08"),
        };
        let answer = SendAdjudication {
            findings: vec![finding(1, Finding::Upheld)],
            adjudication: None,
            notice: Some(notice(NextRight::Ombudsman, "2015-06-08")),
            sent_on: day("2015-06-08"),
        };
        vec![
            corporate_complaint(),
            acknowledge("2015-04-02"),
            respond("2015-04-20"),
            request_investigation("2015-05-06"),
            reviewer.into(),
            answer.into(),
        ]
    }

    #[test]
    fn it_starts_with_the_letter_that_names_the_ombudsman() {
        with_the_last(panel_answered()).then_clocks(&[FROM_RECEIPT]);
        with_the_last(corporate_review_answered()).then_clocks(&[FROM_RECEIPT]);
        given([record_complaint(), respond("2015-04-13")])
            .when(refuse("2015-05-07"))
            .then_clocks(&[FROM_RECEIPT]);
        given([record_complaint()])
            .when(decline(true))
            .then_clocks(&[FROM_RECEIPT]);
        let refer = ReferElsewhere {
            route: Route::Claim,
            reasons: fixture::sealed(71),
            on: day("2015-03-30"),
        };
        given([record_complaint(), refer.into()])
            .when(close_naming_the_ombudsman("2015-04-01"))
            .then_clocks(&[FROM_RECEIPT]);
    }

    #[test]
    fn letters_that_name_another_right_or_none_start_nothing() {
        given([record_complaint()])
            .when(decline(false))
            .then_clocks(&[]);
        with_the_last(stage_2_answered()).then_clocks(&[("D-S3-REQ", "2015-09-03")]);
        let withdraw = Withdraw {
            oral: true,
            looked_into: None,
            confirmed_on: day("2015-04-01"),
        };
        let closed = given([record_complaint(), withdraw.into()]).when(Close {
            notice: Some(notice(NextRight::BringItBack, "2015-04-02")),
            learned: None,
            on: day("2015-04-02"),
        });
        closed.then_clocks(&[]);
    }

    #[test]
    fn it_counts_from_the_last_day_of_the_matter_where_that_is_known_also_when_it_is_over_by_then()
    {
        let complaint = |arose_on: &str| RecordComplaint {
            grounds_arose_on: Some(day(arose_on)),
            ..fixture::complaint()
        };
        given([complaint("2015-03-10").into()])
            .when(decline(true))
            .then_clocks(&[("D-LGSCO", "2016-03-10")]);
        given([complaint("2014-03-27").into()])
            .when(decline(true))
            .then_clocks(&[("D-LGSCO", "2015-03-27")]);
    }

    #[test]
    fn it_is_named_once_and_runs_on_after_the_case_is_closed() {
        let named = || given(panel_answered());
        let closed = named().when(close("2015-11-10"));
        closed
            .then_running("D-LGSCO")
            .then_due("D-LGSCO", "2016-03-26");
        let case = closed.after();
        assert!(!case.is_open());
        let starts = |change: &&ClockChange| matches!(change, ClockChange::Started(due) if due.limit == LIMIT);
        assert_eq!(closed.changes().filter(starts).count(), 0);
        let twice = given([
            record_complaint(),
            respond("2015-04-13"),
            refuse("2015-05-07"),
        ]);
        twice.when(refuse("2015-05-08")).then_clocks(&[]);
    }

    #[test]
    fn leaving_the_procedure_ends_no_right_to_the_ombudsman() {
        let withdraw = Withdraw {
            oral: true,
            looked_into: None,
            confirmed_on: day("2015-06-01"),
        };
        given([
            record_complaint(),
            respond("2015-04-13"),
            refuse("2015-05-07"),
        ])
        .when(withdraw)
        .then_running("D-LGSCO")
        .then_stopped("D-S2-REQ", "2015-06-01");
    }

    #[test]
    fn the_ombudsmans_letter_meets_it_before_and_after_the_day() {
        let went = |on: &str| {
            let then = given(panel_answered())
                .on("2016-06-01")
                .when(RecordOmbudsmanCase::on(day(on)));
            then.then_met("D-LGSCO", on);
        };
        went("2016-03-26");
        went("2016-03-27");
        let closed = given(panel_answered())
            .and(close("2015-11-10"))
            .when(RecordOmbudsmanCase::on(day("2016-01-10")));
        closed.then_met("D-LGSCO", "2016-01-10");
        assert!(!closed.after().is_open(), "the letter alone opens nothing");
    }

    #[test]
    fn who_is_with_the_ombudsman_is_shown_no_day_and_who_comes_back_is_shown_it_again() {
        let mut history = panel_answered();
        let last = history.pop().expect("the response");
        let early = RecordOmbudsmanCase::on(day("2015-10-20"));
        history.push(early.into());
        given(history.clone()).when(last.clone()).then_clocks(&[]);
        let decided = RecordOmbudsmanDecision::new(Code::new("upheld"), day("2015-10-30"));
        history.push(decided.into());
        given(history).when(last).then_clocks(&[FROM_RECEIPT]);
    }
}
