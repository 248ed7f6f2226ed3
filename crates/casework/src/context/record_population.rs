//! Record a population by ethnic group.

use super::{Population, PopulationRecorded};
use crate::authority_file::{AuthorityFile, FileEvent, FileFact, NotKept};
use crate::ids::Sealed;
use crate::law::Law;
use crate::settings::ReportingYear;

/// Enter the population by ethnic group that a year's complainants are set beside; or take it back.
///
/// Source: REP-18.4: the report monitors who complains; a share says little without the population's.
#[derive(Clone, Debug)]
pub struct RecordPopulation {
    /// The year complaints of which are compared with it.
    pub year: ReportingYear,
    /// All of it, in place of what was entered before; `None` takes that back.
    pub population: Option<Population>,
    /// Where it comes from, sealed.
    pub source: Sealed,
}

impl RecordPopulation {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotKept`] when the year has not begun, a group is not in the list of ethnic groups, or nothing differs.
    pub fn decide(&self, file: &AuthorityFile, law: &Law<'_>) -> Result<Vec<FileFact>, NotKept> {
        if self.year.first_day() > law.today {
            return Err(NotKept::YearToCome(self.year));
        }
        if let Some(population) = &self.population {
            let list = &law.settings.equality.ethnicity;
            let mut groups = population.groups.iter();
            if let Some(unknown) = groups.find(|known| !list.has(&known.group)) {
                return Err(NotKept::NoSuchGroup(unknown.group.clone()));
            }
        }
        if file.context.population(self.year) == self.population.as_ref() {
            return Err(NotKept::NothingNew);
        }
        Ok(vec![FileFact {
            on: law.today,
            event: FileEvent::PopulationRecorded(PopulationRecorded {
                year: self.year,
                population: self.population.clone(),
                source: self.source.clone(),
            }),
        }])
    }
}
