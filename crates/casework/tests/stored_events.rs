//! Every stored event of every version must load for ever. The samples are never edited: a new shape
//! is a new version with a file of its own.

use std::collections::BTreeSet;
use std::fs;

use casework::event::{Event, Fact, SCHEMA};

/// The names under which events are stored, from the samples of the present version.
fn samples(version: u16) -> Vec<(String, String)> {
    let folder = format!("{}/tests/stored/v{version}", env!("CARGO_MANIFEST_DIR"));
    let mut samples = Vec::new();
    for file in fs::read_dir(&folder).expect("every version has a folder of samples") {
        let path = file.expect("the folder can be read").path();
        let name = path
            .file_stem()
            .expect("a sample has a name")
            .to_string_lossy()
            .into_owned();
        samples.push((
            name,
            fs::read_to_string(&path).expect("a sample can be read"),
        ));
    }
    samples.sort();
    samples
}

#[test]
fn every_stored_event_still_loads_and_is_written_the_same() {
    for version in 1..=SCHEMA {
        for (name, body) in samples(version) {
            let fact = Fact::from_stored(&name, version, &body)
                .unwrap_or_else(|error| panic!("version {version} of {name}: {error}"));
            assert_eq!(
                fact.event.name(),
                name,
                "the sample lies under its event’s name"
            );
            if version == SCHEMA {
                assert_eq!(
                    fact.to_stored(),
                    body.trim_end(),
                    "{name} is stored as it always was"
                );
            }
        }
    }
}

#[test]
fn every_event_has_a_sample() {
    let have: BTreeSet<_> = samples(SCHEMA).into_iter().map(|(name, _)| name).collect();
    let want: BTreeSet<_> = Event::NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(have, want);
}

#[test]
fn a_version_from_the_future_is_refused_and_not_guessed() {
    let (name, body) = samples(SCHEMA).swap_remove(0);
    let error = Fact::from_stored(&name, SCHEMA + 1, &body)
        .expect_err("no version after the present one is known");
    assert!(
        error
            .to_string()
            .contains("this version of Heard reads versions up to"),
        "{error}"
    );
}

#[test]
fn a_damaged_body_is_named_and_never_quoted() {
    let error = Fact::from_stored(
        "acknowledged",
        SCHEMA,
        r#"{"on":"2015-03-30","event":"Canary"}"#,
    )
    .expect_err("this is no fact");
    assert!(!error.to_string().contains("Canary"), "{error}");
}
