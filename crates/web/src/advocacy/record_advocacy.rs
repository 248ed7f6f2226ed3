//! Record what was done about an advocate.

use casework::action::{Action, Command};
use casework::advocacy::{AdvocacyRecorded, AdvocateKind, RecordAdvocacy, Wanted};
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, people_of, today_for};

/// `/cases/{reference}/record-advocacy`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordAdvocacy,
    path: "/cases/{reference}/record-advocacy",
    button: "Record",
    explain,
    suggest,
    ask,
    read,
    blame: |_: &Refusal| "on-day".to_owned(),
};

const WANTED: [(Wanted, &str, &str); 3] = [
    (Wanted::Yes, "yes", "Yes"),
    (Wanted::No, "no", "No"),
    (Wanted::Undecided, "undecided", "Not decided yet"),
];

const KINDS: [(AdvocateKind, &str, &str); 4] = [
    (
        AdvocateKind::Independent,
        "independent",
        "An independent advocate",
    ),
    (
        AdvocateKind::InHouse,
        "in_house",
        "An advocate of the council’s own service",
    ),
    (
        AdvocateKind::ChosenPerson,
        "chosen_person",
        "Somebody they chose themselves",
    ),
    (AdvocateKind::Nobody, "nobody", "Nobody at present"),
];

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A child or young person who complains, or thinks of it, is told about advocacy at once and \
             helped to get an advocate (Children Act 1989 s.26A; SI 2004/719 reg 4). An advocate speaks \
             for the child and does not become the complainant."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    if let [(person, _)] = people_of(desk).as_slice() {
        answers.push(("person".to_owned(), person.to_string()));
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let people = people_of(desk)
        .into_iter()
        .map(|(person, name)| (person.to_string(), name));
    let wanted = WANTED.map(|(_, code, words)| (code, words));
    let kinds = KINDS.map(|(_, code, words)| (code, words));
    html! {
        (answers.one_of("person", "Who was told about advocacy?", "", people))
        (answers.one_of("wanted", "Do they want an advocate?", "", wanted))
        (answers.one_of("kind", "Who helps them?", "", kinds))
        (answers.date("on", "When was this?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let typed = reading.fields.text("person");
    let people = people_of(desk);
    let person = people
        .iter()
        .map(|(person, _)| *person)
        .find(|person| person.to_string() == typed);
    if person.is_none() {
        reading
            .problems
            .add("person", "Choose who was told about advocacy");
    }
    let wanted = reading.one_of(
        "wanted",
        &WANTED.map(|(wanted, ..)| wanted),
        |wanted| code(&WANTED, wanted),
        "Choose whether they want an advocate",
    );
    let kind = reading.one_of(
        "kind",
        &KINDS.map(|(kind, ..)| kind),
        |kind| code(&KINDS, kind),
        "Choose who helps them",
    );
    let on = reading.date("on", "The date");
    let recorded = AdvocacyRecorded {
        person: person?,
        wanted: wanted?,
        kind: kind?,
    };
    Some(RecordAdvocacy { recorded, on: on? }.into())
}

fn code<T: Copy + PartialEq>(
    choices: &[(T, &'static str, &'static str)],
    choice: T,
) -> &'static str {
    choices
        .iter()
        .find(|(each, ..)| *each == choice)
        .map_or("", |(_, code, _)| code)
}
