//! Record another way of resolving a complaint.

use casework::action::{Action, Command};
use casework::local_resolution::{ActivityFinding, ActivityKind, ActivityOutcome, RecordActivity};
use casework::refusal::Refusal;
use maud::{Markup, html};

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/record-activity`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::RecordActivity,
    path: "/cases/{reference}/record-activity",
    button: "Record it",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A meeting, mediation or review may be tried at any stage if the complainant agrees. It is no stage of \
             the procedure: every time limit runs on, and the right to the next stage stays (Ombudsman 22 008 976)."
        }
    }
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let kinds = ActivityKind::ALL.map(|kind| (kind.code(), kind.label()));
    html! {
        (answers.one_of("kind", "What was tried?", "", kinds))
        (answers.date("agreed", "When did the complainant agree to it?", "For example, 27 3 2026."))
        (answers.date("on", "When was it held?", "For example, 27 3 2026."))
        (answers.text("result", "What came of it?", "You can leave this empty.", 5))
        (answers.one_of(
            "finding",
            "What did a review or mediation find?",
            "A meeting finds nothing. Leave it open where nothing was found yet.",
            ActivityFinding::ALL.map(|finding| (finding.code(), finding.label())),
        ))
        (answers.one_of(
            "changed",
            "Did it change the decision or assessment complained about?",
            "Needed where something was found.",
            [("yes", "Yes"), ("no", "No")],
        ))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let kind = reading.one_of(
        "kind",
        &ActivityKind::ALL,
        ActivityKind::code,
        "Choose what was tried",
    );
    let agreed_on = reading.date("agreed", "The date the complainant agreed");
    let on = reading.date("on", "The date it was held");
    let result = reading.sealed_if_any("result");
    let outcome = read_outcome(reading);
    Some(
        RecordActivity {
            kind: kind?,
            agreed_on: agreed_on?,
            result,
            outcome,
            on: on?,
        }
        .into(),
    )
}

/// What was found and whether it changed anything; `None` where nothing was found.
fn read_outcome(reading: &mut Reading<'_>) -> Option<ActivityOutcome> {
    let chosen = reading.fields.text("finding");
    let finding = ActivityFinding::ALL
        .into_iter()
        .find(|finding| finding.code() == chosen)?;
    let changed = reading.yes_or_no(
        "changed",
        "Choose whether it changed the decision or assessment",
    )?;
    Some(ActivityOutcome { finding, changed })
}

fn blame(refusal: &Refusal) -> String {
    if matches!(refusal, Refusal::WrongKind { .. }) {
        return "finding".to_owned();
    }
    if day_of(refusal).contains("agreement") {
        "agreed-day".to_owned()
    } else {
        "on-day".to_owned()
    }
}
