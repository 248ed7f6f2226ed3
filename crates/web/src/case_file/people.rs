//! The people of a case: who complains, the children, who investigates, who hears it.

use casework::ids::{PersonId, Sealed};
use casework::intake::{About, FormState};
use casework::people::CasePerson;
use casework::registers::Particulars;
use maud::{Markup, html};
use statute::dates::short_date;
use statute::procedure::Role;

use crate::components::{HeadingLevel, SummaryCard, SummaryList, SummaryRow, summary_list};
use crate::intake::equality_state;
use crate::people::person_url;
use crate::recording::{CaseDesk, lines, who_is, who_is_called};

/// Everybody, as far as the vault still holds their particulars.
pub(super) fn people(desk: &CaseDesk) -> Markup {
    let representation = &desk.case().representation;
    // Who said it stands with the rest of what was taken down.
    if representation.to_sort().is_some() {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "People" }
            @if representation.complainants.is_empty() {
                p class="govuk-body" { "No name was given." }
            }
            @for index in 0..representation.complainants.len() {
                (card(numbered("Complainant", index, representation.complainants.len()), complainant_rows(desk, index)))
            }
            @if let Some(constituent) = constituent_rows(desk) { (card("Constituent".to_owned(), constituent)) }
            @for index in 0..representation.children.len() {
                (card(numbered("Child", index, representation.children.len()), child_rows(desk, index)))
            }
            (elsewhere(desk))
            @let appointed = appointed_rows(desk);
            @if !appointed.is_empty() { (card("Appointed".to_owned(), appointed)) }
            @if !representation.complained_about.is_empty() {
                (card("Complained about".to_owned(), representation.complained_about.iter().map(|account| {
                    SummaryRow::new("Colleague", desk.file.name(*account))
                }).collect()))
            }
        }
    }
}

/// The way to each person’s other cases.
fn elsewhere(desk: &CaseDesk) -> Markup {
    let case = desk.file.reference;
    html! {
        @for (person, name) in everybody(desk) {
            @if let Some(name) = name {
                p class="govuk-body" {
                    a class="govuk-link" href=(person_url(CasePerson { case, person })) {
                        "Other cases of " (name) ", and who may be the same person"
                    }
                }
            }
        }
    }
}

/// Everybody the case is about, then everybody appointed to it, each once and by name.
fn everybody(desk: &CaseDesk) -> Vec<(PersonId, Option<String>)> {
    let concerned = desk.case().people_with_particulars().into_iter();
    let mut people: Vec<_> = concerned
        .map(|person| (person, who_is_called(desk, person)))
        .collect();
    for (part, person) in desk.case().parts() {
        let works_on_it = match part {
            Role::InvestigatingOfficer
            | Role::IndependentPerson
            | Role::AdjudicatingOfficer
            | Role::PanelChair
            | Role::PanelMember
            | Role::Advocate => true,
            Role::ComplaintsManager
            | Role::RespondingManager
            | Role::Director
            | Role::ComplainedAbout => false,
        };
        if works_on_it && !people.iter().any(|(known, _)| *known == person) {
            people.push((person, who_is(&desk.file, person)));
        }
    }
    people
}

fn complainant_rows(desk: &CaseDesk, index: usize) -> Vec<SummaryRow> {
    let complainant = &desk.case().representation.complainants[index];
    let mut rows = particulars(desk, complainant.details.as_ref());
    let member = desk.case().representation.member_enquiry();
    let capacity = match member {
        Some(enquiry) => enquiry.member.label(),
        None => desk.desk.settings.capacities.label(&complainant.capacity),
    };
    rows.push(SummaryRow::new("Capacity", capacity));
    if let Some(ground) = complainant.ground {
        let words = format!("{} ({})", ground.title(), ground.source());
        rows.push(SummaryRow::new("May complain as", words));
    }
    if let Some((_, decided)) = desk.case().interest_of(complainant.person) {
        let words = if decided.sufficient {
            "Sufficient"
        } else {
            "Not sufficient"
        };
        rows.push(SummaryRow::new("Interest in the child’s welfare", words));
    }
    rows.extend(monitored(desk, complainant.person, About::Complainant));
    for (index, child) in desk.case().representation.children.iter().enumerate() {
        if let Some((on, recorded)) = desk.case().consent(complainant.person, child.person) {
            let words = format!("{}, {}", recorded.answer.label(), short_date(*on));
            rows.push(SummaryRow::new(
                format!("Agreement of child {}", index + 1),
                words,
            ));
        }
    }
    rows
}

/// Whom an elected member writes about, and whether their consent is held.
fn constituent_rows(desk: &CaseDesk) -> Option<Vec<SummaryRow>> {
    let enquiry = desk.case().representation.member_enquiry()?;
    let constituent = enquiry.constituent.as_ref();
    let mut rows = particulars(desk, constituent.map(|constituent| &constituent.details));
    rows.push(SummaryRow::new("Consent held", enquiry.consent.label()));
    let scope = enquiry
        .scope
        .as_ref()
        .and_then(|scope| desk.file.text(scope));
    rows.extend(scope.map(|scope| SummaryRow::new("What it covers", lines(scope))));
    Some(rows)
}

/// What the case’s register tells, and what came of a general enquiry.
pub(super) fn told(desk: &CaseDesk) -> Vec<SummaryRow> {
    let settings = &desk.desk.settings;
    let answered = desk.case().enquiry_answered.as_ref();
    let outcome = answered.and_then(|answer| answer.outcome.as_ref());
    let mut rows = Vec::new();
    match &desk.case().representation.particulars {
        Some(Particulars::Compliment { source }) => {
            let source = settings.compliment_sources.label(source);
            rows.push(SummaryRow::new("From", source));
        }
        Some(Particulars::MemberEnquiry(enquiry)) => {
            rows.push(SummaryRow::new("From", enquiry.member.label()));
        }
        Some(
            Particulars::InformalContact { topic, result }
            | Particulars::Helpline { topic, result, .. },
        ) => {
            let topic = settings.contact_topics.label(topic);
            let result = settings.contact_results.label(result);
            rows.push(SummaryRow::new("Topic", topic));
            rows.push(SummaryRow::new("What came of it", result));
        }
        Some(Particulars::ToSort { person, .. }) => {
            rows.extend(particulars(desk, person.as_ref()));
        }
        None => {}
    }
    rows.extend(outcome.map(|outcome| {
        SummaryRow::new("What came of it", settings.enquiry_outcomes.label(outcome))
    }));
    rows
}

fn child_rows(desk: &CaseDesk, index: usize) -> Vec<SummaryRow> {
    let child = &desk.case().representation.children[index];
    let mut rows = particulars(desk, child.details.as_ref());
    let complains = desk
        .case()
        .representation
        .complainants
        .iter()
        .any(|person| person.person == child.person);
    if complains {
        rows.push(SummaryRow::new("Complains", "Yes, for themselves"));
    }
    rows.push(SummaryRow::new(
        "Standing when received",
        child.status.label(),
    ));
    rows.extend(monitored(desk, child.person, About::Child));
    rows
}

/// How far somebody’s equality form has come, once it was sent or answers came. What it says is on no page.
fn monitored(desk: &CaseDesk, person: PersonId, about: About) -> Option<SummaryRow> {
    let state = desk.case().monitored(person, about);
    (state != FormState::NotAsked)
        .then(|| SummaryRow::new("Equality monitoring", equality_state(state)))
}

fn appointed_rows(desk: &CaseDesk) -> Vec<SummaryRow> {
    let name = |person: PersonId| {
        who_is(&desk.file, person)
            .unwrap_or_else(|| "Appointed; the name is not held here".to_owned())
    };
    let mut rows = Vec::new();
    let investigation = desk.case().investigation.as_ref();
    if let Some((_, appointed)) = investigation.and_then(|stage| stage.appointed.as_ref()) {
        rows.push(SummaryRow::new(
            "Investigating Officer",
            name(appointed.investigating_officer),
        ));
        rows.push(SummaryRow::new(
            "Independent Person",
            name(appointed.independent_person),
        ));
    }
    if let Some((_, reviewer)) = investigation.and_then(|stage| stage.reviewer) {
        rows.push(SummaryRow::new("Reviewer", desk.file.name(reviewer)));
    }
    let adjudicated = investigation
        .and_then(|stage| stage.answered.as_ref())
        .and_then(|(_, answered)| answered.adjudication.as_ref());
    if let Some(adjudication) = adjudicated {
        rows.push(SummaryRow::new(
            "Adjudicating Officer",
            name(adjudication.officer),
        ));
    }
    let panel = desk.case().review_panel.as_ref();
    if let Some((_, appointed)) = panel.and_then(|panel| panel.appointed.as_ref()) {
        rows.push(SummaryRow::new("Panel chair", name(appointed.chair)));
        for member in appointed.members {
            rows.push(SummaryRow::new("Panel member", name(member)));
        }
    }
    for episode in &desk.case().advocates {
        let mut words = name(episode.appointed.advocate);
        let organisation = episode.appointed.organisation.as_ref();
        if let Some(organisation) = organisation.and_then(|sealed| desk.file.text(sealed)) {
            words = format!("{words}, {organisation}");
        }
        words = match episode.until {
            Some(until) => format!("{words}, until {}", short_date(until)),
            None => format!("{words}, since {}", short_date(episode.since)),
        };
        rows.push(SummaryRow::new("Advocate", words));
    }
    rows
}

/// Name, contact and date of birth, as far as they are known.
fn particulars(desk: &CaseDesk, details: Option<&Sealed>) -> Vec<SummaryRow> {
    let Some(sealed) = details else {
        return vec![SummaryRow::new("Name", "Not given")];
    };
    let Some(person) = desk.file.person(sealed) else {
        return vec![SummaryRow::new("Name", "No longer held")];
    };
    let name = if person.name.is_empty() {
        "Not given"
    } else {
        &person.name
    };
    let mut rows = vec![SummaryRow::new("Name", name)];
    if let Some(contact) = &person.contact {
        rows.push(SummaryRow::new("Contact", lines(contact)));
    }
    if let Some(born_on) = person.born_on {
        rows.push(SummaryRow::new("Date of birth", short_date(born_on)));
    }
    rows
}

fn card(title: String, rows: Vec<SummaryRow>) -> Markup {
    summary_list(&SummaryList {
        rows,
        card: Some(SummaryCard {
            title: title.into(),
            heading_level: HeadingLevel::H3,
            ..SummaryCard::default()
        }),
        ..SummaryList::default()
    })
}

fn numbered(word: &str, index: usize, of: usize) -> String {
    if of == 1 {
        word.to_owned()
    } else {
        format!("{word} {}", index + 1)
    }
}
