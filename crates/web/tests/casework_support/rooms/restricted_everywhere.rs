//! A restriction on contact reaches every case of the person, and no right in any of them.

use super::one_person::{page_of, press};
use super::people::{PATH, RESTRICTED};
use super::protected_everywhere::matched;
use super::{CALL, TOLD, text, with};
use crate::browser::{Browser, Council, council};

const FIRST: &str = "/cases/C-0001";
const SECOND: &str = "/cases/C-0002";

/// What stands on every page of the other case.
const WARNING: &str = "Ada Fictional: contact with the council is restricted until 30 September 2026. One named person to \
                       contact. Contact only so often, or at set times. What they ask for is judged on its merits, and \
                       the next stage stays open.";

/// Two complaints of Ada; the second officer is complained about in the first one.
async fn cases_of_ada(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    let named = council.account("second-officer");
    let about = with(CALL, ("complained-about", &named));
    officer.done("/complaints/new", &about).await;
    officer.done("/complaints/new", CALL).await;
    council.browser("officer", "2026-03-20").await
}

async fn restrict(council: &Council, officer: &Browser) {
    let manager = council.account("complaints-manager");
    let complete = with(RESTRICTED, ("decided-by", &manager));
    officer.done(PATH, &complete).await;
}

#[tokio::test]
async fn a_restriction_reaches_the_persons_other_case_whichever_came_first_it_or_the_match() {
    for matched_first in [true, false] {
        let council = council().await;
        let officer = cases_of_ada(&council).await;
        if matched_first {
            matched(&officer, FIRST, SECOND).await;
            restrict(&council, &officer).await;
        } else {
            restrict(&council, &officer).await;
            let unmatched = text(&officer.get(SECOND).await.page);
            assert!(!unmatched.contains("is restricted"), "{unmatched}");
            matched(&officer, FIRST, SECOND).await;
        }
        let case = officer.get(SECOND).await;
        let words = text(&case.page);
        for said in [
            WARNING,
            "In force since 20 March 2026, until 30 September 2026. To be reviewed by 30 June 2026.",
            "Decided by The complaints-manager in another case of the same person,",
            "It is reviewed and ended there.",
        ] {
            assert!(words.contains(said), "{said}: {words}");
        }
        assert!(case.page.contains("href=\"/cases/C-0001\""));
        // The reasons lie with the case that recorded it.
        assert!(!words.contains("Forty calls"), "{words}");
        for page in ["acknowledge", "respond", "restrict-contact"] {
            let asked = officer.get(&format!("{SECOND}/{page}")).await;
            assert!(text(&asked.page).contains(WARNING), "{page}");
        }
    }
}

#[tokio::test]
async fn who_may_not_open_the_case_that_restricts_learns_how_to_contact_and_not_which_case_it_is() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    restrict(&council, &officer).await;
    matched(&officer, FIRST, SECOND).await;
    let second = council.browser("second-officer", "2026-03-20").await;
    assert_eq!(second.get(FIRST).await.status, 403);
    let person = page_of(&second, SECOND, "Ada Fictional").await;
    for path in [SECOND, &person, &format!("{SECOND}/respond")] {
        let words = text(&second.get(path).await.page);
        assert!(!words.contains("C-0001"), "{path}: {words}");
        assert!(words.contains("until 30 September 2026"), "{path}: {words}");
    }
    let words = text(&second.get(SECOND).await.page);
    assert!(
        words.contains("in another case of the same person, which you may not open"),
        "{words}"
    );
}

#[tokio::test]
async fn it_is_reviewed_and_ended_where_it_was_recorded_and_gone_with_the_match() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    restrict(&council, &officer).await;
    matched(&officer, FIRST, SECOND).await;
    let shut = officer.get(&format!("{SECOND}/review-restriction")).await;
    assert_eq!(shut.status, 409);
    assert!(text(&shut.page).contains("recorded in another case of the same person"));
    let person = page_of(&officer, SECOND, "Ada Fictional").await;
    let parted = press(&officer, &person, "Take it back: not the same person").await;
    assert_eq!(parted.status, 303);
    let words = text(&officer.get(SECOND).await.page);
    assert!(!words.contains("is restricted"), "{words}");
    matched(&officer, FIRST, SECOND).await;
    let manager = council.account("complaints-manager");
    let ends = [("decided-by", manager.as_str()), ("outcome", "ended")];
    officer
        .done(&format!("{FIRST}/review-restriction"), &ends)
        .await;
    let words = text(&officer.get(SECOND).await.page);
    assert!(!words.contains("is restricted"), "{words}");
}

#[tokio::test]
async fn somebody_restricted_in_one_case_obtains_the_next_stage_in_the_other_and_a_new_complaint() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    restrict(&council, &officer).await;
    matched(&officer, FIRST, SECOND).await;
    let answer = [
        ("finding-1", "not_upheld"),
        TOLD,
        ("late-reason", "not_known"),
    ];
    officer.done(&format!("{SECOND}/respond"), &answer).await;
    let asked = [("oral", "no")];
    let case = officer
        .done(&format!("{SECOND}/request-investigation"), &asked)
        .await;
    assert!(text(&case.page).contains("Request for Stage 2 recorded for C-0002."));
    let third = officer.done("/complaints/new", CALL).await;
    assert!(text(&third.page).contains("Complaint recorded as C-0003."));
    // A second restriction beside it is possible, and nobody decides on it unawares.
    let page = officer.get(&format!("{SECOND}/restrict-contact")).await;
    assert_eq!(page.status, 200);
    assert!(text(&page.page).contains("It is reviewed and ended there."));
}
