//! The working days as a complaints manager meets them: enter a bank holiday, see what it moves, move it.

use app::officer::Role;
use axum::http::StatusCode;
use scraper::{Html, Selector};

use crate::town::Town;

/// The text of a page, its space drawn together.
fn text(page: &str) -> String {
    let page = Html::parse_document(page);
    let main = Selector::parse("main").expect("a selector");
    let words: String = page
        .select(&main)
        .flat_map(|element| element.text())
        .collect::<Vec<_>>()
        .join(" ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where a word is set apart, the space after it is not on the page.
    [".", ";", ","].iter().fold(words, |words, mark| {
        words.replace(&format!(" {mark}"), mark)
    })
}

/// Tuesday 10 March 2026, within the ten working days of the complaint of 2 March.
const ANNOUNCEMENT: &str =
    "day-day=10&day-month=3&day-year=2026&name=A jubilee&source=The London Gazette";

#[tokio::test]
async fn a_bank_holiday_is_entered_shown_and_applied() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let today = manager.get("/today").await;
    assert!(today.body.contains("href=\"/calendar\""));
    let page = text(&manager.get("/calendar").await.body);
    assert!(page.contains("are known until"), "{page}");
    assert!(
        page.contains("Nothing. Of 2 time limits that run"),
        "{page}"
    );
    let case = manager.get("/cases/C-0001").await;
    assert!(!case.body.contains("recompute-deadlines"));

    let entered = manager.post("/calendar/announce", ANNOUNCEMENT).await;
    assert_eq!(entered.leads_to(), Some("/calendar?done=announced"));
    let page = manager.get("/calendar?done=announced").await;
    let page = text(&page.body);
    for said in [
        "Day Tuesday 10 March 2026 Name A jubilee Announced in The London Gazette",
        "1 moves, in 1 case",
        "Stage 1 response sent",
        "1 day later",
        "16 March 2026",
        "17 March 2026",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let case = manager.get("/cases/C-0001").await;
    assert!(case.body.contains("/cases/C-0001/recompute-deadlines"));
    assert!(text(&case.body).contains("the date that was decided stands"));

    let applied = manager
        .post("/calendar/apply", "reason=Proclaimed last week")
        .await;
    assert_eq!(applied.leads_to(), Some("/calendar?done=applied&cases=1"));
    let page = manager.get("/calendar?done=applied&cases=1").await;
    let page = text(&page.body);
    assert!(page.contains("Due dates were moved in 1 case"), "{page}");
    assert!(
        page.contains("Nothing. Of 2 time limits that run"),
        "{page}"
    );
    let case = text(&manager.get("/cases/C-0001").await.body);
    for said in [
        "Counted again on Wednesday 4 March 2026: it was due by Monday 16 March 2026 before, and is due by \
         Tuesday 17 March 2026 since. Proclaimed last week",
        "Due dates counted again",
        "Stage 1 response sent: from 16 March 2026 to 17 March 2026, at most 31 March 2026",
    ] {
        assert!(case.contains(said), "{said}: {case}");
    }
    assert!(!case.contains("the date that was decided stands"), "{case}");
}

#[tokio::test]
async fn what_is_wrong_is_said_at_once_and_what_was_typed_is_kept() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let empty = manager
        .post("/calendar/announce", "day-day=7&day-month=3&day-year=2026")
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(&empty.body);
    assert!(
        page.contains("Enter the name of the bank holiday"),
        "{page}"
    );
    assert!(page.contains("Enter where it was announced"), "{page}");

    let saturday = ANNOUNCEMENT.replace("day-day=10", "day-day=7");
    let refused = manager.post("/calendar/announce", &saturday).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(&refused.body).contains("7 March 2026 is a Saturday"));
    assert!(refused.body.contains("value=\"The London Gazette\""));

    let unexplained = manager.post("/calendar/apply", "reason=").await;
    assert_eq!(unexplained.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(&unexplained.body).contains("Write why the due dates are moved"));
}

#[tokio::test]
async fn one_case_can_be_counted_again_by_itself() {
    let town = Town::new().await;
    let mut manager = town.browser_as(Role::ComplaintsManager).await;
    let path = "/cases/C-0001/recompute-deadlines";
    let refused = manager.post(path, "reason=For no reason").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(&refused.body);
    assert!(
        page.contains("No due date of this case changes when it is counted again"),
        "{page}"
    );

    manager.post("/calendar/announce", ANNOUNCEMENT).await;
    let mut officer = town.browser_as(Role::ComplaintsOfficer).await;
    let page = text(&officer.get(path).await.body);
    let said = "Stage 1 response sent: from Monday 16 March 2026 to Tuesday 17 March 2026; if extended, by Tuesday \
                31 March 2026 at most";
    assert!(page.contains(said), "{page}");
    let moved = officer.post(path, "reason=Proclaimed last week").await;
    assert_eq!(
        moved.leads_to(),
        Some("/cases/C-0001?done=recompute-deadlines")
    );
    let forbidden = officer.get("/calendar").await;
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
}
