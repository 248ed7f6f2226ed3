//! Appoint somebody to review a corporate complaint.

use casework::action::{Action, Command};
use casework::investigation::AppointReviewer;
use casework::refusal::{DecisionFault, Refusal};
use maud::{Markup, html};

use crate::recording::{
    ActionPage, Answers, CaseDesk, Reading, ask_colleague, read_colleague, today_for,
};

/// `/cases/{reference}/appoint-reviewer`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::AppointReviewer,
    path: "/cases/{reference}/appoint-reviewer",
    button: "Record the appointment",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(_: &CaseDesk) -> Markup {
    html! {
        p class="govuk-body" {
            "A corporate complaint has two stages. At the second it is reviewed by somebody who did not handle \
             the first (LGSCO Complaint Handling Code, 2024). Colleagues who were asked to answer at Stage 1 \
             or are complained about are not listed."
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let handled = &desk.case().handled_stage_1;
    html! {
        (ask_colleague(desk, answers, "reviewer", ["Who reviews it?", ""], |officer| !handled.contains(&officer.account)))
        (answers.date("on", "When were they asked?", "For example, 27 3 2026."))
    }
}

fn read(desk: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let reviewer = read_colleague(desk, reading, "reviewer", "Choose who reviews it");
    let on = reading.date("on", "The date they were asked");
    Some(
        AppointReviewer {
            reviewer: reviewer?,
            on: on?,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let about_the_person = matches!(
        refusal,
        Refusal::ComplainedAbout | Refusal::Decision(DecisionFault::AnsweredAtStage1)
    );
    if about_the_person {
        "reviewer".to_owned()
    } else {
        "on-day".to_owned()
    }
}
