//! Record what an appointment cost.

use casework::authority_file::{FileCommand, NotKept};
use casework::ids::Reference;
use casework::pools::{AppointmentPaid, PoolPart, RecordCost};
use maud::{Markup, html};

use super::{POOLS, asked, choices, chosen};
use crate::recording::{Answers, FileDesk, FilePage, Reading, read_pounds, today_for};

/// `/pools/record-cost`
pub(crate) static PAGE: FilePage = FilePage {
    path: "/pools/record-cost",
    overview: POOLS,
    title: "Enter what an appointment cost",
    button: "Enter the cost",
    explain: |_| Markup::default(),
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

const WRONG: &str = "The amount must be in pounds and pence, such as 1250 or 1250.50";

fn ask(desk: &FileDesk, answers: &Answers<'_>) -> Markup {
    let parts = PoolPart::ALL.map(|part| (part.code(), part.label()));
    html! {
        (answers.one_of_many("member", "Who?", "", choices(desk, true)))
        (answers.one_of("part", "Appointed as what?", "", parts))
        (answers.line("case", "In which case?", "The reference, such as C-0142."))
        (answers.line("paid", "What was paid?", "In pounds, such as 1250 or 1250.50."))
        (answers.date("on", "When?", "For example, 27 3 2026."))
    }
}

fn read(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<FileCommand> {
    let member = chosen(desk, reading);
    let part = reading.one_of(
        "part",
        &PoolPart::ALL,
        PoolPart::code,
        "Say what it was for",
    );
    let case = reading.fields.text("case").parse::<Reference>().ok();
    if case.is_none() {
        reading
            .problems
            .add("case", "Enter the reference of the case, such as C-0142");
    }
    let paid = read_pounds(reading, "paid", WRONG);
    if paid.is_none() && reading.problems.at("paid").is_none() {
        reading.problems.add("paid", "Enter what was paid");
    }
    let on = reading.date("on", "The day it was paid");
    let paid = AppointmentPaid {
        member: member?,
        part: part?,
        case: case?,
        paid: paid?,
    };
    Some(FileCommand::RecordCost(RecordCost { paid, on: on? }))
}

fn blame(refused: &NotKept) -> &'static str {
    if matches!(refused, NotKept::NoSuchCase(_)) {
        "case"
    } else if matches!(refused, NotKept::NotAppointedAs(_)) {
        "part"
    } else if matches!(refused, NotKept::InFuture(_)) {
        "on-day"
    } else {
        "member"
    }
}
