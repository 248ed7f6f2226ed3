//! Record what a child was told about advocates.

use casework::action::{Action, Command};
use casework::advocacy::{AdvocacyRecorded, AdvocateKind, RecordAdvocacy, Wanted};
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use super::{code, young_people};
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_person, day_of, read_person, source, the_only_one,
    today_for,
};

/// `/cases/{reference}/record-advocacy`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordAdvocacy,
    path: "/cases/{reference}/record-advocacy",
    button: "Record",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const WANTED: [(Wanted, &str, &str); 3] = [
    (Wanted::Yes, "yes", "Yes"),
    (Wanted::No, "no", "No"),
    (Wanted::Undecided, "undecided", "Not decided yet"),
];

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A child or young person who complains, or thinks of it, is told about advocacy at once and \
             helped to get an advocate (Children Act 1989 s.26A; SI 2004/719 reg 4). An advocate speaks \
             for the child and does not become the complainant. Parents and carers have no advocate under the \
             Act; they may bring a supporter."
        }
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::AdvocacyInformation) {
            p class="govuk-body" {
                "Tell them and offer help by " strong { (english_date(clock.due_on())) }
                " (" (source(LimitId::AdvocacyInformation)) ")."
            }
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let today = desk.desk.today;
    let mut answers = today_for("on", today);
    answers.extend(today_for("told", today));
    answers.extend(today_for("offered", today));
    answers.extend(the_only_one(&young_people(desk)));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let wanted = WANTED.map(|(_, code, words)| (code, words));
    html! {
        (ask_person(answers, "Who is it about?", "A child or young person of this case.", &young_people(desk)))
        (answers.date("told", "When were they told about advocacy?", "Leave it empty if they have not been told."))
        (answers.date(
            "offered",
            "When were they offered help in getting an advocate?",
            "Leave it empty if it has not been offered.",
        ))
        (answers.one_of("wanted", "Do they want an advocate?", "", wanted))
        (answers.date("on", "When did they say so?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let person = read_person(reading, &young_people(desk), "Choose who it is about");
    let told_on = reading.date_if_any("told", "The date they were told");
    let offered_on = reading.date_if_any("offered", "The date help was offered");
    let wanted = reading.one_of(
        "wanted",
        &WANTED.map(|(wanted, ..)| wanted),
        |wanted| code(&WANTED, wanted),
        "Choose whether they want an advocate",
    );
    let on = reading.date("on", "The date they said so");
    let recorded = AdvocacyRecorded {
        person: person?,
        wanted: wanted?,
        kind: AdvocateKind::Nobody,
        told_on,
        offered_on,
    };
    Some(RecordAdvocacy { recorded, on: on? }.into())
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::NoStatutoryAdvocate) {
        "person"
    } else if day_of(refusal).contains("telling") {
        "told-day"
    } else if day_of(refusal).contains("offer") {
        "offered-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
