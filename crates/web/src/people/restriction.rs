//! How somebody’s contact is restricted, in this case or because of another of theirs, as the file of the case shows it.

use casework::ids::PersonId;
use maud::{Markup, html};
use views::restrictions::{ReachingRestriction, StandingRestriction, Stands};

use crate::addresses::case_url;
use crate::components::{InsetText, WarningText, inset_text, warning_text};
use crate::recording::{CaseDesk, lines, who_is_called};

/// The restrictions of a case as its file shows them, and those that reach it; nothing where there are none.
pub(crate) fn section(desk: &CaseDesk) -> Markup {
    let reaching = desk.file.file.reaching_restrictions(desk.desk.today);
    let own = of_this_case(desk);
    html! {
        @if !own.is_empty() || !reaching.is_empty() {
            section class="govuk-!-margin-bottom-7" {
                h2 class="govuk-heading-m" { "Restrictions on contact" }
                p class="govuk-body" {
                    "They bind how somebody contacts the council. New complaints are judged on their merits, and the next \
                     stages stay open (LGSCO guidance on unreasonable behaviour)."
                }
                @for each in &own { (one(desk, each)) }
                @for each in &reaching { (from_elsewhere(desk, each)) }
            }
        }
    }
}

/// What this case restricts, which is what can be reviewed here.
pub(super) fn reviewable(desk: &CaseDesk) -> Markup {
    html! { @for each in of_this_case(desk) { (one(desk, &each)) } }
}

/// What other cases restrict for somebody who may be restricted here, so that nobody decides twice unawares.
pub(super) fn known_already(desk: &CaseDesk) -> Markup {
    html! {
        @for each in desk.file.file.reaching_restrictions(desk.desk.today) { (from_elsewhere(desk, &each)) }
    }
}

fn of_this_case(desk: &CaseDesk) -> Vec<StandingRestriction<'_>> {
    desk.file.file.restrictions(desk.desk.today)
}

fn one(desk: &CaseDesk, each: &StandingRestriction<'_>) -> Markup {
    html! {
        h3 class="govuk-heading-s" { (name(desk, each.restriction.person())) }
        (how_it_stands(each))
        @if let Some(words) = desk.file.text(&each.restriction.restricted.behaviour) {
            (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() }))
        }
    }
}

/// Its reasons lie with the case that recorded it, which is named only to those who may open it.
fn from_elsewhere(desk: &CaseDesk, each: &ReachingRestriction<'_>) -> Markup {
    let decided_by = desk
        .file
        .name(each.standing.restriction.restricted.decided_by);
    html! {
        h3 class="govuk-heading-s" { (name(desk, each.person)) }
        (how_it_stands(&each.standing))
        p class="govuk-body" {
            "Decided by " (decided_by) " in another case of the same person, "
            @if let Some(reference) = each.recorded_in {
                a class="govuk-link heard-reference" href=(case_url(reference)) { (reference) }
            } @else {
                "which you may not open"
            }
            ". It is reviewed and ended there."
        }
    }
}

fn how_it_stands(each: &StandingRestriction<'_>) -> Markup {
    let overdue = match each.stands {
        Stands::InForce { overdue, .. } => overdue,
        Stands::RanOut { .. } | Stands::Ended { .. } => false,
    };
    html! {
        @if overdue {
            (warning_text(&WarningText::new(each.sentence())))
        } @else {
            p class="govuk-body" { (each.sentence()) }
        }
        @if each.is_in_force() {
            ul class="govuk-list govuk-list--bullet" {
                @for measure in &each.restriction.restricted.measures { li { (measure.label()) } }
            }
        }
    }
}

fn name(desk: &CaseDesk, person: PersonId) -> String {
    who_is_called(desk, person).unwrap_or_else(|| "Somebody in this case".to_owned())
}
