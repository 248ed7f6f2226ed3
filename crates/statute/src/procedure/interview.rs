//! Which procedure a point belongs to: a short interview that can be read out on the telephone.
//!
//! One interview judges one person and one point. Whoever complains of two things may get the statutory procedure for
//! one and another way for the other. The questions form a graph without a circle: every answer leads to the next
//! question or to a [`Leaf`]. Concern for a child’s safety is asked first and goes on *beside* the complaint; it never
//! ends it. Where the law is uncertain, or asks for a decision, the leaf says what has to be decided and by whom.
//!
//! This module judges; it does not record, and says nothing of what anybody may be shown.

mod beside;
mod leaf;
mod matter;
mod note;
mod opening;
mod question;
mod sources;
mod standing;
mod timing;
mod uncertainty;

pub use beside::Beside;
pub use leaf::{Goes, Leaf, NextStep, UnknownLeaf, When};
pub use note::Note;
pub use question::{Choice, Question, QuestionId, Then};
pub use timing::{Timeliness, first_day_in_time, timeliness};
pub use uncertainty::Uncertainty;

use crate::limits::Citation;
use crate::procedure::LegalGround;

/// The question that opens every interview.
pub const FIRST: QuestionId = QuestionId::Safety;

/// How far an interview has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next question, with what was answered before.
    Ask {
        /// What to ask now.
        question: &'static Question,
        /// What was answered so far, in order.
        answered: Vec<Answered>,
    },
    /// Everything was answered.
    End(Judgement),
}

/// One question with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What was asked.
    pub question: &'static Question,
    /// What was chosen.
    pub choice: &'static Choice,
}

/// Where a point belongs, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Every answer, each with its citation.
    pub answered: Vec<Answered>,
    /// Where it led.
    pub leaf: Leaf,
}

/// Walks the interview as far as the answers reach.
///
/// `given` returns the code of the answer to a question, if there is one. A code that the question does not have counts
/// as no answer, and answers to questions that were not asked are never looked at.
pub fn interview<'a>(given: impl Fn(QuestionId) -> Option<&'a str>) -> Step {
    let mut answered = Vec::new();
    let mut next = FIRST;
    loop {
        let question = next.question();
        let Some(choice) = given(next).and_then(|code| question.choice(code)) else {
            return Step::Ask { question, answered };
        };
        answered.push(Answered { question, choice });
        match choice.then {
            Then::Ask(id) => next = id,
            Then::End(leaf) => return Step::End(Judgement { answered, leaf }),
        }
    }
}

impl Judgement {
    /// The reasons, one for each answer, with its citation.
    pub fn reasons(&self) -> impl Iterator<Item = (&'static str, Citation)> + '_ {
        self.answered
            .iter()
            .map(|answered| (answered.choice.reason, answered.choice.source))
    }

    /// The head of the Act under which the person complains, where it was asked.
    pub fn ground(&self) -> Option<LegalGround> {
        self.answered
            .iter()
            .find_map(|answered| answered.choice.ground)
    }

    /// What is set going at once, whatever becomes of the complaint. Empty for what the leaf itself already does.
    pub fn beside(&self) -> impl Iterator<Item = Beside> + '_ {
        self.answered
            .iter()
            .flat_map(|answered| answered.choice.beside)
            .copied()
            .filter(|beside| self.leaf.goes() != Goes::By(beside.route()))
    }

    /// What the officer has to keep in mind.
    pub fn notes(&self) -> impl Iterator<Item = Note> + '_ {
        self.answered
            .iter()
            .flat_map(|answered| answered.choice.notes)
            .copied()
    }

    /// The paragraphs of the letter: what is done beside, where the point goes, and the next right.
    pub fn letter(&self) -> Vec<String> {
        let beside = self.beside().map(|beside| beside.letter().to_owned());
        let next = self.leaf.next_step();
        beside
            .chain([
                self.leaf.letter().to_owned(),
                format!("{} {}", next.how, next.by_when()),
            ])
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_the_question_does_not_have_is_asked_for_again() {
        let Step::Ask { question, answered } = interview(|_| Some("perhaps")) else {
            panic!("nothing was answered");
        };
        assert_eq!((question.id, answered.len()), (FIRST, 0));
    }

    #[test]
    fn answers_to_questions_on_another_way_are_not_looked_at() {
        let given = |id: QuestionId| match id.code() {
            "safety" => Some("none"),
            "wish" => Some("praise"),
            "person" => Some("parent"),
            _ => None,
        };
        let Step::End(judgement) = interview(given) else {
            panic!("praise ends the interview");
        };
        assert_eq!(judgement.leaf, Leaf::Register);
        assert_eq!(judgement.ground(), None);
    }
}
