//! Context: what the complaints of a year are set against, and what earlier years were said to be.

mod history;
mod measure;
mod population;
mod printed;
mod record_context;
mod record_population;
mod record_published;

pub use history::History;
pub use measure::ContextMeasure;
pub use population::{GroupCount, Population, PopulationAges, PopulationRecorded};
pub use printed::{NotPrinted, Printed};
pub use record_context::RecordContext;
pub use record_population::RecordPopulation;
pub use record_published::RecordPublished;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::Sealed;
use crate::settings::{Code, ReportingYear};

/// Populations of a year as they were entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextRecorded {
    /// The year they are of.
    pub year: ReportingYear,
    /// The area or team they are of; `None` for the whole authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Code>,
    /// What was entered or taken back.
    pub figures: Vec<ContextEntry>,
    /// Where they come from, sealed.
    pub source: Sealed,
}

/// One population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContextEntry {
    /// Which.
    pub measure: ContextMeasure,
    /// How many; `None` takes back what was entered.
    pub count: Option<u32>,
}

/// A figure of an earlier year as it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedRecorded {
    /// The year it is of.
    pub year: ReportingYear,
    /// The measure’s id in the catalogue.
    pub measure: Code,
    /// As printed; `None` takes back what was entered.
    pub printed: Option<Printed>,
    /// What it was out of, where that was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<u32>,
    /// Where it was published, sealed.
    pub source: Sealed,
}

/// What the populations of one year and place are.
type Counts = BTreeMap<ContextMeasure, u32>;

/// Populations by year and place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    counts: BTreeMap<(ReportingYear, Option<Code>), Counts>,
    sources: BTreeMap<(ReportingYear, Option<Code>), Sealed>,
    populations: BTreeMap<ReportingYear, (Population, Sealed)>,
}

/// Two figures of a year that cannot both be right. It is pointed at, never refused: one of them may come from a
/// return that counts otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// What is the greater of the two, and should not be.
    pub part: (String, u32),
    /// What it should be part of.
    pub whole: (String, u32),
}

impl fmt::Display for Contradiction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (part, few) = &self.part;
        let (whole, many) = &self.whole;
        write!(
            out,
            "{part} ({few}) should be part of {whole} ({many}), and is more."
        )
    }
}

impl Context {
    pub(crate) fn record(&mut self, recorded: &ContextRecorded) {
        let place = (recorded.year, recorded.unit.clone());
        let counts = self.counts.entry(place.clone()).or_default();
        for entry in &recorded.figures {
            match entry.count {
                Some(count) => counts.insert(entry.measure, count),
                None => counts.remove(&entry.measure),
            };
        }
        self.sources.insert(place, recorded.source.clone());
    }

    pub(crate) fn record_population(&mut self, recorded: &PopulationRecorded) {
        match &recorded.population {
            Some(population) => {
                let entered = (population.clone(), recorded.source.clone());
                self.populations.insert(recorded.year, entered);
            }
            None => {
                self.populations.remove(&recorded.year);
            }
        }
    }

    /// The population of a year by ethnic group.
    pub fn population(&self, year: ReportingYear) -> Option<&Population> {
        self.populations
            .get(&year)
            .map(|(population, _)| population)
    }

    /// Every population by ethnic group with its year and where it comes from.
    pub fn populations(&self) -> impl Iterator<Item = (ReportingYear, &Population, &Sealed)> {
        let populations = self.populations.iter();
        populations.map(|(year, (population, source))| (*year, population, source))
    }

    /// A population of a year: of the whole authority, or of one area or team.
    pub fn count(
        &self,
        year: ReportingYear,
        unit: Option<&Code>,
        measure: ContextMeasure,
    ) -> Option<u32> {
        let counts = self.counts.get(&(year, unit.cloned()))?;
        counts.get(&measure).copied()
    }

    /// Where the figures of a year and place were last said to come from.
    pub fn source(&self, year: ReportingYear, unit: Option<&Code>) -> Option<&Sealed> {
        self.sources.get(&(year, unit.cloned()))
    }

    /// The years of which anything was entered, the latest first.
    pub fn years(&self) -> Vec<ReportingYear> {
        let counted = self.counts.keys().map(|(year, _)| *year);
        let mut years: Vec<_> = counted.chain(self.populations.keys().copied()).collect();
        years.sort_unstable();
        years.dedup();
        years.reverse();
        years
    }

    /// The areas and teams of which anything was entered for a year, by their codes.
    pub fn units(&self, year: ReportingYear) -> impl Iterator<Item = &Code> {
        let places = self.counts.iter();
        places
            .filter(move |((of, _), counts)| *of == year && !counts.is_empty())
            .filter_map(|((_, unit), _)| unit.as_ref())
    }

    /// The figures of a year that cannot be right together, of one place or of the parts and their whole.
    pub fn contradictions(&self, year: ReportingYear) -> Vec<Contradiction> {
        let mut found = Vec::new();
        for ((_, unit), counts) in self.counts.iter().filter(|((of, _), _)| *of == year) {
            let place = unit
                .as_ref()
                .map_or(String::new(), |unit| format!(" in {unit}"));
            for (part, whole) in ContextMeasure::PARTS {
                if let (Some(few), Some(many)) = (counts.get(part), counts.get(whole))
                    && few > many
                {
                    found.push(Contradiction {
                        part: (format!("{}{place}", part.label()), *few),
                        whole: (format!("{}{place}", whole.label()), *many),
                    });
                }
            }
        }
        for measure in ContextMeasure::ALL {
            let whole = self.count(year, None, *measure);
            let greatest = self
                .units(year)
                .filter_map(|unit| Some((unit, self.count(year, Some(unit), *measure)?)))
                .max_by_key(|(_, count)| *count);
            if let (Some(whole), Some((unit, count))) = (whole, greatest)
                && count > whole
            {
                found.push(Contradiction {
                    part: (format!("{} in {unit}", measure.label()), count),
                    whole: (format!("{} of the whole authority", measure.label()), whole),
                });
            }
        }
        if let Some(population) = self.population(year)
            && population.contradicts_itself()
        {
            let in_groups = u32::try_from(population.in_groups()).unwrap_or(u32::MAX);
            found.push(Contradiction {
                part: ("Everybody in the ethnic groups".to_owned(), in_groups),
                whole: (
                    format!("{} in all", population.ages.label()),
                    population.all,
                ),
            });
        }
        found
    }
}
