//! What can be done next, as far as this reader may do it.

use app::permit::{self, Deed, Relation};
use casework::action::Action;
use casework::calendar::moves;
use maud::{Markup, html};

use crate::components::{Button, button};
use crate::recording::{self, CaseDesk};

/// The likeliest action as a button, the others as links.
pub(super) fn actions(desk: &CaseDesk) -> Markup {
    let actions = allowed(desk);
    let Some((first, others)) = actions.split_first() else {
        return Markup::default();
    };
    let href = |action: Action| recording::url(desk.file.reference, action);
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What can be done now" }
            (button(&Button::link(first.label(), href(*first))))
            @if !others.is_empty() {
                ul class="govuk-list" {
                    @for action in others {
                        li { a class="govuk-link" href=(href(*action)) { (action.label()) } }
                    }
                }
            }
        }
    }
}

fn allowed(desk: &CaseDesk) -> Vec<Action> {
    let case = desk.case();
    let officer = &desk.desk.officer;
    let relation = if case.assigned_to == Some(officer.account) {
        Relation::Assigned
    } else {
        Relation::Unrelated
    };
    let mut actions = desk.file.file.possible_actions(desk.desk.today);
    // Only the calendar says whether counting again gives another day.
    if moves(case, &desk.desk.law()).is_ok_and(|moves| !moves.is_empty()) {
        actions.push(Action::RecomputeDeadlines);
    }
    actions.retain(|action| permit::decide(officer.role, Deed::Act(*action), relation).is_ok());
    actions
}
