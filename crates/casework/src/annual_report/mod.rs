//! The annual report’s passages: what people write in it beside the figures, kept with the data.
//!
//! A passage belongs to a reporting year and has its place in the report. It can be written anew and taken back; the record
//! keeps every version, the report shows the newest. The words lie sealed; what they may tell of somebody in a case is pointed
//! at before they are kept, see [`signs_in`].

mod move_passage;
mod ordinary;
mod rewrite_passage;
mod signs;
mod take_back_passage;
mod write_passage;

pub use move_passage::MovePassage;
pub use rewrite_passage::RewritePassage;
pub use signs::{Sign, SignKind, names_to_look_up, signs_in};
pub use take_back_passage::TakeBackPassage;
pub use write_passage::WritePassage;

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::authority_file::NotKept;
use crate::ids::Sealed;
use crate::law::Law;
use crate::settings::{Code, ReportingYear};

/// The number of a passage in the authority’s own file: from 1, and never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PassageNumber(pub u32);

impl fmt::Display for PassageNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// What a passage is, and so where it stands in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PassageKind {
    /// What the report begins with.
    Introduction,
    /// An example of what complaints of a category are about; it names nobody.
    Example {
        /// Which, from the authority’s list.
        category: Code,
    },
    /// What is known from elsewhere and set against the complaints, such as a survey of young people.
    Evidence,
    /// What goes well.
    GoesWell,
    /// What is to improve.
    ToImprove,
    /// What the next year is about.
    Focus,
    /// What the committee is asked for.
    Recommendation,
}

impl PassageKind {
    /// The codes of every kind, in the order of the report.
    pub const CODES: [&'static str; 7] = [
        "introduction",
        "example",
        "evidence",
        "goes_well",
        "to_improve",
        "focus",
        "recommendation",
    ];

    /// The code forms know it by.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Example { .. } => "example",
            Self::Evidence => "evidence",
            Self::GoesWell => "goes_well",
            Self::ToImprove => "to_improve",
            Self::Focus => "focus",
            Self::Recommendation => "recommendation",
        }
    }

    /// The kind with a code; an example needs a category.
    pub fn read(code: &str, category: Option<Code>) -> Option<Self> {
        match code {
            "introduction" => Some(Self::Introduction),
            "example" => category.map(|category| Self::Example { category }),
            "evidence" => Some(Self::Evidence),
            "goes_well" => Some(Self::GoesWell),
            "to_improve" => Some(Self::ToImprove),
            "focus" => Some(Self::Focus),
            "recommendation" => Some(Self::Recommendation),
            _ => None,
        }
    }

    /// What people call it.
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Introduction => "Introduction",
            Self::Example { .. } => "Example",
            Self::Evidence => "Evidence from elsewhere",
            Self::GoesWell => "What goes well",
            Self::ToImprove => "What to improve",
            Self::Focus => "Next year’s focus",
            Self::Recommendation => "Recommendation to the committee",
        }
    }

    /// Whether a year has several of it, in an order; of the others it has one at most.
    pub const fn is_one_of_several(&self) -> bool {
        match self {
            Self::Example { .. } | Self::Evidence | Self::Recommendation => true,
            Self::Introduction | Self::GoesWell | Self::ToImprove | Self::Focus => false,
        }
    }

    /// Whether it says where it comes from.
    pub const fn has_source(&self) -> bool {
        matches!(self, Self::Evidence)
    }
}

/// What was written, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageWords {
    /// The passage.
    pub text: Sealed,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Sealed>,
    /// Whether something in it was pointed at, and its writer said that none of it leads to a person in a case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
}

/// A passage was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageWritten {
    /// Its number.
    pub passage: PassageNumber,
    /// The year whose report it stands in.
    pub year: ReportingYear,
    /// What it is.
    #[serde(flatten)]
    pub kind: PassageKind,
    /// What was written.
    #[serde(flatten)]
    pub words: PassageWords,
}

/// A passage was written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassageRewritten {
    /// Which.
    pub passage: PassageNumber,
    /// What was written.
    #[serde(flatten)]
    pub words: PassageWords,
}

/// A passage as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its number.
    pub number: PassageNumber,
    /// The year whose report it stands in.
    pub year: ReportingYear,
    /// What it is.
    pub kind: PassageKind,
    /// The newest words.
    pub words: PassageWords,
    /// The day they were written.
    pub written_on: Date,
}

/// The passages that stand, each kind of a year in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    standing: Vec<Passage>,
    written: u32,
}

impl Passages {
    pub(crate) fn write(&mut self, on: Date, written: &PassageWritten) {
        self.written = self.written.max(written.passage.0);
        self.standing.push(Passage {
            number: written.passage,
            year: written.year,
            kind: written.kind.clone(),
            words: written.words.clone(),
            written_on: on,
        });
    }

    pub(crate) fn rewrite(&mut self, on: Date, rewritten: &PassageRewritten) {
        let number = rewritten.passage;
        let mut standing = self.standing.iter_mut();
        if let Some(passage) = standing.find(|passage| passage.number == number) {
            passage.words = rewritten.words.clone();
            passage.written_on = on;
        }
    }

    pub(crate) fn take_back(&mut self, number: PassageNumber) {
        self.standing.retain(|passage| passage.number != number);
    }

    /// Puts a passage before another, or after every other.
    pub(crate) fn put(&mut self, number: PassageNumber, before: Option<PassageNumber>) {
        let Some(from) = self.place(number) else {
            return;
        };
        let moved = self.standing.remove(from);
        let to = before.and_then(|other| self.place(other));
        self.standing
            .insert(to.unwrap_or(self.standing.len()), moved);
    }

    /// The passages of a year, each kind in its order.
    pub fn of(&self, year: ReportingYear) -> impl Iterator<Item = &Passage> {
        let standing = self.standing.iter();
        standing.filter(move |passage| passage.year == year)
    }

    /// The passages of a year that have their place in the same list, in its order.
    pub fn beside<'a>(
        &'a self,
        year: ReportingYear,
        kind: &'a PassageKind,
    ) -> impl Iterator<Item = &'a Passage> {
        self.of(year).filter(move |passage| passage.kind == *kind)
    }

    /// The passage with a number, while it stands.
    pub fn passage(&self, number: PassageNumber) -> Option<&Passage> {
        self.place(number).map(|place| &self.standing[place])
    }

    /// The years that have any, the latest first.
    pub fn years(&self) -> Vec<ReportingYear> {
        let mut years: Vec<_> = self.standing.iter().map(|passage| passage.year).collect();
        years.sort_unstable();
        years.dedup();
        years.reverse();
        years
    }

    fn next(&self) -> PassageNumber {
        PassageNumber(self.written + 1)
    }

    fn place(&self, number: PassageNumber) -> Option<usize> {
        let mut standing = self.standing.iter();
        standing.position(|passage| passage.number == number)
    }

    fn standing(&self, number: PassageNumber) -> Result<&Passage, NotKept> {
        self.passage(number).ok_or(NotKept::NoSuchPassage)
    }
}

/// Refuses words that lack the source their kind has.
fn check_source(kind: &PassageKind, words: &PassageWords) -> Result<(), NotKept> {
    if kind.has_source() && words.source.is_none() {
        Err(NotKept::NoSource)
    } else {
        Ok(())
    }
}

/// Refuses a category that is not in the authority’s list.
fn check_category(kind: &PassageKind, law: &Law<'_>) -> Result<(), NotKept> {
    if let PassageKind::Example { category } = kind {
        let mut entries = law.settings.categories.0.iter();
        if !entries.any(|entry| entry.code == *category) {
            return Err(NotKept::NoSuchCategory(category.clone()));
        }
    }
    Ok(())
}
