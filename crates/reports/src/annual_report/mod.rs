//! The annual report: register lines counted into tables, figures and drafted sentences.
//!
//! One file per table. Lines stream into a [`Tally`]; when it is finished, every count is entered in one
//! ledger, disclosed for the audience, and only then told.

mod access;
mod advocacy;
mod advocacy_help;
mod age;
mod answer_quality;
mod channels;
mod cohorts;
mod complaints_by_issue;
mod complaints_by_representative;
mod complaints_by_service;
mod complaints_by_unit;
mod compliments_by_service;
mod contacts;
mod count_table;
mod drawing;
mod drawn;
mod earlier;
mod equality;
mod equality_answer;
mod equality_impairments;
mod equality_origins;
mod equality_returns;
mod escalation;
mod escalation_reasons;
mod escalation_requests;
mod ethnicity_population;
mod figures;
mod late_answers;
mod learning;
mod learning_by_origin;
mod lgo_decisions;
mod looked_after;
mod members_by_period;
mod mp_letters;
mod outcomes_stage1;
mod passages;
mod publication;
mod registers;
mod resolutions;
mod sections;
mod stage2_timescales;
mod tally;
mod telling;
mod timescale_by_group;
mod timescale_stage1;
mod volumes_by_stage;
mod young_people;

pub use passages::OpenedPassage;
pub use publication::{publication_awaited, publication_due};
pub use tally::Tally;

use casework::ids::CaseId;
use casework::settings::{ReportingYear, Settings};
use views::equality::EqualityAnswers;
use views::register_line::RegisterLine;

use crate::document::{AsAt, Audience, Document};

/// Everything a report is drawn up from, for a caller that has it all at hand.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// The authority's choices.
    pub settings: &'a Settings,
    /// The year reported on.
    pub year: ReportingYear,
    /// The point of the record the lines stand at.
    pub as_at: AsAt,
    /// Every line of the register, of any year and kind.
    pub lines: &'a [RegisterLine],
    /// Every equality form with its case.
    pub equality: &'a [(CaseId, EqualityAnswers)],
    /// Who will read it.
    pub audience: Audience,
}

/// Draws up the annual report.
pub fn draft(input: &ReportInput<'_>) -> Document {
    let mut tally = Tally::new(input.settings, input.year);
    for line in input.lines {
        tally.count(line);
    }
    for (case, answers) in input.equality {
        tally.count_equality(*case, answers);
    }
    tally.finish(input.as_at, input.audience)
}
