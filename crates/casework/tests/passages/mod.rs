//! The passages of the annual reports: who wrote last is shown, and what was taken back is not.

use casework::annual_report::{
    MovePassage, Passage, PassageKind, PassageNumber, PassageWords, RewritePassage,
    TakeBackPassage, WritePassage,
};
use casework::authority_file::{AuthorityFile, FILE_SCHEMA, FileCommand, FileFact, NotKept};
use casework::ids::{ItemId, Sealed};
use casework::settings::ReportingYear;
use proptest::prelude::*;
use uuid::Uuid;

use crate::kept::{code, decide, given};

fn year(text: &str) -> ReportingYear {
    text.parse().expect("a year")
}

/// Words under an id of their own, with a source where one is needed.
fn words(item: u128, kind: &PassageKind) -> PassageWords {
    let sealed = |item| Sealed {
        item: ItemId(Uuid::from_u128(item)),
        commitment: "0".repeat(64),
    };
    PassageWords {
        text: sealed(item),
        source: kind.has_source().then(|| sealed(item + 1000)),
        confirmed: false,
    }
}

fn write(of: &str, kind: PassageKind, item: u128) -> FileCommand {
    FileCommand::WritePassage(WritePassage {
        year: year(of),
        words: words(item, &kind),
        kind,
    })
}

fn rewrite(passage: u32, item: u128, kind: &PassageKind) -> FileCommand {
    FileCommand::RewritePassage(RewritePassage {
        passage: PassageNumber(passage),
        words: words(item, kind),
    })
}

fn take_back(passage: u32) -> FileCommand {
    FileCommand::TakeBackPassage(TakeBackPassage {
        passage: PassageNumber(passage),
    })
}

fn put(passage: u32, before: Option<u32>) -> FileCommand {
    FileCommand::MovePassage(MovePassage {
        passage: PassageNumber(passage),
        before: before.map(PassageNumber),
    })
}

fn example(category: &str) -> PassageKind {
    PassageKind::Example {
        category: code(category),
    }
}

fn after(file: &AuthorityFile, command: &FileCommand) -> AuthorityFile {
    let mut file = file.clone();
    for fact in decide(&file, command).expect("it is taken") {
        file.evolve(&fact);
    }
    file
}

/// Which words stand in a report, in its order.
fn standing(file: &AuthorityFile, of: &str) -> Vec<(&'static str, u128)> {
    let passages = file.passages.of(year(of));
    passages
        .map(|passage| (passage.kind.code(), passage.words.text.item.0.as_u128()))
        .collect()
}

use PassageKind::{Evidence, Focus, GoesWell, Introduction, Recommendation};

#[test]
fn a_passage_that_does_not_fit_is_refused_with_the_reason() {
    let file = given(&[
        write("2015-16", Focus, 1),
        write("2015-16", Recommendation, 2),
        write("2015-16", Recommendation, 3),
        write("2014-15", Recommendation, 4),
        write("2015-16", Evidence, 5),
        take_back(4),
    ]);
    let without_source = FileCommand::WritePassage(WritePassage {
        year: year("2015-16"),
        kind: Evidence,
        words: words(9, &Focus),
    });
    for (command, why) in [
        (
            write("2017-18", Introduction, 9),
            NotKept::YearToCome(year("2017-18")),
        ),
        (write("2015-16", Focus, 9), NotKept::PassageStands),
        (
            write("2015-16", example("rudeness"), 9),
            NotKept::NoSuchCategory(code("rudeness")),
        ),
        (without_source, NotKept::NoSource),
        (rewrite(4, 9, &Recommendation), NotKept::NoSuchPassage),
        (rewrite(5, 9, &Focus), NotKept::NoSource),
        (rewrite(6, 9, &Focus), NotKept::NoSuchPassage),
        (take_back(4), NotKept::NoSuchPassage),
        (put(4, None), NotKept::NoSuchPassage),
        (put(2, Some(1)), NotKept::NoSuchPassage),
        (put(2, Some(2)), NotKept::NothingNew),
        (put(2, Some(3)), NotKept::NothingNew),
        (put(3, None), NotKept::NothingNew),
        (put(1, None), NotKept::NothingNew),
    ] {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
    for command in [
        write("2014-15", Focus, 9),
        write("2015-16", GoesWell, 9),
        write("2015-16", example("delay"), 9),
        write("2015-16", Recommendation, 9),
        rewrite(1, 9, &Focus),
        put(3, Some(2)),
        put(2, None),
    ] {
        assert!(decide(&file, &command).is_ok(), "{command:?}");
    }
}

#[test]
fn a_report_shows_the_newest_words_in_the_order_somebody_gave_them() {
    let file = given(&[
        write("2015-16", Recommendation, 1),
        write("2015-16", example("delay"), 2),
        write("2015-16", Recommendation, 3),
        write("2015-16", Recommendation, 4),
        rewrite(1, 11, &Recommendation),
        put(4, Some(1)),
        put(1, None),
    ]);
    let recommended: Vec<_> = standing(&file, "2015-16")
        .into_iter()
        .filter(|(kind, _)| *kind == "recommendation")
        .map(|(_, item)| item)
        .collect();
    assert_eq!(recommended, [4, 3, 11]);
    assert!(standing(&file, "2014-15").is_empty());
    assert_eq!(file.passages.years(), [year("2015-16")]);
}

#[test]
fn what_a_passage_said_before_does_not_come_back_when_it_is_taken_back() {
    let file = given(&[
        write("2015-16", GoesWell, 1),
        rewrite(1, 2, &GoesWell),
        take_back(1),
    ]);
    assert!(standing(&file, "2015-16").is_empty());
    let again = after(&file, &write("2015-16", GoesWell, 3));
    assert_eq!(standing(&again, "2015-16"), [("goes_well", 3)]);
    let numbers: Vec<_> = again
        .passages
        .of(year("2015-16"))
        .map(|passage| passage.number)
        .collect();
    assert_eq!(numbers, [PassageNumber(2)], "a number is never given twice");
}

fn any_kind() -> impl Strategy<Value = PassageKind> {
    let category = code("delay");
    prop::sample::select(vec![
        Introduction,
        PassageKind::Example { category },
        Evidence,
        GoesWell,
        Focus,
        Recommendation,
    ])
}

fn any_command() -> impl Strategy<Value = FileCommand> {
    let years = prop::sample::select(vec!["2014-15", "2015-16"]);
    let other = prop::option::of(1..8_u32);
    let parts = (0..6_u8, years, any_kind(), 1..8_u32, other, 1..500_u128);
    parts.prop_map(|(what, year, kind, passage, other, item)| match what {
        0 => rewrite(passage, item, &Evidence),
        1 => take_back(passage),
        2 => put(passage, other),
        _ => write(year, kind, item),
    })
}

fn history(commands: &[FileCommand]) -> AuthorityFile {
    let mut file = AuthorityFile::default();
    for command in commands {
        for fact in decide(&file, command).unwrap_or_default() {
            file.evolve(&fact);
        }
    }
    file
}

proptest! {
    /// Whatever came before, writing a passage and taking it back leaves the reports as they were, however often it was
    /// written anew and moved meanwhile; the words written last are those that stand; and what is stored is what was decided.
    #[test]
    fn the_newest_words_stand_and_taking_back_leaves_what_was_before(
        before in prop::collection::vec(any_command(), 0..20),
        of in prop::sample::select(vec!["2014-15", "2015-16"]),
        kind in any_kind(),
        anew in prop::collection::vec(1..500_u128, 0..4),
    ) {
        let file = history(&before);
        let Ok(facts) = decide(&file, &write(of, kind.clone(), 501)) else {
            return Ok(());
        };
        let mut written = file.clone();
        for fact in &facts {
            let stored = FileFact::from_stored(fact.event.name(), FILE_SCHEMA, &fact.to_stored());
            prop_assert_eq!(stored.as_ref().ok(), Some(fact));
            written.evolve(fact);
        }
        let known: Vec<PassageNumber> = file.passages.of(year(of)).map(|passage| passage.number).collect();
        let new = written.passages.of(year(of)).find(|passage| !known.contains(&passage.number));
        let number = new.expect("it stands").number;
        for item in &anew {
            written = after(&written, &rewrite(number.0, *item, &kind));
        }
        let first = written.passages.beside(year(of), &kind).next().expect("it stands").number;
        if first != number {
            written = after(&written, &put(number.0, Some(first.0)));
        }
        let stands = written.passages.passage(number).map(|passage| passage.words.text.item.0.as_u128());
        prop_assert_eq!(stands, Some(anew.last().copied().unwrap_or(501)));
        let gone = after(&written, &take_back(number.0));
        for of in ["2014-15", "2015-16"] {
            let here: Vec<&Passage> = gone.passages.of(year(of)).collect();
            let there: Vec<&Passage> = file.passages.of(year(of)).collect();
            prop_assert_eq!(here, there);
        }
    }
}
