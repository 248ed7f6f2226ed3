//! The timeline's sentences about the registers: what each tells, answers, and subject access requests.

use casework::event::Event;
use casework::ids::Sealed;
use casework::registers::Particulars;
use casework::settings::Settings;
use statute::dates::short_date;

use super::{said, working_days};

/// The title and the details; nothing for any other event.
pub(super) fn told(event: &Event, settings: &Settings) -> (String, Vec<String>) {
    if let Event::EnquiryAnswered { took, outcome } = event {
        let outcome = outcome.iter();
        let outcome = outcome.map(|code| settings.enquiry_outcomes.label(code).to_owned());
        let details = std::iter::once(working_days(*took)).chain(outcome);
        ("Answered".to_owned(), details.collect())
    } else if let Event::OverlapNoted(overlap) = event {
        let title = if overlap.same_person {
            "Constituent found to have complained"
        } else {
            "Constituent found to be somebody else"
        };
        said(title, &format!("Compared with {}", overlap.with))
    } else if let Event::SubjectAccessExtended { to, told_on, .. } = event {
        let told = match told_on {
            Some(day) => format!("The person was told on {}", short_date(*day)),
            None => "The person was not told".to_owned(),
        };
        let details = vec![format!("Until {}", short_date(*to)), told];
        ("More time for the request".to_owned(), details)
    } else {
        (String::new(), Vec::new())
    }
}

/// What a register alone tells of what was received.
pub(super) fn particulars(particulars: &Particulars, settings: &Settings) -> Vec<String> {
    let about = |topic, result| {
        let topic = settings.contact_topics.label(topic);
        let result = settings.contact_results.label(result);
        [format!("Topic: {topic}"), format!("Result: {result}")]
    };
    match particulars {
        Particulars::Compliment { source } => {
            vec![format!(
                "From: {}",
                settings.compliment_sources.label(source)
            )]
        }
        Particulars::ToSort { .. } => Vec::new(),
        Particulars::MemberEnquiry(enquiry) => vec![
            format!("From: {}", enquiry.member.label()),
            format!("Constituent’s consent: {}", enquiry.consent.label()),
        ],
        Particulars::InformalContact { topic, result } => about(topic, result).into(),
        Particulars::Helpline {
            caller,
            topic,
            result,
        } => std::iter::once(caller.label().to_owned())
            .chain(about(topic, result))
            .collect(),
    }
}

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::SubjectAccessExtended { reasons, .. } = event {
        Some(reasons.clone())
    } else {
        None
    }
}
