//! Records to complete: what the annual report counts and a case does not have.

use super::{CALL, TOLD, summary, text};
use crate::browser::council;

/// Received on 2 March 2026, the answer is due on 16 March.
#[tokio::test]
async fn what_is_missing_is_told_apart_from_what_is_not_yet_due_and_leads_to_the_page_that_fills_it()
 {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let officer = council.browser("officer", "2026-03-16").await;
    let page = officer.get("/completeness?fact=stage_1_answer").await;
    page.shows("First Response Team Not said Missing 0 Not yet due 1");
    let officer = council.browser("officer", "2026-03-17").await;
    let page = officer.get("/completeness?fact=stage_1_answer").await;
    page.shows("First Response Team Not said Missing 1 Not yet due 0");
    assert!(page.page.contains("/cases/C-0001/respond"));
    officer.get("/today").await.shows("Records to complete");
    officer
        .get("/cases/C-0001")
        .await
        .shows("Missing from this record");

    let answer = [("finding-1", "upheld"), TOLD, ("late-reason", "staff_away")];
    officer.done("/cases/C-0001/respond", &answer).await;
    let page = officer.get("/completeness?fact=stage_1_answer").await;
    page.shows("Nothing is missing.");
}

#[tokio::test]
async fn a_manager_sees_what_is_missing_of_their_own_cases_alone() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let manager = council.browser("manager", "2026-03-20").await;
    assert!(!manager.get("/completeness").await.page.contains("C-0001"));
    let theirs = council.account("manager");
    let officer = council.browser("officer", "2026-03-20").await;
    officer
        .done("/cases/C-0001/assign", &[("to", &theirs)])
        .await;
    assert!(manager.get("/completeness").await.page.contains("C-0001"));
    let analyst = council.browser("analyst", "2026-03-20").await;
    assert_eq!(analyst.get("/completeness").await.status, 403);
}

#[tokio::test]
async fn the_record_of_an_answer_is_completed_afterwards_and_nothing_noted_is_changed() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let path = "/cases/C-0001/complete-answer";
    let form = officer.get(path).await;
    assert!(!text(&form.page).contains("Why was the answer late?"));
    let nothing = officer.fill(path, &[]).await;
    assert!(summary(&nothing).contains("Nothing is added"));
    officer
        .done(path, &[("learning-shared", "no")])
        .await
        .shows("What was learned was not shared with the complainant");
    let again = officer.fill(path, &[("learning-shared", "yes")]).await;
    assert!(summary(&again).contains("was already recorded on 2 March 2026"));
}
