//! How good answers were when they left, in the annual report of a small invented council.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]

mod small_council;

use reports::annual_report::{ReportInput, draft};
use reports::document::{Audience, Document};
use small_council::{AS_AT, Equality, complaint, equality, settings, year};
use views::register_line::{DraftingLine, RegisterLine};

fn report(lines: &[RegisterLine], audience: Audience) -> Document {
    let equality: Vec<Equality> = equality();
    draft(&ReportInput {
        settings: &settings(),
        year: year(),
        as_at: AS_AT,
        lines,
        equality: &equality,
        audience,
    })
}

/// The first column of a table from its first row to its total.
fn column(document: &Document, id: &str) -> Option<Vec<String>> {
    let table = document.tables().find(|table| table.id == id)?;
    let rows = table.rows.iter().chain(&table.total);
    Some(rows.map(|row| row.cells[0].shown.clone()).collect())
}

fn sent(number: u128, checked: bool, times_back: u16, shared: Option<bool>) -> RegisterLine {
    RegisterLine {
        drafting: DraftingLine {
            checked: Some(checked),
            times_back,
            learning_shared: shared,
            ..DraftingLine::default()
        },
        ..complaint(number)
    }
}

#[test]
fn answers_are_counted_by_whether_they_were_checked_and_shared_what_was_learned() {
    let mut unanswered = sent(6, true, 0, Some(true));
    unanswered.local_resolution.as_mut().unwrap().answer = None;
    let mut terms = complaint(7);
    terms.drafting.learning_shared = Some(true);
    let lines = [
        sent(1, true, 0, Some(true)),
        sent(2, true, 2, Some(true)),
        sent(3, true, 1, Some(false)),
        sent(4, false, 0, None),
        sent(5, false, 1, None),
        unanswered,
        terms,
    ];
    let document = report(&lines, Audience::Internal);
    assert_eq!(
        column(&document, "answers_checked").unwrap(),
        ["1", "2", "2", "5"]
    );
    assert_eq!(
        column(&document, "learning_shared").unwrap(),
        ["3", "1", "2", "6"]
    );
}

#[test]
fn a_year_in_which_nothing_of_it_was_noted_has_no_such_table() {
    let lines = [sent(1, false, 0, None), complaint(2)];
    let document = report(&lines, Audience::Internal);
    assert_eq!(column(&document, "answers_checked"), None);
    assert_eq!(column(&document, "learning_shared"), None);
}
