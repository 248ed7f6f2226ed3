//! Who can be appointed, through the pages.

use super::{CALL, summary, text};
use crate::browser::{Council, council};

const SINCE: [(&str, &str); 3] = [("on-day", "1"), ("on-month", "4"), ("on-year", "2025")];

pub(super) async fn added(council: &Council, name: &str, part: &str, more: &[(&str, &str)]) {
    let officer = council.browser("officer", "2026-03-02").await;
    let mut answers = vec![
        ("name", name),
        ("parts", part),
        ("engaged", "self_employed"),
    ];
    answers.extend(SINCE);
    answers.extend(more);
    officer.done("/pools/add-to-pool", &answers).await;
}

/// The id of somebody in the pool, as the page's links carry it.
fn member(page: &str) -> String {
    let start = page.find("note-absence?member=").expect("a link") + "note-absence?member=".len();
    page[start..start + 36].to_owned()
}

#[tokio::test]
async fn those_who_can_be_appointed_are_offered_where_somebody_is() {
    let council = council().await;
    added(
        &council,
        "Iris Pooled",
        "independent_person",
        &[("conflicts", "Worked in First Response until 2024")],
    )
    .await;
    added(
        &council,
        "Vo Imaginary",
        "advocate",
        &[("conflicts", "Knows the Carters")],
    )
    .await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let form = officer.get("/cases/C-0001/appoint-advocate").await;
    assert!(!form.page.contains("Iris Pooled"), "she is no advocate");
    assert!(
        form.page.contains("<option value=\"Vo Imaginary\">"),
        "{}",
        form.page
    );
    assert!(text(&form.page).contains("Vo Imaginary: Knows the Carters"));
    let case = officer
        .done("/cases/C-0001/appoint-advocate", super::advocacy::ADVOCATE)
        .await;
    assert!(
        text(&case.page).contains("Vo Imaginary"),
        "the name stands in the pool alone"
    );
    let pools = officer.get("/pools").await;
    let words = text(&pools.page);
    assert!(
        words.contains("Iris Pooled") && words.contains("self-employed"),
        "{words}"
    );
}

#[tokio::test]
async fn an_absence_and_a_cost_are_entered_and_shown() {
    let council = council().await;
    added(&council, "Iris Pooled", "independent_person", &[]).await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let pools = officer.get("/pools").await;
    let iris = member(&pools.page);
    let absent = officer
        .done(
            &format!("/pools/note-absence?member={iris}"),
            &[
                ("from-day", "1"),
                ("from-month", "3"),
                ("from-year", "2026"),
                ("until-day", "9"),
                ("until-month", "3"),
                ("until-year", "2026"),
            ],
        )
        .await;
    assert!(
        text(&absent.page).contains("away 1 March 2026 to 9 March 2026"),
        "{}",
        absent.page
    );
    let cost = format!("/pools/record-cost?member={iris}");
    let refused = officer
        .fill(
            &cost,
            &[
                ("part", "independent_person"),
                ("case", "C-0009"),
                ("paid", "1250.50"),
            ],
        )
        .await;
    assert!(
        summary(&refused).contains("There is no case C-0009 here"),
        "{}",
        refused.page
    );
    assert!(refused.page.contains("1250.50"), "nothing typed is lost");
    let unread = officer
        .fill(&cost, &[("case", "nine"), ("paid", "a lot")])
        .await;
    let problems = summary(&unread);
    for problem in [
        "Say what it was for",
        "such as C-0142",
        "in pounds and pence",
    ] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    let paid = officer
        .done(
            &cost,
            &[
                ("part", "independent_person"),
                ("case", "C-0001"),
                ("paid", "1250.50"),
            ],
        )
        .await;
    assert!(
        text(&paid.page).contains("C-0001: £1,250.50"),
        "{}",
        paid.page
    );
}

#[tokio::test]
async fn an_officer_of_the_council_is_no_independent_person() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let mut answers = vec![
        ("name", "Ina House"),
        ("parts", "independent_person"),
        ("engaged", "in_house"),
    ];
    answers.extend(SINCE);
    let refused = officer.fill("/pools/add-to-pool", &answers).await;
    assert!(
        summary(&refused).contains("neither an Independent Person nor a member of a panel"),
        "{}",
        refused.page
    );
    assert!(refused.page.contains("Ina House"), "nothing typed is lost");
    for (who, status) in [
        ("director", 403),
        ("analyst", 403),
        ("complaints-manager", 200),
    ] {
        let browser = council.browser(who, "2026-03-02").await;
        assert_eq!(browser.get("/pools").await.status, status, "{who}");
    }
}

#[tokio::test]
async fn what_is_done_and_not_paid_is_listed_until_the_payment_is_recorded() {
    let council = council().await;
    added(&council, "Vo Imaginary", "advocate", &[]).await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let case = "/cases/C-0001";
    officer
        .done(
            &format!("{case}/appoint-advocate"),
            super::advocacy::ADVOCATE,
        )
        .await;
    let waiting = "Not yet paid";
    let helping = text(&officer.get("/pools").await.page);
    assert!(!helping.contains(waiting), "the help goes on: {helping}");
    officer.done(&format!("{case}/end-advocacy"), &[]).await;
    let ended = officer.get("/pools").await.page;
    let words = text(&ended);
    let (_, listed) = words.split_once(waiting).expect("the list");
    assert!(
        listed.contains("Vo Imaginary") && listed.contains("C-0001"),
        "{listed}"
    );
    assert!(!words.contains("Paid, by reporting year"), "{words}");
    let start = ended.find("/pools/record-cost?").expect("a link");
    let link = ended[start..].split('"').next().expect("an address");
    // Who, as what and in which case are filled in.
    let paid = officer
        .done(&link.replace("&amp;", "&"), &[("paid", "250")])
        .await;
    let words = text(&paid.page);
    assert!(
        !words.contains(waiting) && words.contains("C-0001: £250"),
        "{words}"
    );
    let (_, sums) = words
        .split_once("Paid, by reporting year")
        .expect("the sums");
    assert!(sums.contains("2025-26"), "{sums}");
    assert_eq!(sums.matches("£250").count(), 2, "{sums}");
}
