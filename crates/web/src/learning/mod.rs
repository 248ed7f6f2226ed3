//! Learning: what a case taught, and what is done about it.

mod agree_action;
mod carry_out_action;
mod close_action;
mod hold_debrief;
mod hold_training;
mod matrix;
mod own_actions;
mod replan_action;
mod report_back;
mod review_impact;
mod training;

use casework::learning::{ActionNumber, ActionState, CorrectiveAction};
use casework::refusal::{LearningFault, Refusal};
use maud::Markup;

use crate::recording::{self, Answers, CaseDesk, Reading, day_of, file_routes, today_for};
use crate::site::Route;

/// The page of workshops and trainings.
pub(crate) const TRAINING: &str = "/learning/training";

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &report_back::PAGE,
        &agree_action::PAGE,
        &replan_action::PAGE,
        &carry_out_action::PAGE,
        &close_action::PAGE,
        &review_impact::PAGE,
        &hold_debrief::PAGE,
    ];
    let pages = pages.into_iter().flat_map(recording::routes);
    pages
        .chain(file_routes(&hold_training::PAGE))
        .chain(training::routes())
        .chain(own_actions::routes())
        .chain(matrix::routes())
        .collect()
}

/// The corrective actions of the case that are in a state.
fn in_state(
    desk: &CaseDesk,
    is: impl Fn(&CorrectiveAction) -> bool,
) -> impl Iterator<Item = &CorrectiveAction> {
    let actions = desk.case().corrective_actions.iter();
    actions.filter(move |action| is(action))
}

fn to_do(action: &CorrectiveAction) -> bool {
    action.state() == ActionState::ToDo
}

/// Today, and the action where there is only one to choose.
fn suggest(desk: &CaseDesk, is: impl Fn(&CorrectiveAction) -> bool) -> Vec<(String, String)> {
    let mut answers = today_for("on", desk.desk.today);
    let mut actions = in_state(desk, is);
    if let (Some(only), None) = (actions.next(), actions.next()) {
        answers.push(("action".to_owned(), only.number.0.to_string()));
    }
    answers
}

/// Which corrective action it is about: its number and kind, whose it is, and what was agreed.
fn ask_action(
    desk: &CaseDesk,
    answers: &Answers<'_>,
    legend: &str,
    is: impl Fn(&CorrectiveAction) -> bool,
) -> Markup {
    let kinds = &desk.desk.settings.learning.action_kinds;
    let items = in_state(desk, is).map(|action| {
        let agreed = &action.agreed;
        let words = desk.file.text(&agreed.text).unwrap_or_default();
        let label = format!(
            "{}. {}, {}: {words}",
            action.number.0,
            kinds.label(&agreed.kind),
            desk.file.name(agreed.owner),
        );
        (action.number.0.to_string(), label)
    });
    answers.one_of("action", legend, "", items)
}

/// The corrective action that was chosen.
fn read_action(reading: &mut Reading<'_>) -> Option<ActionNumber> {
    let number = reading.fields.text("action").parse().ok();
    if number.is_none() {
        let message = "Choose which corrective action it is about";
        reading.problems.add("action", message);
    }
    number.map(ActionNumber)
}

/// The field a refusal is about, on the pages about corrective actions.
fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::Learning(fault) = refusal {
        match fault {
            LearningFault::NoSuchAction(_)
            | LearningFault::NoneInState(_)
            | LearningFault::NotCarriedOut(_)
            | LearningFault::NotClosed(_)
            | LearningFault::CheckedByOwner
            | LearningFault::CheckedByReporter => "action",
            LearningFault::NothingSaid
            | LearningFault::NobodyAttended
            | LearningFault::NothingToDebrief => "main-content",
            LearningFault::OwnerComplainedAbout => "owner",
            LearningFault::NoTheme => "themes",
            LearningFault::OriginMissing(_) => "origin",
            LearningFault::NotRecommended(_) | LearningFault::RecommendedElsewhere(_) => "answers",
            LearningFault::ReviewTooSoon { .. } => "review-day",
        }
    } else if let Refusal::NotInTheList { list, .. } = refusal {
        if *list == "themes" { "themes" } else { "kind" }
    } else if day_of(refusal).contains("last day") {
        "due-day"
    } else if day_of(refusal).is_empty() {
        "action"
    } else {
        "on-day"
    };
    field.to_owned()
}
