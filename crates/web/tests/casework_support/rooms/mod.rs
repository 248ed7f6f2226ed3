//! The later rooms through the pages, each as a browser without scripts goes through it.

mod advocacy;
mod annual_report;
mod answers;
mod completeness;
mod context;
mod equality;
mod everybody;
mod learning;
mod ombudsman;
mod one_person;
mod people;
mod pools;
mod protected_everywhere;
mod protection;
mod registers;
mod restricted_everywhere;
mod review_panel;
mod sorting;
mod stages;

use scraper::{Html, Selector};

use crate::browser::{Answer, Browser, Council, TAUGHT};

const CALL: &[(&str, &str)] = &[
    ("channel", "telephone"),
    ("complainant-1-name", "Ada Fictional"),
    ("complainant-1-capacity", "parent"),
    ("complainant-1-ground", "W-PARENT"),
    ("child-1-name", "Bo Fictional"),
    ("child-1-standing", "in_need"),
    ("service", "first_response"),
    ("point-1", "Nobody rang back for three weeks."),
    ("point-1-category", "delay"),
];

/// The letter names the next right.
const TOLD: (&str, &str) = ("rights-confirmed", "yes");

/// What closing asks of a complaint that was answered.
fn closing() -> Vec<(&'static str, &'static str)> {
    with(&TAUGHT, TOLD)
}

/// Everything that goes out at the end of Stage 2.
const PACK: [(&str, &str); 4] = [
    ("pack", "adjudication_letter"),
    ("pack", "officer_report"),
    ("pack", "independent_report"),
    ("pack", "advocacy"),
];

const INVESTIGATORS: [(&str, &str); 4] = [
    ("investigating-officer", "Ira Invented"),
    ("independent-person", "Indi Made-Up"),
    ("checked", "outside"),
    ("checked", "independent"),
];

fn text(page: &str) -> String {
    let page = Html::parse_document(page);
    let words: Vec<_> = page.root_element().text().collect();
    words.join(" ")
}

/// What is wrong, each with a link that leads somewhere.
fn summary(answer: &Answer) -> String {
    assert_eq!(answer.status, 422, "{}", answer.page);
    let document = Html::parse_document(&answer.page);
    let selector = Selector::parse(".govuk-error-summary__list").expect("a selector");
    let list = document.select(&selector).next().expect("a summary");
    let links = Selector::parse("a").expect("a selector");
    for link in list.select(&links) {
        let id = link
            .value()
            .attr("href")
            .and_then(|to| to.strip_prefix('#'));
        let target = Selector::parse(&format!("[id='{}']", id.unwrap_or_default()));
        let target = target.expect("a selector");
        assert!(
            document.select(&target).next().is_some(),
            "nothing has the id {id:?}"
        );
    }
    list.text().collect()
}

/// A case with Stage 2 answered on 20 April 2026, and the browser of that day.
async fn stage_2_answered(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let finding = ("finding-1", "partly_upheld");
    officer
        .done("/cases/C-0001/respond", &[finding, TOLD])
        .await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
    officer
        .done("/cases/C-0001/appoint-investigators", &INVESTIGATORS)
        .await;
    let officer = council.browser("officer", "2026-04-20").await;
    officer.done("/cases/C-0001/receive-reports", &[]).await;
    let mut answers = vec![finding, TOLD, ("officer", "Ado Imaginary")];
    answers.extend(PACK);
    officer
        .done("/cases/C-0001/send-adjudication", &answers)
        .await;
    officer
}

/// The answers with one of them changed.
fn with<'a>(answers: &[(&'a str, &'a str)], other: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    let mut answers = answers.to_vec();
    answers.retain(|(name, _)| *name != other.0);
    answers.push(other);
    answers
}
