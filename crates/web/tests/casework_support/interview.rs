//! The interview about the procedure, as a browser without scripts holds it.

use crate::browser::{self, Browser, council};
use crate::{OFFICER, every_link_of_the_summary_leads_somewhere, one, recorded, text};

/// Holds the interview page by page with the answers given, up to the page on which they are checked.
async fn interviewed(officer: &Browser, answers: &[(&str, &str)]) -> browser::Answer {
    let path = "/cases/C-0001/judge-procedure";
    let mut page = officer.fill(path, &[]).await;
    for (question, answer) in answers {
        assert_eq!(page.status, 200, "{question}: {}", page.page);
        let field = format!("answer-{question}");
        let sent = browser::filled(&page.page, &[(&field, answer)]);
        page = officer.post(path, &sent).await;
    }
    page
}

const STATUTORY: &[(&str, &str)] = &[
    ("safety", "risk"),
    ("wish", "complain"),
    ("speaker", "self"),
    ("body", "own"),
    ("area", "help"),
    ("help", "in_need"),
    ("person", "parent_without"),
    ("earlier", "no"),
    ("time", "within"),
    ("proceedings", "none"),
];

#[tokio::test]
async fn an_interview_leads_question_by_question_to_a_recorded_judgement() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let case = recorded(&officer).await;
    assert!(text(&case.page).contains("Procedure not judged yet."));
    let decline = officer.get("/cases/C-0001/decline").await;
    assert!(text(&decline.page).contains("Nobody has judged which procedure applies to point 1"));

    let first = officer.fill("/cases/C-0001/judge-procedure", &[]).await;
    let words = text(&first.page);
    assert!(
        words.contains("May a child be at risk") && words.contains("Say:"),
        "{words}"
    );
    let check = interviewed(&officer, STATUTORY).await;
    assert_eq!(check.status, 200, "{}", check.page);
    let words = text(&check.page);
    for said in [
        "Belongs to: the Children Act statutory procedure",
        "Refer to safeguarding at once",
        "A parent may complain without parental responsibility",
        "Children Act 1989 s.26(3)(b)",
        "SI 2006/1738 reg 9",
        "That does not settle your complaint",
        "It helps to ask within 20 working days",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let path = "/cases/C-0001/judge-procedure";
    let note = [("note", "He rang from work and was clear about it.")];
    let done = officer
        .post(path, &browser::filled(&check.page, &note))
        .await;
    assert_eq!(
        done.to.as_deref(),
        Some("/cases/C-0001?done=judge-procedure")
    );
    let case = done.follow(&officer).await;
    let words = text(&case.page);
    assert!(words.contains("Procedure judged for point 1"), "{words}");
    assert!(
        words.contains("Belongs to: the Children Act statutory procedure, judged on 2 March 2026")
    );
    assert!(words.contains("He rang from work and was clear about it."));
    assert!(!words.contains("Procedure not judged yet."));
}

#[tokio::test]
async fn an_answer_can_be_changed_and_the_others_are_kept() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/judge-procedure";
    let check = interviewed(&officer, STATUTORY).await;
    let mut back = browser::filled(&check.page, &[]);
    back.push(("change".into(), "help".into()));
    let question = officer.post(path, &back).await;
    assert_eq!(question.status, 200);
    assert!(text(&question.page).contains("Which help or care?"));
    let fields = browser::fields(&question.page);
    assert!(
        fields.contains(&("answer-help".into(), "in_need".into())),
        "{fields:?}"
    );
    let changed = [("answer-help", "looked_after")];
    let check = officer
        .post(path, &browser::filled(&question.page, &changed))
        .await;
    let words = text(&check.page);
    assert!(words.contains("Check the answers"), "{words}");
    assert!(words.contains("Care for a looked-after child"), "{words}");
    // Another way: the answers that do not belong to it are not recorded.
    let mut back = browser::filled(&check.page, &[]);
    back.push(("change".into(), "area".into()));
    let question = officer.post(path, &back).await;
    let changed = [("answer-area", "information")];
    let next = officer
        .post(path, &browser::filled(&question.page, &changed))
        .await;
    let changed = [("answer-information", "personal")];
    let check = officer
        .post(path, &browser::filled(&next.page, &changed))
        .await;
    let words = text(&check.page);
    assert!(
        words.contains("Belongs to: the data-protection complaint procedure"),
        "{words}"
    );
    assert!(
        words.contains("Recording the judgement moves nothing"),
        "{words}"
    );
    assert!(!words.contains("Which help or care?"), "{words}");
}

#[tokio::test]
async fn a_question_without_an_answer_and_a_date_against_the_answer_are_shown_where_they_belong() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/judge-procedure";
    let nothing = interviewed(&officer, &[("safety", "")]).await;
    assert_eq!(nothing.status, 422);
    assert!(one(&nothing.page, ".govuk-error-summary__list").contains("Choose an answer"));
    every_link_of_the_summary_leads_somewhere(&nothing.page);

    let late = [
        ("arose-day", "1"),
        ("arose-month", "3"),
        ("arose-year", "2025"),
    ];
    let mut page = officer.fill(path, &late).await;
    for (question, answer) in STATUTORY {
        if *question == "time" {
            let words = text(&page.page);
            assert!(
                words.contains("1 March 2025 gave until 1 March 2026: late."),
                "{words}"
            );
            assert!(words.contains("on Sunday 2 March 2025 or later"), "{words}");
            let fields = browser::fields(&page.page);
            assert!(
                fields.contains(&("answer-time".into(), "late".into())),
                "{fields:?}"
            );
        }
        let field = format!("answer-{question}");
        page = officer
            .post(path, &browser::filled(&page.page, &[(&field, answer)]))
            .await;
    }
    let refused = officer.post(path, &browser::filled(&page.page, &[])).await;
    assert_eq!(refused.status, 422);
    let summary = one(&refused.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("the year ended on 1 March 2026"),
        "{summary}"
    );
    assert!(summary.contains("SI 2006/1738 reg 9"), "{summary}");
    every_link_of_the_summary_leads_somewhere(&refused.page);
    let fields = browser::fields(&refused.page);
    assert!(
        fields.contains(&("answer-person".into(), "parent_without".into())),
        "kept"
    );

    let start = officer.get(path).await;
    let none: Vec<_> = browser::filled(&start.page, &[("points", "")]);
    let none = officer.post(path, &none).await;
    assert_eq!(none.status, 422);
    assert!(one(&none.page, ".govuk-error-summary__list").contains("Choose the points"));
    every_link_of_the_summary_leads_somewhere(&none.page);
}
