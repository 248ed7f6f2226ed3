//! Extend a subject access request.

use jiff::civil::Date;
use statute::limits::LimitId;

use crate::case::Case;
use crate::clock::ClockChange;
use crate::event::{Event, Fact};
use crate::ids::Sealed;
use crate::intake::RepresentationKind;
use crate::law::Law;
use crate::refusal::{Refusal, SubjectAccessFault};

/// Take up to two months more for a complex request, once, and tell the person why.
///
/// Source: UK GDPR art 12(3): within one month of receipt the person is told of the extension and of the reasons.
/// Reading: an extension that was told later, or not at all, is kept on record but is not valid, so that the request
/// counts as late after the first month.
#[derive(Clone, Debug)]
pub struct ExtendSubjectAccess {
    /// The new last day, at most three months from receipt.
    pub to: Date,
    /// The reasons the person was given.
    pub reasons: Sealed,
    /// When the person was told, if they were.
    pub told_on: Option<Date>,
    /// The day it was decided.
    pub on: Date,
}

impl ExtendSubjectAccess {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when it is no such request, was answered or extended before, for a day past the third month or
    /// not later than the first month's last, or an impossible day.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.subject_access_unanswered()?;
        let receipt = ("the receipt", case.received_on);
        law.happened("the extension", self.on, receipt)?;
        if let Some(told_on) = self.told_on {
            law.happened("telling of the extension", told_on, receipt)?;
        }
        let limit = LimitId::SubjectAccess;
        let clock = case.clocks.running_of(limit).ok_or(Refusal::WrongKind {
            action: ACTION,
            wanted: "requests whose time runs",
            is: "a request without a time limit",
        })?;
        if let Some(extension) = clock.extended {
            return Err(SubjectAccessFault::AlreadyExtended(extension.to).into());
        }
        let (asked, due) = (self.to, clock.due.due_on);
        if asked <= due {
            return Err(SubjectAccessFault::NotLater { asked, due }.into());
        }
        let latest = clock.due.latest_on.unwrap_or(due);
        if asked > latest {
            return Err(SubjectAccessFault::PastThreeMonths { asked, latest }.into());
        }
        let in_time = |day: Date| day <= due;
        let valid = in_time(self.on) && self.told_on.is_some_and(in_time);
        Ok(vec![Fact {
            on: self.on,
            event: Event::SubjectAccessExtended {
                to: self.to,
                reasons: self.reasons.clone(),
                told_on: self.told_on,
            },
            clocks: vec![ClockChange::Extended {
                limit,
                to: self.to,
                valid,
            }],
        }])
    }
}

const ACTION: &str = "more time";

impl Case {
    /// Refuses what is only for a subject access request that waits for its answer.
    pub(crate) fn subject_access_unanswered(&self) -> Result<(), Refusal> {
        let kind = self.representation.kind;
        if kind != RepresentationKind::SubjectAccessRequest {
            return Err(Refusal::WrongKind {
                action: ACTION,
                wanted: "subject access requests",
                is: kind.label(),
            });
        }
        self.still_open()?;
        match &self.enquiry_answered {
            Some(answer) => Err(Refusal::AlreadyDone {
                what: "the answer",
                on: answer.on,
            }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Command;
    use crate::closure::NextRight;
    use crate::registers::AnswerEnquiry;
    use crate::story::{Given, close, contact, day, fixture, given, record_complaint};

    /// Received on 26 March 2015: one month ends on Sunday 26 April, three on 26 June.
    fn requested() -> Given {
        given([contact(RepresentationKind::SubjectAccessRequest)])
    }

    fn extend(to: &str, told_on: Option<&str>, on: &str) -> Command {
        ExtendSubjectAccess {
            to: day(to),
            reasons: fixture::sealed(72),
            told_on: told_on.map(day),
            on: day(on),
        }
        .into()
    }

    fn answer(on: &str) -> Command {
        AnswerEnquiry::on(day(on)).into()
    }

    #[test]
    fn three_months_from_the_receipt_are_the_most() {
        requested()
            .when(extend("2015-06-26", Some("2015-04-20"), "2015-04-20"))
            .then_due("D-SAR", "2015-06-26");
        requested()
            .when(extend("2015-06-27", Some("2015-04-20"), "2015-04-20"))
            .then_refused(&Refusal::SubjectAccess(
                SubjectAccessFault::PastThreeMonths {
                    asked: day("2015-06-27"),
                    latest: day("2015-06-26"),
                },
            ));
        let not_later = |asked| {
            Refusal::SubjectAccess(SubjectAccessFault::NotLater {
                asked,
                due: day("2015-04-26"),
            })
        };
        requested()
            .when(extend("2015-04-26", Some("2015-04-20"), "2015-04-20"))
            .then_refused(&not_later(day("2015-04-26")));
        requested()
            .when(extend("2015-04-27", Some("2015-04-20"), "2015-04-20"))
            .then_due("D-SAR", "2015-04-27");
    }

    #[test]
    fn what_is_told_within_the_first_month_is_valid_and_later_or_not_at_all_it_is_on_record() {
        let row = |told_on, on| {
            let then = requested().when(extend("2015-06-26", told_on, on));
            let after = then.after();
            let clock = after.clocks.latest(LimitId::SubjectAccess);
            clock.expect("it runs").due_on()
        };
        let (first, extended) = (day("2015-04-26"), day("2015-06-26"));
        assert_eq!(row(Some("2015-04-26"), "2015-04-26"), extended);
        assert_eq!(row(Some("2015-04-27"), "2015-04-26"), first);
        assert_eq!(row(Some("2015-04-27"), "2015-04-27"), first);
        assert_eq!(row(None, "2015-04-20"), first);
    }

    #[test]
    fn there_is_no_second_extension_and_none_after_the_answer() {
        requested()
            .and(extend("2015-05-26", Some("2015-04-20"), "2015-04-20"))
            .when(extend("2015-06-26", Some("2015-04-21"), "2015-04-21"))
            .then_refused(&Refusal::SubjectAccess(
                SubjectAccessFault::AlreadyExtended(day("2015-05-26")),
            ));
        requested()
            .and(answer("2015-04-20"))
            .when(extend("2015-06-26", Some("2015-04-21"), "2015-04-21"))
            .then_refused(&Refusal::AlreadyDone {
                what: "the answer",
                on: day("2015-04-20"),
            });
        let wrong = |is| Refusal::WrongKind {
            action: ACTION,
            wanted: "subject access requests",
            is,
        };
        given([record_complaint()])
            .when(extend("2015-06-26", None, "2015-04-20"))
            .then_refused(&wrong("a complaint"));
        given([contact(RepresentationKind::Enquiry)])
            .when(extend("2015-06-26", None, "2015-04-20"))
            .then_refused(&wrong("an enquiry"));
    }

    #[test]
    fn a_request_is_answered_before_it_is_closed() {
        requested()
            .when(close("2015-04-20"))
            .then_refused(&Refusal::NotReadyToClose(
                "the request has not been answered",
            ));
        let answered = || requested().and(answer("2015-04-20"));
        let closed = answered().when(close("2015-04-21")).after().closed;
        let right = closed.map(|(_, closed)| closed.next_right);
        assert_eq!(right, Some(NextRight::None));
    }

    #[test]
    fn an_answer_in_the_month_or_in_the_extended_time_is_not_late() {
        let late = |given: Given, on: &str| {
            let then = given.when(answer(on));
            then.then_met("D-SAR", on);
            let after = then.after();
            let clock = after.clocks.latest(LimitId::SubjectAccess);
            clock.expect("it ran").is_late(day("2015-12-31"))
        };
        assert!(!late(requested(), "2015-04-26"));
        assert!(late(requested(), "2015-04-27"));
        let extended = || requested().and(extend("2015-05-26", Some("2015-04-20"), "2015-04-20"));
        assert!(!late(extended(), "2015-05-26"));
        assert!(late(extended(), "2015-05-27"));
    }
}
