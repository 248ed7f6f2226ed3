//! Stage 3 through the pages: from the request to the response, and what is refused on the way.

use super::{stage_2_answered, summary, text, with};
use crate::browser::council;

const PANEL: &[(&str, &str)] = &[
    ("chair", "Cha Imaginary"),
    ("chair-ties", "none"),
    ("first-member", "Fi Imaginary"),
    ("first-member-ties", "none"),
    ("second-member", "Se Imaginary"),
    ("second-member-ties", "none"),
    ("meets-day", "3"),
    ("meets-month", "6"),
    ("meets-year", "2026"),
];

#[tokio::test]
async fn a_panel_is_asked_for_appointed_held_and_answered() {
    let council = council().await;
    let officer = stage_2_answered(&council).await;
    let case = officer
        .done("/cases/C-0001/request-review-panel", &[])
        .await;
    // Thirty working days from Monday 20 April 2026, with two bank holidays in May.
    assert!(text(&case.page).contains("Wednesday 3 June 2026"));

    let case = officer
        .done("/cases/C-0001/appoint-review-panel", PANEL)
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("Cha Imaginary") && words.contains("Tuesday 19 May 2026"),
        "{words}"
    );
    officer
        .done("/cases/C-0001/invite-to-review-panel", &[])
        .await;
    let refused = officer
        .fill("/cases/C-0001/send-panel-papers", &[("papers", "policy")])
        .await;
    assert!(summary(&refused).contains("the Investigating Officer’s report is missing"));
    officer
        .done(
            "/cases/C-0001/send-panel-papers",
            &[
                ("papers", "investigation_report"),
                ("papers", "independent_person_report"),
                ("papers", "adjudication"),
            ],
        )
        .await;

    let officer = council.browser("officer", "2026-06-03").await;
    let refused = officer
        .fill("/cases/C-0001/hold-review-panel", &[("spoke", "advocate")])
        .await;
    assert!(summary(&refused).contains("cannot have spoken for the complainant"));
    officer
        .done(
            "/cases/C-0001/hold-review-panel",
            &[
                ("present", "complainant"),
                ("present", "advocate"),
                ("spoke", "advocate"),
            ],
        )
        .await;
    let case = officer
        .done(
            "/cases/C-0001/receive-panel-report",
            &[
                ("sent-day", "3"),
                ("sent-month", "6"),
                ("sent-year", "2026"),
                ("sent-to", "complainant"),
                ("sent-to", "independent_person"),
                ("summary", "The calls should have been returned."),
                ("finding-1", "upheld"),
                ("recommendations", "Say sorry.\n\nTrain the team."),
            ],
        )
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("Stage 3, the panel : Upheld") || words.contains("Stage 3, the panel: "),
        "{words}"
    );
    assert!(words.contains("Train the team.") && words.contains("Not decided yet."));

    let path = "/cases/C-0001/send-panel-response";
    let refused = officer.fill(path, &[("answer-1", "accepted")]).await;
    let problems = summary(&refused);
    assert!(problems.contains("recommendation 2"), "{problems}");
    let answers = [
        ("considered-day", "3"),
        ("considered-month", "6"),
        ("considered-year", "2026"),
        ("answer-1", "accepted"),
        ("answer-2", "rejected"),
        ("rights-confirmed", "yes"),
    ];
    let refused = officer.fill(path, &answers).await;
    assert!(summary(&refused).contains("no reason is given"));
    let case = officer
        .done(path, &with(&answers, ("because-2", "The team has gone.")))
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("The team has gone.") && words.contains("Rejected"),
        "{words}"
    );
    let case = officer.done("/cases/C-0001/close", &super::closing()).await;
    assert!(text(&case.page).contains("Next right: to complain to the Local Government"));
}

#[tokio::test]
async fn nobody_sits_who_is_not_independent() {
    let council = council().await;
    let officer = stage_2_answered(&council).await;
    officer
        .done("/cases/C-0001/request-review-panel", &[])
        .await;
    let path = "/cases/C-0001/appoint-review-panel";
    for (other, reason) in [
        (("chair", "indi made-up"), "SI 2006/1738 reg 19(3)"),
        (("chair", "Ira Invented"), "the Investigating Officer"),
        (
            ("chair", "The manager"),
            "a member or officer of the authority",
        ),
        (
            ("second-member", "Fi  Imaginary"),
            "must be different people",
        ),
        (
            ("first-member-ties", "married_to_one"),
            "spouse or civil partner",
        ),
        (("second-member-ties", "sat_before"), "write down why"),
        (("chair-ties", ""), "Choose what the chair declared"),
    ] {
        let refused = officer.fill(path, &with(PANEL, other)).await;
        let problems = summary(&refused);
        assert!(problems.contains(reason), "{other:?}: {problems}");
    }
    let reasoned = with(PANEL, ("second-member-ties", "sat_before"));
    let reasoned = with(&reasoned, ("despite", "Nobody else was free."));
    let case = officer.done(path, &reasoned).await;
    assert!(text(&case.page).contains("Nobody else was free."));
}

#[tokio::test]
async fn a_late_request_needs_a_reason_and_a_new_day_needs_new_invitations() {
    let council = council().await;
    stage_2_answered(&council).await;
    // The twentieth working day after 20 April 2026 is 19 May.
    let officer = council.browser("officer", "2026-05-20").await;
    let path = "/cases/C-0001/request-review-panel";
    let refused = officer.fill(path, &[]).await;
    let problems = summary(&refused);
    assert!(
        problems.contains("time for asking ended on 19 May 2026"),
        "{problems}"
    );
    officer
        .done(path, &[("late-reasons", "They were in hospital.")])
        .await;
    officer
        .done("/cases/C-0001/appoint-review-panel", PANEL)
        .await;
    officer
        .done("/cases/C-0001/invite-to-review-panel", &[])
        .await;
    let new_day = [
        ("meets-day", "30"),
        ("meets-month", "6"),
        ("meets-year", "2026"),
        ("reasons", "The chair is ill."),
    ];
    let case = officer
        .done("/cases/C-0001/rearrange-review-panel", &new_day)
        .await;
    let words = text(&case.page);
    assert!(
        words.contains("The chair is ill.") && words.contains("Invite everybody to the panel"),
        "{words}"
    );
}
