//! `heard due`: dates, their working, and what is said when there is none.

use std::process::{Command, Stdio};

use crate::heard_alone;

/// Worked by an independent calendar: the limit, the day it runs from, when it is due, how far it can go.
const WORKED: [(&str, &str, &str, &str); 14] = [
    ("D-S1", "2015-03-26", "2015-04-13", "2015-04-27"),
    ("D-S1", "2015-03-28", "2015-04-14", "2015-04-28"),
    ("D-S1", "2012-05-28", "2012-06-13", "2012-06-27"),
    ("D-S1", "2020-04-27", "2020-05-12", "2020-05-27"),
    ("D-S1", "2022-09-16", "2022-10-03", "2022-10-17"),
    ("D-S1", "2025-12-22", "2026-01-08", "2026-01-22"),
    ("D-S2-R", "2012-05-01", "2012-06-08", "2012-08-03"),
    ("D-S2-R", "2015-05-06", "2015-06-11", "2015-08-06"),
    ("D-S2-A", "2015-05-20", "2015-06-25", "2015-08-20"),
    ("D-S2-REQ", "2015-04-13", "2015-05-12", ""),
    ("D-S3-REQ", "2022-12-12", "2023-01-12", ""),
    ("D-S3-PANEL", "2015-08-28", "2015-10-12", ""),
    ("D-S3-REPORT", "2023-12-20", "2023-12-29", ""),
    ("D-S3-RESP", "2015-10-14", "2015-11-04", ""),
];

#[test]
fn every_date_is_as_worked() {
    let mut input = vec!["limit,from".to_owned()];
    let mut expected = vec!["limit,from,due_on,extendable_to".to_owned()];
    for (limit, from, due_on, latest) in WORKED {
        input.push(format!("{limit},{from}"));
        expected.push(format!("{limit},{from},{due_on},{latest}"));
    }
    let answered = heard_alone(&["due", "-"], input.join("\n").as_bytes()).done();
    assert_eq!(answered.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn one_date_is_answered_as_many_are() {
    for (limit, from, due_on, latest) in WORKED {
        let answer = heard_alone(&["due", limit, "--from", from, "--json"], b"").json();
        assert_eq!(answer["due_on"], due_on, "{limit} {from}");
        assert_eq!(
            answer["extendable_to"].as_str().unwrap_or_default(),
            latest,
            "{limit} {from}"
        );
    }
}

#[test]
fn the_json_has_its_keys_in_order() {
    let text = heard_alone(&["due", "d-s1", "--from", "26/03/2015", "--json"], b"").done();
    let keys = [
        "limit",
        "from",
        "due_on",
        "extendable_to",
        "kind",
        "source",
        "skipped",
    ];
    let answer: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        answer.as_object().map(serde_json::Map::len),
        Some(keys.len())
    );
    let places: Vec<usize> = keys
        .iter()
        .map(|key| {
            text.find(&format!("\"{key}\":"))
                .unwrap_or_else(|| panic!("no {key} in {text}"))
        })
        .collect();
    assert!(places.is_sorted(), "{text}");
    assert!(
        text.contains(r#"{"day":"2015-04-03","why":"Good Friday"}"#),
        "{text}"
    );
    assert_eq!(text.lines().count(), 1);
}

#[test]
fn a_date_shows_its_working() {
    insta::assert_snapshot!(heard_alone(&["due", "D-S1", "--from", "2015-03-26"], b"").whole());
    insta::assert_snapshot!(
        heard_alone(&["due", "D-S3-REPORT", "--from", "2020-05-05"], b"").whole()
    );
    insta::assert_snapshot!(
        heard_alone(
            &[
                "due",
                "D-S1",
                "--from",
                "2015-12-29",
                "--region",
                "scotland"
            ],
            b""
        )
        .whole()
    );
}

#[test]
fn without_a_limit_all_are_listed() {
    insta::assert_snapshot!(heard_alone(&["due"], b"").whole());
    let listed = heard_alone(&["due", "--json"], b"").json();
    assert_eq!(listed.as_array().map(Vec::len), Some(37));
}

#[test]
fn what_cannot_be_answered_is_said_with_its_exit_code() {
    let rows: [(&[&str], i32, &str); 8] = [
        (
            &["due", "D-S3-PANNEL", "--from", "2015-03-26"],
            2,
            "Did you mean D-S3-PANEL?",
        ),
        (
            &["due", "D-S9", "--from", "2015-03-26"],
            2,
            "The time limits are D-YEAR, D-SI,",
        ),
        (&["due", "D-S1"], 2, "say from which day"),
        (&["due", "--from", "2015-03-26"], 2, "say which limit"),
        (
            &["due", "D-S1", "--from", "2015-02-29"],
            2,
            "no such day in the calendar",
        ),
        (
            &["due", "D-S1", "--from", "yesterday"],
            2,
            "write it as YYYY-MM-DD or DD/MM/YYYY",
        ),
        (
            &["due", "D-S1", "--from", "2060-01-01"],
            3,
            "The bank holidays are known from",
        ),
        (
            &["due", "D-S1", "--from", "2015-03-26", "--region", "wales"],
            2,
            "england-and-wales",
        ),
    ];
    for (words, code, message) in rows {
        let said = heard_alone(words, b"");
        assert_eq!(said.code, Some(code), "{words:?}: {}", said.whole());
        assert!(said.err.contains(message), "{words:?}: {}", said.whole());
        assert_eq!(said.out, "", "{words:?}: a date is never guessed");
    }
}

#[test]
fn bad_lines_are_named_and_the_others_go_on() {
    let input = "limit,from\nD-S1,2015-03-26\nD-S3-PANNEL,2015-03-26\nD-S1,soon\nD-S1\nD-S1,2060-01-01\n\
                 \"D-S\u{1b}[31m1\",2015-03-26\n d-ack1 , 26/03/2015 \n";
    insta::assert_snapshot!(heard_alone(&["due", "-"], input.as_bytes()).whole());
    let no_header = heard_alone(&["due", "-"], b"D-S1,2015-03-26\n");
    assert_eq!((no_header.code, no_header.out.as_str()), (Some(2), ""));
}

#[test]
fn no_bytes_make_it_fail() {
    for input in [
        &b""[..],
        b"\xff\xfe",
        b"limit,from\n\xff\xff,\0\0\n",
        b"limit,from\n\"",
        b"\xef\xbb\xbffrom,limit\r\n2015-03-26,D-S1\r\n",
    ] {
        let said = heard_alone(&["due", "-"], input);
        assert!(
            matches!(said.code, Some(0..=2)),
            "{input:?}: {}",
            said.whole()
        );
        assert!(
            !said.err.contains("panicked"),
            "{input:?}: {}",
            said.whole()
        );
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for words in ["due", "completions bash", "--help"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_heard"));
        command
            .args(words.split(' '))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        drop(child.stdout.take());
        let ended = child.wait_with_output().expect("the program ends");
        assert_eq!(ended.status.code(), Some(0), "heard {words}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "heard {words}");
    }
}
