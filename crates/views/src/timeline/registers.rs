//! The timeline's sentences about enquiries and subject access requests.

use casework::event::Event;
use casework::ids::Sealed;
use statute::dates::short_date;

use super::{said, working_days};

/// The title and the details; nothing for any other event.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    if let Event::EnquiryAnswered { took } = event {
        said("Answered", &working_days(*took))
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

/// The text in the vault that belongs to an event of this room.
pub(super) fn text(event: &Event) -> Option<Sealed> {
    if let Event::SubjectAccessExtended { reasons, .. } = event {
        Some(reasons.clone())
    } else {
        None
    }
}
