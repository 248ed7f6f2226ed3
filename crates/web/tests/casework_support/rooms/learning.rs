//! What a closed complaint taught, through the pages.

use super::{CALL, TOLD, summary, text};
use crate::browser::council;

#[tokio::test]
async fn what_a_closed_complaint_taught_is_asked_for_and_written_down_once() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/report-back";
    let early = officer.get(path).await;
    assert_eq!(
        early.status, 409,
        "an open complaint has taught nothing yet"
    );
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let closed = officer.done("/cases/C-0001/close", &[]).await;
    let words = text(&closed.page);
    assert!(
        words.contains("Learning from the case recorded") && words.contains("2 June 2026"),
        "{words}"
    );
    let silent = officer.fill(path, &[]).await;
    let problems = summary(&silent);
    assert!(
        problems.contains("Say whether anything changes")
            && problems.contains("Enter what changes, or why nothing does"),
        "{problems}"
    );
    let taught = [
        ("learned", "change"),
        ("text", "The duty desk calls back the same day."),
    ];
    let case = officer.done(path, &taught).await;
    let words = text(&case.page);
    assert!(
        words.contains("What the case taught") && words.contains("calls back the same day"),
        "{words}"
    );
    assert_eq!(
        officer.get(path).await.status,
        409,
        "it is written down once"
    );
}
