//! Extend Stage 1.

use casework::action::{Action, Command};
use casework::clock::Clock;
use casework::local_resolution::{ExtendLocalResolution, ExtensionReason};
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::limits::LimitId;

use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, due_and_latest, today_for};

/// `/cases/{reference}/extend-local-resolution`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ExtendLocalResolution,
    path: "/cases/{reference}/extend-local-resolution",
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
            "Stage 1 can be extended once, because the complaint is complex or an advocate is being \
             appointed (SI 2006/1738 reg 14(5))."
        }
        p class="govuk-body" {
            "Decide it, and tell the complainant the reason and the new date, by the day that is due now."
        }
        (due_and_latest(
            running(desk),
            "Told later, or not at all, the extension is kept on record but the answer counts as late.",
        ))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("notified", desk.desk.today));
    if let Some(latest) = running(desk).and_then(|clock| clock.due.latest_on) {
        answers.extend(today_for("until", latest));
    }
    // What the manager asked for is filled in, to be decided on and not typed again.
    if let Some((_, asked)) = &desk.case().drafting.more_time {
        let fills = |name: &str| {
            name == "reason" || name.starts_with("until-") || name.starts_with("notified-")
        };
        answers.retain(|(name, _)| !fills(name));
        answers.push(("reason".to_owned(), asked.reason.code().to_owned()));
        answers.extend(today_for("until", asked.until));
        answers.extend(
            asked
                .told_on
                .into_iter()
                .flat_map(|on| today_for("notified", on)),
        );
    }
    answers
}

fn ask(_: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let reasons = ExtensionReason::AT_STAGE_1.map(|reason| (reason.code(), reason.label()));
    html! {
        (answers.one_of("reason", "Why is more time needed?", "", reasons))
        (answers.date("until", "What is the new last day?", "The latest possible day is filled in. Choose an earlier one if you can."))
        (answers.date("on", "When was it decided?", "For example, 27 3 2026."))
        (answers.date("notified", "When was the complainant told?", "Leave it empty if they have not been told."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reason = reading.one_of(
        "reason",
        &ExtensionReason::AT_STAGE_1,
        ExtensionReason::code,
        "Choose why more time is needed",
    );
    let until = reading.date("until", "The new last day");
    let on = reading.date("on", "The date it was decided");
    let notified_on = reading.date_if_any("notified", "The date the complainant was told");
    let command = ExtendLocalResolution {
        reason: reason?,
        until: until?,
        notified_on,
        on: on?,
    };
    Some(command.into())
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
    } else if day_of(refusal).contains("notice") {
        "notified-day"
    } else {
        "on-day"
    };
    field.to_owned()
}

fn running(desk: &CaseDesk) -> Option<&Clock> {
    let clocks = &desk.case().clocks;
    let limits = [LimitId::CorporateResponse, LimitId::LocalResolution];
    limits
        .into_iter()
        .find_map(|limit| clocks.running_of(limit))
}
