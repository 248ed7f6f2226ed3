//! The authority’s own file: what is recorded of the authority itself and of no case.
//!
//! Populations its complaints are set against, figures of earlier years as they were published, how its areas and
//! teams changed, and what people wrote in its annual reports. It is one stream in the same chain as the cases, so nobody can change it quietly either.
//! A command looks at the file and returns facts or says why not; folding only copies.

mod command;
mod event;
mod not_kept;

pub use command::FileCommand;
pub use event::{FILE_SCHEMA, FileEvent, FileFact};
pub use not_kept::NotKept;

use jiff::civil::Date;

use crate::annual_report::Passages;
use crate::context::{Context, ContextMeasure, History};
use crate::ids::ItemId;
use crate::learning::TrainingHeld;
use crate::organisation::Organisation;
use crate::people::Matches;
use crate::pools::Pools;
use crate::settings::{ContextFigure, PublishedFigure, Settings, YearsPopulation};

/// The authority’s own file as its facts have made it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorityFile {
    /// How many facts it has: the version the next decision is made on.
    pub version: u32,
    /// Populations, year by year.
    pub context: Context,
    /// Figures of earlier years as published.
    pub history: History,
    /// Areas, teams and providers.
    pub organisation: Organisation,
    /// Who can be appointed.
    pub pools: Pools,
    /// Workshops and trainings that were held, in the order they were entered.
    pub training: Vec<(Date, TrainingHeld)>,
    /// Which people of different cases are the same person, and which are not.
    pub matches: Matches,
    /// What people wrote in the annual reports.
    pub passages: Passages,
}

impl AuthorityFile {
    /// The file that these facts make, in the order they were recorded.
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a FileFact>) -> Self {
        let mut file = Self::default();
        for fact in facts {
            file.evolve(fact);
        }
        file
    }

    /// Copies what a fact says.
    pub fn evolve(&mut self, fact: &FileFact) {
        self.version += 1;
        let on = fact.on;
        match &fact.event {
            FileEvent::ContextRecorded(recorded) => self.context.record(recorded),
            FileEvent::PopulationRecorded(recorded) => self.context.record_population(recorded),
            FileEvent::PublishedRecorded(recorded) => self.history.record(recorded),
            FileEvent::UnitOpened(opened) => self.organisation.open(on, opened),
            FileEvent::UnitRenamed { unit, name } => self.organisation.rename(on, unit, name),
            FileEvent::UnitsMerged { units, into } => self.organisation.merge(on, units, into),
            FileEvent::UnitClosed { unit } => self.organisation.close(on, unit),
            FileEvent::PoolJoined(joined) => self.pools.join(on, joined),
            FileEvent::PoolAbsence {
                member,
                from,
                until,
            } => self.pools.away(*member, *from, *until),
            FileEvent::PoolLeft { member } => self.pools.leave(on, *member),
            FileEvent::AppointmentPaid(paid) => self.pools.pay(on, *paid),
            FileEvent::PeopleMatched { people } => self.matches.join(on, *people),
            FileEvent::PeopleParted { people } => self.matches.part(*people),
            FileEvent::PeopleToldApart { people } => self.matches.tell_apart(on, *people),
            FileEvent::TellApartTakenBack { people } => self.matches.take_back_tell_apart(*people),
            FileEvent::TrainingHeld(held) => self.training.push((on, held.clone())),
            FileEvent::PassageWritten(written) => self.passages.write(on, written),
            FileEvent::PassageRewritten(rewritten) => self.passages.rewrite(on, rewritten),
            FileEvent::PassageTakenBack { passage } => self.passages.take_back(*passage),
            FileEvent::PassageMoved { passage, before } => self.passages.put(*passage, *before),
        }
    }

    /// The settings with what the file says of populations and of earlier years in place of what the settings file
    /// says. `source` gives the text of where a figure was published.
    pub fn over(&self, settings: &Settings, source: impl Fn(ItemId) -> String) -> Settings {
        let mut settings = settings.clone();
        let report = &mut settings.report;
        for year in self.context.years() {
            let written = year.to_string();
            for measure in ContextMeasure::ALL {
                let Some(count) = self.context.count(year, None, *measure) else {
                    continue;
                };
                let mut stands = report.context.iter_mut();
                let stands = stands
                    .find(|stands| stands.year == written && stands.population == measure.code());
                if let Some(stands) = stands {
                    stands.value = i64::from(count);
                } else {
                    report.context.push(ContextFigure {
                        year: written.clone(),
                        population: measure.code().to_owned(),
                        label: measure.label().to_owned(),
                        value: i64::from(count),
                    });
                }
            }
        }
        for (year, population, sealed) in self.context.populations() {
            let written = year.to_string();
            report.populations.retain(|stands| stands.year != written);
            report.populations.push(YearsPopulation {
                year: written,
                source: source(sealed.item),
                population: population.clone(),
            });
        }
        for figure in self.history.figures() {
            let Some(printed) = figure.printed else {
                continue;
            };
            let (year, measure) = (figure.year.to_string(), figure.measure.as_str());
            report
                .published
                .retain(|stands| stands.year != year || stands.measure != measure);
            report.published.push(PublishedFigure {
                year,
                measure: measure.to_owned(),
                shown: printed.to_string(),
                value: printed.whole().map(i64::from),
                source: source(figure.source.item),
            });
        }
        settings
    }
}
