//! Take back that people of two cases are two different people.

use jiff::civil::Date;

use super::Pair;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Enter that two people who were told apart may be the same after all. It does not say that they are: somebody may
/// judge that next, or nobody.
///
/// Source: convention of this record.
#[derive(Clone, Copy, Debug)]
pub struct TakeBackTellApart {
    /// Who.
    pub people: Pair,
    /// The day it was judged.
    pub on: Date,
}

impl TakeBackTellApart {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when they are not told apart, or the day lies before it or has not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let judged_on = file.matches.told_apart(self.people);
        let judged_on = judged_on.ok_or(NotKept::NotToldApart)?;
        if self.on < judged_on {
            return Err(NotKept::EndsBefore(judged_on));
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::TellApartTakenBack {
                people: self.people,
            },
        }])
    }
}
