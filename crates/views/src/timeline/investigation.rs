//! The timeline's sentences about the investigation.

use casework::event::Event;
use casework::ids::Sealed;
use casework::investigation::{IndependentCheck, InvestigatorsAppointed};

use super::{outcome_and_days, told_on};
use crate::notice_of_rights::line;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    let (title, details) = if let Event::InvestigatorsAppointed(appointed) = event {
        let title = "Investigating Officer and Independent Person appointed";
        (title, of_the_two(appointed))
    } else if let Event::StatementSent(version) = event {
        let points = counted(version.points.len(), "point");
        let detail = format!("Version {}, {points}", version.number);
        ("Statement of complaint sent", vec![detail])
    } else if let Event::StatementCommented { .. } = event {
        ("Comments on the statement received", Vec::new())
    } else if let Event::StatementAgreed = event {
        ("Statement of complaint agreed", Vec::new())
    } else if let Event::InvestigationExtended {
        reason,
        notified_on,
    } = event
    {
        let details = vec![reason.label().to_owned(), told_on(*notified_on)];
        ("Stage 2 extended", details)
    } else if let Event::OfficerReported(report) = event {
        let recommended = counted(report.recommendations.len(), "recommendation");
        ("Investigating Officer’s report received", vec![recommended])
    } else if let Event::IndependentPersonReported(report) = event {
        let satisfied = |check: &IndependentCheck| report.satisfied.contains(check);
        let detail = if IndependentCheck::ALL.iter().all(satisfied) {
            "Satisfied with the investigation"
        } else {
            "Not satisfied with everything"
        };
        let title = "Independent Person’s report received";
        (title, vec![detail.to_owned()])
    } else if let Event::InvestigationReported = event {
        ("Investigation reports received", Vec::new())
    } else if let Event::InvestigationResponseSent(response) = event {
        let mut details = vec![outcome_and_days(response.outcome, response.took)];
        details.extend(response.notice.as_ref().map(line));
        ("Stage 2 answer sent", details)
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::InvestigatorsAppointed(appointed) = event {
        appointed.replaces.clone()
    } else if let Event::StatementSent(version) = event {
        version.text.clone()
    } else if let Event::StatementCommented { comments } = event {
        Some(comments.clone())
    } else if let Event::IndependentPersonReported(report) = event {
        report.remarks.clone()
    } else if let Event::InvestigationResponseSent(response) = event {
        response
            .adjudication
            .as_ref()
            .and_then(|adjudication| adjudication.letter.clone())
    } else {
        None
    }
}

fn of_the_two(appointed: &InvestigatorsAppointed) -> Vec<String> {
    let mut details = Vec::new();
    if appointed.replaces.is_some() {
        details.push("In place of those appointed before".to_owned());
    }
    if appointed.checked == Some(true) {
        details.push("Both were found to be independent".to_owned());
    }
    details
}

fn counted(number: usize, what: &str) -> String {
    match number {
        0 => format!("No {what}"),
        1 => format!("1 {what}"),
        more => format!("{more} {what}s"),
    }
}
