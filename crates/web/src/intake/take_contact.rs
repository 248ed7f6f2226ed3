//! Take a call or a message down: a form that any answer is enough for, to be sorted later.

use app::private::{PersonDetails, seal_text};
use casework::action::{Action, Command};
use casework::intake::TakeContact;
use casework::people::Channel;
use casework::refusal::Refusal;
use maud::{Markup, html};

use super::staff_form::{ask_staff, read_staff};
use crate::form::Fields;
use crate::recording::{
    Answers, Desk, LEAVE_OFF, OpeningPage, Reading, SEEN, SUBMISSION, today_for,
};

/// `/contacts-to-sort/new`
pub(super) static PAGE: OpeningPage = OpeningPage {
    action: Action::TakeContact,
    title: Action::TakeContact.label(),
    path: "/contacts-to-sort/new",
    button: "Save it to be sorted",
    explain,
    suggest: |desk| today_for("received", desk.today),
    ask,
    read,
    blame,
};

/// The fields this form asks; it may be sent by a longer one, whose other answers it carries along.
const ASKED: [&str; 8] = [
    "channel",
    "received-day",
    "received-month",
    "received-year",
    "complainant-1-name",
    "complainant-1-contact",
    "point-1",
    "complained-about",
];

fn explain(_: &Desk) -> Markup {
    html! {
        p class="govuk-body" {
            "One answer is enough, such as a telephone number. It may turn out to be a complaint, so the time to \
             acknowledge runs from the day the council received it, and Today shows it until it is sorted."
        }
    }
}

fn ask(desk: &Desk, answers: &Answers<'_>) -> Markup {
    let channels = desk.settings.channels.choices();
    html! {
        (answers.text("complainant-1-contact", "How to reach them", "A telephone number alone will do. Note what is safe: who else may pick up, or open a letter.", 2))
        (answers.line("complainant-1-name", "Name", "Leave it empty if they gave none."))
        (answers.text("point-1", "What did they say?", "In their own words.", 4))
        (answers.one_of("channel", "How did it arrive?", "", channels))
        (answers.date("received", "When did the council receive it?", "By anybody, anywhere in the council. For example, 27 3 2026."))
        (ask_staff(desk, answers))
        @for (name, value) in others(answers.fields) { input type="hidden" name=(name) value=(value); }
    }
}

fn read(desk: &Desk, reading: &mut Reading<'_>) -> Option<Command> {
    let fields = reading.fields;
    let channel = Channel::ALL
        .into_iter()
        .find(|channel| channel.code() == fields.text("channel"));
    let received_on = reading.date("received", "The date it was received");
    let name = reading.short_enough("complainant-1-name")?;
    let contact = reading.short_enough("complainant-1-contact")?;
    let words = reading.sealed_if_any("point-1");
    let person = (!name.is_empty() || !contact.is_empty()).then(|| {
        let details = PersonDetails {
            name: name.to_owned(),
            contact: (!contact.is_empty()).then(|| contact.to_owned()),
            born_on: None,
        };
        details.seal(&mut reading.sealing)
    });
    let form = seal_text(&mut reading.sealing, &as_text(fields));
    let command = TakeContact {
        channel: channel.unwrap_or(Channel::NotNoted),
        received_on: received_on?,
        person,
        words,
        form,
        complained_about: read_staff(desk, fields),
    };
    Some(command.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NothingToSort) {
        "complainant-1-contact"
    } else {
        "received-day"
    };
    field.to_owned()
}

/// What else was answered in the form it came from.
fn others(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    let asked = |name: &str| ASKED.contains(&name);
    answered(fields).filter(move |(name, _)| !asked(name))
}

fn answered(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    let pairs = fields.pairs();
    let carried = [SUBMISSION, SEEN, LEAVE_OFF];
    pairs.filter(move |(name, value)| !carried.contains(name) && !value.trim().is_empty())
}

/// Everything that was typed, as it is sealed.
fn as_text(fields: &Fields) -> String {
    let pairs: Vec<_> = answered(fields).collect();
    serde_json::to_string(&pairs).expect("pairs of words are written")
}

/// The answers of a form as they were sealed; none of what cannot be read.
pub(crate) fn typed(form: &str) -> Vec<(String, String)> {
    serde_json::from_str(form).unwrap_or_default()
}
