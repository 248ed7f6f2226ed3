//! Close a case.

use casework::action::{Action, Command};
use casework::closure::{Close, NoticeOfRights, closing_notice};
use maud::{Markup, html};
use views::notice_of_rights::line;

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_notice, blame_notice, read_notice, suggest_notice,
    today_for,
};

/// `/cases/{reference}/close`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Close,
    path: "/cases/{reference}/close",
    button: "Close the case",
    explain,
    suggest,
    ask,
    read,
    blame: |refusal| blame_notice(refusal).unwrap_or_else(|| "on-day".to_owned()),
};

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    answers
}

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A case can be closed when nothing is owed: the last answer was sent, or the complaint was \
             withdrawn, declined or referred. A complaint is closed only when the complainant was told of the \
             next right."
        }
        p class="govuk-body" {
            "That nobody has replied is no reason to call a complaint withdrawn. If the complainant asks \
             for the next stage later, the case opens again."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        @if let Some(told) = told(desk) { p class="govuk-body" { (line(told)) "." } }
        (ask_notice(desk, answers, owed(desk).as_ref()))
        (answers.date("on", "When is it closed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let notice = read_notice(reading, owed(desk).as_ref());
    let on = reading.date("on", "The date it is closed")?;
    Some(Close { notice, on }.into())
}

/// What the complainant has to have been told of; `None` where nothing is, or a duty is still open.
fn next(desk: &CaseDesk) -> Option<NoticeOfRights> {
    closing_notice(desk.case(), &desk.desk.law(), desk.desk.today)
        .ok()
        .flatten()
}

/// What the last answer said about it.
fn told(desk: &CaseDesk) -> Option<&NoticeOfRights> {
    desk.case().told_of(next(desk)?.right)
}

/// What is still to be told.
fn owed(desk: &CaseDesk) -> Option<NoticeOfRights> {
    next(desk).filter(|_| told(desk).is_none())
}
