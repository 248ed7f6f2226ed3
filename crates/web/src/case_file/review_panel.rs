//! What the panel recommended, and what was decided about each recommendation.

use casework::ids::Sealed;
use casework::review_panel::{PanelResponse, Recommendation, RecommendationDecision};
use maud::{Markup, html};
use statute::dates::short_date;

use crate::components::{InsetText, inset_text};
use crate::recording::{CaseDesk, lines};

/// Every recommendation with its decision; nothing before the panel reported.
pub(super) fn recommendations(desk: &CaseDesk) -> Markup {
    let panel = desk.case().review_panel.as_ref();
    let Some(report) = panel.and_then(|panel| panel.report.as_ref()) else {
        return Markup::default();
    };
    let response = panel.and_then(|panel| panel.response.as_ref());
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What the panel recommended" }
            @if report.recommendations.is_empty() {
                p class="govuk-body" { "The panel recommended nothing." }
            }
            @for recommendation in &report.recommendations { (one(desk, recommendation, response)) }
        }
    }
}

fn one(
    desk: &CaseDesk,
    recommendation: &Recommendation,
    response: Option<&PanelResponse>,
) -> Markup {
    let number = recommendation.number;
    html! {
        h3 class="govuk-heading-s" { "Recommendation " (number.0) }
        (inset_text(&InsetText {
            body: words(desk, &recommendation.text).into(),
            ..InsetText::default()
        }))
        @match response.and_then(|response| response.decision(number)) {
            Some(decision) => (decided(desk, decision)),
            None => p class="govuk-body" { "Not decided yet." }
        }
    }
}

fn decided(desk: &CaseDesk, decision: &RecommendationDecision) -> Markup {
    html! {
        p class="govuk-body" { "The authority’s answer: " strong { (decision.answer.label()) } }
        @if let Some(reasons) = &decision.reasons { (words(desk, reasons)) }
        @if let Some(action) = &decision.action {
            p class="govuk-body" { "What will be done" @if let Some(on) = decision.due_on { ", by " (short_date(on)) } ":" }
            (words(desk, action))
        }
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
