//! Learning of the register line: what a case taught, what is done about it, and whether the service reported back.

use casework::case::Case;
use casework::ids::AccountId;
use casework::learning::{
    ActionNumber, ActionOrigin, ActionState, CorrectiveAction, Debrief, Learned, Recommended,
    Verdict,
};
use casework::settings::Code;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;

/// What a case taught and what is done about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LearningLine {
    /// What was said of it when the case was closed last; `None` while it is open and in older records.
    pub said: Option<Said>,
    /// By when the service is to report back, where it is.
    pub report_due_on: Option<Date>,
    /// When the service reported back since the case was closed last.
    pub reported_on: Option<Date>,
    /// What it reported.
    #[serde(default)]
    pub reported: Option<Said>,
    /// When those concerned met to talk it over, and how many they were, in the order recorded.
    #[serde(default)]
    pub debriefs: Vec<(Date, u32)>,
    /// The corrective actions, in the order agreed.
    pub actions: Vec<ActionLine>,
    /// What was recommended, is not rejected, and no corrective action answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unanswered: Vec<Recommended>,
}

/// What was said of what a complaint taught when it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// Something, in words.
    Change,
    /// Nothing, with the reason.
    Nothing,
}

/// A corrective action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionLine {
    /// Its number within the case.
    pub number: ActionNumber,
    /// Of which kind.
    pub kind: Code,
    /// What it is about.
    pub themes: Vec<Code>,
    /// Whose it is.
    pub owner: AccountId,
    /// What it comes from.
    pub origin: ActionOrigin,
    /// Which recommendation it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers: Option<Recommended>,
    /// How far it is.
    pub state: ActionState,
    /// When it was agreed.
    pub agreed_on: Date,
    /// By when it is to be done, as planned last.
    pub due_on: Date,
    /// When it was carried out.
    pub carried_out_on: Option<Date>,
    /// When it was closed.
    pub closed_on: Option<Date>,
    /// By when its effect is looked at, where that is still to be done.
    pub review_on: Option<Date>,
    /// What was found about its effect and when, the earliest first.
    #[serde(default)]
    pub impact: Vec<(Date, Verdict)>,
}

impl LearningLine {
    /// What a case taught and what is done about it.
    pub(super) fn of(case: &Case) -> Self {
        let closed = case.closed.as_ref();
        let said = closed.and_then(|(_, closed)| closed.learned.as_ref());
        let report = case.clocks.latest(LimitId::Learning);
        let owed = report.filter(|clock| !case.is_open() && clock.is_running());
        Self {
            said: said.map(Said::of),
            report_due_on: owed.map(casework::clock::Clock::due_on),
            reported_on: case.lesson().map(|(on, _)| *on),
            reported: case.lesson().map(|(_, learned)| Said::of(learned)),
            debriefs: case.debriefs.iter().map(debrief).collect(),
            actions: case.corrective_actions.iter().map(action).collect(),
            unanswered: case.recommendations_without_an_action(),
        }
    }

    /// What was said last of what the case taught: by the service since it was closed, or at its closing.
    pub fn taught(&self) -> Option<Said> {
        self.reported.or(self.said)
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Said {
    const fn of(learned: &Learned) -> Self {
        match learned {
            Learned::Change { .. } => Self::Change,
            Learned::Nothing { .. } => Self::Nothing,
        }
    }
}

impl ActionLine {
    /// The last verdict on its effect.
    pub fn verdict(&self) -> Option<Verdict> {
        self.impact.last().map(|(_, verdict)| *verdict)
    }

    /// When nothing more was to be done about it: the day it was closed, or its effect was last looked at; `None` while
    /// something is.
    pub fn finished_on(&self) -> Option<Date> {
        match self.state {
            ActionState::Finished => {
                let reviewed = self.impact.last().map(|(on, _)| *on);
                reviewed.or(self.closed_on)
            }
            ActionState::ToDo | ActionState::ToCheck | ActionState::ToReview => None,
        }
    }

    /// The day by which something is to be done about it next; `None` while it waits to be checked, and once it is
    /// finished.
    pub fn next_on(&self) -> Option<Date> {
        match self.state {
            ActionState::ToDo => Some(self.due_on),
            ActionState::ToReview => self.review_on,
            ActionState::ToCheck | ActionState::Finished => None,
        }
    }

    /// Whether that day has passed.
    pub fn is_late(&self, today: Date) -> bool {
        self.next_on().is_some_and(|on| on < today)
    }
}

fn debrief((on, debrief): &(Date, Debrief)) -> (Date, u32) {
    let people = debrief.attended.iter().map(|each| u32::from(each.people));
    (*on, people.sum())
}

fn action(action: &CorrectiveAction) -> ActionLine {
    let agreed = &action.agreed;
    ActionLine {
        number: action.number,
        kind: agreed.kind.clone(),
        themes: agreed.themes.clone(),
        owner: agreed.owner,
        origin: agreed.origin,
        answers: agreed.answers,
        state: action.state(),
        agreed_on: action.agreed_on,
        due_on: agreed.due_on,
        carried_out_on: action.carried_out.as_ref().map(|(on, _)| *on),
        closed_on: action.closed.as_ref().map(|(on, _)| *on),
        review_on: action.review_on(),
        impact: action
            .impact
            .iter()
            .map(|(on, reviewed)| (*on, reviewed.verdict))
            .collect(),
    }
}
