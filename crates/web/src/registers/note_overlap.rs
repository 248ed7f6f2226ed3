//! Compare the constituent of an elected member's enquiry with people who complained.

use app::register::RegisterEntry;
use casework::action::{Action, Command};
use casework::ids::Reference;
use casework::refusal::Refusal;
use casework::registers::NoteOverlap;
use maud::{Markup, html};
use statute::dates::short_date;

use crate::addresses::case_url;
use crate::components::{Cell, Table, TableLayout, table};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for, url};

/// `/cases/{reference}/note-overlap`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::NoteOverlap,
    path: "/cases/{reference}/note-overlap",
    button: "Record",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The same name is a hint and no more. What you record here is for staff: it is counted in the annual \
             report, and nothing of it belongs in the answer to the member."
        }
    }
}

/// The one case that is not compared yet, where there is one.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    let mut open = references(desk).filter(|with| desk.case().overlap_with(*with).is_none());
    if let (Some(only), None) = (open.next(), open.next()) {
        answers.push(("with".to_owned(), only.to_string()));
    }
    answers
}

fn references(desk: &CaseDesk) -> impl Iterator<Item = Reference> + '_ {
    let entries = desk.called_alike.iter();
    entries.filter_map(|entry| entry.row.reference)
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let cases = desk.called_alike.iter().filter_map(|entry| {
        let reference = entry.row.reference?.to_string();
        let words = format!("{reference}, {}", described(entry));
        Some((reference, words))
    });
    let same = [("yes", "Yes, the same person"), ("no", "No, somebody else")];
    html! {
        @if desk.called_alike.is_empty() {
            p class="govuk-body" {
                "No complaint is known of anybody called like the constituent, so there is nothing to compare."
            }
        }
        (answers.one_of("with", "Which complaint?", "", cases))
        (answers.one_of("same", "Is it the same person?", "", same))
        (answers.date("on", "When was it compared?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let chosen: Option<Reference> = reading.fields.text("with").parse().ok();
    let with = chosen.filter(|chosen| references(desk).any(|known| known == *chosen));
    if with.is_none() {
        reading.problems.add("with", "Choose which complaint");
    }
    let same_person = reading.yes_or_no("same", "Choose whether it is the same person");
    let on = reading.date("on", "The date it was compared");
    let command = NoteOverlap {
        with: with?,
        same_person: same_person?,
        on: on?,
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).is_empty() {
        "with"
    } else {
        "on-day"
    };
    field.to_owned()
}

/// The complaints of people called like the constituent, with what was judged of each. For staff only.
pub(crate) fn overlaps(desk: &CaseDesk) -> Markup {
    if desk.called_alike.is_empty() {
        return Markup::default();
    }
    let row = |entry: &RegisterEntry| {
        let reference = entry.row.reference;
        let judged = reference.and_then(|with| desk.case().overlap_with(with));
        let words = match judged {
            None => "May be the same person".to_owned(),
            Some((on, overlap)) if overlap.same_person => {
                format!("The same person ({})", short_date(on))
            }
            Some((on, _)) => format!("Somebody else ({})", short_date(on)),
        };
        vec![
            Cell::new(html! {
                @if let Some(reference) = reference {
                    a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
                }
            }),
            Cell::new(described(entry)),
            Cell::new(words),
        ]
    };
    let compare = url(desk.file.reference, Action::NoteOverlap);
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "Complaints of people called like the constituent" }
            p class="govuk-body" { "For staff only: nothing of this belongs in the answer to the member." }
            (table(&Table {
                head: vec!["Complaint".into(), "Who and when".into(), "The same person?".into()],
                rows: desk.called_alike.iter().map(row).collect(),
                first_cell_is_header: true,
                layout: TableLayout::Reflow,
                ..Table::default()
            }))
            p class="govuk-body" { a class="govuk-link" href=(compare) { "Say whether it is the same person" } }
        }
    }
}

/// "Ada Fictional, received 2 Mar 2026, open".
fn described(entry: &RegisterEntry) -> String {
    let name = entry.name.as_deref().unwrap_or("Name not given");
    let standing = if entry.row.open { "open" } else { "closed" };
    let received = short_date(entry.row.received_on);
    format!("{name}, received {received}, {standing}")
}
