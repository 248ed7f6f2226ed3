//! Answer an enquiry.

use casework::action::{Action, Command};
use casework::intake::RepresentationKind;
use casework::refusal::Refusal;
use casework::registers::AnswerEnquiry;
use casework::settings::Code;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, entries, today_for};

/// `/cases/{reference}/answer-enquiry`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AnswerEnquiry,
    path: "/cases/{reference}/answer-enquiry",
    button: "Record the answer",
    explain,
    suggest: |desk| today_for("sent", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "If the person is unhappy with the answer, that is a complaint: record it as one."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let outcomes = entries(&desk.desk.settings.enquiry_outcomes);
    html! {
        (answers.date("sent", "When was the answer sent?", "For example, 27 3 2026."))
        @if is_general(desk) { (answers.one_of("outcome", "What came of it?", "", outcomes)) }
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let sent_on = reading.date("sent", "The date the answer was sent");
    let chosen = reading.fields.text("outcome");
    if is_general(desk) && chosen.is_empty() {
        reading.problems.add("outcome", "Choose what came of it");
    }
    let outcome = (!chosen.is_empty()).then(|| Code::new(chosen));
    let sent_on = sent_on?;
    Some(AnswerEnquiry { sent_on, outcome }.into())
}

/// Whether it is a general enquiry, whose outcome is counted.
fn is_general(desk: &CaseDesk) -> bool {
    desk.case().representation.kind == RepresentationKind::Enquiry
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NotInTheList { .. }) {
        "outcome"
    } else {
        "sent-day"
    };
    field.to_owned()
}
