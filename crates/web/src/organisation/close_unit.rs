//! Close an area, a team or a provider.

use casework::authority_file::{FileCommand, NotKept};
use casework::organisation::CloseUnit;
use maud::{Markup, html};

use super::{asked, choices, chosen};
use crate::addresses::ORGANISATION;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/organisation/close-unit`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/organisation/close-unit",
    overview: ORGANISATION,
    title: "End an area, a team or a provider",
    button: "Enter its end",
    explain: |_| {
        html! {
            p class="govuk-body" { "If another goes on in its place, merge it into that one instead." }
        }
    },
    suggest: |desk| asked(desk, "unit"),
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of_many("unit", "Which?", "", choices(desk)))
        (answers.date("on", "What was the first day without it?", "For example, 1 4 2015."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let unit = chosen(reading.fields.text("unit"));
    if unit.is_none() {
        reading.problems.add("unit", "Choose which ends");
    }
    let on = reading.date("on", "The first day without it");
    Some(FileCommand::CloseUnit(CloseUnit {
        unit: unit?,
        on: on?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(
        refused,
        NotKept::InFuture(_) | NotKept::BeforeTheLast { .. } | NotKept::NotThere { .. }
    ) {
        "on-day"
    } else {
        "unit"
    }
}
