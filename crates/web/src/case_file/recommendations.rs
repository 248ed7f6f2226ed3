//! What the Investigating Officer and the panel recommended, and what was decided about each recommendation.

use casework::ids::Sealed;
use casework::investigation::IndependentCheck;
use casework::review_panel::{Recommendation, RecommendationDecision};
use maud::{Markup, html};
use statute::dates::short_date;

use crate::components::{InsetText, inset_text};
use crate::recording::{CaseDesk, lines};

/// Every recommendation with its decision; nothing before somebody reported.
pub(super) fn recommendations(desk: &CaseDesk) -> Markup {
    html! { (of_the_officer(desk)) (of_the_panel(desk)) }
}

fn of_the_officer(desk: &CaseDesk) -> Markup {
    let stage = desk.case().investigation.as_ref();
    let Some((_, report)) = stage.and_then(|stage| stage.officer_report.as_ref()) else {
        return Markup::default();
    };
    let answered = stage.and_then(|stage| stage.answered.as_ref());
    let adjudication = answered.and_then(|(_, answered)| answered.adjudication.as_ref());
    let decisions: &[RecommendationDecision] =
        adjudication.map_or(&[], |adjudication| adjudication.decisions.as_slice());
    let independent = stage.and_then(|stage| stage.independent_report.as_ref());
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What the Investigating Officer recommended" }
            @if report.recommendations.is_empty() {
                p class="govuk-body" { "The Investigating Officer recommended nothing." }
            }
            @for recommendation in &report.recommendations { (one(desk, recommendation, decisions)) }
            @if let Some((_, report)) = independent {
                h3 class="govuk-heading-s" { "What the Independent Person found" }
                ul class="govuk-list govuk-list--bullet" {
                    @for check in IndependentCheck::ALL {
                        li {
                            @if report.satisfied.contains(&check) { (check.label()) }
                            @else { "Not found to be so: " (check.label()) }
                        }
                    }
                }
                @if let Some(remarks) = &report.remarks { (words(desk, remarks)) }
            }
        }
    }
}

fn of_the_panel(desk: &CaseDesk) -> Markup {
    let panel = desk.case().review_panel.as_ref();
    let Some(report) = panel.and_then(|panel| panel.report.as_ref()) else {
        return Markup::default();
    };
    let response = panel.and_then(|panel| panel.response.as_ref());
    let decisions: &[RecommendationDecision] =
        response.map_or(&[], |response| response.decisions.as_slice());
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What the panel recommended" }
            @if report.recommendations.is_empty() {
                p class="govuk-body" { "The panel recommended nothing." }
            }
            @for recommendation in &report.recommendations { (one(desk, recommendation, decisions)) }
        }
    }
}

fn one(
    desk: &CaseDesk,
    recommendation: &Recommendation,
    decisions: &[RecommendationDecision],
) -> Markup {
    let number = recommendation.number;
    html! {
        h3 class="govuk-heading-s" { "Recommendation " (number.0) }
        (inset_text(&InsetText {
            body: words(desk, &recommendation.text).into(),
            ..InsetText::default()
        }))
        @match decisions.iter().find(|decision| decision.recommendation == number) {
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
