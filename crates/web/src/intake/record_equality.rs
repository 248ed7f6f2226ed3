//! Record an equality monitoring form.

use app::private::seal_equality;
use casework::action::{Action, Command};
use casework::intake::RecordEquality;
use casework::settings::{Code, List};
use maud::{Markup, html};
use views::equality::{EqualityAnswers, Source};

use super::equality::{ask_whose, blame, read_whose, the_only_one};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-equality`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordEquality,
    path: "/cases/{reference}/record-equality",
    button: "Seal the answers",
    explain,
    suggest,
    ask,
    read,
    blame,
};

const SOURCES: [(Source, &str); 3] = [
    (Source::OwnForm, "own_form"),
    (Source::ToldForThem, "told_for_them"),
    (Source::CareRecord, "care_record"),
];

/// The oldest age taken; an older one is a slip of the pen.
const OLDEST: u8 = 120;

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Answering is voluntary, and each question can be left out. The answers are sealed apart from \
             the case: nobody who handles it can read them afterwards, and they are opened only to be \
             counted for the annual report."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(the_only_one(desk));
    answers
}

/// The questions with their lists, as the council asks them.
fn questions(desk: &CaseDesk) -> [(&'static str, &'static str, &List); 5] {
    let lists = &desk.desk.settings.equality;
    [
        ("gender", "Sex", &lists.gender),
        ("ethnicity", "Ethnic group", &lists.ethnicity),
        (
            "sexual-orientation",
            "Sexual orientation, asked from the age of 16",
            &lists.sexual_orientation,
        ),
        ("religion", "Religion or belief", &lists.religion),
        ("disability", "Disability or impairment", &lists.disability),
    ]
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let sources = SOURCES.map(|(source, code)| (code, source.label()));
    html! {
        (ask_whose(desk, answers, "Whose answers are they?"))
        (answers.one_of("source", "Where do they come from?", "", sources))
        @for (name, label, list) in questions(desk) {
            (answers.one_of_many(name, label, "", list.0.iter().map(|entry| {
                (entry.code.to_string(), entry.label.clone())
            })))
        }
        (answers.line("age", "Age in years when the representation was received", ""))
        (answers.date("on", "When did the form come back?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let whose = read_whose(desk, reading, "Choose whose answers they are");
    let source = reading.one_of(
        "source",
        &SOURCES.map(|(source, _)| source),
        |source| {
            let known = SOURCES.iter().find(|(each, _)| *each == source);
            known.map_or("", |(_, code)| code)
        },
        "Choose where the answers come from",
    );
    let [gender, ethnicity, sexual_orientation, religion, disability] =
        questions(desk).map(|(name, _, list)| {
            let code = Code::new(reading.fields.text(name));
            list.has(&code).then_some(code)
        });
    let age = age(reading);
    let on = reading.date("on", "The date the form came back");
    let ((person, about), source, on) = (whose?, source?, on?);
    let answers = EqualityAnswers {
        about,
        source,
        gender,
        ethnicity,
        sexual_orientation,
        religion,
        disability,
        age,
    };
    let answers = seal_equality(&mut reading.sealing, &answers);
    let command = RecordEquality {
        person,
        about,
        source,
        answers,
        on,
    };
    Some(command.into())
}

fn age(reading: &mut Reading<'_>) -> Option<u8> {
    let typed = reading.fields.text("age");
    if typed.is_empty() {
        return None;
    }
    let age = typed.parse().ok().filter(|age| *age <= OLDEST);
    if age.is_none() {
        reading
            .problems
            .add("age", "Age must be a whole number of years, such as 34");
    }
    age
}
