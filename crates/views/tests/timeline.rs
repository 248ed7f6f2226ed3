//! The sentences of the timeline, read as text when they change.

mod small_council;

use std::fmt::Write as _;
use std::fs;

use casework::event::{Fact, SCHEMA};
use views::timeline::entry;

use small_council::settings;

/// A stored event, as the timeline tells it.
fn told(name: &str, change: impl Fn(&str) -> String) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../casework/tests/stored/v1/");
    let body =
        fs::read_to_string(format!("{folder}{name}.json")).expect("every event has a sample");
    let fact = Fact::from_stored(name, SCHEMA, &change(&body)).expect("a sample is a fact");
    let entry = entry(&fact, &settings());
    let mut words = format!("{}: {}", entry.on, entry.title);
    for detail in entry.details {
        let _ = write!(words, "; {detail}");
    }
    if entry.text.is_some() {
        words.push_str("; and a text of the vault");
    }
    words
}

#[test]
fn what_is_told_of_requests() {
    let as_stored = |body: &str| body.to_owned();
    let untold = |body: &str| body.replace(r#""told_on":"2026-03-20""#, r#""told_on":null"#);
    let lines = [
        told("enquiry_answered", as_stored),
        told("subject_access_extended", as_stored),
        told("subject_access_extended", untold),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_is_told_of_learning() {
    let as_stored = |body: &str| body.to_owned();
    let nothing = |body: &str| {
        body.replace("change", "nothing")
            .replace(r#""text":"#, r#""reason":"#)
    };
    let lines = [
        told("reported_back", as_stored),
        told("reported_back", nothing),
        told("action_agreed", as_stored),
        told("action_replanned", as_stored),
        told("action_carried_out", as_stored),
        told("action_closed", as_stored),
        told("impact_reviewed", as_stored),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}
