//! Record a contact as the complaint it is: the form of a new complaint, with what was typed before.

use casework::action::{Action, Command};
use casework::intake::RecordAsComplaint;
use maud::{Markup, html};

use super::record_complaint;
use super::take_contact::typed;
use crate::recording::{ActionPage, CaseDesk, url};

/// `/cases/{reference}/record-as-complaint`
pub(super) static PAGE: ActionPage = ActionPage {
    action: Action::RecordAsComplaint,
    path: "/cases/{reference}/record-as-complaint",
    button: "Record the complaint",
    explain,
    suggest,
    ask: |desk, answers| record_complaint::ask_all(&desk.desk, answers),
    read: |desk, reading| {
        let complaint = record_complaint::read_all(&desk.desk, reading)?;
        Some(Command::from(RecordAsComplaint(complaint)))
    },
    blame: record_complaint::blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    let other = url(desk.file.reference, Action::RecordAsContact);
    html! {
        p class="govuk-body" {
            "It keeps its reference, and time runs from the day it was received. What was taken down is filled in below."
        }
        p class="govuk-body" { "Not a complaint? " a class="govuk-link" href=(other) { (Action::RecordAsContact.label()) } "." }
    }
}

/// What was taken down, and the procedure a form begins with.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = taken_down(desk);
    if !answers.iter().any(|(name, _)| name == "procedure") {
        answers.push(record_complaint::procedure_to_begin_with());
    }
    answers
}

/// What was typed when it was taken down.
pub(crate) fn taken_down(desk: &CaseDesk) -> Vec<(String, String)> {
    let form = desk.case().representation.to_sort();
    let form = form.and_then(|(_, form)| desk.file.text(form));
    form.map(typed).unwrap_or_default()
}
