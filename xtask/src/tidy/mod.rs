//! The rules of the house that the compiler cannot check. Each rule looks at the tree and says what it found.

mod actions;
mod arrows;
mod functions;
mod glossary;
mod left_overs;
mod purity;
mod rooms;
pub(crate) mod tree;

use std::fmt;

use anyhow::ensure;

use crate::workspace::{self, Workspace};
use tree::Tree;

/// Something that breaks a rule, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    place: String,
    what: String,
}

impl Finding {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

/// Checks every rule and names everything that breaks one.
pub(crate) fn run() -> anyhow::Result<()> {
    let tree = Tree::read(workspace::root())?;
    let workspace = Workspace::read()?;
    let rules: [(&str, Vec<Finding>); 9] = [
        (
            "arrows between the floors",
            arrows::between_floors(&workspace),
        ),
        (
            "what the pure floors reach",
            arrows::what_pure_floors_reach()?,
        ),
        ("purity of the sources", purity::check(&tree)),
        ("one name on every floor", actions::check(&tree)),
        ("rooms", rooms::check(&tree)),
        ("left-overs", left_overs::check(&tree)),
        ("glossary", glossary::check(&tree)),
        ("functions", functions::check(&tree)),
        ("papers", papers(&tree)),
    ];
    let mut broken = 0;
    for (rule, findings) in rules {
        eprintln!(
            "tidy: {rule}: {}",
            if findings.is_empty() {
                "ok".to_owned()
            } else {
                findings.len().to_string()
            }
        );
        for finding in &findings {
            eprintln!("  {finding}");
        }
        broken += findings.len();
    }
    ensure!(broken == 0, "{broken} places break a rule");
    Ok(())
}

/// Files that must be there.
fn papers(tree: &Tree) -> Vec<Finding> {
    [
        "deny.toml",
        "clippy.toml",
        "rust-toolchain.toml",
        "Cargo.lock",
        "package-lock.json",
        ".ci/run",
    ]
    .into_iter()
    .filter(|path| tree.file(path).is_none())
    .map(|path| Finding::new(path, "is missing"))
    .collect()
}
