//! What a data-protection complaint among the points of a case starts: a duty to acknowledge it.

use jiff::civil::Date;
use statute::limits::{self, LimitId};

use crate::case::Case;
use crate::clock::ClockChange;
use crate::law::Law;
use crate::refusal::Refusal;

const LIMIT: LimitId = LimitId::DataProtectionAcknowledgement;

impl Case {
    /// What it does to the clocks that a point turns out to be a data-protection complaint.
    ///
    /// Source: Data Protection Act 2018 s.164A, of complaints received from its first day on.
    /// Reading: the time runs from receipt, whenever somebody sees what kind of complaint it is, and what told the
    /// person that the complaint had arrived told them of this one too: the acknowledgement, or, on `told_on`, that it
    /// goes its own way.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub(super) fn is_a_data_protection_complaint(
        &self,
        law: &Law<'_>,
        told_on: Option<Date>,
    ) -> Result<Vec<ClockChange>, Refusal> {
        let mut clocks = Vec::new();
        match self.clocks.latest(LIMIT) {
            Some(clock) if clock.is_running() => {}
            Some(_) => return Ok(clocks),
            None if limits::in_force(LIMIT, self.received_on).is_none() => return Ok(clocks),
            None => clocks.push(law.start(LIMIT, self.received_on)?),
        }
        let first_told = self.acknowledged_on.into_iter().chain(told_on).min();
        clocks.extend(first_told.map(|on| ClockChange::Met { limit: LIMIT, on }));
        Ok(clocks)
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Route;
    use statute::procedure::interview::QuestionId;

    use super::*;
    use crate::action::Command;
    use crate::intake::{Acknowledge, JudgeProcedure, RecordComplaint, ReferElsewhere};
    use crate::point::PointNumber;
    use crate::story::{Given, Then, day, fixture, given, respond};

    /// The first day of the duty, a Friday: thirty days on is Sunday 19 July 2026, so it is due on the Monday.
    const FIRST: &str = "2026-06-19";

    fn received(on: &str) -> Given {
        let complaint = RecordComplaint {
            received_on: day(on),
            ..fixture::complaint()
        };
        given([]).on("2026-08-31").and(complaint)
    }

    fn judged(on: &str) -> Command {
        let complaint = fixture::complaint();
        let answers = [
            (QuestionId::Safety, "none"),
            (QuestionId::Wish, "complain"),
            (QuestionId::Speaker, "self"),
            (QuestionId::Body, "own"),
            (QuestionId::Area, "information"),
            (QuestionId::Information, "personal"),
        ];
        let judge = JudgeProcedure {
            points: vec![PointNumber(1)],
            complainant: complaint.complainants[0].person,
            children: Vec::new(),
            answers: answers
                .map(|(question, code)| (question, code.to_owned()))
                .into(),
            arose_on: None,
            note: None,
            on: day(on),
        };
        judge.into()
    }

    fn acknowledged(on: &str) -> Acknowledge {
        Acknowledge {
            leaflets: Vec::new(),
            on: day(on),
        }
    }

    fn referred(route: Route, on: &str) -> ReferElsewhere {
        ReferElsewhere {
            route,
            reasons: fixture::sealed(71),
            on: day(on),
        }
    }

    /// Whether the duty was recorded as ceasing instead of done.
    fn stops(then: &Then) -> bool {
        let stopped = |change: &ClockChange| matches!(change, ClockChange::Stopped { limit, .. } if *limit == LIMIT);
        then.changes().any(stopped)
    }

    #[test]
    fn a_complaint_judged_to_be_about_data_is_acknowledged_within_thirty_days_of_its_receipt() {
        received(FIRST)
            .when(judged("2026-06-24"))
            .then_clocks(&[("D-DP-ACK", "2026-07-20")])
            .then_running("D-DP-ACK");
    }

    #[test]
    fn what_came_before_the_first_day_of_the_duty_has_no_such_limit() {
        received("2026-06-18")
            .when(judged("2026-06-24"))
            .then_clocks(&[]);
        received("2026-06-18")
            .when(referred(Route::DataProtection, "2026-06-24"))
            .then_clocks(&[]);
    }

    #[test]
    fn an_acknowledgement_before_the_judgement_or_after_it_meets_the_duty() {
        received(FIRST)
            .and(acknowledged("2026-06-22"))
            .when(judged("2026-06-24"))
            .then_clocks(&[("D-DP-ACK", "2026-07-20")])
            .then_met("D-DP-ACK", "2026-06-22");
        received(FIRST)
            .and(judged("2026-06-24"))
            .when(acknowledged("2026-07-21"))
            .then_met("D-ACK1", "2026-07-21")
            .then_met("D-DP-ACK", "2026-07-21");
    }

    #[test]
    fn a_referral_tells_the_person_and_is_no_end_without_an_acknowledgement() {
        let refer = || referred(Route::DataProtection, "2026-06-26");
        let fresh = received(FIRST).when(refer());
        fresh.then_met("D-DP-ACK", "2026-06-26");
        let judged_before = received(FIRST).and(judged("2026-06-24")).when(refer());
        judged_before
            .then_met("D-DP-ACK", "2026-06-26")
            .then_stopped("D-S1", "2026-06-26")
            .then_clocks(&[]);
        let acknowledged_before = received(FIRST)
            .and(acknowledged("2026-06-22"))
            .when(refer());
        acknowledged_before.then_met("D-DP-ACK", "2026-06-22");
        for then in [fresh, judged_before, acknowledged_before] {
            assert!(!stops(&then));
        }
    }

    #[test]
    fn it_starts_once_and_only_for_complaints_about_data() {
        received(FIRST)
            .and(judged("2026-06-24"))
            .when(judged("2026-06-25"))
            .then_clocks(&[]);
        received(FIRST)
            .and(acknowledged("2026-06-22"))
            .and(judged("2026-06-24"))
            .when(judged("2026-06-25"))
            .then_clocks(&[]);
        received(FIRST)
            .when(referred(Route::Safeguarding, "2026-06-24"))
            .then_clocks(&[]);
    }

    #[test]
    fn an_answer_to_the_rest_leaves_it_to_be_acknowledged() {
        received(FIRST)
            .and(judged("2026-06-24"))
            .and(respond("2026-06-25"))
            .when(acknowledged("2026-06-26"))
            .then_met("D-DP-ACK", "2026-06-26");
    }
}
