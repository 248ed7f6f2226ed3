//! Count the due dates of one case again.

use casework::action::{Action, Command};
use casework::calendar::{RecomputeDeadlines, moves};
use casework::clock::ClockChange;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, explain_refusal};

/// `/cases/{reference}/recompute-deadlines`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecomputeDeadlines,
    path: "/cases/{reference}/recompute-deadlines",
    button: "Move the due dates",
    explain,
    suggest: |_| Vec::new(),
    ask,
    read,
    blame: |_| "reason".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    let moves = moves(desk.case(), &desk.desk.law());
    html! {
        p class="govuk-body" {
            "A day that is made a bank holiday is no working day (SI 2006/1738 reg 2). Every time limit of this case \
             that still runs is counted again from its first day. What has ended stays as it was decided, and so does \
             a day that was chosen for an extension."
        }
        @match &moves {
            Ok(moves) if moves.is_empty() => p class="govuk-body" { "Nothing in this case moves." },
            Ok(moves) => ul class="govuk-list govuk-list--bullet" {
                @for change in moves { (moved(change)) }
            },
            Err(refusal) => p class="govuk-body" { (explain_refusal(refusal)) },
        }
    }
}

fn moved(change: &ClockChange) -> Markup {
    let ClockChange::Moved { due, was, .. } = change else {
        return Markup::default();
    };
    html! {
        li {
            (limits::of(due.limit).title) ": "
            @if due.due_on == *was {
                "still by " strong { (english_date(due.due_on)) }
            } @else {
                "from " (english_date(*was)) " to " strong { (english_date(due.due_on)) }
            }
            @if let Some(latest) = due.latest_on { "; if extended, by " (english_date(latest)) " at most" }
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    answers.text(
        "reason",
        "Why are they moved?",
        "For example, which bank holiday was announced, and where. It stands in the history of the case.",
        3,
    )
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reason = reading.sealed("reason", "Write why the due dates are moved")?;
    Some(RecomputeDeadlines { reason }.into())
}
