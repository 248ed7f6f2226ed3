//! Take back that people of two cases are the same person.

use jiff::civil::Date;

use super::Pair;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Enter that two people are not the same after all: what was judged of them is taken back, and everything is as it
/// was before.
///
/// Source: convention of this record.
#[derive(Clone, Copy, Debug)]
pub struct UnmatchPerson {
    /// Who.
    pub people: Pair,
    /// The day it was judged.
    pub on: Date,
}

impl UnmatchPerson {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when no such judgement stands, or the day lies before it or has not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let judged_on = file.matches.judged(self.people);
        let judged_on = judged_on.ok_or(NotKept::NotMatched)?;
        if self.on < judged_on {
            return Err(NotKept::EndsBefore(judged_on));
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::PeopleParted {
                people: self.people,
            },
        }])
    }
}
