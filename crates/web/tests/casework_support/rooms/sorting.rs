//! What was taken down in a hurry, and what becomes of it.

use super::{CALL, with};
use crate::browser::council;

const OFFICER: &str = "officer";

/// All that could be written down before they rang off.
const NUMBER: [(&str, &str); 1] = [("complainant-1-contact", "01632 960123")];

#[tokio::test]
async fn a_telephone_number_alone_is_kept_and_shown_on_today_until_it_is_sorted() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let case = officer.done("/contacts-to-sort/new", &NUMBER).await;
    case.shows("Taken down, to be sorted, as C-0001.");
    case.shows("01632 960123");
    case.shows("Contact to sort");
    let later = council.browser(OFFICER, "2026-03-03").await;
    let today = later.get("/today").await;
    today.shows("C-0001");
    today.shows("To be sorted");
}

#[tokio::test]
async fn nothing_at_all_is_not_kept_and_says_what_would_do() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    // A longer form was left off in the middle, with nothing in it that could be sorted: what it has comes back.
    let nothing = [("service", "first_response"), ("leave-off", "yes")];
    let again = officer.fill("/contacts-to-sort/new", &nothing).await;
    assert_eq!(again.status, 422);
    again.shows("Enter a name, a way to reach them, or a few words of what was said.");
    assert!(
        again
            .page
            .contains(r#"name="service" value="first_response""#)
    );
}

#[tokio::test]
async fn a_form_left_off_in_the_middle_is_taken_up_where_it_was() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let some = [
        ("complainant-1-contact", "01632 960123"),
        ("service", "first_response"),
        ("point-1", "Nobody rang back."),
        ("wanted", "A call before Friday"),
        ("leave-off", "yes"),
    ];
    officer.done("/contacts-to-sort/new", &some).await;
    let later = council.browser(OFFICER, "2026-03-03").await;
    let form = later.get("/cases/C-0001/record-as-complaint").await;
    for typed in ["01632 960123", "Nobody rang back.", "A call before Friday"] {
        form.shows(typed);
    }
    assert!(
        form.page
            .contains(r#"<option value="first_response" selected"#),
        "{}",
        form.page
    );
    let complaint = later.done("/cases/C-0001/record-as-complaint", CALL).await;
    complaint.shows("Recorded as a complaint: C-0001.");
    // From the day of the call, not from the day it was sorted.
    complaint.shows("2 working days from Monday 2 March 2026.");
    complaint.shows("Sorted as a complaint");
    later.done("/cases/C-0001/acknowledge", &[]).await;
}

#[tokio::test]
async fn another_point_can_be_added_while_it_is_sorted() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    officer.done("/contacts-to-sort/new", &NUMBER).await;
    let more = with(CALL, ("add", "point"));
    let form = officer
        .fill("/cases/C-0001/record-as-complaint", &more)
        .await;
    assert_eq!(form.status, 200);
    form.shows("Point 2");
    form.shows("Nobody rang back for three weeks.");
}

#[tokio::test]
async fn what_is_no_complaint_goes_into_its_register_under_the_same_reference() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let words = [
        ("complainant-1-name", "Ada Fictional"),
        ("point-1", "Thank you!"),
    ];
    officer.done("/contacts-to-sort/new", &words).await;
    let form = officer.get("/cases/C-0001/record-as-contact").await;
    form.shows("Thank you!");
    let praise = [
        ("kind", "compliment"),
        ("channel", "telephone"),
        ("service", "first_response"),
        ("source", "parent_or_carer"),
        ("person-1-name", ""),
        ("text", "Thank you!"),
    ];
    let case = officer
        .done("/cases/C-0001/record-as-contact", &praise)
        .await;
    case.shows("Sorted: C-0001.");
    case.shows("Sorted as a compliment");
    let register = officer.get("/register?kind=contact_to_sort").await;
    assert!(!register.page.contains("C-0001"), "it is sorted");
}

#[tokio::test]
async fn a_colleague_complained_about_reads_it_neither_before_nor_after_it_is_sorted() {
    let council = council().await;
    let officer = council.browser(OFFICER, "2026-03-02").await;
    let named = council.account("second-officer");
    let about = with(&NUMBER, ("complained-about", &named));
    officer.done("/contacts-to-sort/new", &about).await;
    let theirs = council.browser("second-officer", "2026-03-02").await;
    assert_eq!(theirs.get("/cases/C-0001").await.status, 403);
    officer
        .done("/cases/C-0001/record-as-complaint", CALL)
        .await;
    assert_eq!(theirs.get("/cases/C-0001").await.status, 403);
}
