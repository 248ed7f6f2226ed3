//! Record the end of the proceedings for which points were deferred.

use casework::action::{Action, Command};
use casework::proceedings::EndProceedings;
use casework::refusal::Refusal;
use maud::{Markup, html};
use statute::limits::LimitId;

use super::{ask_deferral, read_deferral, suggest_deferral};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, day_of, limits, today_for};

/// `/cases/{reference}/end-proceedings`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::EndProceedings,
    path: "/cases/{reference}/end-proceedings",
    button: "Record the end",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "The complainant may now resubmit the points. The year counts from the end of the proceedings, so \
             write at once, say until when, and say that nothing needs to be written anew \
             (SI 2006/1738 reg 8)."
        }
        (limits(&desk.desk, &[LimitId::Resubmission]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(today_for("invited", desk.desk.today));
    answers.extend(suggest_deferral(desk, false));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_deferral(desk, answers, false))
        (answers.date("on", "When did the proceedings end?", "For example, 27 3 2026."))
        (answers.date("invited", "When was the complainant invited to resubmit?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let deferral = read_deferral(desk, reading, false);
    let on = reading.date("on", "The date the proceedings ended");
    let invited_on = reading.date("invited", "The date of the invitation");
    Some(
        EndProceedings {
            deferral: deferral?,
            on: on?,
            invited_on: invited_on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    if day_of(refusal).contains("invitation") {
        "invited-day".to_owned()
    } else {
        "on-day".to_owned()
    }
}
