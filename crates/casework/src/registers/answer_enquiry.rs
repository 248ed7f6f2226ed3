//! Answer an enquiry.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::refusal::Refusal;
use crate::settings::{Code, Settings};

/// Record the answer to an enquiry, to a letter from an elected member or to a subject access request.
#[derive(Clone, Debug)]
pub struct AnswerEnquiry {
    /// The day it was sent.
    pub sent_on: Date,
    /// What came of a general enquiry, from the authority's list; `None` for other letters, and where an old register
    /// does not say.
    pub outcome: Option<Code>,
}

impl AnswerEnquiry {
    /// An answer of which the day is known and no more.
    pub const fn on(sent_on: Date) -> Self {
        Self {
            sent_on,
            outcome: None,
        }
    }

    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no enquiry, was answered before, the day is impossible, or the outcome is not in the
    /// list or belongs to another kind of letter.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        let kind = case.representation.kind;
        match kind {
            RepresentationKind::Enquiry
            | RepresentationKind::ElectedMemberEnquiry
            | RepresentationKind::SubjectAccessRequest => {}
            RepresentationKind::Complaint
            | RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact
            | RepresentationKind::ContactToSort => {
                return Err(Refusal::WrongKind {
                    action: "an answer",
                    wanted: "enquiries",
                    is: kind.label(),
                });
            }
        }
        case.still_open()?;
        if let Some(outcome) = &self.outcome {
            if kind != RepresentationKind::Enquiry {
                return Err(Refusal::WrongKind {
                    action: "the outcome of an enquiry",
                    wanted: "general enquiries",
                    is: kind.label(),
                });
            }
            let outcomes = &law.settings.enquiry_outcomes;
            Settings::listed("outcomes of enquiries", outcomes, outcome)?;
        }
        if let Some(answer) = &case.enquiry_answered {
            return Err(Refusal::AlreadyDone {
                what: "the answer",
                on: answer.on,
            });
        }
        law.happened(
            "the answer",
            self.sent_on,
            ("the receipt", case.received_on),
        )?;
        let took = u16::try_from(law.elapsed(case.received_on, self.sent_on)?).unwrap_or(u16::MAX);
        let clocks = [LimitId::CouncillorEnquiry, LimitId::SubjectAccess]
            .into_iter()
            .filter_map(|limit| case.clocks.meet(limit, self.sent_on))
            .collect();
        Ok(vec![Fact {
            on: self.sent_on,
            event: Event::EnquiryAnswered {
                took,
                outcome: self.outcome.clone(),
            },
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{contact, day, given};

    fn answer(sent_on: &str, outcome: Option<&str>) -> AnswerEnquiry {
        AnswerEnquiry {
            sent_on: day(sent_on),
            outcome: outcome.map(Code::new),
        }
    }

    #[test]
    fn an_answer_ends_the_clock_and_keeps_the_days_it_took() {
        given([contact(RepresentationKind::ElectedMemberEnquiry)])
            .when(answer("2015-04-14", None))
            .then_met("D-MP", "2015-04-14")
            .then_took(11);
    }

    #[test]
    fn what_came_of_a_general_enquiry_is_kept_with_its_answer() {
        let story = given([
            contact(RepresentationKind::Enquiry),
            answer("2015-04-14", Some("signposted")).into(),
        ]);
        let case = story.case().expect("it is recorded");
        let kept = case.enquiry_answered.as_ref().expect("it is answered");
        assert_eq!(kept.outcome, Some(Code::new("signposted")));
    }

    #[test]
    fn an_outcome_stands_in_the_list_and_belongs_to_a_general_enquiry() {
        given([contact(RepresentationKind::Enquiry)])
            .when(answer("2015-04-14", Some("lost")))
            .then_refused(&Refusal::NotInTheList {
                list: "outcomes of enquiries",
                code: "lost".to_owned(),
                known: "answered, signposted, passed_to_the_team, became_a_complaint, withdrawn"
                    .to_owned(),
            });
        given([contact(RepresentationKind::ElectedMemberEnquiry)])
            .when(answer("2015-04-14", Some("answered")))
            .then_refused(&Refusal::WrongKind {
                action: "the outcome of an enquiry",
                wanted: "general enquiries",
                is: "an MP or councillor enquiry",
            });
    }
}
