//! A protection that reaches a case from another case of the same person.
//!
//! No fact of this case says so: it follows from the judgement that two people are the same, which stands in the
//! authority’s own file. Whoever reads a case lays it over what was folded, so that protecting and matching have the same
//! effect in either order, and a case says what it withholds wherever the protection was recorded.

use jiff::civil::Date;

use super::ProtectionKind;
use crate::case::Case;
use crate::ids::PersonId;

/// How somebody of a case is protected in another of their cases. Which case that is is not said: not everybody who
/// may read this one may know of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProtectedElsewhere {
    /// Who, by the id they have in this case.
    pub person: PersonId,
    /// What protects them.
    pub what: ProtectionKind,
    /// Since when.
    pub since: Date,
}

impl Case {
    /// Lays over the case how its people are protected in other cases. Of two protections of a kind the earlier stays,
    /// and one that the case holds itself stands for all: only which way is safe can differ from case to case.
    pub fn protect_from_elsewhere(
        &mut self,
        reaching: impl IntoIterator<Item = ProtectedElsewhere>,
    ) {
        self.protected_elsewhere.clear();
        for each in reaching {
            let own = self.protected(each.person, each.what).is_some();
            if own && each.what != ProtectionKind::ContactOnlySo {
                continue;
            }
            let mut known = self.protected_elsewhere.iter_mut();
            match known.find(|known| known.person == each.person && known.what == each.what) {
                Some(known) => known.since = known.since.min(each.since),
                None => self.protected_elsewhere.push(each),
            }
        }
    }

    /// Since when the address of somebody is protected, in this case or in another of theirs.
    pub fn address_protected_since(&self, person: PersonId) -> Option<Date> {
        let own = self.protected(person, ProtectionKind::AddressProtected);
        own.map(|own| own.since).or_else(|| {
            let mut elsewhere = self.addresses_elsewhere();
            let reaching = elsewhere.find(|each| each.person == person);
            reaching.map(|each| each.since)
        })
    }

    /// Whether a protection of a kind reaches somebody from another case of theirs.
    pub(super) fn protected_only_elsewhere(&self, person: PersonId, kind: ProtectionKind) -> bool {
        let mut elsewhere = self.protected_elsewhere.iter();
        self.protected(person, kind).is_none()
            && elsewhere.any(|each| each.person == person && each.what == kind)
    }

    pub(super) fn addresses_elsewhere(&self) -> impl Iterator<Item = &ProtectedElsewhere> {
        let elsewhere = self.protected_elsewhere.iter();
        elsewhere.filter(|each| each.what == ProtectionKind::AddressProtected)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::Action;
    use crate::people::Protection;
    use crate::refusal::ProtectionFault;
    use crate::story::{day, fixture, given, protect, record_complaint};

    fn elsewhere(what: ProtectionKind, since: &str) -> ProtectedElsewhere {
        ProtectedElsewhere {
            person: fixture::PARENT,
            what,
            since: day(since),
        }
    }

    fn reached(own: Option<Protection>, reaching: &[ProtectedElsewhere]) -> Case {
        let own = own.map(|what| protect(what, "2015-05-11").into());
        let story = given([record_complaint()].into_iter().chain(own));
        let mut case = story.case().expect("it is recorded").clone();
        case.protect_from_elsewhere(reaching.iter().copied());
        case
    }

    #[test]
    fn an_address_protected_in_another_case_is_withheld_and_can_be_released_here() {
        let address = elsewhere(ProtectionKind::AddressProtected, "2015-05-10");
        for (reaching, withheld) in [
            (Vec::new(), false),
            (vec![address], true),
            (
                vec![elsewhere(ProtectionKind::DoNotContact, "2015-05-10")],
                false,
            ),
        ] {
            let case = reached(None, &reaching);
            assert_eq!(
                case.withheld().any(|each| each == fixture::PARENT),
                withheld
            );
            assert_eq!(case.open_to(Action::ReleaseContact).is_ok(), withheld);
            let since = withheld.then(|| day("2015-05-10"));
            assert_eq!(case.address_protected_since(fixture::PARENT), since);
            assert_eq!(case.address_protected_since(fixture::CHILD), None);
        }
    }

    #[test]
    fn it_is_lifted_only_where_it_was_recorded() {
        let address = elsewhere(ProtectionKind::AddressProtected, "2015-05-10");
        assert_eq!(
            reached(None, &[address]).open_to(Action::LiftProtection),
            Err(ProtectionFault::ProtectedElsewhere.into())
        );
        let own = reached(Some(Protection::AddressProtected), &[address]);
        assert_eq!(own.open_to(Action::LiftProtection), Ok(()));
    }

    #[test]
    fn what_the_case_holds_itself_stands_for_all_but_for_the_safe_way() {
        let address = elsewhere(ProtectionKind::AddressProtected, "2015-05-10");
        let later = elsewhere(ProtectionKind::AddressProtected, "2015-05-12");
        let way = elsewhere(ProtectionKind::ContactOnlySo, "2015-05-10");
        let how = fixture::sealed(91);
        for (own, reaching, left) in [
            (None, vec![later, address, way], vec![address, way]),
            (
                Some(Protection::AddressProtected),
                vec![address, way],
                vec![way],
            ),
            (
                Some(Protection::ContactOnlySo { how }),
                vec![address, way],
                vec![address, way],
            ),
        ] {
            assert_eq!(reached(own, &reaching).protected_elsewhere, left);
        }
        let own = reached(Some(Protection::AddressProtected), &[address]);
        assert_eq!(own.withheld().collect::<Vec<_>>(), [fixture::PARENT]);
    }
}
