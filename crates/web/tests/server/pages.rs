//! The pages themselves: what is due, the register, the report, and what every page has.

use app::officer::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use scraper::{Html, Selector};

use crate::town::{COMPLAINANT, Town};

fn found(page: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    let text =
        |element: scraper::ElementRef<'_>| element.text().collect::<String>().trim().to_owned();
    page.select(&selector).map(text).collect()
}

#[tokio::test]
async fn today_says_what_is_due_when_and_why() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsOfficer).await;
    let page = browser.get("/today").await.body;
    // Received on Monday 2 March: acknowledged within two working days, answered within ten.
    for said in [
        "Wednesday 4 March 2026",
        "href=\"/cases/C-0001\"",
        "1 due today",
        "4 March 2026",
        "16 March 2026",
        "10 working days from Monday 2 March 2026",
        "SI 2006/1738 reg 14",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains(COMPLAINANT));

    let mut later = Town::browser_of(town.later(SignedDuration::from_hours(20 * 24)));
    later
        .sign_in(Role::ComplaintsOfficer.code(), crate::town::PASSWORD)
        .await;
    let page = later.get("/today").await.body;
    assert!(page.contains("2 overdue"));
    assert!(page.contains("Overdue"));
}

#[tokio::test]
async fn a_team_manager_with_nothing_to_answer_is_told_what_will_come() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::TeamManager).await;
    let page = browser.get("/today").await.body;
    assert!(page.contains("Nothing is due."));
    assert!(page.contains("When a complaint is assigned to you"));
    assert!(!page.contains("C-0001"));
    assert!(!browser.get("/register").await.body.contains("C-0001"));
    assert!(
        !browser
            .post("/register", "words=Fictional")
            .await
            .body
            .contains("C-0001")
    );
}

#[tokio::test]
async fn the_register_shows_what_its_address_asks_for() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsOfficer).await;
    for (address, shown, heading) in [
        ("/register", true, "Open cases"),
        ("/register?standing=closed", false, "Closed cases"),
        (
            "/register?standing=all&kind=complaint",
            true,
            "All cases: Complaint",
        ),
        ("/register?kind=compliment", false, "Open cases: Compliment"),
        (
            "/register?procedure=corporate",
            false,
            "Open cases: Corporate procedure",
        ),
        (
            "/register?stage=local_resolution",
            true,
            "Open cases: Stage 1, local resolution",
        ),
        (
            "/register?service=first_response",
            true,
            "Open cases: First Response",
        ),
        ("/register?overdue=yes", false, "Open cases: overdue"),
    ] {
        let page = browser.get(address).await.body;
        assert_eq!(page.contains("/cases/C-0001"), shown, "{address}");
        assert_eq!(found(&page, "h2#cases"), [heading], "{address}");
        assert_eq!(page.contains(COMPLAINANT), shown, "{address}");
    }
}

#[tokio::test]
async fn the_register_is_read_in_pages_of_fifty_both_ways() {
    let town = Town::new().await;
    for _ in 1..120 {
        town.record_complaint().await;
    }
    let mut browser = town.browser_as(Role::ComplaintsOfficer).await;
    let rows = "tbody th a";
    let mut address = "/register?sort=reference".to_owned();
    let mut pages = Vec::new();
    loop {
        let page = browser.get(&address).await.body;
        pages.push(found(&page, rows));
        let Some(next) = link(&page, "a[rel=next]") else {
            let before = link(&page, "a[rel=prev]").unwrap();
            let before = browser.get(&before).await.body;
            assert_eq!(found(&before, rows), pages[1]);
            break;
        };
        address = next;
    }
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20]);
    let all: Vec<String> = pages.concat();
    let expected: Vec<String> = (1..=120).map(|number| format!("C-{number:04}")).collect();
    assert_eq!(all, expected);
}

fn link(page: &str, selector: &str) -> Option<String> {
    let page = Html::parse_document(page);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .next()?
        .attr("href")
        .map(str::to_owned)
}

#[tokio::test]
async fn the_report_is_shown_and_taken_away_in_every_format_that_it_links_to() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::Analyst).await;
    let answer = browser
        .get("/annual-report?year=2025-26&audience=internal")
        .await;
    assert_eq!(answer.leads_to(), Some("/annual-report/2025-26/internal"));
    let page = browser.get("/annual-report/2025-26/internal").await.body;
    assert!(page.contains("In confidence"));
    assert!(!page.contains("style=\""));
    let document = Html::parse_document(&page);
    let links = Selector::parse("a[href^='/annual-report/2025-26/internal/']").unwrap();
    let links: Vec<&str> = document
        .select(&links)
        .filter_map(|link| link.attr("href"))
        .collect();
    assert!(links.len() > 5);
    for link in links {
        let answer = browser.get(link).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
        let disposition = answer.header("content-disposition").unwrap();
        assert!(disposition.starts_with("attachment"), "{link}");
        assert!(!answer.body.is_empty());
    }
    for nowhere in [
        "/annual-report/2025-27/public",
        "/annual-report/2025-26/everybody",
        "/annual-report/2025-26/public/x.exe",
    ] {
        assert_eq!(
            browser.get(nowhere).await.status,
            StatusCode::NOT_FOUND,
            "{nowhere}"
        );
    }
}

#[tokio::test]
async fn every_page_has_one_heading_a_title_of_its_own_and_a_way_past_the_navigation() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::ComplaintsManager).await;
    let mut titles = std::collections::BTreeSet::new();
    for path in [
        "/today",
        "/register",
        "/annual-report",
        "/annual-report/2025-26/public",
        "/accounts",
        "/account/password",
        "/accessibility",
        "/nowhere",
    ] {
        let page = browser.get(path).await.body;
        assert_eq!(found(&page, "h1").len(), 1, "{path}");
        assert!(titles.insert(found(&page, "title").concat()), "{path}");
        assert_eq!(found(&page, "a.govuk-skip-link").len(), 1, "{path}");
        for control in ["script:not([src])", "[style]", "[onclick]"] {
            assert!(found(&page, control).is_empty(), "{control} on {path}");
        }
    }
}

#[tokio::test]
async fn health_and_readiness_are_said_without_signing_in() {
    let town = Town::new().await;
    for (path, said) in [("/health", "healthy\n"), ("/ready", "ready\n")] {
        let answer = town.browser().get(path).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (StatusCode::OK, said)
        );
    }
}

#[tokio::test]
async fn every_rule_has_its_place_on_the_page_of_rules_and_every_page_leads_there() {
    let town = Town::new().await;
    let mut browser = town.browser_as(Role::Analyst).await;
    let page = browser.get("/rules").await.body;
    let document = Html::parse_document(&page);
    for rule in statute::rules::all() {
        let heading = Selector::parse(&format!("h3[id=\"{}\"]", rule.id)).expect("a selector");
        assert_eq!(document.select(&heading).count(), 1, "{}", rule.id);
    }
    for section in statute::rules::sections() {
        let link = format!("a[href=\"#{}\"]", section.slug);
        assert_eq!(found(&page, &link), [section.title]);
        assert_eq!(
            found(&page, &format!("h2#{}", section.slug)),
            [section.title]
        );
    }
    for said in [
        "to be checked by a lawyer",
        "cfg.s2.start",
        "SI 2006/1738 reg 19(4)",
        "Here: <strong>report_received</strong>",
    ] {
        assert!(page.contains(said), "{said}");
    }
    let report = browser.get("/annual-report").await.body;
    assert_eq!(found(&report, "footer a[href=\"/rules\"]"), ["Rules"]);
    let mut nobody = town.browser();
    assert!(!nobody.get("/sign-in").await.body.contains("/rules"));
}
