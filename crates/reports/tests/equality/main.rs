//! What the report says of equality monitoring: whose values count, and where they come from.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod population;
#[expect(dead_code, reason = "the whole council is for the other tests")]
#[path = "../small_council/mod.rs"]
mod small_council;

use casework::intake::FormState;
use casework::settings::{Code, EarlierList, Entry, EqualityQuestion, List, ListVersion, Settings};
use jiff::civil::date;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Document, Row, Table};
use small_council::{AS_AT, Equality, complaint, settings, year};
use views::equality::{About, Answer, EqualityAnswers, NonAnswer, Source, Value};
use views::register_line::RegisterLine;

fn report(lines: &[RegisterLine], equality: &[Equality], audience: Audience) -> Document {
    report_under(&settings(), lines, equality, audience)
}

fn report_under(
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

fn table<'a>(document: &'a Document, id: &str) -> &'a Table {
    document.tables().find(|table| table.id == id).unwrap()
}

/// A row of a table with its cells as shown.
fn row(document: &Document, id: &str, label: &str) -> Vec<String> {
    let table = table(document, id);
    let mut rows = table.rows.iter();
    let row: Option<&Row> = rows.find(|row| row.label == label);
    let shown = |row: &Row| row.cells.iter().map(|cell| cell.shown.clone()).collect();
    row.map_or_else(|| panic!("{id} has no row {label}: {table:?}"), shown)
}

/// What is known of a complainant.
fn form(source: Source, gender: Option<&str>, age: Option<u8>) -> EqualityAnswers {
    EqualityAnswers {
        gender: Value::from_form(gender.map(Code::new), source),
        age: Value::from_form(age, source),
        ..EqualityAnswers::unanswered(About::Complainant, source)
    }
}

#[test]
fn what_a_carer_or_advocate_told_counts_after_the_own_form_and_before_the_care_record() {
    let lines: Vec<_> = (1..=4).map(complaint).collect();
    let told = |gender, age| form(Source::ToldForThem, gender, age);
    let forms = [
        (lines[0].case, told(Some("female"), Some(30))),
        // What the person says counts; what is missing of it is taken from who told for them.
        (lines[1].case, form(Source::OwnForm, Some("male"), None)),
        (lines[1].case, told(Some("female"), Some(31))),
        (
            lines[2].case,
            form(Source::CareRecord, Some("female"), Some(70)),
        ),
        (lines[2].case, told(Some("male"), None)),
    ];
    let document = report(&lines, &forms, Audience::Internal);
    assert_eq!(row(&document, "gender", "Female"), ["1"]);
    assert_eq!(row(&document, "gender", "Male"), ["2"]);
    let sources = &table(&document, "equality_sources").columns;
    assert_eq!(
        sources,
        &[
            "The person’s own form",
            "Told by a carer or advocate",
            "The care record",
            "Values"
        ]
    );
    let of = |label| row(&document, "equality_sources", label);
    assert_eq!(of("Gender"), ["1", "2", "0", "3"]);
    assert_eq!(of("Age"), ["0", "2", "1", "3"]);
    assert_eq!(of("Religion or belief"), ["0", "0", "0", "0"]);
}

#[test]
fn a_source_of_few_values_is_withheld_with_what_would_give_it_away() {
    let lines: Vec<_> = (1..=20).map(complaint).collect();
    let forms: Vec<Equality> = lines
        .iter()
        .zip(1..)
        .filter(|(_, number)| *number <= 14)
        .map(|(line, number)| {
            let source = if number <= 2 {
                Source::ToldForThem
            } else {
                Source::OwnForm
            };
            let gender = if number % 2 == 0 { "male" } else { "female" };
            (line.case, form(source, Some(gender), None))
        })
        .collect();
    let document = report(&lines, &forms, Audience::Public);
    assert_eq!(row(&document, "gender", "Female"), ["7"]);
    assert_eq!(
        row(&document, "equality_sources", "Gender"),
        ["withheld", "withheld", "0", "14"]
    );
}

/// A question without an answer, and where that comes from, if not from where the form does.
fn missing(non_answer: NonAnswer, source: Option<Source>) -> Value<Code> {
    Value {
        answer: Answer::Missing(non_answer),
        source,
    }
}

#[test]
fn why_a_value_is_missing_is_told_apart_and_a_wish_not_to_say_is_never_filled_from_the_care_record()
{
    let mut lines: Vec<_> = (1..=5).map(complaint).collect();
    let sent = FormState::Outstanding(date(2014, 7, 1));
    lines[4].equality = vec![(About::Complainant, sent)];
    let own = |gender| EqualityAnswers {
        gender,
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let record = form(Source::CareRecord, Some("female"), None);
    let forms = [
        (lines[0].case, own(missing(NonAnswer::PreferNotToSay, None))),
        (lines[0].case, record.clone()),
        (lines[1].case, own(missing(NonAnswer::NotAsked, None))),
        (lines[2].case, own(missing(NonAnswer::NoResponse, None))),
        (lines[2].case, record),
        (lines[3].case, form(Source::CareRecord, None, None)),
    ];
    let document = report(&lines, &forms, Audience::Internal);
    let columns = &table(&document, "equality_missing").columns;
    assert_eq!(
        columns,
        &[
            "They prefer not to say",
            "They did not say",
            "The care record does not say",
            "It was not asked",
            "Without a value"
        ]
    );
    let gender = row(&document, "equality_missing", "Gender");
    assert_eq!(gender, ["1", "1", "1", "1", "4"]);
    assert_eq!(row(&document, "gender", "Female"), ["1"]);
    assert_eq!(row(&document, "gender", "Not stated or no response"), ["4"]);
    assert_eq!(
        row(&document, "equality_sources", "Gender"),
        ["0", "0", "1", "1"]
    );
}

#[test]
fn a_value_with_a_source_of_its_own_counts_under_that_source() {
    let line = complaint(1);
    let answers = EqualityAnswers {
        gender: Value {
            source: Some(Source::CareRecord),
            ..Value::stated(Code::new("female"))
        },
        religion: Value::stated(Code::new("none")),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let lines = [line];
    let forms = [(lines[0].case, answers)];
    let document = report(&lines, &forms, Audience::Internal);
    let of = |label| row(&document, "equality_sources", label);
    assert_eq!(of("Gender"), ["0", "0", "1", "1"]);
    assert_eq!(of("Religion or belief"), ["1", "0", "0", "1"]);
}

#[test]
fn forms_sent_and_returned_are_counted_and_those_about_children_apart() {
    let day = date(2014, 7, 1);
    let states = [
        vec![(About::Complainant, FormState::Returned(day))],
        vec![
            (About::Complainant, FormState::Outstanding(day)),
            (About::Child, FormState::LookedUp(day)),
        ],
        vec![(About::Complainant, FormState::LookedUp(day))],
        vec![(About::Child, FormState::Outstanding(day))],
    ];
    let lines: Vec<RegisterLine> = (1..)
        .zip(states)
        .map(|(number, equality)| RegisterLine {
            equality,
            ..complaint(number)
        })
        .collect();
    let document = report(&lines, &[], Audience::Internal);
    let columns = &table(&document, "equality_returns").columns;
    assert_eq!(
        columns,
        &[
            "Asked",
            "of these, returned",
            "of these, not returned",
            "Not asked",
            "of these, care record looked up",
            "People"
        ]
    );
    let of = |label| row(&document, "equality_returns", label);
    assert_eq!(of("Complainants"), ["2", "1", "1", "2", "1", "4"]);
    assert_eq!(of("Children"), ["1", "0", "1", "3", "1", "4"]);
    // Where no form is held, how far it came says why: the last was about the child, so nobody asked.
    let gender = row(&document, "equality_missing", "Gender");
    assert_eq!(gender, ["0", "2", "1", "1", "4"]);
}

/// The council's ethnic groups under two versions in which "other" means two things.
fn two_versions() -> Settings {
    let list = |entries: &[(&str, &str)]| {
        let entry = |(code, label): &(&str, &str)| Entry {
            code: Code::new(*code),
            label: (*label).to_owned(),
        };
        List(entries.iter().map(entry).collect())
    };
    let mut settings = settings();
    let lists = &mut settings.equality;
    let question = EqualityQuestion::Ethnicity;
    lists.ethnicity = list(&[("white_british", "White British"), ("other", "Any other")]);
    lists.versions = [(question, ListVersion::new("2021"))].into();
    lists.earlier = vec![EarlierList {
        question,
        version: ListVersion::new("2001"),
        list: list(&[("chinese", "Chinese"), ("other", "Chinese or any other")]),
    }];
    settings
}

/// An ethnic group chosen from a version of the list.
fn chosen(code: &str, version: Option<&str>) -> EqualityAnswers {
    let version = version.map(|version| (EqualityQuestion::Ethnicity, ListVersion::new(version)));
    EqualityAnswers {
        ethnicity: Value::stated(Code::new(code)),
        versions: version.into_iter().collect(),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    }
}

#[test]
fn an_answer_of_another_version_of_the_list_is_never_counted_as_one_of_todays_and_never_lost() {
    let answers = [
        ("other", Some("2021")),
        ("other", Some("2001")),
        ("other", Some("2001")),
        ("other", Some("1991")),
        ("other", None),
        ("chinese", Some("2021")),
        ("white_british", Some("2001")),
        ("white_british", Some("2021")),
        ("prefer_not_to_say", Some("2001")),
    ];
    let lines: Vec<_> = (1..=10).map(complaint).collect();
    let forms = lines
        .iter()
        .zip(answers)
        .map(|(line, (code, version))| (line.case, chosen(code, version)));
    let forms: Vec<Equality> = forms.collect();
    let rows = |settings: &Settings| {
        let document = report_under(settings, &lines, &forms, Audience::Internal);
        let table = table(&document, "ethnicity").clone();
        let shown = |row: &Row| format!("{}: {}", row.label, row.cells[0].shown);
        table.rows.iter().map(shown).collect::<Vec<_>>()
    };
    let mut settings = two_versions();
    assert_eq!(
        rows(&settings),
        [
            "White British: 1",
            "Any other: 1",
            "Chinese or any other (list 2001): 2",
            "Answered from a list that the settings do not hold: 2",
            "Not in the list: 2",
            "Not stated or no response: 2",
        ]
    );
    // The council says under which version the answers were given that name none.
    settings.equality.unversioned =
        [(EqualityQuestion::Ethnicity, ListVersion::new("2021"))].into();
    assert_eq!(
        rows(&settings),
        [
            "White British: 1",
            "Any other: 2",
            "Chinese or any other (list 2001): 2",
            "Answered from a list that the settings do not hold: 1",
            "Not in the list: 2",
            "Not stated or no response: 2",
        ]
    );
    let sources = report_under(&settings, &lines, &forms, Audience::Internal);
    assert_eq!(
        row(&sources, "equality_sources", "Ethnic group"),
        ["8", "0", "0", "8"]
    );
}

#[test]
fn answers_from_a_list_without_versions_are_counted_in_it() {
    let lines = [complaint(1), complaint(2)];
    let forms = [
        (lines[0].case, chosen("white_british", None)),
        // A form of a council that took its version back: it is said, not guessed.
        (lines[1].case, chosen("white_british", Some("2021"))),
    ];
    let document = report(&lines, &forms, Audience::Internal);
    assert_eq!(row(&document, "ethnicity", "White British"), ["1"]);
    let elsewhere = "Answered from a list that the settings do not hold";
    assert_eq!(row(&document, "ethnicity", elsewhere), ["1"]);
}

#[test]
fn a_row_of_few_answers_of_an_earlier_list_is_withheld_like_any_other() {
    let lines: Vec<_> = (1..=20).map(complaint).collect();
    let forms: Vec<Equality> = lines
        .iter()
        .zip(1..)
        .map(|(line, number)| {
            let version = if number <= 2 { "2001" } else { "2021" };
            (line.case, chosen("other", Some(version)))
        })
        .collect();
    let document = report_under(&two_versions(), &lines, &forms, Audience::Public);
    let earlier = row(&document, "ethnicity", "Chinese or any other (list 2001)");
    assert_eq!(earlier, ["withheld"]);
    assert_eq!(row(&document, "ethnicity", "Any other"), ["withheld"]);
}

/// The council with impairments asked in the place of one disability.
fn in_detail() -> Settings {
    let list = |entries: &[&str]| {
        let entry = |code: &&str| Entry {
            code: Code::new(*code),
            label: (*code).to_owned(),
        };
        List(entries.iter().map(entry).collect())
    };
    let mut settings = settings();
    let lists = &mut settings.equality;
    lists.disability = list(&["physical"]);
    lists.long_lasting = list(&["yes", "no"]);
    lists.day_to_day = list(&["a_lot", "a_little", "not_at_all"]);
    lists.impairments = list(&["hearing", "memory", "none_of_these"]);
    lists.gender_identity = list(&["yes", "no"]);
    settings
}

/// What somebody says of conditions, and the impairments they name.
fn detailed(long_lasting: &str, named: Option<&[&str]>) -> EqualityAnswers {
    let source = Source::OwnForm;
    let named = named.map(|named| named.iter().map(|code| Code::new(*code)).collect());
    EqualityAnswers {
        long_lasting: Value::stated(Code::new(long_lasting)),
        impairments: Value::from_form(named, source),
        ..EqualityAnswers::unanswered(About::Complainant, source)
    }
}

#[test]
fn people_who_name_several_impairments_are_counted_once_as_people_and_once_with_each_impairment() {
    let lines: Vec<_> = (1..=6).map(complaint).collect();
    let one = EqualityAnswers {
        disability: Value::stated(Code::new("physical")),
        ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
    };
    let forms = [
        (lines[0].case, detailed("yes", Some(&["hearing", "memory"]))),
        // The same impairment twice is one.
        (
            lines[1].case,
            detailed("yes", Some(&["hearing", "hearing"])),
        ),
        (lines[2].case, detailed("no", Some(&["none_of_these"]))),
        (lines[3].case, detailed("no", None)),
        (lines[4].case, one),
    ];
    let document = report_under(&in_detail(), &lines, &forms, Audience::Internal);
    let shown = |id: &str| {
        let shown = |row: &Row| format!("{}: {}", row.label, row.cells[0].shown);
        let table = table(&document, id);
        table.rows.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(
        shown("impairments"),
        [
            "hearing: 2",
            "memory: 1",
            "none_of_these: 1",
            "Complaints whose complainant answered: 3",
            "Not stated or no response: 3",
        ]
    );
    let table = table(&document, "impairments");
    assert!(
        table
            .caption
            .contains("people may be counted more than once")
    );
    assert!(table.total.is_none(), "impairments do not add up to people");
    assert_eq!(
        shown("long_lasting"),
        ["yes: 2", "no: 2", "Not stated or no response: 2"]
    );
    // Whoever was asked in more detail is not lost from the table of one disability, nor guessed into it.
    assert_eq!(
        shown("disability"),
        [
            "physical: 1",
            "Asked in more detail, in tables of their own: 4",
            "Not stated or no response: 1",
        ]
    );
    let missing = row(&document, "equality_missing", "Impairments");
    assert_eq!(missing.last().map(String::as_str), Some("3"));
}

#[test]
fn a_question_the_council_does_not_ask_has_no_table_and_gender_identity_is_never_taken_from_sex() {
    let lines: Vec<_> = (1..=3).map(complaint).collect();
    let forms = [
        (
            lines[0].case,
            form(Source::OwnForm, Some("female"), Some(30)),
        ),
        (
            lines[1].case,
            EqualityAnswers {
                gender_identity: Value::stated(Code::new("no")),
                ..EqualityAnswers::unanswered(About::Complainant, Source::OwnForm)
            },
        ),
    ];
    let plain = report(&lines, &forms[..1], Audience::Internal);
    for id in [
        "gender_identity",
        "long_lasting",
        "day_to_day",
        "impairments",
    ] {
        assert!(plain.tables().all(|table| table.id != id), "{id}");
    }
    let asked = report_under(&in_detail(), &lines, &forms, Audience::Internal);
    assert_eq!(row(&asked, "gender", "Female"), ["1"]);
    assert_eq!(row(&asked, "gender_identity", "yes"), ["0"]);
    assert_eq!(row(&asked, "gender_identity", "no"), ["1"]);
    // What was answered stays in the report when the council stops asking.
    let stopped = report(&lines, &forms, Audience::Internal);
    assert!(stopped.tables().any(|table| table.id == "gender_identity"));
}

#[test]
fn a_rare_impairment_is_withheld_where_it_is_published() {
    let lines: Vec<_> = (1..=20).map(complaint).collect();
    let forms: Vec<Equality> = lines
        .iter()
        .zip(1..)
        .map(|(line, number)| {
            let named: &[&str] = if number <= 2 {
                &["hearing", "memory"]
            } else {
                &["hearing"]
            };
            (line.case, detailed("yes", Some(named)))
        })
        .collect();
    let document = report_under(&in_detail(), &lines, &forms, Audience::Public);
    assert_eq!(row(&document, "impairments", "memory"), ["withheld"]);
    let answered = "Complaints whose complainant answered";
    assert_eq!(row(&document, "impairments", answered), ["20"]);
}
