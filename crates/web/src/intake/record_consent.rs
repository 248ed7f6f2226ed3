//! Record a child's agreement to being complained for.

use casework::action::{Action, Command};
use casework::ids::PersonId;
use casework::intake::{
    ConsentAnswer, ConsentBasis, ConsentRecorded, RecordConsent, in_their_own_right,
};
use casework::refusal::{DecisionFault, NotYet, Refusal};
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, people_of, today_for};

/// `/cases/{reference}/record-consent`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordConsent,
    path: "/cases/{reference}/record-consent",
    button: "Record",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Whoever the Act names, such as a parent or a foster carer, complains in their own right and needs \
             no agreement of the child (Children Act 1989 s.26(3)). When somebody else complains for a \
             child, find out where possible whether the child agrees and whether the complaint says what \
             the child thinks."
        }
        p class="govuk-body" {
            "There is no age for this in law: under 16 it depends on what the child understands, from 16 the \
             Mental Capacity Act 2005 presumes that they can decide."
        }
        p class="govuk-body" {
            "What is recorded here keeps no complaint from being considered, and lets nobody see anything \
             about the child: that is decided apart."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    let representation = &desk.case().representation;
    if let ([complainant], [child]) = (
        representation.complainants.as_slice(),
        representation.children.as_slice(),
    ) {
        answers.push(("complainant".to_owned(), complainant.person.to_string()));
        answers.push(("child".to_owned(), child.person.to_string()));
        if in_their_own_right(complainant, child.person) {
            answers.push((
                "answer".to_owned(),
                ConsentAnswer::NotNeeded.code().to_owned(),
            ));
            answers.push(("basis".to_owned(), ConsentBasis::OwnRight.code().to_owned()));
        }
    }
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let named = |people: Vec<(PersonId, String)>| {
        people
            .into_iter()
            .map(|(person, name)| (person.to_string(), name))
    };
    let said = ConsentAnswer::ALL.map(|answer| (answer.code(), answer.label()));
    let bases = ConsentBasis::ALL.map(|basis| (basis.code(), basis.label()));
    html! {
        (answers.one_of("complainant", "Who complains?", "", named(complainants(desk))))
        (answers.one_of("child", "For which child?", "", named(children(desk))))
        (answers.one_of("answer", "What did the child say?", "", said))
        (answers.one_of("basis", "On what does that rest?", "Decided for this child and this matter, not by age alone.", bases))
        (answers.text("scope", "How far does it reach?", "For example: this complaint only; may see the answer, not the file. Leave it empty if nothing was said.", 3))
        (answers.date("on", "When was this?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let complainant = chosen(
        reading,
        "complainant",
        &complainants(desk),
        "Choose who complains",
    );
    let child = chosen(reading, "child", &children(desk), "Choose the child");
    let answer = reading.one_of(
        "answer",
        &ConsentAnswer::ALL,
        ConsentAnswer::code,
        "Choose what the child said",
    );
    let basis = reading.one_of(
        "basis",
        &ConsentBasis::ALL,
        ConsentBasis::code,
        "Choose on what it rests",
    );
    let scope = reading.sealed_if_any("scope");
    let on = reading.date("on", "The date");
    let recorded = ConsentRecorded {
        complainant: complainant?,
        child: child?,
        answer: answer?,
        basis: basis?,
        scope,
    };
    Some(RecordConsent { recorded, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(
        refusal,
        Refusal::Decision(DecisionFault::ConsentNotNeeded | DecisionFault::ConsentNeeded)
    ) {
        "basis"
    } else if matches!(refusal, Refusal::NotYet(NotYet::Agreed)) {
        "answer"
    } else {
        "on-day"
    };
    field.to_owned()
}

fn chosen(
    reading: &mut Reading<'_>,
    name: &str,
    people: &[(PersonId, String)],
    missing: &str,
) -> Option<PersonId> {
    let typed = reading.fields.text(name);
    let person = people
        .iter()
        .map(|(person, _)| *person)
        .find(|person| person.to_string() == typed);
    if person.is_none() {
        reading.problems.add(name, missing);
    }
    person
}

fn complainants(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let complainants = &desk.case().representation.complainants;
    let mut people = people_of(desk);
    people.retain(|(person, _)| complainants.iter().any(|one| one.person == *person));
    people
}

fn children(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let children = &desk.case().representation.children;
    let mut people = people_of(desk);
    people.retain(|(person, _)| children.iter().any(|one| one.person == *person));
    people
}
