//! The corporate procedure: moving between procedures, the review, and what is left out.

use super::browser::{TAUGHT, council};
use super::{
    CALL, MANAGER, OFFICER, OTHER, every_link_of_the_summary_leads_somewhere, one, recorded, text,
};

fn corporate() -> Vec<(&'static str, &'static str)> {
    let mut call = CALL.to_vec();
    call.retain(|(name, _)| *name != "complainant-1-ground");
    call.push(("procedure", "corporate"));
    call
}

#[tokio::test]
async fn a_corporate_complaint_is_reviewed_by_somebody_else_and_ends_there() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    officer.done("/complaints/new", &corporate()).await;
    let (first, second) = (council.account(MANAGER), council.account(OTHER));
    officer.done("/cases/C-0001/acknowledge", &[]).await;
    officer
        .done("/cases/C-0001/assign", &[("to", &first)])
        .await;
    let answer = [
        ("finding-1", "upheld"),
        ("letter", "Dear Ada"),
        ("rights-confirmed", "yes"),
    ];
    officer.done("/cases/C-0001/respond", &answer).await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "yes")])
        .await;
    officer.done("/cases/C-0001/acknowledge", &[]).await;
    let path = "/cases/C-0001/appoint-reviewer";
    let form = officer.get(path).await;
    let offered = one(&form.page, "select[name='reviewer'] option");
    assert!(
        offered.contains("The other-manager") && !offered.contains("The manager,"),
        "{offered}"
    );
    let refused = officer.fill(path, &[("reviewer", &first)]).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("cannot review the answer"));
    every_link_of_the_summary_leads_somewhere(&refused.page);
    let case = officer.done(path, &[("reviewer", &second)]).await;
    assert!(text(&case.page).contains("Review given to The other-manager"));
    officer
        .done(
            "/cases/C-0001/send-adjudication",
            &[("finding-1", "partly_upheld"), ("rights-confirmed", "yes")],
        )
        .await;
    let case = officer.done("/cases/C-0001/close", &TAUGHT).await;
    assert!(text(&case.page).contains("Local Government and Social Care Ombudsman"));
}

#[tokio::test]
async fn a_complaint_moves_to_the_statutory_procedure_with_its_receipt_and_not_back_once_accepted()
{
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    officer.done("/complaints/new", &corporate()).await;
    let officer = council.browser(OFFICER, "2026-03-05").await;
    let path = "/cases/C-0001/change-procedure";
    let decider = council.account(MANAGER);
    let reasons = "It is about a child in need.";
    let why = [("reasons", reasons), ("decided-by", decider.as_str())];
    let groundless = officer.fill(path, &why).await;
    assert_eq!(groundless.status, 422);
    assert!(text(&groundless.page).contains("Complainant 1 has no ground"));
    assert!(groundless.page.contains(reasons));
    every_link_of_the_summary_leads_somewhere(&groundless.page);
    let mut with_ground = why.to_vec();
    with_ground.push(("ground-1", "W-PARENT"));
    let case = officer.done(path, &with_ground).await;
    let words = text(&case.page);
    assert!(
        words.contains("Moved to the Children Act statutory procedure"),
        "{words}"
    );
    // Ten working days from the receipt on Monday 2 March 2026.
    assert!(words.contains("Monday 16 March 2026"), "{words}");

    recorded(&officer).await;
    officer.done("/cases/C-0002/acknowledge", &[]).await;
    let case = officer.get("/cases/C-0002").await;
    assert!(!case.page.contains("/cases/C-0002/change-procedure"));
    let refused = officer.fill("/cases/C-0002/change-procedure", &why).await;
    assert_eq!(refused.status, 422);
    assert!(
        text(&refused.page).contains("was accepted at Stage 1 of the statutory procedure"),
        "{}",
        refused.page
    );
}

#[tokio::test]
async fn what_is_left_out_is_explained_and_names_the_ombudsman() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    officer.done("/complaints/new", &corporate()).await;
    let path = "/cases/C-0001/decline";
    let exclusion = [
        ("ground", "excluded_by_policy"),
        ("reasons", "It is a claim for damages."),
    ];
    let refused = officer.fill(path, &exclusion).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("The letter does not name the Ombudsman"));
    every_link_of_the_summary_leads_somewhere(&refused.page);
    let mut named = exclusion.to_vec();
    named.push(("ombudsman", "yes"));
    officer.done(path, &named).await;
}
