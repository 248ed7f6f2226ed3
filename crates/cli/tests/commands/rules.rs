//! `heard rules`: every rule, one rule, and what is said of a rule that is none.

use std::collections::BTreeSet;

use crate::heard_alone;

#[test]
fn the_json_has_its_keys_in_order_and_nothing_else() {
    let text = heard_alone(&["rules", "--json"], b"").done();
    assert_eq!(text.lines().count(), 1);
    let listed: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let listed = listed.as_array().expect("a list");
    assert_eq!(listed.len(), 277);
    let keys = ["id", "title", "source", "kind", "status", "setting"];
    for rule in listed {
        let rule = rule.as_object().expect("an object");
        let found: BTreeSet<&str> = rule.keys().map(String::as_str).collect();
        assert_eq!(found, BTreeSet::from(keys));
        for key in ["id", "title", "source", "kind", "status"] {
            assert_ne!(rule[key].as_str(), Some(""), "{rule:?}");
            assert!(rule[key].is_string(), "{rule:?}");
        }
        assert!(rule["setting"].is_null() || rule["setting"].is_string());
        let kind = rule["kind"].as_str().unwrap_or_default();
        assert!(["act", "guidance", "ombudsman", "local", "convention"].contains(&kind));
        let status = rule["status"].as_str().unwrap_or_default();
        assert!(["read", "read second-hand", "to be checked by a lawyer"].contains(&status));
    }
    let first = text.split('}').next().unwrap_or_default();
    let places: Vec<_> = keys
        .iter()
        .map(|key| first.find(&format!("\"{key}\":")))
        .collect();
    assert!(places.is_sorted() && places[0].is_some(), "{first}");
    let start = listed
        .iter()
        .find(|rule| rule["id"] == "REP-12.8")
        .expect("it is there");
    assert_eq!(start["setting"], "cfg.s2.start");
    let first_rule = listed
        .iter()
        .find(|rule| rule["id"] == "REP-1.1")
        .expect("it is there");
    assert!(first_rule["setting"].is_null());
}

#[test]
fn one_rule_is_shown_whole() {
    insta::assert_snapshot!(heard_alone(&["rules", "REP-11.2"], b"").whole());
    insta::assert_snapshot!(heard_alone(&["rules", "rep-28.1"], b"").whole());
    insta::assert_snapshot!(heard_alone(&["rules", "D-S3-PANEL"], b"").whole());
    insta::assert_snapshot!(heard_alone(&["rules", "w-child", "--json"], b"").whole());
}

#[test]
fn the_list_is_grouped_and_no_wider_than_a_terminal() {
    let text = heard_alone(&["rules"], b"").done();
    for said in [
        "THE LEGAL FRAME",
        "STAGE 3: REVIEW PANEL",
        "TIME LIMITS",
        "WHERE SOURCES DISAGREE",
    ] {
        assert!(text.lines().any(|line| line == said), "{said}");
    }
    for line in text.lines() {
        assert!(line.chars().count() <= 96, "{line}");
        assert_eq!(line.trim_end(), line);
    }
    let section: Vec<&str> = text
        .lines()
        .skip_while(|line| *line != "CONCURRENT PROCEEDINGS")
        .take_while(|line| *line != "STANDING, CONSENT AND ANONYMITY")
        .collect();
    insta::assert_snapshot!(section.join("\n"));
}

#[test]
fn what_a_lawyer_has_to_check_is_listed_by_itself() {
    let text = heard_alone(&["rules", "--to-check"], b"").done();
    assert!(text.contains("REP-6.3"), "{text}");
    assert!(!text.contains("REP-13.4"), "it was read");
    let listed = heard_alone(&["rules", "--to-check", "--json"], b"").json();
    for rule in listed.as_array().expect("a list") {
        assert_eq!(rule["status"], "to be checked by a lawyer");
    }
}

#[test]
fn a_rule_that_is_none_is_answered_with_those_that_are_near() {
    let rows: [(&[&str], &str); 4] = [
        (&["rules", "REP-11.99"], "Did you mean REP-11.9"),
        (&["rules", "D-S3-PANNEL"], "Did you mean D-S3-PANEL?"),
        (
            &["rules", "nonsense"],
            "Rules are named like REP-11.2, D-S1, R-SAFE or W-CHILD.",
        ),
        (&["rules", "REP-1.1", "--to-check"], "cannot be used with"),
    ];
    for (words, message) in rows {
        let said = heard_alone(words, b"");
        assert_eq!(said.code, Some(2), "{words:?}: {}", said.whole());
        assert!(said.err.contains(message), "{words:?}: {}", said.whole());
        assert_eq!(said.out, "");
    }
}
