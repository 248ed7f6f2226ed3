//! Close a corrective action.

use jiff::civil::Date;

use super::{ActionNumber, ClosedAction};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::AccountId;
use crate::law::Law;
use crate::refusal::{LearningFault, Refusal};

/// Close a corrective action that was carried out, when somebody else than its owner and than whoever reported it has
/// looked at the evidence; and set the day for looking at its effect.
///
/// Source: council policy: actions were recorded whose completion nobody had checked.
#[derive(Clone, Copy, Debug)]
pub struct CloseAction {
    /// Which.
    pub action: ActionNumber,
    /// Who looked at the evidence.
    pub checked_by: AccountId,
    /// The day by which its effect is looked at; `None` where there is none to look for.
    pub review_on: Option<Date>,
    /// The day it was closed.
    pub on: Date,
}

impl CloseAction {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such action, it was not carried out, it is closed already, the same person
    /// checks, the person is complained about, or a day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let action = case.corrective_action(self.action)?;
        let Some((done_on, carried_out)) = &action.carried_out else {
            return Err(LearningFault::NotCarriedOut(self.action).into());
        };
        if let Some((on, _)) = &action.closed {
            return Err(Refusal::AlreadyDone {
                what: "closing this action",
                on: *on,
            });
        }
        law.happened("closing the action", self.on, ("carrying it out", *done_on))?;
        if self.checked_by == action.agreed.owner {
            return Err(LearningFault::CheckedByOwner.into());
        }
        if self.checked_by == carried_out.reported_by {
            return Err(LearningFault::CheckedByReporter.into());
        }
        case.decides_on_others(self.checked_by)?;
        if let Some(review_on) = self.review_on.filter(|review_on| *review_on <= self.on) {
            return Err(LearningFault::ReviewTooSoon {
                review_on,
                on: self.on,
            }
            .into());
        }
        let event = Event::ActionClosed(ClosedAction {
            action: self.action,
            checked_by: self.checked_by,
            review_on: self.review_on,
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}
