//! Restrictions on contact through the pages: what they need, and what they never touch.

use super::{CALL, TOLD, summary, text, with};
use crate::browser::{Browser, Council, council};

pub(super) const PATH: &str = "/cases/C-0001/restrict-contact";

/// What Today calls the reviews that are due.
const HEADING: &str = "Restrictions on contact to review";

pub(super) const RESTRICTED: &[(&str, &str)] = &[
    (
        "behaviour",
        "Forty calls a day to the duty desk, so that nobody else gets through.",
    ),
    ("warning", "given"),
    ("warned-day", "5"),
    ("warned-month", "3"),
    ("warned-year", "2026"),
    ("measures", "single_point_of_contact"),
    ("measures", "limited_frequency"),
    ("until-day", "30"),
    ("until-month", "9"),
    ("until-year", "2026"),
    ("review-day", "30"),
    ("review-month", "6"),
    ("review-year", "2026"),
    ("told", "decision"),
    ("told", "challenge"),
    ("told", "ombudsman"),
];

/// A case of 2 March 2026 with a restriction of 20 March.
async fn restricted(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let officer = council.browser("officer", "2026-03-20").await;
    let manager = council.account("complaints-manager");
    let case = officer
        .done(PATH, &with(RESTRICTED, ("decided-by", &manager)))
        .await;
    let words = text(&case.page);
    assert!(
        words.contains(
            "In force since 20 March 2026, until 30 September 2026. To be reviewed by 30 June 2026."
        ) && words.contains("One named person to contact"),
        "{words}"
    );
    officer
}

#[tokio::test]
async fn a_restriction_is_recorded_reviewed_and_ends() {
    let council = council().await;
    restricted(&council).await;
    let officer = council.browser("officer", "2026-07-01").await;
    let case = officer.get("/cases/C-0001").await;
    assert!(text(&case.page).contains("The review was due by 30 June 2026."));
    let path = "/cases/C-0001/review-restriction";
    let manager = council.account("complaints-manager");
    let decided = [("decided-by", manager.as_str())];
    let unsaid = officer.fill(path, &decided).await;
    assert!(summary(&unsaid).contains("Choose what came of the review"));
    let goes_on = [decided[0], ("outcome", "continued")];
    let without_a_word = summary(&officer.fill(path, &goes_on).await);
    assert!(
        without_a_word.contains("Enter why it is still needed")
            && without_a_word.contains("Enter the new last day"),
        "{without_a_word}"
    );
    let case = officer
        .done(path, &[decided[0], ("outcome", "ended")])
        .await;
    assert!(text(&case.page).contains("Ended by a review on 1 July 2026."));
    let shut = officer.get(path).await;
    assert_eq!(shut.status, 409);
    assert!(text(&shut.page).contains("There is no restriction in force to review"));
}

#[tokio::test]
async fn what_a_restriction_needs_is_asked_for_where_it_belongs() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let officer = council.browser("officer", "2026-03-20").await;
    let manager = council.account("complaints-manager");
    let officer_account = council.account("second-officer");
    let complete = with(RESTRICTED, ("decided-by", &manager));
    for (left_out, message) in [
        ("behaviour", "Enter what they do and how it hinders"),
        ("warning", "Say whether they were warned first"),
        ("until-day", "The last day must include a day"),
        ("decided-by", "Choose who decided it"),
    ] {
        let problems = summary(&officer.fill(PATH, &with(&complete, (left_out, ""))).await);
        assert!(problems.contains(message), "{left_out}: {problems}");
    }
    let mut unsaid = complete.clone();
    unsaid.retain(|answer| *answer != ("told", "challenge"));
    let problems = summary(&officer.fill(PATH, &unsaid).await);
    assert!(
        problems.contains("how the decision can be challenged")
            && problems.contains("LGSCO guidance on unreasonable behaviour"),
        "{problems}"
    );
    // Whoever is named as having decided it has to be senior, and as the director a director.
    let junior = with(&complete, ("decided-by", &officer_account));
    let problems = summary(&officer.fill(PATH, &junior).await);
    assert!(
        problems.contains("neither a complaints manager nor a director"),
        "{problems}"
    );
    let other = council.account("manager");
    let approved = with(&complete, ("approved-by", &other));
    let problems = summary(&officer.fill(PATH, &approved).await);
    assert!(problems.contains("is no director"), "{problems}");
    let director = council.account("director");
    officer
        .done(PATH, &with(&complete, ("approved-by", &director)))
        .await;
}

#[tokio::test]
async fn the_complaints_manager_sees_on_today_which_restriction_has_to_be_reviewed_until_it_ends() {
    let council = council().await;
    restricted(&council).await;
    let seen = async |account: &str, day: &str| {
        let browser = council.browser(account, day).await;
        let words = text(&browser.get("/today").await.page);
        let section = words.split_once(HEADING).map(|(_, after)| after);
        section.map(|after| after.split("Later").next().unwrap_or(after).to_owned())
    };
    // Five working days before 30 June 2026 it comes up.
    assert_eq!(seen("complaints-manager", "2026-06-22").await, None);
    for (day, words) in [
        ("2026-06-23", "Due soon"),
        ("2026-06-30", "Due today"),
        ("2026-07-01", "Overdue"),
        ("2026-09-30", "Overdue"),
    ] {
        let section = seen("complaints-manager", day).await;
        let section = section.unwrap_or_else(|| panic!("it stands there on {day}"));
        let line = format!("C-0001 Review by 30 June 2026 {words}");
        assert!(section.contains(&line), "{day}: {section}");
        assert!(!section.contains("Fictional"), "{section}");
        assert_eq!(seen("officer", day).await, None);
    }
    // After the last day it has ended by itself.
    assert_eq!(seen("complaints-manager", "2026-10-01").await, None);
    let officer = council.browser("officer", "2026-07-01").await;
    let manager = council.account("complaints-manager");
    officer
        .done(
            "/cases/C-0001/review-restriction",
            &[("decided-by", manager.as_str()), ("outcome", "ended")],
        )
        .await;
    assert_eq!(seen("complaints-manager", "2026-07-01").await, None);
}

#[tokio::test]
async fn a_review_that_lets_a_restriction_go_on_comes_up_again_on_its_new_day() {
    let council = council().await;
    restricted(&council).await;
    let officer = council.browser("officer", "2026-07-01").await;
    let manager = council.account("complaints-manager");
    let mut goes_on = vec![
        ("outcome", "continued"),
        ("decided-by", manager.as_str()),
        ("reasons", "The letters go on."),
        ("until-day", "31"),
        ("until-month", "12"),
        ("until-year", "2026"),
        ("review-day", "30"),
        ("review-month", "9"),
        ("review-year", "2026"),
    ];
    goes_on.extend(["decision", "challenge", "ombudsman"].map(|part| ("told", part)));
    officer
        .done("/cases/C-0001/review-restriction", &goes_on)
        .await;
    for (day, stands) in [
        ("2026-07-01", false),
        ("2026-09-22", false),
        ("2026-09-23", true),
    ] {
        let manager = council.browser("complaints-manager", day).await;
        let words = text(&manager.get("/today").await.page);
        let due = words.contains(HEADING) && words.contains("30 September 2026");
        assert_eq!(due, stands, "{day}: {words}");
    }
}

#[tokio::test]
async fn a_restricted_contact_still_obtains_the_next_stage_and_a_new_complaint() {
    let council = council().await;
    let officer = restricted(&council).await;
    officer
        .done(
            "/cases/C-0001/respond",
            &[
                ("finding-1", "not_upheld"),
                TOLD,
                ("late-reason", "not_known"),
            ],
        )
        .await;
    let case = officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
    assert!(text(&case.page).contains("Request for Stage 2 recorded for C-0001."));
    let second = officer.done("/complaints/new", CALL).await;
    assert!(text(&second.page).contains("Complaint recorded as C-0002."));
}
