//! Hand in a draft of the Stage 1 answer.

use jiff::civil::Date;

use super::DraftHandedIn;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, Sealed};
use crate::law::Law;
use crate::refusal::{DraftFault, Refusal};

/// Hand in a draft, for somebody else to look at before it is sent. A later draft takes the place of an earlier one.
///
/// Source: council policy: officers chased drafts and could not see whose desk an answer lay on.
#[derive(Clone, Debug)]
pub struct HandInDraft {
    /// Who wrote it.
    pub written_by: AccountId,
    /// Who records that it came in.
    pub handed_in_by: AccountId,
    /// The draft, where it is kept here.
    pub draft: Option<Sealed>,
    /// The day it came in.
    pub on: Date,
}

impl HandInDraft {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no Stage 1 answer is awaited, the writer is complained about, or the day is impossible.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.not_yet_answered("a draft of the answer")?;
        law.happened("the draft", self.on, ("the receipt", case.received_on))?;
        if let Some((on, _)) = case
            .drafting
            .drafts
            .last()
            .and_then(|draft| draft.checked.as_ref())
        {
            law.happened("the draft", self.on, ("looking at the one before it", *on))?;
        }
        let complained_about = &case.representation.complained_about;
        if complained_about.contains(&self.written_by) {
            return Err(DraftFault::WriterComplainedAbout.into());
        }
        let event = Event::DraftHandedIn(DraftHandedIn {
            written_by: self.written_by,
            handed_in_by: self.handed_in_by,
            draft: self.draft.clone(),
        });
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::RecordComplaint;
    use crate::local_resolution::AnswerDesk;
    use crate::story::{assign, day, draft, fixture, given, record_complaint, respond};

    #[test]
    fn the_record_says_on_whose_desk_the_answer_lies_and_since_when() {
        let desk = |history: Vec<_>| given(history).case().and_then(|case| case.answer_desk());
        let mut history = vec![record_complaint()];
        assert_eq!(
            desk(history.clone()),
            Some(AnswerDesk::Nobodys(day("2015-03-26")))
        );
        history.push(assign(fixture::MS_HALL, "2015-03-31"));
        assert_eq!(
            desk(history.clone()),
            Some(AnswerDesk::Managers(day("2015-03-31")))
        );
        history.push(draft(fixture::MS_HALL, "2015-04-08").into());
        assert_eq!(
            desk(history.clone()),
            Some(AnswerDesk::ToCheck(day("2015-04-08")))
        );
        history.push(respond("2015-04-10"));
        assert_eq!(desk(history), None);
    }

    #[test]
    fn somebody_complained_about_writes_no_answer() {
        let complaint = RecordComplaint {
            complained_about: vec![fixture::MS_HALL],
            ..fixture::complaint()
        };
        given([complaint.into()])
            .when(draft(fixture::MS_HALL, "2015-04-08"))
            .then_refused(&DraftFault::WriterComplainedAbout.into());
    }

    #[test]
    fn no_draft_comes_in_after_the_answer() {
        given([record_complaint(), respond("2015-04-10")])
            .when(draft(fixture::MS_HALL, "2015-04-10"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the Stage 1 answer",
                on: day("2015-04-10"),
            });
    }
}
