//! Refuse the more time that was asked for.

use casework::action::{Action, Command};
use casework::local_resolution::RefuseMoreTime;
use maud::{Markup, html};
use statute::dates::short_date;

use super::respond::due;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, lines, today_for};

/// `/cases/{reference}/refuse-more-time`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RefuseMoreTime,
    path: "/cases/{reference}/refuse-more-time",
    button: "Refuse more time",
    explain,
    suggest,
    ask,
    read,
    blame: |_| "on-day".to_owned(),
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (due(desk))
        @if let Some((on, asked)) = &desk.case().drafting.more_time {
            p class="govuk-body" {
                (desk.file.name(asked.asked_by)) " asked on " (short_date(*on)) " for time until " (short_date(asked.until))
                ": " (asked.reason.label()) "."
            }
            @if let Some(words) = asked.words.as_ref().and_then(|sealed| desk.file.text(sealed)) { (lines(words)) }
        }
        p class="govuk-body" { "The answer stays due when it is. Whoever asked sees your reasons in the case file." }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    today_for("on", desk.desk.today)
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (answers.text("reasons", "Why is more time refused?", "Say also what would help to answer in time.", 3))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reasons = reading.sealed("reasons", "Enter why more time is refused");
    let on = reading.date("on", "The date it was decided");
    let command = RefuseMoreTime {
        reasons: reasons?,
        on: on?,
    };
    Some(command.into())
}
