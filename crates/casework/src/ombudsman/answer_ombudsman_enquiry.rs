//! Answer an enquiry of the Ombudsman.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{NotYet, Refusal};

/// Record that the Ombudsman's enquiry was answered.
///
/// Source: the Ombudsman's letter.
#[derive(Clone, Copy, Debug)]
pub struct AnswerOmbudsmanEnquiry {
    /// The day the reply was sent.
    pub on: Date,
}

impl AnswerOmbudsmanEnquiry {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no enquiry waits for a reply or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let ombudsman = case.with_the_ombudsman()?;
        let enquiry = ombudsman
            .open_enquiry()
            .ok_or(Refusal::NotYet(NotYet::OmbudsmanEnquired))?;
        law.happened(
            "the reply",
            self.on,
            ("the Ombudsman’s enquiry", enquiry.received_on),
        )?;
        let clocks = case.clocks.meet(LimitId::OmbudsmanEnquiry, self.on);
        Ok(vec![Fact {
            on: self.on,
            event: Event::OmbudsmanEnquiryAnswered,
            clocks: clocks.into_iter().collect(),
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::ombudsman::{RecordOmbudsmanCase, RecordOmbudsmanEnquiry};
    use crate::story::{close, day, given, stage_2_answered};

    fn asked(reply_by: &str, on: &str) -> Command {
        RecordOmbudsmanEnquiry {
            reply_by: day(reply_by),
            on: day(on),
        }
        .into()
    }

    fn history() -> Vec<Command> {
        let mut history = stage_2_answered();
        history.push(close("2015-09-10"));
        history.push(RecordOmbudsmanCase::on(day("2015-09-20")).into());
        history
    }

    #[test]
    fn the_letter_sets_the_day_and_a_closed_case_opens_again() {
        let then = given(history()).when(asked("2015-10-10", "2015-09-22"));
        then.then_clocks(&[("D-LGSCO-ENQ", "2015-10-10")]);
        assert!(then.after().is_open());
    }

    #[test]
    fn a_later_letter_moves_the_day_and_the_reply_meets_it() {
        let mut history = history();
        history.push(asked("2015-10-10", "2015-09-22"));
        given(history.clone())
            .when(asked("2015-10-24", "2015-10-01"))
            .then_due("D-LGSCO-ENQ", "2015-10-24");
        given(history)
            .when(AnswerOmbudsmanEnquiry {
                on: day("2015-10-09"),
            })
            .then_met("D-LGSCO-ENQ", "2015-10-09");
    }

    #[test]
    fn what_was_not_asked_is_not_answered() {
        given(history())
            .when(AnswerOmbudsmanEnquiry {
                on: day("2015-10-09"),
            })
            .then_refused(&Refusal::NotYet(NotYet::OmbudsmanEnquired));
    }
}
