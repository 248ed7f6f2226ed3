//! Extend Stage 2.

use casework::action::{Action, Command};
use casework::clock::Clock;
use casework::investigation::ExtendInvestigation;
use casework::local_resolution::ExtensionReason;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, due_and_latest, today_for};

/// `/cases/{reference}/extend-investigation`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ExtendInvestigation,
    path: "/cases/{reference}/extend-investigation",
    button: "Record the extension",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The complainant is told in writing, as soon as possible, why it takes longer and by when they \
             will be answered (SI 2006/1738 reg 17(6)). The longest time runs from the same day as the \
             first and is not added to it."
        }
        (due_and_latest(running(desk), ""))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("notified", desk.desk.today));
    answers
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let reasons = ExtensionReason::AT_STAGE_2.map(|reason| (reason.code(), reason.label()));
    html! {
        (answers.one_of("reason", "Why is more time needed?", "", reasons))
        (answers.date("until", "By when will they be answered?", "The day in your letter. For example, 27 3 2026."))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("notified", "When was the complainant told in writing?", "Leave it empty if they have not been told."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reason = reading.one_of(
        "reason",
        &ExtensionReason::AT_STAGE_2,
        ExtensionReason::code,
        "Choose why more time is needed",
    );
    let until = reading.date("until", "The day they will be answered");
    let on = reading.date("on", "The date it was decided");
    let notified_on = reading.date_if_any("notified", "The date the complainant was told");
    Some(
        ExtendInvestigation {
            reason: reason?,
            until: until?,
            notified_on,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let about_the_new_day = matches!(
        refusal,
        Refusal::NotAnExtension { .. } | Refusal::PastTheCeiling { .. }
    );
    let field = if about_the_new_day {
        "until-day"
    } else if day_of(refusal).contains("notice") {
        "notified-day"
    } else {
        "on-day"
    };
    field.to_owned()
}

fn running(desk: &CaseDesk) -> Option<&Clock> {
    let limits = [
        LimitId::InvestigationFromRequest,
        LimitId::CorporateReviewResponse,
    ];
    limits
        .into_iter()
        .find_map(|limit| desk.case().clocks.running_of(limit))
}
