//! The remedies of the Ombudsman's latest decision, and how each stands.

use casework::ombudsman::{OmbudsmanCase, OmbudsmanRemedy};
use maud::{Markup, html};
use statute::dates::short_date;

use crate::recording::CaseDesk;

/// The Ombudsman's latest case.
pub(super) fn latest(desk: &CaseDesk) -> Option<&OmbudsmanCase> {
    desk.case().ombudsman.last()
}

/// Every remedy with how it stands.
pub(crate) fn list(desk: &CaseDesk) -> Markup {
    let ombudsman = latest(desk);
    let decision = ombudsman.and_then(|ombudsman| ombudsman.decided.as_ref());
    let (Some(ombudsman), Some((_, decision))) = (ombudsman, decision) else {
        return Markup::default();
    };
    html! {
        @if decision.remedies.is_empty() {
            p class="govuk-body" { "The decision recommends nothing." }
        } @else {
            ul class="govuk-list" {
                @for remedy in &decision.remedies {
                    li {
                        (words(remedy)) ": " (standing(ombudsman, remedy))
                        @if let Some(text) = remedy.text.as_ref().and_then(|text| desk.file.text(text)) {
                            br; (text)
                        }
                    }
                }
            }
        }
    }
}

/// A remedy in a line: "2. Payment for distress, £150, by 3 March 2026".
pub(super) fn words(remedy: &OmbudsmanRemedy) -> String {
    let mut words = vec![format!("{}. {}", remedy.number.0, remedy.kind.label())];
    words.extend(remedy.amount.map(|amount| amount.to_string()));
    words.extend(remedy.due_on.map(|on| format!("by {}", short_date(on))));
    words.join(", ")
}

fn standing(ombudsman: &OmbudsmanCase, remedy: &OmbudsmanRemedy) -> String {
    let mut done = ombudsman.done.iter().rev();
    match done.find(|(number, ..)| *number == remedy.number) {
        Some((_, on, true)) => format!("done on {}, evidence sent", short_date(*on)),
        Some((_, on, false)) => format!("done on {}, evidence still to be sent", short_date(*on)),
        None => "not done yet".to_owned(),
    }
}
