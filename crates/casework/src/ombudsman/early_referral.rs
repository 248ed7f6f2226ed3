//! Early referral: going to the Ombudsman after Stage 2 without a panel.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;
use statute::working_days::WorkingDays;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::law::Law;
use crate::refusal::Refusal;

/// What has to be true, all of it, before a complaint goes to the Ombudsman without a panel.
///
/// Source: Getting the Best from Complaints (2006), 3.10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EarlyCondition {
    /// The Stage 2 report is robust.
    RobustReport,
    /// The adjudication is complete.
    CompleteAdjudication,
    /// All points, or all significant ones, are upheld.
    PointsUpheld,
    /// There is a clear action plan.
    ActionPlan,
    /// Most or all of what the complainant wants is agreed.
    OutcomesAgreed,
    /// The complainant agrees with the early referral.
    ComplainantAgrees,
}

impl EarlyCondition {
    /// The six, in the order a form asks them.
    pub const ALL: [Self; 6] = [
        Self::RobustReport,
        Self::CompleteAdjudication,
        Self::PointsUpheld,
        Self::ActionPlan,
        Self::OutcomesAgreed,
        Self::ComplainantAgrees,
    ];

    /// Where they stand.
    pub const SOURCE: &str = "Getting the Best from Complaints (2006), 3.10";

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::RobustReport => "The Stage 2 report is robust",
            Self::CompleteAdjudication => "The adjudication is complete",
            Self::PointsUpheld => "All points, or all significant ones, are upheld",
            Self::ActionPlan => "There is a clear action plan",
            Self::OutcomesAgreed => "Most or all of what the complainant wants is agreed",
            Self::ComplainantAgrees => "The complainant agrees to the early referral",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RobustReport => "robust_report",
            Self::CompleteAdjudication => "complete_adjudication",
            Self::PointsUpheld => "points_upheld",
            Self::ActionPlan => "action_plan",
            Self::OutcomesAgreed => "outcomes_agreed",
            Self::ComplainantAgrees => "complainant_agrees",
        }
    }
}

/// An early referral. All six conditions held, or there would be none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlyReferral {
    /// When it was put to the complainant in writing.
    pub proposed_on: Date,
    /// When the complainant agreed.
    pub agreed_on: Date,
}

impl Case {
    /// What revives the right to ask for a panel when the Ombudsman declines an early referral: as many
    /// working days as were left when it was made.
    ///
    /// Reading: guidance leaves the panel open and sets no day; the time is suspended and not lost.
    pub(super) fn revived(
        &self,
        law: &Law<'_>,
        decided_on: Date,
    ) -> Result<Vec<ClockChange>, Refusal> {
        let limit = LimitId::ReviewPanelRequest;
        let referred = self.early_referral.as_ref().map(|(on, _)| *on);
        let (Some(referred_on), Some(clock)) = (referred, self.clocks.latest(limit)) else {
            return Ok(Vec::new());
        };
        let due_on = clock.due_on();
        if clock.is_running() || self.review_panel.is_some() || due_on < referred_on {
            return Ok(Vec::new());
        }
        let left = law.elapsed(referred_on, due_on)?;
        let left = WorkingDays(u16::try_from(left).unwrap_or(u16::MAX));
        let to = left.end(decided_on, law.calendar)?;
        Ok(vec![
            ClockChange::Started(clock.due.clone()),
            ClockChange::Extended {
                limit,
                to,
                valid: true,
            },
        ])
    }
}
