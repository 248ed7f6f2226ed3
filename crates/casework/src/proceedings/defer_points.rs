//! Defer points because of proceedings elsewhere.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::{DeferralNumber, PointsDeferred, ProceedingsKind, belongs_to_a_stage};
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::point::PointNumber;
use crate::refusal::{DecisionFault, NotYet, Refusal};

/// Decide not to consider points for now, because that might prejudice proceedings, and send the
/// complainant a notice that gives the reasons and names the proceedings.
///
/// Source: SI 2006/1738 reg 8. That there are proceedings is not enough: the decision is about
/// prejudice, and reaches no further than the points it names. While every point is deferred no stage's
/// clock runs; otherwise the clocks run on for the rest.
#[derive(Clone, Debug)]
pub struct DeferPoints {
    /// The points.
    pub points: Vec<PointNumber>,
    /// What kind of proceedings.
    pub kind: ProceedingsKind,
    /// Which proceedings, as the notice names them.
    pub proceedings: Option<Sealed>,
    /// How considering the points now might prejudice them.
    pub prejudice: Option<Sealed>,
    /// Who decided.
    pub decided_by: AccountId,
    /// Whether legal advice was taken.
    pub legal_advice: bool,
    /// When the notice was sent.
    pub notice_sent_on: Option<Date>,
    /// The day it was decided.
    pub on: Date,
}

impl DeferPoints {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the notice lacks the reasons, the proceedings or its day; when nothing is under
    /// consideration; for no point, a point that there is not or that is not considered; for a decider
    /// who is complained about, or an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("deferring points")?;
        case.still_running()?;
        case.not_wholly_deferred()?;
        let reached = case.stage_under_consideration()?;
        let began = case
            .clocks
            .running()
            .filter(|clock| clock.due.due_on >= clock.due.from)
            .map(|clock| clock.due.from)
            .chain([case.stage_counts_from()])
            .max();
        law.happened(
            "the deferral",
            self.on,
            (
                "the last step of this stage",
                began.unwrap_or(case.received_on),
            ),
        )?;
        if case
            .representation
            .complained_about
            .contains(&self.decided_by)
        {
            return Err(Refusal::Decision(DecisionFault::DecidesOnThemselves));
        }
        self.check_points(case)?;
        let proceedings = part(self.proceedings.as_ref(), "which proceedings they are")?;
        let prejudice = part(
            self.prejudice.as_ref(),
            "how considering the points might prejudice the proceedings",
        )?;
        let notice_sent_on = part(self.notice_sent_on.as_ref(), "the day it was sent")?;
        law.happened("the notice", notice_sent_on, ("the decision", self.on))?;
        let number = u16::try_from(case.deferrals.len() + 1).unwrap_or(u16::MAX);
        let deferred = PointsDeferred {
            deferral: DeferralNumber(number),
            points: self.points.clone(),
            kind: self.kind,
            proceedings,
            prejudice,
            decided_by: self.decided_by,
            legal_advice: self.legal_advice,
            notice_sent_on,
            reached,
        };
        let mut clocks = Vec::new();
        let leaves_none = case
            .points_in_play()
            .iter()
            .all(|point| self.points.contains(&point.number));
        if leaves_none {
            let running = case.clocks.running().map(|clock| clock.due.limit);
            let mut stage: Vec<_> = running.filter(|limit| belongs_to_a_stage(*limit)).collect();
            stage.dedup();
            clocks.extend(
                stage
                    .into_iter()
                    .map(|limit| ClockChange::Stopped { limit, on: self.on }),
            );
        }
        // One review looks at every deferral that is open, so the earlier date stands.
        if case.clocks.running_of(LimitId::FreezeReview).is_none() {
            clocks.push(law.start(LimitId::FreezeReview, notice_sent_on)?);
        }
        Ok(vec![Fact {
            on: self.on,
            event: Event::PointsDeferred(Box::new(deferred)),
            clocks,
        }])
    }

    fn check_points(&self, case: &Case) -> Result<(), Refusal> {
        if self.points.is_empty() {
            return Err(Refusal::NoPoints);
        }
        for (index, number) in self.points.iter().enumerate() {
            if case.point(*number).is_none() {
                return Err(Refusal::NoSuchPoint(*number));
            }
            let in_play = case
                .points_in_play()
                .iter()
                .any(|point| point.number == *number);
            if !in_play || self.points[..index].contains(number) {
                return Err(Refusal::Decision(DecisionFault::NotUnderConsideration(
                    *number,
                )));
            }
        }
        Ok(())
    }
}

fn part<T: Clone>(given: Option<&T>, missing: &'static str) -> Result<T, Refusal> {
    given
        .cloned()
        .ok_or(Refusal::NotYet(NotYet::InTheNotice(missing)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::closure::NextRight;
    use crate::story::notice;
    use crate::story::{
        acknowledge, at_investigation, at_review_panel, close, day, defer, finding, fixture, given,
        record_complaint, respond, two_points,
    };
    use statute::procedure::Finding;

    #[test]
    fn when_every_point_is_deferred_no_stage_clock_runs_and_a_review_is_due() {
        given([record_complaint()])
            .when(defer(&[1], "2015-04-01"))
            .then_stopped("D-S1", "2015-04-01")
            .then_stopped("D-ACK1", "2015-04-01")
            .then_clocks(&[("D-FREEZE-REVIEW", "2015-05-01")]);
        given(at_investigation())
            .when(defer(&[1], "2015-05-20"))
            .then_stopped("D-S2-R", "2015-05-20");
        given(at_review_panel())
            .when(defer(&[1], "2015-09-01"))
            .then_stopped("D-S3-PANEL", "2015-09-01");
    }

    #[test]
    fn when_some_points_are_deferred_the_clocks_run_on_for_the_rest() {
        given([two_points()])
            .when(defer(&[2], "2015-04-01"))
            .then_running("D-S1")
            .then_running("D-ACK1")
            .then_clocks(&[("D-FREEZE-REVIEW", "2015-05-01")]);
        given([two_points(), defer(&[2], "2015-04-01").into()])
            .when(defer(&[1], "2015-04-02"))
            .then_stopped("D-S1", "2015-04-02")
            .then_clocks(&[]);
    }

    #[test]
    fn a_notice_without_reasons_proceedings_or_day_is_no_notice() {
        let whole = || defer(&[1], "2015-04-01");
        let lacks = |command: DeferPoints, missing| {
            given([record_complaint()])
                .when(command)
                .then_refused(&Refusal::NotYet(NotYet::InTheNotice(missing)));
        };
        lacks(
            DeferPoints {
                proceedings: None,
                ..whole()
            },
            "which proceedings they are",
        );
        lacks(
            DeferPoints {
                prejudice: None,
                ..whole()
            },
            "how considering the points might prejudice the proceedings",
        );
        lacks(
            DeferPoints {
                notice_sent_on: None,
                ..whole()
            },
            "the day it was sent",
        );
        given([record_complaint()]).when(whole()).then_accepted();
    }

    #[test]
    fn only_points_under_consideration_can_be_deferred() {
        given([record_complaint()])
            .when(defer(&[], "2015-04-01"))
            .then_refused(&Refusal::NoPoints);
        given([record_complaint()])
            .when(defer(&[2], "2015-04-01"))
            .then_refused(&Refusal::NoSuchPoint(PointNumber(2)));
        given([two_points(), defer(&[2], "2015-04-01").into()])
            .when(defer(&[2], "2015-04-02"))
            .then_refused(&Refusal::Decision(DecisionFault::NotUnderConsideration(
                PointNumber(2),
            )));
        given([record_complaint(), respond("2015-04-13")])
            .when(defer(&[1], "2015-04-14"))
            .then_refused(&Refusal::NotYet(NotYet::Asked));
    }

    #[test]
    fn while_everything_is_deferred_nothing_is_answered_or_closed_and_the_rest_of_the_law_stays() {
        let frozen = || [record_complaint(), defer(&[1], "2015-04-01").into()];
        given(frozen())
            .when(respond("2015-04-13"))
            .then_refused(&Refusal::Decision(DecisionFault::Deferred(day(
                "2015-04-01",
            ))));
        given(frozen())
            .when(acknowledge("2015-04-02"))
            .then_refused(&Refusal::Decision(DecisionFault::Deferred(day(
                "2015-04-01",
            ))));
        given(frozen())
            .when(close("2015-04-13"))
            .then_refused(&Refusal::NotReadyToClose(
                "points are deferred while proceedings run",
            ));
        given(frozen())
            .when(crate::closure::Withdraw {
                oral: true,
                confirmed_on: day("2015-04-13"),
                looked_into: None,
            })
            .then_accepted();
    }

    #[test]
    fn the_answer_leaves_a_deferred_point_out_and_must_not_find_on_it() {
        let answer = |points: &[u16]| crate::local_resolution::Respond {
            findings: points
                .iter()
                .map(|point| finding(*point, Finding::Upheld))
                .collect(),
            letter: None,
            notice: Some(notice(NextRight::Investigation, "2015-04-13")),
            late: None,
            resolution: Vec::new(),
            learning_shared: None,
            sent_on: day("2015-04-13"),
        };
        let history = || [two_points(), defer(&[2], "2015-04-01").into()];
        given(history()).when(answer(&[1])).then_accepted();
        given(history())
            .when(answer(&[1, 2]))
            .then_refused(&Refusal::Decision(DecisionFault::NotUnderConsideration(
                PointNumber(2),
            )));
        let mut answered: Vec<crate::action::Command> = history().into();
        answered.push(answer(&[1]).into());
        given(answered)
            .when(close("2015-05-13"))
            .then_refused(&Refusal::NotReadyToClose(
                "points are deferred while proceedings run",
            ));
    }

    #[test]
    fn nobody_complained_about_decides_on_the_deferral() {
        let complaint = crate::intake::RecordComplaint {
            complained_about: vec![fixture::MS_HALL],
            ..fixture::complaint()
        };
        let by_ms_hall = DeferPoints {
            decided_by: fixture::MS_HALL,
            ..defer(&[1], "2015-04-01")
        };
        given([complaint.into()])
            .when(by_ms_hall)
            .then_refused(&Refusal::Decision(DecisionFault::DecidesOnThemselves));
    }
}
