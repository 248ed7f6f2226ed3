//! Release a protected contact: recorded first, then shown once.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::people::ReleaseContact;
use maud::{Markup, html};

use super::protection::{blame, protectable};
use super::{WHOSE, WHOSE_MISSING};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, ask_person, read_colleague, read_person,
    the_only_one,
};

/// `/cases/{reference}/release-contact`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReleaseContact,
    path: "/cases/{reference}/release-contact",
    button: "Record the release and show the contact",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The contact is shown to you once, on the page that follows. That you released it, to whom and why is recorded. \
             It stays protected."
        }
    }
}

/// Those whose address is protected.
fn withheld(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let mut people = protectable(desk);
    people.retain(|(person, _)| desk.case().withheld().any(|each| each == *person));
    people
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    the_only_one(&withheld(desk))
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_person(answers, WHOSE, "", &withheld(desk)))
        (ask_colleague(
            desk,
            answers,
            "to",
            ["Who needs it?", "You yourself, or the colleague you give it to. Nobody complained about."],
            |_| true,
        ))
        (answers.text("reason", "What for?", "Do not write the address here.", 3))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &withheld(desk), WHOSE_MISSING);
    let to = read_colleague(desk, reading, "to", "Choose who needs it");
    let reason = reading.sealed("reason", "Enter what it is needed for");
    Some(
        ReleaseContact {
            person: person?,
            to: to?,
            reason: reason?,
            on: desk.desk.today,
        }
        .into(),
    )
}
