//! Getting a Stage 1 answer ready, through the pages: who helps, whose desk it is on, the check, and more time.

use super::{CALL, TOLD, summary, text};
use crate::browser::{Browser, Council, council};

const OFFICER: &str = "officer";
const MANAGER: &str = "manager";
const HELPER: &str = "other-manager";

/// A complaint of 2 March 2026, due on 16 March, with the manager since then.
async fn with_the_manager(council: &Council) -> Browser {
    let officer = council.browser(OFFICER, "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let manager = council.account(MANAGER);
    officer
        .done("/cases/C-0001/assign", &[("to", &manager)])
        .await;
    officer
}

/// What an officer finds to be so of a draft that is ready.
const READY: [(&str, &str); 7] = [
    ("fulfilled", "every_point"),
    ("fulfilled", "findings_explained"),
    ("fulfilled", "plain_words"),
    ("fulfilled", "apology"),
    ("fulfilled", "learning_shared"),
    ("fulfilled", "next_right"),
    ("result", "ready"),
];

#[tokio::test]
async fn a_draft_goes_from_the_manager_to_the_check_and_back_and_is_sent_without_typing_it_again() {
    let council = council().await;
    let officer = with_the_manager(&council).await;
    let case = officer.get("/cases/C-0001").await;
    case.shows("With The manager since 2 March 2026, no draft yet");
    let today = council.browser(OFFICER, "2026-03-11").await;
    let list = today.get("/today").await;
    list.shows("With The manager since 2 March 2026, no draft yet Chase the draft");

    let manager = council.browser(MANAGER, "2026-03-11").await;
    let draft = ("draft", "Dear Ada, we rang you late.");
    manager
        .done("/cases/C-0001/hand-in-draft", &[draft])
        .await
        .shows("Draft in since 11 March 2026, to be checked");
    let own = [("result", "ready")];
    let own = [&READY[..6], &own].concat();
    let refused = manager.fill("/cases/C-0001/check-answer", &own).await;
    assert!(summary(&refused).contains("Whoever wrote the answer cannot be the one who checks it"));

    let officer = council.browser(OFFICER, "2026-03-11").await;
    let unmended = officer
        .fill("/cases/C-0001/check-answer", &[("result", "back")])
        .await;
    assert!(summary(&unmended).contains("Enter what is missing"));
    let unticked = officer
        .fill("/cases/C-0001/check-answer", &[("result", "ready")])
        .await;
    assert!(summary(&unticked).contains("this is not ticked: Every point is answered"));
    let back = [("result", "back"), ("missing", "It does not say sorry.")];
    officer
        .done("/cases/C-0001/check-answer", &back)
        .await
        .shows("Draft back with its writer since 11 March 2026");

    let form = manager.get("/cases/C-0001/hand-in-draft").await;
    form.shows("It does not say sorry.");
    assert!(form.page.contains("Dear Ada, we rang you late."));
    let mended = ("draft", "Dear Ada, we are sorry that we rang you late.");
    manager.done("/cases/C-0001/hand-in-draft", &[mended]).await;
    officer
        .done("/cases/C-0001/check-answer", &READY)
        .await
        .shows("Draft checked on 11 March 2026, ready to send");
    let form = manager.get("/cases/C-0001/respond").await;
    assert!(form.page.contains("we are sorry that we rang you late"));
    assert!(!text(&form.page).contains("has checked this answer"));
    let sent = [("finding-1", "upheld"), ("learning-shared", "yes"), TOLD];
    let case = manager.done("/cases/C-0001/respond", &sent).await;
    case.shows("Yes, by somebody else than its writer");
    case.shows("What was learned was shared with the complainant");
}

#[tokio::test]
async fn whoever_helps_sees_the_case_while_they_help_and_cannot_send_the_answer() {
    let council = council().await;
    let officer = with_the_manager(&council).await;
    let helper = council.browser(HELPER, "2026-03-02").await;
    assert_eq!(helper.get("/cases/C-0001").await.status, 403);
    assert!(!helper.get("/today").await.page.contains("C-0001"));

    let account = council.account(HELPER);
    let liaison = [("part", "liaison"), ("helper", account.as_str())];
    officer
        .done("/cases/C-0001/name-helper", &liaison)
        .await
        .shows("Liaison The other-manager");
    let case = helper.get("/cases/C-0001").await;
    case.shows("Nobody rang back for three weeks.");
    assert!(helper.get("/today").await.page.contains("C-0001"));
    assert!(helper.get("/register").await.page.contains("C-0001"));
    assert_eq!(helper.get("/cases/C-0001/respond").await.status, 403);
    assert_eq!(helper.get("/cases/C-0001/resolve").await.status, 403);
    assert_eq!(helper.get("/cases/C-0001/hand-in-draft").await.status, 200);

    let nobody = [("part", "liaison"), ("helper", "")];
    officer.done("/cases/C-0001/name-helper", &nobody).await;
    assert_eq!(helper.get("/cases/C-0001").await.status, 403);
    assert!(!helper.get("/today").await.page.contains("C-0001"));
}

#[tokio::test]
async fn a_supporter_of_the_manager_is_named_and_never_somebody_complained_about() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let named = council.account(HELPER);
    let call = [CALL, &[("complained-about", named.as_str())]].concat();
    officer.done("/complaints/new", &call).await;
    let form = officer.get("/cases/C-0001/name-helper").await;
    assert!(!form.page.contains(&named), "they are not offered");
    let supporter = [("part", "supporter"), ("helper", named.as_str())];
    let refused = officer.fill("/cases/C-0001/name-helper", &supporter).await;
    assert!(summary(&refused).contains("complained about in this case cannot help"));
    let colleague = council.account(MANAGER);
    let supporter = [("part", "supporter"), ("helper", colleague.as_str())];
    officer
        .done("/cases/C-0001/name-helper", &supporter)
        .await
        .shows("Supporter of the manager The manager");
}

/// Due on Monday 16 March 2026.
#[tokio::test]
async fn a_check_that_is_required_is_asked_for_until_the_last_day_and_what_was_typed_is_kept() {
    let council = council().await;
    council.set("cfg.s1.answer_check = \"required\"").await;
    with_the_manager(&council).await;
    let answer = [
        ("finding-1", "upheld"),
        ("letter", "Dear Ada, we are sorry."),
        TOLD,
    ];
    let manager = council.browser(MANAGER, "2026-03-13").await;
    let refused = manager.fill("/cases/C-0001/respond", &answer).await;
    assert!(summary(&refused).contains("Nobody has checked this answer"));
    assert!(refused.page.contains("Dear Ada, we are sorry."));
    let manager = council.browser(MANAGER, "2026-03-16").await;
    manager
        .done("/cases/C-0001/respond", &answer)
        .await
        .shows("Checked before it was sent No");
}

#[tokio::test]
async fn a_manager_asks_for_more_time_and_the_officer_decides_it_with_everything_filled_in() {
    let council = council().await;
    with_the_manager(&council).await;
    let manager = council.browser(MANAGER, "2026-03-11").await;
    let unsaid = manager
        .fill(
            "/cases/C-0001/ask-for-time",
            &[("words", "Two files to read.")],
        )
        .await;
    let problems = summary(&unsaid);
    assert!(problems.contains("Choose why more time is needed"));
    assert!(problems.contains("Say whether you have told the family"));
    assert!(unsaid.page.contains("Two files to read."));
    let asked = [
        ("reason", "complex"),
        ("family", "yes"),
        ("words", "Two files to read."),
    ];
    let case = manager.done("/cases/C-0001/ask-for-time", &asked).await;
    case.shows("16 March 2026");
    let officer = council.browser(OFFICER, "2026-03-12").await;
    let today = officer.get("/today").await;
    today.shows("More time asked for on 11 March 2026, until 30 March 2026");
    officer
        .done("/cases/C-0001/extend-local-resolution", &[])
        .await
        .shows("30 March 2026");
    let today = officer.get("/today").await;
    assert!(!text(&today.page).contains("More time asked for"));
}

#[tokio::test]
async fn more_time_is_refused_with_reasons_that_the_manager_sees_and_nothing_moves() {
    let council = council().await;
    let officer = with_the_manager(&council).await;
    let refuse = "/cases/C-0001/refuse-more-time";
    let nobody_asked = officer.fill(refuse, &[("reasons", "No.")]).await;
    assert!(summary(&nobody_asked).contains("Nobody waits for a decision on more time"));
    let manager = council.browser(MANAGER, "2026-03-11").await;
    let asked = [
        ("reason", "complex"),
        ("family", "no"),
        ("words", "Two files to read."),
    ];
    manager.done("/cases/C-0001/ask-for-time", &asked).await;
    assert_eq!(manager.get(refuse).await.status, 403);
    let officer = council.browser(OFFICER, "2026-03-12").await;
    let case = officer.get("/cases/C-0001").await;
    assert!(case.page.contains(refuse), "{}", case.page);
    officer
        .get(refuse)
        .await
        .shows("The manager asked on 11 March 2026 for time until 30 March 2026");
    let silent = officer.fill(refuse, &[]).await;
    assert!(summary(&silent).contains("Enter why more time is refused"));
    let reasons = [("reasons", "Both files are short. Ms Hall can help.")];
    officer.done(refuse, &reasons).await;
    let today = officer.get("/today").await;
    today.shows("More time refused on 12 March 2026");
    assert!(!text(&today.page).contains("More time asked for"));
    let manager = council.browser(MANAGER, "2026-03-12").await;
    let case = manager.get("/cases/C-0001").await;
    case.shows("More time, refused on 12 March 2026 Both files are short. Ms Hall can help.");
    case.shows("16 March 2026");
    // The old request fills in nothing any longer, and somebody may ask again.
    manager.done("/cases/C-0001/ask-for-time", &asked).await;
    let case = officer.get("/cases/C-0001").await;
    assert!(!text(&case.page).contains("More time, refused"));
}
