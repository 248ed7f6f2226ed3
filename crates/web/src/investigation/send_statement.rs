//! Send the written statement of complaint.

use app::private::seal_text;
use casework::action::{Action, Command};
use casework::investigation::SendStatement;
use casework::point::{Point, PointNumber};
use casework::refusal::{InvestigationFault, Refusal};
use casework::settings::Code;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, entries, source, today_for};

/// `/cases/{reference}/send-statement`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendStatement,
    path: "/cases/{reference}/send-statement",
    button: "Record the statement as sent",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The statement says in writing what will be investigated. It goes to the complainant, who may comment on it, \
             and what they say is considered (" (source(LimitId::InvestigationRecord)) ")."
        }
        p class="govuk-body" {
            "Reword a point as the complainant wants it, or add one. No point is dropped: what they no longer want looked \
             into stays here and is answered as withdrawn. A new version starts no time limit again."
        }
        @if !comments(desk).is_empty() {
            h2 class="govuk-heading-m" { "What the complainant said about the last version" }
            @for words in comments(desk) { (crate::recording::lines(words)) }
        }
    }
}

fn comments(desk: &CaseDesk) -> Vec<&str> {
    let investigation = desk.case().investigation.as_ref();
    let last = investigation.and_then(|stage| stage.statements.last());
    last.into_iter()
        .flat_map(|statement| &statement.comments)
        .filter_map(|(_, sealed)| desk.file.text(sealed))
        .collect()
}

/// The points as they were sent last, or as they were recorded.
fn points(desk: &CaseDesk) -> &[Point] {
    let investigation = desk.case().investigation.as_ref();
    let last = investigation.and_then(|stage| stage.statements.last());
    last.map_or(desk.case().points(), |statement| &statement.version.points)
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    for point in points(desk) {
        let words = desk.file.text(&point.text).unwrap_or_default();
        answers.push((field(point.number.0), words.to_owned()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let known = points(desk);
    let new = next_number(known);
    html! {
        @for point in known {
            (answers.text(&field(point.number.0), &format!("Point {}", point.number.0), "", 4))
        }
        (answers.text(
            &field(new),
            &format!("A new point {new}"),
            "Leave it empty if there is none. Send another version to add more.",
            3,
        ))
        (answers.any_of(
            "new-category",
            &format!("What is the new point {new} about?"),
            "The first you tick counts as the main one.",
            entries(&desk.desk.settings.categories),
        ))
        (answers.text("text", "What else does the statement say?", "You can leave this empty.", 4))
        (answers.date("on", "When was it sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let known = points(desk);
    let mut sent = Vec::with_capacity(known.len() + 1);
    for point in known {
        let number = point.number;
        let words = reading.short_enough(&field(number.0)).unwrap_or_default();
        if words.is_empty() {
            let message = format!(
                "Point {} cannot be left out; keep its words, it can be answered as withdrawn",
                number.0
            );
            reading.problems.add(&field(number.0), &message);
        }
        let text = match desk.file.text(&point.text) {
            Some(before) if before == words => point.text.clone(),
            Some(_) | None => seal_text(&mut reading.sealing, words),
        };
        sent.push(Point {
            number,
            text,
            categories: point.categories.clone(),
        });
    }
    let new = next_number(known);
    let words = reading.short_enough(&field(new)).unwrap_or_default();
    let categories: Vec<Code> = reading.fields.all("new-category").map(Code::new).collect();
    if !words.is_empty() {
        if categories.is_empty() {
            let message = format!("Choose at least one category for point {new}");
            reading.problems.add("new-category", &message);
        }
        sent.push(Point {
            number: PointNumber(new),
            text: seal_text(&mut reading.sealing, words),
            categories,
        });
    } else if !categories.is_empty() {
        let message = format!("Enter what point {new} is");
        reading.problems.add(&field(new), &message);
    }
    let text = reading.sealed_if_any("text");
    let on = reading.date("on", "The date it was sent")?;
    Some(
        SendStatement {
            points: sent,
            text,
            on,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Refusal::Investigation(InvestigationFault::PointDropped(number))
    | Refusal::NoSuchPoint(number) = refusal
    {
        field(number.0)
    } else if matches!(
        refusal,
        Refusal::PointWithoutCategory(_) | Refusal::NotInTheList { .. }
    ) {
        "new-category".to_owned()
    } else {
        "on-day".to_owned()
    }
}

fn next_number(points: &[Point]) -> u16 {
    points.last().map_or(1, |point| point.number.0 + 1)
}

fn field(number: u16) -> String {
    format!("point-{number}")
}
