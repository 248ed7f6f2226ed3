//! Every command on the authority’s own file, and how it finds its `decide`.

use super::{AuthorityFile, FileFact, NotKept};
use crate::annual_report::{MovePassage, RewritePassage, TakeBackPassage, WritePassage};
use crate::context::{RecordContext, RecordPopulation, RecordPublished};
use crate::law::Law;
use crate::learning::HoldTraining;
use crate::organisation::{CloseUnit, MergeUnits, OpenUnit, RenameUnit};
use crate::people::{MatchPerson, TakeBackTellApart, TellApart, UnmatchPerson};
use crate::pools::{AddToPool, LeavePool, NoteAbsence, RecordCost};

/// What somebody asks to have entered in the authority’s own file.
#[derive(Clone, Debug)]
pub enum FileCommand {
    /// Populations of a year.
    RecordContext(RecordContext),
    /// A population by ethnic group.
    RecordPopulation(RecordPopulation),
    /// A figure of an earlier year as it was published.
    RecordPublished(RecordPublished),
    /// A new area, team or provider.
    OpenUnit(OpenUnit),
    /// Another name for one.
    RenameUnit(RenameUnit),
    /// Several become one.
    MergeUnits(MergeUnits),
    /// One ends.
    CloseUnit(CloseUnit),
    /// Somebody can be appointed.
    AddToPool(AddToPool),
    /// Somebody cannot be appointed for a time.
    NoteAbsence(NoteAbsence),
    /// Somebody can no longer be appointed.
    LeavePool(LeavePool),
    /// What an appointment cost.
    RecordCost(RecordCost),
    /// A workshop, a training or the like was held.
    HoldTraining(HoldTraining),
    /// People of two cases are the same.
    MatchPerson(MatchPerson),
    /// They are not after all.
    UnmatchPerson(UnmatchPerson),
    /// People of two cases are two different people.
    TellApart(TellApart),
    /// They may be the same after all.
    TakeBackTellApart(TakeBackTellApart),
    /// A passage of a year’s report.
    WritePassage(WritePassage),
    /// Other words in its place.
    RewritePassage(RewritePassage),
    /// It no longer stands there.
    TakeBackPassage(TakeBackPassage),
    /// It stands elsewhere in its list.
    MovePassage(MovePassage),
}

impl FileCommand {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] with what is wrong.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        match self {
            Self::RecordContext(command) => command.decide(file, law),
            Self::RecordPopulation(command) => command.decide(file, law),
            Self::RecordPublished(command) => command.decide(file, law),
            Self::OpenUnit(command) => command.decide(file, law),
            Self::RenameUnit(command) => command.decide(file, law),
            Self::MergeUnits(command) => command.decide(file, law),
            Self::CloseUnit(command) => command.decide(file, law),
            Self::AddToPool(command) => command.decide(file, law),
            Self::NoteAbsence(command) => command.decide(file, law),
            Self::LeavePool(command) => command.decide(file, law),
            Self::RecordCost(command) => command.decide(file, law),
            Self::HoldTraining(command) => command.decide(file, law),
            Self::MatchPerson(command) => command.decide(file, law),
            Self::UnmatchPerson(command) => command.decide(file, law),
            Self::TellApart(command) => command.decide(file, law),
            Self::TakeBackTellApart(command) => command.decide(file, law),
            Self::WritePassage(command) => command.decide(file, law),
            Self::RewritePassage(command) => command.decide(file, law),
            Self::TakeBackPassage(command) => command.decide(file, law),
            Self::MovePassage(command) => command.decide(file, law),
        }
    }
}
