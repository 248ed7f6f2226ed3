//! Answer an enquiry.

use casework::action::{Action, Command};
use casework::registers::AnswerEnquiry;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/answer-enquiry`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AnswerEnquiry,
    path: "/cases/{reference}/answer-enquiry",
    button: "Record the answer",
    explain,
    suggest: |desk| today_for("sent", desk.desk.today),
    ask,
    read,
    blame: |_| "sent-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "If the person is unhappy with the answer, that is a complaint: record it as one."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.date(
        "sent",
        "When was the answer sent?",
        "For example, 27 3 2026.",
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date the answer was sent")?;
    Some(AnswerEnquiry { sent_on }.into())
}
