//! Record a compliment: four answers and one press of a button.

use casework::action::{Action, Command};
use casework::intake::RepresentationKind;
use casework::people::Channel;
use casework::refusal::Refusal;
use casework::registers::{Particulars, RecordContact};
use maud::{Markup, html};

use super::{ask_service, read_listed, read_service};
use crate::recording::{Answers, Desk, OpeningPage, Reading, entries, today_for};

/// `/compliments/new`
pub(in crate::registers) static PAGE: OpeningPage = OpeningPage {
    action: Action::RecordContact,
    title: "Record a compliment",
    path: "/compliments/new",
    button: "Record the compliment",
    explain: |_| html! {},
    suggest: |desk| today_for("received", desk.today),
    ask,
    read,
    blame,
};

fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_service(desk, answers))
        (ask_source(desk, answers))
        (answers.text("text", "What do they say?", "In their own words.", 3))
        (answers.date("received", "When was it received?", "For example, 27 3 2026."))
    }
}

pub(super) fn ask_source(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let sources = entries(&desk.settings.compliment_sources);
    answers.one_of("source", "Who says it?", "", sources)
}

fn read(_: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    let service = read_service(reading);
    let source = read_listed(reading, "source", "Choose who says it");
    let text = reading.sealed("text", "Enter what they say");
    let received_on = reading.date("received", "The date it was received");
    let command = RecordContact {
        kind: RepresentationKind::Compliment,
        channel: Channel::NotNoted,
        received_on: received_on?,
        service: service?,
        person: None,
        children: Vec::new(),
        text: Some(text?),
        particulars: Some(Particulars::Compliment { source: source? }),
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::NotInTheList { list, .. } = refusal {
        if *list == "services" {
            "service"
        } else {
            "source"
        }
    } else {
        "received-day"
    };
    field.to_owned()
}
