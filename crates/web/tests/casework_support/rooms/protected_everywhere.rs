//! A protection reaches every case of the person, whichever came first, the protection or the match.

use super::one_person::{page_of, press};
use super::protection::{ADDRESS, WITHHELD, person};
use super::{CALL, TOLD, summary, text, with};
use crate::browser::{Browser, Council, council};

const FIRST: &str = "/cases/C-0001";
const SECOND: &str = "/cases/C-0002";
const THIRD: &str = "/cases/C-0003";

/// The year and the audience of a report with the cases in it.
const REPORT: (&str, &str) = ("2025-26", "internal");

const BECAUSE: &str = "because of another case of the same person";

/// Two cases of Ada with the same address, and one that says nothing of how she is reached.
async fn cases_of_ada(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    let ada = with(CALL, ("complainant-1-contact", ADDRESS));
    officer.done("/complaints/new", &ada).await;
    let named = council.account("second-officer");
    officer
        .done("/complaints/new", &with(&ada, ("complained-about", &named)))
        .await;
    officer.done("/complaints/new", CALL).await;
    officer
}

pub(super) async fn matched(officer: &Browser, one: &str, other: &str) {
    let one = page_of(officer, one, "Ada Fictional").await;
    let other = page_of(officer, other, "Ada Fictional").await;
    let sent = format!("{one}/match-person");
    let judged = officer.post(&sent, &pair(&one, &other)).await;
    assert_eq!(judged.status, 303, "{}", judged.page);
}

/// The fields of the button that says something of two people.
pub(super) fn pair(one: &str, other: &str) -> Vec<(String, String)> {
    let mut fields = vec![("submission".to_owned(), uuid::Uuid::now_v7().to_string())];
    for (which, path) in [("one", one), ("other", other)] {
        let mut parts = path.trim_start_matches("/cases/").split("/people/");
        for what in ["case", "person"] {
            let value = parts.next().expect("a case and a person");
            fields.push((format!("{which}-{what}"), value.to_owned()));
        }
    }
    fields
}

async fn protect(browser: &Browser, case: &str) {
    let path = format!("{case}/protect-contact");
    let ada = person(browser, &path, "Ada Fictional").await;
    let answers = [
        ("person", ada.as_str()),
        ("what", "address_protected"),
        ("reasons", "She fled; the police told us."),
    ];
    browser.done(&path, &answers).await;
}

/// Every page of the program with these cases and everybody in them, and the files of the annual report as text.
async fn addresses(browser: &Browser) -> Vec<String> {
    let mut addresses = vec![
        "/register?q=Fictional".to_owned(),
        "/register?q=Hidden".to_owned(),
        THIRD.to_owned(),
    ];
    for case in [FIRST, SECOND, THIRD] {
        for name in ["Ada Fictional", "Bo Fictional"] {
            addresses.push(page_of(browser, case, name).await);
        }
    }
    for route in web::server::routes() {
        if route.method == "GET" {
            let of_year = route.path.replace("{year}", REPORT.0);
            let of_year = of_year.replace("{audience}", REPORT.1);
            let cases = [FIRST, SECOND].map(|case| case.trim_start_matches("/cases/"));
            addresses.extend(cases.map(|case| of_year.replace("{reference}", case)));
        }
    }
    let report = format!("/annual-report/{}/{}", REPORT.0, REPORT.1);
    let report = browser.get(&report).await.page;
    let report = scraper::Html::parse_document(&report);
    let links = scraper::Selector::parse("main a").expect("a selector");
    let links = report.select(&links).filter_map(|link| link.attr("href"));
    let mut files: Vec<String> = links.map(str::to_owned).collect();
    // The PDF is made of the same document and is no text.
    files.retain(|file| file.starts_with("/annual-report/") && !file.contains(".pdf"));
    assert!(files.len() > 2, "the report can be had as files: {files:?}");
    addresses.extend(files);
    addresses.retain(|path| !path.contains('{'));
    addresses.sort();
    addresses.dedup();
    addresses
}

/// That the address stands nowhere in any case, for nobody.
async fn nowhere(council: &Council) {
    for account in ["officer", "complaints-manager", "director"] {
        let browser = council.browser(account, "2026-03-04").await;
        for case in [FIRST, SECOND] {
            let words = text(&browser.get(case).await.page);
            assert!(words.contains(WITHHELD), "{account}, {case}: {words}");
        }
        let addresses = addresses(&browser).await;
        assert!(addresses.len() > 200, "{} addresses", addresses.len());
        for path in addresses {
            let page = browser.get(&path).await.page;
            assert!(
                !page.contains(ADDRESS),
                "{account} sees the address on {path}"
            );
        }
    }
}

#[tokio::test]
async fn protected_first_and_matched_then_the_address_stands_nowhere() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    protect(&officer, FIRST).await;
    assert!(text(&officer.get(SECOND).await.page).contains(ADDRESS));
    matched(&officer, FIRST, SECOND).await;
    nowhere(&council).await;
    let officer = council.browser("officer", "2026-03-04").await;
    let words = text(&officer.get(SECOND).await.page);
    assert!(
        words.contains(BECAUSE) && !words.contains("C-0001"),
        "{words}"
    );
}

#[tokio::test]
async fn matched_first_and_protected_by_somebody_who_may_not_open_the_other_case_the_address_stands_nowhere()
 {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    matched(&officer, FIRST, SECOND).await;
    let second = council.browser("second-officer", "2026-03-03").await;
    assert_eq!(second.get(SECOND).await.status, 403);
    protect(&second, FIRST).await;
    nowhere(&council).await;
    // Further on in the case more pages are open.
    let officer = council.browser("officer", "2026-03-04").await;
    let answer = [("finding-1", "not_upheld"), TOLD];
    officer.done(&format!("{SECOND}/respond"), &answer).await;
    nowhere(&council).await;
}

#[tokio::test]
async fn through_a_third_case_that_says_nothing_of_it_a_protection_reaches_as_well() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    protect(&officer, FIRST).await;
    matched(&officer, FIRST, THIRD).await;
    matched(&officer, THIRD, SECOND).await;
    nowhere(&council).await;
}

#[tokio::test]
async fn a_match_that_withholds_something_is_taken_back_by_the_complaints_manager_alone() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    matched(&officer, FIRST, SECOND).await;
    protect(&officer, FIRST).await;
    for case in [FIRST, SECOND] {
        let path = page_of(&officer, case, "Ada Fictional").await;
        let refused = press(&officer, &path, "Take it back").await;
        assert_eq!(refused.status, 422);
        assert!(summary(&refused).contains("only the complaints manager can do that"));
    }
    nowhere(&council).await;
    let manager = council.browser("complaints-manager", "2026-03-04").await;
    let path = page_of(&manager, FIRST, "Ada Fictional").await;
    assert_eq!(press(&manager, &path, "Take it back").await.status, 303);
    let officer = council.browser("officer", "2026-03-04").await;
    assert!(text(&officer.get(SECOND).await.page).contains(ADDRESS));
    // Of two who are not matched nobody learns whether one is protected.
    let other = page_of(&officer, SECOND, "Ada Fictional").await;
    let sent = format!("{path}/unmatch-person");
    let again = officer.post(&sent, &pair(&path, &other)).await;
    assert!(summary(&again).contains("Nobody has said that these two are the same person"));
    let first = text(&officer.get(FIRST).await.page);
    assert!(
        first.contains(WITHHELD) && !first.contains(ADDRESS),
        "{first}"
    );
}

#[tokio::test]
async fn it_is_released_in_the_other_case_and_lifted_where_it_was_recorded() {
    let council = council().await;
    let officer = cases_of_ada(&council).await;
    matched(&officer, FIRST, SECOND).await;
    protect(&officer, FIRST).await;
    let manager = council.browser("complaints-manager", "2026-03-04").await;
    let lifting = manager.get(&format!("{SECOND}/lift-protection")).await;
    assert!(text(&lifting.page).contains("recorded in another case of the same person"));
    let release = format!("{SECOND}/release-contact");
    let officer = council.browser("officer", "2026-03-04").await;
    assert_eq!(officer.get(&release).await.status, 403);
    let ada = person(&manager, &release, "Ada Fictional").await;
    let to = council.account("officer");
    let answers = [
        ("person", ada.as_str()),
        ("to", to.as_str()),
        ("reason", "The answer goes by post."),
    ];
    let shown = manager.fill(&release, &answers).await;
    assert_eq!(shown.status, 200);
    assert!(text(&shown.page).contains(ADDRESS));
    nowhere(&council).await;
    let lift = format!("{FIRST}/lift-protection");
    let ada = person(&manager, &lift, "Ada Fictional").await;
    let answers = [
        ("person", ada.as_str()),
        ("what", "address_protected"),
        ("reasons", "She told us herself."),
    ];
    manager.done(&lift, &answers).await;
    for case in [FIRST, SECOND] {
        let words = text(&officer.get(case).await.page);
        assert!(
            words.contains(ADDRESS) && !words.contains(WITHHELD),
            "{words}"
        );
    }
}
