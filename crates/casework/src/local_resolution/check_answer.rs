//! Check a draft of the Stage 1 answer.

use jiff::civil::Date;

use super::{AnswerChecked, AnswerQuality, CheckResult, Draft};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::AccountId;
use crate::law::Law;
use crate::refusal::{DraftFault, Refusal};
use crate::settings::choices::ANSWER_CHECKED;

/// Look at a draft before it is sent, as somebody else than its writer, and find it ready or hand it back.
///
/// Source: REP-11.9; annual reports of councils: replies did not address the issues and did not share what was learned.
#[derive(Clone, Debug)]
pub struct CheckAnswer {
    /// Who looks.
    pub checked_by: AccountId,
    /// What was found to be so.
    pub fulfilled: Vec<AnswerQuality>,
    /// What comes of it.
    pub result: CheckResult,
    /// The day.
    pub on: Date,
}

impl CheckAnswer {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no draft waits to be looked at, its writer looks at it, somebody complained about does, it is
    /// called ready although something is missing, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let draft = case.draft_to_check()?;
        law.happened("the check", self.on, ("the draft", draft.on))?;
        if self.checked_by == draft.handed_in.written_by {
            return Err(DraftFault::CheckedByWriter.into());
        }
        case.decides_on_others(self.checked_by)?;
        if self.result == CheckResult::Ready {
            let mut looked_at = AnswerQuality::ALL.into_iter();
            if let Some(missing) = looked_at.find(|quality| !self.fulfilled.contains(quality)) {
                return Err(DraftFault::NotReady(missing).into());
            }
        }
        let mut fulfilled = self.fulfilled.clone();
        fulfilled.sort_unstable();
        fulfilled.dedup();
        let event = Event::AnswerChecked(AnswerChecked {
            checked_by: self.checked_by,
            fulfilled,
            result: self.result.clone(),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}

impl Case {
    /// The draft that waits to be looked at; refuses where no answer is awaited, or none is in.
    pub(crate) fn draft_to_check(&self) -> Result<&Draft, Refusal> {
        self.not_yet_answered("checking the answer")?;
        Ok(self.drafting.to_check().ok_or(DraftFault::NothingToCheck)?)
    }

    /// Refuses an answer that nobody checked, where the authority asks for that and there is time left for it.
    ///
    /// Source: council policy, by its settings. From the last day on the law’s limit comes first, so that an answer is
    /// never late for want of a colleague.
    pub(super) fn is_checked_where_that_is_required(
        &self,
        law: &Law<'_>,
        sent_on: Date,
    ) -> Result<(), Refusal> {
        let required = law.settings.cfg.word(&ANSWER_CHECKED) == "required";
        let before_the_last_day = self.stage_1_due_on().is_none_or(|due_on| sent_on < due_on);
        if required && before_the_last_day && !self.drafting.is_ready_to_send() {
            Err(DraftFault::NotChecked.into())
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::local_resolution::AnswerDesk;
    use crate::settings::Choices;
    use crate::story::{
        assign, back, day, draft, fixture, given, ready, record_complaint, respond,
    };

    fn drafted() -> Vec<crate::action::Command> {
        vec![
            record_complaint(),
            assign(fixture::MS_HALL, "2015-03-31"),
            draft(fixture::MS_HALL, "2015-04-08").into(),
        ]
    }

    #[test]
    fn the_writer_of_an_answer_is_not_the_one_who_checks_it() {
        given(drafted())
            .when(ready(fixture::MS_HALL, "2015-04-09"))
            .then_refused(&DraftFault::CheckedByWriter.into());
        given(drafted())
            .when(ready(fixture::MR_LEE, "2015-04-09"))
            .then_accepted();
    }

    #[test]
    fn an_answer_is_ready_only_when_everything_looked_at_is_so() {
        for missing in AnswerQuality::ALL {
            let mut check = ready(fixture::MR_LEE, "2015-04-09");
            check.fulfilled.retain(|quality| *quality != missing);
            given(drafted())
                .when(check)
                .then_refused(&DraftFault::NotReady(missing).into());
        }
    }

    #[test]
    fn an_answer_handed_back_comes_in_again_and_is_checked_again() {
        let mut history = drafted();
        history.push(back(fixture::MR_LEE, "2015-04-09").into());
        let handed_back = given(history.clone()).case().expect("it is recorded");
        assert_eq!(
            handed_back.answer_desk(),
            Some(AnswerDesk::BackWithWriter(day("2015-04-09")))
        );
        given(history.clone())
            .when(ready(fixture::MR_LEE, "2015-04-10"))
            .then_refused(&DraftFault::NothingToCheck.into());
        history.push(draft(fixture::MS_HALL, "2015-04-10").into());
        let found = given(history)
            .when(ready(fixture::MR_LEE, "2015-04-13"))
            .after();
        assert_eq!(
            found.answer_desk(),
            Some(AnswerDesk::ReadyToSend(day("2015-04-13")))
        );
        assert_eq!(found.drafting.times_back(), 1);
    }

    /// Received on 26 March, the answer is due on 13 April.
    #[test]
    fn a_check_that_is_required_holds_an_answer_up_until_the_day_before_its_last_and_no_longer() {
        let chosen = |word: &str| {
            let cfg = serde_json::json!({ "s1": { "answer_check": word } });
            Choices::read(&cfg).expect("it may be chosen")
        };
        let told = |word: &str, sent_on: &str| {
            given([record_complaint()])
                .with_settings(|settings| settings.cfg = chosen(word))
                .when(respond(sent_on))
        };
        told("required", "2015-04-10").then_refused(&DraftFault::NotChecked.into());
        told("required", "2015-04-13").then_accepted();
        told("required", "2015-04-14").then_accepted();
        told("advised", "2015-04-10").then_accepted();
        told("off", "2015-04-10").then_accepted();
        let mut history = drafted();
        history.push(ready(fixture::MR_LEE, "2015-04-09").into());
        given(history)
            .with_settings(|settings| settings.cfg = chosen("required"))
            .when(respond("2015-04-10"))
            .then_accepted();
    }

    #[test]
    fn a_draft_that_came_in_after_the_check_was_not_checked() {
        let mut history = drafted();
        history.push(ready(fixture::MR_LEE, "2015-04-09").into());
        assert!(
            given(history.clone())
                .case()
                .is_some_and(|case| case.drafting.is_ready_to_send())
        );
        history.push(draft(fixture::MS_HALL, "2015-04-09").into());
        assert!(
            given(history)
                .case()
                .is_some_and(|case| !case.drafting.is_ready_to_send())
        );
    }
}
