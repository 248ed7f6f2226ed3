//! Everybody of a case can be judged to be somebody of another: an advocate who complains, a colleague who is a parent.

use super::advocacy::ADVOCATE;
use super::one_person::{page_of, press};
use super::pools::added;
use super::{CALL, summary, text, with};
use crate::browser::{Answer, Browser, Council, council};

const FIRST: &str = "/cases/C-0001";
const SECOND: &str = "/cases/C-0002";

/// The advocate as the page of the pool and a complaint name them.
const VO: &str = "Vo Imaginary";

/// Says of Ada in the first case that she is a colleague.
async fn matched_with(council: &Council, officer: &Browser, account: &str) -> u16 {
    let ada = page_of(officer, FIRST, "Ada Fictional").await;
    let colleague = council.account(account);
    matched_with_one_of_the_councils(officer, &ada, &colleague)
        .await
        .status
}

/// Says of the person of a page of the first case that they are one of the council’s own people.
async fn matched_with_one_of_the_councils(officer: &Browser, page: &str, other: &str) -> Answer {
    let person = page.rsplit('/').next().expect("an id").to_owned();
    let fields = [
        ("submission", uuid::Uuid::now_v7().to_string()),
        ("one-case", "C-0001".to_owned()),
        ("one-person", person),
        ("other-case", "authority".to_owned()),
        ("other-person", other.to_owned()),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    officer.post(&format!("{page}/match-person"), &fields).await
}

fn one_line(page: &str) -> String {
    let words = text(page);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn an_advocate_of_one_case_who_complains_in_another_is_one_person_with_every_role() {
    let council = council().await;
    added(&council, VO, "advocate", &[]).await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done(&format!("{FIRST}/appoint-advocate"), ADVOCATE)
        .await;
    let theirs = with(CALL, ("complainant-1-name", VO));
    let theirs = with(&theirs, ("child-1-name", "Kit Other"));
    officer.done("/complaints/new", &theirs).await;
    let complains = page_of(&officer, SECOND, VO).await;
    let offered = one_line(&officer.get(&complains).await.page);
    assert!(
        offered.contains("One of the council’s own people")
            && offered.contains("In a pool: Advocate"),
        "{offered}"
    );
    let judged = press(&officer, &complains, "This is the same person").await;
    assert_eq!(judged.status, 303, "{}", judged.page);
    // From either case the page is of the same person.
    let helps = page_of(&officer, FIRST, VO).await;
    for page in [complains, helps] {
        let words = one_line(&officer.get(&page).await.page);
        for role in [
            "Role Advocate Case C-0001",
            "Role Complainant (Parent) Case C-0002",
            "Somebody in C-0002 and of the council’s own people, on 2 March 2026",
        ] {
            assert!(words.contains(role), "{page}, {role}: {words}");
        }
    }
    // Whoever appoints again is told, and may.
    officer.done("/complaints/new", CALL).await;
    let appoints = "/cases/C-0003/appoint-advocate";
    let words = one_line(&officer.get(appoints).await.page);
    assert!(
        words.contains("Vo Imaginary: Complainant (Parent) in C-0002"),
        "{words}"
    );
    officer.done(appoints, ADVOCATE).await;
    let there = one_line(
        &officer
            .get(&format!("{SECOND}/appoint-advocate"))
            .await
            .page,
    );
    assert!(
        there.contains("Vo Imaginary: Complainant (Parent) in this case"),
        "{there}"
    );
}

#[tokio::test]
async fn somebody_appointed_by_name_in_two_cases_is_offered_as_one_and_parted_again_without_loss() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    for case in [FIRST, SECOND] {
        officer.done("/complaints/new", CALL).await;
        officer
            .done(&format!("{case}/appoint-advocate"), ADVOCATE)
            .await;
    }
    let here = page_of(&officer, FIRST, VO).await;
    let before = text(&officer.get(&here).await.page);
    assert!(before.contains("Nothing is merged"), "{before}");
    let judged = press(&officer, &here, "This is the same person").await;
    assert_eq!(judged.status, 303, "{}", judged.page);
    let words = one_line(&officer.get(&here).await.page);
    for role in ["Role Advocate Case C-0001", "Role Advocate Case C-0002"] {
        assert!(words.contains(role), "{role}: {words}");
    }
    press(&officer, &here, "Take it back: not the same person").await;
    assert_eq!(text(&officer.get(&here).await.page), before);
}

#[tokio::test]
async fn a_colleague_who_is_one_of_the_people_is_shut_out_of_their_own_case_and_cannot_open_it_again()
 {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let second = council.browser("second-officer", "2026-03-02").await;
    let ada = page_of(&second, FIRST, "Ada Fictional").await;
    assert_eq!(
        matched_with(&council, &officer, "second-officer").await,
        303
    );
    for path in [FIRST, &ada, "/cases/C-0001/acknowledge"] {
        let shut = second.get(path).await;
        assert_eq!(shut.status, 403, "{path}");
        assert!(
            text(&shut.page).contains("You are one of the people in this case"),
            "{}",
            shut.page
        );
    }
    // What shuts them out is not theirs to take back.
    let person = ada.rsplit('/').next().expect("an id");
    let own = council.account("second-officer");
    let fields = |way: &str| {
        let fields = [
            ("submission", uuid::Uuid::now_v7().to_string()),
            ("one-case", "authority".to_owned()),
            ("one-person", own.clone()),
            ("other-case", "C-0001".to_owned()),
            ("other-person", person.to_owned()),
        ];
        (
            format!("{ada}/{way}"),
            fields.map(|(name, value)| (name.to_owned(), value)),
        )
    };
    for way in ["unmatch-person", "tell-apart"] {
        let (path, fields) = fields(way);
        assert_ne!(second.post(&path, &fields).await.status, 303, "{way}");
        assert_eq!(second.get(FIRST).await.status, 403, "{way}");
    }
    let back = press(&officer, &ada, "Take it back: not the same person").await;
    assert_eq!(back.status, 303, "{}", back.page);
    assert_eq!(second.get(FIRST).await.status, 200);
}

#[tokio::test]
async fn nobody_but_those_who_appoint_sees_who_is_in_a_pool_on_the_page_of_a_person() {
    let council = council().await;
    added(&council, VO, "advocate", &[]).await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let ada = page_of(&officer, FIRST, "Ada Fictional").await;
    assert!(officer.get(&ada).await.page.contains(VO));
    let director = council.browser("director", "2026-03-02").await;
    assert!(!director.get(&ada).await.page.contains(VO));
    // Nobody is judged to be somebody who is not there.
    let stranger = uuid::Uuid::now_v7().to_string();
    let stranger = matched_with_one_of_the_councils(&officer, &ada, &stranger).await;
    assert!(summary(&stranger).contains("choose somebody who is offered"));
    // Who is judged to be somebody in a pool is called by their name in the case alone, and not as the pool has it.
    let page = officer.get(&ada).await.page;
    let (before, _) = page.split_once(VO).expect("they are offered");
    let (_, value) = before
        .rsplit_once("value=\"")
        .expect("a choice has a value");
    let pooled = value.split('"').next().expect("an id");
    let judged = matched_with_one_of_the_councils(&officer, &ada, pooled).await;
    assert_eq!(judged.status, 303, "{}", judged.page);
    for (browser, sees) in [(&officer, true), (&director, false)] {
        let page = one_line(&browser.get(&ada).await.page);
        assert!(page.contains("One of the council’s own people"), "{page}");
        assert_eq!(page.contains(VO), sees, "{page}");
    }
}
