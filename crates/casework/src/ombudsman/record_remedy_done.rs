//! Record that a remedy the Ombudsman recommended was done.

use jiff::civil::Date;
use statute::limits::LimitId;

use super::RemedyNumber;
use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that one remedy was done, and whether the evidence went to the Ombudsman. The clock of the
/// remedies shows the earliest that is outstanding.
#[derive(Clone, Copy, Debug)]
pub struct RecordRemedyDone {
    /// Which.
    pub remedy: RemedyNumber,
    /// Whether the evidence was sent to the Ombudsman.
    pub evidence: bool,
    /// The day it was done.
    pub on: Date,
}

impl RecordRemedyDone {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the Ombudsman has not decided, there is no such remedy, it was done before,
    /// or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (ombudsman, decided_on, decision) = case.decided_by_the_ombudsman()?;
        let known = decision.remedies.iter();
        if !known
            .map(|remedy| remedy.number)
            .any(|number| number == self.remedy)
        {
            return Err(Refusal::NoSuchRemedy(self.remedy));
        }
        // Evidence may follow later; without any news the remedy is done already.
        let before = ombudsman.done.iter().rev();
        let before = before.clone().find(|(number, ..)| *number == self.remedy);
        if let Some((_, on, evidence)) = before
            && (*evidence || !self.evidence)
        {
            return Err(Refusal::AlreadyDone {
                what: "this remedy",
                on: *on,
            });
        }
        // An apology may come before the Ombudsman's letter does.
        law.happened(
            "the remedy",
            self.on,
            (
                "the Ombudsman’s letter",
                ombudsman.opened_on.min(decided_on),
            ),
        )?;
        let event = Event::OmbudsmanRemedyDone {
            remedy: self.remedy,
            evidence: self.evidence,
        };
        Ok(vec![Fact {
            on: self.on,
            clocks: case.agreed_actions_clock(law, self.on, &event)?,
            event,
        }])
    }
}

/// Starts the clock of the earliest remedy, in place of an earlier decision's; or of a corrective action before it.
pub(super) fn due_next(
    case: &Case,
    law: &Law<'_>,
    due_on: Date,
    on: Date,
) -> Result<Vec<ClockChange>, Refusal> {
    let limit = LimitId::AgreedAction;
    let mut clocks = Vec::new();
    let corrective = case.next_corrective_action_due();
    let due_on = corrective.map_or(due_on, |corrective| corrective.min(due_on));
    if case.clocks.running_of(limit).is_some() {
        clocks.push(ClockChange::Stopped { limit, on });
    }
    clocks.push(law.start(limit, due_on)?);
    Ok(clocks)
}
