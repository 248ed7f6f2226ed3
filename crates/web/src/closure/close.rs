//! Close a case.

use casework::action::{Action, Command};
use casework::closure::{Close, NoticeOfRights, closing_notice};
use casework::learning::Learned;
use casework::refusal::Refusal;
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
    blame,
};

fn blame(refusal: &Refusal) -> String {
    let of_learning = matches!(refusal, Refusal::Learning(_)).then(|| "learned".to_owned());
    of_learning
        .or_else(|| blame_notice(refusal))
        .unwrap_or_else(|| "on-day".to_owned())
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_notice(owed(desk).as_ref()));
    if !desk.case().corrective_actions.is_empty() {
        answers.push(("learned".to_owned(), BY_ACTION.to_owned()));
    }
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
        @if asks_what_was_learned(desk) { (ask_learned(desk, answers)) }
        (answers.date("on", "When is it closed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let notice = read_notice(reading, owed(desk).as_ref());
    let learned = read_learned(desk, reading);
    let on = reading.date("on", "The date it is closed");
    Some(
        Close {
            notice,
            learned: learned?,
            on: on?,
        }
        .into(),
    )
}

/// The answer that a corrective action of the case says what was learned.
const BY_ACTION: &str = "action";

/// Whether it is asked what the complaint taught: not while something else stands in the way of closing it.
fn asks_what_was_learned(desk: &CaseDesk) -> bool {
    let ready = closing_notice(desk.case(), &desk.desk.law(), desk.desk.today).is_ok();
    ready && desk.case().is_to_say_what_it_taught()
}

/// What the complaint taught. Services left such questions empty, so that there is no answer which says nothing.
fn ask_learned(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let actions = desk.case().corrective_actions.len();
    let recorded = match actions {
        0 => "A corrective action is recorded (there is none yet: agree it first)".to_owned(),
        1 => "A corrective action is recorded".to_owned(),
        _ => format!("{actions} corrective actions are recorded"),
    };
    html! {
        (answers.one_of(
            "learned",
            "What did the complaint teach?",
            "",
            [
                (BY_ACTION, recorded.as_str()),
                ("change", "This is what we learned"),
                ("nothing", "Nothing, for a reason"),
            ],
        ))
        (answers.text(
            "taught",
            "What we learned, or why nothing",
            "Leave it empty where an action is recorded. The service reports within three months what came of it. No names \
             of children or families.",
            3,
        ))
    }
}

/// What it taught; the inner `None` where an action says it, or where nothing is asked.
#[expect(
    clippy::option_option,
    reason = "what is not understood is something else than what is not asked"
)]
fn read_learned(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Option<Learned>> {
    if !asks_what_was_learned(desk) {
        return Some(None);
    }
    match reading.fields.text("learned") {
        BY_ACTION => Some(None),
        "change" => {
            let text = reading.sealed("taught", "Enter what was learned")?;
            Some(Some(Learned::Change { text }))
        }
        "nothing" => {
            let reason = reading.sealed("taught", "Enter why nothing was learned")?;
            Some(Some(Learned::Nothing { reason }))
        }
        _ => {
            reading
                .problems
                .add("learned", "Choose what the complaint taught");
            None
        }
    }
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
