//! Take up points that the complainant brought back after the proceedings.

use casework::action::{Action, Command};
use casework::proceedings::Resubmit;
use casework::refusal::{NotYet, Refusal};
use maud::{Markup, html};

use super::{ask_deferral, ask_elsewhere, read_deferral, read_elsewhere, suggest_deferral};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for};

/// `/cases/{reference}/resubmit`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Resubmit,
    path: "/cases/{reference}/resubmit",
    button: "Record the resubmission",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Points that are resubmitted within a year of the end of the proceedings must be considered \
             (SI 2006/1738 reg 8). It may be done by word of mouth. What was deferred in time stays in time."
        }
        p class="govuk-body" {
            @if desk.desk.settings.counts_on_after_deferral() {
                "The points come back at the stage they had reached, with the working days that were left when they were deferred."
            } @else {
                "The points come back at the stage they had reached, and that stage’s time begins anew on the day they came back."
            }
        }
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_deferral(desk, true));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_deferral(desk, answers, true))
        (answers.date("on", "When did the points come back?", "The day the council received them. For example, 27 3 2026."))
        (ask_elsewhere(answers))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let deferral = read_deferral(desk, reading, true);
    let on = reading.date("on", "The date the points came back");
    let elsewhere = read_elsewhere(reading);
    Some(
        Resubmit {
            deferral: deferral?,
            elsewhere,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let about_elsewhere = matches!(
        refusal,
        Refusal::NotYet(NotYet::RecordedElsewhere | NotYet::Resumed)
    );
    if about_elsewhere {
        "elsewhere".to_owned()
    } else {
        "on-day".to_owned()
    }
}
