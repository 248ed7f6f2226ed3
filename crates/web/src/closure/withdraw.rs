//! Withdraw a complaint.

use casework::action::{Action, Command};
use casework::closure::Withdraw;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/withdraw`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Withdraw,
    path: "/cases/{reference}/withdraw",
    button: "Record the withdrawal",
    explain,
    suggest: |desk| today_for("confirmed", desk.desk.today),
    ask,
    read,
    blame: |_| "confirmed-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A complainant may withdraw at any time, by word of mouth or in writing, and it is confirmed \
             to them in writing (SI 2006/1738 reg 7). Silence is no withdrawal. Every time limit of the \
             case stops."
        }
        p class="govuk-body" {
            "Think whether what was said still has to be looked into, most of all where a child may be at risk."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of(
            "oral",
            "How did they withdraw?",
            "",
            [("no", "In writing"), ("yes", "By word of mouth")],
        ))
        (answers.one_of(
            "looked-into",
            "Will the council look at the matter anyway?",
            "As a review of its own; what a child said may need it.",
            [("yes", "Yes"), ("no", "No")],
        ))
        (answers.date("confirmed", "When was it confirmed to them in writing?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let oral = reading.yes_or_no("oral", "Choose how they withdrew");
    let message = "Choose whether the council looks at the matter anyway";
    let looked_into = reading.yes_or_no("looked-into", message);
    let confirmed_on = reading.date("confirmed", "The date it was confirmed in writing");
    Some(
        Withdraw {
            oral: oral?,
            looked_into: Some(looked_into?),
            confirmed_on: confirmed_on?,
        }
        .into(),
    )
}
