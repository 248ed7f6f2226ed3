//! The timeline's sentences about equality monitoring: that a form went and came, never what it says.

use casework::event::Event;
use casework::intake::{About, AnswerSource, EqualityRecorded};

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    let (title, details) = if let Event::EqualityFormSent(sent) = event {
        let how = sent.how.label().to_owned();
        (
            "Equality form sent",
            vec![whose(sent.about).to_owned(), how],
        )
    } else if let Event::EqualityRecorded(recorded) = event {
        let whose = recorded.about.map(|about| whose(about).to_owned());
        (came(recorded), whose.into_iter().collect())
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

const fn came(recorded: &EqualityRecorded) -> &'static str {
    match recorded.source {
        Some(AnswerSource::OwnForm) | None => "Equality form returned",
        Some(AnswerSource::ToldForThem) => "Equality answers told by a carer or advocate",
        Some(AnswerSource::CareRecord) => "Equality answers taken from the care record",
    }
}

const fn whose(about: About) -> &'static str {
    match about {
        About::Complainant => "About the complainant",
        About::Child => "About the child",
    }
}
