//! Record populations of a year.

use super::{ContextEntry, ContextMeasure, ContextRecorded};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::Sealed;
use crate::law::Law;
use crate::settings::{Code, ReportingYear};

/// Enter the populations of a year, of the whole authority or of one area or team. What is as it was is left out.
#[derive(Clone, Debug)]
pub struct RecordContext {
    /// The year.
    pub year: ReportingYear,
    /// The area or team; `None` for the whole authority.
    pub unit: Option<Code>,
    /// Each population that is entered or changed, as it should stand from now on; `None` takes one back.
    pub counts: Vec<(ContextMeasure, Option<u32>)>,
    /// Where they come from, sealed.
    pub source: Sealed,
}

impl RecordContext {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when the year has not begun, there is no such unit, or nothing differs.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        if self.year.first_day() > law.today {
            return Err(NotKept::YearToCome(self.year));
        }
        if let Some(unit) = &self.unit {
            file.organisation.known(unit)?;
        }
        let stands = |measure| file.context.count(self.year, self.unit.as_ref(), measure);
        let figures: Vec<_> = self
            .counts
            .iter()
            .filter(|(measure, count)| stands(*measure) != *count)
            .map(|(measure, count)| ContextEntry {
                measure: *measure,
                count: *count,
            })
            .collect();
        if figures.is_empty() {
            return Err(NotKept::NothingNew);
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::ContextRecorded(ContextRecorded {
                year: self.year,
                unit: self.unit.clone(),
                figures,
                source: self.source.clone(),
            }),
        }])
    }
}
