//! Note when somebody in a pool cannot be appointed.

use jiff::civil::Date;

use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::PersonId;
use crate::law::Law;

/// From one day to another somebody cannot be appointed. Why is nobody’s business here.
#[derive(Clone, Copy, Debug)]
pub struct NoteAbsence {
    /// Who.
    pub member: PersonId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl NoteAbsence {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when they are not in a pool or the last day is before the first.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        file.pools.present(self.member)?;
        if self.until < self.from {
            return Err(NotKept::EndsBefore(self.from));
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PoolAbsence {
                member: self.member,
                from: self.from,
                until: self.until,
            },
        }])
    }
}
