//! Lift a protection that is no longer needed.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::people::{LiftProtection, ProtectionKind};
use maud::{Markup, html};

use super::protection::{blame, protectable};
use super::{WHOSE, WHOSE_MISSING};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_person, read_person, the_only_one, today_for,
};

/// `/cases/{reference}/lift-protection`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::LiftProtection,
    path: "/cases/{reference}/lift-protection",
    button: "Lift the protection",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Everybody who may read this case then sees what was withheld. To give an address to one person only, release \
             it instead. Other cases of the person that took the protection from here show it again as well, unless they \
             hold one of their own."
        }
    }
}

/// Those whose contact is protected in whatever way.
fn protected(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let mut people = protectable(desk);
    let protections = &desk.case().protections;
    people.retain(|(person, _)| protections.iter().any(|each| each.person == *person));
    people
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(&protected(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_person(answers, WHOSE, "", &protected(desk)))
        (answers.one_of(
            "what",
            "Which protection is lifted?",
            "",
            ProtectionKind::ALL.map(|kind| (kind.code(), kind.label())),
        ))
        (answers.text("reasons", "Why is it no longer needed?", "Who said so. The person themselves, as a rule.", 4))
        (answers.date("on", "From when?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &protected(desk), WHOSE_MISSING);
    let what = reading.one_of(
        "what",
        &ProtectionKind::ALL,
        ProtectionKind::code,
        "Choose which protection is lifted",
    );
    let reasons = reading.sealed("reasons", "Enter why it is no longer needed");
    let on = reading.date("on", "The day from when");
    Some(
        LiftProtection {
            person: person?,
            what: what?,
            reasons: reasons?,
            on: on?,
        }
        .into(),
    )
}
