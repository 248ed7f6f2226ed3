//! Learning in the case file: what can be done about what a case taught.

use casework::action::Action;
use casework::case::Case;
use casework::intake::RepresentationKind;
use casework::learning::ActionState;

/// What can be done next about learning: what waits first, then a further action.
pub(crate) fn possible_actions(case: &Case) -> Vec<Action> {
    if case.representation.kind != RepresentationKind::Complaint {
        return Vec::new();
    }
    let mut actions = Vec::new();
    if !case.is_open() && case.lesson().is_none() && !case.taught_nothing() {
        actions.push(Action::ReportBack);
    }
    let is_in = |state| {
        let mut actions = case.corrective_actions.iter();
        actions.any(|action| action.state() == state)
    };
    if is_in(ActionState::ToCheck) {
        actions.push(Action::CloseAction);
    }
    if is_in(ActionState::ToDo) {
        actions.extend([Action::CarryOutAction, Action::ReplanAction]);
    }
    if is_in(ActionState::ToReview) {
        actions.push(Action::ReviewImpact);
    }
    let may = case.open_to(Action::HoldDebrief).is_ok();
    let called_for = case.calls_for_a_debrief();
    if called_for {
        actions.push(Action::HoldDebrief);
    }
    actions.push(Action::AgreeAction);
    if may && !called_for {
        actions.push(Action::HoldDebrief);
    }
    actions
}
