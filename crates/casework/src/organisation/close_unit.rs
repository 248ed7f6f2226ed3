//! Close an area, a team or a provider.

use jiff::civil::Date;

use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::settings::Code;

/// End a unit for which nothing goes on in its place.
#[derive(Clone, Debug)]
pub struct CloseUnit {
    /// Which.
    pub unit: Code,
    /// The first day it is no more.
    pub on: Date,
}

impl CloseUnit {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when there is no such unit on that day, a later change is recorded, or teams still belong to it.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        file.organisation
            .changeable(&self.unit, self.on, law.today)?;
        let mut within = file.organisation.units();
        let left = within
            .find(|(_, unit)| unit.until.is_none() && unit.within.as_ref() == Some(&self.unit));
        if let Some((within, _)) = left {
            return Err(NotKept::NotEmpty {
                unit: self.unit.clone(),
                within: within.clone(),
            });
        }
        Ok(vec![FileFact {
            on: self.on,
            event: FileEvent::UnitClosed {
                unit: self.unit.clone(),
            },
        }])
    }
}
