//! Take back a request for Stage 2.

use casework::action::{Action, Command};
use casework::local_resolution::{Instead, WithdrawRequest};
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for, url};

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

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Only the complainant can take the request back, freely and before anybody is appointed. They \
             may ask again at any time."
        }
        p class="govuk-body" {
            "Where they agreed to a review or mediation in its place, "
            a class="govuk-link" href=(url(desk.file.reference, Action::RecordActivity)) { "record that" }
            " as well: the annual report counts the request by it."
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
        (answers.one_of(
            "instead",
            "Did they agree to something in its place?",
            "",
            std::iter::once(("", "No, or to a review or mediation"))
                .chain(Instead::ALL.map(|instead| (instead.code(), instead.label()))),
        ))
        (answers.date("on", "When did the complainant say so?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let after_meeting = reading.yes_or_no("after-meeting", "Choose whether there was a meeting");
    let chosen = reading.fields.text("instead");
    let instead = Instead::ALL
        .into_iter()
        .find(|instead| instead.code() == chosen);
    let on = reading.date("on", "The date the complainant said so");
    Some(
        WithdrawRequest {
            after_meeting: after_meeting?,
            instead,
            on: on?,
        }
        .into(),
    )
}
