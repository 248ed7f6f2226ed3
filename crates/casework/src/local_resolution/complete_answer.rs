//! Complete the record of a Stage 1 answer that was sent.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Lateness, LocalResolutionAnswered};
use crate::case::Case;
use crate::clock::STAGE_1_ANSWER;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::{DecisionFault, DraftFault, NotYet, Refusal};
use crate::settings::Settings;

/// Add to the record of the latest answer what was not noted when it was sent. Nothing that was noted is changed.
///
/// Source: annual reports of councils, whose records of answers were incomplete when the year was counted.
#[derive(Clone, Debug)]
pub struct CompleteAnswer {
    /// What is added.
    pub completed: AnswerCompleted,
    /// The day it was found out.
    pub on: Date,
}

/// What was added to the record of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCompleted {
    /// Why it came after its last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late: Option<Lateness>,
    /// Whether it told the complainant what was learned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_shared: Option<bool>,
}

impl CompleteAnswer {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when there is no answer, nothing is added, what is added was noted before, a reason is given for
    /// lateness and the answer was in time or the reason is not in the authority's list, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let (sent_on, answered) = case.answer_to_complete("completing the record of the answer")?;
        law.happened("completing the record", self.on, ("the answer", *sent_on))?;
        let AnswerCompleted {
            late,
            learning_shared,
        } = &self.completed;
        if late.is_none() && learning_shared.is_none() {
            return Err(DraftFault::NothingAdded.into());
        }
        if learning_shared.is_some() && answered.learning_shared.is_some() {
            return Err(Refusal::AlreadyDone {
                what: "whether the answer shared what was learned",
                on: *sent_on,
            });
        }
        if let Some(late) = late {
            let list = &law.settings.late_reasons;
            Settings::listed("reasons for a late answer", list, &late.reason)?;
            if answered.late.is_some() {
                return Err(Refusal::AlreadyDone {
                    what: "the reason for the late answer",
                    on: *sent_on,
                });
            }
            let mut clocks = STAGE_1_ANSWER
                .iter()
                .filter_map(|limit| case.clocks.latest(*limit));
            if let Some(clock) = clocks.next().filter(|clock| !clock.is_late(*sent_on)) {
                let due_on = clock.due_on();
                return Err(Refusal::Decision(DecisionFault::AnsweredInTime(due_on)));
            }
        }
        let event = Event::AnswerCompleted(self.completed.clone());
        Ok(vec![Fact::new(self.on, event)])
    }
}

impl Case {
    /// The Stage 1 answer whose record can be completed, with the day it was sent.
    pub(crate) fn answer_to_complete(
        &self,
        label: &'static str,
    ) -> Result<&(Date, LocalResolutionAnswered), Refusal> {
        self.complaint(label)?;
        let stage = self.local_resolution.as_ref();
        let answered = stage.and_then(|stage| stage.answered.as_ref());
        answered.ok_or(Refusal::NotYet(NotYet::Answered))
    }

    /// Whether the latest Stage 1 answer came after its last day and nobody noted why.
    pub fn answer_lacks_a_reason(&self) -> bool {
        let stage = self.local_resolution.as_ref();
        let Some((sent_on, answered)) = stage.and_then(|stage| stage.answered.as_ref()) else {
            return false;
        };
        let mut clocks = STAGE_1_ANSWER.iter();
        let clock = clocks.find_map(|limit| self.clocks.latest(*limit));
        answered.late.is_none() && clock.is_some_and(|clock| clock.is_late(*sent_on))
    }

    /// Copies what was added to the record of the answer.
    pub(crate) fn complete_answer(&mut self, completed: &AnswerCompleted) {
        let stage = self.local_resolution.as_mut();
        if let Some((_, answered)) = stage.and_then(|stage| stage.answered.as_mut()) {
            answered.late = answered.late.take().or_else(|| completed.late.clone());
            answered.learning_shared = answered.learning_shared.or(completed.learning_shared);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Code;
    use crate::story::{day, given, record_complaint, respond};

    fn late(on: &str) -> CompleteAnswer {
        CompleteAnswer {
            completed: AnswerCompleted {
                late: Some(Lateness {
                    reason: Code::new("staff_away"),
                    words: None,
                }),
                learning_shared: None,
            },
            on: day(on),
        }
    }

    #[test]
    fn why_an_answer_was_late_is_added_once_and_only_of_an_answer_that_was() {
        let told = given([record_complaint(), respond("2015-04-14")])
            .when(late("2015-05-01"))
            .after();
        let (_, answered) = told
            .local_resolution
            .and_then(|stage| stage.answered)
            .expect("it is answered");
        assert_eq!(
            answered.late.map(|late| late.reason),
            Some(Code::new("staff_away"))
        );
        given([
            record_complaint(),
            respond("2015-04-14"),
            late("2015-05-01").into(),
        ])
        .when(late("2015-05-02"))
        .then_refused(&Refusal::AlreadyDone {
            what: "the reason for the late answer",
            on: day("2015-04-14"),
        });
        given([record_complaint(), respond("2015-04-13")])
            .when(late("2015-05-01"))
            .then_refused(&Refusal::Decision(DecisionFault::AnsweredInTime(day(
                "2015-04-13",
            ))));
        given([record_complaint()])
            .when(late("2015-05-01"))
            .then_refused(&Refusal::NotYet(NotYet::Answered));
    }

    #[test]
    fn something_is_added_or_it_is_refused() {
        let nothing = CompleteAnswer {
            completed: AnswerCompleted {
                late: None,
                learning_shared: None,
            },
            on: day("2015-05-01"),
        };
        given([record_complaint(), respond("2015-04-14")])
            .when(nothing)
            .then_refused(&DraftFault::NothingAdded.into());
    }
}
