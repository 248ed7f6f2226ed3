//! Answer an enquiry.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::refusal::Refusal;

/// Record the answer to an enquiry, to a letter from an elected member or to a subject access request.
#[derive(Clone, Copy, Debug)]
pub struct AnswerEnquiry {
    /// The day it was sent.
    pub sent_on: Date,
}

impl AnswerEnquiry {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no enquiry, was answered before, or the day is impossible.
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
            | RepresentationKind::SettledAtFirstContact => {
                return Err(Refusal::WrongKind {
                    action: "an answer",
                    wanted: "enquiries",
                    is: kind.label(),
                });
            }
        }
        case.still_open()?;
        if let Some(answer) = case.enquiry_answered {
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
            event: Event::EnquiryAnswered { took },
            clocks,
        }])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::{contact, day, given};

    #[test]
    fn an_answer_ends_the_clock_and_keeps_the_days_it_took() {
        given([contact(RepresentationKind::ElectedMemberEnquiry)])
            .when(AnswerEnquiry {
                sent_on: day("2015-04-14"),
            })
            .then_met("D-MP", "2015-04-14")
            .then_took(11);
    }
}
