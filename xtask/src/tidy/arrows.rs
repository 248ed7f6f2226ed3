//! Arrows point at the law: which crate may use which, and what the pure floors must never reach.

use anyhow::{Context as _, ensure};

use super::Finding;
use crate::workspace::{Workspace, cargo};

/// The floors, and which floors each may stand on.
const FLOORS: [(&str, &[&str]); 12] = [
    ("statute", &[]),
    ("casework", &["statute"]),
    ("views", &["statute", "casework"]),
    ("reports", &["statute", "casework", "views"]),
    ("publish", &["reports"]),
    ("journal", &["casework"]),
    (
        "app",
        &[
            "statute", "casework", "views", "reports", "publish", "journal",
        ],
    ),
    // The journal for its sessions and the questions of the register, never to append.
    (
        "web",
        &[
            "statute", "casework", "views", "reports", "publish", "journal", "app",
        ],
    ),
    (
        "testkit",
        &["statute", "casework", "views", "journal", "app"],
    ),
    (
        "cli",
        &[
            "statute", "casework", "views", "reports", "publish", "journal", "app", "web",
            "testkit",
        ],
    ),
    ("visitor", &[]),
    ("xtask", &["visitor"]),
];

/// The floors without clock, file or network.
pub(super) const PURE: [&str; 4] = ["statute", "casework", "views", "reports"];

/// What a pure floor must not reach, however deep.
const EFFECTS: [&str; 15] = [
    "tokio",
    "async-std",
    "smol",
    "futures-util",
    "rusqlite",
    "tokio-postgres",
    "deadpool-postgres",
    "sqlx",
    "diesel",
    "axum",
    "hyper",
    "tower",
    "reqwest",
    "ureq",
    "object_store",
];

/// Only the arrows of the table, and every crate in it.
pub(super) fn between_floors(workspace: &Workspace) -> Vec<Finding> {
    let floor = |name: &str| FLOORS.iter().find(|(floor, _)| *floor == name);
    let mut findings = Vec::new();
    for package in &workspace.packages {
        let place = format!("crate {}", package.name);
        let Some((_, may_use)) = floor(&package.name) else {
            findings.push(Finding::new(
                place,
                "stands on no floor: add it to the table of arrows",
            ));
            continue;
        };
        for dependency in package
            .dependencies
            .iter()
            .filter(|dependency| dependency.kind.is_none())
        {
            if floor(&dependency.name).is_some() && !may_use.contains(&dependency.name.as_str()) {
                findings.push(Finding::new(
                    &place,
                    format!("may not use {}", dependency.name),
                ));
            }
        }
    }
    findings
}

/// Asks cargo for everything a pure floor is built with.
pub(super) fn what_pure_floors_reach() -> anyhow::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for floor in PURE {
        let answer = cargo()
            .args([
                "tree",
                "--locked",
                "--quiet",
                "--edges=normal",
                "--prefix=none",
                "--format={p}",
                "--package",
                floor,
            ])
            .output()
            .context("cargo could not be started")?;
        ensure!(
            answer.status.success(),
            "cargo tree: {}",
            String::from_utf8_lossy(&answer.stderr)
        );
        let reached = String::from_utf8_lossy(&answer.stdout);
        findings.extend(effects(floor, &reached));
    }
    Ok(findings)
}

/// `reached` has one crate a line, its name first.
fn effects(floor: &str, reached: &str) -> Vec<Finding> {
    let mut names: Vec<&str> = reached
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.sort_unstable();
    names.dedup();
    let effects = names.into_iter().filter(|name| EFFECTS.contains(name));
    effects
        .map(|name| {
            Finding::new(
                format!("crate {floor}"),
                format!("is pure and reaches {name}"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{Dependency, Package};

    fn workspace(name: &str, uses: &str, kind: Option<&str>) -> Workspace {
        let dependency = Dependency {
            name: uses.to_owned(),
            kind: kind.map(str::to_owned),
        };
        Workspace {
            packages: vec![Package {
                name: name.to_owned(),
                dependencies: vec![dependency],
            }],
            target_directory: "target".into(),
        }
    }

    #[test]
    fn only_the_arrows_of_the_table_are_allowed() {
        let rows = [
            ("web", "app", None, 0),
            ("publish", "app", None, 1),
            ("casework", "journal", None, 1),
            ("reports", "publish", None, 1),
            ("web", "testkit", Some("dev"), 0),
            ("casework", "serde", None, 0),
            ("attic", "serde", None, 1),
        ];
        for (name, uses, kind, findings) in rows {
            assert_eq!(
                between_floors(&workspace(name, uses, kind)).len(),
                findings,
                "{name} uses {uses}"
            );
        }
    }

    #[test]
    fn a_pure_floor_that_reaches_a_runtime_is_found() {
        let reached = "statute v0.1.0 (path)\njiff v0.2.43\ntokio v1.54.1\ntokio v1.54.1 (*)\ntokio-macros v2.0.0\n";
        assert_eq!(
            effects("statute", reached),
            [Finding::new("crate statute", "is pure and reaches tokio")]
        );
    }
}
