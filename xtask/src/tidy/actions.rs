//! One name on every floor: each action of casework has a file of its name in `casework` and in `web`.

use super::Finding;
use super::tree::Tree;

/// Where the actions are listed.
const LIST: &str = "crates/casework/src/action.rs";

/// The floors that have a file for each action.
const FLOORS: [&str; 2] = ["casework", "web"];

/// Reads the list of actions and looks for their files.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let actions = tree
        .file(LIST)
        .map_or_else(Vec::new, |file| listed(&file.text));
    if actions.is_empty() {
        return vec![Finding::new(
            LIST,
            "lists no actions, or no longer in a way this rule can read",
        )];
    }
    let mut findings = Vec::new();
    for (floor, action) in FLOORS
        .into_iter()
        .flat_map(|floor| actions.iter().map(move |action| (floor, action)))
    {
        let folder = format!("crates/{floor}/src/");
        let name = format!("/{action}.rs");
        let files = tree
            .sources()
            .filter(|file| file.path.starts_with(&folder) && file.path.ends_with(&name))
            .count();
        if files != 1 {
            findings.push(Finding::new(
                folder,
                format!("has {files} files called {action}.rs, not one"),
            ));
        }
    }
    findings
}

/// The names in lines such as `Acknowledge = "acknowledge", "Acknowledge";`.
fn listed(text: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| {
        let (variant, names) = line.trim().split_once(" = \"")?;
        let (file, label) = names.split_once("\", \"")?;
        let is_entry = variant.chars().all(char::is_alphanumeric) && label.ends_with("\";");
        is_entry.then(|| file.to_owned())
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACTIONS: (&str, &str) = (
        LIST,
        "actions! {\n    Close = \"close\", \"Close the case\";\n}",
    );

    #[test]
    fn an_action_without_its_page_is_found() {
        let casework = ("crates/casework/src/closure/close.rs", "");
        let web = ("crates/web/src/closure/close.rs", "");
        let rows: [(&[(&str, &str)], usize); 4] = [
            (&[ACTIONS, casework, web], 0),
            (&[ACTIONS, casework], 1),
            (
                &[ACTIONS, casework, web, ("crates/web/src/close.rs", "")],
                1,
            ),
            (&[(LIST, "")], 1),
        ];
        for (files, findings) in rows {
            assert_eq!(check(&Tree::of(files)).len(), findings, "{files:?}");
        }
    }
}
