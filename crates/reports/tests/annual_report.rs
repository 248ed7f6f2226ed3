//! The annual report of a small invented council, from lines made by hand: its figures, what each
//! audience sees, and what must hold of every report.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use casework::intake::RepresentationKind;
use casework::settings::Code;
use insta::assert_snapshot;
use jiff::civil::date;
use proptest::prelude::*;
use reports::annual_report::{ReportInput, Tally, draft};
use reports::document::{Audience, Block, Document, Number, Table};

use small_council::{AS_AT, Equality, complaint, equality, lines, settings, year};
use views::register_line::{Answer, DepartureLine, RegisterLine};

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

/// The first column of a table with its labels.
fn counts<'a>(document: &'a Document, id: &str) -> Vec<(&'a str, &'a str)> {
    table(document, id)
        .rows
        .iter()
        .map(|row| (row.label.as_str(), row.cells[0].shown.as_str()))
        .collect()
}

fn figure<'a>(document: &'a Document, id: &str) -> &'a str {
    let found = document.figures.iter().find(|figure| figure.id == id);
    &found.unwrap_or_else(|| panic!("no figure {id}")).shown
}

/// The document as somebody reads it, one line for each row.
fn read_out(document: &Document) -> String {
    let mut lines = vec![document.title.clone(), document.subtitle.clone()];
    for section in &document.sections {
        lines.extend([String::new(), format!("## {}", section.heading)]);
        for block in &section.blocks {
            match block {
                Block::Paragraph { text } => lines.push(text.clone()),
                Block::Subheading { text } => lines.push(format!("### {text}")),
                Block::Bullets { items } => {
                    lines.extend(items.iter().map(|item| format!("- {item}")));
                }
                Block::Table(table) => lines.extend(read_table(table)),
                Block::Chart(chart) => lines.push(format!("<{}> {}", chart.id, chart.alternative)),
            }
        }
    }
    lines.extend([String::new(), "## Figures".to_owned()]);
    lines.extend(document.figures.iter().map(|figure| {
        let of = match (figure.numerator, figure.denominator) {
            (Some(part), Some(whole)) => format!(" = {part} / {whole}"),
            (None, Some(whole)) => format!(" of {whole}"),
            (Some(_) | None, None) => String::new(),
        };
        format!("{}: {}{of} ({})", figure.id, figure.shown, figure.base)
    }));
    lines.join("\n")
}

fn read_table(table: &Table) -> Vec<String> {
    let rows = table.rows.iter().chain(&table.total).map(|row| {
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.shown.as_str()).collect();
        format!("{} | {}", row.label, cells.join(" | "))
    });
    let heading = [
        String::new(),
        format!("[{}] {}", table.id, table.caption),
        format!("{} | {}", table.row_heading, table.columns.join(" | ")),
    ];
    let notes = table.notes.iter().map(|note| format!("  * {note}"));
    let below = std::iter::once(format!("  {}", table.population)).chain(notes);
    heading.into_iter().chain(rows).chain(below).collect()
}

#[test]
fn the_whole_report_for_officers() {
    assert_snapshot!(read_out(&report(&lines(), &equality(), Audience::Internal)));
}

#[test]
fn the_whole_report_for_everybody() {
    assert_snapshot!(read_out(&report(&lines(), &equality(), Audience::Public)));
}

#[test]
fn each_table_counts_its_own_population() {
    let document = report(&lines(), &equality(), Audience::Internal);
    for (id, shown) in [
        ("stage1_complaints", "10"),
        ("answered_in_year", "10"),
        ("closed_in_year", "1"),
        ("open_at_year_end", "10"),
        ("stage2_complaints", "3"),
        ("stage3_requests", "1"),
        ("stage3_panels", "1"),
        ("general_enquiries", "2"),
        ("corporate_complaints", "1"),
        ("compliments", "3"),
        ("mp_letters", "3"),
        ("lgo_decisions", "1"),
        ("parents_share", "64%"),
        ("dissatisfied_stage1", "50%"),
        ("to_stage2", "30%"),
        ("to_stage2_followed", "20%"),
        ("to_stage3", "33%"),
        ("no_further_after_s2", "67%"),
        ("s1_within_10", "40%"),
        ("s1_within_20", "70%"),
        ("mp_within_10", "33.3%"),
        ("mp_average_days", "18"),
        ("mp_median_days", "18"),
        ("compliments_decline", "40%"),
        ("lac_cause_rate", "8%"),
    ] {
        assert_eq!(figure(&document, id), shown, "{id}");
    }
}

#[test]
fn a_complaint_in_two_capacities_counts_once_in_each_and_the_table_says_so() {
    let document = report(&lines(), &equality(), Audience::Internal);
    let table = table(&document, "complaints_by_representative");
    assert_eq!(table.total.as_ref().unwrap().cells[0].shown, "11");
    assert!(
        table.notes[0]
            .starts_with("Adds up to 11, 1 more than the 10 complaints received, because")
    );
}

#[test]
fn two_people_in_one_capacity_are_one_entry() {
    let mut parents = complaint(1);
    parents.capacities = vec![Code::new("parent"), Code::new("parent")];
    let document = report(&[parents], &[], Audience::Internal);
    assert_eq!(
        counts(&document, "complaints_by_representative")[1],
        ("Parent", "1")
    );
}

#[test]
fn a_subject_access_request_is_in_no_figure_of_the_report() {
    let with = |kind| {
        let mut line = small_council::other(60, kind);
        line.enquiry = Some(Answer {
            on: date(2014, 8, 1),
            took: 12,
        });
        let mut lines = lines();
        lines.push(line);
        report(&lines, &equality(), Audience::Internal)
    };
    let without = report(&lines(), &equality(), Audience::Internal);
    assert_eq!(with(RepresentationKind::SubjectAccessRequest), without);
    assert_ne!(with(RepresentationKind::Enquiry), without);
}

#[test]
fn day_twenty_is_within_and_day_twenty_one_is_over() {
    for (took, band) in [(0, 0), (10, 0), (11, 1), (20, 1), (21, 2), (u16::MAX, 2)] {
        let mut line = complaint(1);
        let stage = line.local_resolution.as_mut().unwrap();
        stage.answer = Some(Answer {
            took,
            ..stage.answer.unwrap()
        });
        let document = report(&[line], &[], Audience::Internal);
        let counted = counts(&document, "timescale_stage1");
        for (row, (_, count)) in counted.iter().enumerate() {
            assert_eq!(*count, if row == band { "1" } else { "0" }, "{took} days");
        }
    }
}

#[test]
fn a_withdrawal_before_an_answer_is_an_outcome_and_one_after_is_not() {
    let withdrawn = DepartureLine::Withdrawn {
        on: AS_AT.day,
        took: 4,
    };
    let mut after = complaint(1);
    after.departure = Some(withdrawn);
    let mut before = complaint(2);
    before.departure = Some(withdrawn);
    let stage = before.local_resolution.as_mut().unwrap();
    (stage.answer, stage.outcome) = (None, None);
    let document = report(&[after, before], &[], Audience::Internal);
    let outcomes = counts(&document, "outcomes_stage1");
    assert!(outcomes.contains(&("Upheld", "1")));
    assert!(outcomes.contains(&("Withdrawn", "1")));
}

#[test]
fn rows_stand_in_the_order_of_the_list_also_when_zero() {
    let document = report(&[], &[], Audience::Internal);
    assert_eq!(
        counts(&document, "complaints_by_service"),
        [
            ("First Response", "0"),
            ("Fostering", "0"),
            ("Aftercare", "0")
        ]
    );
    assert_eq!(figure(&document, "to_stage2"), "not applicable");
}

#[test]
fn ages_of_children_are_counted_only_where_the_authority_does_so() {
    let age = |with_children: bool| {
        let mut settings = settings();
        settings.report.ages_include_children = with_children;
        let mut tally = Tally::new(&settings, year());
        for (case, answers) in equality() {
            tally.count_equality(case, &answers);
        }
        for line in lines() {
            tally.count(&line);
        }
        let document = tally.finish(AS_AT, Audience::Internal);
        let total = table(&document, "age").total.clone().unwrap();
        (
            total.cells[0].shown.clone(),
            table(&document, "age").notes[0].clone(),
        )
    };
    assert_eq!(
        age(false),
        (
            "10".to_owned(),
            "Adds up to the 10 complaints received.".to_owned()
        )
    );
    let (total, note) = age(true);
    assert_eq!(total, "12");
    assert!(note.starts_with(
        "Adds up to 12, 2 more than the 10 complaints received, because the ages of children"
    ));
}

#[test]
fn forms_count_in_whatever_order_they_and_the_lines_come() {
    let (mut reversed, mut forms) = (lines(), equality());
    reversed.reverse();
    let forward = report(&reversed, &forms, Audience::Internal);
    forms.sort_by_key(|(case, _)| std::cmp::Reverse(*case));
    let backward = report(&lines(), &forms, Audience::Internal);
    assert_eq!(forward, backward);
}

#[test]
fn nothing_small_is_told_to_everybody() {
    let document = report(&lines(), &equality(), Audience::Public);
    for table in document
        .tables()
        .filter(|table| table.id != "volumes_by_stage")
    {
        for row in table.rows.iter().chain(&table.total) {
            assert!(
                !matches!(row.cells[0].value, Some(Number::Whole(1..=4))),
                "{}: {}",
                table.id,
                row.label
            );
        }
    }
    for figure in &document.figures {
        for count in [figure.numerator, figure.denominator].into_iter().flatten() {
            assert!(!(1..=4).contains(&count), "{}", figure.id);
        }
    }
}

#[test]
fn charts_draw_no_bar_that_their_table_withholds() {
    let document = report(&lines(), &equality(), Audience::Public);
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        if let Block::Chart(chart) = block {
            let rows = &table(&document, &chart.table).rows;
            let shown = |label: &str| {
                rows.iter()
                    .any(|row| row.label == label && row.cells[0].value.is_some())
            };
            let mut bars = chart.series.iter().flat_map(|series| &series.bars);
            assert!(bars.all(|bar| shown(&bar.label)), "{}", chart.id);
            assert!(
                chart.id == "volumes_by_stage" || rows.iter().all(|row| shown(&row.label)),
                "{}",
                chart.id
            );
        }
    }
}

/// The whole number in a cell.
fn whole(number: Option<Number>) -> i64 {
    match number {
        Some(Number::Whole(count)) => count,
        Some(Number::Decimal(_)) | None => panic!("a count is a whole number"),
    }
}

fn any_line(number: u128) -> impl Strategy<Value = RegisterLine> {
    let service = prop_oneof![
        Just("first_response"),
        Just("fostering"),
        Just("closed_long_ago")
    ];
    let capacities = proptest::collection::vec(
        prop_oneof![Just("parent"), Just("young_person"), Just("carer")],
        0..3,
    );
    (
        service,
        capacities,
        proptest::option::of(0_u16..40),
        -40_i64..400,
    )
        .prop_map(move |(service, capacities, took, received)| {
            let mut line = complaint(number);
            line.service = Some(Code::new(service));
            line.capacities = capacities.into_iter().map(Code::new).collect();
            line.received_on = year().first_day() + jiff::Span::new().days(received);
            let stage = line.local_resolution.as_mut().unwrap();
            if let Some(took) = took {
                let answer = stage.answer.unwrap();
                stage.answer = Some(Answer { took, ..answer });
            } else {
                (stage.answer, stage.outcome) = (None, None);
            }
            line
        })
}

fn any_lines() -> impl Strategy<Value = Vec<RegisterLine>> {
    (0_u128..30).prop_flat_map(|how_many| (0..how_many).map(any_line).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn rows_add_up_to_their_total(lines in any_lines()) {
        let document = report(&lines, &equality(), Audience::Internal);
        for table in document.tables() {
            if let Some(total) = &table.total {
                let rows: i64 = table.rows.iter().map(|row| whole(row.cells[0].value)).sum();
                prop_assert_eq!(rows, whole(total.cells[0].value), "{}", &table.id);
            }
        }
    }

    #[test]
    fn tables_of_one_population_have_one_total(lines in any_lines()) {
        let document = report(&lines, &equality(), Audience::Internal);
        let received = lines.iter().filter(|line| year().contains(line.received_on)).count();
        for id in ["complaints_by_service", "complaints_by_issue", "timescale_stage1", "outcomes_stage1", "gender", "religion"] {
            let total = table(&document, id).total.as_ref().unwrap();
            prop_assert_eq!(total.cells[0].shown.clone(), received.to_string(), "{}", id);
        }
    }

    #[test]
    fn one_line_more_changes_the_tables_by_one(lines in any_lines()) {
        let before = report(&lines, &[], Audience::Internal);
        let mut more = lines.clone();
        more.push(complaint(1000));
        let after = report(&more, &[], Audience::Internal);
        for (id, label) in [("complaints_by_service", "First Response"), ("complaints_by_issue", "Quality of service"), ("outcomes_stage1", "Upheld")] {
            let row = |document: &Document| {
                let row = table(document, id).rows.iter().find(|row| row.label == label).unwrap();
                whole(row.cells[0].value)
            };
            prop_assert_eq!(row(&after), row(&before) + 1, "{}", id);
        }
    }

    #[test]
    fn one_withheld_row_is_never_alone_under_its_total(lines in any_lines()) {
        let document = report(&lines, &equality(), Audience::Public);
        for table in document.tables() {
            let withheld = table.rows.iter().filter(|row| row.cells[0].value.is_none()).count();
            let total_shown = table.total.as_ref().is_some_and(|total| total.cells[0].value.is_some());
            prop_assert!(!total_shown || withheld != 1, "{}", &table.id);
        }
    }
}
