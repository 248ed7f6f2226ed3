//! Rename an area, a team or a provider.

use casework::authority_file::{FileCommand, NotKept};
use casework::organisation::RenameUnit;
use maud::{Markup, html};

use super::{asked, choices, chosen};
use crate::addresses::ORGANISATION;
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/organisation/rename-unit`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/organisation/rename-unit",
    overview: ORGANISATION,
    title: "Rename an area, a team or a provider",
    button: "Enter the new name",
    explain: |_| {
        html! {
            p class="govuk-body" { "Reports of earlier years keep the earlier name." }
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
        (answers.line("name", "Its new name", ""))
        (answers.date("from", "From which day?", "For example, 1 4 2015."))
    }
}

fn read(_: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let unit = chosen(reading.fields.text("unit"));
    if unit.is_none() {
        reading.problems.add("unit", "Choose which is renamed");
    }
    let name = reading
        .fields
        .required("name", &mut reading.problems, "Enter its new name");
    let from = reading.date("from", "The first day of the new name");
    Some(FileCommand::RenameUnit(RenameUnit {
        unit: unit?,
        name,
        from: from?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NotAName | NotKept::SameName) {
        "name"
    } else if matches!(
        refused,
        NotKept::InFuture(_) | NotKept::BeforeTheLast { .. } | NotKept::NotThere { .. }
    ) {
        "from-day"
    } else {
        "unit"
    }
}
