//! Name somebody who helps with the Stage 1 answer.

use jiff::civil::Date;

use super::{HelperNamed, HelperPart};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::AccountId;
use crate::law::Law;
use crate::refusal::{DraftFault, Refusal};

/// Name who works with the manager to get the draft through, or who supports the manager’s own investigation; or say
/// that nobody does any longer.
///
/// Source: council policy; REP-11.6 bars somebody complained about from the answer, and so from helping with it.
#[derive(Clone, Copy, Debug)]
pub struct NameHelper {
    /// In which part.
    pub part: HelperPart,
    /// Who; `None` when nobody does any longer.
    pub helper: Option<AccountId>,
    /// The day.
    pub on: Date,
}

impl NameHelper {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Stage 1 answer is awaited, the person is complained about, answers the complaint or is
    /// named already, there is nobody to release, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("naming who helps with the answer")?;
        law.happened("the naming", self.on, ("the receipt", case.received_on))?;
        let present = case.drafting.helper(self.part);
        match (self.helper, present) {
            (None, None) => return Err(DraftFault::NobodyNamed(self.part).into()),
            (Some(helper), Some((on, already))) if helper == already => {
                return Err(Refusal::AlreadyDone {
                    what: "this person in this part",
                    on,
                });
            }
            (Some(_), Some(_) | None) | (None, Some(_)) => {}
        }
        if let Some(helper) = self.helper {
            if case.representation.complained_about.contains(&helper) {
                return Err(DraftFault::HelperComplainedAbout.into());
            }
            if case.assigned_to == Some(helper) {
                return Err(DraftFault::HelperAnswers.into());
            }
        }
        let named = HelperNamed {
            part: self.part,
            helper: self.helper,
        };
        Ok(vec![Fact::new(self.on, Event::HelperNamed(named))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::intake::RecordComplaint;
    use crate::story::{assign, day, fixture, given, record_complaint, respond};

    fn name(part: HelperPart, helper: Option<AccountId>, on: &str) -> Command {
        let on = day(on);
        NameHelper { part, helper, on }.into()
    }

    #[test]
    fn somebody_complained_about_helps_with_no_answer() {
        let complaint = RecordComplaint {
            complained_about: vec![fixture::MS_HALL],
            ..fixture::complaint()
        };
        for part in HelperPart::ALL {
            given([complaint.clone().into()])
                .when(name(part, Some(fixture::MS_HALL), "2015-03-31"))
                .then_refused(&DraftFault::HelperComplainedAbout.into());
        }
    }

    #[test]
    fn whoever_answers_is_not_their_own_helper_and_a_helper_who_comes_to_answer_helps_no_longer() {
        let given_to = |who| [record_complaint(), assign(who, "2015-03-31")];
        given(given_to(fixture::MS_HALL))
            .when(name(
                HelperPart::Supporter,
                Some(fixture::MS_HALL),
                "2015-04-01",
            ))
            .then_refused(&DraftFault::HelperAnswers.into());
        let helped = given(given_to(fixture::MS_HALL))
            .when(name(
                HelperPart::Supporter,
                Some(fixture::MR_LEE),
                "2015-04-01",
            ))
            .after();
        assert!(helped.is_helped_by(fixture::MR_LEE));
        let handed_over = given(given_to(fixture::MS_HALL))
            .and(name(
                HelperPart::Supporter,
                Some(fixture::MR_LEE),
                "2015-04-01",
            ))
            .when(assign(fixture::MR_LEE, "2015-04-02"))
            .after();
        assert!(!handed_over.is_helped_by(fixture::MR_LEE));
    }

    #[test]
    fn each_part_has_one_helper_at_a_time_and_who_they_were_is_kept() {
        let liaison = |who, on| name(HelperPart::Liaison, who, on);
        let history = || {
            [
                record_complaint(),
                liaison(Some(fixture::MS_HALL), "2015-03-31"),
                liaison(Some(fixture::MR_LEE), "2015-04-01"),
            ]
        };
        let case = given(history()).when(liaison(None, "2015-04-02")).after();
        assert_eq!(case.helper(HelperPart::Liaison), None);
        assert_eq!(case.drafting.helpers.len(), 3);
        given(history())
            .when(liaison(Some(fixture::MR_LEE), "2015-04-02"))
            .then_refused(&Refusal::AlreadyDone {
                what: "this person in this part",
                on: day("2015-04-01"),
            });
        given([record_complaint()])
            .when(liaison(None, "2015-04-02"))
            .then_refused(&DraftFault::NobodyNamed(HelperPart::Liaison).into());
    }

    #[test]
    fn nobody_is_named_once_the_answer_is_sent() {
        given([record_complaint(), respond("2015-04-10")])
            .when(name(
                HelperPart::Liaison,
                Some(fixture::MS_HALL),
                "2015-04-13",
            ))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-10"),
            });
    }
}
