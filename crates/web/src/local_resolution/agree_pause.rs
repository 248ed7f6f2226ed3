//! Pause the time of a stage by agreement.

use casework::action::{Action, Command};
use casework::local_resolution::AgreePause;
use casework::refusal::{NotYet, Refusal};
use maud::{Markup, html};
use statute::proof::Pause;

use super::respond;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/agree-pause`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AgreePause,
    path: "/cases/{reference}/agree-pause",
    button: "Record the pause",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (respond::due(desk))
        p class="govuk-body" {
            "While a meeting, mediation or another way is tried, every time limit runs on. Only the complainant can \
             agree that it pauses: in writing, beforehand, and with an end. Holidays, sickness and waiting for \
             somebody stop nothing."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.date("on", "When did the complainant agree?", "For example, 27 3 2026."))
        (answers.one_of(
            "in-writing",
            "Did they agree in writing?",
            "An e-mail or a text message is enough. Keep it with the file.",
            [("yes", "Yes"), ("no", "No")],
        ))
        (answers.date("from", "The first day that does not count", "Not before the day they agreed."))
        (answers.date("until", "The last day that does not count", "Without an end there is no pause."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let on = reading.date("on", "The date they agreed");
    let in_writing = reading.yes_or_no("in-writing", "Say whether they agreed in writing");
    let from = reading.date("from", "The first day of the pause");
    let until = reading.date("until", "The last day of the pause");
    Some(
        AgreePause {
            pause: Pause {
                from: from?,
                until: until?,
            },
            in_writing: in_writing?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let day = day_of(refusal);
    let field = if *refusal == Refusal::NotYet(NotYet::AgreedInWriting) {
        "in-writing"
    } else if day.contains("first day") {
        "from-day"
    } else if day.contains("last day") {
        "until-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
