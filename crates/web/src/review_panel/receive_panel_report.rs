//! Receive the Review Panel's report.

use casework::action::{Action, Command};
use casework::refusal::Refusal;
use casework::review_panel::{PanelReport, ReceivePanelReport, Recipient};
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, ask_recommendations, blame_finding,
    day_of, limits, read_findings, read_recommendations, today_for,
};

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
            "The panel’s report has a short summary and its recommendations, and goes to the authority, the \
             complainant and their advocate, the Independent Person and anybody else with sufficient interest \
             (SI 2006/1738 reg 20(1) and (2))."
        }
        p class="govuk-body" {
            "The time for the director’s response runs from the day the report was received, not from the meeting:"
        }
        (limits(&desk.desk, &[LimitId::ReviewPanelResponse]))
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let recipients = Recipient::ALL.map(|recipient| (recipient.code(), recipient.label()));
    html! {
        (answers.date("sent", "When did the panel send it?", "For example, 27 3 2026."))
        (answers.any_of(
            "sent-to",
            "To whom did the panel send it, besides the council?",
            "Until the complainant and the Independent Person have it, the panel’s own time runs on.",
            recipients,
        ))
        (answers.date("received", "When was it received?", "For example, 27 3 2026."))
        (answers.text("summary", "Summary of the report", "In the panel’s words.", 5))
        (ask_findings(desk, answers))
        (ask_recommendations(answers, "What does the panel recommend?"))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date the panel sent it");
    let received_on = reading.date("received", "The date it was received");
    let summary = reading.sealed("summary", "Enter the summary of the report");
    let findings = read_findings(desk, reading);
    let recommendations = read_recommendations(reading);
    let ticked: Vec<_> = reading.fields.all("sent-to").collect();
    let sent_to = Recipient::ALL
        .into_iter()
        .filter(|recipient| ticked.contains(&recipient.code()))
        .collect();
    Some(
        ReceivePanelReport {
            sent_on: sent_on?,
            received_on: received_on?,
            report: Some(PanelReport {
                summary: summary?,
                findings,
                recommendations,
                sent_to,
            }),
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    blame_finding(refusal).unwrap_or_else(|| {
        let field = if day_of(refusal).contains("sending") {
            "sent-day"
        } else {
            "received-day"
        };
        field.to_owned()
    })
}
