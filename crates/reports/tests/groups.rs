//! What the report says of groups of complaints beside one another: time limits, young people, channels, parts of the year.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

#[expect(dead_code, reason = "the whole council is for the other tests")]
mod small_council;

use casework::advocacy::AdvocateKind;
use casework::ids::AccountId;
use casework::intake::RepresentationKind;
use casework::learning::{ActionNumber, ActionOrigin, ActionState};
use casework::people::{Channel, ChildStatus};
use casework::registers::HelplineCaller;
use casework::settings::{Channels, Code, OfferedChannel, PublishedFigure, Settings, Turn};
use jiff::civil::{Date, date};
use proptest::prelude::*;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Document, Table};
use small_council::{AS_AT, Equality, complaint, other, settings, year};
use views::equality::{About, EqualityAnswers, Source, Value};
use views::register_line::{ActionLine, Answer, ContactLine, RegisterLine};

fn report_of(
    settings: &Settings,
    lines: &[RegisterLine],
    equality: &[Equality],
    audience: Audience,
) -> Document {
    draft(&ReportInput {
        settings,
        year: year(),
        as_at: AS_AT,
        lines,
        equality,
        audience,
    })
}

fn report(lines: &[RegisterLine], audience: Audience) -> Document {
    report_of(&settings(), lines, &[], audience)
}

fn find<'a>(document: &'a Document, id: &str) -> Option<&'a Table> {
    document.tables().find(|table| table.id == id)
}

/// The cells of a row as shown.
fn row(document: &Document, id: &str, label: &str) -> Vec<String> {
    let table = find(document, id).unwrap_or_else(|| panic!("no table {id}"));
    let row = table.rows.iter().find(|row| row.label == label);
    let row = row.unwrap_or_else(|| panic!("{id} has no row {label}: {table:?}"));
    row.cells.iter().map(|cell| cell.shown.clone()).collect()
}

fn figure<'a>(document: &'a Document, id: &str) -> &'a str {
    let found = document.figures.iter().find(|figure| figure.id == id);
    &found.unwrap_or_else(|| panic!("no figure {id}")).shown
}

fn young(number: u128) -> RegisterLine {
    RegisterLine {
        capacities: vec![Code::new("young_person")],
        ..complaint(number)
    }
}

/// The same, completed after so many working days, or not at all.
fn taking(mut line: RegisterLine, took: Option<u16>) -> RegisterLine {
    let stage = line.local_resolution.as_mut().unwrap();
    if let Some(took) = took {
        stage.answer = stage.answer.map(|answer| Answer { took, ..answer });
    } else {
        (stage.answer, stage.outcome) = (None, None);
    }
    line
}

#[test]
fn both_limits_hold_to_the_day_for_young_people_and_for_others() {
    for (took, within_10, within_20) in [
        (Some(0), 1, 1),
        (Some(10), 1, 1),
        (Some(11), 0, 1),
        (Some(20), 0, 1),
        (Some(21), 0, 0),
        (None, 0, 0),
    ] {
        let lines = [taking(young(1), took), taking(complaint(2), Some(15))];
        let document = report(&lines, Audience::Internal);
        let cells = row(
            &document,
            "timescale_by_young_people",
            "Young people themselves",
        );
        let completed = i64::from(took.is_some()).to_string();
        let expected = ["1".to_owned(), within_10.to_string(), within_20.to_string()];
        assert_eq!(
            [&cells[0], &cells[1], &cells[3]],
            [&expected[0], &expected[1], &expected[2]],
            "{took:?}"
        );
        assert_eq!(cells[5], completed, "{took:?}");
        let mean = took.map_or("not applicable".to_owned(), |took| took.to_string());
        assert_eq!([&cells[6], &cells[7]], [&mean, &mean], "{took:?}");
        assert_eq!(
            row(&document, "timescale_by_young_people", "Others"),
            ["1", "0", "0%", "1", "100%", "1", "15", "15"]
        );
        assert_eq!(
            figure(&document, "young_people_within_10"),
            format!("{}%", within_10 * 100)
        );
    }
}

#[test]
fn a_complaint_counts_in_its_service_and_once_for_each_capacity_when_the_time_limits_are_told() {
    let mut both = taking(young(1), Some(12));
    both.capacities.push(Code::new("parent"));
    let mut fostering = taking(complaint(2), Some(4));
    fostering.service = Some(Code::new("fostering"));
    let mut unlisted = taking(complaint(3), Some(30));
    unlisted.capacities = vec![Code::new("neighbour")];
    let nobody = RegisterLine {
        capacities: Vec::new(),
        ..taking(complaint(4), Some(2))
    };
    let document = report(&[both, fostering, unlisted, nobody], Audience::Internal);
    let first = |id, label| {
        let cells = row(&document, id, label);
        [0, 1, 3, 5].map(|column| cells[column].clone())
    };
    assert_eq!(
        first("timescale_by_service", "First Response"),
        ["3", "1", "2", "3"]
    );
    assert_eq!(
        first("timescale_by_service", "Fostering"),
        ["1", "1", "1", "1"]
    );
    for (capacity, cells) in [
        ("Parent", ["2", "1", "2", "2"]),
        ("Young person", ["1", "0", "1", "1"]),
        ("Not in the list", ["1", "0", "0", "1"]),
        ("Not recorded", ["1", "1", "1", "1"]),
    ] {
        assert_eq!(
            first("timescale_by_capacity", capacity),
            cells,
            "{capacity}"
        );
    }
    assert!(
        find(&document, "timescale_by_area").is_none(),
        "there are no areas"
    );
}

#[test]
fn no_average_is_told_from_which_that_of_a_few_could_be_worked_out() {
    let of = |few: u128| {
        let lines: Vec<_> = (1..=40)
            .map(|number| {
                if number <= few {
                    young(number)
                } else {
                    complaint(number)
                }
            })
            .collect();
        report(&lines, Audience::Public)
    };
    let mean =
        |document: &Document, label| row(document, "timescale_by_young_people", label)[6].clone();
    // Nine young people have no average, and the others’ average would give theirs away.
    let nine = of(9);
    assert_eq!(mean(&nine, "Young people themselves"), "withheld");
    assert_eq!(mean(&nine, "Others"), "withheld");
    assert_eq!(figure(&nine, "average_days_young_people"), "withheld");
    let ten = of(10);
    assert_eq!(mean(&ten, "Young people themselves"), "10");
    assert_eq!(mean(&ten, "Others"), "10");
    assert_eq!(figure(&ten, "average_days_young_people"), "10");
    // The other way round: nine adults.
    let adults = of(31);
    assert_eq!(mean(&adults, "Young people themselves"), "withheld");
    assert_eq!(figure(&adults, "average_days_young_people"), "withheld");
    assert_eq!(figure(&adults, "median_days_young_people"), "withheld");
    assert_eq!(figure(&adults, "average_days_stage1"), "10");
}

#[test]
fn the_section_on_young_people_counts_their_own_complaints_and_no_others() {
    let mut leaver = young(1);
    leaver.children = vec![ChildStatus::CareLeaver];
    let mut several = young(2);
    several.children = vec![ChildStatus::InNeed, ChildStatus::LookedAfter];
    let mut without = young(3);
    without.children = Vec::new();
    let form = |gender, age| EqualityAnswers {
        gender: Value::from_form(gender, Source::OwnForm),
        age: Value::from_form(age, Source::OwnForm),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let female = Some(Code::new("female"));
    let equality = [
        (leaver.case, form(female.clone(), Some(14))),
        (several.case, form(None, Some(13))),
        (complaint(4).case, form(female, Some(40))),
    ];
    let lines = [leaver, several, without, complaint(4)];
    let document = report_of(&settings(), &lines, &equality, Audience::Internal);
    let section = document
        .sections
        .iter()
        .find(|section| section.id == "young-people");
    assert_eq!(section.unwrap().heading, "Children and young people");
    for (id, label, count) in [
        ("young_people_by_capacity", "Young person", "3"),
        ("young_people_by_standing", "Care leaver", "1"),
        ("young_people_by_standing", "Looked after", "1"),
        ("young_people_by_standing", "In need", "0"),
        ("young_people_by_standing", "Not noted", "1"),
        ("young_people_by_age", "Under 18", "2"),
        ("young_people_by_age", "Not stated or no response", "1"),
        ("young_people_by_gender", "Female", "1"),
        ("young_people_by_gender", "Not stated or no response", "2"),
        ("young_people_by_service", "First Response", "3"),
        ("young_people_by_issue", "Quality of service", "3"),
        ("young_people_by_channel", "Letter", "3"),
    ] {
        assert_eq!(row(&document, id, label)[0], count, "{id}, {label}");
    }
    assert_eq!(figure(&document, "young_people_complaints"), "3");
    // Thirteen is too young, and of one the age is not known.
    assert_eq!(figure(&document, "young_people_14_up"), "33%");
    for table in document
        .tables()
        .filter(|table| table.id.starts_with("young_people_by_"))
    {
        assert_eq!(
            table.total.as_ref().unwrap().cells[0].shown,
            "3",
            "{}",
            table.id
        );
    }
}

#[test]
fn where_no_young_person_complained_the_section_says_so_and_has_no_tables() {
    let document = report(&[complaint(1)], Audience::Internal);
    assert_eq!(figure(&document, "young_people_complaints"), "0");
    let mut tables = document.tables();
    assert!(!tables.any(|table| table.id.starts_with("young_people_by_")));
    assert!(find(&document, "access").is_none());
}

fn helpline(number: u128, caller: HelplineCaller) -> RegisterLine {
    RegisterLine {
        contact: Some(ContactLine::Helpline {
            caller,
            topic: Code::new("placement"),
            result: Code::new("put_right"),
        }),
        ..other(number, RepresentationKind::HelplineContact)
    }
}

#[test]
fn what_comes_directly_from_children_is_complaints_informal_contacts_and_their_own_calls() {
    let mut by_advocate = young(1);
    by_advocate.channel = Channel::Advocate;
    let mut by_app = young(2);
    by_app.channel = Channel::App;
    let lines = [
        by_advocate,
        by_app,
        complaint(3),
        other(4, RepresentationKind::InformalContact),
        helpline(5, HelplineCaller::YoungPerson),
        helpline(6, HelplineCaller::AboutYoungPerson),
        helpline(7, HelplineCaller::StaffAdvice),
    ];
    let mut settings = settings();
    settings.report.published = vec![PublishedFigure {
        year: "2013-14".to_owned(),
        measure: "informal_contacts".to_owned(),
        shown: "24".to_owned(),
        value: Some(24),
        source: "Annual report 2013/14".to_owned(),
    }];
    let document = report_of(&settings, &lines, &[], Audience::Internal);
    assert_eq!(
        find(&document, "access").unwrap().columns,
        ["2014/15", "2013/14"]
    );
    for (label, this_year, before) in [
        (
            "Complaints that young people made themselves",
            "2",
            "not published",
        ),
        ("Informal contacts of young people", "1", "24"),
        (
            "Complaints and contacts directly from children and young people",
            "4",
            "not published",
        ),
        (
            "Complaints and contacts directly from children for each hundred looked-after children",
            "8% (4 of 50)",
            "not published",
        ),
        (
            "Complaints by young people received through an advocate",
            "50% (1 of 2)",
            "not published",
        ),
        (
            "Complaints by young people received through a digital channel",
            "50% (1 of 2)",
            "not published",
        ),
    ] {
        assert_eq!(
            row(&document, "access", label),
            [this_year, before],
            "{label}"
        );
    }
    assert_eq!(figure(&document, "direct_from_children"), "4");
}

#[test]
fn channels_are_told_apart_and_counted_as_digital_where_the_authority_says_so() {
    let lines: Vec<_> = Channel::ALL
        .into_iter()
        .chain([Channel::NotNoted, Channel::App])
        .zip(1..)
        .map(|(channel, number)| RegisterLine {
            channel,
            ..complaint(number)
        })
        .collect();
    let document = report(&lines, Audience::Internal);
    for channel in Channel::ALL {
        let count = if channel == Channel::App { "2" } else { "1" };
        assert_eq!(
            row(&document, "complaints_by_channel", channel.label())[0],
            count
        );
    }
    assert_eq!(
        row(&document, "complaints_by_channel", "Channel not noted")[0],
        "1"
    );
    // E-mail, online form, text message and twice an app, of eleven.
    assert_eq!(figure(&document, "digital_share"), "45%");
    let mut settings = settings();
    let offered = |code, label: &str, digital| OfferedChannel {
        code,
        label: label.to_owned(),
        digital,
    };
    settings.channels = Channels::new(vec![
        offered(Channel::App, "My Voice", None),
        offered(Channel::Email, "E-mail", Some(false)),
    ]);
    let document = report_of(&settings, &lines, &[], Audience::Internal);
    assert_eq!(row(&document, "complaints_by_channel", "My Voice")[0], "2");
    assert_eq!(figure(&document, "digital_share"), "36%");
    let rows: Vec<_> = find(&document, "complaints_by_channel")
        .unwrap()
        .rows
        .iter()
        .collect();
    assert_eq!(
        rows[0].label, "My Voice",
        "the authority’s own channels come first"
    );
    assert_eq!(
        rows.len(),
        10,
        "what it no longer offers stands where it was used"
    );
}

fn enquiry(number: u128, received_on: Date) -> RegisterLine {
    RegisterLine {
        received_on,
        ..other(number, RepresentationKind::ElectedMemberEnquiry)
    }
}

#[test]
fn enquiries_of_members_are_told_by_half_year_or_by_the_days_on_which_something_changed() {
    let lines: Vec<_> = [
        date(2014, 4, 1),
        date(2014, 9, 30),
        date(2014, 10, 1),
        date(2014, 10, 31),
        date(2014, 11, 1),
        date(2015, 3, 31),
    ]
    .into_iter()
    .zip(1..)
    .map(|(received_on, number)| enquiry(number, received_on))
    .collect();
    let counts = |settings: &Settings| -> Vec<(String, String)> {
        let document = report_of(settings, &lines, &[], Audience::Internal);
        let table = find(&document, "mp_letters_by_period").unwrap();
        let rows = table.rows.iter();
        rows.map(|row| (row.label.clone(), row.cells[0].shown.clone()))
            .collect()
    };
    let pair = |label: &str, count: &str| (label.to_owned(), count.to_owned());
    assert_eq!(
        counts(&settings()),
        [
            pair("1 April 2014 to 30 September 2014", "2"),
            pair("1 October 2014 to 31 March 2015", "4")
        ]
    );
    let mut settings = settings();
    let turn = |year: &str, on| Turn {
        year: year.to_owned(),
        table: "mp_letters_by_period".to_owned(),
        on,
        because: "a new procedure.".to_owned(),
    };
    settings.report.turns = vec![
        turn("2014-15", date(2014, 11, 1)),
        turn("2013-14", date(2013, 6, 1)),
    ];
    assert_eq!(
        counts(&settings),
        [
            pair("1 April 2014 to 31 October 2014", "4"),
            pair("1 November 2014 to 31 March 2015", "2")
        ]
    );
    let document = report_of(&settings, &lines, &[], Audience::Internal);
    let notes = &find(&document, "mp_letters_by_period").unwrap().notes;
    assert!(
        notes.contains(&"From 1 November 2014: a new procedure.".to_owned()),
        "{notes:?}"
    );
}

fn action(number: u16, origin: ActionOrigin, kind: &str, agreed_on: Date) -> ActionLine {
    ActionLine {
        number: ActionNumber(number),
        kind: Code::new(kind),
        themes: Vec::new(),
        owner: "00000000-0000-0000-0000-000000000009"
            .parse::<AccountId>()
            .unwrap(),
        origin,
        answers: None,
        state: ActionState::ToDo,
        agreed_on,
        due_on: date(2014, 12, 1),
        carried_out_on: None,
        closed_on: None,
        review_on: None,
        impact: Vec::new(),
    }
}

#[test]
fn complaints_and_actions_are_counted_apart_by_what_the_actions_come_from() {
    let in_time = date(2014, 8, 1);
    let after_the_year = date(2015, 5, 1);
    let mut first = complaint(1);
    first.learning.actions = vec![
        action(1, ActionOrigin::LocalResolution, "apology", in_time),
        action(2, ActionOrigin::LocalResolution, "training", in_time),
        action(3, ActionOrigin::Adjudication, "apology", after_the_year),
        action(4, ActionOrigin::ReviewPanel, "apology", after_the_year),
    ];
    let mut second = complaint(2);
    second.learning.actions = vec![action(1, ActionOrigin::OfItself, "training", in_time)];
    let mut of_another_year = complaint(3);
    of_another_year.received_on = date(2014, 3, 31);
    of_another_year.learning.actions =
        vec![action(1, ActionOrigin::LocalResolution, "apology", in_time)];
    let document = report(&[first, second, of_another_year], Audience::Internal);
    for (label, cells) in [
        ("The answer at Stage 1", ["1", "2"]),
        ("The adjudication at Stage 2", ["1", "1"]),
        ("The review panel", ["1", "1"]),
        ("The Ombudsman", ["0", "0"]),
        ("None of these: it was seen to be needed", ["1", "1"]),
    ] {
        assert_eq!(row(&document, "actions_by_origin", label), cells, "{label}");
    }
    // One complaint led to two apologies after Stage 1.
    assert_eq!(
        row(&document, "later_actions_by_kind", "Apology"),
        ["1", "2"]
    );
    assert_eq!(
        row(&document, "later_actions_by_kind", "Training"),
        ["1", "1"]
    );
    assert_eq!(
        row(&document, "later_actions_by_kind", "Any of these"),
        ["2", "3"]
    );
    assert_eq!(figure(&document, "complaints_with_action"), "1");
    assert_eq!(figure(&document, "later_actions"), "3");
}

#[test]
fn few_young_people_are_withheld_with_all_that_is_told_of_them_and_what_gives_them_away() {
    let mut lines: Vec<_> = (1..=30).map(complaint).collect();
    for line in lines.iter_mut().take(3) {
        line.capacities = vec![Code::new("young_person")];
        line.channel = Channel::App;
        line.advocates = vec![AdvocateKind::Independent];
    }
    let document = report(&lines, Audience::Public);
    let mut tables = document.tables();
    assert!(
        !tables.any(|table| table.id.starts_with("young_people_by_")
            || ["timescale_by_young_people", "timescale_by_capacity"].contains(&table.id.as_str())),
        "a table of withheld numbers tells nothing"
    );
    assert_eq!(
        row(&document, "complaints_by_channel", "App")[0],
        "withheld"
    );
    for id in [
        "young_people_complaints",
        "young_people_within_10",
        "young_people_digital",
    ] {
        assert_eq!(figure(&document, id), "withheld", "{id}");
    }
}

fn any_line(number: u128) -> impl Strategy<Value = RegisterLine> {
    let capacities = proptest::sample::subsequence(vec!["parent", "young_person", "carer"], 0..3);
    let service = proptest::sample::select(vec!["first_response", "fostering", "closed_long_ago"]);
    (capacities, service, proptest::option::of(0_u16..40)).prop_map(
        move |(capacities, service, took)| RegisterLine {
            capacities: capacities.into_iter().map(Code::new).collect(),
            service: Some(Code::new(service)),
            ..taking(complaint(number), took)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_the_groups_come_to_is_the_whole_year(
        lines in (0_u128..40).prop_flat_map(|how_many| (0..how_many).map(any_line).collect::<Vec<_>>())
    ) {
        let document = report(&lines, Audience::Internal);
        let whole = |id: &str, label: &str| -> i64 { row(&document, id, label)[0].parse().unwrap() };
        for id in ["timescale_by_young_people", "timescale_by_service"] {
            let Some(table) = find(&document, id) else { continue };
            let sum = |column: usize| -> i64 {
                table.rows.iter().map(|row| row.cells[column].shown.parse::<i64>().unwrap()).sum()
            };
            prop_assert_eq!(sum(0), i64::try_from(lines.len()).unwrap());
            prop_assert_eq!(sum(1), whole("timescale_stage1", "Within 10 working days"));
            prop_assert_eq!(sum(3), sum(1) + whole("timescale_stage1", "11 to 20 working days"));
            prop_assert_eq!(sum(5), sum(3) + whole("timescale_stage1", "20 days plus"));
        }
    }

    #[test]
    fn no_row_of_a_group_stands_alone_withheld_in_its_column(
        lines in (10_u128..60).prop_flat_map(|how_many| (0..how_many).map(any_line).collect::<Vec<_>>())
    ) {
        let document = report(&lines, Audience::Public);
        let Some(table) = find(&document, "timescale_by_young_people") else { return Ok(()) };
        // The whole of each column is told elsewhere; whoever knows it and one of the two rows knows the other.
        let withheld = table.rows.iter().filter(|row| row.cells[1].shown == "withheld").count();
        let known = row(&document, "timescale_stage1", "Within 10 working days")[0] != "withheld";
        prop_assert!(!known || withheld != 1, "{:?}", table);
    }
}
