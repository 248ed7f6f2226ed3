//! The Ombudsman through the pages: early referral, enquiry, decision, remedies, public report.

use super::{stage_2_answered, summary, text};
use crate::browser::council;

#[tokio::test]
async fn an_early_referral_needs_all_six_conditions_and_keeps_the_panel_open() {
    let council = council().await;
    stage_2_answered(&council).await;
    let officer = council.browser("officer", "2026-04-27").await;
    let path = "/cases/C-0001/refer-early";
    let days = [
        ("proposed-day", "22"),
        ("proposed-month", "4"),
        ("proposed-year", "2026"),
        ("agreed-day", "24"),
        ("agreed-month", "4"),
        ("agreed-year", "2026"),
    ];
    let conditions = [
        "robust_report",
        "complete_adjudication",
        "points_upheld",
        "action_plan",
        "outcomes_agreed",
        "complainant_agrees",
    ];
    for missing in conditions {
        let ticked = conditions.iter().filter(|each| **each != missing);
        let mut answers: Vec<_> = ticked.map(|each| ("conditions", *each)).collect();
        answers.extend(days);
        let refused = officer.fill(path, &answers).await;
        let problems = summary(&refused);
        assert!(problems.contains("one is missing"), "{problems}");
    }
    let mut answers: Vec<_> = conditions.map(|each| ("conditions", each)).to_vec();
    answers.extend(days);
    let case = officer.done(path, &answers).await;
    assert!(text(&case.page).contains("Referred to the Ombudsman without a panel"));
    let refused = officer.fill("/cases/C-0001/close", &[]).await;
    assert!(summary(&refused).contains("has not decided on the early referral"));
    officer
        .done("/cases/C-0001/record-ombudsman-case", &[])
        .await;
    // Of the twenty working days to 19 May, fifteen were left on 27 April.
    let officer = council.browser("officer", "2026-06-01").await;
    let back = [
        ("decision", "upheld"),
        ("fault", "undecided"),
        ("injustice", "undecided"),
        ("back", "review_panel"),
    ];
    let case = officer
        .done("/cases/C-0001/record-ombudsman-decision", &back)
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("Sent back to Stage 3, review panel") && words.contains("22 June 2026"),
        "{words}"
    );
    officer
        .done("/cases/C-0001/request-review-panel", &[])
        .await;
}

#[tokio::test]
async fn a_decision_is_complied_with_when_every_remedy_is_done_and_shown() {
    let council = council().await;
    stage_2_answered(&council).await;
    let officer = council.browser("officer", "2026-05-20").await;
    officer.done("/cases/C-0001/close", &super::closing()).await;
    officer
        .done(
            "/cases/C-0001/record-ombudsman-case",
            &[("reference", "26 000 000")],
        )
        .await;
    let reply_by = [
        ("reply-by-day", "17"),
        ("reply-by-month", "6"),
        ("reply-by-year", "2026"),
    ];
    let case = officer
        .done("/cases/C-0001/record-ombudsman-enquiry", &reply_by)
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("Wednesday 17 June 2026") && words.contains("Open"),
        "{words}"
    );
    officer
        .done("/cases/C-0001/answer-ombudsman-enquiry", &[])
        .await;
    let decision = [
        ("decision", "upheld"),
        ("fault", "yes"),
        ("injustice", "yes"),
        ("remedy-1-kind", "payment_for_delay"),
        ("remedy-1-amount", "about 150"),
    ];
    let path = "/cases/C-0001/record-ombudsman-decision";
    let refused = officer.fill(path, &decision).await;
    assert!(summary(&refused).contains("must be in pounds"));
    let decision = [
        ("decision", "upheld"),
        ("fault", "yes"),
        ("injustice", "yes"),
        ("remedy-1-kind", "payment_for_delay"),
        ("remedy-1-amount", "150"),
        ("remedy-1-due-day", "19"),
        ("remedy-1-due-month", "6"),
        ("remedy-1-due-year", "2026"),
        ("report-day", "20"),
        ("report-month", "5"),
        ("report-year", "2026"),
    ];
    let case = officer.done(path, &decision).await;
    let words = text(&case.page);
    assert!(
        words.contains("Remedy 1: Payment for delay, £150, by 19 June 2026"),
        "{words}"
    );
    assert!(words.contains("Thursday 20 August 2026"), "{words}");
    let path = "/cases/C-0001/record-compliance";
    let refused = officer.fill(path, &[]).await;
    assert!(summary(&refused).contains("emedy 1 is not done"));
    let done = [("remedy", "1"), ("evidence", "yes")];
    officer
        .done("/cases/C-0001/record-remedy-done", &done)
        .await;
    officer.done(path, &[]).await;
    let considered = [
        ("considered-day", "20"),
        ("considered-month", "5"),
        ("considered-year", "2026"),
    ];
    officer
        .done("/cases/C-0001/answer-ombudsman-report", &considered)
        .await;
    officer.done("/cases/C-0001/close", &super::closing()).await;
}
