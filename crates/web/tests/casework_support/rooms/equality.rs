//! Equality monitoring through the pages: that a form went and came is seen, what it says never.

use super::{CALL, summary, text};
use crate::browser::council;

/// What the page offers for somebody in a part, by the words beside the radio button.
fn whose(page: &str, words: &str) -> String {
    let document = scraper::Html::parse_document(page);
    let radios = scraper::Selector::parse("input[name=person]").expect("a selector");
    let labels = scraper::Selector::parse("label").expect("a selector");
    let id = document
        .select(&labels)
        .find(|label| label.text().collect::<String>().contains(words))
        .and_then(|label| label.value().attr("for"))
        .unwrap_or_else(|| panic!("nobody is called {words}"));
    let radio = document
        .select(&radios)
        .find(|radio| radio.value().attr("id") == Some(id));
    let value = radio.and_then(|radio| radio.value().attr("value"));
    value.expect("a radio button has a value").to_owned()
}

#[tokio::test]
async fn a_form_is_sent_and_comes_back_and_the_complainants_and_the_childs_are_two() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/send-equality-form";
    let form = officer.get(path).await;
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let how = ("how", "with_acknowledgement");
    let case = officer.done(path, &[("person", &ada), how]).await;
    let words = text(&case.page);
    assert!(
        words.contains("Equality form sent")
            && words.contains("About the complainant")
            && words.contains("Form sent on 2 March 2026, not returned"),
        "{words}"
    );
    let form = officer.get("/cases/C-0001/record-equality").await;
    let bo = whose(&form.page, "Bo Fictional, child. No form sent");
    let later = council.browser("officer", "2026-03-05").await;
    let recorded = [
        ("person", ada.as_str()),
        ("source", "own_form"),
        ("age", "41"),
    ];
    let case = later.done("/cases/C-0001/record-equality", &recorded).await;
    let words = text(&case.page);
    assert!(
        words.contains("Form returned on 5 March 2026") && !words.contains("not returned"),
        "{words}"
    );
    assert!(!words.contains("41"), "no answer stands in the case file");
    let recorded = [("person", bo.as_str()), ("source", "care_record")];
    let case = later.done("/cases/C-0001/record-equality", &recorded).await;
    let words = text(&case.page);
    assert!(
        words.contains("Care record looked up on 5 March 2026"),
        "{words}"
    );
}

#[tokio::test]
async fn what_is_missing_of_a_sending_is_named_and_what_was_typed_stays() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/send-equality-form";
    let again = officer
        .fill(path, &[("on-day", "1"), ("on-month", "3")])
        .await;
    let problems = summary(&again);
    assert!(
        problems.contains("Choose whose form was sent")
            && problems.contains("Choose how it was sent"),
        "{problems}"
    );
    let form = officer.get(path).await;
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let early = [
        ("person", ada.as_str()),
        ("how", "telephone"),
        ("on-day", "1"),
    ];
    let refused = officer.fill(path, &early).await;
    assert!(
        summary(&refused).contains("Sending the equality form cannot be on 1 March 2026"),
        "{}",
        summary(&refused)
    );
    assert!(
        refused.page.contains("value=\"telephone\" checked"),
        "nothing typed is lost"
    );
}

#[tokio::test]
async fn each_way_not_to_answer_is_offered_and_an_answer_may_come_from_elsewhere() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/record-equality";
    let form = officer.get(path).await;
    let words = text(&form.page);
    for offered in [
        "They prefer not to say",
        "They did not say",
        "The care record does not say",
        "It was not asked",
    ] {
        // Five lists and the age.
        assert_eq!(words.matches(offered).count(), 6, "{offered}");
    }
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let odd = [
        ("person", ada.as_str()),
        ("source", "own_form"),
        ("gender", "unknown_from_record"),
        ("religion", "of_another_list"),
        ("age", "41"),
        ("age-missing", "not_asked"),
    ];
    let refused = officer.fill(path, &odd).await;
    let problems = summary(&refused);
    for problem in [
        "Sex: the care record cannot be silent on what does not come from it",
        "Choose one of the answers offered",
        "Give an age or say why there is none, not both",
    ] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    assert!(
        refused
            .page
            .contains("value=\"unknown_from_record\" selected")
            && refused.page.contains("value=\"41\""),
        "nothing typed is lost"
    );
    let sound = [
        ("person", ada.as_str()),
        ("source", "own_form"),
        ("gender", "unknown_from_record"),
        ("gender-source", "care_record"),
        ("religion", "prefer_not_to_say"),
        ("age-missing", "no_response"),
    ];
    let case = officer.done(path, &sound).await;
    let words = text(&case.page);
    assert!(words.contains("Form returned on 2 March 2026"), "{words}");
}

#[tokio::test]
async fn nobody_under_16_is_recorded_with_a_sexual_orientation() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/record-equality";
    let form = officer.get(path).await;
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let aged = |age| {
        [
            ("person", ada.as_str()),
            ("source", "own_form"),
            ("sexual-orientation", "bisexual"),
            ("age", age),
        ]
    };
    let refused = officer.fill(path, &aged("15")).await;
    let problems = summary(&refused);
    assert!(
        problems.contains("Sexual orientation is asked from the age of 16"),
        "{problems}"
    );
    officer.done(path, &aged("16")).await;
    let left_out = aged("15").map(|(field, typed)| match field {
        "sexual-orientation" => (field, ""),
        _ => (field, typed),
    });
    officer.done(path, &left_out).await;
}

#[tokio::test]
async fn an_answer_chosen_from_todays_version_of_a_list_is_counted_in_that_list() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/record-equality";
    let form = officer.get(path).await;
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let answers = [
        ("person", ada.as_str()),
        ("source", "own_form"),
        ("sexual-orientation", "bisexual"),
    ];
    officer.done(path, &answers).await;
    let analyst = council.browser("analyst", "2026-06-30").await;
    let report = analyst.get("/annual-report/2025-26/internal").await;
    let words = text(&report.page);
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    // Without its version the answer would be one that nobody can say the meaning of.
    assert!(
        words.contains("Bisexual 1") && !words.contains("a list that the settings do not hold"),
        "{words}"
    );
}

/// The questions a council may add.
const IN_DETAIL: &str = r#"gender_identity = [{ code = "yes", label = "Yes" }, { code = "no", label = "No" }]
long_lasting = [{ code = "yes", label = "Yes" }, { code = "no", label = "No" }]
day_to_day = [{ code = "a_lot", label = "Yes, a lot" }, { code = "a_little", label = "Yes, a little" }, { code = "not_at_all", label = "Not at all" }]
impairments = [{ code = "hearing", label = "Hearing" }, { code = "memory", label = "Memory" }, { code = "none_of_these", label = "None of these" }]
wording = { gender_identity = [{ from = "2026-03-02", asks = "Is your gender the one registered at birth?" }] }"#;

#[tokio::test]
async fn several_impairments_are_recorded_and_counted_and_what_does_not_fit_together_is_said() {
    let council = council().await;
    council.ask(IN_DETAIL).await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/record-equality";
    let form = officer.get(path).await;
    let words = text(&form.page);
    assert!(
        words.contains("Is your gender the one registered at birth?")
            && words.contains("Which impairments do they have?")
            && !words.contains("Disability or impairment"),
        "{words}"
    );
    // Seven lists, impairments and the age, each with its ways not to answer.
    assert_eq!(words.matches("They prefer not to say").count(), 9);
    let ada = whose(&form.page, "Ada Fictional, complainant");
    let base = [("person", ada.as_str()), ("source", "own_form")];
    for (odd, problem) in [
        (
            vec![("impairments", "hearing"), ("impairments", "none_of_these")],
            "Choose impairments, or that there are none of these, not both",
        ),
        (
            vec![
                ("impairments", "hearing"),
                ("impairments-missing", "no_response"),
            ],
            "Choose impairments or say why there are none, not both",
        ),
        (
            vec![("impairments", "vision")],
            "Choose one of the answers offered",
        ),
        (
            vec![("gender-identity", "yes"), ("age", "15")],
            "Gender identity is asked from the age of 16",
        ),
    ] {
        let refused = officer.fill(path, &[&base[..], &odd].concat()).await;
        let problems = summary(&refused);
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    let sound = [
        ("long-lasting", "yes"),
        ("day-to-day", "a_little"),
        ("impairments", "hearing"),
        ("impairments", "memory"),
        ("gender-identity", "prefer_not_to_say"),
        ("age", "41"),
    ];
    officer.done(path, &[&base[..], &sound].concat()).await;
    let analyst = council.browser("analyst", "2026-06-30").await;
    let report = analyst.get("/annual-report/2025-26/internal").await;
    let words = text(&report.page);
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    for row in [
        "people may be counted more than once",
        "Hearing 1",
        "Memory 1",
        "Complaints whose complainant answered 1",
        "Yes, a little 1",
        "Asked in more detail, in tables of their own 1",
    ] {
        assert!(words.contains(row), "{row}: {words}");
    }
}

#[tokio::test]
async fn a_council_that_does_not_ask_is_asked_nothing_more() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let form = officer.get("/cases/C-0001/record-equality").await;
    let words = text(&form.page);
    for question in ["gender identity", "12 months or more", "Which impairments"] {
        assert!(!words.contains(question), "{question}: {words}");
    }
}
