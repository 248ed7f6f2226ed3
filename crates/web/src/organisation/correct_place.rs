//! Correct the area, team or provider a complaint is about.

use casework::action::{Action, Command};
use casework::organisation::CorrectPlace;
use casework::refusal::Refusal;
use casework::settings::Code;
use maud::{Markup, html};

use crate::intake::{ask_place, blame_place, read_place, suggest_place};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/correct-place`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CorrectPlace,
    path: "/cases/{reference}/correct-place",
    button: "Correct it",
    explain,
    suggest: |desk| {
        let mut answers = today_for("on", desk.desk.today);
        answers.extend(suggest_place(&desk.case().representation.place));
        answers
    },
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The annual report counts a complaint where it belongs. What was first written down stays in What happened."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_place(&desk.desk, answers))
        (answers.text("reason", "Why is it corrected?", "No names of children or families.", 3))
        (answers.date("on", "When was it corrected?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let leads = desk.case().representation.service.as_ref();
    let place = read_place(reading, leads.map_or("", Code::as_str));
    let reason = reading.sealed("reason", "Enter why it is corrected");
    let on = reading.date("on", "The date it was corrected");
    Some(
        CorrectPlace {
            place,
            reason: reason?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::NotInTheList { list, .. } = refusal {
        blame_place(list).unwrap_or("area")
    } else if day_of(refusal).is_empty() {
        "area"
    } else {
        "on-day"
    };
    field.to_owned()
}
