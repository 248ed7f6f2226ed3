//! Every word of the glossary that is set as code occurs in the sources.

use super::Finding;
use super::tree::{Tree, has_word};

const GLOSSARY: &str = "GLOSSARY.md";

/// Looks for the glossary's words of code in the code.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(glossary) = tree.file(GLOSSARY) else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (number, line) in glossary.text.lines().enumerate() {
        for word in words_of_code(line) {
            if !tree.sources().any(|file| has_word(&file.code, word)) {
                findings.push(Finding::new(
                    format!("{GLOSSARY}:{}", number + 1),
                    format!("`{word}` occurs in no source"),
                ));
            }
        }
    }
    findings
}

/// The last name of each path between backticks; what is no name is passed over.
fn words_of_code(line: &str) -> Vec<&str> {
    let is_name = |word: &&str| {
        word.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && word
                .chars()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    line.split('`')
        .skip(1)
        .step_by(2)
        .filter_map(|code| code.rsplit("::").next())
        .filter(is_name)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_without_its_type_is_found() {
        let source = ("crates/a/src/lib.rs", "pub struct Complaint; // Grievance");
        let rows = [
            ("**complaint** `Complaint`", 0),
            ("**complaint** `casework::Complaint`", 0),
            ("**grievance** `Grievance`", 1),
            ("run `heard serve --now`", 0),
        ];
        for (line, findings) in rows {
            assert_eq!(
                check(&Tree::of(&[source, (GLOSSARY, line)])).len(),
                findings,
                "{line}"
            );
        }
    }
}
