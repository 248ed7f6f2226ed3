//! What the report says of equality monitoring: whose values count, and where they come from.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

#[expect(dead_code, reason = "the whole council is for the other tests")]
mod small_council;

use casework::intake::FormState;
use casework::settings::Code;
use jiff::civil::date;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Document, Row, Table};
use small_council::{AS_AT, Equality, complaint, settings, year};
use views::equality::{About, Answer, EqualityAnswers, NonAnswer, Source, Value};
use views::register_line::RegisterLine;

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
