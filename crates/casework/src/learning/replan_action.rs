//! Set another day for a corrective action.

use jiff::civil::Date;

use super::{ActionNumber, ReplannedAction};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::Refusal;

/// Set another day for a corrective action that is not carried out, with the reasons. The day agreed first stays in the
/// record.
///
/// Source: council policy (D-ACTION: a new day is a logged re-plan).
#[derive(Clone, Debug)]
pub struct ReplanAction {
    /// Which.
    pub action: ActionNumber,
    /// The new last day.
    pub due_on: Date,
    /// Why.
    pub reasons: Sealed,
    /// The day it was decided.
    pub on: Date,
}

impl ReplanAction {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such action, it was carried out, the day is the one it has, or a day is
    /// impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let action = case.corrective_action(self.action)?;
        if let Some((on, _)) = &action.carried_out {
            return Err(Refusal::AlreadyDone {
                what: "carrying out this action",
                on: *on,
            });
        }
        let planned_on = action
            .replanned
            .last()
            .map_or(action.agreed_on, |(on, _)| *on);
        law.happened("the new plan", self.on, ("the plan it changes", planned_on))?;
        if self.due_on < self.on {
            return Err(Refusal::BeforeItCould {
                what: "the last day for the action",
                on: self.due_on,
                earliest: "the new plan",
                earliest_on: self.on,
            });
        }
        let event = Event::ActionReplanned(ReplannedAction {
            action: self.action,
            due_on: self.due_on,
            reasons: self.reasons.clone(),
        });
        Ok(vec![Fact {
            on: self.on,
            clocks: case.agreed_actions_clock(law, self.on, &event)?,
            event,
        }])
    }
}
