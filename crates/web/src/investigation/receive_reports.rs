//! Receive the reports of the Investigating Officer and the Independent Person.

use casework::action::{Action, Command};
use casework::investigation::ReceiveReports;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/receive-reports`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReceiveReports,
    path: "/cases/{reference}/receive-reports",
    button: "Record the reports",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Both reports must be in. The time for Stage 2 runs on until the adjudication is sent with them."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date(
        "on",
        "When did the later of the two arrive?",
        "For example, 27 3 2026.",
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the later report arrived")?;
    Some(ReceiveReports { on }.into())
}
