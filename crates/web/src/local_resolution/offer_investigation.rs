//! Tell the complainant that Stage 2 is open without an answer.

use casework::action::{Action, Command};
use casework::local_resolution::OfferInvestigation;
use maud::{Markup, html};

use super::respond;
use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_notice, blame_notice, read_notice, suggest_notice,
    today_for,
};

/// `/cases/{reference}/offer-investigation`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::OfferInvestigation,
    path: "/cases/{reference}/offer-investigation",
    button: "Record the letter as sent",
    explain,
    suggest,
    ask,
    read,
    blame: |refusal| blame_notice(refusal).unwrap_or_else(|| "on-day".to_owned()),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (respond::due(desk))
        p class="govuk-body" {
            "When the time for Stage 1 has run out, the complainant is told that they may ask for an independent \
             investigation now, without waiting for the answer (Getting the Best from Complaints (2006), Stage 1). \
             They may also agree to wait. The answer is still owed."
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_notice(respond::owed(desk).as_ref()));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_notice(desk, answers, respond::owed(desk).as_ref()))
        (answers.date("on", "When was the letter sent?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let notice = read_notice(reading, respond::owed(desk).as_ref());
    let on = reading.date("on", "The date the letter was sent")?;
    Some(OfferInvestigation { notice, on }.into())
}
