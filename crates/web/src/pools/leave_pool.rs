//! Take somebody out of the pools.

use casework::authority_file::{FileCommand, NotKept};
use casework::pools::LeavePool;
use maud::{Markup, html};

use super::{POOLS, asked, choices, chosen};
use crate::recording::{Answers, FileDesk, FilePage, Reading, today_for};

/// `/pools/leave-pool`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/pools/leave-pool",
    overview: POOLS,
    title: "Take somebody out of the pools",
    button: "Take them out",
    explain: |_| {
        html! { p class="govuk-body" { "What they were appointed to goes on." } }
    },
    suggest: |desk| {
        let mut answers = today_for("on", desk.today);
        answers.extend(asked(desk));
        answers
    },
    ask,
    read,
    printed: &[],
    blame,
};

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of_many("member", "Who?", "", choices(desk, false)))
        (answers.date("on", "What is the first day without them?", "For example, 1 4 2026."))
    }
}

fn read(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let member = chosen(desk, reading);
    let on = reading.date("on", "The first day without them");
    Some(FileCommand::LeavePool(LeavePool {
        member: member?,
        on: on?,
    }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::EndsBefore(_) | NotKept::InFuture(_)) {
        "on-day"
    } else {
        "member"
    }
}
