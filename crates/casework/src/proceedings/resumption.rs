//! How deferred points come back: where, and with which clocks.

use jiff::civil::Date;
use statute::limits::{self, Direction, LimitId};

use super::{Deferral, Resumption};
use crate::case::{Case, Stage};
use crate::clock::ClockChange;
use crate::ids::Reference;
use crate::intake::Procedure;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// How the points of a deferral come back, and what that does to the clocks.
///
/// Source: none; SI 2006/1738 reg 8 says that they are considered, not by when.
/// Reading: at the stage they had reached, in the time that stage has, from the day they came back; an
/// authority may choose to count on from where the clock stood.
///
/// # Errors
///
/// [`NotYet::RecordedElsewhere`] when the other points have gone on to a later stage, so that these need
/// a complaint of their own; [`NotYet::Resumed`] when one is named and they come back here.
pub(super) fn resume(
    case: &Case,
    law: &Law<'_>,
    deferral: &Deferral,
    elsewhere: Option<Reference>,
    on: Date,
) -> Result<(Resumption, Vec<ClockChange>), Refusal> {
    match (case.stage() == deferral.deferred.reached, elsewhere) {
        (false, Some(case)) => return Ok((Resumption::As { case }, Vec::new())),
        (false, None) => return Err(Refusal::NotYet(NotYet::RecordedElsewhere)),
        (true, Some(_)) => return Err(Refusal::NotYet(NotYet::Resumed)),
        (true, None) => {}
    }
    let reopens = case.stage_is_answered();
    let mut changes = Vec::new();
    if reopens {
        // The next right is named again, and its time runs again, with the answer to these points.
        for limit in [
            LimitId::InvestigationRequest,
            LimitId::ReviewPanelRequest,
            LimitId::CorporateReviewRequest,
        ] {
            if case.clocks.running_of(limit).is_some() {
                changes.push(ClockChange::Stopped { limit, on });
            }
        }
    }
    if deferral.stopped.is_empty() {
        for limit in own_limits(deferral.deferred.reached, case.procedure()) {
            changes.push(law.start(*limit, on)?);
        }
        let counted_from = reopens.then_some(on);
        return Ok((
            Resumption::Here {
                reopens,
                counted_from,
            },
            changes,
        ));
    }
    let counts_on = law.settings.counts_on_after_deferral();
    let forward = |limit: &&LimitId| limits::of(**limit).direction == Direction::Forward;
    for limit in deferral.stopped.iter().filter(forward) {
        changes.push(if counts_on {
            continued(case, law, *limit, deferral.on, on)?
        } else {
            law.start(*limit, on)?
        });
    }
    let counted_from = if counts_on {
        as_if_from(case, law, deferral.on, on)?
    } else {
        on
    };
    let resumed = Resumption::Here {
        reopens,
        counted_from: Some(counted_from),
    };
    Ok((resumed, changes))
}

/// The day from which as many working days lead to the day the points come back as had passed when
/// they were deferred.
fn as_if_from(case: &Case, law: &Law<'_>, deferred_on: Date, on: Date) -> Result<Date, Refusal> {
    let passed = law.elapsed(case.stage_counts_from(), deferred_on)?;
    let mut day = on;
    while law.elapsed(day, on)? < passed {
        let Ok(earlier) = day.yesterday() else { break };
        day = earlier;
    }
    Ok(day)
}

/// The limits of the stage for points that come back while the others went on.
fn own_limits(stage: Stage, procedure: Option<Procedure>) -> &'static [LimitId] {
    match (stage, procedure) {
        (Stage::Register, _) => &[],
        (Stage::LocalResolution, Some(Procedure::Corporate)) => &[LimitId::CorporateResponse],
        (Stage::LocalResolution, Some(Procedure::ChildrenAct) | None) => {
            &[LimitId::LocalResolution]
        }
        (Stage::Investigation, Some(Procedure::Corporate)) => &[LimitId::CorporateReviewResponse],
        (Stage::Investigation, Some(Procedure::ChildrenAct) | None) => {
            &[LimitId::InvestigationFromRequest]
        }
        (Stage::ReviewPanel, _) => &[LimitId::ReviewPanelChair, LimitId::ReviewPanelMeets],
    }
}

/// The working days that were left when a clock stopped, counted on from the day it goes on.
fn continued(
    case: &Case,
    law: &Law<'_>,
    limit: LimitId,
    stopped_on: Date,
    on: Date,
) -> Result<ClockChange, Refusal> {
    let Some(clock) = case.clocks.latest(limit) else {
        return law.start(limit, on);
    };
    let left = |last: Date| -> Result<u32, Refusal> {
        if last > stopped_on {
            law.elapsed(stopped_on, last)
        } else {
            Ok(0)
        }
    };
    let longest = clock.due.latest_on.map(left).transpose()?;
    law.start_with(limit, left(clock.due_on())?, longest, on)
}
