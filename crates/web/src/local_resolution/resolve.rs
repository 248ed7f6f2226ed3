//! Resolve a complaint on written terms.

use casework::action::{Action, Command};
use casework::local_resolution::Resolve;
use maud::{Markup, html};
use statute::limits::{self, LimitId};

use super::lateness::{ask_lateness, read_lateness};
use super::resolution::{ask_resolution, read_resolution};
use super::respond;
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_findings, ask_notice, check_day_of_notice, day_of,
    read_findings, read_notice, suggest_notice, today_for,
};

/// `/cases/{reference}/resolve`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Resolve,
    path: "/cases/{reference}/resolve",
    button: "Record the terms as sent",
    explain,
    suggest,
    ask,
    read,
    blame: |refusal| {
        if day_of(refusal).contains("agreement") {
            "agreed-day".to_owned()
        } else {
            respond::blame(refusal)
        }
    },
};

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("sent", desk.desk.today);
    answers.extend(today_for("agreed", desk.desk.today));
    answers.extend(suggest_notice(respond::owed(desk).as_ref()));
    answers
}

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
        (answers.date("agreed", "When did both sides agree?", "For example, 27 3 2026."))
        (ask_notice(desk, answers, respond::owed(desk).as_ref()))
        (ask_resolution(desk, answers))
        (ask_lateness(desk, answers))
        (answers.date("sent", "When were the terms sent?", "The stage ends on this day. For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let findings = read_findings(desk, reading);
    let terms = reading.sealed("terms", "Enter what was agreed");
    let agreed_on = reading.date("agreed", "The date both sides agreed");
    let owed = respond::owed(desk);
    let notice = read_notice(reading, owed.as_ref());
    let sent_on = reading.date("sent", "The date the terms were sent");
    check_day_of_notice(desk, reading, owed.as_ref(), notice.as_ref(), sent_on);
    let late = read_lateness(desk, reading, sent_on);
    let resolution = read_resolution(reading);
    Some(
        Resolve {
            findings,
            terms: terms?,
            notice,
            agreed_on: Some(agreed_on?),
            late,
            resolution,
            sent_on: sent_on?,
        }
        .into(),
    )
}
