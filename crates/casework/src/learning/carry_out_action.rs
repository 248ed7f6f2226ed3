//! Record that a corrective action was carried out.

use jiff::civil::Date;

use super::{ActionNumber, CarriedOutAction};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the day on which a corrective action was carried out, who reported it and what shows it. Possible after the
/// case is closed.
///
/// Source: council policy; the record holds actions "with completion evidence" (REP-17.4).
#[derive(Clone, Debug)]
pub struct CarryOutAction {
    /// Which.
    pub action: ActionNumber,
    /// Who reported it; usually the owner.
    pub reported_by: AccountId,
    /// What shows it.
    pub evidence: Sealed,
    /// The day it was done.
    pub on: Date,
}

impl CarryOutAction {
    /// Decides and changes nothing. Meets D-ACTION, or moves it to the next action.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no such action, it was carried out before, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let action = case.corrective_action(self.action)?;
        if let Some((on, _)) = &action.carried_out {
            return Err(Refusal::AlreadyDone {
                what: "carrying out this action",
                on: *on,
            });
        }
        law.happened(
            "carrying out the action",
            self.on,
            ("the agreement", action.agreed_on),
        )?;
        let event = Event::ActionCarriedOut(CarriedOutAction {
            action: self.action,
            reported_by: self.reported_by,
            evidence: self.evidence.clone(),
        });
        Ok(vec![Fact {
            on: self.on,
            clocks: case.agreed_actions_clock(law, self.on, &event)?,
            event,
        }])
    }
}
