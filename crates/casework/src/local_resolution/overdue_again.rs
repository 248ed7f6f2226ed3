//! The Stage 1 answer that is still owed when a request for Stage 2 comes to nothing.

use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::{ClockChange, ClockEnd};

impl Case {
    /// What sets the clocks of an overdue Stage 1 going again when a request for Stage 2 that nobody has begun on is
    /// taken back or refused: from the same start, with the same last day and extension, as they stood at the request.
    ///
    /// Reading: who may go on because the answer is late does not thereby give the answer up. Where Stage 1 was left
    /// out by agreement of both, no answer is owed.
    pub(super) fn stage_1_overdue_again(&self) -> Vec<ClockChange> {
        let asked = self.investigation.as_ref();
        let Some(asked) = asked.filter(|stage| stage.begun_on().is_none()) else {
            return Vec::new();
        };
        let first = self.local_resolution.as_ref();
        if first.is_none_or(|stage| stage.answered.is_some() || stage.skipped_on.is_some()) {
            return Vec::new();
        }
        let stopped = Some(ClockEnd::Stopped(asked.requested_on));
        // A complaint that changed its procedure has the clocks of both.
        let limits = [
            LimitId::LocalResolution,
            LimitId::LocalResolutionExtension,
            LimitId::CorporateResponse,
        ];
        let clocks = limits
            .into_iter()
            .filter_map(|limit| self.clocks.latest(limit))
            .filter(|clock| clock.ended == stopped);
        let mut changes = Vec::new();
        for clock in clocks {
            changes.push(ClockChange::Started(clock.due.clone()));
            changes.extend(clock.extended.map(|extension| ClockChange::Extended {
                limit: clock.due.limit,
                to: extension.to,
                valid: extension.valid,
            }));
        }
        changes
    }
}
