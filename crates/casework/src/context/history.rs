//! Figures of earlier years as they were published.

use std::collections::BTreeMap;

use super::PublishedRecorded;
use crate::settings::{Code, ReportingYear};

/// What was published, by year and measure. Never recalculated: a reader who has the old report must find its figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    figures: BTreeMap<(ReportingYear, Code), PublishedRecorded>,
}

impl History {
    pub(crate) fn record(&mut self, recorded: &PublishedRecorded) {
        let place = (recorded.year, recorded.measure.clone());
        if recorded.printed.is_some() {
            self.figures.insert(place, recorded.clone());
        } else {
            self.figures.remove(&place);
        }
    }

    /// What was published of a measure in a year.
    pub fn figure(&self, year: ReportingYear, measure: &Code) -> Option<&PublishedRecorded> {
        self.figures.get(&(year, measure.clone()))
    }

    /// Everything published, by year and measure.
    pub fn figures(&self) -> impl Iterator<Item = &PublishedRecorded> {
        self.figures.values()
    }
}
