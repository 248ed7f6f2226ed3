//! Which page of the interview somebody is on.

use casework::action::Action;
use statute::procedure::interview::{Judgement, Question};

/// The names of the first page and the last, where the others have the code of their question.
pub(super) const START: &str = "start";

pub(super) const CHECK: &str = "check";

/// One page of the interview.
pub(super) enum Page {
    /// Which points, for whom, and when it happened.
    Start,
    /// One question.
    Question(&'static Question),
    /// Every answer, where they lead, and the letter.
    Check(Judgement),
}

impl Page {
    /// The browser's title.
    pub(super) fn title(&self) -> &'static str {
        match self {
            Self::Start | Self::Check(_) => self.heading(),
            Self::Question(question) => question.title,
        }
    }

    pub(super) fn heading(&self) -> &'static str {
        match self {
            Self::Start | Self::Question(_) => Action::JudgeProcedure.label(),
            Self::Check(_) => "Check the answers",
        }
    }

    pub(super) fn button(&self) -> &'static str {
        match self {
            Self::Start | Self::Question(_) => "Continue",
            Self::Check(_) => "Record the judgement",
        }
    }

    /// How the address of the page names it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Start => START,
            Self::Question(question) => question.id.code(),
            Self::Check(_) => CHECK,
        }
    }
}
