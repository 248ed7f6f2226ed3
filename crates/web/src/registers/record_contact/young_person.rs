//! Record an informal contact of a young person, or a contact with the advocacy helpline.

use casework::action::{Action, Command};
use casework::people::Channel;
use casework::refusal::Refusal;
use casework::registers::{HelplineCaller, Particulars, RecordContact};
use maud::{Markup, html};

use super::{ask_service, read_listed, read_service};
use crate::intake::{ask_child, filled, read_child};
use crate::recording::{Answers, Desk, OpeningPage, Reading, entries, today_for};

/// `/young-peoples-contacts/new`
pub(in crate::registers) static PAGE: OpeningPage = OpeningPage {
    action: Action::RecordContact,
    title: "Record a young person’s contact",
    path: "/young-peoples-contacts/new",
    button: "Record the contact",
    explain,
    suggest: |desk| today_for("received", desk.today),
    ask,
    read,
    blame,
};

/// An informal contact, or one of the helpline’s.
#[derive(Clone, Copy)]
enum What {
    Informal,
    Helpline(HelplineCaller),
}

impl What {
    const ALL: [Self; 4] = [
        Self::Informal,
        Self::Helpline(HelplineCaller::YoungPerson),
        Self::Helpline(HelplineCaller::AboutYoungPerson),
        Self::Helpline(HelplineCaller::StaffAdvice),
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::Informal => "informal",
            Self::Helpline(caller) => caller.code(),
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Informal => "A young person got in touch, and it was dealt with informally",
            Self::Helpline(HelplineCaller::YoungPerson) => "Advocacy helpline: from a young person",
            Self::Helpline(HelplineCaller::AboutYoungPerson) => {
                "Advocacy helpline: about a young person"
            }
            Self::Helpline(HelplineCaller::StaffAdvice) => "Advocacy helpline: advice to staff",
        }
    }
}

fn explain(_: &Desk) -> Markup {
    html! {
        p class="govuk-body" {
            "A young person who is unhappy and wants an answer complains, whatever they call it: "
            a class="govuk-link" href="/complaints/new" { "record a complaint" }
            ". What is logged here has no deadline and is counted apart."
        }
    }
}

fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let channels = desk.settings.channels.choices();
    html! {
        (answers.one_of("what", "What was it?", "", What::ALL.map(|what| (what.code(), what.label()))))
        (answers.one_of_many("topic", "What was it about?", "", entries(&desk.settings.contact_topics)))
        (answers.one_of_many("result", "What came of it?", "", entries(&desk.settings.contact_results)))
        (answers.date("received", "When was it?", "For example, 27 3 2026."))
        (answers.one_of_many("channel", "How did it arrive?", "", channels))
        (ask_service(desk, answers))
        (answers.text("text", "What was said?", "In their own words. Leave it empty if it need not be kept.", 3))
        h2 class="govuk-heading-m" { "The young person" }
        p class="govuk-body" { "Leave these empty if they gave no name." }
        (ask_child(answers, "child-1", false))
    }
}

fn read(_: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    let what = reading.one_of("what", &What::ALL, What::code, "Choose what it was");
    let topic = read_listed(reading, "topic", "Choose what it was about");
    let result = read_listed(reading, "result", "Choose what came of it");
    let received_on = reading.date("received", "The date it was");
    let channel = reading.one_of(
        "channel",
        &Channel::ALL,
        Channel::code,
        "Choose how it arrived",
    );
    let service = read_service(reading);
    let text = reading.sealed_if_any("text");
    let child = if filled(reading.fields, "child-1") {
        read_child(reading, "child-1", None)
    } else {
        None
    };
    let (topic, result) = (topic?, result?);
    let particulars = match what? {
        What::Informal => Particulars::InformalContact { topic, result },
        What::Helpline(caller) => Particulars::Helpline {
            caller,
            topic,
            result,
        },
    };
    let command = RecordContact {
        kind: particulars.kind(),
        channel: channel?,
        received_on: received_on?,
        service: service?,
        person: None,
        children: child.into_iter().collect(),
        text,
        particulars: Some(particulars),
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::NotInTheList { list, .. } = refusal {
        match *list {
            "topics of contacts" => "topic",
            "results of contacts" => "result",
            _ => "service",
        }
    } else {
        "received-day"
    };
    field.to_owned()
}
