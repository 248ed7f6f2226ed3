//! Answering a complaint point by point: the complainant's words, a finding, the reasons.

use app::private::seal_text;
use casework::point::{PointFinding, PointNumber};
use casework::refusal::{DecisionFault, Refusal};
use maud::{Markup, html};
use statute::procedure::Finding;
use views::case_file::PointAnswers;
use views::timeline::finding_label;

use super::{Answers, CaseDesk, Reading};
use crate::components::{InsetText, inset_text};

/// The questions about every point.
pub(crate) fn ask_findings(desk: &CaseDesk, answers: &Answers<'_>) -> Markup {
    html! {
        @for point in desk.case().points_in_play() {
            @let number = point.number.0;
            section {
                h2 class="govuk-heading-m" { "Point " (number) }
                @match desk.file.text(&point.text) {
                    Some(words) => (inset_text(&InsetText { body: lines(words).into(), ..InsetText::default() })),
                    None => p class="govuk-body" { "The words of this point are no longer kept." }
                }
                (found_before(desk, point.number))
                (answers.one_of(
                    &field("finding", point.number),
                    &format!("What was found about point {number}?"),
                    "",
                    Finding::ALL.iter().map(|finding| (code(*finding), finding.title())),
                ))
                (answers.text(
                    &field("reasons", point.number),
                    &format!("Reasons for point {number}"),
                    "What was looked at, what follows from it, and what will be put right.",
                    4,
                ))
            }
        }
    }
}

/// What the stages before found about a point, beside which the next finding is made.
fn found_before(desk: &CaseDesk, number: PointNumber) -> Markup {
    let mut points = desk.file.file.points();
    points
        .find(|answers| answers.point.number == number)
        .map_or_else(Markup::default, |answers| found(desk, &answers))
}

/// What was found about a point at each stage so far, with the reasons.
pub(crate) fn found(desk: &CaseDesk, answers: &PointAnswers<'_>) -> Markup {
    let stages = [
        ("Stage 1", answers.local_resolution),
        ("Stage 2, the Investigating Officer", answers.officer_report),
        ("Stage 2", answers.investigation),
        ("Stage 3, the panel", answers.review_panel),
    ];
    html! {
        @for (stage, finding) in stages {
            @if let Some(finding) = finding {
                p class="govuk-body" { (stage) ": " strong { (finding_label(finding.finding)) } }
                @if let Some(words) = finding.reasons.as_ref().and_then(|sealed| desk.file.text(sealed)) { (lines(words)) }
            }
        }
    }
}

/// A finding filled in beforehand.
pub(crate) fn suggest_finding(point: PointNumber, finding: Finding) -> (String, String) {
    (field("finding", point), code(finding).to_owned())
}

/// A finding for every point.
pub(crate) fn read_findings(desk: &CaseDesk, reading: &mut Reading<'_>) -> Vec<PointFinding> {
    let mut findings = Vec::new();
    for point in desk.case().points_in_play() {
        let missing = format!("Choose what was found about point {}", point.number.0);
        let finding = reading.one_of(
            &field("finding", point.number),
            Finding::ALL,
            code,
            &missing,
        );
        let reasons = reading
            .short_enough(&field("reasons", point.number))
            .unwrap_or_default();
        let reasons = (!reasons.is_empty()).then(|| seal_text(&mut reading.sealing, reasons));
        findings.extend(finding.map(|finding| PointFinding {
            point: point.number,
            finding,
            reasons,
        }));
    }
    findings
}

/// The field a refusal of findings is about; `None` when it is about something else.
pub(crate) fn blame_finding(refusal: &Refusal) -> Option<String> {
    if let Refusal::PointUnanswered(point)
    | Refusal::NoSuchPoint(point)
    | Refusal::Decision(DecisionFault::NotUnderConsideration(point))
    | Refusal::AnsweredTwice(point) = refusal
    {
        Some(field("finding", *point))
    } else {
        None
    }
}

/// A text with its lines kept.
pub(crate) fn lines(text: &str) -> Markup {
    html! {
        @for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            p class="govuk-body" {
                @for (index, line) in paragraph.lines().enumerate() {
                    @if index > 0 { br; }
                    (line)
                }
            }
        }
    }
}

fn field(name: &str, point: PointNumber) -> String {
    format!("{name}-{}", point.0)
}

const fn code(finding: Finding) -> &'static str {
    match finding {
        Finding::Upheld => "upheld",
        Finding::PartlyUpheld => "partly_upheld",
        Finding::NotUpheld => "not_upheld",
        Finding::NoFinding => "no_finding",
        Finding::Withdrawn => "withdrawn",
        Finding::OutOfScope => "out_of_scope",
    }
}
