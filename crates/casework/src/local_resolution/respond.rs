//! Send the Stage 1 response.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::case_outcome;

use super::{AnswerManner, LocalResolutionAnswered};
use crate::case::{Case, Stage};
use crate::clock::{ClockChange, STAGE_1_ANSWER};
use crate::closure::{NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::Procedure;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::Refusal;

/// Answer every point in writing, and say how to ask for an independent investigation.
///
/// Source: SI 2006/1738 regs 13(1), 14 and 15(2); a finding per point (REP-11.9).
#[derive(Clone, Debug)]
pub struct Respond {
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// The letter.
    pub letter: Option<Sealed>,
    /// What the letter says about the next right.
    pub notice: Option<NoticeOfRights>,
    /// The day it was sent.
    pub sent_on: Date,
}

impl Respond {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when a point is left out, the next right is not named, it was answered before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        answer(
            case,
            law,
            AnswerManner::Response,
            Letter {
                text: self.letter.as_ref(),
                notice: self.notice.as_ref(),
                sent_on: self.sent_on,
            },
            &self.findings,
        )
    }
}

/// What goes to the complainant.
#[derive(Clone, Copy)]
pub(super) struct Letter<'a> {
    pub(super) text: Option<&'a Sealed>,
    pub(super) notice: Option<&'a NoticeOfRights>,
    pub(super) sent_on: Date,
}

/// What a response and written terms have in common: both end Stage 1 and open the right to Stage 2.
pub(super) fn answer(
    case: &Case,
    law: &Law<'_>,
    manner: AnswerManner,
    letter: Letter<'_>,
    findings: &[PointFinding],
) -> Result<Vec<Fact>, Refusal> {
    let sent_on = letter.sent_on;
    case.not_yet_answered("answering at Stage 1")?;
    law.happened("the answer", sent_on, ("the receipt", case.received_on))?;
    case.every_point_in_play_once(findings)?;
    case.delay_is_weighed()?;
    let owed = notice_owed(case, law, Stage::LocalResolution, sent_on)?;
    let notice = NoticeOfRights::checked(letter.notice, &owed)?;
    let pauses = case.clocks.pauses_of(&STAGE_1_ANSWER);
    let took = law.elapsed_around(case.stage_counts_from(), sent_on, &pauses)?;
    let answered = LocalResolutionAnswered {
        manner,
        findings: findings.to_vec(),
        outcome: case_outcome(
            case.findings_before_reopening()
                .chain(findings)
                .map(|finding| finding.finding),
        ),
        letter: letter.text.cloned(),
        took: u16::try_from(took).unwrap_or(u16::MAX),
        notice: Some(notice),
    };
    let mut clocks: Vec<ClockChange> = Vec::new();
    for limit in STAGE_1_ANSWER {
        clocks.extend(case.clocks.meet(limit, sent_on));
    }
    // An answer without an acknowledgement before it leaves nothing to acknowledge, and considers the
    // complaint, so that nobody's interest is still to be decided on.
    for limit in [
        LimitId::Acknowledgement,
        LimitId::CorporateAcknowledgement,
        LimitId::SufficientInterest,
        LimitId::LocalResolutionExtension,
    ] {
        if case.clocks.running_of(limit).is_some() {
            clocks.push(ClockChange::Stopped { limit, on: sent_on });
        }
    }
    let next = match case.procedure() {
        Some(Procedure::Corporate) => LimitId::CorporateReviewRequest,
        Some(Procedure::ChildrenAct) | None => LimitId::InvestigationRequest,
    };
    clocks.push(law.start(next, sent_on)?);
    Ok(vec![Fact {
        on: sent_on,
        event: Event::LocalResolutionAnswered(answered),
        clocks,
    }])
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::closure::{NextRight, NoticeFault};
    use crate::point::PointNumber;
    use crate::story::{day, finding, given, notice, record_complaint, respond, two_points};

    #[test]
    fn a_response_meets_the_limit_and_opens_the_right_to_stage_2() {
        given([record_complaint()])
            .when(respond("2015-04-13"))
            .then_met("D-S1", "2015-04-13")
            .then_clocks(&[("D-S2-REQ", "2015-05-12")]);
    }

    #[test]
    fn no_response_leaves_without_the_right_to_stage_2() {
        let respond = |notice| Respond {
            findings: vec![finding(1, Finding::Upheld)],
            letter: None,
            notice,
            sent_on: day("2015-04-13"),
        };
        given([record_complaint()])
            .when(respond(None))
            .then_refused(&NoticeFault::Missing(NextRight::Investigation).into());
        given([record_complaint()])
            .when(respond(Some(notice(NextRight::Ombudsman, "2015-04-13"))))
            .then_refused(
                &NoticeFault::WrongRight {
                    named: NextRight::Ombudsman,
                    right: NextRight::Investigation,
                }
                .into(),
            );
    }

    #[test]
    fn the_days_taken_are_working_days() {
        given([record_complaint()])
            .when(respond("2015-04-13"))
            .then_took(10);
        given([record_complaint()])
            .when(respond("2015-03-26"))
            .then_took(0);
    }

    #[test]
    fn every_point_is_answered_once() {
        let respond = |findings: Vec<PointFinding>| Respond {
            findings,
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            sent_on: day("2015-04-13"),
        };
        let upheld = |number| finding(number, Finding::Upheld);
        given([two_points()])
            .when(respond(vec![upheld(1), upheld(2)]))
            .then_accepted();
        given([two_points()])
            .when(respond(vec![upheld(1)]))
            .then_refused(&Refusal::PointUnanswered(PointNumber(2)));
        given([two_points()])
            .when(respond(vec![upheld(1), upheld(1), upheld(2)]))
            .then_refused(&Refusal::AnsweredTwice(PointNumber(1)));
        given([two_points()])
            .when(respond(vec![upheld(1), upheld(2), upheld(3)]))
            .then_refused(&Refusal::NoSuchPoint(PointNumber(3)));
    }
}
