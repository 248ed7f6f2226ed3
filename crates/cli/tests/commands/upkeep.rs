//! `heard verify`, `heard rebuild`, `heard generate`: the record is whole, or what is wrong is named.

use rusqlite::Connection;
use visitor::Installation;

use crate::{heard, installation};

fn with_cases() -> Installation {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    heard(
        &installation,
        &[
            "generate",
            "--cases",
            "20",
            "--seed",
            "7",
            "--authority",
            "northshire",
        ],
    )
    .done();
    installation
}

fn alter(installation: &Installation, sql: &str) {
    let database =
        Connection::open(installation.folder().join("data/heard.db")).expect("the database");
    let rows = database.execute(sql, []).expect("it can be altered");
    assert!(rows > 0, "{sql} altered nothing");
}

#[test]
fn a_record_that_was_altered_is_found_out() {
    let installation = with_cases();
    let sound = heard(&installation, &["verify", "--json"]).json();
    assert_eq!(
        (&sound["sound"], &sound["cases"]),
        (&true.into(), &20.into()),
        "{sound}"
    );

    alter(
        &installation,
        "UPDATE register SET stage = 'register' WHERE number = 3",
    );
    let unsound = heard(&installation, &["verify"]);
    assert_eq!(unsound.code, Some(1), "{}", unsound.whole());
    assert!(
        unsound.err.contains("register, northshire"),
        "{}",
        unsound.whole()
    );
    let found = heard(&installation, &["verify", "--json"]);
    assert_eq!(found.code, Some(1));
    assert!(found.out.contains("\"sound\":false"), "{}", found.whole());

    heard(&installation, &["rebuild"]).done();
    heard(&installation, &["verify"]).done();

    alter(
        &installation,
        "UPDATE event SET body = replace(body, '20', '21') WHERE position = 2",
    );
    let altered = heard(&installation, &["verify"]);
    assert_eq!(altered.code, Some(1), "{}", altered.whole());
    assert!(
        altered.err.contains("event, northshire, position 2"),
        "{}",
        altered.whole()
    );
}

#[test]
fn invented_cases_do_not_mix_with_others_unasked() {
    let installation = with_cases();
    let words = ["generate", "--cases", "5", "--authority", "northshire"];
    let refused = heard(&installation, &words);
    assert_eq!(refused.code, Some(3), "{}", refused.whole());
    let made = heard(
        &installation,
        &[&words[..], &["--among-real-cases", "--json"]].concat(),
    )
    .json();
    assert_eq!(made["cases"], 5);
    assert_eq!(
        heard(&installation, &["rebuild", "--json"]).json()["cases"],
        25
    );
}
