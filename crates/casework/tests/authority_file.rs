//! The authority’s own file: populations, earlier years, and an organisation that changes.

mod kept;
mod one_person;
mod passages;

use std::collections::BTreeSet;
use std::fs;

use casework::authority_file::{
    AuthorityFile, FILE_SCHEMA, FileCommand, FileEvent, FileFact, NotKept,
};
use casework::context::{
    ContextMeasure, GroupCount, Population, PopulationAges, RecordContext, RecordPopulation,
    RecordPublished,
};
use casework::learning::{HoldTraining, TrainingHeld, TrainingKind};
use casework::organisation::{CloseUnit, MergeUnits, RenameUnit, UnitKind};
use casework::settings::ReportingYear;
use kept::{code, day, decide, given, open, sealed, settings};
use proptest::prelude::*;

fn year(text: &str) -> ReportingYear {
    text.parse().expect("a year")
}

fn context(of: &str, counts: &[(ContextMeasure, Option<u32>)]) -> FileCommand {
    in_unit(of, None, counts)
}

fn in_unit(of: &str, unit: Option<&str>, counts: &[(ContextMeasure, Option<u32>)]) -> FileCommand {
    FileCommand::RecordContext(RecordContext {
        year: year(of),
        unit: unit.map(code),
        counts: counts.to_vec(),
        source: sealed(),
    })
}

fn published(of: &str, measure: &str, printed: &str, base: Option<u32>) -> FileCommand {
    FileCommand::RecordPublished(RecordPublished {
        year: year(of),
        measure: code(measure),
        printed: (!printed.is_empty()).then(|| printed.parse().expect("a printed figure")),
        base,
        source: sealed(),
    })
}

fn rename(unit: &str, name: &str, from: &str) -> FileCommand {
    FileCommand::RenameUnit(RenameUnit {
        unit: code(unit),
        name: name.to_owned(),
        from: day(from),
    })
}

fn merge(units: &[&str], into: &str, on: &str) -> FileCommand {
    FileCommand::MergeUnits(MergeUnits {
        units: units.iter().map(|unit| code(unit)).collect(),
        into: code(into),
        on: day(on),
    })
}

fn close(unit: &str, on: &str) -> FileCommand {
    FileCommand::CloseUnit(CloseUnit {
        unit: code(unit),
        on: day(on),
    })
}

use ContextMeasure::{
    InNeedAtYearEnd, InNeedDuringYear, LookedAfterAtYearEnd, LookedAfterDuringYear,
    OnProtectionPlanAtYearEnd,
};

#[test]
fn only_what_differs_is_entered_and_can_be_taken_back() {
    let file = given(&[context(
        "2014-15",
        &[(LookedAfterDuringYear, Some(590)), (InNeedDuringYear, None)],
    )]);
    assert_eq!(
        file.context
            .count(year("2014-15"), None, LookedAfterDuringYear),
        Some(590)
    );
    let same = context("2014-15", &[(LookedAfterDuringYear, Some(590))]);
    assert_eq!(decide(&file, &same), Err(NotKept::NothingNew));
    let facts = decide(
        &file,
        &context(
            "2014-15",
            &[
                (LookedAfterDuringYear, None),
                (InNeedDuringYear, Some(6588)),
            ],
        ),
    )
    .expect("two differ");
    let FileEvent::ContextRecorded(recorded) = &facts[0].event else {
        panic!("populations were entered");
    };
    assert_eq!(recorded.figures.len(), 2);
    let after = AuthorityFile::fold(&facts);
    assert_eq!(
        after
            .context
            .count(year("2014-15"), None, LookedAfterDuringYear),
        None
    );
}

#[test]
fn a_year_counts_from_its_first_day_and_is_published_after_its_last() {
    let some = [(InNeedDuringYear, Some(1))];
    assert!(decide(&AuthorityFile::default(), &context("2016-17", &some)).is_ok());
    assert_eq!(
        decide(&AuthorityFile::default(), &context("2017-18", &some)),
        Err(NotKept::YearToCome(year("2017-18")))
    );
    let figure = |of| published(of, "compliments", "46", None);
    assert!(decide(&AuthorityFile::default(), &figure("2015-16")).is_ok());
    assert_eq!(
        decide(&AuthorityFile::default(), &figure("2016-17")),
        Err(NotKept::YearNotOver(year("2016-17")))
    );
}

/// A population and how many.
type Entered = (ContextMeasure, u32);

#[test]
fn figures_that_cannot_be_right_together_are_pointed_at_and_kept() {
    let of = year("2014-15");
    let cases: [(&[Entered], &[&str]); 4] = [
        (
            &[(InNeedAtYearEnd, 300), (OnProtectionPlanAtYearEnd, 300)],
            &[],
        ),
        (
            &[(InNeedAtYearEnd, 300), (OnProtectionPlanAtYearEnd, 301)],
            &[
                "Children subject to a child protection plan on 31 March (301) should be part of Children in need on 31 March (300), and is more.",
            ],
        ),
        (
            &[(LookedAfterAtYearEnd, 591), (LookedAfterDuringYear, 590)],
            &[
                "Children looked after on 31 March (591) should be part of Children looked after during the year (590), and is more.",
            ],
        ),
        (&[(LookedAfterAtYearEnd, 591)], &[]),
    ];
    for (counts, said) in cases {
        let counts: Vec<_> = counts
            .iter()
            .map(|(what, count)| (*what, Some(*count)))
            .collect();
        let file = given(&[context("2014-15", &counts)]);
        let found: Vec<_> = file
            .context
            .contradictions(of)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(found, said, "{counts:?}");
        let other_year = file.context.contradictions(of.before());
        assert_eq!(other_year, [], "it is said of its own year alone");
    }
}

fn people(all: u32, groups: &[(&str, u32)]) -> Population {
    Population {
        version: None,
        ages: PopulationAges::Children,
        all,
        groups: groups
            .iter()
            .map(|(group, count)| GroupCount {
                group: code(group),
                count: *count,
            })
            .collect(),
    }
}

fn population(of: &str, population: Option<Population>) -> FileCommand {
    FileCommand::RecordPopulation(RecordPopulation {
        year: year(of),
        population,
        source: sealed(),
    })
}

#[test]
fn a_population_by_ethnic_group_is_entered_whole_replaced_and_taken_back() {
    let first = people(1000, &[("white_british", 800), ("asian", 150)]);
    let file = given(&[population("2014-15", Some(first.clone()))]);
    assert_eq!(file.context.population(year("2014-15")), Some(&first));
    assert_eq!(file.context.population(year("2013-14")), None);
    assert_eq!(file.context.years(), [year("2014-15")]);
    let same = population("2014-15", Some(first.clone()));
    assert_eq!(decide(&file, &same), Err(NotKept::NothingNew));
    // A group that is left out is not kept from what was entered before.
    let second = people(1000, &[("asian", 150)]);
    let file = given(&[
        population("2014-15", Some(first.clone())),
        population("2014-15", Some(second.clone())),
    ]);
    assert_eq!(file.context.population(year("2014-15")), Some(&second));
    let file = given(&[
        population("2014-15", Some(first)),
        population("2014-15", None),
    ]);
    assert_eq!(file.context.population(year("2014-15")), None);
    let again = population("2014-15", None);
    assert_eq!(decide(&file, &again), Err(NotKept::NothingNew));
}

#[test]
fn a_population_is_of_a_year_that_has_begun_and_of_groups_of_the_list() {
    let file = AuthorityFile::default();
    let some = || Some(people(10, &[("asian", 1)]));
    assert!(decide(&file, &population("2016-17", some())).is_ok());
    assert_eq!(
        decide(&file, &population("2017-18", some())),
        Err(NotKept::YearToCome(year("2017-18")))
    );
    let unknown = Some(people(10, &[("asian", 1), ("martian", 1)]));
    assert_eq!(
        decide(&file, &population("2014-15", unknown)),
        Err(NotKept::NoSuchGroup(code("martian")))
    );
}

#[test]
fn ethnic_groups_that_come_to_more_than_everybody_are_pointed_at_and_kept() {
    for (asian, contradictions) in [(200, 0), (201, 1)] {
        let groups = [("white_british", 800), ("asian", asian)];
        let file = given(&[population("2014-15", Some(people(1000, &groups)))]);
        let found = file.context.contradictions(year("2014-15"));
        assert_eq!(found.len(), contradictions, "{found:?}");
        for contradiction in found {
            assert_eq!(
                contradiction.to_string(),
                "Everybody in the ethnic groups (1001) should be part of Children aged 0 to 17 in all (1000), and is more."
            );
        }
    }
}

#[test]
fn a_part_of_the_council_is_no_more_than_the_whole() {
    let whole = [(LookedAfterDuringYear, Some(100))];
    let part = |count| {
        in_unit(
            "2014-15",
            Some("north"),
            &[(LookedAfterDuringYear, Some(count))],
        )
    };
    let north = open(UnitKind::Area, "north", None, "2010-04-01");
    for (count, contradictions) in [(100, 0), (101, 1)] {
        let file = given(&[north.clone(), context("2014-15", &whole), part(count)]);
        assert_eq!(
            file.context.contradictions(year("2014-15")).len(),
            contradictions,
            "{count}"
        );
    }
    assert_eq!(
        decide(&AuthorityFile::default(), &part(1)),
        Err(NotKept::NoSuchUnit(code("north")))
    );
}

#[test]
fn what_was_published_is_laid_over_the_settings_as_printed() {
    let file = given(&[
        context("2014-15", &[(LookedAfterDuringYear, Some(590))]),
        published("2013-14", "s1_within_20", "at least 90%", Some(61)),
        published("2013-14", "compliments", "100", None),
        published("2013-14", "compliments", "101", None),
        published("2012-13", "compliments", "72", None),
        published("2012-13", "compliments", "", None),
    ]);
    let over = file.over(&settings(), |_| "The report, paragraph 3".to_owned());
    let figures: Vec<_> = over
        .report
        .published
        .iter()
        .map(|figure| {
            (
                figure.year.as_str(),
                figure.measure.as_str(),
                figure.shown.as_str(),
                figure.value,
            )
        })
        .collect();
    assert_eq!(
        figures,
        [
            ("2013-14", "compliments", "101", Some(101)),
            ("2013-14", "s1_within_20", "at least 90%", None),
        ]
    );
    assert_eq!(over.report.published[0].source, "The report, paragraph 3");
    assert_eq!(over.report.context.len(), 1);
    assert_eq!(over.report.context[0].value, 590);
    let same = published("2013-14", "compliments", "101", None);
    assert_eq!(decide(&file, &same), Err(NotKept::NothingNew));
    let nothing = published("2012-13", "compliments", "", None);
    assert_eq!(decide(&file, &nothing), Err(NotKept::NothingNew));
    assert!(decide(&file, &published("2013-14", "compliments", "101", Some(3))).is_ok());
}

#[test]
fn a_unit_keeps_its_code_through_names_and_mergers() {
    let file = given(&[
        open(UnitKind::Area, "north_west", None, "2010-04-01"),
        open(UnitKind::Area, "north_east", None, "2010-04-01"),
        open(UnitKind::Team, "nw_duty", Some("north_west"), "2012-04-01"),
        rename("north_west", "North", "2014-04-01"),
        merge(&["north_east"], "north_west", "2014-04-01"),
        open(UnitKind::Area, "north_all", None, "2016-04-01"),
        merge(&["north_west"], "north_all", "2016-04-01"),
    ]);
    let units = &file.organisation;
    let north_west = units.unit(&code("north_west")).expect("it was there");
    for (on, name) in [
        ("2009-01-01", "north west"),
        ("2014-03-31", "north west"),
        ("2014-04-01", "North"),
    ] {
        assert_eq!(north_west.name_on(day(on)), name, "{on}");
    }
    for (on, there) in [
        ("2010-03-31", false),
        ("2010-04-01", true),
        ("2016-03-31", true),
        ("2016-04-01", false),
    ] {
        assert_eq!(north_west.is_there(day(on)), there, "{on}");
    }
    assert_eq!(units.now(&code("north_east")), &code("north_all"));
    assert_eq!(units.now(&code("north_all")), &code("north_all"));
    let duty = units.unit(&code("nw_duty")).expect("it is there");
    assert_eq!(
        duty.within,
        Some(code("north_all")),
        "it went with its area"
    );
    let areas = units.there_on(day("2015-01-01"), UnitKind::Area);
    assert_eq!(areas.len(), 1, "{areas:?}");
}

#[test]
fn what_does_not_fit_is_not_entered() {
    let file = given(&[
        open(UnitKind::Area, "north", None, "2010-04-01"),
        open(UnitKind::Area, "south", None, "2010-04-01"),
        open(UnitKind::Team, "duty", Some("north"), "2012-04-01"),
        open(UnitKind::Area, "west", None, "2010-04-01"),
        merge(&["west"], "south", "2015-04-01"),
    ]);
    let unit = |name: &str| code(name);
    let cases = [
        (
            open(UnitKind::Area, "North", None, "2010-04-01"),
            NotKept::NotACode("North".to_owned()),
        ),
        (
            open(UnitKind::Area, "x", None, "2010-04-01"),
            NotKept::NotACode("x".to_owned()),
        ),
        (
            open(UnitKind::Area, "west", None, "2016-04-01"),
            NotKept::CodeTaken(unit("west")),
        ),
        (
            open(UnitKind::Area, "east", None, "2016-06-02"),
            NotKept::InFuture(day("2016-06-02")),
        ),
        (
            open(UnitKind::Team, "reviews", Some("north"), "2010-03-31"),
            NotKept::NotThere {
                unit: unit("north"),
                on: day("2010-03-31"),
            },
        ),
        (
            open(UnitKind::Team, "reviews", Some("duty"), "2014-03-31"),
            NotKept::NotThere {
                unit: unit("duty"),
                on: day("2014-03-31"),
            },
        ),
        (
            open(UnitKind::Team, "reviews", Some("east"), "2014-03-31"),
            NotKept::NoSuchUnit(unit("east")),
        ),
        (rename("north", " ", "2014-04-01"), NotKept::NotAName),
        (
            rename("north", &"n".repeat(81), "2014-04-01"),
            NotKept::NotAName,
        ),
        (rename("north", "north", "2014-04-01"), NotKept::SameName),
        (
            rename("west", "The West", "2015-04-01"),
            NotKept::NotThere {
                unit: unit("west"),
                on: day("2015-04-01"),
            },
        ),
        (
            rename("west", "The West", "2015-03-31"),
            NotKept::BeforeTheLast {
                unit: unit("west"),
                since: day("2015-04-01"),
            },
        ),
        (
            merge(&[], "north", "2015-04-01"),
            NotKept::IntoItself(unit("north")),
        ),
        (
            merge(&["south", "north"], "north", "2015-04-01"),
            NotKept::IntoItself(unit("north")),
        ),
        (
            merge(&["duty"], "north", "2015-04-01"),
            NotKept::UnlikeUnits,
        ),
        (
            merge(&["south"], "west", "2014-04-01"),
            NotKept::NotThere {
                unit: unit("west"),
                on: day("2014-04-01"),
            },
        ),
        (
            close("north", "2016-04-01"),
            NotKept::NotEmpty {
                unit: unit("north"),
                within: unit("duty"),
            },
        ),
        (
            close("duty", "2016-06-02"),
            NotKept::InFuture(day("2016-06-02")),
        ),
    ];
    for (command, why) in cases {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
    assert!(decide(&file, &close("duty", "2016-06-01")).is_ok());
}

fn samples() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/stored/file_v1");
    let files = fs::read_dir(folder).expect("there are samples");
    let mut samples: Vec<_> = files
        .map(|file| {
            let path = file.expect("the folder can be read").path();
            let name = path
                .file_stem()
                .expect("a sample has a name")
                .to_string_lossy()
                .into_owned();
            (
                name,
                fs::read_to_string(&path).expect("a sample can be read"),
            )
        })
        .collect();
    samples.sort();
    samples
}

#[test]
fn every_stored_entry_still_loads_and_is_written_the_same() {
    let mut have = BTreeSet::new();
    for (name, body) in samples() {
        let fact = FileFact::from_stored(&name, FILE_SCHEMA, &body)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(fact.event.name(), name);
        assert_eq!(fact.to_stored(), body.trim_end());
        have.insert(name);
    }
    let want: BTreeSet<_> = FileEvent::NAMES
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    assert_eq!(have, want);
    let error = FileFact::from_stored("unit_closed", FILE_SCHEMA + 1, "{}").expect_err("not known");
    assert!(error.to_string().contains("reads versions up to"));
    let error = FileFact::from_stored("unit_closed", FILE_SCHEMA, r#"{"on":"Canary"}"#);
    assert!(!error.expect_err("damaged").to_string().contains("Canary"));
}

fn any_command() -> impl Strategy<Value = FileCommand> {
    let units = prop::sample::select(vec!["aa", "bb", "cc", "dd"]);
    let days = (0_i64..1500).prop_map(|after| {
        day("2012-01-01")
            .saturating_add(jiff::Span::new().days(after))
            .to_string()
    });
    (0..4_u8, units.clone(), units, days).prop_map(|(what, one, other, on)| match what {
        0 => open(UnitKind::Area, one, None, &on),
        1 => rename(one, other, &on),
        2 => merge(&[one], other, &on),
        _ => close(one, &on),
    })
}

proptest! {
    /// However units are opened, renamed, merged and closed, no chain of mergers comes back on itself, what goes on is
    /// there or was closed, and what is stored is what was decided.
    #[test]
    fn mergers_never_come_back_on_themselves(commands in prop::collection::vec(any_command(), 1..40)) {
        let mut file = AuthorityFile::default();
        let mut stored = Vec::new();
        for command in &commands {
            for fact in decide(&file, command).unwrap_or_default() {
                file.evolve(&fact);
                let body = fact.to_stored();
                stored.push(FileFact::from_stored(fact.event.name(), FILE_SCHEMA, &body).expect("it loads"));
            }
        }
        prop_assert_eq!(AuthorityFile::fold(&stored), file.clone());
        for (start, _) in file.organisation.units() {
            let mut at = start;
            for _ in 0..=4 {
                match file.organisation.unit(at).and_then(|unit| unit.into.as_ref()) {
                    Some(into) => at = into,
                    None => break,
                }
            }
            let end = file.organisation.unit(at).expect("mergers go into units there are");
            prop_assert!(end.into.is_none(), "{:?} comes back on itself", start);
        }
    }
}

fn workshop(people: u16, on: &str) -> FileCommand {
    FileCommand::HoldTraining(HoldTraining {
        held: TrainingHeld {
            kind: TrainingKind::Workshop,
            people,
            about: sealed(),
        },
        on: day(on),
    })
}

#[test]
fn only_what_was_held_with_somebody_there_is_entered() {
    let file = given(&[workshop(1, "2016-06-01"), workshop(30, "2015-04-01")]);
    let people: Vec<u16> = file.training.iter().map(|(_, held)| held.people).collect();
    assert_eq!(people, [1, 30]);
    let tomorrow = day("2016-06-02");
    for (command, why) in [
        (workshop(0, "2016-06-01"), NotKept::NobodyThere),
        (workshop(1, "2016-06-02"), NotKept::InFuture(tomorrow)),
    ] {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
}
