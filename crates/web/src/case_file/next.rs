//! What can be done next, as far as this reader may do it.

use app::permit::{self, Deed, Relation};
use casework::action::Action;
use casework::calendar::moves;
use casework::settings::choices::ANSWER_CHECKED;
use maud::{Markup, html};
use views::case_file::Occasion;

use crate::components::{Button, button};
use crate::recording::{self, CaseDesk};

/// The next steps: the likeliest as a button, the others as links.
pub(super) fn steps(desk: &CaseDesk, allowed: &[Action]) -> Markup {
    let steps = on(Occasion::NextStep, allowed);
    let Some((first, others)) = steps.split_first() else {
        return Markup::default();
    };
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { (Occasion::NextStep.label()) }
            (button(&Button::link(first.label(), recording::url(desk.file.reference, *first))))
            (links(desk, others))
        }
    }
}

/// What can be recorded besides, on the occasions that call for it. It stands below what is due, so that the
/// dates are seen without passing everything that might happen.
pub(super) fn besides(desk: &CaseDesk, allowed: &[Action]) -> Markup {
    let occasions = Occasion::OTHERS.map(|occasion| (occasion, on(occasion, allowed)));
    if occasions.iter().all(|(_, actions)| actions.is_empty()) {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What else can be recorded" }
            @for (occasion, actions) in &occasions {
                @if !actions.is_empty() {
                    h3 class="govuk-heading-s govuk-!-margin-bottom-1" { (occasion.label()) }
                    (links(desk, actions))
                }
            }
        }
    }
}

fn links(desk: &CaseDesk, actions: &[Action]) -> Markup {
    html! {
        @if !actions.is_empty() {
            ul class="govuk-list" {
                @for action in actions {
                    li { a class="govuk-link" href=(recording::url(desk.file.reference, *action)) { (action.label()) } }
                }
            }
        }
    }
}

fn on(occasion: Occasion, allowed: &[Action]) -> Vec<Action> {
    let mut actions = allowed.to_vec();
    actions.retain(|action| Occasion::of(*action) == occasion);
    actions
}

/// How this reader stands to the case.
pub(super) fn relation(desk: &CaseDesk) -> Relation {
    let account = desk.desk.officer.account;
    let case = desk.case();
    if case.assigned_to == Some(account) {
        Relation::Assigned
    } else if case.is_helped_by(account) {
        Relation::Helps
    } else {
        Relation::Unrelated
    }
}

/// What this reader may do now, the likeliest first.
pub(super) fn allowed(desk: &CaseDesk) -> Vec<Action> {
    let case = desk.case();
    let officer = &desk.desk.officer;
    let relation = relation(desk);
    let mut actions = desk.file.file.possible_actions(desk.desk.today);
    // Only the calendar says whether counting again gives another day.
    if moves(case, &desk.desk.law()).is_ok_and(|moves| !moves.is_empty()) {
        actions.push(Action::RecomputeDeadlines);
    }
    // Where the authority wants no check, none is offered; nor to the writer of the draft.
    let wanted = desk.desk.settings.cfg.word(&ANSWER_CHECKED) != "off";
    if !wanted || case.writer_of_the_draft() == Some(officer.account) {
        actions.retain(|action| *action != Action::CheckAnswer);
    }
    actions.retain(|action| permit::decide(officer.role, Deed::Act(*action), relation).is_ok());
    actions
}
