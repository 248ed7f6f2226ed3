//! The points of a case with what was found about each at every stage, and why.

use casework::event::Event;
use casework::point::{Point, PointNumber};
use casework::proceedings::Resumption;
use maud::{Markup, html};
use statute::dates::short_date;
use views::case_file::PointAnswers;

use crate::addresses::case_url;
use crate::components::{Details, InsetText, details, inset_text};
use crate::intake::judged;
use crate::recording::{CaseDesk, found, lines};

/// What the case is about, point by point.
pub(super) fn points(desk: &CaseDesk) -> Markup {
    let representation = &desk.case().representation;
    let wanted = representation
        .desired_outcome
        .as_ref()
        .and_then(|sealed| desk.file.text(sealed));
    let late = representation
        .late_reasons
        .as_ref()
        .and_then(|sealed| desk.file.text(sealed));
    if representation.to_sort().is_some() && representation.points.is_empty() {
        return Markup::default();
    }
    html! {
        section class="govuk-!-margin-bottom-7" {
            h2 class="govuk-heading-m" { "What it is about" }
            @for answers in desk.file.file.points() { (point(desk, answers)) }
            @if let Some(words) = wanted {
                h3 class="govuk-heading-s" { "What they want to happen" }
                (lines(words))
            }
            (late_answer(desk))
            @if let Some(words) = late {
                h3 class="govuk-heading-s" { "Why it was taken although a year had passed" }
                (lines(words))
            }
        }
    }
}

/// Why a Stage 1 answer was late, in the words of whoever sent it.
fn late_answer(desk: &CaseDesk) -> Markup {
    let stage = desk.case().local_resolution.iter();
    let answers = stage.flat_map(|stage| stage.earlier.iter().chain(&stage.answered));
    let said = answers.filter_map(|(on, answered)| {
        let words = answered.late.as_ref()?.words.as_ref()?;
        Some((*on, desk.file.text(words)?))
    });
    html! {
        @for (on, words) in said {
            h3 class="govuk-heading-s" { "Why the answer of " (short_date(on)) " was late" }
            (lines(words))
        }
    }
}

fn point(desk: &CaseDesk, answers: PointAnswers<'_>) -> Markup {
    let point = answers.point;
    let categories: Vec<&str> = point
        .categories
        .iter()
        .map(|code| desk.desk.settings.categories.label(code))
        .collect();
    html! {
        h3 class="govuk-heading-s" {
            "Point " (point.number.0)
            @if !categories.is_empty() { ": " (categories.join(", ")) }
        }
        (inset_text(&InsetText {
            body: match desk.file.text(&point.text) {
                Some(words) => lines(words).into(),
                None => "The words of this point are no longer kept.".into(),
            },
            ..InsetText::default()
        }))
        (first_words(desk, point))
        (judged(desk, point))
        (standing(desk, point.number))
        (found(desk, &answers))
    }
}

/// Why a point is not considered, if it is not.
fn standing(desk: &CaseDesk, number: PointNumber) -> Markup {
    let case = desk.case();
    let deferral = case.deferral_of(number);
    html! {
        @if let Some(deferral) = deferral {
            p class="govuk-body" {
                strong { "Deferred" } " since " (short_date(deferral.on)) ": "
                (deferral.deferred.kind.label()) " (SI 2006/1738 reg 8)."
                @if let Some(until) = deferral.resubmit_until().filter(|_| deferral.is_open()) {
                    " The proceedings have ended; it can be resubmitted until " (short_date(until)) "."
                }
                @if let Some((on, Resumption::As { case })) = deferral.resumed {
                    " Since " (short_date(on)) " it is considered in "
                    a class="govuk-link" href=(case_url(case)) { (case) } "."
                }
            }
            @if let Some(words) = desk.file.text(&deferral.deferred.prejudice) { (lines(words)) }
        } @else if case.is_refused_as_late(number) {
            p class="govuk-body" { strong { "Not considered: too late" } " (SI 2006/1738 reg 9)." }
        }
    }
}

/// The words a point was recorded with, where the agreed statement of complaint has put it in others.
fn first_words(desk: &CaseDesk, point: &Point) -> Markup {
    // A contact that was sorted begins twice; its points are those it was sorted into.
    let mut history = desk.file.history.iter().rev();
    let opening = history.find_map(|recorded| {
        if let Event::RepresentationRecorded(received) = &recorded.fact.event {
            Some(received)
        } else {
            None
        }
    });
    let Some(received) = opening else {
        return Markup::default();
    };
    let first = received
        .points
        .iter()
        .find(|first| first.number == point.number);
    let reworded = first.filter(|first| first.text.item != point.text.item);
    let Some(words) = reworded.and_then(|first| desk.file.text(&first.text)) else {
        return Markup::default();
    };
    details(&Details {
        summary: "How it was put when it was received".into(),
        body: lines(words).into(),
        ..Details::default()
    })
}
