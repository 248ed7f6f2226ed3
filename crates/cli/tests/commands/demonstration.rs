//! `heard demo` and `heard report`: the demonstration's year, made once, and its report as files.

use std::fs;

use serde_json::Value;
use visitor::Installation;

use crate::{heard, installation};

#[test]
fn the_year_is_made_once_and_reported() {
    let installation = installation();
    let demo = ["demo", "--no-serve", "--json"];
    let first = heard(&installation, &demo).json();
    let head = |heads: &Value| heads["heads"][0]["position"].as_u64();
    let before = head(&heard(&installation, &["verify", "--json"]).json());
    assert!(before.is_some_and(|position| position > 100), "{before:?}");

    let second = heard(&installation, &demo).json();
    assert_eq!(
        before,
        head(&heard(&installation, &["verify", "--json"]).json()),
        "the year is made once"
    );
    let passwords = |shown: &Value| {
        let people = shown["people"].as_array().expect("people").iter();
        people
            .map(|person| person["one_time_password"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(passwords(&first).len(), 6);
    assert!(
        passwords(&first)
            .iter()
            .all(|password| !passwords(&second).contains(password)),
        "never a fixed password"
    );

    reported(&installation);
    unknown_things_are_answered_with_those_there_are(&installation);
}

fn reported(installation: &Installation) {
    let words = [
        "report",
        "annual",
        "--authority",
        "buckinghamshire",
        "--year",
        "2014-15",
        "--audience",
        "internal",
    ];
    let written = heard(
        installation,
        &[
            &words[..],
            &["--format", "json,html,csv,pdf", "--out", "report", "--json"],
        ]
        .concat(),
    );
    let written = written.json();
    let written = written.as_array().expect("a list of files");
    for file in written {
        let path = installation
            .folder()
            .join(file["path"].as_str().expect("a path"));
        assert!(
            fs::metadata(&path).is_ok_and(|file| file.len() > 0),
            "{}",
            path.display()
        );
    }
    let formats: std::collections::BTreeSet<_> =
        written.iter().map(|file| file["format"].as_str()).collect();
    assert_eq!(formats.len(), 4);
}

fn unknown_things_are_answered_with_those_there_are(installation: &Installation) {
    let rows: [(&[&str], &str); 5] = [
        (
            &[
                "--authority",
                "northshire",
                "--year",
                "2014-15",
                "--format",
                "json",
            ],
            "there are: buckinghamshire",
        ),
        (
            &[
                "--authority",
                "buckinghamshire",
                "--year",
                "2003-04",
                "--format",
                "json",
            ],
            "there are: 2014-15",
        ),
        (
            &[
                "--authority",
                "buckinghamshire",
                "--year",
                "2014",
                "--format",
                "json",
            ],
            "written like 2014-15",
        ),
        (
            &[
                "--authority",
                "buckinghamshire",
                "--year",
                "2014-15",
                "--format",
                "docx",
            ],
            "html, pdf, csv, json",
        ),
        (
            &[
                "--authority",
                "buckinghamshire",
                "--year",
                "2014-15",
                "--format",
                "json",
                "--audience",
                "all",
            ],
            "public, internal",
        ),
    ];
    for (flags, message) in rows {
        let said = heard(installation, &[&["report", "annual"], flags].concat());
        assert_eq!(said.code, Some(2), "{flags:?}: {}", said.whole());
        assert!(said.err.contains(message), "{flags:?}: {}", said.whole());
    }
}

#[test]
fn the_demonstration_never_mixes_with_an_installation() {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    let said = heard(&installation, &["demo", "--no-serve"]);
    assert_eq!(said.code, Some(3), "{}", said.whole());
    let authorities = heard(&installation, &["authorities", "list", "--json"]).json();
    assert_eq!(authorities.as_array().map(Vec::len), Some(1));
}
