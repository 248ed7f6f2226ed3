//! What is done about what the case taught: each corrective action, and how far it is.

use casework::ids::Sealed;
use casework::learning::{ActionState, CorrectiveAction, Debrief};
use jiff::civil::Date;
use maud::{Markup, html};
use statute::dates::short_date;

use crate::components::{SummaryList, SummaryRow, Tag, TagColour, summary_list, tag};
use crate::recording::{CaseDesk, lines};

/// The corrective actions and debriefs of the case, and what was recommended and no action answers; nothing where there
/// is none of it.
pub(super) fn learning(desk: &CaseDesk) -> Markup {
    let actions = &desk.case().corrective_actions;
    let without = desk.case().recommendations_without_an_action();
    html! {
        @if !without.is_empty() {
            section class="govuk-!-margin-bottom-7" {
                h2 class="govuk-heading-m" { "Recommendations without an action" }
                p class="govuk-body" { "Nobody owns these yet. Agree an action that answers each, or record why it is rejected." }
                ul class="govuk-list govuk-list--bullet" { @for recommended in &without { li { (recommended.label()) } } }
            }
        }
        @if !actions.is_empty() {
            section class="govuk-!-margin-bottom-7" {
                h2 class="govuk-heading-m" { "Corrective actions" }
                @for action in actions { (one(desk, action)) }
            }
        }
        @if !desk.case().debriefs.is_empty() {
            section class="govuk-!-margin-bottom-7" {
                h2 class="govuk-heading-m" { "Debriefs" }
                @for (on, debrief) in &desk.case().debriefs { (debriefed(desk, *on, debrief)) }
            }
        }
    }
}

fn debriefed(desk: &CaseDesk, on: Date, debrief: &Debrief) -> Markup {
    let list = &desk.desk.settings.learning.themes;
    let themes: Vec<_> = debrief
        .themes
        .iter()
        .map(|theme| list.label(theme))
        .collect();
    let attended = html! {
        ul class="govuk-list" {
            @for each in &debrief.attended { li { (each.part.label()) ": " (each.people) } }
        }
        @if let Some(names) = &debrief.names { (words(desk, names)) }
    };
    let rows = vec![
        SummaryRow::new("Who was there", attended),
        SummaryRow::new("What was learned", words(desk, &debrief.learned)),
        SummaryRow::new("About", themes.join(", ")),
    ];
    html! {
        h3 class="govuk-heading-s" { (short_date(on)) }
        (summary_list(&SummaryList { rows, ..SummaryList::default() }))
    }
}

fn words(desk: &CaseDesk, sealed: &Sealed) -> Markup {
    html! {
        @match desk.file.text(sealed) {
            Some(text) => (lines(text)),
            None => p class="govuk-body" { "The words are no longer kept." }
        }
    }
}

fn one(desk: &CaseDesk, action: &CorrectiveAction) -> Markup {
    let lists = &desk.desk.settings.learning;
    let agreed = &action.agreed;
    let themes: Vec<_> = agreed
        .themes
        .iter()
        .map(|theme| lists.themes.label(theme))
        .collect();
    let words = |sealed| words(desk, sealed);
    let mut rows = vec![
        SummaryRow::new("How far it is", state(action, desk.desk.today)),
        SummaryRow::new("What is to be done", words(&agreed.text)),
        SummaryRow::new("Whose action", desk.file.name(agreed.owner)),
        SummaryRow::new("By when", due(action)),
        SummaryRow::new("About", themes.join(", ")),
        SummaryRow::new("From", agreed.origin.label()),
    ];
    if let Some(answers) = agreed.answers {
        rows.push(SummaryRow::new("Answers", answers.label()));
    }
    if let Some(plan) = &agreed.plan {
        rows.push(SummaryRow::new("Part of", words(plan)));
    }
    if let Some((on, carried_out)) = &action.carried_out {
        let by = desk.file.name(carried_out.reported_by);
        let done = html! {
            p class="govuk-body" { (short_date(*on)) ", reported by " (by) }
            (words(&carried_out.evidence))
        };
        rows.push(SummaryRow::new("Carried out", done));
    }
    if let Some((on, closed)) = &action.closed {
        let by = desk.file.name(closed.checked_by);
        let closed = format!("{}, checked by {by}", short_date(*on));
        rows.push(SummaryRow::new("Closed", closed));
    }
    if let Some(on) = action.review_on() {
        rows.push(SummaryRow::new("Effect looked at by", short_date(on)));
    }
    for (on, reviewed) in &action.impact {
        let found = html! {
            p class="govuk-body" { (short_date(*on)) ": " (reviewed.verdict.label()) }
            (words(&reviewed.text))
        };
        rows.push(SummaryRow::new("Effect", found));
    }
    html! {
        h3 class="govuk-heading-s" { (action.number.0) ". " (lists.action_kinds.label(&agreed.kind)) }
        (summary_list(&SummaryList { rows, ..SummaryList::default() }))
    }
}

fn state(action: &CorrectiveAction, today: Date) -> Markup {
    let state = action.state();
    let late = match state {
        ActionState::ToDo => action.agreed.due_on < today,
        ActionState::ToReview => action.review_on().is_some_and(|on| on < today),
        ActionState::ToCheck | ActionState::Finished => false,
    };
    html! {
        (state.label())
        @if late { " " (tag(&Tag::new("Overdue", TagColour::Red))) }
    }
}

/// The last day, and how often it was planned anew.
fn due(action: &CorrectiveAction) -> String {
    let due_on = short_date(action.agreed.due_on);
    match action.replanned.len() {
        0 => due_on,
        1 => format!("{due_on}, planned anew once"),
        times => format!("{due_on}, planned anew {times} times"),
    }
}
