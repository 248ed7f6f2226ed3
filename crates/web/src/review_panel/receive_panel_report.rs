//! Receive the Review Panel's report.

use casework::action::{Action, Command};
use casework::refusal::Refusal;
use casework::review_panel::ReceivePanelReport;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, limits, today_for};

/// `/cases/{reference}/receive-panel-report`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReceivePanelReport,
    path: "/cases/{reference}/receive-panel-report",
    button: "Record the report",
    explain,
    suggest: |desk| today_for("received", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The time for the director’s response runs from the day the report was received, not from the meeting:"
        }
        (limits(&desk.desk, &[LimitId::ReviewPanelResponse]))
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("sent", "When did the panel send it?", "For example, 27 3 2026."))
        (answers.date("received", "When was it received?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date the panel sent it");
    let received_on = reading.date("received", "The date it was received");
    Some(
        ReceivePanelReport {
            sent_on: sent_on?,
            received_on: received_on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).contains("sending") {
        "sent-day"
    } else {
        "received-day"
    };
    field.to_owned()
}
