//! Record that an equality monitoring form was sent.

use casework::action::{Action, Command};
use casework::intake::{EqualityFormSent, SendEqualityForm, SentHow};
use maud::{Markup, html};

use super::equality::{ask_whose, blame, read_whose, the_only_one};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/send-equality-form`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::SendEqualityForm,
    path: "/cases/{reference}/send-equality-form",
    button: "Record",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const WAYS: [(SentHow, &str); 4] = [
    (SentHow::WithAcknowledgement, "with_acknowledgement"),
    (SentHow::HandedOver, "handed_over"),
    (SentHow::OnlineLink, "online_link"),
    (SentHow::Telephone, "telephone"),
];

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Answering is voluntary, so nothing becomes overdue. Record the sending, and the annual report can tell \
             a form that was never sent from one that did not come back."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(desk));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let ways = WAYS.map(|(how, code)| (code, how.label()));
    html! {
        (ask_whose(desk, answers, "Whose form was sent?"))
        (answers.one_of("how", "How was it sent?", "", ways))
        (answers.date("on", "When was it sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let whose = read_whose(desk, reading, "Choose whose form was sent");
    let code = |how| {
        WAYS.iter()
            .find(|(each, _)| *each == how)
            .map_or("", |(_, code)| code)
    };
    let how = reading.one_of(
        "how",
        &WAYS.map(|(how, _)| how),
        code,
        "Choose how it was sent",
    );
    let on = reading.date("on", "The date it was sent");
    let (person, about) = whose?;
    let sent = EqualityFormSent {
        person,
        about,
        how: how?,
    };
    Some(SendEqualityForm { sent, on: on? }.into())
}
