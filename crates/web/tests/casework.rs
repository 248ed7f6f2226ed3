//! Casework through the pages, as a browser without scripts does it: fill in, send, follow.

#[path = "casework_support/before_the_stages.rs"]
mod before_the_stages;
#[path = "casework_support/browser.rs"]
mod browser;
#[path = "casework_support/corporate.rs"]
mod corporate;
#[path = "casework_support/interview.rs"]
mod interview;
#[path = "casework_support/proceedings.rs"]
mod proceedings;
#[path = "casework_support/rooms/mod.rs"]
mod rooms;
#[path = "casework_support/what_is_due.rs"]
mod what_is_due;

use app::permit::Deed;
use browser::{Answer, Browser, TAUGHT, council, filled};
use casework::action::Action;
use scraper::{Html, Selector};
use web::site::Access;

const OFFICER: &str = "officer";
const MANAGER: &str = "manager";
const OTHER: &str = "other-manager";

/// What a caller says on Monday 2 March 2026, written down that day.
const CALL: &[(&str, &str)] = &[
    ("channel", "telephone"),
    ("complainant-1-name", "Ada Fictional"),
    ("complainant-1-contact", "01632 960000"),
    ("complainant-1-capacity", "parent"),
    ("complainant-1-ground", "W-PARENT"),
    ("child-1-name", "Bo Fictional"),
    ("child-1-standing", "in_need"),
    ("service", "first_response"),
    ("point-1", "Nobody rang back for three weeks."),
    ("point-1-category", "delay"),
    ("wanted", "An apology and a plan"),
];

async fn recorded(officer: &Browser) -> Answer {
    officer
        .fill("/complaints/new", CALL)
        .await
        .follow(officer)
        .await
}

fn text(page: &str) -> String {
    Html::parse_document(page)
        .root_element()
        .text()
        .collect::<Vec<_>>()
        .join(" ")
}

fn one(page: &str, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector");
    let document = Html::parse_document(page);
    let found = document
        .select(&selector)
        .map(|element| element.text().collect::<String>());
    found.collect::<Vec<_>>().join(" | ")
}

#[tokio::test]
async fn a_complaint_runs_from_the_call_to_stage_2_and_its_answer() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let case = recorded(&officer).await;
    assert!(
        text(&case.page).contains("Complaint recorded as C-0001."),
        "{}",
        case.page
    );
    // Ten working days from Monday 2 March 2026.
    assert!(text(&case.page).contains("Monday 16 March 2026"));
    assert_eq!(one(&case.page, "h1"), "C-0001");

    let officer = council.browser(OFFICER, "2026-03-03").await;
    let case = officer.done("/cases/C-0001/acknowledge", &[]).await;
    assert!(case.page.contains("Acknowledgement recorded for C-0001."));
    let manager = council.account(MANAGER);
    officer
        .done("/cases/C-0001/assign", &[("to", &manager)])
        .await;
    let case = officer
        .done(
            "/cases/C-0001/extend-local-resolution",
            &[("reason", "complex")],
        )
        .await;
    assert!(text(&case.page).contains("Extended to Monday 30 March 2026."));

    let manager = council.browser(MANAGER, "2026-03-20").await;
    let form = manager.get("/cases/C-0001/respond").await;
    assert!(form.page.contains("Nobody rang back for three weeks."));
    // Twenty working days from Friday 20 March 2026, over Easter.
    let words = text(&form.page);
    assert!(
        words.contains("It helps if you ask by Tuesday 21 April 2026"),
        "{words}"
    );
    let case = manager
        .done(
            "/cases/C-0001/respond",
            &[
                ("finding-1", "upheld"),
                ("reasons-1", "The calls were not logged."),
                ("letter", "Dear Ada"),
                ("rights-confirmed", "yes"),
            ],
        )
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("Stage 1 response sent") && words.contains("after 14 working days"),
        "{words}"
    );
    assert!(words.contains("The calls were not logged."));

    let officer = council.browser(OFFICER, "2026-03-23").await;
    let silent = officer.fill("/cases/C-0001/close", &[]).await;
    assert_eq!(silent.status, 422);
    let summary = one(&silent.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("Choose what the complaint taught"),
        "{summary}"
    );
    let case = officer.done("/cases/C-0001/close", &TAUGHT).await;
    assert!(text(&case.page).contains("Next right: to ask for an independent investigation"));
    let case = officer
        .done("/cases/C-0001/request-investigation", &[("oral", "yes")])
        .await;
    assert!(one(&case.page, ".govuk-tag").contains("Stage 2"));

    let refused = officer.fill("/cases/C-0001/close", &[]).await;
    assert_eq!(refused.status, 422);
    let summary = one(&refused.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("the investigation asked for has not been answered"),
        "{summary}"
    );
    assert!(summary.contains("Do that first") && summary.contains("SI 2006/1738 regs 15 and 17"));

    officer
        .done(
            "/cases/C-0001/appoint-investigators",
            &[
                ("investigating-officer", "Ira Invented"),
                ("independent-person", "Indi Made-Up"),
                ("checked", "outside"),
                ("checked", "independent"),
            ],
        )
        .await;
    officer.done("/cases/C-0001/receive-reports", &[]).await;
    let case = officer
        .done(
            "/cases/C-0001/send-adjudication",
            &[
                ("finding-1", "partly_upheld"),
                ("rights-confirmed", "yes"),
                ("officer", "Ado Imaginary"),
                ("pack", "officer_report"),
                ("pack", "independent_report"),
                ("pack", "adjudication_letter"),
                ("pack", "advocacy"),
            ],
        )
        .await;
    assert!(text(&case.page).contains("Stage 2: Partly upheld"));
    officer.done("/cases/C-0001/close", &TAUGHT).await;
}

#[tokio::test]
async fn a_form_that_cannot_be_understood_shows_every_problem_and_keeps_what_was_typed() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let wrong = [
        ("received-day", "31"),
        ("received-month", "2"),
        ("point-1", "Nobody <rang> back."),
        ("complainant-1-name", "Ada Fictional"),
    ];
    let answer = officer.fill("/complaints/new", &wrong).await;
    assert_eq!(answer.status, 422);
    let summary = one(&answer.page, ".govuk-error-summary__list");
    for problem in [
        "Choose how it arrived",
        "The date it was received must be a real date",
        "Choose in what capacity they complain",
        "Choose which service it is about",
        "Choose at least one category for point 1",
    ] {
        assert!(summary.contains(problem), "{problem}: {summary}");
    }
    assert!(one(&answer.page, "title").starts_with("Error: "));
    let fields = browser::fields(&answer.page);
    for kept in wrong {
        assert!(
            fields
                .iter()
                .any(|(name, value)| (name.as_str(), value.as_str()) == kept),
            "{kept:?}"
        );
    }
    every_link_of_the_summary_leads_somewhere(&answer.page);
}

fn every_link_of_the_summary_leads_somewhere(page: &str) {
    let document = Html::parse_document(page);
    let links = Selector::parse(".govuk-error-summary__list a").expect("a selector");
    let mut seen = 0;
    for link in document.select(&links) {
        let id = link
            .value()
            .attr("href")
            .and_then(|href| href.strip_prefix('#'))
            .expect("a fragment");
        let target = Selector::parse(&format!("[id='{id}']")).expect("a selector");
        assert!(
            document.select(&target).next().is_some(),
            "nothing has the id {id}"
        );
        seen += 1;
    }
    assert!(seen > 0);
}

#[tokio::test]
async fn sending_a_form_twice_records_it_once() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let form = officer.get("/complaints/new").await;
    let filled = browser::filled(&form.page, CALL);
    let first = officer.post("/complaints/new", &filled).await;
    let again = officer.post("/complaints/new", &filled).await;
    assert_eq!(
        (first.status, first.to.as_deref()),
        (303, again.to.as_deref())
    );
    assert_eq!(
        first.to.as_deref(),
        Some("/cases/C-0001?done=record-complaint")
    );
    assert_eq!(officer.get("/cases/C-0002").await.status, 404);

    let form = officer.get("/cases/C-0001/acknowledge").await;
    let filled = browser::filled(&form.page, &[]);
    let first = officer.post("/cases/C-0001/acknowledge", &filled).await;
    let again = officer.post("/cases/C-0001/acknowledge", &filled).await;
    assert_eq!((first.status, again.status), (303, 303));
    let case = officer.get("/cases/C-0001").await;
    assert_eq!(
        one(&case.page, ".heard-timeline__title"),
        "Acknowledged | Received a complaint"
    );
}

#[tokio::test]
async fn a_form_overtaken_by_somebody_else_shows_what_happened_and_can_be_sent_again() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/decline";
    let reasons = "The person is not among those the Act names.";
    let answers = [
        ("ground", "not_eligible"),
        ("reasons", reasons),
        ("ombudsman", "yes"),
    ];
    let form = officer.get(path).await;
    let filled = browser::filled(&form.page, &answers);

    let colleague = council.browser("second-officer", "2026-03-02").await;
    colleague.done("/cases/C-0001/acknowledge", &[]).await;

    let overtaken = officer.post(path, &filled).await;
    assert_eq!(overtaken.status, 409);
    let words = text(&overtaken.page);
    assert!(
        words.contains("Somebody else has worked on this case"),
        "{words}"
    );
    assert!(
        words.contains("Acknowledged on 2 March 2026, recorded by The second-officer"),
        "{words}"
    );
    assert!(overtaken.page.contains(reasons));
    let again = officer
        .post(path, &browser::filled(&overtaken.page, &[]))
        .await;
    assert_eq!(again.status, 303, "{}", again.page);
}

#[tokio::test]
async fn another_point_can_be_added_without_losing_anything() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let form = officer.get("/complaints/new").await;
    let mut filled = browser::filled(&form.page, CALL);
    filled.push(("add".into(), "point".into()));
    let longer = officer.post("/complaints/new", &filled).await;
    assert_eq!(longer.status, 200);
    assert!(one(&longer.page, ".govuk-error-summary").is_empty());
    let second = [
        ("point-2", "The plan was not shared."),
        ("point-2-category", "conduct"),
    ];
    let sent = officer
        .post("/complaints/new", &browser::filled(&longer.page, &second))
        .await;
    let case = sent.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("Nobody rang back for three weeks.")
            && words.contains("The plan was not shared.")
    );
}

#[tokio::test]
async fn a_manager_sees_the_case_only_while_it_is_theirs_and_their_words_are_not_lost() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let manager = council.browser(MANAGER, "2026-03-02").await;
    let refused = manager.get("/cases/C-0001").await;
    assert_eq!(refused.status, 403);
    assert!(!refused.page.contains("Fictional"));

    let theirs = council.account(MANAGER);
    officer
        .done("/cases/C-0001/assign", &[("to", &theirs)])
        .await;
    let form = manager.get("/cases/C-0001/respond").await;
    let answers = [
        ("finding-1", "upheld"),
        ("letter", "Dear Ada, we are sorry for what happened."),
        ("rights-confirmed", "yes"),
    ];
    let filled = browser::filled(&form.page, &answers);
    let others = council.account(OTHER);
    officer
        .done("/cases/C-0001/assign", &[("to", &others)])
        .await;
    let answer = manager.post("/cases/C-0001/respond", &filled).await;
    assert_eq!(answer.status, 403);
    assert!(
        answer
            .page
            .contains("Dear Ada, we are sorry for what happened."),
        "{}",
        answer.page
    );
}

#[tokio::test]
async fn somebody_complained_about_can_neither_be_asked_nor_read_it() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let manager = council.account(MANAGER);
    let mut call = CALL.to_vec();
    call.push(("complained-about", &manager));
    officer
        .fill("/complaints/new", &call)
        .await
        .follow(&officer)
        .await;
    let form = officer.get("/cases/C-0001/assign").await;
    assert!(!form.page.contains(&manager));
    let refused = officer
        .fill("/cases/C-0001/assign", &[("to", &manager)])
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        one(&refused.page, ".govuk-error-summary__list").contains("cannot answer the complaint")
    );
    let theirs = council.browser(MANAGER, "2026-03-02").await;
    assert_eq!(theirs.get("/cases/C-0001").await.status, 403);
}

#[tokio::test]
async fn a_compliment_and_an_enquiry_have_their_short_forms() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let praise = [
        ("service", "first_response"),
        ("source", "parent_or_carer"),
        ("text", "Thank you!"),
    ];
    let case = officer.done("/compliments/new", &praise).await;
    assert!(text(&case.page).contains("Recorded as C-0001."));
    let letter = [
        ("member", "councillor"),
        ("service", "first_response"),
        ("consent", "held"),
    ];
    let case = officer.done("/member-enquiries/new", &letter).await;
    assert!(
        text(&case.page).contains("Monday 16 March 2026"),
        "{}",
        text(&case.page)
    );
    officer.done("/cases/C-0002/answer-enquiry", &[]).await;
    officer.done("/cases/C-0002/close", &[]).await;
}

#[tokio::test]
async fn every_page_opens_and_carries_no_name_in_its_title() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    // Some pages are the complaints manager’s alone.
    let manager = council.browser("complaints-manager", "2026-03-02").await;
    let case = manager.get("/cases/C-0001").await.page;
    let after = case.split("/people/").nth(1);
    let person = after.and_then(|rest| rest.split('"').next());
    let person = person.expect("the case file leads to its people");
    for route in web::server::routes() {
        let casework = route.path.starts_with("/cases/") || route.path.ends_with("/new");
        if route.method == "GET" && casework {
            let path = route.path.replace("{reference}", "C-0001");
            let path = path.replace("{person}", person);
            let answer = manager.get(&path).await;
            if answer.status == 409 {
                assert!(answer.page.contains("This cannot be done now."), "{path}");
            } else {
                assert_eq!(answer.status, 200, "{path}");
            }
            let title = one(&answer.page, "title");
            assert!(!title.contains("Fictional"), "{path}: {title}");
            assert_eq!(
                one(&answer.page, "h1").matches('|').count(),
                0,
                "{path} has one h1"
            );
        }
    }
}

#[tokio::test]
async fn words_written_in_a_session_that_ended_come_back_to_be_sent_again() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/respond";
    let form = officer.get(path).await;
    let letter = "Dear Ada, we are sorry for what happened.";
    let answers = [
        ("finding-1", "upheld"),
        ("letter", letter),
        ("rights-confirmed", "yes"),
    ];
    let filled = browser::filled(&form.page, &answers);
    let kept = officer.signed_out().post(path, &filled).await;
    assert_eq!(kept.status, 403);
    assert!(text(&kept.page).contains("You have been signed out"));
    assert!(
        !kept.page.contains("Nobody rang back"),
        "nothing of the case is shown"
    );
    let again = officer.post(path, &browser::fields(&kept.page)).await;
    assert_eq!(again.status, 303, "{}", again.page);
    let case = again.follow(&officer).await;
    assert!(text(&case.page).contains(letter));
}

#[tokio::test]
async fn a_missed_date_is_shown_as_overdue_with_how_late_it_is() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    // Due on Monday 16 March; Good Friday is 3 April and Easter Monday 6 April.
    let officer = council.browser(OFFICER, "2026-04-07").await;
    let case = officer.get("/cases/C-0001").await;
    let overdue = one(&case.page, ".heard-clock--overdue");
    assert!(
        overdue.contains("Stage 1 response sent") && overdue.contains("14 working days late"),
        "{overdue}"
    );
}

#[tokio::test]
async fn a_date_that_was_decided_stands_when_the_council_changes_its_own_time() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let case = recorded(&officer).await;
    assert!(text(&case.page).contains("2 working days from Monday 2 March 2026."));
    council.set("cfg.ack.stage1_wd = 5").await;
    let case = officer.get("/cases/C-0001").await;
    let words = text(&case.page);
    // With the working that led to it, not with the council's new time.
    assert!(
        words.contains("2 working days from Monday 2 March 2026."),
        "{words}"
    );
    assert!(words.contains("Wednesday 4 March 2026") && !words.contains("Monday 9 March 2026"));
}

#[test]
fn every_action_has_its_page_under_the_name_of_its_file() {
    let routes = web::server::routes();
    for action in Action::ALL {
        let path = if *action == Action::RecordComplaint {
            "/complaints/new".to_owned()
        } else if *action == Action::RecordContact {
            "/contacts/new".to_owned()
        } else if *action == Action::TakeContact {
            "/contacts-to-sort/new".to_owned()
        } else {
            format!("/cases/{{reference}}/{}", action.file().replace('_', "-"))
        };
        for method in ["GET", "POST"] {
            let route = routes
                .iter()
                .find(|route| route.path == path && route.method == method);
            let route = route.unwrap_or_else(|| panic!("there is no {method} {path}"));
            assert_eq!(route.access, Access::May(Deed::Act(*action)), "{path}");
        }
    }
}

#[tokio::test]
async fn no_letter_is_recorded_as_sent_that_does_not_name_the_next_right() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    let path = "/cases/C-0001/respond";
    let unconfirmed = officer.fill(path, &[("finding-1", "upheld")]).await;
    assert_eq!(unconfirmed.status, 422);
    let summary = one(&unconfirmed.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("Confirm that the letter says what the complainant may do next"),
        "{summary}"
    );
    every_link_of_the_summary_leads_somewhere(&unconfirmed.page);
    let hurried = [
        ("finding-1", "upheld"),
        ("rights-confirmed", "yes"),
        ("rights-until-day", "20"),
        ("rights-until-month", "3"),
    ];
    let hurried = officer.fill(path, &hurried).await;
    assert_eq!(hurried.status, 422);
    let summary = one(&hurried.page, ".govuk-error-summary__list");
    assert!(
        summary.contains("20 March 2026 is earlier than the law allows: 30 March 2026")
            && summary.contains("SI 2006/1738 reg 15(2)"),
        "{summary}"
    );
    every_link_of_the_summary_leads_somewhere(&hurried.page);
}

#[tokio::test]
async fn a_letter_of_an_earlier_day_is_asked_about_once_and_then_taken_as_it_is() {
    let council = council().await;
    recorded(&council.browser(OFFICER, "2026-03-02").await).await;
    let officer = council.browser(OFFICER, "2026-03-04").await;
    let path = "/cases/C-0001/respond";
    let answers = [
        ("finding-1", "upheld"),
        ("rights-confirmed", "yes"),
        ("sent-day", "3"),
    ];
    let asked = officer.fill(path, &answers).await;
    assert_eq!(asked.status, 422);
    let summary = one(&asked.page, ".govuk-error-summary__list");
    assert!(summary.contains("If the letter does name it"), "{summary}");
    let again = officer.post(path, &filled(&asked.page, &[])).await;
    assert_eq!(again.status, 303, "{}", text(&again.page));
}

#[tokio::test]
async fn a_withdrawn_complaint_is_closed_only_when_they_know_it_can_come_back() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    recorded(&officer).await;
    officer
        .done(
            "/cases/C-0001/withdraw",
            &[("oral", "yes"), ("looked-into", "no")],
        )
        .await;
    let refused = officer.fill("/cases/C-0001/close", &[]).await;
    assert_eq!(refused.status, 422);
    assert!(text(&refused.page).contains("You can bring your complaint back"));
    let case = officer
        .done("/cases/C-0001/close", &[("rights-confirmed", "yes")])
        .await;
    assert!(text(&case.page).contains("Next right: to bring the complaint back"));
}
