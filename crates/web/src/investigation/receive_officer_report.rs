//! Receive the Investigating Officer's report.

use casework::action::{Action, Command};
use casework::investigation::{OfficerReport, ReceiveOfficerReport};
use casework::refusal::{InvestigationFault, Refusal};
use maud::{Markup, html};

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, ask_recommendations, blame_finding,
    read_findings, read_recommendations, today_for,
};

/// `/cases/{reference}/receive-officer-report`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReceiveOfficerReport,
    path: "/cases/{reference}/receive-officer-report",
    button: "Record the report",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The report has a finding with its reasons for every point, and recommendations (Getting the Best from \
             Complaints (2006), Stage 2). It ends no time limit: Stage 2 runs until the answer is sent."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_findings(desk, answers))
        (ask_recommendations(answers, "What does the Investigating Officer recommend?"))
        (answers.date("on", "When did the report come?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let recommendations = read_recommendations(reading);
    let on = reading.date("on", "The date the report came")?;
    Some(
        ReceiveOfficerReport {
            report: OfficerReport {
                findings,
                recommendations,
            },
            on,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Refusal::Investigation(InvestigationFault::FindingWithoutReasons(point)) = refusal {
        return format!("reasons-{}", point.0);
    }
    blame_finding(refusal).unwrap_or_else(|| "on-day".to_owned())
}
