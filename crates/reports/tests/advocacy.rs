//! Advocacy in the annual report of a small invented council: people and episodes are counted apart,
//! and a few of either are told to nobody outside.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use casework::advocacy::{AdvocateKind, Wanted};
use casework::intake::Procedure;
use casework::settings::Code;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Block, Document, Number, Table};
use small_council::{AS_AT, Equality, complaint, equality, lines, settings, year};
use views::register_line::{AdvocacyLine, EpisodeLine, RegisterLine};

const IN_TIME: Option<Date> = Some(date(2014, 7, 1));

fn report(lines: &[RegisterLine], equality: &[Equality], audience: Audience) -> Document {
    draft(&ReportInput {
        settings: &settings(),
        year: year(),
        as_at: AS_AT,
        lines,
        equality,
        audience,
    })
}

fn help(document: &Document) -> Option<&Table> {
    document.tables().find(|table| table.id == "advocacy_help")
}

/// The counts of the table from top to bottom.
fn counts(lines: &[RegisterLine], audience: Audience) -> Vec<Option<i64>> {
    let document = report(lines, &[], audience);
    let rows = &help(&document).unwrap().rows;
    rows.iter()
        .map(|row| match row.cells[0].value {
            Some(Number::Whole(count)) => Some(count),
            Some(Number::Decimal(_)) | None => None,
        })
        .collect()
}

fn told_sentences(document: &Document) -> Vec<&str> {
    let mut sections = document.sections.iter();
    let section = sections.find(|section| section.id == "advocacy-for-young-people");
    let blocks = section.unwrap().blocks.iter();
    blocks
        .filter_map(|block| match block {
            Block::Paragraph { text } => Some(text.as_str()),
            Block::Subheading { .. }
            | Block::Bullets { .. }
            | Block::Table(_)
            | Block::Chart(_) => None,
        })
        .collect()
}

/// A complaint a young person made, with what was recorded for the children in it.
fn by_a_young_person(number: u128, people: Vec<AdvocacyLine>) -> RegisterLine {
    let mut line = complaint(number);
    line.capacities = vec![Code::new("young_person")];
    line.advocates = people
        .iter()
        .flat_map(|person| &person.episodes)
        .map(|episode| episode.kind)
        .collect();
    line.advocacy = people;
    line
}

/// A young person who was told and offered help, with an answer.
fn offered(wanted: Wanted, episodes: Vec<EpisodeLine>) -> AdvocacyLine {
    AdvocacyLine {
        complains_as: Some(Code::new("young_person")),
        told_on: IN_TIME,
        offered_on: IN_TIME,
        wanted: Some(wanted),
        episodes,
    }
}

/// A child about whom somebody else complains, told of advocacy.
fn only_told() -> AdvocacyLine {
    AdvocacyLine {
        complains_as: None,
        offered_on: None,
        ..offered(Wanted::Undecided, Vec::new())
    }
}

fn episode(kind: AdvocateKind, since: Date, until: Option<Date>) -> EpisodeLine {
    EpisodeLine {
        kind,
        since: Some(since),
        until,
    }
}

/// Six children and young people in five complaints: one helped by two advocates one after the other,
/// one by an advocate and a person of their choice, one by such a person alone.
fn five_complaints() -> Vec<RegisterLine> {
    use AdvocateKind::{ChosenPerson, InHouse, Independent};
    let (spring, autumn) = (date(2014, 4, 20), date(2014, 10, 1));
    let (last_day, after) = (date(2015, 3, 31), date(2015, 4, 1));
    let one_after_the_other = vec![
        episode(Independent, spring, Some(autumn)),
        episode(InHouse, autumn, None),
    ];
    let together = vec![
        episode(Independent, spring, Some(after)),
        episode(ChosenPerson, autumn, Some(last_day)),
    ];
    let begun_later = vec![episode(ChosenPerson, after, None)];
    let mut of_a_parent = complaint(3);
    of_a_parent.advocacy = vec![only_told()];
    vec![
        by_a_young_person(1, vec![offered(Wanted::Yes, one_after_the_other)]),
        by_a_young_person(
            2,
            vec![
                offered(Wanted::Yes, together),
                offered(Wanted::Yes, begun_later),
            ],
        ),
        of_a_parent,
        by_a_young_person(4, vec![offered(Wanted::No, Vec::new())]),
        // A young person for whom nothing was recorded.
        by_a_young_person(5, Vec::new()),
    ]
}

#[test]
fn a_child_helped_twice_is_one_person_and_two_episodes() {
    let document = report(&five_complaints(), &[], Audience::Internal);
    let table = help(&document).unwrap();
    let shown: Vec<(&str, &str)> = table
        .rows
        .iter()
        .map(|row| (row.label.as_str(), row.cells[0].shown.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            ("Children and young people", "6"),
            ("of these, told of advocacy", "5"),
            ("of these, offered help in getting an advocate", "4"),
            ("of these, wanted an advocate", "3"),
            ("of these, did not want an advocate", "1"),
            ("of these, not known whether they wanted an advocate", "2"),
            (
                "of these, helped by an independent or in-house advocate",
                "2"
            ),
            ("of these, helped by a person of their choice only", "1"),
            ("Episodes of help", "5"),
            ("of these, by an independent advocate", "2"),
            ("of these, by an in-house advocate", "1"),
            ("of these, by a person of their choice", "2"),
            ("of these, open on 31 March 2015", "2"),
        ]
    );
    assert!(table.notes[0].starts_with("People and episodes are counted apart"));
    assert!(
        table.population.starts_with(
            "Counts children and young people in statutory Stage 1 complaints received in the year"
        ),
        "{}",
        table.population
    );
    let sentence = "3 children and young people had help, in 5 episodes.";
    assert!(told_sentences(&document).contains(&sentence));
}

#[test]
fn only_statutory_complaints_received_in_the_year_are_counted() {
    let mut lines = five_complaints();
    let counted = counts(&lines, Audience::Internal);
    let mut of_the_year_before = lines[0].clone();
    of_the_year_before.received_on = date(2014, 3, 31);
    let mut corporate = lines[1].clone();
    corporate.procedure = Some(Procedure::Corporate);
    lines.extend([of_the_year_before, corporate]);
    assert_eq!(counts(&lines, Audience::Internal), counted);
}

#[test]
fn without_a_record_of_advocacy_there_is_no_such_table() {
    assert_eq!(
        help(&report(&lines(), &equality(), Audience::Internal)),
        None
    );
    let unrecorded = by_a_young_person(1, Vec::new());
    assert_eq!(help(&report(&[unrecorded], &[], Audience::Internal)), None);
}

#[test]
fn a_few_are_told_to_nobody_and_nor_is_what_gives_them_away() {
    let independent = || episode(AdvocateKind::Independent, date(2014, 7, 1), None);
    let helped = || offered(Wanted::Yes, vec![independent()]);
    let mut lines: Vec<RegisterLine> = (0..12)
        .map(|number| by_a_young_person(number, vec![helped()]))
        .collect();
    let table = counts(&lines, Audience::Public);
    let all = Some(12);
    assert_eq!(table[..4], [all; 4]);
    assert_eq!(
        (table[6], table[8], table[9], table[12]),
        (all, all, all, all)
    );

    // One of them had a second advocate: told beside twelve people, thirteen episodes would say so.
    lines[0].advocacy[0].episodes.push(independent());
    let table = counts(&lines, Audience::Public);
    assert!(table[6].is_none() || table[9].is_none(), "{table:?}");
    assert!(table[6].is_none() || table[8].is_none(), "{table:?}");
    let document = report(&lines, &[], Audience::Public);
    let sentences = told_sentences(&document).concat();
    assert!(!sentences.contains("had help"), "{sentences}");
    assert_eq!(counts(&lines, Audience::Internal)[8], Some(13));

    // A few wanted none: neither their number is told nor how many wanted one.
    for line in &mut lines[..3] {
        line.advocacy = vec![offered(Wanted::No, Vec::new())];
    }
    let table = counts(&lines, Audience::Public);
    assert_eq!((table[3], table[4]), (None, None));
}

#[test]
fn children_beside_the_young_people_who_complained_are_not_given_away() {
    let mut lines: Vec<RegisterLine> = (0..10)
        .map(|number| by_a_young_person(number, vec![offered(Wanted::Yes, Vec::new())]))
        .collect();
    lines.extend((10..20).map(complaint));
    assert_eq!(counts(&lines, Audience::Public)[0], Some(10));
    lines[19].advocacy = vec![only_told()];
    let document = report(&lines, &[], Audience::Public);
    let complaints = document.tables().find(|table| table.id == "advocacy");
    let total = complaints.unwrap().total.as_ref().unwrap();
    assert_eq!(total.cells[0].shown, "10");
    assert_eq!(counts(&lines, Audience::Public)[0], None);
}

#[test]
fn no_other_table_withholds_more_or_counts_otherwise_for_it() {
    let mut with = lines();
    with.extend(five_complaints());
    let mut without = with.clone();
    for line in &mut without {
        line.advocacy.clear();
    }
    for audience in [Audience::Internal, Audience::Public] {
        let report = |lines: &[RegisterLine]| report(lines, &equality(), audience);
        let (with, without) = (report(&with), report(&without));
        assert!(help(&with).is_some() && help(&without).is_none());
        // Two shares are made of the table, and stand in the table of access.
        let of_it = ["advocacy_offered", "advocacy_used"];
        let titles = of_it.map(|id| reports::measures::measure(id).unwrap().title);
        let tables = |document: &Document| -> Vec<_> {
            let others = document
                .tables()
                .filter(|table| table.id != "advocacy_help");
            let mut others: Vec<_> = others.cloned().collect();
            for table in &mut others {
                table
                    .rows
                    .retain(|row| !titles.contains(&row.label.as_str()));
            }
            others
        };
        assert_eq!(tables(&with), tables(&without));
        let mut figures = with.figures.clone();
        figures.retain(|figure| !of_it.contains(&figure.id.as_str()));
        assert_eq!(figures, without.figures);
    }
}

fn any_person() -> impl Strategy<Value = AdvocacyLine> {
    let kind = prop_oneof![
        Just(AdvocateKind::Independent),
        Just(AdvocateKind::InHouse),
        Just(AdvocateKind::ChosenPerson),
    ];
    let wanted = prop_oneof![
        Just(None),
        Just(Some(Wanted::Yes)),
        Just(Some(Wanted::No)),
        Just(Some(Wanted::Undecided)),
    ];
    let episodes = proptest::collection::vec((kind, any::<bool>()), 0..3);
    (wanted, any::<bool>(), any::<bool>(), episodes).prop_map(
        |(wanted, told, offered, episodes)| AdvocacyLine {
            complains_as: Some(Code::new("young_person")),
            told_on: IN_TIME.filter(|_| told),
            offered_on: IN_TIME.filter(|_| offered),
            wanted,
            episodes: episodes
                .into_iter()
                .map(|(kind, ended)| episode(kind, date(2014, 7, 1), IN_TIME.filter(|_| ended)))
                .collect(),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_small_is_told_of_advocacy_nor_between_two_counts(people in proptest::collection::vec(any_person(), 1..60)) {
        let lines: Vec<RegisterLine> = (0..)
            .zip(people)
            .map(|(number, person)| by_a_young_person(number, vec![person]))
            .collect();
        let document = report(&lines, &[], Audience::Public);
        prop_assume!(help(&document).is_some());
        let table = counts(&lines, Audience::Public);
        for count in table.iter().flatten() {
            prop_assert!(!(1..5).contains(count), "{table:?}");
        }
        let sum = |rows: &[usize]| rows.iter().map(|row| table[*row]).sum::<Option<i64>>();
        // Told, offered and helped of the people; open of the episodes; people beside their episodes.
        let beside: [(&[usize], &[usize]); 7] = [
            (&[1], &[0]),
            (&[2], &[0]),
            (&[6, 7], &[0]),
            (&[12], &[8]),
            (&[6], &[9, 10]),
            (&[7], &[11]),
            (&[6, 7], &[8]),
        ];
        for (part, whole) in beside {
            if let (Some(part), Some(whole)) = (sum(part), sum(whole)) {
                prop_assert!(!(1..5).contains(&(whole - part)), "{part} of {whole} in {table:?}");
            }
        }
    }
}
