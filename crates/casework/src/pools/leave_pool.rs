//! Take somebody out of the pools.

use jiff::civil::Date;

use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::PersonId;
use crate::law::Law;

/// Somebody can no longer be appointed. What they were appointed to goes on.
#[derive(Clone, Copy, Debug)]
pub struct LeavePool {
    /// Who.
    pub member: PersonId,
    /// The first day without them.
    pub on: Date,
}

impl LeavePool {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when they are in no pool, or the day has not come or lies before they joined.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let member = file.pools.present(self.member)?;
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        if self.on < member.from {
            return Err(NotKept::EndsBefore(member.from));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::PoolLeft {
                member: self.member,
            },
        }])
    }
}
