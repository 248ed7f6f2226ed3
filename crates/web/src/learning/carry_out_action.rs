//! Record that a corrective action was carried out.

use casework::action::{Action, Command};
use casework::learning::CarryOutAction;
use maud::{Markup, html};

use super::{ask_action, blame, in_state, read_action, to_do};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, ask_colleague, read_colleague};

/// `/cases/{reference}/carry-out-action`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CarryOutAction,
    path: "/cases/{reference}/carry-out-action",
    button: "Record it as carried out",
    explain: |_| {
        html! {
            p class="govuk-body" {
                "Say what shows that it was done. Somebody else than the owner, and than whoever reports it, then checks that \
                 and closes the action."
            }
        }
    },
    suggest,
    ask,
    read,
    blame,
};

/// The only action there is, reported by its owner.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = super::suggest(desk, to_do);
    let mut actions = in_state(desk, to_do);
    if let (Some(only), None) = (actions.next(), actions.next()) {
        answers.push(("reported-by".to_owned(), only.agreed.owner.to_string()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_action(desk, answers, "Which action was carried out?", to_do))
        (ask_colleague(
            desk,
            answers,
            "reported-by",
            ["Who reported it?", "Usually whose action it is."],
            |_| true,
        ))
        (answers.text(
            "evidence",
            "What shows it?",
            "For example, the minutes of the team meeting of 4 March, or where the new leaflet lies.",
            3,
        ))
        (answers.date("on", "When was it done?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let action = read_action(reading);
    let reported_by = read_colleague(desk, reading, "reported-by", "Choose who reported it");
    let evidence = reading.sealed("evidence", "Enter what shows that it was done");
    let on = reading.date("on", "The date it was done");
    Some(
        CarryOutAction {
            action: action?,
            reported_by: reported_by?,
            evidence: evidence?,
            on: on?,
        }
        .into(),
    )
}
