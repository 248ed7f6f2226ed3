//! Agree the written statement of complaint.

use casework::action::{Action, Command};
use casework::investigation::AgreeStatement;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, limits, today_for};

/// `/cases/{reference}/agree-statement`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AgreeStatement,
    path: "/cases/{reference}/agree-statement",
    button: "Record the agreement",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Record the day on which the complainant agreed the written statement of the complaint. \
             Sources differ on whether Stage 2 runs from the request or from this day, so both dates \
             are kept and the earlier one is watched."
        }
        (limits(&desk.desk, &[LimitId::InvestigationFromRecord]))
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date("on", "When was it agreed?", "For example, 27 3 2026.")
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date it was agreed")?;
    Some(AgreeStatement { on }.into())
}
