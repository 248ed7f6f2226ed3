//! Agree to wait for the Stage 1 answer.

use casework::action::{Action, Command};
use casework::local_resolution::AgreeToWait;
use casework::refusal::Refusal;
use maud::{Markup, html};

use super::respond;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/agree-to-wait`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AgreeToWait,
    path: "/cases/{reference}/agree-to-wait",
    button: "Record the agreement",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (respond::due(desk))
        p class="govuk-body" {
            "The complainant was told that they may go on to Stage 2 now, and prefers to wait for the answer. No \
             date moves: the answer is late and is counted so (Getting the Best from Complaints (2006), Stage 1)."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("until", "Until when do they wait?", "For example, 27 3 2026."))
        (answers.date("on", "When did they agree?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let until = reading.date("until", "The day until which they wait");
    let on = reading.date("on", "The date they agreed");
    Some(
        AgreeToWait {
            until: until?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if day_of(refusal).contains("wait for") {
        "until-day".to_owned()
    } else {
        "on-day".to_owned()
    }
}
