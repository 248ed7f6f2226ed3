//! Answer an enquiry of the Ombudsman.

use casework::action::{Action, Command};
use casework::ombudsman::AnswerOmbudsmanEnquiry;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/answer-ombudsman-enquiry`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AnswerOmbudsmanEnquiry,
    path: "/cases/{reference}/answer-ombudsman-enquiry",
    button: "Record the reply as sent",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::OmbudsmanEnquiry) {
            p class="govuk-body" {
                "The reply is due by " strong { (english_date(clock.due_on())) } ", as the Ombudsman’s letter says."
            }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date("on", "When was the reply sent?", "For example, 27 3 2026.")
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date the reply was sent")?;
    Some(AnswerOmbudsmanEnquiry { on }.into())
}
