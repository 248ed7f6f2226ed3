//! People: how somebody contacts the council, where that has to be restricted, and how they are contacted safely.

mod lift_protection;
mod person;
mod protect_contact;
mod protection;
mod release_contact;
mod restrict_contact;
mod restriction;
mod review_restriction;

pub(crate) use person::person_url;
pub(crate) use restriction::section as restrictions;
use restriction::{known_already, reviewable};

use app::officer::Role;
use casework::ids::{AccountId, PersonId};
use casework::people::LetterPart;
use casework::refusal::{ContactFault, DecisionFault, Refusal};
use maud::{Markup, html};

use crate::recording::{self, Answers, CaseDesk, Reading, ask_colleague, day_of, people_of};
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &restrict_contact::PAGE,
        &review_restriction::PAGE,
        &protect_contact::PAGE,
        &lift_protection::PAGE,
        &release_contact::PAGE,
    ];
    let actions = pages.into_iter().flat_map(recording::routes);
    actions.chain(person::routes()).collect()
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

/// Who decided, and which director approved it where a child is concerned.
fn ask_deciders(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_colleague(
            desk,
            answers,
            "decided-by",
            ["Who decided it?", "Somebody senior, who is not complained about."],
            |officer| officer.role.is_senior(),
        ))
        (ask_colleague(
            desk,
            answers,
            "approved-by",
            [
                "Which director approved it?",
                "Needed when a child or young person complains. The director is somebody else than the person who decided.",
            ],
            |officer| officer.role == Role::Director,
        ))
    }
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

/// What each page asks first.
const WHOSE: &str = "Whose contact is it about?";

/// What each says where it is not answered.
const WHOSE_MISSING: &str = "Choose whose contact it is about";

/// The field a refusal is about.
fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::Contact(fault) = refusal {
        match fault {
            ContactFault::NotAComplainant
            | ContactFault::Nameless
            | ContactFault::AlreadyRestricted(_)
            | ContactFault::NotRestricted
            | ContactFault::RestrictedElsewhere => "person",
            ContactFault::NoMeasure | ContactFault::MeasureTwice(_) => "measures",
            ContactFault::WarnedAfterwards { .. } => "warned-day",
            ContactFault::EndsTooSoon { .. } | ContactFault::TooLong { .. } => "until-day",
            ContactFault::ReviewOutside { .. } => "review-day",
            ContactFault::NotTold(_) => "told",
            ContactFault::ChildWithoutDirector
            | ContactFault::OneForBoth
            | ContactFault::NotADirector => "approved-by",
            ContactFault::NotSenior => "decided-by",
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
