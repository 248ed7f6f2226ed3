//! Merge areas, teams or providers.

use jiff::civil::Date;

use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::settings::Code;

/// From a day on, one unit goes on in the place of others of its kind. What was recorded about those stays theirs.
#[derive(Clone, Debug)]
pub struct MergeUnits {
    /// Which end.
    pub units: Vec<Code>,
    /// Which goes on.
    pub into: Code,
    /// The first day of it.
    pub on: Date,
}

impl MergeUnits {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when one of them was not there on that day or has a later change, they are of different kinds, or
    /// there is nothing to merge.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let units = &file.organisation;
        let into = units.known(&self.into)?;
        if self.on > law.today {
            return Err(NotKept::InFuture(self.on));
        }
        // What goes on must not have ended since either: so no chain of mergers can come back on itself.
        if !into.is_there(self.on) || into.until.is_some() {
            return Err(NotKept::NotThere {
                unit: self.into.clone(),
                on: self.on,
            });
        }
        if self.units.is_empty() || self.units.contains(&self.into) {
            return Err(NotKept::IntoItself(self.into.clone()));
        }
        for code in &self.units {
            if units.changeable(code, self.on, law.today)?.kind != into.kind {
                return Err(NotKept::UnlikeUnits);
            }
        }
        let mut ended = self.units.clone();
        ended.sort();
        ended.dedup();
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::UnitsMerged {
                units: ended,
                into: self.into.clone(),
            },
        }])
    }
}
