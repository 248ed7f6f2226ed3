//! Record that an equality monitoring form was sent.

use jiff::civil::Date;

use super::equality::EqualityFormSent;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::law::Law;
use crate::refusal::Refusal;

/// Record that somebody was sent an equality monitoring form, so that a form that was never sent is told from one
/// that did not come back. Sending another is as good as the first.
///
/// Source: REP-22.3: voluntary, and *not asked* is no *no response*; REP-18.5: the complainant's form and the child's
/// are two.
#[derive(Clone, Debug)]
pub struct SendEqualityForm {
    /// Who was sent which form, and how.
    pub sent: EqualityFormSent,
    /// The day it was sent.
    pub on: Date,
}

impl SendEqualityForm {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when the day is impossible, or the person has not that part in the case.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        law.happened(
            "sending the equality form",
            self.on,
            ("the receipt", case.received_on),
        )?;
        case.can_be_monitored(self.sent.person, self.sent.about)?;
        let event = Event::EqualityFormSent(self.sent.clone());
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::ids::PersonId;
    use crate::intake::{About, AnswerSource, FormState, RecordEquality, SentHow};
    use crate::story::{child_complains, day, fixture, given, record_complaint};

    fn send(person: PersonId, about: About, on: &str) -> Command {
        let sent = EqualityFormSent {
            person,
            about,
            how: SentHow::WithAcknowledgement,
        };
        SendEqualityForm { sent, on: day(on) }.into()
    }

    fn came(person: PersonId, about: About, source: AnswerSource, on: &str) -> Command {
        RecordEquality {
            person,
            about,
            source,
            answers: fixture::sealed(7),
            on: day(on),
        }
        .into()
    }

    #[test]
    fn a_form_is_not_asked_then_outstanding_then_returned() {
        let parent = |commands: Vec<Command>| {
            let all = std::iter::once(record_complaint()).chain(commands);
            let case = given(all).case().expect("it was recorded");
            case.monitored(fixture::PARENT, About::Complainant)
        };
        let sent = |on| send(fixture::PARENT, About::Complainant, on);
        let back = |source, on| came(fixture::PARENT, About::Complainant, source, on);
        let (own, record) = (AnswerSource::OwnForm, AnswerSource::CareRecord);
        let (first, second) = (day("2015-03-27"), day("2015-03-31"));
        let rows: [(Vec<Command>, FormState); 7] = [
            (vec![], FormState::NotAsked),
            (vec![sent("2015-03-27")], FormState::Outstanding(first)),
            // Sent again: the last one is waited for.
            (
                vec![sent("2015-03-27"), sent("2015-03-31")],
                FormState::Outstanding(second),
            ),
            (
                vec![sent("2015-03-27"), back(own, "2015-03-31")],
                FormState::Returned(second),
            ),
            // Nobody need have recorded the sending.
            (
                vec![back(AnswerSource::ToldForThem, "2015-03-27")],
                FormState::Returned(first),
            ),
            (vec![back(record, "2015-03-27")], FormState::LookedUp(first)),
            // The record fills the gap, but nobody answered.
            (
                vec![sent("2015-03-27"), back(record, "2015-03-31")],
                FormState::Outstanding(first),
            ),
        ];
        for (commands, state) in rows {
            let told = format!("{commands:?}");
            assert_eq!(parent(commands), state, "{told}");
        }
    }

    #[test]
    fn a_young_person_who_complains_has_two_forms_that_are_never_mixed() {
        let sent = send(fixture::CHILD, About::Complainant, "2015-03-27");
        let case = given([child_complains(), sent]).case();
        let case = case.expect("it was recorded");
        let state = |about| case.monitored(fixture::CHILD, about);
        assert_eq!(
            state(About::Complainant),
            FormState::Outstanding(day("2015-03-27"))
        );
        assert_eq!(state(About::Child), FormState::NotAsked);
    }

    #[test]
    fn a_form_goes_to_somebody_who_has_that_part_in_the_case() {
        for (person, about, called) in [
            (fixture::PARENT, About::Child, "child"),
            (fixture::CHILD, About::Complainant, "complainant"),
        ] {
            given([record_complaint()])
                .when(send(person, about, "2015-03-27"))
                .then_refused(&Refusal::NotInTheCase(called));
            given([record_complaint()])
                .when(came(person, about, AnswerSource::OwnForm, "2015-03-27"))
                .then_refused(&Refusal::NotInTheCase(called));
        }
    }

    #[test]
    fn a_form_is_sent_from_the_day_of_the_receipt() {
        given([record_complaint()])
            .when(send(fixture::PARENT, About::Complainant, "2015-03-25"))
            .then_refused(&Refusal::BeforeItCould {
                what: "sending the equality form",
                on: day("2015-03-25"),
                earliest: "the receipt",
                earliest_on: day("2015-03-26"),
            });
    }
}
