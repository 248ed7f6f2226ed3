//! Whom an equality form asks about: the question and its answer, and how far a form has come.

use casework::ids::PersonId;
use casework::intake::{About, FormState};
use casework::refusal::Refusal;
use maud::Markup;
use statute::dates::short_date;

use crate::recording::{Answers, CaseDesk, Reading, people_of};

/// The question whose form it is. A young person who complains is asked about twice, as each.
pub(super) fn ask_whose(desk: &CaseDesk, answers: &Answers<'_>, legend: &str) -> Markup {
    let hint = "The complainant’s form and the child’s are two, and are never mixed.";
    let whose = everybody(desk).into_iter().map(|(person, about, name)| {
        let state = state(desk.case().monitored(person, about));
        (
            value(person, about),
            format!("{name}, {}. {state}", part(about)),
        )
    });
    answers.one_of("person", legend, hint, whose)
}

/// Whose form it is.
pub(super) fn read_whose(
    desk: &CaseDesk,
    reading: &mut Reading<'_>,
    missing: &str,
) -> Option<(PersonId, About)> {
    let typed = reading.fields.text("person");
    let mut known = everybody(desk).into_iter();
    let found = known.find(|(person, about, _)| value(*person, *about) == typed);
    if found.is_none() {
        reading.problems.add("person", missing);
    }
    found.map(|(person, about, _)| (person, about))
}

/// The only one there is, filled in.
pub(super) fn the_only_one(desk: &CaseDesk) -> Vec<(String, String)> {
    match everybody(desk).as_slice() {
        [(person, about, _)] => vec![("person".to_owned(), value(*person, *about))],
        _ => Vec::new(),
    }
}

/// How far a form has come, in the words of a page: never what it says.
pub(crate) fn state(state: FormState) -> String {
    match state {
        FormState::NotAsked => "No form sent".to_owned(),
        FormState::Outstanding(on) => format!("Form sent on {}, not returned", short_date(on)),
        FormState::Returned(on) => format!("Form returned on {}", short_date(on)),
        FormState::LookedUp(on) => format!("Care record looked up on {}", short_date(on)),
    }
}

fn everybody(desk: &CaseDesk) -> Vec<(PersonId, About, String)> {
    let names = people_of(desk);
    let monitored = desk.case().monitoring().into_iter();
    monitored
        .map(|(person, about, _)| {
            let found = names.iter().find(|(known, _)| *known == person);
            let name = found.map_or_else(String::new, |(_, name)| name.clone());
            (person, about, name)
        })
        .collect()
}

fn value(person: PersonId, about: About) -> String {
    format!("{}/{person}", part(about))
}

const fn part(about: About) -> &'static str {
    match about {
        About::Complainant => "complainant",
        About::Child => "child",
    }
}

/// The field a refusal is about.
pub(super) fn blame(refusal: &Refusal) -> String {
    if let Refusal::NotInTheCase(_) = refusal {
        "person".to_owned()
    } else {
        "on-day".to_owned()
    }
}
