//! Review a restriction on contact.

use jiff::civil::Date;

use super::restriction::{check_term, check_told};
use super::{LetterPart, RestrictionReviewed, ReviewOutcome};
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId};
use crate::law::Law;
use crate::refusal::{ContactFault, Refusal};

/// Look again whether somebody's contact has to stay restricted; end the restriction, or go on with the same
/// measures for a time. Other measures are another decision: end it and restrict anew.
///
/// Source: LGSCO guidance on unreasonable behaviour, as councils adopt it: each measure ends, and somebody
/// looks at it again on a day that was set. Going on is a decision like the first, in writing and with a way to
/// challenge it; no further warning is asked for.
#[derive(Clone, Debug)]
pub struct ReviewRestriction {
    /// The complainant.
    pub person: PersonId,
    /// Whether it goes on.
    pub outcome: ReviewOutcome,
    /// Who decided.
    pub decided_by: AccountId,
    /// The director who approved it; needed for a child whose restriction goes on.
    pub approved_by_director: Option<AccountId>,
    /// What the letter to the person says; needed when it goes on.
    pub told: Vec<LetterPart>,
    /// The day of the review.
    pub on: Date,
}

impl ReviewRestriction {
    /// Decides and changes nothing.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] when no restriction of the person is in force that day, the new last day or the next
    /// review is on an impossible day, the letter leaves something out, or the wrong people decide.
    pub fn decide(&self, case: &Case, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
        case.complaint("reviewing a restriction")?;
        let restriction = case
            .unended_restriction(self.person)
            .ok_or_else(|| case.nothing_to_review(self.person))?;
        law.happened(
            "the review",
            self.on,
            (
                "the last decision on this restriction",
                restriction.last_decided_on(),
            ),
        )?;
        if !restriction.is_in_force(self.on) {
            return Err(ContactFault::NotRestricted.into());
        }
        match &self.outcome {
            ReviewOutcome::Ended => case.decides_on_others(self.decided_by)?,
            ReviewOutcome::Continued {
                until, review_on, ..
            } => {
                check_term(self.on, *until, *review_on)?;
                check_told(&self.told)?;
                case.may_restrict(
                    self.person,
                    self.decided_by,
                    self.approved_by_director,
                    law.settings,
                )?;
            }
        }
        let reviewed = RestrictionReviewed {
            person: self.person,
            outcome: self.outcome.clone(),
            decided_by: self.decided_by,
            approved_by_director: self.approved_by_director,
            told: self.told.clone(),
        };
        let event = Event::RestrictionReviewed(Box::new(reviewed));
        Ok(vec![Fact::new(self.on, event)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Action, Command};
    use crate::people::{RestrictContact, Restriction};
    use crate::refusal::DecisionFault;
    use crate::story::{child_complains, day, fixture, given, record_complaint, restrict_contact};

    fn review(outcome: ReviewOutcome, on: &str) -> ReviewRestriction {
        ReviewRestriction {
            person: fixture::PARENT,
            outcome,
            decided_by: fixture::MR_LEE,
            approved_by_director: None,
            told: LetterPart::ALL.to_vec(),
            on: day(on),
        }
    }

    fn goes_on(until: &str, review_on: &str) -> ReviewOutcome {
        ReviewOutcome::Continued {
            until: day(until),
            review_on: day(review_on),
            reasons: fixture::sealed(91),
        }
    }

    /// In force from 11 May to 11 November 2015, to be reviewed by 11 August.
    fn restricted() -> [Command; 2] {
        [record_complaint(), restrict_contact("2015-05-11").into()]
    }

    #[test]
    fn only_what_is_in_force_is_reviewed() {
        given([record_complaint()])
            .when(review(ReviewOutcome::Ended, "2015-08-11"))
            .then_refused(&ContactFault::NotRestricted.into());
        let stranger = ReviewRestriction {
            person: fixture::CHILD,
            ..review(ReviewOutcome::Ended, "2015-08-11")
        };
        given(restricted())
            .when(stranger)
            .then_refused(&ContactFault::NotRestricted.into());
        given(restricted())
            .when(review(ReviewOutcome::Ended, "2015-11-11"))
            .then_accepted();
        given(restricted())
            .when(review(ReviewOutcome::Ended, "2015-11-12"))
            .then_refused(&ContactFault::NotRestricted.into());
        given(restricted())
            .when(review(ReviewOutcome::Ended, "2015-05-10"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the review",
                on: day("2015-05-10"),
                earliest: "the last decision on this restriction",
                earliest_on: day("2015-05-11"),
            });
    }

    #[test]
    fn nothing_is_reviewed_where_nobody_is_restricted() {
        let open = |commands: &[Command]| {
            let case = given(commands.to_vec()).case().expect("it is recorded");
            case.open_to(Action::ReviewRestriction)
        };
        let refused = Err(ContactFault::NotRestricted.into());
        assert_eq!(open(&[record_complaint()]), refused);
        assert_eq!(open(&restricted()), Ok(()));
        let [recorded, restrict] = restricted();
        let ended = review(ReviewOutcome::Ended, "2015-06-01").into();
        assert_eq!(open(&[recorded, restrict, ended]), refused);
    }

    #[test]
    fn a_review_ends_it_that_day_or_gives_it_other_days() {
        let ended = given(restricted()).when(review(ReviewOutcome::Ended, "2015-08-11"));
        let case = ended.after();
        for (today, in_force) in [("2015-08-10", true), ("2015-08-11", false)] {
            let restriction = case.restricted(fixture::PARENT, day(today));
            assert_eq!(restriction.is_some(), in_force, "{today}");
        }
        let longer = review(goes_on("2016-02-11", "2015-11-30"), "2015-08-11");
        let case = given(restricted()).when(longer).after();
        for (today, review_on) in [
            ("2015-11-12", Some("2015-11-30")),
            ("2016-02-11", Some("2015-11-30")),
            ("2016-02-12", None),
        ] {
            let restriction = case.restricted(fixture::PARENT, day(today));
            let due = restriction.map(Restriction::review_on);
            assert_eq!(due, review_on.map(day), "{today}");
        }
        let restriction = &case.restrictions[0];
        assert!(!restriction.review_is_overdue(day("2015-11-30")));
        assert!(restriction.review_is_overdue(day("2015-12-01")));
    }

    #[test]
    fn it_may_go_on_more_than_once_and_the_reviews_stay_in_order() {
        let [recorded, restrict] = restricted();
        let first = review(goes_on("2016-02-11", "2015-11-30"), "2015-08-11");
        let history = [recorded, restrict, first.into()];
        given(history.clone())
            .when(review(goes_on("2016-02-28", "2016-02-11"), "2015-08-10"))
            .then_refused(&Refusal::BeforeItCould {
                what: "the review",
                on: day("2015-08-10"),
                earliest: "the last decision on this restriction",
                earliest_on: day("2015-08-11"),
            });
        let second = review(goes_on("2016-02-28", "2016-02-11"), "2015-11-30");
        let case = given(history).when(second).after();
        assert_eq!(case.restrictions[0].reviews.len(), 2);
        assert_eq!(case.restrictions[0].until(), day("2016-02-28"));
    }

    #[test]
    fn going_on_has_the_same_limits_as_the_decision() {
        let on = "2015-08-11";
        let rows = [
            ("2016-08-11", "2016-08-11", None),
            (
                "2016-08-12",
                "2016-08-11",
                Some(ContactFault::TooLong {
                    until: day("2016-08-12"),
                    longest: day("2016-08-11"),
                }),
            ),
            ("2015-08-12", "2015-08-12", None),
            (
                "2015-08-11",
                "2015-08-11",
                Some(ContactFault::EndsTooSoon {
                    on: day(on),
                    until: day("2015-08-11"),
                }),
            ),
            (
                "2015-12-01",
                "2015-12-02",
                Some(ContactFault::ReviewOutside {
                    review_on: day("2015-12-02"),
                    on: day(on),
                    until: day("2015-12-01"),
                }),
            ),
        ];
        for (until, review_on, fault) in rows {
            let then = given(restricted()).when(review(goes_on(until, review_on), on));
            match fault {
                Some(fault) => then.then_refused(&fault.into()),
                None => then.then_accepted(),
            }
        }
        let untold = |outcome| ReviewRestriction {
            told: vec![LetterPart::Decision, LetterPart::Challenge],
            ..review(outcome, on)
        };
        given(restricted())
            .when(untold(goes_on("2015-12-01", "2015-12-01")))
            .then_refused(&ContactFault::NotTold(LetterPart::Ombudsman).into());
        given(restricted())
            .when(untold(ReviewOutcome::Ended))
            .then_accepted();
    }

    #[test]
    fn a_childs_restriction_goes_on_with_a_director_and_ends_without() {
        let child = |outcome, approved_by_director| {
            let restrict = RestrictContact {
                person: fixture::CHILD,
                approved_by_director: Some(fixture::MS_HALL),
                ..restrict_contact("2015-05-11")
            };
            let review = ReviewRestriction {
                person: fixture::CHILD,
                approved_by_director,
                ..review(outcome, "2015-08-11")
            };
            given([child_complains(), restrict.into()]).when(review)
        };
        let on = || goes_on("2015-12-01", "2015-12-01");
        child(on(), None).then_refused(&ContactFault::ChildWithoutDirector.into());
        child(on(), Some(fixture::MS_HALL)).then_accepted();
        child(on(), Some(fixture::MR_LEE)).then_refused(&ContactFault::OneForBoth.into());
        child(ReviewOutcome::Ended, None).then_accepted();
    }

    #[test]
    fn nobody_reviews_it_who_is_complained_about() {
        let mut complaint = fixture::complaint();
        complaint.complained_about = vec![fixture::MS_HALL];
        let history: [Command; 2] = [complaint.into(), restrict_contact("2015-05-11").into()];
        for outcome in [ReviewOutcome::Ended, goes_on("2015-12-01", "2015-12-01")] {
            let by = |decided_by| ReviewRestriction {
                decided_by,
                ..review(outcome.clone(), "2015-08-11")
            };
            given(history.clone())
                .when(by(fixture::MS_HALL))
                .then_refused(&DecisionFault::DecidesOnThemselves.into());
            given(history.clone())
                .when(by(fixture::MR_LEE))
                .then_accepted();
        }
    }
}
