//! Advocacy: help for children and young people who complain or think of it.

mod appoint_advocate;
mod end_advocacy;
mod record_advocacy;

use casework::advocacy::AdvocateKind;
use casework::ids::PersonId;

use crate::recording::{self, CaseDesk, people_of};
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &record_advocacy::PAGE,
        &appoint_advocate::PAGE,
        &end_advocacy::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}

/// What sort of advocate there may be: the kind, its code and its words.
const KINDS: [(AdvocateKind, &str, &str); 3] = [
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
];

/// The code of a choice.
fn code<T: Copy + PartialEq>(
    choices: &[(T, &'static str, &'static str)],
    choice: T,
) -> &'static str {
    choices
        .iter()
        .find(|(each, ..)| *each == choice)
        .map_or("", |(_, code, _)| code)
}

/// The children and young people of the case, who have a right to an advocate.
fn young_people(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let mut people = people_of(desk);
    people.retain(|(person, _)| {
        desk.case()
            .may_have_an_advocate(*person, &desk.desk.settings)
    });
    people
}
