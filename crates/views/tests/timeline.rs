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
fn what_is_told_of_equality_monitoring() {
    let as_stored = |body: &str| body.to_owned();
    let of = |source: &'static str| {
        move |body: &str| {
            let told = format!(r#""about":"child","source":"{source}","answers":"#);
            body.replace(r#""answers":"#, &told)
        }
    };
    let lines = [
        told("equality_form_sent", as_stored),
        // As it was recorded before a record told whose answers they are and where from.
        told("equality_recorded", as_stored),
        told("equality_recorded", of("own_form")),
        told("equality_recorded", of("told_for_them")),
        told("equality_recorded", of("care_record")),
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
        told("debrief_held", as_stored),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_is_told_of_the_registers() {
    let as_stored = |body: &str| body.to_owned();
    let outcome = |body: &str| body.replace(r#""took":11"#, r#""took":11,"outcome":"signposted""#);
    let somebody_else = |body: &str| body.replace("true", "false");
    let of = |kind: &'static str, particulars: &'static str| {
        move |body: &str| {
            body.replace(r#""kind":"complaint""#, &format!(r#""kind":"{kind}""#))
                .replace(r#""channel":"telephone""#, r#""channel":"not_noted""#)
                .replace(
                    r#"},"clocks""#,
                    &format!(r#","particulars":{particulars}}},"clocks""#),
                )
        }
    };
    let recorded = "representation_recorded";
    let lines = [
        told("enquiry_answered", outcome),
        told("overlap_noted", as_stored),
        told("overlap_noted", somebody_else),
        told(
            recorded,
            of(
                "compliment",
                r#"{"register":"compliment","source":"court"}"#,
            ),
        ),
        told(
            recorded,
            of(
                "elected_member_enquiry",
                r#"{"register":"member_enquiry","member":"councillor","consent":"not_held"}"#,
            ),
        ),
        told(
            recorded,
            of(
                "helpline_contact",
                r#"{"register":"helpline","caller":"staff_advice","topic":"education","result":"put_right"}"#,
            ),
        ),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_is_told_of_talking_and_of_what_takes_the_place_of_stage_2() {
    let as_stored = |body: &str| body.to_owned();
    let unmet = |body: &str| {
        body.replace(
            r#""meeting":{"on":"2015-04-24","with":["manager","complaints_officer"]},"#,
            "",
        )
    };
    let instead = |body: &str| {
        body.replace(
            r#""after_meeting":true"#,
            r#""after_meeting":true,"instead":"back_to_the_service""#,
        )
    };
    let found = |body: &str| {
        body.replace(
            "}}",
            r#"},"outcome":{"finding":"partly_upheld","changed":true}}"#,
        )
    };
    let lines = [
        told("dissatisfaction_recorded", as_stored),
        told("dissatisfaction_recorded", unmet),
        told("request_withdrawn", instead),
        told("activity_recorded", found),
    ];
    insta::assert_snapshot!(lines.join("\n"));
}
