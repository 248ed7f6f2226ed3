//! Judge that people of two cases are two different people.

use jiff::civil::Date;

use super::Pair;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Enter that two people are different people, however much alike they look: twins, or father and son of one name. They
/// are not offered again as the same, and cannot be matched until it is taken back.
///
/// Source: convention of this record.
#[derive(Clone, Copy, Debug)]
pub struct TellApart {
    /// Who.
    pub people: Pair,
    /// The day it was judged.
    pub on: Date,
}

impl TellApart {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when it is one person named twice, the same was judged before, they are judged to be the same
    /// person, or the day has not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let [one, other] = self.people.both();
        if one == other || file.matches.told_apart(self.people).is_some() {
            return Err(NotKept::NothingNew);
        }
        if file.matches.same_as(one).contains(&other) {
            return Err(NotKept::JudgedTheSame);
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::PeopleToldApart {
                people: self.people,
            },
        }])
    }
}
