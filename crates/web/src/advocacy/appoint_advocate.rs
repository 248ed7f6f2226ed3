//! Record the advocate who begins to help a child.

use casework::action::{Action, Command};
use casework::advocacy::{AdvocateAppointed, AdvocateBar, AppointAdvocate};
use casework::pools::PoolPart;
use casework::refusal::Refusal;
use maud::{Markup, html};

use super::{KINDS, code, young_people};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, about_the_pool, ask_appointed, ask_person, day_of,
    known_people, person_called, read_person, the_only_one, today_for,
};

/// `/cases/{reference}/appoint-advocate`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AppointAdvocate,
    path: "/cases/{reference}/appoint-advocate",
    button: "Record the advocate",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const YES_OR_NO: [(&str, &str); 2] = [("no", "No"), ("yes", "Yes")];

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Five things keep somebody from being the advocate (" (AdvocateBar::SOURCE)
            ", to be checked by a lawyer). Ask each of them. A child may have several advocates, one after the \
             other or together; record each."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(&young_people(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let kinds = KINDS.map(|(_, code, words)| (code, words));
    html! {
        (ask_person(answers, "Who is helped?", "A child or young person of this case.", &young_people(desk)))
        (about_the_pool(desk, &[PoolPart::Advocate]))
        (ask_appointed(desk, answers, ("advocate", "Name of the advocate"), PoolPart::Advocate))
        (answers.one_of("kind", "What sort of advocate?", "", kinds))
        (answers.line("organisation", "Organisation", "Leave it empty if there is none."))
        @for bar in AdvocateBar::ALL {
            (answers.one_of(&field(bar), bar.question(), "About the advocate.", YES_OR_NO))
        }
        (answers.date("on", "When did the help begin?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &young_people(desk), "Choose who is helped");
    let mut known = known_people(desk);
    let missing = "Enter the name of the advocate";
    let advocate = person_called(reading, "advocate", missing, &mut known);
    let kind = reading.one_of(
        "kind",
        &KINDS.map(|(kind, ..)| kind),
        |kind| code(&KINDS, kind),
        "Choose what sort of advocate it is",
    );
    let organisation = reading.sealed_if_any("organisation");
    let mut bars = Vec::new();
    for bar in AdvocateBar::ALL {
        let holds = reading.yes_or_no(
            &field(bar),
            &format!("Answer the question: {}", bar.question()),
        );
        bars.extend(holds.filter(|holds| *holds).map(|_| bar));
    }
    let on = reading.date("on", "The date the help began");
    let appointed = AdvocateAppointed {
        person: person?,
        advocate: advocate?,
        kind: kind?,
        organisation,
    };
    Some(
        AppointAdvocate {
            appointed,
            bars,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if let Refusal::AdvocateBarred(bar) = refusal {
        field(*bar)
    } else if matches!(refusal, Refusal::NoStatutoryAdvocate) {
        "person".to_owned()
    } else if day_of(refusal).is_empty() {
        "advocate".to_owned()
    } else {
        "on-day".to_owned()
    }
}

/// The field of one of the five questions.
fn field(bar: AdvocateBar) -> String {
    format!("bar-{}", bar.code().replace('_', "-"))
}
