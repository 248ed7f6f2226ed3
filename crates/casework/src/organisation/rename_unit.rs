//! Rename an area, a team or a provider.

use jiff::civil::Date;

use super::checked_name;
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::settings::Code;

/// Give a unit another name from a day on. Reports of earlier years keep the earlier name.
#[derive(Clone, Debug)]
pub struct RenameUnit {
    /// Which.
    pub unit: Code,
    /// Its name from then on.
    pub name: String,
    /// The first day of the name.
    pub from: Date,
}

impl RenameUnit {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when there is no such unit on that day, a later change is recorded, or the name is none or the same.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let unit = file
            .organisation
            .changeable(&self.unit, self.from, law.today)?;
        let name = checked_name(&self.name)?;
        if unit.name() == name {
            return Err(NotKept::SameName);
        }
        Ok(vec![FileFact {
            on: self.from,
            event: FileEvent::UnitRenamed {
                unit: self.unit.clone(),
                name,
            },
        }])
    }
}
