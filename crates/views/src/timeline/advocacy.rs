//! The timeline's sentences about advocates.

use casework::advocacy::{AdvocacyRecorded, AdvocateKind, Wanted};
use casework::event::Event;
use statute::dates::short_date;

/// The title and the details; nothing for an event of another room.
pub(super) fn told(event: &Event) -> (String, Vec<String>) {
    let (title, details) = if let Event::AdvocacyRecorded(recorded) = event {
        ("Advocacy", asked(recorded))
    } else if let Event::AdvocateAppointed(appointed) = event {
        let kind = kind(appointed.kind).to_owned();
        ("Advocate appointed", vec![kind])
    } else if let Event::AdvocacyEnded { .. } = event {
        ("Advocate’s help ended", Vec::new())
    } else {
        ("", Vec::new())
    };
    (title.to_owned(), details)
}

/// What a child was told and what they want.
fn asked(recorded: &AdvocacyRecorded) -> Vec<String> {
    let mut details = vec![wanted(recorded).to_owned()];
    let days = [
        ("Told", recorded.told_on),
        ("Offered help in getting an advocate", recorded.offered_on),
    ];
    for (what, on) in days {
        details.extend(on.map(|on| format!("{what} on {}", short_date(on))));
    }
    details
}

/// What sort of advocate helps.
const fn kind(kind: AdvocateKind) -> &'static str {
    match kind {
        AdvocateKind::Independent => "An independent advocate",
        AdvocateKind::InHouse => "An advocate from the authority’s own service",
        AdvocateKind::ChosenPerson => "A person of the child’s choice",
        AdvocateKind::Nobody => "Nobody",
    }
}

const fn wanted(recorded: &AdvocacyRecorded) -> &'static str {
    match (recorded.wanted, recorded.kind) {
        (Wanted::No, _) => "Told of advocacy; does not want an advocate",
        (Wanted::Undecided, _) => "Told of advocacy; has not decided",
        (Wanted::Yes, AdvocateKind::Independent) => "Has an independent advocate",
        (Wanted::Yes, AdvocateKind::InHouse) => "Has an advocate from the authority’s own service",
        (Wanted::Yes, AdvocateKind::ChosenPerson) => "Is helped by a person of their choice",
        (Wanted::Yes, AdvocateKind::Nobody) => "Wants an advocate; none found yet",
    }
}
