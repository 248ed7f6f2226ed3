//! Look at the effect of a corrective action.

use casework::action::{Action, Command};
use casework::learning::{CorrectiveAction, ReviewImpact, Verdict};
use maud::{Markup, html};

use super::{ask_action, blame, read_action, suggest};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading};

/// `/cases/{reference}/review-impact`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReviewImpact,
    path: "/cases/{reference}/review-impact",
    button: "Record the effect",
    explain: |_| {
        html! {
            p class="govuk-body" {
                "That something was done says nothing of whether it helped. Look at later complaints, at audits, or ask the \
                 team and families."
            }
        }
    },
    suggest: |desk| suggest(desk, to_look_at),
    ask,
    read,
    blame,
};

/// Closed, and nobody has said yet whether it worked.
fn to_look_at(action: &CorrectiveAction) -> bool {
    let unsaid = matches!(action.verdict(), None | Some(Verdict::TooEarly { .. }));
    action.closed.is_some() && unsaid
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_action(desk, answers, "Which action’s effect was looked at?", to_look_at))
        (answers.one_of(
            "verdict",
            "Did it work?",
            "",
            [
                ("worked", Verdict::Worked.label()),
                ("in_part", Verdict::InPart.label()),
                ("did_not", Verdict::DidNot.label()),
                ("too_early", "It is too early to say"),
            ],
        ))
        (answers.date(
            "review",
            "If it is too early: by when is it looked at again?",
            "For example, 27 3 2026.",
        ))
        (answers.text("text", "How is that known?", "No names of children or families.", 4))
        (answers.date("on", "When was it looked at?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let action = read_action(reading);
    let verdict = match reading.fields.text("verdict") {
        "worked" => Some(Verdict::Worked),
        "in_part" => Some(Verdict::InPart),
        "did_not" => Some(Verdict::DidNot),
        "too_early" => {
            let again_on = reading.date("review", "The day for looking at it again");
            again_on.map(|again_on| Verdict::TooEarly { again_on })
        }
        _ => {
            reading.problems.add("verdict", "Choose whether it worked");
            None
        }
    };
    let text = reading.sealed("text", "Enter how that is known");
    let on = reading.date("on", "The date it was looked at");
    Some(
        ReviewImpact {
            action: action?,
            verdict: verdict?,
            text: text?,
            on: on?,
        }
        .into(),
    )
}
