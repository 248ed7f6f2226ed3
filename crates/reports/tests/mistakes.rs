//! The mistakes a plausible implementation makes in what it publishes.
//!
//! The list of all of them is `docs/mistakes.md`.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use casework::settings::Code;
use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Block, Document, Figure, Row, Table};
use small_council::{AS_AT, Equality, complaint, equality, lines, settings, year};
use views::equality::{About, EqualityAnswers, Source, Value};
use views::register_line::{Answer, RegisterLine};

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

fn figure<'a>(document: &'a Document, id: &str) -> &'a Figure {
    let mut figures = document.figures.iter();
    figures.find(|figure| figure.id == id).unwrap()
}

/// The first column of a table with its labels.
fn counts<'a>(document: &'a Document, id: &str) -> Vec<(&'a str, &'a str)> {
    let shown = |row: &'a Row| (row.label.as_str(), row.cells[0].shown.as_str());
    table(document, id).rows.iter().map(shown).collect()
}

/// Complaints answered after so many working days each.
fn answered(took: &[u16]) -> Vec<RegisterLine> {
    let line = |(number, took): (u128, &u16)| {
        let mut line = complaint(number);
        let stage = line.local_resolution.as_mut().unwrap();
        let answer = stage.answer.unwrap();
        stage.answer = Some(Answer {
            took: *took,
            ..answer
        });
        line
    };
    (1..).zip(took).map(line).collect()
}

#[test]
fn m13_recording_equality_data_of_the_child_as_that_of_the_complainant() {
    // Nobody who complained returned a form; the child's answers are known from the care record.
    let girl = EqualityAnswers {
        gender: Value::stated(Code::new("female")),
        ethnicity: Value::stated(Code::new("white_british")),
        religion: Value::stated(Code::new("none")),
        age: Value::stated(9),
        ..EqualityAnswers::unanswered(About::Child, Source::CareRecord)
    };
    let line = complaint(1);
    let document = report(
        std::slice::from_ref(&line),
        &[(line.case, girl)],
        Audience::Internal,
    );
    for (id, row) in [
        ("gender", ("Female", "0")),
        ("ethnicity", ("White British", "0")),
        ("religion", ("No religion", "0")),
        ("age", ("Under 18", "0")),
    ] {
        let counted = counts(&document, id);
        assert!(counted.contains(&row), "{id}: {counted:?}");
        assert_eq!(counted.last().unwrap().1, "1", "{id}: not stated");
    }
    // In the whole council's report, too, forms about children change nothing.
    let mut complainants = equality();
    complainants.retain(|(_, answers)| answers.about == About::Complainant);
    assert!(complainants.len() < equality().len());
    assert_eq!(
        report(&lines(), &equality(), Audience::Internal),
        report(&lines(), &complainants, Audience::Internal)
    );
}

#[test]
fn m14_reporting_in_time_when_only_the_extended_limit_was_met() {
    // One answer on day 10, two after an extension, one after everything.
    let document = report(&answered(&[10, 11, 20, 21]), &[], Audience::Internal);
    let bands: Vec<_> = counts(&document, "timescale_stage1")
        .into_iter()
        .map(|(_, count)| count)
        .collect();
    assert_eq!(bands, ["1", "2", "1"]);
    assert_eq!(figure(&document, "s1_within_10").numerator, Some(1));
    assert_eq!(figure(&document, "s1_11_20").numerator, Some(2));
    assert_eq!(figure(&document, "s1_within_20").numerator, Some(3));
    let notes = table(&document, "timescale_stage1").notes.concat();
    assert!(notes.contains("extensions included"), "{notes}");
    let texts: Vec<&String> = document
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .flat_map(|block| match block {
            Block::Paragraph { text } | Block::Subheading { text } => vec![text],
            Block::Bullets { items } => items.iter().collect(),
            Block::Table(_) | Block::Chart(_) => Vec::new(),
        })
        .collect();
    // Whoever reads of completion reads within how many days.
    let completed: Vec<_> = texts
        .iter()
        .filter(|text| text.contains("were completed"))
        .collect();
    assert!(completed.len() >= 3, "{completed:?}");
    for text in completed {
        assert!(text.contains(" working days"), "{text}");
        assert!(
            !text.contains("in time") && !text.contains("on time"),
            "{text}"
        );
    }
}

#[test]
fn m14_reporting_in_time_when_only_the_extended_limit_was_met_at_stage_2() {
    let mut investigated = lines();
    let line = investigated
        .iter_mut()
        .find(|line| line.investigation.is_some())
        .unwrap();
    let stage = line.investigation.as_mut().unwrap();
    let before = report(&lines(), &[], Audience::Internal);
    // Twenty-five working days before, twenty-six now.
    let answer = stage.answer.unwrap();
    assert_eq!(answer.took, 25);
    stage.answer = Some(Answer { took: 26, ..answer });
    let after = report(&investigated, &[], Audience::Internal);
    let bands = |document| counts(document, "stage2_timescales")[..2].to_vec();
    assert_eq!(
        bands(&before),
        [
            ("Within 25 working days", "1"),
            ("26 to 65 working days", "0")
        ]
    );
    assert_eq!(
        bands(&after),
        [
            ("Within 25 working days", "0"),
            ("26 to 65 working days", "1")
        ]
    );
}

#[test]
fn m15_publishing_a_table_whose_suppressed_cell_can_be_found_by_subtraction() {
    // Twelve, nine and three complaints: withholding only the three leaves 24 - 12 - 9.
    let mut lines = answered(&[8; 24]);
    for (line, service) in lines.iter_mut().zip(
        [("fostering", 9), ("aftercare", 3)]
            .into_iter()
            .flat_map(|(service, times)| std::iter::repeat_n(service, times)),
    ) {
        line.service = Some(Code::new(service));
    }
    let document = report(&lines, &[], Audience::Public);
    let services = table(&document, "complaints_by_service");
    assert_eq!(services.total.as_ref().unwrap().cells[0].shown, "24");
    assert_eq!(
        counts(&document, "complaints_by_service"),
        [
            ("First Response", "12"),
            ("Fostering", "withheld"),
            ("Aftercare", "withheld"),
        ]
    );
    // Neither is it found by way of its percentage.
    for row in services
        .rows
        .iter()
        .filter(|row| row.cells[0].value.is_none())
    {
        assert!(row.cells.iter().all(|cell| cell.value.is_none()), "{row:?}");
    }
    // Officers see it whole.
    let whole = report(&lines, &[], Audience::Internal);
    assert_eq!(
        counts(&whole, "complaints_by_service")[2],
        ("Aftercare", "3")
    );
}

#[test]
fn m15_publishing_a_subtotal_beside_its_total() {
    // Fourteen within 10 days, eight up to 20, two later. Saying that 22 of 24 took up to 20 days tells of the two.
    let mut took = vec![8; 14];
    took.extend([15; 8]);
    took.extend([25; 2]);
    let document = report(&answered(&took), &[], Audience::Public);
    let bands: Vec<_> = counts(&document, "timescale_stage1")
        .into_iter()
        .map(|(_, count)| count)
        .collect();
    assert_eq!(bands, ["14", "withheld", "withheld"]);
    for id in ["s1_11_20", "s1_over_20", "s1_within_20"] {
        let figure = figure(&document, id);
        assert_eq!(figure.numerator, None, "{id}");
        assert_eq!(figure.shown, "withheld", "{id}");
    }
}
