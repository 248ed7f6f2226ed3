//! People of several cases: judged to be the same, or told apart, by entries in the authority’s own file.

use crate::kept::{day, decide};
use casework::authority_file::{AuthorityFile, FileCommand, NotKept};
use casework::ids::{PersonId, Reference};
use casework::people::{
    CasePerson, MatchPerson, Pair, TakeBackTellApart, TellApart, UnmatchPerson,
};

fn who(number: u64) -> CasePerson {
    CasePerson {
        case: Reference(number),
        person: PersonId(uuid::Uuid::from_u128(u128::from(number))),
    }
}

#[test]
fn people_are_judged_the_same_once_and_that_is_taken_back_once() {
    let people = Pair::of(who(2), who(1));
    assert_eq!(people, Pair::of(who(1), who(2)));
    let match_on = |people, on: &str| {
        FileCommand::MatchPerson(MatchPerson {
            people,
            on: day(on),
        })
    };
    let part_on = |on: &str| {
        FileCommand::UnmatchPerson(UnmatchPerson {
            people,
            on: day(on),
        })
    };
    let empty = AuthorityFile::default();
    let twice = match_on(Pair::of(who(1), who(1)), "2016-05-31");
    assert_eq!(decide(&empty, &twice), Err(NotKept::NothingNew));
    assert_eq!(
        decide(&empty, &part_on("2016-05-31")),
        Err(NotKept::NotMatched)
    );
    let facts = decide(&empty, &match_on(people, "2016-05-30")).expect("they are two");
    let matched = AuthorityFile::fold(&facts);
    assert_eq!(
        decide(&matched, &match_on(people, "2016-05-31")),
        Err(NotKept::NothingNew)
    );
    assert_eq!(
        decide(&matched, &part_on("2016-05-29")),
        Err(NotKept::EndsBefore(day("2016-05-30")))
    );
    let parted = decide(&matched, &part_on("2016-05-30")).expect("it stands");
    let file = AuthorityFile::fold(facts.iter().chain(&parted));
    assert_eq!(file.matches, empty.matches);
}

#[test]
fn people_told_apart_are_not_matched_until_it_is_taken_back() {
    let pair = |one, other| Pair::of(who(one), who(other));
    let on = day("2016-05-30");
    let same = |people| FileCommand::MatchPerson(MatchPerson { people, on });
    let not_the_same = |people| FileCommand::UnmatchPerson(UnmatchPerson { people, on });
    let different = |people| FileCommand::TellApart(TellApart { people, on });
    let different_on = |people, on: &str| {
        let on = day(on);
        FileCommand::TellApart(TellApart { people, on })
    };
    let take_back_on = |people, on: &str| {
        let on = day(on);
        FileCommand::TakeBackTellApart(TakeBackTellApart { people, on })
    };
    let after = |commands: &[FileCommand]| {
        let mut file = AuthorityFile::default();
        for command in commands {
            for fact in decide(&file, command).expect("it fits") {
                file.evolve(&fact);
            }
        }
        file
    };
    let two = pair(1, 2);
    let rows = [
        (vec![], different(pair(1, 1)), Some(NotKept::NothingNew)),
        (vec![], different(two), None),
        (
            vec![different(two)],
            different(pair(2, 1)),
            Some(NotKept::NothingNew),
        ),
        (
            vec![different(two)],
            same(two),
            Some(NotKept::ToldApart(on)),
        ),
        (
            vec![different(two), take_back_on(two, "2016-05-30")],
            same(two),
            None,
        ),
        (
            vec![different(two)],
            take_back_on(two, "2016-05-29"),
            Some(NotKept::EndsBefore(on)),
        ),
        (
            vec![],
            take_back_on(two, "2016-05-30"),
            Some(NotKept::NotToldApart),
        ),
        (
            vec![same(two)],
            different(two),
            Some(NotKept::JudgedTheSame),
        ),
        (vec![same(two), not_the_same(two)], different(two), None),
        // Through a third person it is the same.
        (
            vec![different(two), same(pair(1, 3))],
            same(pair(3, 2)),
            Some(NotKept::ToldApart(on)),
        ),
        (
            vec![different(two), same(pair(1, 3))],
            same(pair(3, 4)),
            None,
        ),
        (
            vec![same(pair(1, 3)), same(pair(3, 2))],
            different(two),
            Some(NotKept::JudgedTheSame),
        ),
    ];
    for (before, command, why) in rows {
        let file = after(&before);
        assert_eq!(decide(&file, &command).err(), why, "{before:?} {command:?}");
    }
    let file = after(&[different(two), same(pair(1, 3))]);
    assert_eq!(file.matches.apart_from(who(3)), [(two, on)]);
    assert_eq!(file.matches.apart_from(who(4)), []);
    let back = after(&[different(two), take_back_on(two, "2016-05-30")]);
    assert_eq!(back.matches, AuthorityFile::default().matches);
    let tomorrow = different_on(two, "9999-12-30");
    let refused = decide(&AuthorityFile::default(), &tomorrow);
    assert_eq!(refused, Err(NotKept::InFuture(day("9999-12-30"))));
}
