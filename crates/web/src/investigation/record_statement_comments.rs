//! Record what the complainant says about the statement.

use casework::action::{Action, Command};
use casework::investigation::RecordStatementComments;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/record-statement-comments`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordStatementComments,
    path: "/cases/{reference}/record-statement-comments",
    button: "Record the comments",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "What the complainant says about the statement is considered (SI 2006/1738 reg 16). If it changes anything, \
             send a new version; if not, tell them why, and record the agreement when they agree."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.text("comments", "What did they say?", "In their own words.", 6))
        (answers.date("on", "When did it come?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let comments = reading.sealed("comments", "Enter what they said");
    let on = reading.date("on", "The date it came");
    Some(
        RecordStatementComments {
            comments: comments?,
            on: on?,
        }
        .into(),
    )
}
