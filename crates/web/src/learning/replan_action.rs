//! Set another day for a corrective action.

use casework::action::{Action, Command};
use casework::learning::ReplanAction;
use maud::{Markup, html};

use super::{ask_action, blame, read_action, suggest, to_do};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading};

/// `/cases/{reference}/replan-action`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReplanAction,
    path: "/cases/{reference}/replan-action",
    button: "Record the new day",
    explain: |_| {
        html! { p class="govuk-body" { "The day agreed first stays in the record, with the reasons for the new one." } }
    },
    suggest: |desk| suggest(desk, to_do),
    ask,
    read,
    blame,
};

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_action(desk, answers, "Which action needs another day?", to_do))
        (answers.date("due", "By when is it to be done now?", "For example, 27 3 2026."))
        (answers.text("reasons", "Why?", "What kept it from being done by the day agreed.", 3))
        (answers.date("on", "When was this decided?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let action = read_action(reading);
    let due_on = reading.date("due", "The new day");
    let reasons = reading.sealed("reasons", "Enter why it needs another day");
    let on = reading.date("on", "The date it was decided");
    Some(
        ReplanAction {
            action: action?,
            due_on: due_on?,
            reasons: reasons?,
            on: on?,
        }
        .into(),
    )
}
