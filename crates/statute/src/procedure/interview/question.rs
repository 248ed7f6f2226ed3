//! What is asked, in which words, and what may be answered.

use super::{Beside, Leaf, Note, matter, opening, standing, timing};
use crate::limits::Citation;
use crate::procedure::LegalGround;

/// One question, for the page and for the telephone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Which one.
    pub id: QuestionId,
    /// The question as the officer reads it.
    pub title: &'static str,
    /// The same in words to say aloud.
    pub say: &'static str,
    /// What helps to answer it; empty for nothing.
    pub hint: &'static str,
    /// What may be answered.
    pub choices: &'static [Choice],
}

/// One answer and what follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The code under which it is recorded, unique within its question.
    pub code: &'static str,
    /// The words a page shows.
    pub label: &'static str,
    /// What it means for the procedure, as a whole sentence.
    pub reason: &'static str,
    /// The authority for that.
    pub source: Citation,
    /// The head of the Act it establishes.
    pub ground: Option<LegalGround>,
    /// What is set going at once.
    pub beside: &'static [Beside],
    /// What has to be kept in mind.
    pub notes: &'static [Note],
    /// What follows.
    pub then: Then,
}

/// What follows an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Another question.
    Ask(QuestionId),
    /// The end.
    End(Leaf),
}

macro_rules! questions {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $question:path;)+) => {
        /// The name of a question. Recorded judgements hold its code, so a code is never used for another question.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum QuestionId {
            $($(#[$doc])* $name,)+
        }

        impl QuestionId {
            /// Every question, in the order in which they can be met.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code under which answers are recorded and forms name the question.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The question itself.
            pub const fn question(self) -> &'static Question {
                match self { $(Self::$name => &$question,)+ }
            }
        }
    };
}

questions! {
    /// Whether a child may be at risk, or an offence was committed.
    Safety = "safety", opening::SAFETY;
    /// What the person wants.
    Wish = "wish", opening::WISH;
    /// Who is speaking.
    Speaker = "speaker", opening::SPEAKER;
    /// Whose service it is about.
    Body = "body", opening::BODY;
    /// Which part of the work it is about.
    Area = "area", opening::AREA;
    /// Which help.
    Help = "help", matter::HELP;
    /// Whether early help was given as help for a child in need.
    EarlyHelp = "early_help", matter::EARLY_HELP;
    /// What in child protection, care or court.
    Protection = "protection", matter::PROTECTION;
    /// What in fostering, adoption or special guardianship.
    Carers = "carers", matter::CARERS;
    /// What in adoption.
    Adoption = "adoption", matter::ADOPTION;
    /// What about information.
    Information = "information", matter::INFORMATION;
    /// What about education.
    Education = "education", matter::EDUCATION;
    /// What about a worker.
    Worker = "worker", matter::WORKER;
    /// Who the person is to the child.
    Person = "person", standing::PERSON;
    /// Who the person is in a special guardianship.
    Guardian = "guardian", standing::GUARDIAN;
    /// Who the person is in an adoption.
    AdoptionPerson = "adoption_person", standing::ADOPTION_PERSON;
    /// Whether an "other person" has sufficient interest.
    Interest = "interest", standing::INTEREST;
    /// Whether the same complaint was dealt with before.
    Earlier = "earlier", timing::EARLIER;
    /// When the matter arose.
    Time = "time", timing::TIME;
    /// Whether it could have come in time.
    Expected = "expected", timing::EXPECTED;
    /// Whether it can still be considered, where it could not have come in time.
    StillFair = "still_fair", timing::STILL_FAIR;
    /// Whether it can still be considered, where it could have come in time.
    StillFairThough = "still_fair_though", timing::STILL_FAIR_THOUGH;
    /// Whether the person’s reasons and adjustments for them were weighed.
    Adjustments = "adjustments", timing::ADJUSTMENTS;
    /// Whether other proceedings might be prejudiced.
    Proceedings = "proceedings", timing::PROCEEDINGS;
}

impl QuestionId {
    /// The question with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|id| id.code() == code)
    }
}

impl Question {
    /// The answer with this code.
    pub fn choice(&self, code: &str) -> Option<&'static Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }
}

impl Choice {
    /// An answer after which something else is asked.
    pub(super) const fn ask(
        code: &'static str,
        label: &'static str,
        reason: &'static str,
        source: Citation,
        next: QuestionId,
    ) -> Self {
        Self::then(code, label, reason, source, Then::Ask(next))
    }

    /// An answer that ends the interview.
    pub(super) const fn end(
        code: &'static str,
        label: &'static str,
        reason: &'static str,
        source: Citation,
        leaf: Leaf,
    ) -> Self {
        Self::then(code, label, reason, source, Then::End(leaf))
    }

    const fn then(
        code: &'static str,
        label: &'static str,
        reason: &'static str,
        source: Citation,
        then: Then,
    ) -> Self {
        Self {
            code,
            label,
            reason,
            source,
            ground: None,
            beside: &[],
            notes: &[],
            then,
        }
    }

    /// The same answer, which establishes a head of the Act.
    pub(super) const fn ground(self, ground: LegalGround) -> Self {
        Self {
            ground: Some(ground),
            ..self
        }
    }

    /// The same answer, which sets something going at once.
    pub(super) const fn beside(self, beside: &'static [Beside]) -> Self {
        Self { beside, ..self }
    }

    /// The same answer, with something to keep in mind.
    pub(super) const fn notes(self, notes: &'static [Note]) -> Self {
        Self { notes, ..self }
    }

    /// The answer of somebody whom the Act names, whose ground is its authority.
    pub(super) const fn who(
        code: &'static str,
        label: &'static str,
        reason: &'static str,
        ground: LegalGround,
        next: QuestionId,
    ) -> Self {
        Self {
            ground: Some(ground),
            ..Self::ask(code, label, reason, ground.source(), next)
        }
    }
}
