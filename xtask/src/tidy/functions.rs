//! Every function that the two published reports describe has its row in `docs/features.md`, once, and what is said to
//! be built names a test that is there.

use std::collections::BTreeMap;

use super::Finding;
use super::tree::{Tree, has_word};

const FUNCTIONS: &str = "docs/features.md";

/// The rows, as the facts of the two reports are numbered: F for a function, X for a shortcoming.
const ROWS: [(&str, u8, u8); 7] = [
    ("BF", 1, 13),
    ("BF", 20, 38),
    ("BF", 40, 45),
    ("BX", 1, 11),
    ("SF", 1, 10),
    ("SF", 20, 46),
    ("SX", 1, 10),
];

/// Looks for rows that are missing, said twice or unknown, and for what they claim.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(functions) = tree.file(FUNCTIONS) else {
        return vec![Finding::new(FUNCTIONS, "is missing")];
    };
    let mut findings = Vec::new();
    let mut awaited: BTreeMap<String, usize> = ROWS
        .iter()
        .flat_map(|(letters, first, last)| {
            (*first..=*last).map(move |number| (format!("{letters}{number:02}"), 0))
        })
        .collect();
    for (number, line) in functions.text.lines().enumerate() {
        let place = format!("{FUNCTIONS}:{}", number + 1);
        let Some(row) = Row::read(line) else { continue };
        match awaited.get_mut(row.id) {
            Some(seen) => *seen += 1,
            None => findings.push(Finding::new(&place, format!("there is no row {}", row.id))),
        }
        let problems = row.problems(tree);
        findings.extend(
            problems
                .into_iter()
                .map(|problem| Finding::new(&place, format!("{}: {problem}", row.id))),
        );
    }
    for (id, seen) in awaited {
        if seen != 1 {
            let what = format!("the row {id} is there {seen} times, not once");
            findings.push(Finding::new(FUNCTIONS, what));
        }
    }
    findings
}

/// A row of the table.
struct Row<'a> {
    id: &'a str,
    state: &'a str,
    tests: &'a str,
}

impl<'a> Row<'a> {
    /// A line that is a row of the table, and neither its head nor anything else.
    fn read(line: &'a str) -> Option<Self> {
        let cells: Vec<&str> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
        let [id, _what, state, _place, tests, ..] = *cells.as_slice() else {
            return None;
        };
        let numbered = id.get(2..)?.parse::<u8>().is_ok();
        numbered.then_some(Self { id, state, tests })
    }

    /// What it claims and does not show. What is not built, or in part, says what is missing; what is as another row
    /// is shown there.
    fn problems(&self, tree: &Tree) -> Vec<String> {
        let missing = ["in part: ", "not yet: "];
        if missing.iter().any(|kind| self.state.starts_with(kind)) {
            return Vec::new();
        }
        if let Some(other) = self.state.strip_prefix("as ") {
            let known = other != self.id && other.len() == self.id.len();
            return if known {
                Vec::new()
            } else {
                vec![format!("“as {other}” names no other row")]
            };
        }
        if !self.state.starts_with("built") {
            return vec!["is neither built nor says what is missing".to_owned()];
        }
        let tests: Vec<&str> = self.tests.split('`').skip(1).step_by(2).collect();
        if tests.is_empty() {
            return vec!["names no test".to_owned()];
        }
        tests
            .into_iter()
            .filter(|test| !is_there(tree, test))
            .map(|test| format!("there is no test `{test}`"))
            .collect()
    }
}

/// Whether a test of this name is in the sources, or one of this title among the browser's.
fn is_there(tree: &Tree, test: &str) -> bool {
    let function = format!("fn {test}");
    let title = format!("\"{test}\"");
    tree.sources().any(|file| has_word(&file.code, &function))
        || tree
            .files()
            .filter(|file| file.ends_with("js"))
            .any(|file| file.text.contains(&title))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table with every row built but for one line, which stands in the place of BX01.
    fn with(line: &str) -> Tree {
        let mut rows: Vec<String> = ROWS
            .iter()
            .flat_map(|(letters, first, last)| {
                (*first..=*last).map(move |number| format!("{letters}{number:02}"))
            })
            .filter(|id| id != "BX01")
            .map(|id| format!("| {id} | what | built | page | web `a_rule_holds` |"))
            .collect();
        rows.push(line.to_owned());
        Tree::of(&[
            (FUNCTIONS, &rows.join("\n")),
            ("crates/web/tests/rules.rs", "fn a_rule_holds() {}"),
            (
                "e2e/rules.spec.js",
                "test(\"a rule holds\", async () => {});",
            ),
        ])
    }

    #[test]
    fn a_row_is_there_once_and_shows_what_it_claims() {
        let rows = [
            ("| BX01 | what | built | page | web `a_rule_holds` |", 0),
            (
                "| BX01 | what | built: thus | page | browser `a rule holds` |",
                0,
            ),
            ("| BX01 | what | in part: not all | page | |", 0),
            ("| BX01 | what | not yet: why | | |", 0),
            ("| BX01 | what | as SX03 | | |", 0),
            ("| BX01 | what | as BX01 | | |", 1),
            ("| BX01 | what | built | page | |", 1),
            ("| BX01 | what | built | page | web `a_rule` |", 1),
            (
                "| BX01 | what | built | page | `a_rule_holds`, `no_rule` |",
                1,
            ),
            ("| BX01 | what | not yet | | |", 1),
            ("| BX01 | what | surely | page | web `a_rule_holds` |", 1),
            ("no row at all", 1),
            ("| BF01 | what | built | page | web `a_rule_holds` |", 2),
            ("| BX99 | what | built | page | web `a_rule_holds` |", 2),
        ];
        for (line, findings) in rows {
            let found = check(&with(line));
            assert_eq!(found.len(), findings, "{line}: {found:?}");
        }
    }
}
