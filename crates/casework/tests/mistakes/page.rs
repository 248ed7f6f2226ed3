//! `docs/mistakes.md` names every test of a known mistake, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Where tests of known mistakes are, by crate.
const PLACES: [(&str, &[&str]); 4] = [
    (
        "casework",
        &[
            "tests/mistakes/clocks.rs",
            "tests/mistakes/people.rs",
            "tests/mistakes/record.rs",
        ],
    ),
    ("statute", &["tests/mistakes.rs"]),
    ("reports", &["tests/mistakes.rs"]),
    ("journal", &["tests/contract/vault.rs"]),
];

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The page's rows: number, mistake, rules, tests.
fn rows() -> Vec<[String; 4]> {
    let page = read("docs/mistakes.md");
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [number, mistake, rules, tests] = cells[..] else {
            return None;
        };
        number.parse::<u8>().ok()?;
        Some([number, mistake, rules, tests].map(str::to_owned))
    });
    rows.collect()
}

fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(", ").map(|item| item.trim_matches('`'))
}

#[test]
fn the_page_lists_every_mistake_once_in_order() {
    let numbers: Vec<_> = rows().into_iter().map(|[number, ..]| number).collect();
    let all: Vec<_> = (1..=18).map(|number: u8| number.to_string()).collect();
    assert_eq!(numbers, all);
}

#[test]
fn every_rule_on_the_page_exists() {
    for [number, _, rules, _] in rows() {
        for rule in listed(&rules) {
            let known = statute::rules::named(rule).map(|rule| rule.id);
            assert_eq!(known, Ok(rule), "mistake {number}");
        }
    }
}

#[test]
fn the_page_names_the_tests_there_are() {
    let mut named = BTreeSet::new();
    for [number, _, _, tests] in rows() {
        for test in listed(&tests) {
            let (krate, name) = test.split_once("::").expect("crate::test");
            // A test kept elsewhere, with its own kind, need not bear the number.
            let numbered = name.starts_with(&format!("m{number:0>2}_"));
            assert!(numbered || krate == "journal", "mistake {number}: {test}");
            named.insert((krate.to_owned(), name.to_owned()));
        }
    }
    let mut there = BTreeSet::new();
    for (krate, files) in PLACES {
        for file in files {
            let source = read(&format!("crates/{krate}/{file}"));
            for line in source.lines() {
                let line = line.trim_start_matches("async ");
                let Some(name) = line
                    .strip_prefix("fn ")
                    .and_then(|rest| rest.split('(').next())
                else {
                    continue;
                };
                let test = (krate.to_owned(), name.to_owned());
                // Of the files kept for other tests only those the page names count.
                let numbered = name
                    .strip_prefix('m')
                    .is_some_and(|rest| rest.as_bytes().first().is_some_and(u8::is_ascii_digit));
                if numbered || (krate == "journal" && named.contains(&test)) {
                    there.insert(test);
                }
            }
        }
    }
    assert_eq!(named, there);
}
