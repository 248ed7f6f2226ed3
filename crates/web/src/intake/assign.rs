//! Assign a case to somebody to answer.

use casework::action::{Action, Command};
use casework::intake::Assign;
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/assign`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Assign,
    path: "/cases/{reference}/assign",
    button: "Assign",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    let now = desk
        .case()
        .assigned_to
        .map(|account| desk.file.name(account));
    html! {
        p class="govuk-body" {
            "The person you choose can read this case and answer it. Ask the manager who is responsible \
             for the service, never somebody the complaint is about."
        }
        @if let Some(name) = now { p class="govuk-body" { "It is with " strong { (name) } " now." } }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    today_for("on", desk.desk.today)
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let named = &desk.case().representation.complained_about;
    let handlers = desk.desk.handlers();
    let free = handlers
        .iter()
        .filter(|officer| !named.contains(&officer.account));
    let choices = free.map(|officer| {
        let words = format!(
            "{}, {}",
            officer.display_name,
            officer.role.label().to_lowercase()
        );
        (officer.account.to_string(), words)
    });
    let hint = if named.is_empty() {
        ""
    } else {
        "People named in this complaint are not listed."
    };
    html! {
        (answers.one_of_many("to", "Who will answer it?", hint, choices))
        (answers.date("on", "When was it handed over?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let to = desk.desk.colleague(reading.fields.text("to"));
    if to.is_none() {
        reading.problems.add("to", "Choose who will answer it");
    }
    let on = reading.date("on", "The date it was handed over");
    Some(Assign { to: to?, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let about_the_person = matches!(
        refusal,
        Refusal::ComplainedAbout | Refusal::AlreadyDone { .. }
    );
    if about_the_person {
        "to".to_owned()
    } else {
        "on-day".to_owned()
    }
}
