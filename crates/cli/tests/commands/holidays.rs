//! `heard holidays`: a bank holiday is listed, announced, looked at beforehand and applied.

use crate::{heard, installation};

const AUTHORITY: [&str; 2] = ["--authority", "northshire"];

#[test]
fn a_bank_holiday_is_announced_looked_at_and_applied() {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    let holidays =
        |words: &[&str]| heard(&installation, &[&["holidays"], words, &AUTHORITY].concat());
    heard(
        &installation,
        &[
            &["generate", "--cases", "20", "--seed", "7"],
            &AUTHORITY[..],
        ]
        .concat(),
    )
    .done();
    let announce = |day: &str, name: &str| {
        holidays(&[
            "announce",
            "--day",
            day,
            "--name",
            name,
            "--source",
            "London Gazette",
        ])
    };
    let weekend = announce("2027-05-08", "A day");
    assert_eq!(weekend.code, Some(3), "{}", weekend.whole());
    assert!(
        weekend.err.contains("8 May 2027 is a Saturday"),
        "{}",
        weekend.whole()
    );
    announce("2027-05-10", "A day").done();
    announce("10/05/2027", "A day").done();
    let known = announce("2027-05-10", "Another");
    assert_eq!(known.code, Some(3), "{}", known.whole());

    let listed = holidays(&["list"]).done();
    assert!(
        listed.contains("2027-05-10  Monday 10 May 2027"),
        "{listed}"
    );
    let published = heard(&installation, &["holidays", "list", "--json"]).json();
    assert!(!published.to_string().contains("2027-05-10"), "{published}");
    let settings = heard(&installation, &["authorities", "show", "northshire"]).done();
    assert!(settings.contains("[[announced_holidays]]"), "{settings}");

    let preview = holidays(&["preview", "--json"]).json();
    assert_eq!(preview["unknown"], 0, "{preview}");
    holidays(&["preview"]).done();
    let blank = holidays(&["apply", "--reason", " "]);
    assert_eq!(blank.code, Some(2), "{}", blank.whole());
    let reason = ["apply", "--reason", "Proclaimed", "--json"];
    let applied = holidays(&reason).json();
    assert_eq!(applied["moved"], preview["cases"], "{applied}");
    assert_eq!(holidays(&reason).json()["moved"], 0);
    heard(&installation, &["verify"]).done();
}
