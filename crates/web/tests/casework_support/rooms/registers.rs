//! Requests for one’s own file, through the pages.

use super::{summary, text};
use crate::browser::council;

const REQUEST: &[(&str, &str)] = &[
    ("kind", "subject_access_request"),
    ("channel", "email"),
    ("service", "first_response"),
    ("text", "Everything you hold about me."),
    ("person-1-name", "Ada Fictional"),
    ("person-1-capacity", "parent"),
];

#[tokio::test]
async fn a_subject_access_request_has_a_month_more_time_when_told_and_an_answer() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let case = officer.done("/contacts/new", REQUEST).await;
    let words = text(&case.page);
    assert!(
        words.contains("Answer the subject access request") && words.contains("2 April 2026"),
        "{words}"
    );
    let path = "/cases/C-0001/extend-subject-access";
    let reasons = ("reasons", "The file runs over eleven years.");
    let too_long = [reasons, ("until-day", "3"), ("until-month", "6")];
    let problems = summary(&officer.fill(path, &too_long).await);
    assert!(
        problems.contains("3 June 2026 is later than three months")
            && problems.contains("UK GDPR art 12(3)"),
        "{problems}"
    );
    let case = officer.done(path, &[reasons]).await;
    assert!(text(&case.page).contains("2 June 2026"));
    let case = officer.done("/cases/C-0001/answer-enquiry", &[]).await;
    assert!(text(&case.page).contains("Answer recorded for C-0001."));
    officer.done("/cases/C-0001/close", &[]).await;
}
