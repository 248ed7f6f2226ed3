//! Protected contacts through the pages: withheld everywhere, released once by the complaints manager, lifted again.

use casework::action::Action;

use super::{CALL, TOLD, summary, text, with};
use crate::browser::{Browser, Council, council};

/// Nobody may be given it.
pub(super) const ADDRESS: &str = "7 Hidden Mews";

const PROTECT: &str = "/cases/C-0001/protect-contact";
const RELEASE: &str = "/cases/C-0001/release-contact";
const LIFT: &str = "/cases/C-0001/lift-protection";

pub(super) const WITHHELD: &str = "Protected. The complaints manager can release it.";

/// A case of 2 March 2026 whose complainant has an address, protected on 3 March.
async fn protected(council: &Council) -> (Browser, String) {
    let officer = council.browser("officer", "2026-03-02").await;
    let call = with(CALL, ("complainant-1-contact", ADDRESS));
    let case = officer.done("/complaints/new", &call).await;
    assert!(
        text(&case.page).contains(ADDRESS),
        "it is shown until it is protected"
    );
    let officer = council.browser("officer", "2026-03-03").await;
    let ada = person(&officer, PROTECT, "Ada Fictional").await;
    let protect = [
        ("person", ada.as_str()),
        ("what", "address_protected"),
        ("reasons", "She fled; the police told us."),
    ];
    let case = officer.done(PROTECT, &protect).await;
    assert!(text(&case.page).contains("Protection recorded for C-0001."));
    (officer, ada)
}

/// The value of the choice with a name beside it.
pub(super) async fn person(browser: &Browser, path: &str, name: &str) -> String {
    let page = browser.get(path).await.page;
    let page = scraper::Html::parse_document(&page);
    let inputs = scraper::Selector::parse("input[name=person]").expect("a selector");
    let labels = scraper::Selector::parse("label").expect("a selector");
    let of = |id: &str| {
        let mut labels = page.select(&labels);
        labels.any(|label| {
            label.attr("for") == Some(id) && label.text().any(|word| word.contains(name))
        })
    };
    let mut inputs = page.select(&inputs);
    let input = inputs.find(|input| input.attr("id").is_some_and(of));
    let value = input.and_then(|input| input.attr("value"));
    value.expect("the person can be chosen").to_owned()
}

#[tokio::test]
async fn a_protected_address_stands_on_no_page_for_nobody() {
    let council = council().await;
    protected(&council).await;
    for account in ["officer", "complaints-manager", "director"] {
        let browser = council.browser(account, "2026-03-04").await;
        let case = browser.get("/cases/C-0001").await;
        let words = text(&case.page);
        assert!(words.contains(WITHHELD), "{account}: {words}");
        assert!(words.contains("Ada Fictional: the address is protected, since 3 March 2026."));
        let actions = Action::ALL
            .iter()
            .map(|action| format!("/cases/C-0001/{}", action.file().replace('_', "-")));
        let lists = [
            "/cases/C-0001",
            "/register",
            "/register?q=Fictional",
            "/today",
            "/annual-report",
        ];
        for path in actions.chain(lists.map(str::to_owned)) {
            let page = browser.get(&path).await.page;
            assert!(
                !page.contains(ADDRESS),
                "{account} sees the address on {path}"
            );
        }
    }
}

#[tokio::test]
async fn a_release_is_refused_to_others_recorded_and_shown_once() {
    let council = council().await;
    let (officer, ada) = protected(&council).await;
    let refused = officer.get(RELEASE).await;
    assert_eq!(refused.status, 403);
    assert!(
        text(&refused.page).contains("Only the complaints manager can release a protected contact")
    );
    let manager = council.browser("complaints-manager", "2026-03-04").await;
    let needs = council.account("officer");
    let answers = [
        ("person", ada.as_str()),
        ("to", needs.as_str()),
        ("reason", "The answer goes by post."),
    ];
    for (left_out, message) in [
        ("to", "Choose who needs it"),
        ("reason", "Enter what it is needed for"),
    ] {
        let again = manager.fill(RELEASE, &with(&answers, (left_out, ""))).await;
        assert!(summary(&again).contains(message), "{left_out}");
        assert!(!again.page.contains(ADDRESS));
    }
    let form = manager.get(RELEASE).await.page;
    let fields = crate::browser::filled(&form, &answers);
    let shown = manager.post(RELEASE, &fields).await;
    assert_eq!(shown.status, 200);
    assert!(text(&shown.page).contains(ADDRESS));
    // The same form again, as a reload sends it, shows nothing and records nothing.
    let again = manager.post(RELEASE, &fields).await;
    assert_eq!(again.status, 303);
    assert!(!again.page.contains(ADDRESS));
    let case = manager.get("/cases/C-0001").await;
    let words = text(&case.page);
    assert_eq!(
        words.matches("Protected contact released to").count(),
        1,
        "{words}"
    );
    assert!(words.contains("The answer goes by post.") && words.contains(WITHHELD));
    assert!(!words.contains(ADDRESS));
}

#[tokio::test]
async fn only_the_complaints_manager_lifts_it_and_then_the_address_is_there_again() {
    let council = council().await;
    let (officer, ada) = protected(&council).await;
    assert_eq!(officer.get(LIFT).await.status, 403);
    let manager = council.browser("complaints-manager", "2026-03-04").await;
    let lift = [
        ("person", ada.as_str()),
        ("what", "address_protected"),
        ("reasons", "She told us herself."),
    ];
    let other = manager
        .fill(LIFT, &with(&lift, ("what", "do_not_contact")))
        .await;
    assert!(summary(&other).contains("The person is not protected in this way"));
    let case = manager.done(LIFT, &lift).await;
    let words = text(&case.page);
    assert!(
        words.contains(ADDRESS) && !words.contains(WITHHELD),
        "{words}"
    );
}

#[tokio::test]
async fn whom_not_to_contact_and_the_safe_way_stand_on_every_page_of_the_case_and_bar_no_stage() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let ada = person(&officer, PROTECT, "Ada Fictional").await;
    let bo = person(&officer, PROTECT, "Bo Fictional").await;
    let reasons = ("reasons", "He reads her letters.");
    let silent = officer
        .fill(
            PROTECT,
            &[
                ("person", ada.as_str()),
                ("what", "contact_only_so"),
                reasons,
            ],
        )
        .await;
    assert!(summary(&silent).contains("Enter which way is safe"));
    officer
        .done(
            PROTECT,
            &[
                ("person", ada.as_str()),
                ("what", "contact_only_so"),
                ("how", "Text first, after 9 pm."),
                reasons,
            ],
        )
        .await;
    officer
        .done(
            PROTECT,
            &[("person", bo.as_str()), ("what", "do_not_contact"), reasons],
        )
        .await;
    for path in [
        "/cases/C-0001",
        "/cases/C-0001/acknowledge",
        "/cases/C-0001/respond",
        "/cases/C-0001/record-activity",
    ] {
        let words = text(&officer.get(path).await.page);
        assert!(
            words.contains(
                "Ada Fictional: contact only so, since 2 March 2026: Text first, after 9 pm."
            ) && words.contains("Bo Fictional: do not contact, since 2 March 2026."),
            "{path}: {words}"
        );
    }
    officer
        .done(
            "/cases/C-0001/respond",
            &[("finding-1", "not_upheld"), TOLD],
        )
        .await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
}
