//! Who of a case is one person under several ids: an advocate typed by name here who is in a pool, a colleague who
//! complains as a parent.
//!
//! No fact of the case says so. It follows from the judgements in the authority’s own file, and whoever reads a case lays
//! it over, so that nobody gets round the rules on independence by bearing a second id.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::ids::{AccountId, PersonId};

impl Case {
    /// Lays over the case which ids are one person, each set of them once.
    pub fn know_as(&mut self, one_person: impl IntoIterator<Item = BTreeSet<PersonId>>) {
        self.known_as = one_person.into_iter().collect();
        self.known_as.sort();
        self.known_as.dedup();
    }

    /// One id for everybody who is the same person, by which two are compared.
    pub(crate) fn one_id(&self, person: PersonId) -> PersonId {
        let mut known = self.known_as.iter();
        let known = known.find(|ids| ids.contains(&person));
        known.and_then(|ids| ids.first().copied()).unwrap_or(person)
    }

    /// Whether somebody who works with the record is one of the people of the case: complains in it, is a child it is
    /// about, or is whom an elected member writes about.
    pub fn is_the_own_case_of(&self, account: AccountId) -> bool {
        let one = self.one_id(account.into());
        let people = self.people_with_particulars();
        let mut people = people.into_iter().map(|person| self.one_id(person));
        people.any(|person| person == one)
    }
}

#[cfg(test)]
mod tests {
    use statute::procedure::Role;
    use statute::working_days::{Calendar, Region};

    use super::*;
    use crate::investigation::{AppointInvestigators, InvestigatorsAppointed};
    use crate::law::Law;
    use crate::refusal::Refusal;
    use crate::story::{at_investigation, day, fixture, given};

    /// The complaint at Stage 2 in which these ids are one person.
    fn known(one_person: &[PersonId]) -> Case {
        let mut case = given(at_investigation()).case().expect("it is recorded");
        case.representation.complained_about = vec![fixture::MR_LEE];
        case.know_as([one_person.iter().copied().collect()]);
        case
    }

    #[test]
    fn a_colleague_matched_with_one_of_the_people_is_in_their_own_case_and_nobody_else_is() {
        let account = fixture::MS_HALL;
        for (one_person, own) in [
            (vec![], false),
            (vec![fixture::PARENT, account.into()], true),
            (vec![fixture::CHILD, account.into()], true),
            (vec![fixture::MS_OKAFOR, account.into()], false),
            (vec![fixture::PARENT, fixture::MR_LEE.into()], false),
        ] {
            assert_eq!(
                known(&one_person).is_the_own_case_of(account),
                own,
                "{one_person:?}"
            );
        }
    }

    #[test]
    fn who_is_barred_is_barred_under_every_id_they_are_known_by() {
        let settings = fixture::settings();
        let law = Law {
            calendar: Calendar::of(Region::EnglandAndWales),
            settings: &settings,
            today: day("2015-06-01"),
        };
        let appoint = AppointInvestigators {
            appointed: InvestigatorsAppointed::new(fixture::MS_OKAFOR, fixture::MR_LANE),
            on: day("2015-05-08"),
        };
        let rows = [
            (vec![], None),
            // A colleague complained about is in the pool under another id.
            (
                vec![fixture::MR_LEE.into(), fixture::MR_LANE],
                Some((Role::IndependentPerson, Role::ComplainedAbout)),
            ),
            // Two names, one person.
            (
                vec![fixture::MS_OKAFOR, fixture::MR_LANE],
                Some((Role::InvestigatingOfficer, Role::IndependentPerson)),
            ),
            // That somebody complains is no part the Regulations bar; the page points it out.
            (vec![fixture::PARENT, fixture::MR_LANE], None),
        ];
        for (one_person, barred) in rows {
            let decided = appoint.decide(&known(&one_person), &law);
            let found = if let Err(Refusal::Barred { part, other, .. }) = &decided {
                Some((*part, *other))
            } else {
                assert!(decided.is_ok(), "{decided:?}");
                None
            };
            assert_eq!(found, barred, "{one_person:?}");
        }
    }
}
