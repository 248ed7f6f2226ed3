//! Ask for more time for the Stage 1 answer.

use casework::action::{Action, Command};
use casework::local_resolution::{AskForTime, ExtensionReason};
use casework::refusal::{DraftFault, Refusal};
use maud::{Markup, html};

use super::respond::due;
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, today_for};

/// `/cases/{reference}/ask-for-time`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AskForTime,
    path: "/cases/{reference}/ask-for-time",
    button: "Ask for more time",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        (due(desk))
        p class="govuk-body" {
            "The complaints team sees your request and decides. Until then the answer is due on the day above."
        }
    }
}

/// The latest day the law allows, today as the day of asking and of telling the family.
fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let today = desk.desk.today;
    let mut answers = today_for("on", today);
    answers.extend(today_for("told", today));
    if let Some(latest) = desk.case().stage_1_latest_on() {
        answers.extend(today_for("until", latest));
    }
    answers
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let reasons = ExtensionReason::AT_STAGE_1.map(|reason| (reason.code(), reason.label()));
    html! {
        (answers.one_of("reason", "Why is more time needed?", "", reasons))
        (answers.date("until", "Until when?", "The latest possible day is filled in. Choose an earlier one if you can."))
        (answers.one_of("family", "Have you told the family that it may take longer?", "", [
            ("yes", "Yes, on the day below"),
            ("no", "No, the complaints team tells them"),
        ]))
        (answers.date("told", "When did you tell them?", "Not asked if you have not told them."))
        (answers.text("words", "More about it", "You can leave this empty.", 2))
        (answers.date("on", "When do you ask?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reason = reading.one_of(
        "reason",
        &ExtensionReason::AT_STAGE_1,
        ExtensionReason::code,
        "Choose why more time is needed",
    );
    let until = reading.date("until", "The day until when");
    let told = reading.yes_or_no("family", "Say whether you have told the family");
    let told_on = match told {
        Some(true) => reading.date("told", "The date you told them"),
        Some(false) | None => None,
    };
    let words = reading.sealed_if_any("words");
    let on = reading.date("on", "The date you ask");
    let command = AskForTime {
        asked_by: desk.desk.officer.account,
        reason: reason?,
        until: until?,
        told_on,
        words,
        on: on?,
    };
    told.map(|_| command.into())
}

fn blame(refusal: &Refusal) -> String {
    let about_the_new_day = matches!(
        refusal,
        Refusal::NotAnExtension { .. }
            | Refusal::PastTheCeiling { .. }
            | Refusal::AlreadyExtended(_)
    );
    let field = if about_the_new_day {
        "until-day"
    } else if matches!(refusal, Refusal::Draft(DraftFault::NoReasonAtStage1)) {
        "reason"
    } else if day_of(refusal).contains("family") {
        "told-day"
    } else {
        "on-day"
    };
    field.to_owned()
}
