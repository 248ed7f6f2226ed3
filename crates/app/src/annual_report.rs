//! The annual report: counted from the register and the equality forms, with what people wrote in it, as a document.

mod passages;

pub use passages::ShownPassage;

use casework::ids::CaseId;
use casework::settings::ReportingYear;
use jiff::tz::TimeZone;
use reports::annual_report::Tally;
use reports::document::{AsAt, Audience, Document};
use views::equality::{EqualityAnswers, VAULT_KIND};
use views::register_line::RegisterLine;

use crate::App;
use crate::failure::Failure;
use crate::permit::Permit;

impl App {
    /// Draws up the annual report of a year, as the record stands now.
    ///
    /// The same journal position gives the same document, whatever the day it is drawn up on.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn annual_report(
        &self,
        permit: &Permit,
        year: ReportingYear,
        audience: Audience,
    ) -> Result<Document, Failure> {
        let authority = &permit.officer().authority;
        let file = self.authority_file(permit).await?;
        let settings = self.settings_with_file(authority, &file).await?;
        let position = self.journal.head(authority).await?.position;
        let last = self
            .journal
            .since(authority, position.saturating_sub(1), 1)
            .await?;
        let day = last.first().map_or_else(
            || self.today(),
            |entry| entry.recorded_at.to_zoned(TimeZone::UTC).date(),
        );
        let passages = self.opened_passages(authority, &file, &[year]).await?;
        let passages = passages.into_iter().map(|shown| shown.opened).collect();
        let count = Ok(Tally::new(&settings, year)
            .against(&file)
            .with_passages(passages));
        let count = self
            .journal
            .register_lines(
                authority,
                count,
                |count: &mut Result<Tally, Failure>, _, line| {
                    if let Ok(tally) = count {
                        match serde_json::from_str::<RegisterLine>(line) {
                            Ok(line) => tally.count(&line),
                            Err(error) => *count = Err(Failure::UnreadableLine(error.to_string())),
                        }
                    }
                },
            )
            .await?;
        let count = self
            .journal
            .monitoring_items(authority, count, |count, case, _, answers| {
                count_answers(count, case, answers);
            })
            .await?;
        // Answers that were recorded before they had a store of their own lie with their case.
        let count = self
            .journal
            .items_of_kind(authority, VAULT_KIND, count, |count, case, _, answers| {
                count_answers(count, case, answers);
            })
            .await?;
        Ok(count?.finish(AsAt { position, day }, audience))
    }
}

/// Counts one form; the one place where answers are open, and they leave it as figures.
fn count_answers(count: &mut Result<Tally, Failure>, case: CaseId, answers: &str) {
    if let Ok(tally) = count {
        match serde_json::from_str::<EqualityAnswers>(answers) {
            Ok(answers) => tally.count_equality(case, &answers),
            // The message of a parser can quote what it read, so it is not passed on.
            Err(_) => {
                *count = Err(Failure::UnreadableLine(format!(
                    "an equality form of case {case}"
                )));
            }
        }
    }
}
