//! Resolve a complaint on written terms.

use casework::action::{Action, Command};
use casework::local_resolution::Resolve;
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use super::respond;
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, read_findings, today_for,
};

/// `/cases/{reference}/resolve`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Resolve,
    path: "/cases/{reference}/resolve",
    button: "Record the terms as sent",
    explain,
    suggest: |desk| today_for("sent", desk.desk.today),
    ask,
    read,
    blame: respond::blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (respond::due(desk))
        p class="govuk-body" {
            "Use this when you and the complainant have agreed how to put things right. The terms go to \
             them in writing as soon as possible (" (limits::of(LimitId::ResolutionTerms).source) "). The right to \
             ask for Stage 2 stays."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_findings(desk, answers))
        h2 class="govuk-heading-m" { "The terms" }
        (answers.text("terms", "What was agreed?", "As written to the complainant: what will be done, by whom and by when.", 8))
        (answers.date("sent", "When were the terms sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let terms = reading.sealed("terms", "Enter what was agreed");
    let sent_on = reading.date("sent", "The date the terms were sent");
    Some(
        Resolve {
            findings,
            terms: terms?,
            sent_on: sent_on?,
        }
        .into(),
    )
}
