//! Open an area, a team or a provider.

use jiff::civil::Date;

use super::{UnitKind, UnitOpened, checked_name};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::law::Law;
use crate::settings::Code;

/// Enter an area, a team or a provider with the day it began, which may lie long before today.
#[derive(Clone, Debug)]
pub struct OpenUnit {
    /// Its code, which it keeps for ever.
    pub code: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its name.
    pub name: String,
    /// The area a team belongs to, if to one.
    pub within: Option<Code>,
    /// The day it began.
    pub from: Date,
}

impl OpenUnit {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when the code is none or taken, the name is none, the area is none or was not there, or the day has
    /// not come.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        let code = self.code.trim();
        if !(2..=40).contains(&code.len()) || !code.bytes().all(letters) {
            return Err(NotKept::NotACode(code.to_owned()));
        }
        let unit = Code::new(code);
        if file.organisation.unit(&unit).is_some() {
            return Err(NotKept::CodeTaken(unit));
        }
        let name = checked_name(&self.name)?;
        if self.from > law.today {
            return Err(NotKept::InFuture(self.from));
        }
        if let Some(area) = &self.within {
            let there = file.organisation.known(area)?;
            if there.kind != UnitKind::Area || !there.is_there(self.from) {
                return Err(NotKept::NotThere {
                    unit: area.clone(),
                    on: self.from,
                });
            }
        }
        Ok(vec![FileFact {
            on: self.from,
            event: FileEvent::UnitOpened(UnitOpened {
                unit,
                kind: self.kind,
                name,
                within: self.within.clone(),
            }),
        }])
    }
}
