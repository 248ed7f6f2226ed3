//! Files: none too long, none that nobody compiles, none called after nothing.

use std::path::Path;

use super::Finding;
use super::tree::{File, Tree, has_word};

/// One thought fits into so many lines.
const LONGEST: usize = 600;

/// Names that say nothing: a function with no home is asking for a noun.
const NAMELESS: [&str; 6] = ["utils", "util", "helpers", "helper", "common", "manager"];

/// Looks at the length, the name and the place of every source.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| {
        ["rs", "js", "mjs", "ts", "css", "py"]
            .iter()
            .any(|ending| file.ends_with(ending))
    }) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            findings.push(Finding::new(
                &file.path,
                format!("has {lines} lines; one thought fits into {LONGEST}"),
            ));
        }
        if NAMELESS
            .iter()
            .any(|name| file.path.split(['/', '.']).any(|part| part == *name))
        {
            findings.push(Finding::new(&file.path, "is called after nothing it does"));
        }
        if file.ends_with("rs") && !is_compiled(tree, file) {
            findings.push(Finding::new(
                &file.path,
                "belongs to no module: nobody compiles it",
            ));
        }
    }
    findings
}

/// Whether the file above it names it as a module. Only `src` folders: tests and examples stand alone.
fn is_compiled(tree: &Tree, file: &File) -> bool {
    let Some((_, inside)) = file.path.split_once("/src/") else {
        return true;
    };
    if ["main.rs", "lib.rs"].contains(&inside) || inside.starts_with("bin/") {
        return true;
    }
    let path = Path::new(&file.path);
    let (Some(folder), Some(stem)) = (
        path.parent(),
        path.file_stem().and_then(|stem| stem.to_str()),
    ) else {
        return true;
    };
    // `a/mod.rs` is the module `a` of the folder above.
    let (folder, module) = if stem == "mod" {
        (
            folder.parent().unwrap_or(folder),
            folder
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or(stem),
        )
    } else {
        (folder, stem)
    };
    let above = [
        folder.join("mod.rs"),
        folder.join("lib.rs"),
        folder.join("main.rs"),
        folder.with_extension("rs"),
    ];
    let declaration = format!("mod {module};");
    let declared = above
        .iter()
        .filter_map(|path| tree.file(&path.to_string_lossy()))
        .any(|parent| has_word(&parent.code, &declaration));
    // Tests that stand in a file of their own are named by the file they test.
    let named = format!("#[path = \"{stem}.rs\"]");
    let mut neighbours = tree
        .sources()
        .filter(|neighbour| Path::new(&neighbour.path).parent() == path.parent());
    declared || neighbours.any(|neighbour| neighbour.text.contains(&named))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_nameless_and_orphaned_files_are_found() {
        let long = "x\n".repeat(LONGEST + 1);
        let longest = "x\n".repeat(LONGEST);
        let lib = ("crates/a/src/lib.rs", "mod b; mod c;");
        let rows: [(&[(&str, &str)], usize); 9] = [
            (&[("e2e/a.js", &long)], 1),
            (&[("e2e/a.js", &longest)], 0),
            (&[("e2e/helpers.js", "")], 1),
            (&[lib, ("crates/a/src/b.rs", "")], 0),
            (&[lib, ("crates/a/src/d.rs", "")], 1),
            (
                &[
                    lib,
                    ("crates/a/src/c/mod.rs", "mod e;"),
                    ("crates/a/src/c/e.rs", ""),
                ],
                0,
            ),
            (
                &[
                    lib,
                    ("crates/a/src/b.rs", "mod f;"),
                    ("crates/a/src/b/f.rs", ""),
                ],
                0,
            ),
            (
                &[
                    lib,
                    ("crates/a/src/b.rs", "#[path = \"b_tests.rs\"] mod tests;"),
                    ("crates/a/src/b_tests.rs", ""),
                ],
                0,
            ),
            (&[("crates/a/tests/g.rs", "")], 0),
        ];
        for (files, findings) in rows {
            assert_eq!(
                check(&Tree::of(files)).len(),
                findings,
                "{:?}",
                files.iter().map(|file| file.0).collect::<Vec<_>>()
            );
        }
    }
}
