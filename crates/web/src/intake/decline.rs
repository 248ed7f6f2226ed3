//! Decline to consider a complaint under the procedure.

use casework::action::{Action, Command};
use casework::intake::DeclineGround;
use casework::intake::{Decline, Procedure};
use casework::refusal::{DecisionFault, Refusal};
use maud::{Markup, html};

use super::judge_procedure::unjudged;
use crate::components::{WarningText, warning_text};
use crate::recording::{ActionPage, Answers, CaseDesk, Reading, today_for, url};

/// `/cases/{reference}/decline`
pub(crate) static PAGE: ActionPage = ActionPage {
    action: Action::Decline,
    path: "/cases/{reference}/decline",
    button: "Record the decision",
    explain,
    suggest: |desk| today_for("on", desk.desk.today),
    ask,
    read,
    blame,
};

fn explain(desk: &CaseDesk) -> Markup {
    let statutory = desk.case().procedure() != Some(Procedure::Corporate);
    let reference = desk.file.reference;
    html! {
        (unjudged(desk))
        (warning_text(&WarningText::new(
            "Every time limit of this case stops. Once a complaint was answered at Stage 1 it can no longer be declined.",
        )))
        p class="govuk-body" {
            "The person is told in writing, with the reasons and the right to go to the Ombudsman."
        }
        @if statutory {
            p class="govuk-body" {
                "A complaint that came after the year is not declined here: "
                a class="govuk-link" href=(url(reference, Action::WeighDelay)) { "weigh the delay" }
                " (SI 2006/1738 reg 9). Neither is one of somebody whose interest in the child is in question: "
                a class="govuk-link" href=(url(reference, Action::DecideInterest)) { "decide on the interest" }
                " (reg 12)."
            }
        }
    }
}

fn ask(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    let procedure = desk.case().procedure().unwrap_or(Procedure::ChildrenAct);
    let grounds = DeclineGround::outright_in(procedure)
        .iter()
        .map(|ground| (ground.code(), ground.label()));
    html! {
        (answers.one_of("ground", "On what ground?", "There is no other lawful ground.", grounds))
        (answers.text(
            "reasons",
            "What reasons were given?",
            "As written to the person.",
            6,
        ))
        (answers.any_of(
            "ombudsman",
            "What does the letter say besides?",
            "",
            [("yes", "How to complain to the Local Government and Social Care Ombudsman")],
        ))
        (answers.date("on", "When was the letter sent?", "For example, 27 3 2026."))
    }
}

fn read(_: &CaseDesk, reading: &mut Reading<'_>) -> Option<Command> {
    let ground = reading.one_of(
        "ground",
        &DeclineGround::ALL,
        DeclineGround::code,
        "Choose the ground on which it is declined",
    );
    let reasons = reading.sealed("reasons", "Enter the reasons that were given");
    let ombudsman_named = reading.fields.text("ombudsman") == "yes";
    let on = reading.date("on", "The date the letter was sent");
    Some(
        Decline {
            ground: ground?,
            reasons: reasons?,
            ombudsman_named,
            on: on?,
            from_old_register: false,
        }
        .into(),
    )
}

fn blame(refusal: &Refusal) -> String {
    let field = if matches!(refusal, Refusal::Decision(DecisionFault::OmbudsmanNotNamed)) {
        "ombudsman"
    } else if matches!(
        refusal,
        Refusal::Decision(DecisionFault::DecidedApart(_) | DecisionFault::NoGroundThere(_))
    ) {
        "ground"
    } else {
        "on-day"
    };
    field.to_owned()
}
