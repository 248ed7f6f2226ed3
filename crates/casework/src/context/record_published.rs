//! Record a figure of an earlier year as it was published.

use super::{Printed, PublishedRecorded};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::Sealed;
use crate::law::Law;
use crate::settings::{Code, ReportingYear};

/// Enter a figure of an earlier year as it was published, with its base; or take one back.
#[derive(Clone, Debug)]
pub struct RecordPublished {
    /// The year it is of.
    pub year: ReportingYear,
    /// The measure’s id in the catalogue.
    pub measure: Code,
    /// As printed; `None` takes back what was entered.
    pub printed: Option<Printed>,
    /// What it was out of, where that was published.
    pub base: Option<u32>,
    /// Where it was published, sealed.
    pub source: Sealed,
}

impl RecordPublished {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when the year is not over or nothing differs.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        if self.year.last_day() >= law.today {
            return Err(NotKept::YearNotOver(self.year));
        }
        let stands = file.history.figure(self.year, &self.measure);
        let same = match stands {
            Some(figure) => figure.printed == self.printed && figure.base == self.base,
            None => self.printed.is_none(),
        };
        if same {
            return Err(NotKept::NothingNew);
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PublishedRecorded(PublishedRecorded {
                year: self.year,
                measure: self.measure.clone(),
                printed: self.printed,
                base: self.base,
                source: self.source.clone(),
            }),
        }])
    }
}
