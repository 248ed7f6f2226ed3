//! Which people of different cases are the same person, and which are two different people, as people judged it.
//!
//! A judgement joins two people or tells them apart and is taken back by itself; who belongs together follows from the
//! judgements that stand. Nothing is merged, so taking a judgement back gives what was before, in whatever order they
//! were made. Nobody is judged to be the same as somebody they are told apart from, nor through a third person.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, Reference};

/// Somebody in a case, or somebody whom the authority’s own file knows by one id in every case: who is in a pool or works
/// with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CasePerson {
    /// The case; [`Reference::AUTHORITY_FILE`] for somebody of the authority.
    pub case: Reference,
    /// Who in it.
    pub person: PersonId,
}

impl CasePerson {
    /// Somebody who is in a pool or works with the record, by the id they have in every case.
    pub const fn of_the_authority(person: PersonId) -> Self {
        Self {
            case: Reference::AUTHORITY_FILE,
            person,
        }
    }

    /// Whether it is somebody of the authority and of no single case.
    pub fn is_of_the_authority(self) -> bool {
        self.case == Reference::AUTHORITY_FILE
    }
}

/// Two people of cases, the one that sorts first at first: which was named first is no matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pair([CasePerson; 2]);

impl Pair {
    /// The pair of two.
    pub fn of(one: CasePerson, other: CasePerson) -> Self {
        Self([one.min(other), one.max(other)])
    }

    /// Both.
    pub const fn both(self) -> [CasePerson; 2] {
        self.0
    }
}

/// The judgements that stand, each with its day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    stand: BTreeMap<Pair, Date>,
    apart: BTreeMap<Pair, Date>,
}

impl Matches {
    /// When two people were judged to be the same, if that stands.
    pub fn judged(&self, pair: Pair) -> Option<Date> {
        self.stand.get(&pair).copied()
    }

    /// Copies a judgement.
    pub(crate) fn join(&mut self, on: Date, pair: Pair) {
        self.stand.insert(pair, on);
    }

    /// Copies that a judgement was taken back.
    pub(crate) fn part(&mut self, pair: Pair) {
        self.stand.remove(&pair);
    }

    /// When two people were judged to be different people, if that stands.
    pub fn told_apart(&self, pair: Pair) -> Option<Date> {
        self.apart.get(&pair).copied()
    }

    /// Copies that two were told apart.
    pub(crate) fn tell_apart(&mut self, on: Date, pair: Pair) {
        self.apart.insert(pair, on);
    }

    /// Copies that telling them apart was taken back.
    pub(crate) fn take_back_tell_apart(&mut self, pair: Pair) {
        self.apart.remove(&pair);
    }

    /// When two people were told apart of whom judging this pair to be the same would make one: the pair itself, or
    /// somebody who is the same as the one and somebody who is the same as the other.
    pub fn kept_apart(&self, pair: Pair) -> Option<Date> {
        let [one, other] = pair.0.map(|person| self.same_as(person));
        let mut apart = self.apart.iter();
        let standing = apart.find(|(Pair([first, second]), _)| {
            (one.contains(first) && other.contains(second))
                || (one.contains(second) && other.contains(first))
        });
        standing.map(|(_, on)| *on)
    }

    /// The judgements that somebody, or anybody who is the same person, is different from somebody else, in the order
    /// of the cases.
    pub fn apart_from(&self, person: CasePerson) -> Vec<(Pair, Date)> {
        let same = self.same_as(person);
        let about = self
            .apart
            .iter()
            .filter(|(pair, _)| pair.0.iter().any(|each| same.contains(each)));
        about.map(|(pair, on)| (*pair, *on)).collect()
    }

    /// Everybody of the authority who is the same person as somebody else.
    pub fn of_the_authority(&self) -> BTreeSet<CasePerson> {
        let people = self.stand.keys().flat_map(|pair| pair.0);
        people.filter(|each| each.is_of_the_authority()).collect()
    }

    /// Everybody who is the same person as this one, themselves among them, in the order of the cases.
    pub fn same_as(&self, person: CasePerson) -> BTreeSet<CasePerson> {
        let mut same = BTreeSet::from([person]);
        let mut reached = vec![person];
        while let Some(next) = reached.pop() {
            for Pair([one, other]) in self.stand.keys() {
                let beyond = if *one == next {
                    *other
                } else if *other == next {
                    *one
                } else {
                    continue;
                };
                if same.insert(beyond) {
                    reached.push(beyond);
                }
            }
        }
        same
    }

    /// The judgements by which somebody is the same person as others, in the order of the cases.
    pub fn judgements(&self, person: CasePerson) -> Vec<(Pair, Date)> {
        let same = self.same_as(person);
        let within = self
            .stand
            .iter()
            .filter(|(pair, _)| same.contains(&pair.0[0]));
        within.map(|(pair, on)| (*pair, *on)).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn person(number: u8) -> CasePerson {
        CasePerson {
            case: Reference(u64::from(number)),
            person: PersonId(Uuid::from_u128(u128::from(number))),
        }
    }

    fn pairs() -> impl Strategy<Value = Vec<Pair>> {
        let pair = (0..8_u8, 0..8_u8).prop_filter("two people", |(one, other)| one != other);
        prop::collection::vec(
            pair.prop_map(|(one, other)| Pair::of(person(one), person(other))),
            0..12,
        )
    }

    fn joined(pairs: &[Pair]) -> Matches {
        judged(pairs, &[])
    }

    fn judged(same: &[Pair], different: &[Pair]) -> Matches {
        let mut matches = Matches::default();
        for pair in same {
            matches.join(date(2026, 3, 2), *pair);
        }
        for pair in different {
            matches.tell_apart(date(2026, 3, 2), *pair);
        }
        matches
    }

    proptest! {
        #[test]
        fn taking_a_judgement_back_gives_what_was_before(
            same in pairs(), different in pairs(), one in 0..8_u8, other in 0..8_u8,
        ) {
            let pair = Pair::of(person(one), person(other));
            let before = judged(&same, &different);
            prop_assume!(one != other && before.judged(pair).is_none() && before.told_apart(pair).is_none());
            let mut after = before.clone();
            after.join(date(2026, 3, 3), pair);
            prop_assert!(after.same_as(person(one)).contains(&person(other)));
            after.part(pair);
            prop_assert_eq!(&after, &before);
            after.tell_apart(date(2026, 3, 3), pair);
            prop_assert!(after.kept_apart(pair).is_some());
            after.take_back_tell_apart(pair);
            prop_assert_eq!(after, before);
        }

        #[test]
        fn the_order_of_judgements_is_no_matter(
            entries in prop::collection::vec((any::<bool>(), 0..8_u8, 0..8_u8), 0..16),
        ) {
            let made = |entries: &[(bool, u8, u8)]| {
                let mut matches = Matches::default();
                for (same, one, other) in entries {
                    let pair = Pair::of(person(*one), person(*other));
                    if *same {
                        matches.join(date(2026, 3, 2), pair);
                    } else {
                        matches.tell_apart(date(2026, 3, 2), pair);
                    }
                }
                matches
            };
            let turned: Vec<_> = entries.iter().rev().copied().collect();
            let named_the_other_way: Vec<_> =
                entries.iter().map(|(same, one, other)| (*same, *other, *one)).collect();
            prop_assert_eq!(made(&entries), made(&turned));
            prop_assert_eq!(made(&entries), made(&named_the_other_way));
        }

        #[test]
        fn a_pair_is_kept_apart_exactly_when_judging_it_the_same_would_join_two_told_apart(
            same in pairs(), different in pairs(), one in 0..8_u8, other in 0..8_u8,
        ) {
            let torn = |matches: &Matches| {
                let mut different = different.iter();
                different.any(|Pair([one, other])| matches.same_as(*one).contains(other))
            };
            let matches = judged(&same, &different);
            prop_assume!(one != other && !torn(&matches));
            let pair = Pair::of(person(one), person(other));
            let mut joined = matches.clone();
            joined.join(date(2026, 3, 3), pair);
            prop_assert_eq!(matches.kept_apart(pair).is_some(), torn(&joined));
        }

        #[test]
        fn everybody_is_in_one_group_and_it_is_the_same_whoever_asks(pairs in pairs()) {
            let matches = joined(&pairs);
            for number in 0..8 {
                let group = matches.same_as(person(number));
                prop_assert!(group.contains(&person(number)));
                for other in &group {
                    prop_assert_eq!(&matches.same_as(*other), &group);
                }
            }
        }
    }

    #[test]
    fn two_are_the_same_through_a_third_until_one_judgement_is_taken_back() {
        let (first, second) = (
            Pair::of(person(1), person(2)),
            Pair::of(person(3), person(2)),
        );
        let mut matches = joined(&[first, second]);
        assert_eq!(
            matches.same_as(person(1)),
            BTreeSet::from([1, 2, 3].map(person))
        );
        assert_eq!(matches.judgements(person(3)).len(), 2);
        matches.part(second);
        assert_eq!(
            matches.same_as(person(1)),
            BTreeSet::from([1, 2].map(person))
        );
        assert_eq!(matches.same_as(person(3)), BTreeSet::from([person(3)]));
        assert!(matches.judgements(person(3)).is_empty());
    }
}
