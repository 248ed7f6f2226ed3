//! People: how somebody contacts the council, where that has to be restricted.

mod restrict_contact;
mod review_restriction;

pub(crate) use restrict_contact::restrictions;

use app::officer::Role;
use casework::ids::{AccountId, PersonId};
use casework::people::LetterPart;
use casework::refusal::{ContactFault, DecisionFault, Refusal};
use maud::Markup;

use crate::recording::{self, Answers, CaseDesk, Reading, day_of, people_of};
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [&restrict_contact::PAGE, &review_restriction::PAGE];
    pages.into_iter().flat_map(recording::routes).collect()
}

/// The complainants of the case who gave a name.
fn complainants(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let named = |person: &PersonId| {
        let complainants = &desk.case().representation.complainants;
        let mut complainants = complainants.iter();
        complainants.any(|each| each.person == *person && each.details.is_some())
    };
    let mut people = people_of(desk);
    people.retain(|(person, _)| named(person));
    people
}

/// The question about whom it is.
fn ask_person(answers: &Answers<'_>, people: &[(PersonId, String)]) -> Markup {
    let people = people
        .iter()
        .map(|(person, name)| (person.to_string(), name.as_str()));
    answers.one_of("person", "Whose contact is it about?", "", people)
}

/// The only one there is, filled in.
fn the_only_one(people: &[(PersonId, String)]) -> Vec<(String, String)> {
    match people {
        [(person, _)] => vec![("person".to_owned(), person.to_string())],
        _ => Vec::new(),
    }
}

fn read_person(reading: &mut Reading<'_>, people: &[(PersonId, String)]) -> Option<PersonId> {
    let typed = reading.fields.text("person");
    let mut ids = people.iter().map(|(person, _)| *person);
    let person = ids.find(|person| person.to_string() == typed);
    if person.is_none() {
        let message = "Choose whose contact it is about";
        reading.problems.add("person", message);
    }
    person
}

/// Who decided, and which director approved it where a child is concerned.
fn ask_deciders(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let senior = |role| match role {
        Role::Director | Role::ComplaintsManager => true,
        Role::TeamManager | Role::ComplaintsOfficer | Role::Administrator | Role::Analyst => false,
    };
    maud::html! {
        (answers.one_of_many(
            "decided-by",
            "Who decided it?",
            "Somebody senior, who is not complained about.",
            choices(desk, senior),
        ))
        (answers.one_of_many(
            "approved-by",
            "Which director approved it?",
            "Needed when a child or young person complains. The director is somebody else than the person who decided.",
            choices(desk, |role| role == Role::Director),
        ))
    }
}

fn choices(desk: &CaseDesk, may: impl Fn(Role) -> bool) -> Vec<(String, String)> {
    let named = &desk.case().representation.complained_about;
    let colleagues = desk.desk.colleagues.iter();
    colleagues
        .filter(|officer| may(officer.role) && !named.contains(&officer.account))
        .map(|officer| {
            let role = officer.role.label().to_lowercase();
            let words = format!("{}, {role}", officer.display_name);
            (officer.account.to_string(), words)
        })
        .collect()
}

fn approved_by(desk: &CaseDesk, reading: &Reading<'_>) -> Option<AccountId> {
    desk.desk.colleague(reading.fields.text("approved-by"))
}

/// What the letter says.
fn ask_told(answers: &Answers<'_>) -> Markup {
    answers.any_of(
        "told",
        "What does the letter to them say?",
        "All of it has to be in the letter.",
        LetterPart::ALL.map(|part| (part.code(), part.label())),
    )
}

fn read_told(reading: &Reading<'_>) -> Vec<LetterPart> {
    let ticked: Vec<_> = reading.fields.all("told").collect();
    let mut parts = LetterPart::ALL.to_vec();
    parts.retain(|part| ticked.contains(&part.code()));
    parts
}

/// The field a refusal is about.
fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::Contact(fault) = refusal {
        match fault {
            ContactFault::NotAComplainant
            | ContactFault::Nameless
            | ContactFault::AlreadyRestricted(_)
            | ContactFault::NotRestricted => "person",
            ContactFault::NoMeasure | ContactFault::MeasureTwice(_) => "measures",
            ContactFault::WarnedAfterwards { .. } => "warned-day",
            ContactFault::EndsTooSoon { .. } | ContactFault::TooLong { .. } => "until-day",
            ContactFault::ReviewOutside { .. } => "review-day",
            ContactFault::NotTold(_) => "told",
            ContactFault::ChildWithoutDirector
            | ContactFault::OneForBoth
            | ContactFault::NotADirector => "approved-by",
        }
    } else if matches!(
        refusal,
        Refusal::Decision(DecisionFault::DecidesOnThemselves)
    ) {
        "decided-by"
    } else if day_of(refusal).is_empty() {
        "person"
    } else {
        "on-day"
    };
    field.to_owned()
}
