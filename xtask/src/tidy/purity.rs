//! The pure floors read no clock, file or network, contain no `async`, and come out in the same order every time.

use super::Finding;
use super::arrows::PURE;
use super::tree::Tree;

/// Words that no source of a pure floor may hold, and why.
const IMPURE: [(&str, &str); 20] = [
    ("async", "waits for nothing"),
    ("await", "waits for nothing"),
    ("std::time", "has no clock: time is an argument"),
    ("SystemTime", "has no clock: time is an argument"),
    ("Instant", "has no clock: time is an argument"),
    ("Timestamp::now", "has no clock: time is an argument"),
    ("Zoned::now", "has no clock: time is an argument"),
    ("now_v7", "draws no numbers: ids are arguments"),
    ("new_v4", "draws no numbers: ids are arguments"),
    ("getrandom", "draws no numbers: ids are arguments"),
    ("std::fs", "reads no files"),
    ("std::net", "has no network"),
    ("std::env", "has no surroundings"),
    ("std::process", "starts nothing"),
    ("std::thread", "starts nothing"),
    ("std::io", "reads and writes nothing"),
    ("HashMap", "keeps its order: use BTreeMap"),
    ("HashSet", "keeps its order: use BTreeSet"),
    ("println!", "prints nothing"),
    ("eprintln!", "prints nothing"),
];

/// Looks for impure words in the sources of the pure floors; their tests may read files.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.sources() {
        let Some(floor) = PURE
            .iter()
            .find(|floor| file.path.starts_with(&format!("crates/{floor}/src/")))
        else {
            continue;
        };
        for (word, why) in IMPURE {
            let hits = file.code_with(word).into_iter();
            findings.extend(
                hits.map(|place| Finding::new(place, format!("says {word}, but {floor} {why}"))),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impure_words_are_found_in_code_alone() {
        let rows = [
            ("crates/statute/src/a.rs", "pub async fn f() {}", 1),
            ("crates/views/src/a.rs", "use std::collections::HashMap;", 1),
            ("crates/reports/src/a.rs", "let now = Timestamp::now();", 1),
            (
                "crates/casework/src/a.rs",
                "//! no clock, no async\nlet a = \"std::fs\";",
                0,
            ),
            ("crates/statute/tests/a.rs", "use std::fs;", 0),
            ("crates/app/src/a.rs", "pub async fn f() {}", 0),
        ];
        for (path, text, findings) in rows {
            assert_eq!(check(&Tree::of(&[(path, text)])).len(), findings, "{text}");
        }
    }
}
