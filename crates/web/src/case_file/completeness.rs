//! What the annual report counts and this record does not have.

use app::permit::{Deed, decide};
use maud::{Markup, html};
use statute::dates::short_date;
use views::completeness::{Gap, WantedFact, gaps};

use super::next::relation;
use crate::recording::{self, CaseDesk};

/// What is missing, each with the way to fill it, and what is not yet due; nothing where the record is complete.
pub(super) fn completeness(desk: &CaseDesk) -> Markup {
    let today = desk.desk.today;
    let places = desk.desk.organisation.tells_places_apart();
    let gaps = gaps(desk.case()).into_iter();
    let (missing, later): (Vec<Gap>, Vec<Gap>) = gaps
        .filter(|gap| places || gap.rule.fact != WantedFact::Place)
        .partition(|gap| gap.is_missing(today));
    if missing.is_empty() {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "Missing from this record" }
            p class="govuk-body" { "The annual report counts these." }
            ul class="govuk-list govuk-list--bullet" {
                @for gap in &missing { li { (named(desk, gap)) " (" (gap.rule.counted_in) ")" } }
            }
            @if !later.is_empty() {
                p class="govuk-body" {
                    "Not yet due: "
                    @for (index, gap) in later.iter().enumerate() {
                        @if index > 0 { "; " }
                        (gap.rule.label) ", by " (short_date(gap.due_on))
                    }
                    "."
                }
            }
        }
    }
}

fn named(desk: &CaseDesk, gap: &Gap) -> Markup {
    let fills = gap.rule.fills;
    let officer = &desk.desk.officer;
    let may = decide(officer.role, Deed::Act(fills), relation(desk)).is_ok();
    html! {
        @if may {
            a class="govuk-link" href=(recording::url(desk.file.reference, fills)) { (gap.rule.label) }
        } @else { (gap.rule.label) }
    }
}
