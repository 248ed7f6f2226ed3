//! Answer a public report of the Ombudsman.

use casework::action::{Action, Command};
use casework::ombudsman::AnswerOmbudsmanReport;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, source, today_for};

/// `/cases/{reference}/answer-ombudsman-report`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AnswerOmbudsmanReport,
    path: "/cases/{reference}/answer-ombudsman-report",
    button: "Record the reply as sent",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Members of the council consider a public report before the council replies."
        }
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::OmbudsmanReport) {
            p class="govuk-body" {
                "The reply is due by " strong { (english_date(clock.due_on())) }
                " (" (source(LimitId::OmbudsmanReport)) ")."
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("considered", "When did members consider the report?", "For example, 27 3 2026."))
        (answers.date("on", "When was the reply sent?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let considered_on = reading.date("considered", "The date members considered the report");
    let on = reading.date("on", "The date the reply was sent");
    Some(
        AnswerOmbudsmanReport {
            considered_on: considered_on?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).contains("considering") {
        "considered-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
