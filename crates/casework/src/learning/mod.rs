//! Learning: what a case taught, and what is done about it.
//!
//! A closed case taught something that changes, or it is said why not. What changes is done by somebody by a day: a
//! corrective action, which is agreed, carried out, closed by somebody else, and looked at for its effect. Training
//! and workshops are of no case; they stand in the authority’s own file.

mod agree_action;
mod carry_out_action;
mod close_action;
mod corrective_action;
mod hold_debrief;
mod hold_training;
mod recommended;
mod replan_action;
mod report_back;
mod review_impact;

pub use agree_action::AgreeAction;
pub use carry_out_action::CarryOutAction;
pub use close_action::CloseAction;
pub use corrective_action::{
    ActionNumber, ActionOrigin, ActionState, AgreedAction, CarriedOutAction, ClosedAction,
    CorrectiveAction, ReplannedAction, ReviewedImpact, Verdict,
};
pub use hold_debrief::{Attended, Debrief, DebriefPart, HoldDebrief};
pub use hold_training::{HoldTraining, TrainingHeld, TrainingKind};
pub use recommended::Recommended;
pub use replan_action::ReplanAction;
pub use report_back::ReportBack;
pub use review_impact::ReviewImpact;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::closure::{Basis, NoticeOfRights};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::{LearningFault, Refusal};

/// What a case taught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Learned {
    /// Something changes.
    Change {
        /// What, sealed.
        text: Sealed,
    },
    /// Nothing changes. That is said and has a reason; silence says nothing.
    Nothing {
        /// Why nothing, sealed.
        reason: Sealed,
    },
}

impl Learned {
    /// What was written, sealed.
    pub const fn text(&self) -> &Sealed {
        match self {
            Self::Change { text } => text,
            Self::Nothing { reason } => reason,
        }
    }
}

impl Case {
    /// Copies what was written down.
    pub(crate) fn learn(&mut self, on: Date, learned: &Learned) {
        self.lesson = Some((on, learned.clone()));
    }

    /// What the case as it was closed last taught, and when that was written down; `None` while nobody has.
    pub fn lesson(&self) -> Option<&(Date, Learned)> {
        self.lesson.as_ref().filter(|_| !self.is_open())
    }

    /// What closing starts: the time for writing down what a complaint taught that had an answer.
    ///
    /// Source: council policy (D-LEARN).
    /// Reading: a complaint that left before anybody answered has taught nothing that is owed; something may be
    /// written down all the same. Nor is anything owed where it was said at closing that nothing was learned, and why; nor
    /// of a case that comes from an older record: nobody there knew
    /// of this limit, and hundreds of late duties on the first morning would hide those of today.
    pub(crate) fn owes_learning(
        &self,
        law: &Law<'_>,
        closed_on: Date,
        notice: Option<&NoticeOfRights>,
        learned: Option<&Learned>,
    ) -> Result<Option<ClockChange>, Refusal> {
        let nothing = matches!(learned, Some(Learned::Nothing { .. }));
        if self.is_to_say_what_it_taught() && !from_an_older_record(notice) && !nothing {
            law.start(LimitId::Learning, closed_on).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Refuses the closing of a complaint that was answered where nothing is said of what it taught: no corrective action,
    /// nothing learned, and no reason why nothing is.
    ///
    /// Source: council policy: services left the fields for learning empty, and nobody could say whether there was none.
    pub(crate) fn says_what_it_taught(
        &self,
        learned: Option<&Learned>,
        notice: Option<&NoticeOfRights>,
    ) -> Result<(), Refusal> {
        let said = learned.is_some() || !self.corrective_actions.is_empty();
        if said || !self.is_to_say_what_it_taught() || from_an_older_record(notice) {
            Ok(())
        } else {
            Err(LearningFault::NothingSaid.into())
        }
    }

    /// Whether it was said, when the case was closed last, that it taught nothing.
    pub fn taught_nothing(&self) -> bool {
        let closed = self.closed.as_ref();
        closed.is_some_and(|(_, closed)| matches!(closed.learned, Some(Learned::Nothing { .. })))
    }

    /// What stops when a closed case is taken up again: what it taught is asked when it is closed anew.
    pub(crate) fn taken_up_again(&self, on: Date) -> Option<ClockChange> {
        let limit = LimitId::Learning;
        let runs = self.clocks.running_of(limit);
        runs.map(|_| ClockChange::Stopped { limit, on })
    }

    /// Whether closing asks what the case taught: anything was answered, at any stage.
    pub fn is_to_say_what_it_taught(&self) -> bool {
        let first = self.local_resolution.as_ref();
        let second = self.investigation.as_ref();
        let third = self.review_panel.as_ref();
        first.is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty())
            || second.is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty())
            || third.is_some_and(|panel| panel.answered_on.is_some())
    }
}

/// Whether a case comes from an older record, whose letters are taken as given.
fn from_an_older_record(notice: Option<&NoticeOfRights>) -> bool {
    notice.is_some_and(|notice| notice.basis == Basis::TakenAsGiven)
}
