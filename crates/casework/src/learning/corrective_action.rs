//! Corrective actions: what somebody does so that the same does not happen again, from the promise to its effect.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

use super::{Debrief, Recommended};
use crate::action::Action;
use crate::case::Case;
use crate::clock::{Clock, ClockChange};
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::ombudsman::OmbudsmanCase;
use crate::refusal::{LearningFault, Refusal};
use crate::settings::Code;

/// The number of a corrective action within its case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActionNumber(pub u16);

/// A corrective action as it was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreedAction {
    /// Of which kind, from the authority’s list.
    pub kind: Code,
    /// What it is about, from the authority’s list of themes.
    pub themes: Vec<Code>,
    /// What is to be done, sealed.
    pub text: Sealed,
    /// The plan outside the record it belongs to, such as an improvement plan, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Sealed>,
    /// Whose it is.
    pub owner: AccountId,
    /// By when it is to be done.
    pub due_on: Date,
    /// What it comes from.
    pub origin: ActionOrigin,
    /// Which recommendation it answers; `None` where it answers none, and in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Recommended>,
}

/// What a corrective action comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionOrigin {
    /// The answer at Stage 1.
    LocalResolution,
    /// The adjudication, or the answer after a corporate review.
    Adjudication,
    /// A recommendation of the Review Panel.
    ReviewPanel,
    /// The Ombudsman.
    Ombudsman,
    /// A debrief.
    Debrief,
    /// None of these: somebody saw that it is needed.
    OfItself,
}

/// Another day for a corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplannedAction {
    /// Which.
    pub action: ActionNumber,
    /// The new last day.
    pub due_on: Date,
    /// Why, sealed.
    pub reasons: Sealed,
}

/// That a corrective action was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedOutAction {
    /// Which.
    pub action: ActionNumber,
    /// Who reported it.
    pub reported_by: AccountId,
    /// What shows it, sealed.
    pub evidence: Sealed,
}

/// That somebody else looked at what shows that a corrective action was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedAction {
    /// Which.
    pub action: ActionNumber,
    /// Who looked.
    pub checked_by: AccountId,
    /// The day by which it is looked at whether it had an effect; `None` where there is none to look for, as with an
    /// apology.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Date>,
}

/// Whether a corrective action had an effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewedImpact {
    /// Which.
    pub action: ActionNumber,
    /// What was found.
    pub verdict: Verdict,
    /// How that is known, sealed.
    pub text: Sealed,
}

/// What was found about the effect of a corrective action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "was", rename_all = "snake_case")]
pub enum Verdict {
    /// It worked.
    Worked,
    /// It worked in part.
    InPart,
    /// It did not.
    DidNot,
    /// It cannot be said yet.
    TooEarly {
        /// The day by which it is looked at again.
        again_on: Date,
    },
}

/// A corrective action of a case with everything that became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectiveAction {
    /// Its number within the case.
    pub number: ActionNumber,
    /// When it was agreed.
    pub agreed_on: Date,
    /// What was agreed; its last day is the one planned last.
    pub agreed: AgreedAction,
    /// Each new plan, the earliest first.
    pub replanned: Vec<(Date, ReplannedAction)>,
    /// When and how it was carried out.
    pub carried_out: Option<(Date, CarriedOutAction)>,
    /// When and by whom it was closed.
    pub closed: Option<(Date, ClosedAction)>,
    /// What was found about its effect, the earliest first.
    pub impact: Vec<(Date, ReviewedImpact)>,
}

/// How far a corrective action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionState {
    /// Agreed, and to be carried out.
    ToDo,
    /// Carried out, and to be looked at by somebody else.
    ToCheck,
    /// Closed, and its effect is to be looked at.
    ToReview,
    /// Nothing more is to be done about it.
    Finished,
}

impl CorrectiveAction {
    /// How far it is.
    pub fn state(&self) -> ActionState {
        if self.carried_out.is_none() {
            ActionState::ToDo
        } else if self.closed.is_none() {
            ActionState::ToCheck
        } else if self.review_on().is_some() {
            ActionState::ToReview
        } else {
            ActionState::Finished
        }
    }

    /// The day by which its effect is looked at, where that is still to be done.
    pub fn review_on(&self) -> Option<Date> {
        let (_, closed) = self.closed.as_ref()?;
        match self.impact.last() {
            None => closed.review_on,
            Some((_, reviewed)) => match reviewed.verdict {
                Verdict::TooEarly { again_on } => Some(again_on),
                Verdict::Worked | Verdict::InPart | Verdict::DidNot => None,
            },
        }
    }

    /// The last verdict on its effect.
    pub fn verdict(&self) -> Option<Verdict> {
        self.impact.last().map(|(_, reviewed)| reviewed.verdict)
    }
}

impl ActionState {
    /// Every state, in order.
    pub const ALL: [Self; 4] = [Self::ToDo, Self::ToCheck, Self::ToReview, Self::Finished];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ToDo => "To be carried out",
            Self::ToCheck => "To be checked by somebody else",
            Self::ToReview => "Closed, effect to be looked at",
            Self::Finished => "Finished",
        }
    }
}

impl ActionOrigin {
    /// Every origin, in the order a form lists them.
    pub const ALL: [Self; 6] = [
        Self::LocalResolution,
        Self::Adjudication,
        Self::ReviewPanel,
        Self::Ombudsman,
        Self::Debrief,
        Self::OfItself,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::LocalResolution => "The Stage 1 answer",
            Self::Adjudication => "The Stage 2 answer",
            Self::ReviewPanel => "The Review Panel’s report",
            Self::Ombudsman => "The Ombudsman",
            Self::Debrief => "A debrief",
            Self::OfItself => "None of these: it was seen that it is needed",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LocalResolution => "local_resolution",
            Self::Adjudication => "adjudication",
            Self::ReviewPanel => "review_panel",
            Self::Ombudsman => "ombudsman",
            Self::Debrief => "debrief",
            Self::OfItself => "of_itself",
        }
    }

    /// Whether the case has what the action is said to come from.
    pub fn is_in(self, case: &Case) -> bool {
        match self {
            Self::LocalResolution => case
                .local_resolution
                .as_ref()
                .is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty()),
            Self::Adjudication => case
                .investigation
                .as_ref()
                .is_some_and(|stage| stage.answered.is_some() || !stage.earlier.is_empty()),
            Self::ReviewPanel => case
                .review_panel
                .as_ref()
                .is_some_and(|panel| panel.reported_on.is_some()),
            Self::Ombudsman => !case.ombudsman.is_empty(),
            Self::Debrief => !case.debriefs.is_empty(),
            Self::OfItself => true,
        }
    }
}

impl Verdict {
    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Worked => "It worked",
            Self::InPart => "It worked in part",
            Self::DidNot => "It did not work",
            Self::TooEarly { .. } => "It is too early to say",
        }
    }
}

impl Case {
    /// The corrective action with a number.
    ///
    /// # Errors
    ///
    /// [`LearningFault::NoSuchAction`].
    pub(super) fn corrective_action(
        &self,
        number: ActionNumber,
    ) -> Result<&CorrectiveAction, Refusal> {
        let mut actions = self.corrective_actions.iter();
        let action = actions.find(|action| action.number == number);
        Ok(action.ok_or(LearningFault::NoSuchAction(number))?)
    }

    /// Refuses what is for corrective actions in a state where no action is in it.
    pub(crate) fn has_a_corrective_action(
        &self,
        state: ActionState,
        asked: Action,
    ) -> Result<(), Refusal> {
        self.complaint(asked.label())?;
        let mut actions = self.corrective_actions.iter();
        if actions.any(|action| action.state() == state) {
            Ok(())
        } else {
            Err(LearningFault::NoneInState(state).into())
        }
    }

    /// Refuses a review of the effect where no action is closed without a verdict. A review may come where no day was
    /// set for it.
    pub(crate) fn has_an_effect_to_review(&self, asked: Action) -> Result<(), Refusal> {
        let mut actions = self.corrective_actions.iter();
        let unset = |action: &CorrectiveAction| action.closed.is_some() && action.impact.is_empty();
        if actions.any(unset) {
            self.complaint(asked.label())
        } else {
            self.has_a_corrective_action(ActionState::ToReview, asked)
        }
    }

    /// What an event does to the clock of what was agreed. There is one for everything, and it shows the earliest day
    /// outstanding, of corrective actions and of what the Ombudsman recommended.
    ///
    /// Source: council policy (D-ACTION).
    pub(crate) fn agreed_actions_clock(
        &self,
        law: &Law<'_>,
        on: Date,
        event: &Event,
    ) -> Result<Vec<ClockChange>, Refusal> {
        let limit = LimitId::AgreedAction;
        let mut after = self.clone();
        after.evolve(&Fact::new(on, event.clone()));
        let next = after.next_agreed_action_due();
        let running = self.clocks.running_of(limit).map(Clock::due_on);
        let mut clocks = Vec::new();
        if next == running {
            return Ok(clocks);
        }
        if running.is_some() {
            let done = matches!(
                event,
                Event::ActionCarriedOut(_) | Event::OmbudsmanRemedyDone { .. }
            );
            clocks.push(if done {
                ClockChange::Met { limit, on }
            } else {
                ClockChange::Stopped { limit, on }
            });
        }
        if let Some(due_on) = next {
            clocks.push(law.start(limit, due_on)?);
        }
        Ok(clocks)
    }

    /// The earliest day by which a corrective action is to be done, or something the Ombudsman recommended.
    pub(crate) fn next_agreed_action_due(&self) -> Option<Date> {
        let remedies = self.ombudsman.iter();
        remedies
            .filter_map(OmbudsmanCase::next_remedy_due)
            .chain(self.next_corrective_action_due())
            .min()
    }

    /// The earliest day by which a corrective action is to be done.
    pub(crate) fn next_corrective_action_due(&self) -> Option<Date> {
        let to_do = self.corrective_actions.iter();
        to_do
            .filter(|action| action.state() == ActionState::ToDo)
            .map(|action| action.agreed.due_on)
            .min()
    }

    /// Copies a fact about a corrective action or a debrief.
    pub(crate) fn evolve_learning(&mut self, fact: &Fact) {
        let on = fact.on;
        if let Event::ActionAgreed(agreed) = &fact.event {
            let number = u16::try_from(self.corrective_actions.len() + 1).unwrap_or(u16::MAX);
            self.corrective_actions.push(CorrectiveAction {
                number: ActionNumber(number),
                agreed_on: on,
                agreed: AgreedAction::clone(agreed),
                replanned: Vec::new(),
                carried_out: None,
                closed: None,
                impact: Vec::new(),
            });
        } else if let Event::ActionReplanned(replanned) = &fact.event {
            if let Some(action) = self.corrective_action_mut(replanned.action) {
                action.agreed.due_on = replanned.due_on;
                action.replanned.push((on, replanned.clone()));
            }
        } else if let Event::ActionCarriedOut(carried_out) = &fact.event {
            if let Some(action) = self.corrective_action_mut(carried_out.action) {
                action.carried_out = Some((on, carried_out.clone()));
            }
        } else if let Event::ActionClosed(closed) = &fact.event {
            if let Some(action) = self.corrective_action_mut(closed.action) {
                action.closed = Some((on, *closed));
            }
        } else if let Event::DebriefHeld(debrief) = &fact.event {
            self.debriefs.push((on, Debrief::clone(debrief)));
        } else if let Event::ImpactReviewed(reviewed) = &fact.event
            && let Some(action) = self.corrective_action_mut(reviewed.action)
        {
            action.impact.push((on, reviewed.clone()));
        }
    }

    fn corrective_action_mut(&mut self, number: ActionNumber) -> Option<&mut CorrectiveAction> {
        let mut actions = self.corrective_actions.iter_mut();
        actions.find(|action| action.number == number)
    }
}

#[cfg(test)]
mod tests;
