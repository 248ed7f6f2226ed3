//! Take back a request for Stage 2.

use casework::action::{Action, Command};
use casework::local_resolution::WithdrawRequest;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/withdraw-request`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::WithdrawRequest,
    path: "/cases/{reference}/withdraw-request",
    button: "Record that the request was taken back",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Only the complainant can take the request back, freely and before anybody is appointed. They \
             may ask again at any time."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of(
            "after-meeting",
            "Was there a meeting about it?",
            "",
            [("yes", "Yes, after a meeting"), ("no", "No")],
        ))
        (answers.date("on", "When did the complainant say so?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let after_meeting = reading.yes_or_no("after-meeting", "Choose whether there was a meeting");
    let on = reading.date("on", "The date the complainant said so");
    Some(
        WithdrawRequest {
            after_meeting: after_meeting?,
            on: on?,
        }
        .into(),
    )
}
