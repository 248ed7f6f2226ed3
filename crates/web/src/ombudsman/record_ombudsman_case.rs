//! Record that the Ombudsman took up a case.

use casework::action::{Action, Command};
use casework::ombudsman::RecordOmbudsmanCase;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-ombudsman-case`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordOmbudsmanCase,
    path: "/cases/{reference}/record-ombudsman-case",
    button: "Record the letter",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Record the Ombudsman’s first letter about this complaint. It can come at any stage and after \
             the case was closed, and changes none of your own time limits."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("on", "When did the letter arrive?", "For example, 27 3 2026."))
        (answers.line("reference", "The Ombudsman’s reference", "Leave it empty if the letter has none."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reference = reading.sealed_if_any("reference");
    let on = reading.date("on", "The date the letter arrived")?;
    Some(RecordOmbudsmanCase { reference, on }.into())
}
