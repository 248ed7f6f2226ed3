//! Where a reader finds what is due.

use super::{MANAGER, OFFICER, recorded, text};
use crate::browser::council;

#[tokio::test]
async fn what_is_due_stands_before_everything_that_might_happen() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let words = text(&recorded(&officer).await.page);
    let at = |heading: &str| {
        words
            .find(heading)
            .unwrap_or_else(|| panic!("no {heading}"))
    };
    let headings = [
        "What can be done now",
        "What is due",
        "What else can be recorded",
        "What it is about",
    ];
    assert!(headings.map(at).is_sorted(), "{words}");
    assert!(at("Send the Stage 1 response") < at("What is due"));
    assert!(at("Withdraw the complaint") > at("What else can be recorded"));
}

#[tokio::test]
async fn the_report_of_the_year_that_ended_is_asked_for_until_the_end_of_june() {
    let council = council().await;
    let due = "The report for 2025-26 (1 April 2025 to 31 March 2026) is published as soon as possible after Tuesday 31 March 2026";
    for (name, today, path, asked) in [
        ("complaints-manager", "2026-06-30", "/today", true),
        ("complaints-manager", "2026-07-01", "/today", false),
        ("complaints-manager", "2026-07-01", "/annual-report", true),
        // Who does not draw it up is not asked for it.
        (MANAGER, "2026-06-30", "/today", false),
    ] {
        let page = council.browser(name, today).await.get(path).await;
        let words = text(&page.page)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(words.contains(due), asked, "{name} {today} {path}: {words}");
    }
}
