//! Close a case.

use casework::action::{Action, Command};
use casework::closure::Close;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/close`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Close,
    path: "/cases/{reference}/close",
    button: "Close the case",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A case can be closed when nothing is owed: the last answer was sent, or the complaint was \
             withdrawn, declined or referred. The complainant’s next right is worked out and shown on \
             the case file; check that the last letter named it."
        }
        p class="govuk-body" {
            "That nobody has replied is no reason to call a complaint withdrawn. If the complainant asks \
             for the next stage later, the case opens again."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date("on", "When is it closed?", "For example, 27 3 2026.")
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date it is closed")?;
    Some(Close { on }.into())
}
