//! The rules as a document: complete, each with its source, and reviewed as text when it changes.

use std::collections::BTreeSet;

use statute::limits::{LimitId, Status};
use statute::procedure::{LegalGround, Route};
use statute::rules::{self, Latitude, SETTINGS, Setting};

/// How many numbered rules each section of the procedure has.
const NUMBERED: [(u8, u8); 25] = [
    (1, 9),
    (2, 5),
    (3, 8),
    (4, 5),
    (5, 7),
    (6, 8),
    (7, 8),
    (8, 8),
    (9, 9),
    (10, 12),
    (11, 12),
    (12, 16),
    (13, 16),
    (14, 7),
    (15, 7),
    (16, 2),
    (17, 6),
    (18, 10),
    (20, 4),
    (21, 5),
    (22, 9),
    (23, 5),
    (24, 8),
    (25, 6),
    (28, 19),
];

#[test]
fn every_rule_is_there_once_and_no_other() {
    let mut expected: Vec<String> = NUMBERED
        .iter()
        .flat_map(|(section, rules)| (1..=*rules).map(move |rule| format!("REP-{section}.{rule}")))
        .collect();
    expected.extend(LimitId::ALL.iter().map(|limit| limit.code().to_owned()));
    expected.extend(
        LegalGround::ALL
            .iter()
            .map(|ground| ground.code().to_owned()),
    );
    expected.extend(Route::ALL.iter().map(|route| route.code().to_owned()));
    assert_eq!(expected.len(), 211 + 37 + 12 + 17);
    let told: Vec<&str> = rules::all().map(|rule| rule.id).collect();
    let once: BTreeSet<&str> = told.iter().copied().collect();
    assert_eq!(once.len(), told.len(), "an id stands twice");
    assert_eq!(once, expected.iter().map(String::as_str).collect());
}

#[test]
fn every_rule_is_a_sentence_with_a_source() {
    for rule in rules::all() {
        let id = rule.id;
        assert!(rule.title.ends_with('.'), "{id}: {}", rule.title);
        assert!(
            rule.title
                .starts_with(|first: char| first.is_uppercase() || first == '“'),
            "{id}: {}",
            rule.title
        );
        assert!(!rule.source.text.trim().is_empty(), "{id} has no source");
        assert!(
            rule.note.is_empty() || rule.note.ends_with('.'),
            "{id}: {}",
            rule.note
        );
        assert!(
            !rule.title.contains("  ") && !rule.note.contains("  "),
            "{id}"
        );
        for text in [&rule.title, rule.note, rule.source.text] {
            assert!(
                !text.contains("REP-"),
                "{id} cites a name and no source: {text}"
            );
        }
    }
}

#[test]
fn every_setting_a_rule_names_is_known_and_every_known_one_is_named() {
    let named: BTreeSet<&str> = rules::all().filter_map(|rule| rule.setting).collect();
    for name in &named {
        let known = Setting::named(name).is_some()
            || name.strip_suffix('*').is_some_and(|family| {
                SETTINGS
                    .iter()
                    .any(|setting| setting.name.starts_with(family))
            });
        assert!(known, "no setting {name}");
    }
    // Told in the note of the rule that names its neighbour.
    let told_beside = ["cfg.s2.request_enforced", "cfg.sdc.suppress_zero"];
    for setting in SETTINGS {
        let family = named
            .iter()
            .filter_map(|name| name.strip_suffix('*'))
            .any(|family| setting.name.starts_with(family));
        assert!(
            named.contains(setting.name) || family || told_beside.contains(&setting.name),
            "no rule names {}",
            setting.name
        );
    }
}

#[test]
fn what_the_law_locks_says_which_law() {
    for setting in SETTINGS {
        assert!(setting.name.starts_with("cfg.") && !setting.default.is_empty());
        if let Latitude::Locked(why) = setting.latitude {
            assert!(
                why.contains("SI 2006/1738") || why.contains("LGSCO"),
                "{}: {why}",
                setting.name
            );
            assert!(setting.told().contains(setting.default));
        }
    }
}

#[test]
fn a_rule_is_found_in_any_case_and_a_slip_is_answered_with_what_is_near() {
    assert_eq!(rules::named(" rep-11.2 ").unwrap().id, "REP-11.2");
    assert_eq!(rules::named("d-s1").unwrap().id, "D-S1");
    let rows = [
        ("REP-29.1", "REP-2.1"),
        ("REP-11.99", "REP-11.9"),
        ("RSAFE", "R-SAFE"),
        ("W-CHLID", "W-CHILD"),
        ("D-S3-PANNEL", "D-S3-PANEL"),
    ];
    for (written, near) in rows {
        let unknown = rules::named(written).unwrap_err();
        assert!(
            unknown.near.contains(&near),
            "{written}: {:?}",
            unknown.near
        );
        assert!(unknown.near.len() <= 3);
        assert!(unknown.to_string().contains("Did you mean"));
    }
    for nonsense in ["", "x", "the fourth stage"] {
        let unknown = rules::named(nonsense).unwrap_err();
        assert_eq!(unknown.near, Vec::<&str>::new());
        assert!(unknown.to_string().contains("named like REP-11.2"));
    }
}

/// The whole document, so that a change to any rule is seen by whoever reviews it.
#[test]
fn the_whole_document() {
    let mut lines = Vec::new();
    for section in rules::sections() {
        lines.push(format!("# {} ({})", section.title, section.slug));
        for rule in &section.rules {
            lines.push(format!("{}: {}", rule.id, rule.title));
            lines.push(format!("    {}", rule.authority()));
            if !rule.note.is_empty() {
                lines.push(format!("    {}", rule.note));
            }
            if let Some(setting) = rule.setting {
                let told = rule.decided_by().map(Setting::told).unwrap_or_default();
                lines.push(format!("    {setting}: {told}"));
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

/// Nobody may take a rule for checked that a lawyer has still to see.
#[test]
fn what_a_lawyer_has_still_to_check() {
    let unchecked: Vec<&str> = rules::all()
        .filter(|rule| rule.source.status == Status::ToBeCheckedByALawyer)
        .map(|rule| rule.id)
        .collect();
    insta::assert_snapshot!(unchecked.join(" "));
}
