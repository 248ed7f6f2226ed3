//! Check and close a corrective action.

use casework::action::{Action, Command};
use casework::learning::{ActionState, CloseAction, CorrectiveAction};
use maud::{Markup, html};

use super::{ask_action, blame, in_state, read_action, suggest};
use crate::components::{InsetText, inset_text};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, lines};

/// `/cases/{reference}/close-action`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::CloseAction,
    path: "/cases/{reference}/close-action",
    button: "Close the action",
    explain,
    suggest: |desk| suggest(desk, to_check),
    ask,
    read,
    blame,
};

fn to_check(action: &CorrectiveAction) -> bool {
    action.state() == ActionState::ToCheck
}

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "You close it in your own name, " strong { (desk.desk.officer.display_name) } ": you have seen what shows that it \
             was done. Neither the owner nor whoever reported it can do that."
        }
        @for action in in_state(desk, to_check) {
            @if let Some((_, carried_out)) = &action.carried_out {
                h2 class="govuk-heading-s" {
                    "What shows action " (action.number.0) ", reported by " (desk.file.name(carried_out.reported_by))
                }
                @if let Some(words) = desk.file.text(&carried_out.evidence) {
                    (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() }))
                }
            }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_action(desk, answers, "Which action do you close?", to_check))
        (answers.date(
            "review",
            "By when is its effect looked at?",
            "Long enough for a change to show. Leave it empty where there is none to look for, as with an apology.",
        ))
        (answers.date("on", "When did you check it?", "For example, 27 3 2026."))
    }
}

/// Whoever is signed in has checked it; the form asks nobody to name somebody else.
fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let action = read_action(reading);
    let review_on = reading.date_if_any("review", "The day for looking at the effect");
    let on = reading.date("on", "The date you checked it");
    Some(
        CloseAction {
            action: action?,
            checked_by: desk.desk.officer.account,
            review_on,
            on: on?,
        }
        .into(),
    )
}
