//! Judge that people of two cases are the same person.

use jiff::civil::Date;

use super::Pair;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;

/// Enter that two people are the same. A person judges it, never the program; both cases stay as they are. Whether
/// there are such people is checked by the caller.
///
/// Source: convention of this record.
#[derive(Clone, Copy, Debug)]
pub struct MatchPerson {
    /// Who.
    pub people: Pair,
    /// The day it was judged.
    pub on: Date,
}

impl MatchPerson {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when it is one person named twice, the same was judged before, it would make one of two who are told
    /// apart, or the day has not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let [one, other] = self.people.both();
        if one == other || file.matches.judged(self.people).is_some() {
            return Err(NotKept::NothingNew);
        }
        if let Some(on) = file.matches.kept_apart(self.people) {
            return Err(NotKept::ToldApart(on));
        }
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::PeopleMatched {
                people: self.people,
            },
        }])
    }
}
