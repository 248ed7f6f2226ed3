//! Review a deferral.

use casework::action::{Action, Command};
use casework::proceedings::ReviewDeferral;
use casework::refusal::{NotYet, Refusal};
use maud::{Markup, html};
use statute::limits::LimitId;

use super::{ask_deferral, ask_elsewhere, read_deferral, read_elsewhere, suggest_deferral};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, limits, today_for};

/// `/cases/{reference}/review-deferral`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::ReviewDeferral,
    path: "/cases/{reference}/review-deferral",
    button: "Record the review",
    explain,
    suggest,
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "Ask again whether considering the points would still prejudice the proceedings (SI 2006/1738 reg 8). \
             If not, they are considered again at the stage they had reached."
        }
        (limits(&desk.desk, &[LimitId::FreezeReview]))
    }
}

fn suggest(desk: &CaseDesk) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    answers.extend(suggest_deferral(desk, false));
    answers
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        (ask_deferral(desk, answers, false))
        (answers.one_of(
            "continues",
            "Would considering the points still prejudice the proceedings?",
            "",
            [("yes", "Yes, they stay deferred"), ("no", "No, they are considered again")],
        ))
        (answers.text("reasons", "What are the reasons?", "", 4))
        (ask_elsewhere(answers))
        (answers.date("on", "When was it reviewed?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let deferral = read_deferral(desk, reading, false);
    let continues = reading.yes_or_no("continues", "Choose whether the points stay deferred");
    let reasons = reading.sealed("reasons", "Enter the reasons");
    let elsewhere = read_elsewhere(reading);
    let on = reading.date("on", "The date it was reviewed");
    Some(
        ReviewDeferral {
            deferral: deferral?,
            continues: continues?,
            reasons: reasons?,
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
