//! Send the director's response to the Review Panel.

use casework::action::{Action, Command};
use casework::review_panel::SendPanelResponse;
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/send-panel-response`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendPanelResponse,
    path: "/cases/{reference}/send-panel-response",
    button: "Record the response as sent",
    explain,
    suggest: |desk| today_for("sent", desk.desk.today),
    ask,
    read,
    blame: |_| "sent-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The director answers every recommendation and tells the complainant of the right to go to the \
             Ombudsman (" (limits::of(LimitId::ReviewPanelResponse).source) "). This ends Stage 3."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date("sent", "When was it sent?", "For example, 27 3 2026.")
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date it was sent")?;
    Some(SendPanelResponse { sent_on }.into())
}
