//! `heard demo` and `heard report`: the demonstration's years, made once, and their reports as files.

use std::fs;
use std::process::Stdio;

use serde_json::Value;
use visitor::{Installation, Visitor};

use crate::{heard, installation};

#[test]
fn the_year_is_made_once_and_reported() {
    let installation = installation();
    let demo = ["demo", "--no-serve", "--json"];
    let first = heard(&installation, &demo).json();
    let head = |heads: &Value| [0, 1].map(|council| heads["heads"][council]["position"].as_u64());
    let before = head(&heard(&installation, &["verify", "--json"]).json());
    assert!(
        before
            .iter()
            .all(|head| head.is_some_and(|position| position > 100)),
        "{before:?}"
    );

    let second = heard(&installation, &demo).json();
    assert_eq!(
        before,
        head(&heard(&installation, &["verify", "--json"]).json()),
        "the year is made once"
    );
    let passwords = |shown: &Value| {
        let councils = shown["councils"].as_array().expect("councils").iter();
        councils
            .flat_map(|council| council["people"].as_array().expect("people"))
            .map(|person| person["one_time_password"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(passwords(&first).len(), 12);
    assert!(
        passwords(&first)
            .iter()
            .all(|password| !passwords(&second).contains(password)),
        "never a fixed password"
    );

    reported(&installation, "buckinghamshire", "2014-15");
    reported(&installation, "surrey", "2015-16");
    unknown_things_are_answered_with_those_there_are(&installation);
    neither_council_sees_the_other(&installation, &second);
}

/// Somebody signs in to each council, whose people have the same names: each register is the council’s own, the same
/// number is another case, and a case that only the other council has is not there.
fn neither_council_sees_the_other(installation: &Installation, shown: &Value) {
    let server = installation
        .serve("warn", Stdio::null())
        .expect("it serves");
    let names = ["Buckinghamshire County Council", "Surrey County Council"];
    let mut visitors = [0, 1].map(|council| {
        let council = &shown["councils"][council];
        let people = council["people"].as_array().expect("people");
        let manager = people
            .iter()
            .find(|person| person["role"] == "complaints_manager")
            .expect("a manager");
        let word = |value: &Value| value.as_str().expect("a text").to_owned();
        let mut visitor = Visitor::new(server.address);
        let offered = visitor.get("/sign-in").expect("a page");
        let form = offered.form("/sign-in").expect("a form");
        assert_eq!(form.offered("authority"), ["buckinghamshire", "surrey"]);
        visitor
            .sign_in_to(
                Some(&word(&council["authority"])),
                &word(&manager["sign_in_name"]),
                &word(&manager["one_time_password"]),
                "correct horse battery",
            )
            .expect("signed in");
        visitor
    });
    for path in ["/register?standing=all", "/cases/C-0001", "/annual-report"] {
        let [one, other] = visitors.each_mut().map(|visitor| {
            let answer = visitor.get(path).expect("an answer");
            assert_eq!(answer.status, 200, "{path}");
            answer.body
        });
        assert_ne!(one, other, "{path}");
        for (body, [own, strange]) in [(one, names), (other, [names[1], names[0]])] {
            assert!(body.contains(own), "{path}: {own}");
            assert!(!body.contains(strange), "{path}: {strange}");
        }
    }
    // The last case of Surrey’s year, which the other council’s record does not reach.
    let [one, other] = visitors.each_mut().map(|visitor| {
        let answer = visitor.get("/cases/C-0516").expect("an answer");
        answer.status
    });
    assert_eq!([one, other], [404, 200]);
}

fn reported(installation: &Installation, authority: &str, year: &str) {
    let words = [
        "report",
        "annual",
        "--authority",
        authority,
        "--year",
        year,
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
            "there are: buckinghamshire, surrey",
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
