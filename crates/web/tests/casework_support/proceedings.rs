//! Deferring points because of proceedings, and taking them up again.

use super::browser::{self, council};
use super::{MANAGER, OFFICER, every_link_of_the_summary_leads_somewhere, one, recorded, text};

#[tokio::test]
async fn points_are_deferred_reviewed_and_come_back_with_a_fresh_clock() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/defer-points";
    let empty = officer.fill(path, &[]).await;
    assert_eq!(empty.status, 422);
    let summary = one(&empty.page, ".govuk-error-summary__list");
    for problem in [
        "Choose the points that are deferred",
        "Choose what the proceedings are",
        "Enter which proceedings they are",
        "Enter how considering the points might prejudice the proceedings",
        "Choose who decided",
        "Choose whether legal advice was taken",
    ] {
        assert!(summary.contains(problem), "{problem}: {summary}");
    }
    every_link_of_the_summary_leads_somewhere(&empty.page);

    let decider = council.account(MANAGER);
    let deferral = [
        ("points", "1"),
        ("kind", "court"),
        (
            "proceedings",
            "Care proceedings in the Testshire family court",
        ),
        ("prejudice", "The same witness is to be heard there."),
        ("decided-by", decider.as_str()),
        ("advice", "yes"),
    ];
    let case = officer.done(path, &deferral).await;
    assert!(case.page.contains("Deferral recorded for C-0001."));
    assert!(one(&case.page, ".govuk-tag").contains("Deferred"));
    let words = text(&case.page);
    assert!(
        words.contains("The same witness is to be heard there."),
        "{words}"
    );
    assert_eq!(
        one(&case.page, "main a.govuk-button"),
        "Review the deferral"
    );
    assert!(!case.page.contains("/cases/C-0001/respond"));

    let shut = officer.get("/cases/C-0001/respond").await;
    assert_eq!(shut.status, 409);
    let words = text(&shut.page);
    assert!(
        words.contains("This cannot be done now.")
            && words.contains("because of proceedings elsewhere"),
        "{words}"
    );

    let officer = council.browser(OFFICER, "2026-03-30").await;
    let stays = [("continues", "yes"), ("reasons", "The hearing is in May.")];
    let case = officer.done("/cases/C-0001/review-deferral", &stays).await;
    assert!(text(&case.page).contains("The points stay deferred"));

    let officer = council.browser(OFFICER, "2026-06-01").await;
    let case = officer.done("/cases/C-0001/end-proceedings", &[]).await;
    assert!(text(&case.page).contains("it can be resubmitted until 1 June 2027"));
    let closed = officer
        .fill("/cases/C-0001/close", &[("rights-confirmed", "yes")])
        .await;
    assert_eq!(closed.status, 422);
    assert!(text(&closed.page).contains("the complainant may still resubmit the deferred points"));

    let officer = council.browser(OFFICER, "2026-06-15").await;
    let case = officer.done("/cases/C-0001/resubmit", &[]).await;
    // Ten working days from Monday 15 June 2026.
    assert!(text(&case.page).contains("Monday 29 June 2026"));
    let answer = [
        ("finding-1", "upheld"),
        ("letter", "Dear Ada"),
        ("rights-confirmed", "yes"),
    ];
    let case = officer.done("/cases/C-0001/respond", &answer).await;
    assert!(text(&case.page).contains("after 0 working days"));
}

#[tokio::test]
async fn resubmitting_after_the_year_says_why_not_and_keeps_what_was_typed() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let decider = council.account(MANAGER);
    let deferral = [
        ("points", "1"),
        ("kind", "criminal"),
        ("proceedings", "An investigation by Testshire Police"),
        ("prejudice", "Interviews have not been held."),
        ("decided-by", decider.as_str()),
        ("advice", "no"),
    ];
    officer.done("/cases/C-0001/defer-points", &deferral).await;
    officer.done("/cases/C-0001/end-proceedings", &[]).await;
    let officer = council.browser(OFFICER, "2027-03-03").await;
    let refused = officer.fill("/cases/C-0001/resubmit", &[]).await;
    assert_eq!(refused.status, 422);
    let summary = one(&refused.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("the year for it ended on 2 March 2027")
            && summary.contains("SI 2006/1738 reg 8"),
        "{summary}"
    );
    every_link_of_the_summary_leads_somewhere(&refused.page);
    assert!(
        browser::fields(&refused.page)
            .iter()
            .any(|(name, value)| name == "on-day" && value == "3")
    );
    officer
        .done("/cases/C-0001/close", &[("rights-confirmed", "yes")])
        .await;
}

#[tokio::test]
async fn a_review_of_what_was_never_deferred_says_so() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let asked = [("continues", "yes"), ("reasons", "To see.")];
    for (path, answers) in [
        ("/cases/C-0001/review-deferral", asked.as_slice()),
        ("/cases/C-0001/end-proceedings", &[]),
        ("/cases/C-0001/resubmit", &[]),
    ] {
        let refused = officer.fill(path, answers).await;
        assert_eq!(refused.status, 422, "{path}");
        assert!(
            text(&refused.page).contains("There is no such deferral in this case"),
            "{path}"
        );
        every_link_of_the_summary_leads_somewhere(&refused.page);
    }
}
