//! The timeline's sentences about the review panel.

use casework::event::Event;
use casework::ids::Sealed;
use casework::review_panel::{
    Attendance, PanelReport, PanelResponse, Present, Recipient, RecommendationAnswer,
    ReviewPanelAppointed,
};
use casework::settings::Settings;
use jiff::civil::Date;
use statute::dates::short_date;

use super::local_resolution;
use crate::notice_of_rights;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    let (title, details) = if let Event::ReviewPanelRequested {
        late_reasons,
        reasons,
    } = event
    {
        let late = late_reasons
            .iter()
            .map(|_| "After the time for asking, and allowed all the same".to_owned());
        (
            "Asked for a Review Panel (Stage 3)",
            late.chain(local_resolution::reasons(reasons, settings))
                .collect(),
        )
    } else if let Event::ReviewPanelAppointed(appointed) = event {
        ("Review Panel appointed", of_the_panel(appointed))
    } else if let Event::ReviewPanelRearranged {
        meets_on,
        agreed_late_on,
        ..
    } = event
    {
        let mut details = vec![to_meet(*meets_on)];
        details.extend(agreed_late_on.map(agreed));
        ("Another day settled for the Review Panel", details)
    } else if let Event::ReviewPanelInvited = event {
        ("Everybody invited to the Review Panel", Vec::new())
    } else if let Event::PanelPapersSent { papers } = event {
        let papers = papers.iter().map(|paper| paper.label().to_owned());
        ("Papers of the Review Panel sent", papers.collect())
    } else if let Event::ReviewPanelMet { attendance } = event {
        let details = attendance.as_ref().map(of_the_meeting).unwrap_or_default();
        ("Review Panel met", details)
    } else if let Event::ReviewPanelReported { sent_on, report } = event {
        let mut details = vec![format!("Sent on {}", short_date(*sent_on))];
        details.extend(report.iter().flat_map(of_the_report));
        ("Review Panel’s report received", details)
    } else if let Event::ReviewPanelResponseSent { response, notice } = event {
        let mut details = response.as_ref().map(of_the_response).unwrap_or_default();
        details.extend(notice.as_ref().map(notice_of_rights::line));
        ("Response to the Review Panel sent", details)
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::ReviewPanelRequested { late_reasons, .. } = event {
        late_reasons.clone()
    } else if let Event::ReviewPanelAppointed(appointed) = event {
        appointed.despite.clone()
    } else if let Event::ReviewPanelRearranged { reasons, .. } = event {
        Some(reasons.clone())
    } else if let Event::ReviewPanelReported { report, .. } = event {
        report.as_ref().map(|report| report.summary.clone())
    } else if let Event::ReviewPanelResponseSent { response, .. } = event {
        response
            .as_ref()
            .and_then(|response| response.letter.clone())
    } else {
        None
    }
}

fn of_the_panel(appointed: &ReviewPanelAppointed) -> Vec<String> {
    let mut details = vec![to_meet(appointed.meets_on)];
    details.extend(appointed.agreed_late_on.map(agreed));
    if appointed.declared {
        details.push("All three declared their ties to the authority".to_owned());
    }
    details
}

fn to_meet(on: Date) -> String {
    format!("To meet on {}", short_date(on))
}

fn agreed(on: Date) -> String {
    format!(
        "A day after the limit, agreed with the complainant on {}, late all the same",
        short_date(on)
    )
}

fn of_the_meeting(attendance: &Attendance) -> Vec<String> {
    let present: Vec<_> = attendance.present.iter().map(|who| who.label()).collect();
    let mut details = Vec::new();
    if !present.is_empty() {
        details.push(format!("Present: {}", present.join("; ")));
    }
    details.push(match attendance.spoke {
        Some(who) => format!("Spoke for the complaint: {}", who.label()),
        None => "The complaint was put in writing only".to_owned(),
    });
    if attendance.includes(Present::Lawyer) {
        details.push("A lawyer acted as such, which guidance advises against".to_owned());
    }
    details
}

fn of_the_report(report: &PanelReport) -> Vec<String> {
    let mut details = vec![recommendations(report.recommendations.len())];
    let missing: Vec<_> = Recipient::ALWAYS
        .iter()
        .filter(|recipient| !report.sent_to.contains(recipient))
        .map(|recipient| recipient.label())
        .collect();
    if !missing.is_empty() {
        details.push(format!("Not sent to: {}", missing.join("; ")));
    }
    details
}

fn of_the_response(response: &PanelResponse) -> Vec<String> {
    let mut details = Vec::new();
    details.extend(response.considered_on.map(|on| {
        format!(
            "Considered together with the Independent Person on {}",
            short_date(on)
        )
    }));
    for answer in RecommendationAnswer::ALL {
        let count = response
            .decisions
            .iter()
            .filter(|decision| decision.answer == answer)
            .count();
        if count > 0 {
            details.push(format!("{}: {count}", answer.label()));
        }
    }
    details
}

fn recommendations(count: usize) -> String {
    match count {
        0 => "No recommendations".to_owned(),
        1 => "1 recommendation".to_owned(),
        _ => format!("{count} recommendations"),
    }
}
