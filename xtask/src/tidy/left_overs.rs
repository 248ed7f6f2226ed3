//! What must not be left in the tree: unfinished work, tests that do not run, and words that belong elsewhere.

use super::Finding;
use super::tree::Tree;

/// Code that is not finished, or tests that are switched off.
const UNFINISHED: [&str; 4] = ["todo!", "unimplemented!", "dbg!", "#[ignore"];

/// The same in the browser tests.
const UNFINISHED_IN_BROWSER: [&str; 4] = [".only(", ".skip(", ".fixme(", "debugger;"];

/// Paths of one machine and hosts of package registries: nothing here depends on either. Spelled in two
/// halves, so that this list does not find itself.
const ELSEWHERE: [&str; 9] = [
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("crates", ".io"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("python", "hosted"),
    concat!("golang", ".org"),
];

/// Files that a program wrote: a lock file names its source in every line.
const WRITTEN_BY_PROGRAMS: [&str; 2] = ["Cargo.lock", "package-lock.json"];

/// Looks for left-overs in every file.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = |places: Vec<String>, what: &str| {
        findings.extend(
            places
                .into_iter()
                .map(|place| Finding::new(place, format!("says {what}"))),
        );
    };
    for file in tree
        .files()
        .filter(|file| !WRITTEN_BY_PROGRAMS.contains(&file.path.as_str()))
    {
        if file.ends_with("rs") {
            for word in UNFINISHED {
                found(file.code_with(word), word);
            }
        }
        if file.path.starts_with("e2e/") {
            for word in UNFINISHED_IN_BROWSER {
                found(file.lines_with(word), word);
            }
        }
        for word in ELSEWHERE {
            found(file.lines_with(word), word);
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn left_overs_are_found_where_they_count() {
        let path = format!("see {}notes", ELSEWHERE[0]);
        let rows = [
            ("crates/a/src/lib.rs", "fn f() { todo!() }", 1),
            (
                "crates/a/src/lib.rs",
                "// no todo! is left\nlet a = \"dbg!\";",
                0,
            ),
            ("crates/a/src/lib.rs", "#[ignore = \"slow\"]\nfn f() {}", 1),
            ("e2e/story.spec.js", "test.only('a', f)", 1),
            ("README.md", path.as_str(), 1),
            ("Cargo.lock", ELSEWHERE[3], 0),
        ];
        for (file, text, findings) in rows {
            assert_eq!(check(&Tree::of(&[(file, text)])).len(), findings, "{text}");
        }
    }
}
