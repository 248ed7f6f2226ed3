//! `heard import`: all or nothing, every problem at once, and nothing personal said.

use std::fs;

use visitor::Installation;

use crate::{heard, installation};

const HEAD: &str = "Reference,Kind,Procedure,Channel,Date received,Service,Category,Complainant,Capacity,Ground,Points\n";
const GOOD: &str = "A/1,complaint,children_act,letter,26/03/2015,leaving_care,contact,Zebedee Quist,parent,W-PARENT,Late|Rude\n";
const BAD: &str = "A/2,complaint,children_act,pigeon,26/03/2015,leaving_care,contact,Zebedee Quist,parent,,Late\n\
                   A/3,complaint,children_act,letter,31/02/2015,parks,contact,Zebedee Quist,parent,W-PARENT,Late\n\
                   A/4,complaint,children_act,letter,26/03/2015,leaving_care,contact,Zebedee Quist,parent,,Late\n";

const IMPORT: [&str; 4] = ["import", "old.csv", "--authority", "northshire"];

fn with_file(rows: &str) -> Installation {
    let installation = installation();
    installation.found("northshire").expect("an installation");
    fs::write(
        installation.folder().join("old.csv"),
        format!("\u{feff}{HEAD}{rows}"),
    )
    .expect("a file");
    installation
}

fn cases(installation: &Installation) -> u64 {
    heard(installation, &["verify", "--json"]).json()["cases"]
        .as_u64()
        .expect("a number")
}

#[test]
fn a_trial_records_nothing() {
    let installation = with_file(GOOD);
    insta::assert_snapshot!(heard(&installation, &[&IMPORT[..], &["--dry-run"]].concat()).whole());
    assert_eq!(cases(&installation), 0);
}

#[test]
fn one_bad_row_keeps_all_out() {
    let installation = with_file(&format!("{GOOD}{BAD}"));
    let said = heard(&installation, &IMPORT);
    assert!(
        !said.whole().contains("Zebedee"),
        "nothing personal is said"
    );
    insta::assert_snapshot!(said.whole());
    assert_eq!(cases(&installation), 0);
}

#[test]
fn good_rows_come_in_when_asked_and_never_twice() {
    let installation = with_file(&format!("{GOOD}{BAD}"));
    let kept = heard(
        &installation,
        &[
            &IMPORT[..],
            &["--keep-good", "--as", "an.administrator", "--json"],
        ]
        .concat(),
    );
    assert_eq!(kept.code, Some(1), "{}", kept.whole());
    let outcome: serde_json::Value = serde_json::from_str(&kept.out).expect("JSON");
    assert_eq!(outcome["imported"][0]["reference"], "C-0001");
    assert_eq!(
        outcome["problems"].as_array().map(Vec::len),
        Some(5),
        "{outcome}"
    );
    let again = heard(&installation, &[&IMPORT[..], &["--keep-good"]].concat());
    assert!(
        again
            .err
            .contains("line 2, reference: this case was imported before, as C-0001"),
        "{}",
        again.whole()
    );
    assert_eq!(cases(&installation), 1);
}

#[test]
fn what_is_not_there_is_named() {
    let installation = with_file(GOOD);
    let rows: [(&[&str], i32, &str); 3] = [
        (
            &["import", "old.csv", "--authority", "southshire"],
            2,
            "there are: northshire",
        ),
        (
            &["import", "new.csv", "--authority", "northshire"],
            4,
            "new.csv",
        ),
        (
            &[
                "import",
                "old.csv",
                "--authority",
                "northshire",
                "--as",
                "nobody",
            ],
            2,
            "no account \"nobody\"",
        ),
    ];
    for (words, code, message) in rows {
        let said = heard(&installation, words);
        assert_eq!(said.code, Some(code), "{words:?}: {}", said.whole());
        assert!(said.err.contains(message), "{words:?}: {}", said.whole());
    }
}

#[test]
fn odd_headings_are_understood_and_the_others_are_said() {
    let installation = with_file("");
    let file = "Complaint log;;;;\nRef No.;Date rec'd;Team;Handled by;When logged\nA/1;26/03/2015;Leaving care;Zebedee Quist;27/03/2015\n";
    fs::write(installation.folder().join("old.csv"), file).expect("a file");
    let told = [
        "--kind",
        "compliment",
        "--set",
        "channel=letter",
        "--ignore",
        "Handled by",
        "--map",
        "When logged=reached_team_on",
        "--dry-run",
    ];
    insta::assert_snapshot!(heard(&installation, &[&IMPORT[..], &told].concat()).whole());
    insta::assert_snapshot!(
        heard(
            &installation,
            &[&IMPORT[..], &told[..4], &["--dry-run"]].concat()
        )
        .whole()
    );
}

#[test]
fn an_import_is_listed_and_undone() {
    let installation = with_file(GOOD);
    let outcome = heard(&installation, &[&IMPORT[..], &["--json"]].concat()).json();
    let batch = outcome["batch"].as_str().expect("a number").to_owned();
    let list = ["import", "list", "--authority", "northshire"];
    let listed = heard(&installation, &list);
    assert!(
        listed.out.contains(&batch) && listed.out.contains("C-0001"),
        "{}",
        listed.whole()
    );
    let undo = ["import", "undo", &batch, "--authority", "northshire"];
    let undone = heard(&installation, &undo);
    assert_eq!(undone.code, Some(0), "{}", undone.whole());
    assert_eq!(heard(&installation, &list).out, "");
    let again = heard(&installation, &[&IMPORT[..], &["--json"]].concat()).json();
    assert_eq!(again["imported"][0]["reference"], "C-0002");
    let nil = "00000000-0000-0000-0000-000000000000";
    let unknown = heard(
        &installation,
        &["import", "undo", nil, "--authority", "northshire"],
    );
    assert_eq!(unknown.code, Some(1), "{}", unknown.whole());
    assert!(
        unknown.err.contains("there is no import"),
        "{}",
        unknown.whole()
    );
    assert_eq!(heard(&installation, &["verify"]).code, Some(0));
}
