//! The tally: register lines and equality answers folded one at a time, so that a year streams by.

use casework::ids::CaseId;
use casework::settings::{ReportingYear, Settings};
use views::equality::EqualityAnswers;
use views::register_line::RegisterLine;

use crate::document::{AsAt, Audience, Document, Publisher};

/// What has been counted so far for one reporting year.
///
/// Every line of the authority's register is offered, whatever its year: the tally takes what it needs.
#[derive(Clone, Debug)]
pub struct Tally {
    settings: Settings,
    year: ReportingYear,
}

impl Tally {
    /// An empty tally.
    pub fn new(settings: &Settings, year: ReportingYear) -> Self {
        Self {
            settings: settings.clone(),
            year,
        }
    }

    /// Counts one register line. Each case may be counted once.
    pub fn count(&mut self, _line: &RegisterLine) {}

    /// Counts the equality answers of somebody in a case, before or after the case's line.
    pub fn count_equality(&mut self, _case: CaseId, _answers: &EqualityAnswers) {}

    /// Draws up the report for an audience. The tally can go on counting afterwards.
    pub fn finish(&self, as_at: AsAt, audience: Audience) -> Document {
        Document {
            title: "Annual report on complaints about children’s social care".to_owned(),
            subtitle: String::new(),
            publisher: Publisher {
                code: self.settings.code.to_string(),
                name: self.settings.name.clone(),
            },
            year: self.year.to_string(),
            audience,
            as_at,
            sections: Vec::new(),
            figures: Vec::new(),
        }
    }
}
