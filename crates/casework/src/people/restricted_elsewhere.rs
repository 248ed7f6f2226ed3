//! A restriction on contact that reaches a case from another case of the same person.
//!
//! It binds the person and the channel, so it holds in every case that was judged to be theirs. Like a protection it is
//! no fact of those cases: whoever reads one lays it over. It is reviewed and ended where it was recorded, and nothing
//! that decides on a complaint asks for it.

use jiff::civil::Date;

use super::Restriction;
use crate::case::Case;
use crate::ids::{PersonId, Reference};
use crate::refusal::{ContactFault, Refusal};

/// How somebody of a case is restricted in another of their cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestrictedElsewhere {
    /// Who, by the id they have in this case.
    pub person: PersonId,
    /// The case it was recorded in; `None` for a reader who may not open that one.
    pub recorded_in: Option<Reference>,
    /// What was decided there, and what came of each review.
    pub restriction: Restriction,
}

impl Case {
    /// Lays over the case how its people are restricted in other cases, in the order of those decisions.
    pub fn restrict_from_elsewhere(
        &mut self,
        reaching: impl IntoIterator<Item = RestrictedElsewhere>,
    ) {
        self.restricted_elsewhere = reaching.into_iter().collect();
        let decided = |each: &RestrictedElsewhere| (each.restriction.since, each.recorded_in);
        self.restricted_elsewhere.sort_by_key(decided);
    }

    /// What another case of somebody restricts on a day.
    pub fn restricted_from_elsewhere(
        &self,
        person: PersonId,
        today: Date,
    ) -> impl Iterator<Item = &RestrictedElsewhere> {
        let elsewhere = self.restricted_elsewhere.iter();
        elsewhere.filter(move |each| each.person == person && each.restriction.is_in_force(today))
    }

    /// Why this case has no restriction of somebody to review: there is none, or it is in another case.
    pub(super) fn nothing_to_review(&self, person: PersonId) -> ContactFault {
        let mut elsewhere = self.restricted_elsewhere.iter();
        if elsewhere.any(|each| each.person == person && each.restriction.ended_on().is_none()) {
            ContactFault::RestrictedElsewhere
        } else {
            ContactFault::NotRestricted
        }
    }

    /// Refuses where this case restricts nobody whose restriction no review has ended, and says whether another does.
    pub(crate) fn open_to_review(&self, label: &'static str) -> Result<(), Refusal> {
        self.complaint(label)?;
        let mut elsewhere = self.restricted_elsewhere.iter();
        if self.has_unended_restriction() {
            Ok(())
        } else if elsewhere.any(|each| each.restriction.ended_on().is_none()) {
            Err(ContactFault::RestrictedElsewhere.into())
        } else {
            Err(ContactFault::NotRestricted.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use statute::working_days::{Calendar, Region};

    use super::*;
    use crate::action::Action;
    use crate::law::Law;
    use crate::people::{LetterPart, ReviewOutcome, ReviewRestriction};
    use crate::story::{day, fixture, given, record_complaint, restrict_contact};

    /// In force from 11 May to 11 November 2015.
    fn elsewhere(reviews: &[ReviewRestriction]) -> RestrictedElsewhere {
        let recorded = [record_complaint(), restrict_contact("2015-05-11").into()];
        let reviews = reviews.iter().cloned().map(Into::into);
        let story = given(recorded.into_iter().chain(reviews));
        let case = story.case().expect("it is recorded");
        RestrictedElsewhere {
            person: fixture::PARENT,
            recorded_in: Some(Reference(7)),
            restriction: case.restrictions[0].clone(),
        }
    }

    fn reached(reaching: RestrictedElsewhere) -> Case {
        let story = given([record_complaint()]);
        let mut case = story.case().expect("it is recorded");
        case.restrict_from_elsewhere([reaching]);
        case
    }

    fn review(outcome: ReviewOutcome) -> ReviewRestriction {
        ReviewRestriction {
            person: fixture::PARENT,
            outcome,
            decided_by: fixture::MR_LEE,
            approved_by_director: None,
            told: LetterPart::ALL.to_vec(),
            on: day("2015-08-11"),
        }
    }

    #[test]
    fn what_another_case_restricts_holds_here_from_its_first_day_to_its_last() {
        let ended = elsewhere(&[review(ReviewOutcome::Ended)]);
        let rows = [
            (elsewhere(&[]), "2015-05-10", false),
            (elsewhere(&[]), "2015-05-11", true),
            (elsewhere(&[]), "2015-11-11", true),
            (elsewhere(&[]), "2015-11-12", false),
            (ended.clone(), "2015-08-10", true),
            (ended, "2015-08-11", false),
        ];
        for (reaching, on, holds) in rows {
            let case = reached(reaching);
            let reach = |person| case.restricted_from_elsewhere(person, day(on)).count();
            assert_eq!(reach(fixture::PARENT), usize::from(holds), "{on}");
            assert_eq!(reach(fixture::CHILD), 0, "{on}");
            assert_eq!(case.restricted(fixture::PARENT, day(on)), None, "{on}");
        }
    }

    #[test]
    fn a_restriction_is_reviewed_only_where_it_was_recorded() {
        let refused = Err(ContactFault::RestrictedElsewhere.into());
        let case = reached(elsewhere(&[]));
        assert_eq!(case.open_to(Action::ReviewRestriction), refused);
        let settings = fixture::settings();
        let law = Law {
            calendar: Calendar::of(Region::EnglandAndWales),
            settings: &settings,
            today: day("2015-08-11"),
        };
        let ends = review(ReviewOutcome::Ended);
        assert_eq!(ends.decide(&case, &law).map(drop), refused);
        let of_another = ReviewRestriction {
            person: fixture::CHILD,
            ..ends
        };
        assert_eq!(
            of_another.decide(&case, &law).map(drop),
            Err(ContactFault::NotRestricted.into())
        );
        let ended = reached(elsewhere(&[review(ReviewOutcome::Ended)]));
        let nothing = Err(ContactFault::NotRestricted.into());
        assert_eq!(ended.open_to(Action::ReviewRestriction), nothing);
    }
}
