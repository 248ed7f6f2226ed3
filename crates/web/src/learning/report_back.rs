//! Record what a case taught.

use casework::action::{Action, Command};
use casework::learning::{Learned, ReportBack};
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::dates::english_date;
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, source, today_for};

/// `/cases/{reference}/report-back`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReportBack,
    path: "/cases/{reference}/report-back",
    button: "Record it",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask: |_, answers| questions(answers),
    read: |_, reading| read_lesson(reading),
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The service says what it changes because of this complaint, so that the next child does not have to complain \
             of the same. That nothing changes is an answer too, if it has a reason."
        }
        @if let Some(clock) = desk.case().clocks.running_of(LimitId::Learning) {
            p class="govuk-body" {
                "It is due by " strong { (english_date(clock.due_on())) } " (" (source(LimitId::Learning)) ")."
            }
        }
    }
}

/// What the service is asked.
pub(super) fn questions(answers: &Answers<'_>) -> Markup {
    html! {
        (answers.one_of(
            "learned",
            "Does anything change?",
            "",
            [("change", "Yes"), ("nothing", "No, for a reason")],
        ))
        (answers.text(
            "text",
            "What changes, or why nothing does",
            "Who does what differently from now on. No names of children or families.",
            5,
        ))
        (answers.date("on", "When did the service report it?", "For example, 27 3 2026."))
    }
}

/// What it answered.
pub(super) fn read_lesson(reading: &mut Reading<'_>) -> Option<Command> {
    let changes = reading.fields.text("learned").to_owned();
    let text = reading.sealed("text", "Enter what changes, or why nothing does");
    let learned = match changes.as_str() {
        "change" => text.map(|text| Learned::Change { text }),
        "nothing" => text.map(|reason| Learned::Nothing { reason }),
        _ => {
            reading
                .problems
                .add("learned", "Say whether anything changes");
            None
        }
    };
    let on = reading.date("on", "The date the service reported it");
    Some(
        ReportBack {
            learned: learned?,
            on: on?,
        }
        .into(),
    )
}

/// The field a refusal is about.
pub(super) fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).is_empty() {
        "learned"
    } else {
        "on-day"
    };
    field.to_owned()
}
