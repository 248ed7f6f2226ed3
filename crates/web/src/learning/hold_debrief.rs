//! Record a debrief.

use casework::action::{Action, Command};
use casework::learning::{Attended, Debrief, DebriefPart, HoldDebrief};
use casework::refusal::{LearningFault, Refusal};
use casework::settings::Code;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, entries, today_for};

/// `/cases/{reference}/hold-debrief`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::HoldDebrief,
    path: "/cases/{reference}/hold-debrief",
    button: "Record the debrief",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Those concerned meet and talk over what the complaint taught: after an investigation, a review, or a meeting \
             with a mediator. What is to be done because of it is agreed as a corrective action afterwards."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "Who was there?" }
        p class="govuk-body" { "Enter how many people. Leave a line empty where there was nobody." }
        @for part in DebriefPart::ALL { (answers.line(&field(part), part.label(), "")) }
        (answers.text("names", "Their names", "If you keep them.", 2))
        h2 class="govuk-heading-m" { "What came of it" }
        (answers.text("learned", "What was learned?", "No names of children or families.", 5))
        (answers.any_of(
            "themes",
            "What was it about?",
            "Choose all that fit.",
            entries(&desk.desk.settings.learning.themes),
        ))
        (answers.date("on", "When was it held?", "For example, 27 3 2026."))
    }
}

/// The line of a part.
fn field(part: DebriefPart) -> String {
    format!("people-{}", part.code())
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let attended = DebriefPart::ALL
        .iter()
        .filter_map(|part| read_people(reading, *part))
        .collect();
    let names = reading.sealed_if_any("names");
    let learned = reading.sealed("learned", "Enter what was learned");
    let themes: Vec<_> = reading.fields.all("themes").map(Code::new).collect();
    if themes.is_empty() {
        reading.problems.add("themes", "Choose what it was about");
    }
    let on = reading.date("on", "The date of the debrief");
    Some(
        HoldDebrief {
            debrief: Debrief {
                attended,
                names,
                learned: learned?,
                themes,
            },
            on: on?,
        }
        .into(),
    )
}

/// How many there were in a part; nothing where there was nobody.
fn read_people(reading: &mut Reading<'_>, part: DebriefPart) -> Option<Attended> {
    let field = field(part);
    let typed = reading.fields.text(&field);
    if typed.is_empty() {
        return None;
    }
    let Ok(people) = typed.parse::<u16>() else {
        let wrong = format!("{}: enter a number, such as 4", part.label());
        reading.problems.add(&field, &wrong);
        return None;
    };
    (people > 0).then_some(Attended { part, people })
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::Learning(LearningFault::NobodyAttended)) {
        field(DebriefPart::Team)
    } else {
        super::blame(refusal)
    }
}
