//! Record what the complainant says about the statement.

use jiff::civil::Date;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record the complainant's comments on the version that was sent last, to be considered.
///
/// Source: SI 2006/1738 reg 16.
#[derive(Clone, Debug)]
pub struct RecordStatementComments {
    /// What was said.
    pub comments: Sealed,
    /// The day they came.
    pub on: Date,
}

impl RecordStatementComments {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no version was sent, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let investigation = case.at_investigation("comments on the statement")?;
        let Some(statement) = investigation.statements.last() else {
            return Err(Refusal::NotYet(NotYet::StatementSent));
        };
        let sent = ("the sending of the statement", statement.sent_on);
        law.happened("the comments", self.on, sent)?;
        let comments = self.comments.clone();
        Ok(vec![Fact::new(
            self.on,
            Event::StatementCommented { comments },
        )])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{at_investigation, day, fixture, given};

    #[test]
    fn there_is_nothing_to_comment_on_before_a_statement_was_sent() {
        given(at_investigation())
            .when(RecordStatementComments {
                comments: fixture::sealed(80),
                on: day("2015-05-08"),
            })
            .then_refused(&Refusal::NotYet(NotYet::StatementSent));
    }
}
