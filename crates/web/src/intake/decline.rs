//! Decline to consider a complaint under the procedure.

use casework::action::{Action, Command};
use casework::event::DeclineGround;
use casework::intake::Decline;
use maud::{Markup, html};

use super::judge_procedure::unjudged;
use crate::components::{WarningText, warning_text};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/decline`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Decline,
    path: "/cases/{reference}/decline",
    button: "Record the decision",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (unjudged(desk))
        (warning_text(&WarningText::new(
            "Every time limit of this case stops. Once a complaint was answered at Stage 1 it can no longer be declined.",
        )))
        p class="govuk-body" {
            "The person is told in writing, with the reasons and the right to go to the Ombudsman \
             (SI 2006/1738 regs 9 and 12)."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let grounds = DeclineGround::ALL.map(|ground| (ground.code(), ground.label()));
    html! {
        (answers.one_of("ground", "On what ground?", "There is no other lawful ground.", grounds))
        (answers.text(
            "reasons",
            "What reasons were given?",
            "As written to the person. For a late complaint: why it could have come in time, why it can \
             no longer be considered fairly, and what adjustments were thought of.",
            6,
        ))
        (answers.date("on", "When was the letter sent?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ground = reading.one_of(
        "ground",
        &DeclineGround::ALL,
        DeclineGround::code,
        "Choose the ground on which it is declined",
    );
    let reasons = reading.sealed("reasons", "Enter the reasons that were given");
    let on = reading.date("on", "The date the letter was sent");
    Some(
        Decline {
            ground: ground?,
            reasons: reasons?,
            on: on?,
        }
        .into(),
    )
}
