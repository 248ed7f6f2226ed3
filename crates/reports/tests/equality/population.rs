//! Complainants beside the population, by ethnic group.

use casework::context::{GroupCount, Population, PopulationAges};
use casework::settings::{
    Code, Entry, EqualityQuestion, List, ListVersion, Settings, YearsPopulation,
};
use reports::document::{Audience, Block};
use views::equality::{About, EqualityAnswers, Source, Value};
use views::register_line::RegisterLine;

use crate::small_council::{Equality, complaint, settings};
use crate::{report_under, row, table};

/// A council that asks by a list of two groups and knows how many people of each there are.
fn with_population(version: Option<&str>, all: u32, groups: &[(&str, u32)]) -> Settings {
    let mut settings = settings();
    let entry = |code: &str, label: &str| Entry {
        code: Code::new(code),
        label: label.to_owned(),
    };
    settings.equality.ethnicity = List(vec![
        entry("white_british", "White British"),
        entry("asian", "Asian"),
        entry("roma", "Roma"),
        entry("not_stated", "Not stated"),
    ]);
    let today = ListVersion::new("gss-2021");
    settings.equality.versions = [(EqualityQuestion::Ethnicity, today)].into();
    settings.report.populations = vec![YearsPopulation {
        year: "2014-15".to_owned(),
        source: "Census 2011, table of the county.".to_owned(),
        population: Population {
            version: version.map(ListVersion::new),
            ages: PopulationAges::Everybody,
            all,
            groups: groups
                .iter()
                .map(|(group, count)| GroupCount {
                    group: Code::new(*group),
                    count: *count,
                })
                .collect(),
        },
    }];
    settings
}

fn of_group(line: &RegisterLine, group: &str, version: Option<&str>) -> Equality {
    let versions = version.map(|version| (EqualityQuestion::Ethnicity, ListVersion::new(version)));
    let answers = EqualityAnswers {
        ethnicity: Value::stated(Code::new(group)),
        versions: versions.into_iter().collect(),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    (line.case, answers)
}

#[test]
fn ethnic_groups_stand_beside_the_population_with_what_both_are_out_of() {
    let lines: Vec<_> = (1..=6).map(complaint).collect();
    let today = Some("gss-2021");
    let forms = [
        of_group(&lines[0], "white_british", today),
        of_group(&lines[1], "white_british", today),
        of_group(&lines[2], "asian", today),
        of_group(&lines[3], "asian", Some("gss-2011")),
        of_group(&lines[4], "not_stated", today),
    ];
    let settings = with_population(today, 1000, &[("white_british", 800), ("asian", 150)]);
    let document = report_under(&settings, &lines, &forms, Audience::Internal);
    let comparison = table(&document, "ethnicity_population");
    assert_eq!(
        comparison.columns,
        ["Complaints", "% of 3", "People of every age", "% of 1000"]
    );
    let of = |group| row(&document, "ethnicity_population", group);
    assert_eq!(of("White British"), ["2", "67%", "800", "80%"]);
    assert_eq!(of("Asian"), ["1", "33%", "150", "15%"]);
    assert_eq!(of("Roma"), ["0", "0%", "not entered", "not entered"]);
    assert_eq!(comparison.rows.len(), 3, "whoever did not say is no group");
    for note in [
        "The group of 3 is known; left out are 2 of which it is not, and 1 answered from another version of the list.",
        "Both by the list of ethnic groups “gss-2021”. Population: Census 2011, table of the county.",
        "50 of the 1000 are in none of these groups, or it is not known in which.",
    ] {
        let said = comparison.notes.iter().any(|said| said.contains(note));
        assert!(said, "{note}: {:?}", comparison.notes);
    }
}

#[test]
fn a_population_by_another_version_of_the_list_is_never_compared() {
    let lines: Vec<_> = (1..=3).map(complaint).collect();
    let forms = [of_group(&lines[0], "asian", Some("gss-2021"))];
    for version in [None, Some("gss-2011")] {
        let settings = with_population(version, 1000, &[("asian", 150)]);
        let document = report_under(&settings, &lines, &forms, Audience::Internal);
        let mut tables = document.tables();
        assert!(
            !tables.any(|table| table.id == "ethnicity_population"),
            "{version:?}"
        );
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let why = blocks
            .filter_map(|block| match block {
                Block::Paragraph { text } => Some(text.as_str()),
                Block::Subheading { .. }
                | Block::Bullets { .. }
                | Block::Table(_)
                | Block::Chart(_) => None,
            })
            .find(|text| text.ends_with("Groups of two lists are not the same groups."));
        assert!(
            why.is_some_and(|text| text.contains("“gss-2021”")),
            "{why:?}"
        );
    }
    // Neither of another year nor of none at all.
    let mut settings = with_population(Some("gss-2021"), 1000, &[]);
    settings.report.populations[0].year = "2013-14".to_owned();
    let document = report_under(&settings, &lines, &forms, Audience::Internal);
    let mut tables = document.tables();
    assert!(!tables.any(|table| table.id == "ethnicity_population"));
}

#[test]
fn groups_that_come_to_more_than_everybody_are_pointed_at_in_the_report() {
    let lines = [complaint(1)];
    for (asian, pointed_at) in [(200, false), (201, true)] {
        let groups = [("white_british", 800), ("asian", asian)];
        let settings = with_population(Some("gss-2021"), 1000, &groups);
        let document = report_under(&settings, &lines, &[], Audience::Internal);
        let notes = table(&document, "ethnicity_population").notes.join(" ");
        assert_eq!(
            notes.contains("more than the 1000 there are"),
            pointed_at,
            "{notes}"
        );
    }
}

#[test]
fn a_group_of_few_complainants_is_withheld_beside_the_population_as_in_its_own_table() {
    let lines: Vec<_> = (1..=30).map(complaint).collect();
    let forms: Vec<_> = lines
        .iter()
        .zip(1..)
        .map(|(line, number)| {
            let group = match number {
                ..=3 => "roma",
                4..=13 => "asian",
                _ => "white_british",
            };
            of_group(line, group, Some("gss-2021"))
        })
        .collect();
    let settings = with_population(Some("gss-2021"), 1000, &[("roma", 4)]);
    let document = report_under(&settings, &lines, &forms, Audience::Public);
    let of = |group| row(&document, "ethnicity_population", group);
    assert_eq!(of("Roma"), ["withheld", "withheld", "4", "0%"]);
    assert_eq!(of("Asian")[0], "withheld");
    assert_eq!(of("White British")[0], "17");
    for group in ["Roma", "Asian", "White British"] {
        assert_eq!(of(group)[0], row(&document, "ethnicity", group)[0]);
    }
}
