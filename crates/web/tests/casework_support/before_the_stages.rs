//! What is decided before a stage begins: interest, lateness, agreement.

use super::browser::{self, council};
use super::{CALL, OFFICER, every_link_of_the_summary_leads_somewhere, one, recorded, text};

#[tokio::test]
async fn a_late_complaint_is_received_and_weighed_before_it_is_answered() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let mut late = CALL.to_vec();
    late.extend([
        ("arose-day", "1"),
        ("arose-month", "3"),
        ("arose-year", "2024"),
    ]);
    officer.done("/complaints/new", &late).await;
    let case = officer.get("/cases/C-0001").await;
    assert_eq!(one(&case.page, "main a.govuk-button"), "Weigh the delay");
    assert!(case.page.contains("/cases/C-0001/weigh-delay"));

    let answer = [
        ("finding-1", "upheld"),
        ("letter", "Dear Ada"),
        ("rights-confirmed", "yes"),
    ];
    let refused = officer.fill("/cases/C-0001/respond", &answer).await;
    assert_eq!(refused.status, 422);
    let summary = one(&refused.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("the year ended on 1 March 2025")
            && summary.contains("SI 2006/1738 reg 9"),
        "{summary}"
    );

    let path = "/cases/C-0001/weigh-delay";
    let form = officer.get(path).await;
    assert!(text(&form.page).contains("Saturday 1 March 2025"));
    let empty = officer.fill(path, &[]).await;
    assert_eq!(empty.status, 422);
    let summary = one(&empty.page, ".govuk-error-summary__list");
    for problem in [
        "Choose whether it was unreasonable to expect it in time",
        "Choose whether they can still be considered effectively and fairly",
        "Choose whether they are considered",
        "Enter the reasons",
    ] {
        assert!(summary.contains(problem), "{problem}: {summary}");
    }
    every_link_of_the_summary_leads_somewhere(&empty.page);

    let taken = [
        ("expected", "no"),
        ("fair", "yes"),
        ("accepted", "yes"),
        (
            "reasons",
            "They were in hospital, and the file is complete.",
        ),
    ];
    let refused = officer.fill(path, &taken).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("it was reasonable to expect them in time"));
    assert!(refused.page.contains("They were in hospital"));
    every_link_of_the_summary_leads_somewhere(&refused.page);
    let again = browser::filled(&refused.page, &[("expected", "yes")]);
    let sent = officer.post(path, &again).await;
    assert_eq!(sent.status, 303, "{}", sent.page);
    officer.done("/cases/C-0001/respond", &answer).await;
}

#[tokio::test]
async fn a_late_complaint_is_refused_with_everything_that_a_refusal_needs() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let mut late = CALL.to_vec();
    late.extend([
        ("arose-day", "1"),
        ("arose-month", "3"),
        ("arose-year", "2024"),
    ]);
    officer.done("/complaints/new", &late).await;
    let path = "/cases/C-0001/weigh-delay";
    let refusal = [
        ("expected", "no"),
        ("fair", "no"),
        ("accepted", "no"),
        ("reasons", "They knew of the procedure."),
        ("adjustments", "A meeting was offered."),
        ("told-day", "2"),
        ("told-month", "3"),
        ("told-year", "2026"),
    ];
    let unnamed = officer.fill(path, &refusal).await;
    assert_eq!(unnamed.status, 422);
    assert!(text(&unnamed.page).contains("The letter does not name the Ombudsman"));
    every_link_of_the_summary_leads_somewhere(&unnamed.page);
    let named = browser::filled(&unnamed.page, &[("ombudsman", "yes")]);
    let case = officer.post(path, &named).await.follow(&officer).await;
    assert!(one(&case.page, ".govuk-tag").contains("Declined"));
    assert!(text(&case.page).contains("Point 1 not considered: too late"));
}

#[tokio::test]
async fn interest_is_decided_for_another_person_and_refused_for_a_parent() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let neighbour: Vec<_> = CALL
        .iter()
        .map(|(name, value)| match *name {
            "complainant-1-ground" => (*name, "W-OTHER"),
            _ => (*name, *value),
        })
        .collect();
    officer.done("/complaints/new", &neighbour).await;
    let case = officer.get("/cases/C-0001").await;
    assert!(case.page.contains("/cases/C-0001/decide-interest"));
    assert!(text(&case.page).contains("Decide whether the person has sufficient interest"));
    let path = "/cases/C-0001/decide-interest";
    let decision = [
        ("sufficient", "no"),
        ("views", "no"),
        ("no-views", "She is two years old."),
        ("reasons", "They have never met the child."),
    ];
    let untold = officer.fill(path, &decision).await;
    assert_eq!(untold.status, 422);
    let summary = one(&untold.page, ".govuk-error-summary__list");
    assert!(summary.contains("SI 2006/1738 regs 9 and 12"), "{summary}");
    every_link_of_the_summary_leads_somewhere(&untold.page);
    let told = [
        ("told-day", "2"),
        ("told-month", "3"),
        ("told-year", "2026"),
    ];
    let sent = browser::filled(&untold.page, &told);
    let case = officer.post(path, &sent).await.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("Interest in the child’s welfare found not sufficient"),
        "{words}"
    );
    assert!(one(&case.page, ".govuk-tag").contains("Declined"));

    recorded(&officer).await;
    let case = officer.get("/cases/C-0002").await;
    assert!(!case.page.contains("/cases/C-0002/decide-interest"));
    let form = officer.get("/cases/C-0002/decide-interest").await;
    let ada = one_value(&form.page, "person");
    let mut asked = decision.to_vec();
    asked.push(("person", &ada));
    let refused = officer.fill("/cases/C-0002/decide-interest", &asked).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("the Act names them"));
}

#[tokio::test]
async fn a_parent_is_never_asked_for_the_childs_agreement() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/record-consent";
    let asked = [("answer", "agrees"), ("basis", "gillick_yes")];
    let refused = officer.fill(path, &asked).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("the person complains in their own right"));
    every_link_of_the_summary_leads_somewhere(&refused.page);
    let case = officer.done(path, &[]).await;
    assert!(text(&case.page).contains("Not needed: the person complains in their own right"));
}

#[tokio::test]
async fn an_anonymous_complaint_is_logged_without_deadlines() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let said = [
        ("kind", "anonymous_complaint"),
        ("channel", "letter"),
        ("service", "first_response"),
        ("text", "A child on our road is left alone at night."),
    ];
    let case = officer
        .fill("/contacts/new", &said)
        .await
        .follow(&officer)
        .await;
    let words = text(&case.page);
    assert!(words.contains("Anonymous complaint"), "{words}");
    assert!(!words.contains("Next:"), "{words}");
    officer
        .done(
            "/cases/C-0001/refer-elsewhere",
            &[("route", "R-SAFE"), ("reasons", "A child may be at risk.")],
        )
        .await;
    officer
        .done("/cases/C-0001/close", &[("rights-confirmed", "yes")])
        .await;
}

/// The value of the first box or button of a name.
fn one_value(page: &str, name: &str) -> String {
    let document = scraper::Html::parse_document(page);
    let selector = scraper::Selector::parse(&format!("input[name='{name}']")).expect("a selector");
    let value = document.select(&selector).next();
    value
        .and_then(|input| input.value().attr("value"))
        .unwrap_or_default()
        .to_owned()
}
