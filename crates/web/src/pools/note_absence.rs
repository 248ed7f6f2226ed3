//! Note when somebody in a pool cannot be appointed.

use casework::authority_file::{FileCommand, NotKept};
use casework::pools::NoteAbsence;
use maud::{Markup, html};

use super::{POOLS, asked, choices, chosen};
use crate::recording::{Answers, FileDesk, FilePage, Reading};

/// `/pools/note-absence`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/pools/note-absence",
    overview: POOLS,
    title: "Note when somebody cannot be appointed",
    button: "Note it",
    explain: |_| {
        html! { p class="govuk-body" { "Why they cannot is not asked." } }
    },
    suggest: asked,
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of_many("member", "Who?", "", choices(desk, false)))
        (answers.date("from", "From which day?", "For example, 1 8 2026."))
        (answers.date("until", "Up to and including which day?", "For example, 15 8 2026."))
    }
}

fn read(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let member = chosen(desk, reading);
    let from = reading.date("from", "The first day");
    let until = reading.date("until", "The last day");
    Some(FileCommand::NoteAbsence(NoteAbsence {
        member: member?,
        from: from?,
        until: until?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::EndsBefore(_)) {
        "until-day"
    } else {
        "member"
    }
}
