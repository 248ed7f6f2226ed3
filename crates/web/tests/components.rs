//! The components against the fixtures published with the Design System: for each fixture whose
//! options we offer, our markup and theirs must be the same tree.
//!
//! What is compared: elements, attributes in any order, and text with white space collapsed as a
//! browser would (in `textarea` and `pre`, verbatim). Fixtures that use what we do not offer are
//! counted by reason, and the counts are asserted, so that what is covered cannot shrink unseen and
//! a new release of the package shows what it adds.

mod components_support;

use std::collections::BTreeMap;

use components_support::build::build;
use components_support::tree;
use serde_json::Value;

/// What is covered of a component, and what is not offered, with how many fixtures fall to each.
struct Cover {
    component: &'static str,
    same: usize,
    not_offered: &'static [(&'static str, usize)],
}

/// Why a thing is not offered:
///
/// - `attributes`: free attributes. What a page needs gets a field of its own.
/// - `classes`, `label`, `formGroup`, `inputWrapper`, `containerClasses`, `navigationClasses`:
///   hooks for other people's style sheets. Each variant that we want is an enum.
/// - `state`: the review app's own classes (`:hover`, `:focus`).
/// - `html`: a start button with markup inside; `slots`: raw markup in the navigation bar.
/// - `empty items`, `empty meta`: holes in lists, which ours cannot have.
/// - `items`, `values`, `part …`: dates whose parts are renamed, left out or dressed up. A date of
///   ours has a day, a month and a year.
/// - `actions`: the interruption variant of the panel. `autocapitalize`, `number` (as a word),
///   `role` and `type` (of a banner): no page of ours has needed them.
/// - `javascript` and `chooseFilesButtonText`: the upload that a script dresses up. `multiple`: a form of ours takes one
///   file. `value`: browsers do not let a page fill in a file.
const COVERS: &[Cover] = &[
    Cover {
        component: "back-link",
        same: 4,
        not_offered: &[("attributes", 1), ("classes", 2)],
    },
    Cover {
        component: "breadcrumbs",
        same: 8,
        not_offered: &[("attributes", 2), ("classes", 2)],
    },
    Cover {
        component: "button",
        same: 21,
        not_offered: &[
            ("attributes", 2),
            ("classes", 2),
            ("html", 1),
            ("state", 12),
        ],
    },
    Cover {
        component: "checkboxes",
        same: 34,
        not_offered: &[
            ("attributes", 3),
            ("classes", 1),
            ("empty items", 1),
            ("formGroup", 1),
            ("label", 2),
        ],
    },
    Cover {
        component: "date-input",
        same: 30,
        not_offered: &[
            ("attributes", 1),
            ("classes", 2),
            ("formGroup", 1),
            ("items", 5),
            ("part attributes", 1),
            ("part autocomplete", 1),
            ("part id", 5),
            ("part label", 1),
            ("part left out", 2),
            ("part name", 1),
        ],
    },
    Cover {
        component: "details",
        same: 8,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
    Cover {
        component: "error-message",
        same: 7,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
    Cover {
        component: "error-summary",
        same: 16,
        not_offered: &[("attributes", 2), ("classes", 1)],
    },
    Cover {
        component: "fieldset",
        same: 15,
        not_offered: &[("attributes", 1), ("classes", 2)],
    },
    Cover {
        component: "file-upload",
        same: 11,
        not_offered: &[
            ("attributes", 1),
            ("chooseFilesButtonText", 2),
            ("classes", 1),
            ("formGroup", 1),
            ("javascript", 4),
            ("multiple", 1),
            ("value", 1),
        ],
    },
    Cover {
        component: "footer",
        same: 18,
        not_offered: &[
            ("attributes", 3),
            ("classes", 1),
            ("containerClasses", 1),
            ("empty meta", 2),
        ],
    },
    Cover {
        component: "generic-header",
        same: 4,
        not_offered: &[("attributes", 1), ("classes", 1), ("containerClasses", 1)],
    },
    Cover {
        component: "hint",
        same: 4,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
    Cover {
        component: "input",
        same: 35,
        not_offered: &[
            ("attributes", 3),
            ("autocapitalize", 1),
            ("classes", 4),
            ("formGroup", 1),
            ("inputWrapper", 1),
        ],
    },
    Cover {
        component: "inset-text",
        same: 4,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
    Cover {
        component: "label",
        same: 15,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
    Cover {
        component: "notification-banner",
        same: 15,
        not_offered: &[("attributes", 2), ("classes", 1), ("role", 2), ("type", 1)],
    },
    Cover {
        component: "pagination",
        same: 12,
        not_offered: &[("attributes", 1), ("classes", 1), ("number", 1)],
    },
    Cover {
        component: "panel",
        same: 7,
        not_offered: &[("actions", 1), ("attributes", 1), ("classes", 10)],
    },
    Cover {
        component: "radios",
        same: 32,
        not_offered: &[
            ("attributes", 3),
            ("empty items", 1),
            ("formGroup", 5),
            ("label", 2),
        ],
    },
    Cover {
        component: "select",
        same: 16,
        not_offered: &[("attributes", 2), ("formGroup", 1)],
    },
    Cover {
        component: "service-navigation",
        same: 24,
        not_offered: &[
            ("attributes", 1),
            ("classes", 3),
            ("navigationClasses", 1),
            ("slots", 4),
        ],
    },
    Cover {
        component: "skip-link",
        same: 6,
        not_offered: &[("attributes", 1), ("classes", 2)],
    },
    Cover {
        component: "summary-list",
        same: 21,
        not_offered: &[("attributes", 3), ("classes", 6)],
    },
    Cover {
        component: "table",
        same: 12,
        not_offered: &[("attributes", 4), ("classes", 5)],
    },
    Cover {
        component: "tag",
        same: 11,
        not_offered: &[("attributes", 1)],
    },
    Cover {
        component: "textarea",
        same: 15,
        not_offered: &[("attributes", 1), ("classes", 1), ("formGroup", 1)],
    },
    Cover {
        component: "warning-text",
        same: 6,
        not_offered: &[("attributes", 1), ("classes", 1)],
    },
];

#[test]
fn components_render_the_published_fixtures() {
    let mut faults = Vec::new();
    for cover in COVERS {
        let mut same = 0;
        let mut not_offered = BTreeMap::new();
        for fixture in fixtures(cover.component) {
            let name = fixture["name"].as_str().expect("a fixture has a name");
            match build(cover.component, &fixture["options"]) {
                Err(reason) => *not_offered.entry(reason).or_insert(0) += 1,
                Ok(markup) => {
                    let expected = fixture["html"].as_str().expect("a fixture has markup");
                    let expected = tree::of(&tree::without_branding(expected));
                    let ours = tree::of(&markup.into_string());
                    if expected == ours {
                        same += 1;
                    } else {
                        faults.push(format!(
                            "{} “{name}”\nexpected\n{expected}ours\n{ours}",
                            cover.component
                        ));
                    }
                }
            }
        }
        let promised: BTreeMap<String, usize> = cover
            .not_offered
            .iter()
            .map(|(reason, count)| ((*reason).to_owned(), *count))
            .collect();
        if same != cover.same || not_offered != promised {
            faults.push(format!(
                "{}: {same} the same, not offered {not_offered:?}; the table says {} and {promised:?}",
                cover.component, cover.same
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_example_has_its_own_name_and_ids() {
    let examples = web::components::examples();
    let mut names: Vec<_> = examples.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), examples.len());

    let page: String = examples
        .into_iter()
        .map(|(_, markup)| markup.into_string())
        .collect();
    let mut ids = tree::ids(&page);
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

fn fixtures(component: &str) -> Vec<Value> {
    let path = format!(
        "{}/../../node_modules/govuk-frontend/dist/govuk/components/{component}/fixtures.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{path}: {error}. Run `cargo xtask assets` first"));
    let file: Value = serde_json::from_str(&text).expect("fixtures are JSON");
    file["fixtures"]
        .as_array()
        .expect("a list of fixtures")
        .clone()
}
