//! Hold a workshop, a training or another occasion to learn that belongs to no case.

use casework::authority_file::{FileCommand, NotKept};
use casework::learning::{HoldTraining, TrainingHeld, TrainingKind};
use maud::{Markup, html};

use super::TRAINING;
use crate::recording::{Answers, FileDesk, FilePage, Reading, today_for};

/// `/learning/hold-training`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/learning/hold-training",
    overview: TRAINING,
    title: "Enter a workshop or training",
    button: "Enter it",
    explain: |_| {
        html! {
            p class="govuk-body" { "Enter it once it was held. What is planned is not counted." }
        }
    },
    suggest: |desk| today_for("on", desk.today),
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(_: &FileDesk, answers: &Answers<'_>) -> Markup {
    let kinds = TrainingKind::ALL.map(|kind| (kind.code(), kind.label()));
    html! {
        (answers.one_of("kind", "What was it?", "", kinds))
        (answers.count("people", "How many people took part?", ""))
        (answers.line("about", "What was it about, and for whom?", "For example, answering every point, for team managers."))
        (answers.date("on", "When was it held?", "For example, 27 3 2026."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let kind = reading.one_of(
        "kind",
        &TrainingKind::ALL,
        TrainingKind::code,
        "Say what it was",
    );
    let people = reading.fields.text("people").parse::<u16>().ok();
    if people.is_none() {
        let message = "How many people took part must be a whole number, in digits";
        reading.problems.add("people", message);
    }
    let about = reading.sealed("about", "Enter what it was about and for whom");
    let on = reading.date("on", "The day it was held");
    let held = TrainingHeld {
        kind: kind?,
        people: people?,
        about: about?,
    };
    Some(FileCommand::HoldTraining(HoldTraining { held, on: on? }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NobodyThere) {
        "people"
    } else {
        "on-day"
    }
}
