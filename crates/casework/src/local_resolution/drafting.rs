//! How the Stage 1 answer is got ready: who helps with it, which drafts came in, who looked at them, and on whose desk
//! it lies.
//!
//! None of it is a stage and none of it is a time limit: the day the answer is due is the law’s and is asked elsewhere.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ExtensionReason;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};

/// In which part somebody helps with the answer, beside the manager who gives it.
///
/// Source: annual reports of councils, which name an officer of children’s services who gets drafts through and a
/// complaints social worker who supports managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelperPart {
    /// Works with the manager to get the draft through.
    Liaison,
    /// Supports the manager’s own investigation.
    Supporter,
}

/// That somebody was named to help with the answer, or that nobody does any longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperNamed {
    /// In which part.
    pub part: HelperPart,
    /// Who; `None` when nobody does any longer.
    pub helper: Option<AccountId>,
}

/// That a draft of the answer was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftHandedIn {
    /// Who wrote it.
    pub written_by: AccountId,
    /// Who recorded that it came in.
    pub handed_in_by: AccountId,
    /// The draft, sealed; `None` where it is kept elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<Sealed>,
}

/// What somebody who checks an answer looks at.
///
/// Source: SI 2006/1738 reg 13(1) and REP-11.9; annual reports of councils, which found that replies did not address the
/// issues and did not share what was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerQuality {
    /// Every point is answered.
    EveryPoint,
    /// Each finding is explained.
    FindingsExplained,
    /// It can be understood.
    PlainWords,
    /// It says sorry where something is upheld.
    Apology,
    /// It shares what was learned.
    LearningShared,
    /// It says what the complainant may do next.
    NextRight,
}

/// What came of looking at a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "came_of", rename_all = "snake_case")]
pub enum CheckResult {
    /// It can be sent.
    Ready,
    /// It goes back to its writer.
    Back {
        /// What is missing, sealed.
        missing: Sealed,
    },
}

/// That somebody looked at a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerChecked {
    /// Who.
    pub checked_by: AccountId,
    /// What was found to be so.
    pub fulfilled: Vec<AnswerQuality>,
    /// What came of it.
    pub result: CheckResult,
}

/// That whoever is to answer asked for more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTimeAsked {
    /// Who asked.
    pub asked_by: AccountId,
    /// Why, as the law lets Stage 1 be extended.
    pub reason: ExtensionReason,
    /// Until when.
    pub until: Date,
    /// When the family was told that it may take longer, if they were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_on: Option<Date>,
    /// More about it, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Sealed>,
}

/// That more time was asked for and is not given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreTimeRefused {
    /// Why not, sealed.
    pub reasons: Sealed,
}

/// A draft with what came of looking at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// When it came in.
    pub on: Date,
    /// What came in.
    pub handed_in: DraftHandedIn,
    /// When somebody looked at it, and what came of that.
    pub checked: Option<(Date, AnswerChecked)>,
}

/// How the answer is got ready.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafting {
    /// Who was named to help, and no longer, in order.
    pub helpers: Vec<(Date, HelperNamed)>,
    /// The drafts of the answer that is awaited now, or of the one sent last, in order.
    pub drafts: Vec<Draft>,
    /// The latest request for more time, until it is decided or the answer is sent.
    pub more_time: Option<(Date, MoreTimeAsked)>,
    /// When the latest request was refused and why, until somebody asks again or the answer is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_time_refused: Option<(Date, Sealed)>,
    /// Whether the answer these drafts were for has been sent.
    pub sent: bool,
}

/// On whose desk the answer lies, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "desk", content = "since", rename_all = "snake_case")]
pub enum AnswerDesk {
    /// Nobody has been asked to answer.
    Nobodys(Date),
    /// With the manager who answers; no draft is in.
    Managers(Date),
    /// A draft is in, and nobody has looked at it.
    ToCheck(Date),
    /// The draft went back to its writer.
    BackWithWriter(Date),
    /// Looked at and ready: it can be sent.
    ReadyToSend(Date),
}

impl HelperPart {
    /// Every part.
    pub const ALL: [Self; 2] = [Self::Liaison, Self::Supporter];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Liaison => "Liaison",
            Self::Supporter => "Supporter of the manager",
        }
    }

    /// What they do.
    pub const fn does(self) -> &'static str {
        match self {
            Self::Liaison => "works with the manager to get the draft through",
            Self::Supporter => "supports the manager’s own investigation",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Liaison => "liaison",
            Self::Supporter => "supporter",
        }
    }
}

impl AnswerQuality {
    /// Everything that is looked at, in the order a form lists it.
    pub const ALL: [Self; 6] = [
        Self::EveryPoint,
        Self::FindingsExplained,
        Self::PlainWords,
        Self::Apology,
        Self::LearningShared,
        Self::NextRight,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EveryPoint => "Every point is answered",
            Self::FindingsExplained => "Each finding is explained",
            Self::PlainWords => "It is in plain words",
            Self::Apology => "It says sorry where something is upheld, or nothing is",
            Self::LearningShared => "It shares what was learned, or nothing was",
            Self::NextRight => "It says what the complainant may do next, and by when",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EveryPoint => "every_point",
            Self::FindingsExplained => "findings_explained",
            Self::PlainWords => "plain_words",
            Self::Apology => "apology",
            Self::LearningShared => "learning_shared",
            Self::NextRight => "next_right",
        }
    }
}

impl Draft {
    /// Whether it was looked at and can be sent.
    pub fn is_ready(&self) -> bool {
        self.came_of() == Some(&CheckResult::Ready)
    }

    /// Whether it went back to its writer.
    pub fn went_back(&self) -> bool {
        matches!(self.came_of(), Some(CheckResult::Back { .. }))
    }

    fn came_of(&self) -> Option<&CheckResult> {
        self.checked.as_ref().map(|(_, checked)| &checked.result)
    }
}

impl Drafting {
    /// Who helps in a part now, and since when.
    pub fn helper(&self, part: HelperPart) -> Option<(Date, AccountId)> {
        let mut named = self.helpers.iter().rev();
        let (on, latest) = named.find(|(_, named)| named.part == part)?;
        latest.helper.map(|helper| (*on, helper))
    }

    /// The draft that waits for somebody to look at it.
    pub fn to_check(&self) -> Option<&Draft> {
        let latest = self.drafts.last()?;
        (!self.sent && latest.checked.is_none()).then_some(latest)
    }

    /// Whether what would be sent now was looked at and found ready.
    pub fn is_ready_to_send(&self) -> bool {
        !self.sent && self.drafts.last().is_some_and(Draft::is_ready)
    }

    /// Whether what was sent last had been looked at and found ready.
    pub fn was_checked(&self) -> bool {
        self.sent && self.drafts.last().is_some_and(Draft::is_ready)
    }

    /// How often a draft went back to its writer.
    pub fn times_back(&self) -> usize {
        self.drafts.iter().filter(|draft| draft.went_back()).count()
    }

    /// Copies one fact into the state.
    pub(crate) fn evolve(&mut self, fact: &Fact) {
        let on = fact.on;
        if let Event::HelperNamed(named) = &fact.event {
            self.helpers.push((on, *named));
        } else if let Event::DraftHandedIn(handed_in) = &fact.event {
            // A draft after the answer is for another one: deferred points came back.
            if std::mem::take(&mut self.sent) {
                self.drafts.clear();
            }
            self.drafts.push(Draft {
                on,
                handed_in: handed_in.clone(),
                checked: None,
            });
        } else if let Event::AnswerChecked(checked) = &fact.event {
            if let Some(latest) = self.drafts.last_mut() {
                latest.checked = Some((on, checked.clone()));
            }
        } else if let Event::MoreTimeAsked(asked) = &fact.event {
            self.more_time = Some((on, asked.clone()));
            self.more_time_refused = None;
        } else if let Event::MoreTimeRefused(refused) = &fact.event {
            self.more_time = None;
            self.more_time_refused = Some((on, refused.reasons.clone()));
        }
    }

    /// Copies what an event of the stage makes of it: extended or answered, nobody asks for time any longer.
    pub(crate) fn past(&mut self, event: &Event) {
        let answered = matches!(event, Event::LocalResolutionAnswered(_));
        let extended = matches!(event, Event::LocalResolutionExtended { .. });
        if answered {
            // No draft came in since the answer before: the drafts there are were for that one.
            if self.sent {
                self.drafts.clear();
            }
            self.sent = true;
        }
        if answered || extended {
            self.more_time = None;
            self.more_time_refused = None;
        }
    }
}

impl Case {
    /// Copies how the answer is got ready. Who helps with it has handled Stage 1.
    pub(crate) fn evolve_drafting(&mut self, fact: &Fact) {
        self.drafting.evolve(fact);
        if let Event::HelperNamed(named) = &fact.event
            && let Some(helper) = named.helper
        {
            self.handles_stage_1(helper);
        }
    }

    /// Notes who takes part in answering Stage 1, so that they do not review it.
    pub(crate) fn handles_stage_1(&mut self, who: AccountId) {
        let unanswered = self
            .local_resolution
            .as_ref()
            .is_some_and(|stage| stage.answered.is_none());
        if unanswered && self.investigation.is_none() && !self.handled_stage_1.contains(&who) {
            self.handled_stage_1.push(who);
        }
    }

    /// Who helps with the answer in a part; nobody who has come to answer it since.
    pub fn helper(&self, part: HelperPart) -> Option<AccountId> {
        let (_, helper) = self.drafting.helper(part)?;
        Some(helper).filter(|helper| self.assigned_to != Some(*helper))
    }

    /// Whether somebody helps with the answer now.
    pub fn is_helped_by(&self, account: AccountId) -> bool {
        HelperPart::ALL
            .iter()
            .any(|part| self.helper(*part) == Some(account))
    }

    /// On whose desk the Stage 1 answer lies; `None` where none is awaited.
    pub fn answer_desk(&self) -> Option<AnswerDesk> {
        self.not_yet_answered("the draft answer").ok()?;
        let latest = self.drafting.drafts.last();
        let Some(draft) = latest.filter(|_| !self.drafting.sent) else {
            let since = self.assigned_on;
            return Some(match self.assigned_to {
                Some(_) => AnswerDesk::Managers(since.unwrap_or(self.received_on)),
                None => AnswerDesk::Nobodys(self.received_on),
            });
        };
        Some(match &draft.checked {
            None => AnswerDesk::ToCheck(draft.on),
            Some((on, checked)) => match checked.result {
                CheckResult::Ready => AnswerDesk::ReadyToSend(*on),
                CheckResult::Back { .. } => AnswerDesk::BackWithWriter(*on),
            },
        })
    }

    /// Who wrote the latest draft, where one is in.
    pub fn writer_of_the_draft(&self) -> Option<AccountId> {
        let latest = self.drafting.drafts.last()?;
        Some(latest.handed_in.written_by)
    }
}

#[cfg(test)]
mod tests {
    use crate::story::{draft, fixture, given, ready, record_complaint, respond};

    #[test]
    fn a_second_answer_is_not_checked_because_the_first_one_was() {
        let history = [
            record_complaint(),
            draft(fixture::MS_HALL, "2015-04-08").into(),
            ready(fixture::MR_LEE, "2015-04-09").into(),
        ];
        let before = given(history.clone()).case().expect("it is recorded");
        assert!(before.drafting.is_ready_to_send() && !before.drafting.was_checked());
        let then = given(history).when(respond("2015-04-10"));
        let mut drafting = then.after().drafting;
        assert!(drafting.was_checked() && !drafting.is_ready_to_send());
        // Deferred points come back, and are answered without a draft.
        let facts = then.result().as_ref().expect("it is accepted");
        for fact in facts {
            drafting.past(&fact.event);
        }
        assert!(!drafting.was_checked() && !drafting.is_ready_to_send());
    }
}
