//! The people of a case: those it is about, and those appointed to it. The latter are typed by name, known in the record by an id.
//!
//! A name lies sealed in the vault under the very id by which the event knows the person, so nothing
//! more than the id stands in the event. Somebody named twice in one case gets one id, so that the
//! rules about who may sit where can be kept.

use app::authority_file::Pooled;
use app::case_file::OpenedCaseFile;
use app::private::PersonDetails;
use casework::ids::{ItemId, PersonId, Sealed};
use casework::pools::PoolPart;
use maud::{Markup, html};

use super::{Answers, CaseDesk, Reading};
use crate::components::{WarningText, warning_text};

/// The person called by the name in a field, known already under one of the ids given or new.
pub(crate) fn person_called(
    reading: &mut Reading<'_>,
    name: &str,
    missing: &str,
    known: &mut Vec<(PersonId, String)>,
) -> Option<PersonId> {
    let typed = reading.fields.text(name);
    if typed.is_empty() {
        reading.problems.add(name, missing);
        return None;
    }
    if let Some((person, _)) = known
        .iter()
        .find(|(_, called)| alike(called) == alike(typed))
    {
        return Some(*person);
    }
    let details = PersonDetails {
        name: typed.to_owned(),
        contact: None,
        born_on: None,
    };
    let person = PersonId(details.seal(&mut reading.sealing).item.0);
    known.push((person, typed.to_owned()));
    Some(person)
}

/// The name of somebody appointed to a case, if the vault still holds it.
pub(crate) fn who_is(file: &OpenedCaseFile, person: PersonId) -> Option<String> {
    let sealed = Sealed {
        item: ItemId(person.0),
        commitment: String::new(),
    };
    let named = file.person(&sealed).map(|details| details.name);
    named.or_else(|| file.colleague(person).map(str::to_owned))
}

/// Everybody who plays a part in the case and every colleague, by name: whoever is named again is the same person.
pub(crate) fn known_people(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let parts = desk.case().parts();
    let named = parts
        .into_iter()
        .filter_map(|(_, person)| who_is(&desk.file, person).map(|name| (person, name)));
    let colleagues = desk
        .desk
        .colleagues
        .iter()
        .map(|officer| (officer.account.into(), officer.display_name.clone()));
    let pooled = desk
        .pool
        .iter()
        .map(|pooled| (pooled.person, pooled.details.name.clone()));
    named.chain(colleagues).chain(pooled).collect()
}

/// A field for the name of somebody to be appointed: those of the pool who are available are offered, anybody can be
/// typed.
pub(crate) fn ask_appointed(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    (name, label): (&str, &str),
    part: PoolPart,
) -> Markup {
    let today = desk.desk.today;
    let fits =
        |pooled: &&Pooled| pooled.member.parts.contains(&part) && pooled.member.is_available(today);
    let names: Vec<&str> = desk
        .pool
        .iter()
        .filter(fits)
        .map(|pooled| pooled.details.name.as_str())
        .collect();
    answers.line_offering(name, label, "First name and last name.", &names)
}

/// What those who appoint should know of the pool: who is away today, and with what somebody must not be concerned.
pub(crate) fn about_the_pool(desk: &CaseDesk, parts: &[PoolPart]) -> Markup {
    let today = desk.desk.today;
    let told: Vec<(&str, String)> = desk
        .pool
        .iter()
        .filter(|pooled| {
            let member = &pooled.member;
            member.until.is_none() && member.parts.iter().any(|part| parts.contains(part))
        })
        .filter_map(|pooled| {
            let away =
                (!pooled.member.is_available(today)).then(|| "not available today".to_owned());
            let conflicts = pooled.conflicts.clone();
            let told: Vec<String> = away.into_iter().chain(conflicts).collect();
            (!told.is_empty()).then(|| (pooled.details.name.as_str(), told.join("; ")))
        })
        .collect();
    html! {
        @if !told.is_empty() {
            p class="govuk-body" { "From the pool:" }
            ul class="govuk-list govuk-list--bullet" {
                @for (name, what) in told { li { (name) ": " (what) } }
            }
        }
        (one_of_the_people(desk))
    }
}

/// Who of those who can be appointed is one of the people of a case, as somebody judged. The rules on independence bar
/// what they bar; the rest is for whoever appoints to weigh.
fn one_of_the_people(desk: &CaseDesk) -> Markup {
    let pooled = desk.pool.iter();
    let pooled = pooled.map(|pooled| (pooled.person, pooled.details.name.as_str()));
    let colleagues = desk.desk.colleagues.iter();
    let colleagues = colleagues.map(|officer| {
        (
            PersonId::from(officer.account),
            officer.display_name.as_str(),
        )
    });
    let named: Vec<(PersonId, &str)> = pooled.chain(colleagues).collect();
    let told = desk.known_elsewhere.iter().filter_map(|known| {
        let (_, name) = named.iter().find(|(person, _)| *person == known.person)?;
        let roles: Vec<String> = known
            .roles
            .iter()
            .map(|role| role.words(&desk.desk.settings))
            .collect();
        let place = match known.case {
            _ if known.here => "in this case".to_owned(),
            Some(case) => format!("in {case}"),
            None => "in a case that you may not open".to_owned(),
        };
        Some(format!("{name}: {} {place}", roles.join(", ")))
    });
    let told: Vec<String> = told.collect();
    html! {
        @if !told.is_empty() {
            (warning_text(&WarningText::new(
                "These were judged to be one of the people of a case. Weigh whether they can be seen to be independent here.",
            )))
            ul class="govuk-list govuk-list--bullet" { @for words in told { li { (words) } } }
        }
    }
}

/// The name of somebody whose particulars the case holds, if the vault still holds it.
pub(crate) fn who_is_called(desk: &CaseDesk, person: PersonId) -> Option<String> {
    let particulars = desk.case().particulars_of(person).into_iter();
    let names = particulars.filter_map(|sealed| desk.file.person(sealed));
    let mut names = names.map(|details| details.name);
    names.find(|name| !name.is_empty())
}

/// The children of the case, then its complainants.
pub(crate) fn people_of(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let representation = &desk.case().representation;
    let called = |details: &Option<Sealed>, otherwise: String| {
        let name = details.as_ref().and_then(|sealed| desk.file.person(sealed));
        name.map(|person| person.name)
            .filter(|name| !name.is_empty())
            .unwrap_or(otherwise)
    };
    let mut people: Vec<(PersonId, String)> = Vec::new();
    for (index, child) in representation.children.iter().enumerate() {
        people.push((
            child.person,
            called(&child.details, format!("Child {}", index + 1)),
        ));
    }
    for (index, complainant) in representation.complainants.iter().enumerate() {
        if !people
            .iter()
            .any(|(person, _)| *person == complainant.person)
        {
            let otherwise = format!("Complainant {}", index + 1);
            people.push((complainant.person, called(&complainant.details, otherwise)));
        }
    }
    people
}

/// The only one there is, filled in.
pub(crate) fn the_only_one(people: &[(PersonId, String)]) -> Vec<(String, String)> {
    match people {
        [(person, _)] => vec![("person".to_owned(), person.to_string())],
        _ => Vec::new(),
    }
}

/// The question which of these people it is about.
pub(crate) fn ask_person(
    answers: &Answers<'_>,
    legend: &str,
    hint: &str,
    people: &[(PersonId, String)],
) -> Markup {
    let people = people
        .iter()
        .map(|(person, name)| (person.to_string(), name.as_str()));
    answers.one_of("person", legend, hint, people)
}

/// The person who was chosen among these.
pub(crate) fn read_person(
    reading: &mut Reading<'_>,
    people: &[(PersonId, String)],
    missing: &str,
) -> Option<PersonId> {
    let typed = reading.fields.text("person");
    let mut ids = people.iter().map(|(person, _)| *person);
    let person = ids.find(|person| person.to_string() == typed);
    if person.is_none() {
        reading.problems.add("person", missing);
    }
    person
}

/// A name without case and spacing, as two ways of typing it are compared.
fn alike(name: &str) -> String {
    name.split_whitespace()
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}
