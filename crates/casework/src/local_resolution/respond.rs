//! Send the Stage 1 response.

use jiff::civil::Date;
use statute::limits::LimitId;
use statute::procedure::case_outcome;

use super::{AnswerManner, Lateness, LocalResolutionAnswered};
use crate::case::{Case, Stage};
use crate::clock::{ClockChange, STAGE_1_ANSWER};
use crate::closure::{Basis, NoticeOfRights, notice_owed};
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::Procedure;
use crate::law::Law;
use crate::point::PointFinding;
use crate::refusal::{DecisionFault, Refusal};
use crate::settings::{Code, Settings};

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
    /// Why it comes after its last day; `None` for one in time, and where an older record does not say.
    pub late: Option<Lateness>,
    /// How it was resolved, beside what was found, from the authority's list.
    pub resolution: Vec<Code>,
    /// Whether it tells the complainant what was learned; `None` where that is not noted.
    pub learning_shared: Option<bool>,
    /// The day it was sent.
    pub sent_on: Date,
}

impl Respond {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when a point is left out, the next right is not named, it was answered before, it is said to be
    /// late and is not, a kind of resolution is not in the authority's list, nobody checked it where the authority asks
    /// for that and time is left, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        answer(
            case,
            law,
            AnswerManner::Response,
            Letter {
                text: self.letter.as_ref(),
                notice: self.notice.as_ref(),
                late: self.late.as_ref(),
                resolution: &self.resolution,
                learning_shared: self.learning_shared,
                sent_on: self.sent_on,
            },
            &self.findings,
        )
    }
}

/// What a refusal calls the list of [`Respond::resolution`].
pub const KINDS_OF_RESOLUTION: &str = "kinds of resolution";

/// What goes to the complainant.
#[derive(Clone, Copy)]
pub(super) struct Letter<'a> {
    pub(super) text: Option<&'a Sealed>,
    pub(super) notice: Option<&'a NoticeOfRights>,
    pub(super) late: Option<&'a Lateness>,
    pub(super) resolution: &'a [Code],
    pub(super) learning_shared: Option<bool>,
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
    for kind in letter.resolution {
        let list = &law.settings.resolution_kinds;
        Settings::listed(KINDS_OF_RESOLUTION, list, kind)?;
    }
    if let Some(late) = letter.late {
        case.says_why_it_is_late(law, sent_on, late)?;
    }
    // Terms were agreed with the complainant, who has seen them; an older record knew of no check.
    if manner == AnswerManner::Response && notice.basis != Basis::TakenAsGiven {
        case.is_checked_where_that_is_required(law, sent_on)?;
    }
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
        late: letter.late.cloned(),
        resolution: letter.resolution.to_vec(),
        learning_shared: letter.learning_shared,
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

impl Case {
    /// Checks the reason for a late answer: one of the authority's, and of an answer that is late.
    fn says_why_it_is_late(
        &self,
        law: &Law<'_>,
        sent_on: Date,
        late: &Lateness,
    ) -> Result<(), Refusal> {
        let list = &law.settings.late_reasons;
        Settings::listed("reasons for a late answer", list, &late.reason)?;
        match self.stage_1_due_on() {
            Some(due_on) if sent_on <= due_on => {
                Err(Refusal::Decision(DecisionFault::AnsweredInTime(due_on)))
            }
            Some(_) | None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Finding;

    use super::*;
    use crate::closure::{NextRight, NoticeFault};
    use crate::point::PointNumber;
    use crate::story::{
        day, extend, finding, fixture, given, notice, record_complaint, respond, two_points,
    };

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
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
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

    fn late(reason: &str, sent_on: &str) -> Respond {
        Respond {
            findings: vec![finding(1, Finding::Upheld)],
            letter: None,
            notice: Some(notice(NextRight::Investigation, sent_on)),
            late: Some(Lateness {
                reason: Code::new(reason),
                words: Some(fixture::sealed(70)),
            }),
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: day(sent_on),
        }
    }

    #[test]
    fn a_reason_for_lateness_is_kept_of_an_answer_after_the_last_day_and_refused_of_one_on_it() {
        given([record_complaint()])
            .when(late("staff_away", "2015-04-13"))
            .then_refused(&Refusal::Decision(DecisionFault::AnsweredInTime(day(
                "2015-04-13",
            ))));
        let told = given([record_complaint()])
            .when(late("staff_away", "2015-04-14"))
            .after();
        let (_, answered) = told
            .local_resolution
            .and_then(|stage| stage.answered)
            .expect("it is answered");
        assert_eq!(
            answered.late.map(|late| late.reason),
            Some(Code::new("staff_away"))
        );
        given([record_complaint()])
            .when(respond("2015-04-14"))
            .then_accepted();
    }

    #[test]
    fn a_valid_extension_moves_the_day_from_which_an_answer_is_late() {
        let extended = || [record_complaint(), extend("2015-04-10", "2015-04-20")];
        given(extended())
            .when(late("complexity", "2015-04-20"))
            .then_refused(&Refusal::Decision(DecisionFault::AnsweredInTime(day(
                "2015-04-20",
            ))));
        given(extended())
            .when(late("complexity", "2015-04-21"))
            .then_accepted();
    }

    #[test]
    fn the_reason_for_lateness_is_one_of_the_authority_s_list() {
        given([record_complaint()])
            .when(late("the_weather", "2015-04-14"))
            .then_refused(&Refusal::NotInTheList {
                list: "reasons for a late answer",
                code: "the_weather".to_owned(),
                known: fixture::settings().late_reasons.codes(),
            });
    }

    #[test]
    fn how_it_was_resolved_comes_from_the_authority_s_list_and_may_be_several() {
        let resolved = |kinds: &[&str]| Respond {
            findings: vec![finding(1, Finding::NotUpheld)],
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            late: None,
            resolution: kinds.iter().copied().map(Code::new).collect(),
            learning_shared: None,
            sent_on: day("2015-04-13"),
        };
        let told = given([record_complaint()])
            .when(resolved(&["apology", "explanation"]))
            .after();
        let (_, answered) = told
            .local_resolution
            .and_then(|stage| stage.answered)
            .expect("it is answered");
        assert_eq!(
            answered.resolution,
            [Code::new("apology"), Code::new("explanation")]
        );
        given([record_complaint()])
            .when(resolved(&["apology", "flowers"]))
            .then_refused(&Refusal::NotInTheList {
                list: KINDS_OF_RESOLUTION,
                code: "flowers".to_owned(),
                known: fixture::settings().resolution_kinds.codes(),
            });
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
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
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
