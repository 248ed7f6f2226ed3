//! Record that a remedy the Ombudsman recommended was done.

use casework::action::{Action, Command};
use casework::ombudsman::{OmbudsmanCase, RecordRemedyDone, RemedyNumber};
use casework::refusal::Refusal;
use maud::{Markup, html};

use super::remedies::{latest, list, words};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/record-remedy-done`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordRemedyDone,
    path: "/cases/{reference}/record-remedy-done",
    button: "Record the remedy as done",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    list(desk)
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let remedies = latest(desk)
        .into_iter()
        .flat_map(OmbudsmanCase::unproved)
        .map(|remedy| (remedy.number.0.to_string(), words(remedy)));
    html! {
        (answers.one_of("remedy", "Which remedy was done?", "", remedies))
        (answers.date("on", "When was it done?", "For example, 27 3 2026."))
        (answers.one_of(
            "evidence",
            "Was the evidence sent to the Ombudsman?",
            "If not, record the remedy again when it has been sent.",
            [("yes", "Yes"), ("no", "Not yet")],
        ))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let remedy = reading.fields.text("remedy").parse().ok();
    if remedy.is_none() {
        reading
            .problems
            .add("remedy", "Choose which remedy was done");
    }
    let on = reading.date("on", "The date it was done");
    let evidence = reading.yes_or_no("evidence", "Choose whether the evidence was sent");
    Some(
        RecordRemedyDone {
            remedy: RemedyNumber(remedy?),
            evidence: evidence?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if day_of(refusal).is_empty() {
        "remedy"
    } else {
        "on-day"
    };
    field.to_owned()
}
