//! What is under consideration at the stage a case is at, and since when.

use jiff::civil::Date;

use crate::case::{Case, Stage};
use crate::point::{Point, PointFinding, PointNumber};
use crate::refusal::{NotYet, Refusal};
use crate::review_panel::ReviewPanel;

impl Case {
    /// The points under consideration at the stage the case is at: neither deferred, nor refused as
    /// late, nor answered there before deferred ones came back.
    pub fn points_in_play(&self) -> Vec<Point> {
        let in_play = |point: &&Point| {
            self.deferral_of(point.number).is_none()
                && !self.is_refused_as_late(point.number)
                && !self.is_answered_at_this_stage(point.number)
        };
        self.points().iter().filter(in_play).cloned().collect()
    }

    /// Whether a point was answered at the present stage before deferred ones opened it again.
    pub(crate) fn is_answered_at_this_stage(&self, point: PointNumber) -> bool {
        self.findings_before_reopening()
            .any(|finding| finding.point == point)
    }

    /// What was found at the present stage before deferred points opened it again.
    pub fn findings_before_reopening(&self) -> impl Iterator<Item = &PointFinding> {
        let stage = self.stage();
        let first = self
            .local_resolution
            .iter()
            .filter(move |_| stage == Stage::LocalResolution)
            .flat_map(|stage| &stage.earlier)
            .flat_map(|(_, answer)| &answer.findings);
        // What a corporate review found is no investigation, and is looked at again.
        let reviewed = self.earlier_procedures.last().map(|(on, _)| *on);
        let second = self
            .investigation
            .iter()
            .filter(move |_| stage == Stage::Investigation)
            .flat_map(|stage| &stage.earlier)
            .filter(move |(on, _)| reviewed.is_none_or(|reviewed| *on > reviewed))
            .flat_map(|(_, answer)| &answer.findings);
        let third = self
            .review_panel
            .iter()
            .flat_map(|panel| &panel.earlier)
            .flat_map(|report| &report.findings);
        first.chain(second).chain(third)
    }

    /// The day from which the present stage's length counts.
    pub(crate) fn stage_counts_from(&self) -> Date {
        if let Some(review_panel) = &self.review_panel {
            review_panel.requested_on
        } else if let Some(investigation) = &self.investigation {
            investigation
                .counted_from
                .unwrap_or(investigation.requested_on)
        } else {
            let local_resolution = self.local_resolution.as_ref();
            let counted_from = local_resolution.and_then(|stage| stage.counted_from);
            counted_from.unwrap_or(self.received_on)
        }
    }

    /// Whether the present stage has its answer.
    pub(crate) fn stage_is_answered(&self) -> bool {
        if let Some(review_panel) = &self.review_panel {
            review_panel.answered_on.is_some()
        } else if let Some(investigation) = &self.investigation {
            investigation.answered.is_some()
        } else {
            let local_resolution = self.local_resolution.as_ref();
            local_resolution.is_some_and(|stage| stage.answered.is_some())
        }
    }

    /// The stage at which something is being considered.
    pub(crate) fn stage_under_consideration(&self) -> Result<Stage, Refusal> {
        if self.stage_is_answered() {
            Err(Refusal::NotYet(NotYet::Asked))
        } else {
            Ok(self.stage())
        }
    }

    /// Opens the present stage again for points that came back; what was answered stays on record.
    pub(crate) fn reopen_stage(&mut self, on: Date, points: &[PointNumber]) {
        self.closed = None;
        // What was deferred between the panel's report and the answer to it is heard again.
        let mut reported = self
            .review_panel
            .as_ref()
            .and_then(|panel| panel.report.clone());
        if let Some(report) = &mut reported {
            report.findings.retain(|found| {
                !points.contains(&found.point) && self.deferral_of(found.point).is_none()
            });
        }
        if let Some(review_panel) = &mut self.review_panel {
            let mut earlier = std::mem::take(&mut review_panel.earlier);
            earlier.extend(reported);
            *review_panel = ReviewPanel {
                requested_on: on,
                reasons: std::mem::take(&mut review_panel.reasons),
                earlier,
                ..ReviewPanel::default()
            };
        } else if let Some(investigation) = &mut self.investigation {
            investigation.earlier.extend(investigation.answered.take());
            investigation.reported_in_part();
        } else if let Some(local_resolution) = &mut self.local_resolution {
            local_resolution
                .earlier
                .extend(local_resolution.answered.take());
        }
    }

    pub(crate) fn count_stage_from(&mut self, on: Option<Date>) {
        if self.review_panel.is_some() {
            return;
        }
        if let Some(investigation) = &mut self.investigation {
            investigation.counted_from = on;
        } else if let Some(local_resolution) = &mut self.local_resolution {
            local_resolution.counted_from = on;
        }
    }
}
