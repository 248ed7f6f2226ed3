//! Receive the Review Panel's report.

use app::private::seal_text;
use casework::action::{Action, Command};
use casework::refusal::Refusal;
use casework::review_panel::{
    PanelReport, ReceivePanelReport, Recipient, Recommendation, RecommendationNumber,
};
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, blame_finding, day_of, limits,
    read_findings, today_for,
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
        h2 class="govuk-heading-m" { "Recommendations" }
        (answers.text(
            "recommendations",
            "What does the panel recommend?",
            "In the order of the report, with an empty line between one and the next. They are numbered from 1. \
             Leave it empty if there are none.",
            10,
        ))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date the panel sent it");
    let received_on = reading.date("received", "The date it was received");
    let summary = reading.sealed("summary", "Enter the summary of the report");
    let findings = read_findings(desk, reading);
    let text = reading.short_enough("recommendations").unwrap_or_default();
    let recommendations = paragraphs(text)
        .zip(1_u16..)
        .map(|(text, number)| Recommendation {
            number: RecommendationNumber(number),
            text: seal_text(&mut reading.sealing, &text),
        })
        .collect();
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

/// The paragraphs of a text, however many empty lines lie between, as browsers send them.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            paragraphs.push(String::new());
        } else if let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    paragraphs
        .into_iter()
        .filter(|paragraph| !paragraph.is_empty())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recommendations_stand_apart_by_empty_lines() {
        let text = "Say sorry.\r\n\r\n\r\nTrain the team,\r\nby June.\r\n";
        let found: Vec<_> = paragraphs(text).collect();
        assert_eq!(found, ["Say sorry.", "Train the team,\nby June."]);
        assert_eq!(paragraphs("").count(), 0);
    }
}
