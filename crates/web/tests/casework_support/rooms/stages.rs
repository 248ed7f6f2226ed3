//! Stages 1 and 2 through the pages: going on without an answer, leaving Stage 1 out, the statement, both
//! reports, the adjudication, and refusing the next stage.

use super::{CALL, INVESTIGATORS, PACK, TOLD, summary, text};
use crate::browser::{Answer, Browser, Council, council};

fn day(name: &'static str, day: &'static str, month: &'static str) -> [(String, String); 3] {
    [
        (format!("{name}-day"), day.to_owned()),
        (format!("{name}-month"), month.to_owned()),
        (format!("{name}-year"), "2026".to_owned()),
    ]
}

async fn recorded(council: &Council) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
}

/// A form filled in with plain answers and dates.
async fn filled(
    browser: &Browser,
    path: &str,
    answers: &[(&str, &str)],
    dates: &[[(String, String); 3]],
) -> Answer {
    let dates: Vec<_> = dates
        .iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let all: Vec<_> = answers.iter().copied().chain(dates).collect();
    browser.fill(path, &all).await
}

#[tokio::test]
async fn when_stage_1_runs_out_stage_2_is_offered_and_waiting_moves_no_date() {
    let council = council().await;
    recorded(&council).await;
    // Due on Monday 16 March.
    let officer = council.browser("officer", "2026-03-16").await;
    let case = officer.get("/cases/C-0001").await;
    assert!(!case.page.contains("/offer-investigation"));
    let early = officer
        .fill("/cases/C-0001/offer-investigation", &[TOLD])
        .await;
    assert!(summary(&early).contains("The time for Stage 1 runs until 16 March 2026"));

    let officer = council.browser("officer", "2026-03-17").await;
    let case = officer.get("/cases/C-0001").await;
    assert!(case.page.contains("/offer-investigation"));
    let untold = filled(
        &officer,
        "/cases/C-0001/agree-to-wait",
        &[],
        &[day("until", "31", "3")],
    )
    .await;
    assert!(summary(&untold).contains("Offer Stage 2 first"));
    let case = officer
        .done("/cases/C-0001/offer-investigation", &[TOLD])
        .await;
    assert!(text(&case.page).contains("Told that Stage 2 is open without an answer"));
    let waits = filled(
        &officer,
        "/cases/C-0001/agree-to-wait",
        &[],
        &[day("until", "31", "3")],
    )
    .await;
    let case = waits.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("Until 31 March 2026; the answer is late all the same")
            && words.contains("1 working day late"),
        "{words}"
    );
}

/// Due on Monday 16 March 2026.
#[tokio::test]
async fn an_answer_after_its_last_day_says_why_and_loses_nothing_that_was_typed() {
    let council = council().await;
    recorded(&council).await;
    let officer = council.browser("officer", "2026-03-16").await;
    let form = officer.get("/cases/C-0001/respond").await;
    assert!(!text(&form.page).contains("Why is the answer late?"));

    let officer = council.browser("officer", "2026-03-17").await;
    let answer = [("finding-1", "upheld"), TOLD, ("late-words", "Two left.")];
    let unsaid = filled(&officer, "/cases/C-0001/respond", &answer, &[]).await;
    assert!(summary(&unsaid).contains("Choose why the answer is late, or that it is not known"));
    assert!(unsaid.page.contains("Two left."));

    let in_time = super::with(&answer, ("late-reason", "staff_away"));
    let sent = [day("sent", "16", "3"), day("rights-until", "15", "4")];
    let refused = filled(&officer, "/cases/C-0001/respond", &in_time, &sent).await;
    assert!(summary(&refused).contains("answer is not late: it was due by 16 March 2026"));

    let case = officer.done("/cases/C-0001/respond", &in_time).await;
    let words = text(&case.page);
    assert!(
        words.contains("Late: Staff were away, or a post was vacant")
            && words.contains("Why the answer of 17 March 2026 was late")
            && words.contains("Two left."),
        "{words}"
    );
}

#[tokio::test]
async fn how_it_was_resolved_is_told_beside_the_outcome() {
    let council = council().await;
    let officer = recorded(&council).await;
    let answer = [
        ("finding-1", "not_upheld"),
        TOLD,
        ("resolved-by", "explanation"),
    ];
    let form = officer.get("/cases/C-0001/respond").await;
    assert!(text(&form.page).contains("How was it resolved?"));
    let unknown = super::with(&answer, ("resolved-by", "flowers"));
    let refused = officer.fill("/cases/C-0001/respond", &unknown).await;
    assert!(summary(&refused).contains("flowers"));
    let case = officer.done("/cases/C-0001/respond", &answer).await;
    assert!(text(&case.page).contains("Resolved by: Explanation"));
}

#[tokio::test]
async fn why_a_complainant_goes_on_is_noted_and_never_demanded() {
    let council = council().await;
    let officer = recorded(&council).await;
    let answer = [("finding-1", "not_upheld"), TOLD];
    officer.done("/cases/C-0001/respond", &answer).await;
    let form = officer.get("/cases/C-0001/request-investigation").await;
    assert!(text(&form.page).contains("no reason may be demanded"));
    let unknown = [("oral", "no"), ("going-on", "spite")];
    let refused = officer
        .fill("/cases/C-0001/request-investigation", &unknown)
        .await;
    assert!(summary(&refused).contains("spite"));
    let asks = [("oral", "no"), ("going-on", "points_unanswered")];
    let case = officer
        .done("/cases/C-0001/request-investigation", &asks)
        .await;
    assert!(text(&case.page).contains("Why: Points were left unanswered"));
}

#[tokio::test]
async fn the_leaflets_given_with_an_acknowledgement_stand_in_what_happened() {
    let council = council().await;
    let officer = recorded(&council).await;
    let unknown = [("leaflets", "timetable")];
    let refused = officer.fill("/cases/C-0001/acknowledge", &unknown).await;
    assert!(summary(&refused).contains("timetable"));
    let given = [("leaflets", "for_young_people")];
    let case = officer.done("/cases/C-0001/acknowledge", &given).await;
    assert!(text(&case.page).contains("Leaflets: For children and young people"));
}

#[tokio::test]
async fn stage_1_is_left_out_only_with_both_agreements() {
    let council = council().await;
    let officer = recorded(&council).await;
    let path = "/cases/C-0001/skip-local-resolution";
    let dates = [day("authority", "2", "3"), day("complainant", "3", "3")];
    let one = filled(&officer, path, &[("oral", "yes")], &dates[..1]).await;
    assert!(summary(&one).contains("Enter the date the complainant agreed"));
    let future = filled(&officer, path, &[("oral", "yes")], &dates).await;
    assert!(summary(&future).contains("that is after today"));

    let officer = council.browser("officer", "2026-03-03").await;
    let case = filled(&officer, path, &[("oral", "yes")], &dates).await;
    let case = case.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("Stage 1 left out by agreement")
            && words.contains("The complainant agreed on 3 March 2026")
            && words.contains("Send the written record of an oral complaint"),
        "{words}"
    );
}

#[tokio::test]
async fn mediation_is_recorded_and_uses_up_no_right() {
    let council = council().await;
    let officer = recorded(&council).await;
    let path = "/cases/C-0001/record-activity";
    let answers = [("kind", "mediation"), ("result", "They will meet again.")];
    let case = filled(&officer, path, &answers, &[day("agreed", "2", "3")]).await;
    let case = case.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("They will meet again.") && words.contains("no right was used up by it"),
        "{words}"
    );
    assert!(words.contains("Due by") || words.contains("Monday 16 March 2026"));
}

#[tokio::test]
async fn a_pause_agreed_in_writing_leaves_its_days_out_and_shows_them() {
    let council = council().await;
    let officer = recorded(&council).await;
    let path = "/cases/C-0001/agree-pause";
    let days = [day("from", "9", "3"), day("until", "11", "3")];
    let spoken = filled(&officer, path, &[("in-writing", "no")], &days).await;
    let problems = summary(&spoken);
    assert!(
        problems.contains("has not agreed to it in writing"),
        "{problems}"
    );
    let case = filled(&officer, path, &[("in-writing", "yes")], &days).await;
    let words = text(&case.follow(&officer).await.page);
    assert!(
        words.contains("From 9 March 2026 to 11 March 2026"),
        "{words}"
    );
    // Due on 16 March; three working days are left out.
    assert!(words.contains("Thursday 19 March 2026"), "{words}");
    assert!(
        words.contains("Tuesday 10 March (paused by agreement)"),
        "{words}"
    );
}

#[tokio::test]
async fn an_investigation_runs_from_the_statement_to_the_answer_and_keeps_every_point() {
    let council = council().await;
    let officer = recorded(&council).await;
    officer
        .done(
            "/cases/C-0001/respond",
            &[("finding-1", "not_upheld"), TOLD],
        )
        .await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "yes")])
        .await;

    the_investigators_declare_themselves(&officer).await;
    the_statement_has_versions_and_loses_no_point(&officer).await;
    both_reports_come_with_reasons(&officer).await;
    let case = the_adjudication_says_why_and_goes_out_whole(&officer).await;
    let words = text(&case.page);
    for told in [
        "Stage 1: Not upheld",
        "Stage 2, the Investigating Officer: Upheld",
        "Stage 2: Upheld",
        "Ado Imaginary",
        "Say sorry in writing.",
        "One witness was not heard.",
    ] {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(told), "{told}: {words}");
    }
}

async fn the_investigators_declare_themselves(officer: &Browser) {
    let unasked = officer
        .fill("/cases/C-0001/appoint-investigators", &INVESTIGATORS[..2])
        .await;
    let problems = summary(&unasked);
    assert!(
        problems.contains("have not declared that they are independent")
            && problems.contains("SI 2006/1738 regs 2 and 17(2)"),
        "{problems}"
    );
    officer
        .done("/cases/C-0001/appoint-investigators", &INVESTIGATORS)
        .await;
}

async fn the_statement_has_versions_and_loses_no_point(officer: &Browser) {
    let dropped = officer
        .fill("/cases/C-0001/send-statement", &[("point-1", "")])
        .await;
    assert!(summary(&dropped).contains("Point 1 cannot be left out"));
    let case = officer
        .done(
            "/cases/C-0001/send-statement",
            &[
                ("point-2", "The plan was not shared."),
                ("new-category", "conduct"),
            ],
        )
        .await;
    assert!(text(&case.page).contains("Version 1, 2 points"));
    let case = officer
        .done(
            "/cases/C-0001/record-statement-comments",
            &[("comments", "It was four weeks, not three.")],
        )
        .await;
    assert!(text(&case.page).contains("It was four weeks, not three."));
    let form = officer.get("/cases/C-0001/send-statement").await;
    assert!(form.page.contains("It was four weeks, not three."));
    officer
        .done(
            "/cases/C-0001/send-statement",
            &[("point-1", "Nobody rang back for four weeks.")],
        )
        .await;
    let case = officer.done("/cases/C-0001/agree-statement", &[]).await;
    let words = text(&case.page);
    assert!(
        words.contains("Nobody rang back for four weeks.")
            && words.contains("The plan was not shared."),
        "{words}"
    );
    // The words it was received with stay beside those that were agreed; only the first point had others.
    assert_eq!(
        words.matches("How it was put when it was received").count(),
        1
    );
    assert!(
        words.contains("Nobody rang back for three weeks."),
        "{words}"
    );
}

async fn both_reports_come_with_reasons(officer: &Browser) {
    let bare = officer
        .fill(
            "/cases/C-0001/receive-officer-report",
            &[("finding-1", "upheld"), ("finding-2", "upheld")],
        )
        .await;
    assert!(summary(&bare).contains("The finding on point 1 has no reasons"));
    officer
        .done(
            "/cases/C-0001/receive-officer-report",
            &[
                ("finding-1", "upheld"),
                ("reasons-1", "The calls were not logged."),
                ("finding-2", "not_upheld"),
                ("reasons-2", "The plan was sent on 2 February."),
                ("recommendations", "Say sorry in writing."),
            ],
        )
        .await;
    let early = officer
        .fill("/cases/C-0001/send-adjudication", &adjudication())
        .await;
    assert!(summary(&early).contains("are not both in"));
    officer
        .done(
            "/cases/C-0001/receive-independent-report",
            &[
                ("satisfied", "impartial"),
                ("remarks", "One witness was not heard."),
            ],
        )
        .await;
}

async fn the_adjudication_says_why_and_goes_out_whole(officer: &Browser) -> Answer {
    // Whoever decides sees what was found before.
    let form = text(&officer.get("/cases/C-0001/send-adjudication").await.page);
    let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
    for found in [
        "Stage 1: Not upheld",
        "Stage 2, the Investigating Officer: Upheld",
    ] {
        assert!(form.contains(found), "{found}: {form}");
    }
    let mut departing = adjudication();
    departing.push(("finding-1", "not_upheld"));
    let departing = officer
        .fill("/cases/C-0001/send-adjudication", &departing)
        .await;
    assert!(summary(&departing).contains("departs from the officer’s finding without reasons"));
    let mut themselves = adjudication();
    themselves.retain(|(name, _)| *name != "officer");
    themselves.push(("officer", "indi made-up"));
    let themselves = officer
        .fill("/cases/C-0001/send-adjudication", &themselves)
        .await;
    assert!(
        summary(&themselves).contains("the same case"),
        "{}",
        themselves.page
    );
    let mut thin = adjudication();
    thin.retain(|answer| *answer != ("pack", "advocacy"));
    let thin = officer.fill("/cases/C-0001/send-adjudication", &thin).await;
    assert!(summary(&thin).contains("how to get an advocate’s help"));

    officer
        .done("/cases/C-0001/send-adjudication", &adjudication())
        .await
}

fn adjudication() -> Vec<(&'static str, &'static str)> {
    let mut answers = vec![("answer-1", "accepted"), ("officer", "Ado Imaginary"), TOLD];
    answers.extend(PACK);
    answers
}

#[tokio::test]
async fn the_next_stage_is_refused_by_two_people_on_a_lawful_ground() {
    let council = council().await;
    let officer = recorded(&council).await;
    officer
        .done(
            "/cases/C-0001/respond",
            &[("finding-1", "not_upheld"), TOLD],
        )
        .await;
    let path = "/cases/C-0001/refuse-escalation";
    let (own, second) = (
        council.account("officer"),
        council.account("second-officer"),
    );
    let form = officer.get(path).await;
    assert!(!form.page.contains(&own) && form.page.contains(&second));
    let answers = |ground, agreed_by| {
        [
            ("to", "investigation"),
            ("ground", ground),
            ("reasons", "The neighbour asks for herself."),
            ("agreed-by", agreed_by),
            TOLD,
        ]
    };
    let asked = [day("asked", "2", "3")];
    let alone = answers("not_the_complainant", own.as_str());
    let alone = filled(&officer, path, &alone, &asked).await;
    assert!(summary(&alone).contains("you cannot be both"));
    // Somebody who handles no cases is no second person, whatever the form carries.
    let analyst = council.account("analyst");
    assert!(!form.page.contains(&analyst));
    let outsider = answers("not_the_complainant", analyst.as_str());
    let outsider = filled(&officer, path, &outsider, &asked).await;
    assert!(summary(&outsider).contains("second person who handles complaints"));
    let unlawful = answers("already_considered", second.as_str());
    let unlawful = filled(&officer, path, &unlawful, &asked).await;
    let problems = summary(&unlawful);
    assert!(
        problems.contains("no lawful ground") && problems.contains("22 008 976"),
        "{problems}"
    );
    let lawful = answers("not_the_complainant", second.as_str());
    let case = filled(&officer, path, &lawful, &asked).await;
    let case = case.follow(&officer).await;
    let words = text(&case.page);
    assert!(
        words.contains("Refused: Stage 2, investigation")
            && words.contains("The neighbour asks for herself."),
        "{words}"
    );
    // The complainant's own right stays.
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
}

#[tokio::test]
async fn what_was_asked_for_and_not_started_is_raised_on_today_and_in_the_case_file() {
    let council = council().await;
    let officer = recorded(&council).await;
    officer
        .done(
            "/cases/C-0001/respond",
            &[("finding-1", "not_upheld"), TOLD],
        )
        .await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
    let raised = "was asked for on 2 March 2026 and has not been started";
    // Five working days from Monday 2 March.
    let officer = council.browser("officer", "2026-03-09").await;
    assert!(!officer.get("/today").await.page.contains(raised));
    let officer = council.browser("officer", "2026-03-10").await;
    assert!(officer.get("/today").await.page.contains(raised));
    assert!(officer.get("/cases/C-0001").await.page.contains(raised));
    officer
        .done("/cases/C-0001/appoint-investigators", &INVESTIGATORS)
        .await;
    assert!(!officer.get("/today").await.page.contains(raised));
    assert!(!officer.get("/cases/C-0001").await.page.contains(raised));
}

#[tokio::test]
async fn somebody_not_content_with_the_answer_is_met_and_keeps_every_right() {
    let council = council().await;
    let officer = recorded(&council).await;
    let path = "/cases/C-0001/record-dissatisfaction";
    let before = officer.get(path).await;
    assert_eq!(before.status, 409, "nothing is answered yet");
    let answer = [("finding-1", "not_upheld"), TOLD];
    officer.done("/cases/C-0001/respond", &answer).await;
    let nobody = filled(
        &officer,
        path,
        &[("came-of", "content")],
        &[day("met", "2", "3")],
    )
    .await;
    let problems = summary(&nobody);
    assert!(problems.contains("Choose who met them"), "{problems}");
    let never = officer.fill(path, &[("with", "manager")]).await;
    let problems = summary(&never);
    assert!(
        problems.contains("Enter when the meeting was")
            && problems.contains("Choose what came of it"),
        "{problems}"
    );
    let answers = [
        ("said", "Nobody read what I sent."),
        ("with", "manager"),
        ("with", "complaints_officer"),
        ("came-of", "asks_for_the_next_stage"),
    ];
    let case = filled(&officer, path, &answers, &[day("met", "2", "3")]).await;
    let words = text(&case.follow(&officer).await.page);
    for shown in [
        "Not content with the answer",
        "Meeting on 2 March 2026 with the manager of the service and the complaints officer",
        "They ask for the next stage",
        "Nobody read what I sent.",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
}

#[tokio::test]
async fn a_review_in_place_of_stage_2_says_what_it_found_and_a_meeting_finds_nothing() {
    let council = council().await;
    let officer = recorded(&council).await;
    let path = "/cases/C-0001/record-activity";
    let agreed = [day("agreed", "2", "3")];
    let half = [("kind", "management_review"), ("finding", "upheld")];
    let problems = summary(&filled(&officer, path, &half, &agreed).await);
    assert!(
        problems.contains("Choose whether it changed the decision or assessment"),
        "{problems}"
    );
    let meeting = [
        ("kind", "meeting"),
        ("finding", "upheld"),
        ("changed", "no"),
    ];
    let problems = summary(&filled(&officer, path, &meeting, &agreed).await);
    assert!(
        problems.contains("A finding is for reviews, mediation and conciliation"),
        "{problems}"
    );
    let review = [
        ("kind", "management_review"),
        ("finding", "upheld"),
        ("changed", "yes"),
    ];
    let case = filled(&officer, path, &review, &agreed).await;
    let words = text(&case.follow(&officer).await.page);
    assert!(
        words.contains("Upheld; what was complained about was changed"),
        "{words}"
    );
    let answer = [("finding-1", "not_upheld"), TOLD];
    officer.done("/cases/C-0001/respond", &answer).await;
    officer
        .done("/cases/C-0001/request-investigation", &[("oral", "no")])
        .await;
    let case = officer
        .done(
            "/cases/C-0001/withdraw-request",
            &[("after-meeting", "no"), ("instead", "back_to_the_service")],
        )
        .await;
    assert!(text(&case.page).contains("Instead: The service looks at it again"));
}
