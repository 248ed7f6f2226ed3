//! Record that everything the Ombudsman recommended was done.

use casework::action::{Action, Command};
use casework::ombudsman::RecordCompliance;
use maud::{Markup, html};

use super::remedies::list;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-compliance`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordCompliance,
    path: "/cases/{reference}/record-compliance",
    button: "Record compliance",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The decision is complied with when every remedy is done and its evidence was sent to the Ombudsman."
        }
        (list(desk))
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date(
        "on",
        "When did the Ombudsman accept it?",
        "The day the Ombudsman was content. For example, 27 3 2026.",
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the Ombudsman accepted it")?;
    Some(RecordCompliance { on }.into())
}
