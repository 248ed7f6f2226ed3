//! Which recommendation a corrective action answers, through the pages.

use super::super::{CALL, INVESTIGATORS, PACK, TOLD, summary, text, with};
use super::ACTION;
use crate::browser::council;

#[tokio::test]
async fn a_recommendation_without_an_action_is_pointed_at_until_one_answers_it() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
    officer
        .done("/cases/C-0001/appoint-investigators", &INVESTIGATORS)
        .await;
    let report = [
        ("finding-1", "upheld"),
        ("reasons-1", "The calls were not logged."),
        ("recommendations", "Say sorry in writing."),
    ];
    let case = officer
        .done("/cases/C-0001/receive-officer-report", &report)
        .await;
    assert!(!text(&case.page).contains("Recommendations without an action"));
    let satisfied = [
        ("satisfied", "impartial"),
        ("remarks", "One was not heard."),
    ];
    officer
        .done("/cases/C-0001/receive-independent-report", &satisfied)
        .await;
    let mut adjudicated = vec![
        ("finding-1", "upheld"),
        ("answer-1", "accepted"),
        ("officer", "Ado Imaginary"),
        TOLD,
    ];
    adjudicated.extend(PACK);
    officer
        .done("/cases/C-0001/send-adjudication", &adjudicated)
        .await
        .shows("Recommendations without an action");
    let learning = officer.get("/learning").await;
    learning.shows("Recommendations without an action");
    learning.shows("Recommendation 1 of the investigation");

    let owner = council.account("manager");
    let agreed = with(ACTION, ("owner", &owner));
    let elsewhere = with(&agreed, ("answers", "investigation-1"));
    let refused = officer.fill("/cases/C-0001/agree-action", &elsewhere).await;
    assert!(summary(&refused).contains("is said to come from something else"));
    let unknown = with(&agreed, ("answers", "investigation-9"));
    let refused = officer.fill("/cases/C-0001/agree-action", &unknown).await;
    assert!(summary(&refused).contains("Choose one of the recommendations of the case"));

    // The recommendation says by itself where the action comes from.
    let form = officer.get("/cases/C-0001/agree-action").await;
    form.shows("Recommendation 1 of the investigation, no action yet");
    let mut answers = elsewhere;
    answers.retain(|(name, _)| *name != "origin");
    let case = officer.done("/cases/C-0001/agree-action", &answers).await;
    case.shows("Answers Recommendation 1 of the investigation");
    assert!(!text(&case.page).contains("Recommendations without an action"));
    let learning = officer.get("/learning").await;
    learning.shows("Answers: Recommendation 1 of the investigation");
    assert!(!text(&learning.page).contains("Recommendations without an action"));
}
