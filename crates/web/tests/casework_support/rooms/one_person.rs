//! One person in several cases: found by the name, judged by somebody, taken back without loss.

use super::{CALL, text, with};
use crate::browser::{Browser, Council, council};

/// The address of the page of somebody in a case, as the case file links it.
pub(super) async fn page_of(browser: &Browser, case: &str, name: &str) -> String {
    let page = browser.get(case).await.page;
    let page = scraper::Html::parse_document(&page);
    let links = scraper::Selector::parse("main a").expect("a selector");
    let mut links = page.select(&links);
    let words = format!("Other cases of {name}, and who may be the same person");
    let link = links.find(|link| link.text().collect::<String>() == words);
    let href = link.and_then(|link| link.attr("href"));
    href.expect("the case file leads there").to_owned()
}

/// Presses the first button with these words.
pub(super) async fn press(browser: &Browser, path: &str, words: &str) -> crate::browser::Answer {
    let page = browser.get(path).await.page;
    let (action, fields) = {
        let page = scraper::Html::parse_document(&page);
        let forms = scraper::Selector::parse("main form").expect("a selector");
        let inputs = scraper::Selector::parse("input").expect("a selector");
        let mut forms = page.select(&forms);
        let form = forms.find(|form| form.text().collect::<String>().contains(words));
        let form = form.unwrap_or_else(|| panic!("there is no button {words}"));
        let field = |name: &str| {
            form.select(&inputs)
                .find(|input| input.attr("name") == Some(name))
        };
        let names = [
            "submission",
            "one-case",
            "one-person",
            "other-case",
            "other-person",
        ];
        let fields: Vec<(String, String)> = names
            .into_iter()
            .filter_map(|name| Some((name.to_owned(), field(name)?.attr("value")?.to_owned())))
            .collect();
        (form.attr("action").expect("an action").to_owned(), fields)
    };
    browser.post(&action, &fields).await
}

/// Three cases: Ada, Ada as another hears the name with the same address, and somebody else.
async fn three(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    let ada = with(CALL, ("complainant-1-contact", "7 Made-Up Mews"));
    officer.done("/complaints/new", &ada).await;
    let heard = with(&ada, ("complainant-1-name", "Ada Ficshonal"));
    let heard = with(&heard, ("child-1-name", "Kit Other"));
    officer.done("/complaints/new", &heard).await;
    let other = with(CALL, ("complainant-1-name", "Zed Unlike"));
    let other = with(&other, ("child-1-name", "Kit Unlike"));
    officer.done("/complaints/new", &other).await;
    officer
}

#[tokio::test]
async fn people_called_alike_are_offered_and_never_joined_by_the_program() {
    let council = council().await;
    let officer = three(&council).await;
    let path = page_of(&officer, "/cases/C-0001", "Ada Fictional").await;
    assert!(
        !path.contains("Ada") && !path.contains("Fictional"),
        "{path}"
    );
    let words = text(&officer.get(&path).await.page);
    assert!(
        words.contains("Ada Ficshonal")
            && words.contains("A name that reads or sounds alike. The same contact"),
        "{words}"
    );
    assert!(
        !words.contains("Zed Unlike") && !words.contains("Kit Other"),
        "{words}"
    );
    assert!(!words.contains("Judged to be the same person"), "{words}");
}

#[tokio::test]
async fn what_was_judged_shows_both_cases_and_is_taken_back_without_loss() {
    let council = council().await;
    let officer = three(&council).await;
    let path = page_of(&officer, "/cases/C-0001", "Ada Fictional").await;
    let before = text(&officer.get(&path).await.page);
    let judged = press(&officer, &path, "This is the same person")
        .await
        .follow(&officer)
        .await;
    let words = text(&judged.page);
    assert!(
        words.contains("C-0001 and C-0002, on 2 March 2026"),
        "{words}"
    );
    assert!(
        words.contains("Nobody in another case is called alike."),
        "{words}"
    );
    let theirs = page_of(&officer, "/cases/C-0002", "Ada Ficshonal").await;
    assert!(text(&officer.get(&theirs).await.page).contains("C-0001 and C-0002, on 2 March 2026"));
    let parted = press(&officer, &theirs, "Take it back").await;
    assert_eq!(parted.status, 303, "{}", parted.page);
    assert_eq!(text(&officer.get(&path).await.page), before);
}

#[tokio::test]
async fn people_told_apart_are_not_offered_again_and_not_matched_until_it_is_taken_back() {
    let council = council().await;
    let officer = three(&council).await;
    let path = page_of(&officer, "/cases/C-0001", "Ada Fictional").await;
    let theirs = page_of(&officer, "/cases/C-0002", "Ada Ficshonal").await;
    let before = text(&officer.get(&path).await.page);
    let told = press(&officer, &path, "These are two different people").await;
    assert_eq!(told.status, 303, "{}", told.page);
    for page in [&path, &theirs] {
        let words = text(&officer.get(page).await.page);
        assert!(
            words.contains("Nobody in another case is called alike."),
            "{words}"
        );
        assert!(
            words.contains("Judged to be different people (1)"),
            "{words}"
        );
        assert!(
            words.contains("C-0001 and C-0002, on 2 March 2026"),
            "{words}"
        );
    }
    // Somebody whose page still shows the button, or who knows its address.
    let pair = super::protected_everywhere::pair(&path, &theirs);
    let refused = officer.post(&format!("{path}/match-person"), &pair).await;
    assert!(super::summary(&refused).contains("two different people"));
    let back = press(&officer, &theirs, "Take it back: they may be the same").await;
    assert_eq!(back.status, 303, "{}", back.page);
    assert_eq!(text(&officer.get(&path).await.page), before);
    let pair = super::protected_everywhere::pair(&theirs, &path);
    let judged = officer.post(&format!("{path}/match-person"), &pair).await;
    assert_eq!(judged.status, 303, "{}", judged.page);
    let pair = super::protected_everywhere::pair(&theirs, &path);
    let refused = officer.post(&format!("{path}/tell-apart"), &pair).await;
    assert!(super::summary(&refused).contains("judged to be the same person"));
}

#[tokio::test]
async fn the_page_shows_every_role_over_all_cases_in_order_with_its_days() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let officer = council.browser("officer", "2026-03-10").await;
    let later = with(CALL, ("complainant-1-name", "Bo Fictional"));
    let later = with(&later, ("child-1-name", "Kit Unlike"));
    officer.done("/complaints/new", &later).await;
    let withdrawn = [("oral", "yes"), ("looked-into", "no")];
    officer.done("/cases/C-0001/withdraw", &withdrawn).await;
    let told = [("rights-confirmed", "yes")];
    officer.done("/cases/C-0001/close", &told).await;
    let one = page_of(&officer, "/cases/C-0001", "Bo Fictional").await;
    let other = page_of(&officer, "/cases/C-0002", "Bo Fictional").await;
    let pair = super::protected_everywhere::pair(&one, &other);
    let judged = officer.post(&format!("{one}/match-person"), &pair).await;
    assert_eq!(judged.status, 303, "{}", judged.page);
    for page in [one, other] {
        let words = text(&officer.get(&page).await.page);
        let words: Vec<&str> = words.split_whitespace().collect();
        let words = words.join(" ");
        let child =
            words.find("When 2 March 2026 to 10 March 2026 Role Child (In need) Case C-0001");
        let complains = words
            .find("When 10 March 2026, and the case is open Role Complainant (Parent) Case C-0002");
        assert!(child.is_some() && child < complains, "{words}");
    }
}

#[tokio::test]
async fn nobody_tells_people_apart_whose_case_they_may_not_open() {
    let council = council().await;
    let officer = three(&council).await;
    let named = council.account("second-officer");
    let shut = with(CALL, ("complained-about", &named));
    officer.done("/complaints/new", &shut).await;
    let one = page_of(&officer, "/cases/C-0001", "Ada Fictional").await;
    let other = page_of(&officer, "/cases/C-0004", "Ada Fictional").await;
    let second = council.browser("second-officer", "2026-03-02").await;
    for page in ["match-person", "tell-apart"] {
        let pair = super::protected_everywhere::pair(&one, &other);
        let refused = second.post(&format!("{one}/{page}"), &pair).await;
        assert!(
            super::summary(&refused).contains("There is no case C-0004 here"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn who_may_not_judge_sees_no_button_and_who_may_not_read_sees_no_page() {
    let council = council().await;
    let officer = three(&council).await;
    let path = page_of(&officer, "/cases/C-0001", "Ada Fictional").await;
    let director = council.browser("director", "2026-03-03").await;
    let seen = director.get(&path).await;
    assert_eq!(seen.status, 200);
    assert!(!seen.page.contains("This is the same person"));
    assert_eq!(
        director
            .post(&format!("{path}/match-person"), &[])
            .await
            .status,
        403
    );
    let manager = council.browser("manager", "2026-03-03").await;
    assert_eq!(manager.get(&path).await.status, 403);
    // Somebody who is not in the case has no page there.
    let stranger = "/cases/C-0001/people/00000000-0000-0000-0000-000000000001";
    assert_eq!(director.get(stranger).await.status, 404);
}
