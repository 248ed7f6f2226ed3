//! What a closed complaint taught, through the pages.

mod own_actions;
mod recommended;

use super::{CALL, TOLD, summary, text, with};
use crate::browser::{Browser, Council, TAUGHT, council};

#[tokio::test]
async fn what_a_closed_complaint_taught_is_asked_for_and_written_down_once() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/report-back";
    let early = officer.get(path).await;
    assert_eq!(
        early.status, 409,
        "an open complaint has taught nothing yet"
    );
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let closed = officer.done("/cases/C-0001/close", &TAUGHT).await;
    let words = text(&closed.page);
    assert!(
        words.contains("Learning from the case recorded") && words.contains("2 June 2026"),
        "{words}"
    );
    let silent = officer.fill(path, &[]).await;
    let problems = summary(&silent);
    assert!(
        problems.contains("Say whether anything changes")
            && problems.contains("Enter what changes, or why nothing does"),
        "{problems}"
    );
    let taught = [
        ("learned", "change"),
        ("text", "The duty desk calls back the same day."),
    ];
    let case = officer.done(path, &taught).await;
    let words = text(&case.page);
    assert!(
        words.contains("What the case taught") && words.contains("calls back the same day"),
        "{words}"
    );
    assert_eq!(
        officer.get(path).await.status,
        409,
        "it is written down once"
    );
}

/// A corrective action of a team manager's, by the end of March.
const ACTION: &[(&str, &str)] = &[
    ("kind", "practice_change"),
    ("themes", "communication"),
    ("themes", "delay"),
    ("text", "The duty desk keeps a list of calls to return."),
    ("due-day", "31"),
    ("due-month", "3"),
    ("due-year", "2026"),
    ("origin", "local_resolution"),
    ("plan", "Improvement plan, work stream 2"),
];

/// A case that was answered, with the action agreed.
async fn agreed(council: &Council) -> Browser {
    agreed_about(council, CALL).await
}

async fn agreed_about(council: &Council, call: &[(&str, &str)]) -> Browser {
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", call).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let owner = council.account("manager");
    let agreed = with(ACTION, ("owner", &owner));
    officer.done("/cases/C-0001/agree-action", &agreed).await;
    officer
}

#[tokio::test]
async fn a_corrective_action_is_agreed_carried_out_closed_by_somebody_else_and_looked_at() {
    let council = council().await;
    let officer = agreed(&council).await;
    let case = officer.get("/cases/C-0001").await;
    let words = text(&case.page);
    for said in [
        "Corrective actions",
        "Practice changed",
        "The duty desk keeps a list of calls to return.",
        "The manager",
        "Communication, Delay",
        "Improvement plan, work stream 2",
        "Agreed action done",
        "To be carried out",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let april = council.browser("officer", "2026-04-01").await;
    let late = april.get("/cases/C-0001").await;
    let of_the_action = text(&late.page);
    let of_the_action = of_the_action.split("How far it is").nth(1).expect("a list");
    assert!(of_the_action.trim_start().starts_with("To be carried out"));
    assert!(of_the_action.contains("Overdue"), "{of_the_action}");

    // The only action there is, and its owner, are filled in.
    let done = [("evidence", "The list, as photographed on 31 March.")];
    let case = april.done("/cases/C-0001/carry-out-action", &done).await;
    assert!(text(&case.page).contains("To be checked by somebody else"));
    let review = [
        ("review-day", "1"),
        ("review-month", "7"),
        ("review-year", "2026"),
    ];
    let case = april.done("/cases/C-0001/close-action", &review).await;
    let words = text(&case.page);
    assert!(
        words.contains("checked by The officer")
            && words.contains("Effect looked at by")
            && words.contains("Closed, effect to be looked at"),
        "{words}"
    );
    let july = council.browser("officer", "2026-07-02").await;
    let silent = summary(&july.fill("/cases/C-0001/review-impact", &[]).await);
    assert!(
        silent.contains("Choose whether it worked") && silent.contains("Enter how that is known"),
        "{silent}"
    );
    let worked = [
        ("verdict", "in_part"),
        ("text", "Half as many complaints about calls since."),
    ];
    let case = july.done("/cases/C-0001/review-impact", &worked).await;
    let words = text(&case.page);
    assert!(
        words.contains("It worked in part")
            && words.contains("Half as many complaints about calls since.")
            && words.contains("Finished"),
        "{words}"
    );
}

#[tokio::test]
async fn neither_the_owner_nor_whoever_reported_it_closes_an_action() {
    let council = council().await;
    let officer = agreed(&council).await;
    let reporter = council.account("officer");
    let done = [
        ("evidence", "The list."),
        ("reported-by", reporter.as_str()),
    ];
    officer.done("/cases/C-0001/carry-out-action", &done).await;
    let own = summary(&officer.fill("/cases/C-0001/close-action", &[]).await);
    assert!(
        own.contains("Whoever reported that the action was carried out")
            && own.contains("Ask a colleague to sign in"),
        "{own}"
    );
    let second = council.browser("second-officer", "2026-03-03").await;
    let case = second.done("/cases/C-0001/close-action", &[]).await;
    let words = text(&case.page);
    assert!(words.contains("checked by The second-officer"), "{words}");
}

#[tokio::test]
async fn what_is_missing_of_an_action_is_named_all_at_once_and_what_was_typed_stays() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let typed = [("text", "Ring back the same day.")];
    let answer = officer.fill("/cases/C-0001/agree-action", &typed).await;
    let problems = summary(&answer);
    for said in [
        "Choose what kind of action it is",
        "Choose what it is about",
        "Choose whose action it is",
        "Enter the day by which it is to be done",
        "Choose what the action comes from",
    ] {
        assert!(problems.contains(said), "{said}: {problems}");
    }
    assert!(text(&answer.page).contains("Ring back the same day."));
    // Nothing was answered, so nothing can come from an answer.
    assert!(!answer.page.contains("The Stage 1 answer"));
    let owner = council.account("manager");
    let early = with(ACTION, ("owner", &owner));
    let refused = summary(&officer.fill("/cases/C-0001/agree-action", &early).await);
    assert!(refused.contains("This case has not what the action is said to come from"));
    assert_eq!(
        officer.get("/cases/C-0001/close-action").await.status,
        409,
        "there is nothing to close"
    );
}

#[tokio::test]
async fn another_day_for_an_action_keeps_the_first_in_the_record() {
    let council = council().await;
    let officer = agreed(&council).await;
    let anew = [
        ("due-day", "30"),
        ("due-month", "4"),
        ("due-year", "2026"),
        ("reasons", "The new telephone system comes in April."),
    ];
    let case = officer.done("/cases/C-0001/replan-action", &anew).await;
    let words = text(&case.page);
    assert!(
        words.contains("30 April 2026, planned anew once")
            && words.contains("The new telephone system comes in April.")
            && words.contains("Practice changed, by 31 March 2026"),
        "{words}"
    );
}

#[tokio::test]
async fn a_complaint_that_taught_nothing_is_closed_with_the_reason_and_owes_nothing_more() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    let path = "/cases/C-0001/close";
    let nothing = [("learned", "nothing")];
    let problems = summary(&officer.fill(path, &nothing).await);
    assert!(
        problems.contains("Enter why nothing was learned"),
        "{problems}"
    );
    let by_action = [("learned", "action")];
    let answer = officer.fill(path, &by_action).await;
    let problems = summary(&answer);
    assert!(
        problems.contains("Nothing is said of what the complaint taught")
            && problems.contains("Agree a corrective action first"),
        "{problems}"
    );
    let why = with(&nothing, ("taught", "It was explained at a meeting."));
    let case = officer.done(path, &why).await;
    let words = text(&case.page);
    assert!(
        words.contains("It taught nothing, for the reason given")
            && words.contains("It was explained at a meeting.")
            && !words.contains("Learning from the case recorded"),
        "{words}"
    );
}

#[tokio::test]
async fn a_corrective_action_says_what_a_complaint_taught_when_it_is_closed() {
    let council = council().await;
    let officer = agreed(&council).await;
    let form = officer.get("/cases/C-0001/close").await;
    assert!(text(&form.page).contains("A corrective action is recorded"));
    // The answer is filled in.
    let case = officer.done("/cases/C-0001/close", &[]).await;
    let words = text(&case.page);
    assert!(
        words.contains("Learning from the case recorded") && words.contains("Agreed action done"),
        "{words}"
    );
}

#[tokio::test]
async fn the_matrix_shows_every_action_what_is_late_and_who_is_to_report_back() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let empty = text(&officer.get("/learning").await.page);
    assert!(
        empty.contains("No corrective action has been agreed.")
            && empty.contains("No service is to report back on a closed complaint."),
        "{empty}"
    );
    let officer = agreed(&council).await;
    officer.done("/cases/C-0001/close", &[]).await;
    let matrix = text(&officer.get("/learning").await.page);
    for said in [
        "C-0001",
        "Practice changed",
        "Communication, Delay",
        "The manager",
        "31 March 2026",
        "To be carried out",
        "2 June 2026",
    ] {
        assert!(matrix.contains(said), "{said}: {matrix}");
    }
    // The heading of a column.
    assert_eq!(matrix.matches("Overdue").count(), 1, "{matrix}");
    let june = council.browser("complaints-manager", "2026-06-03").await;
    let page = june.get("/learning").await.page;
    let late = text(&page);
    // Also the action, and the report.
    assert_eq!(late.matches("Overdue").count(), 3, "{late}");
    assert!(!page.contains("calls to return"), "no words of the vault");

    // Managers see their own actions and what is assigned to them.
    let owner = council.browser("manager", "2026-06-03").await;
    let own = text(&owner.get("/learning").await.page);
    assert!(own.contains("Practice changed") && own.contains("No service is to report back"));
    let other = council.browser("other-manager", "2026-06-03").await;
    let others = text(&other.get("/learning").await.page);
    assert!(others.contains("No corrective action has been agreed."));
    let analyst = council.browser("analyst", "2026-06-03").await;
    assert_eq!(analyst.get("/learning").await.status, 403);
}

#[tokio::test]
async fn a_service_that_reported_back_leaves_the_matrix_and_so_does_what_taught_nothing() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done("/cases/C-0001/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    officer.done("/cases/C-0001/close", &TAUGHT).await;
    let owed = text(&officer.get("/learning").await.page);
    assert!(owed.contains("2 June 2026"), "{owed}");
    let report = [("learned", "change"), ("text", "Calls are returned.")];
    officer.done("/cases/C-0001/report-back", &report).await;
    let told = text(&officer.get("/learning").await.page);
    assert!(
        told.contains("No service is to report back on a closed complaint."),
        "{told}"
    );
}

#[tokio::test]
async fn a_debrief_is_recorded_with_who_was_there_and_an_action_may_come_from_it() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    officer.done("/complaints/new", CALL).await;
    let path = "/cases/C-0001/hold-debrief";
    let early = officer.get(path).await;
    assert!(
        text(&early.page).contains("No investigation has been answered"),
        "{}",
        text(&early.page)
    );
    let reviewed = [
        ("kind", "management_review"),
        ("result", "A manager from another team looked at the calls."),
        ("agreed-day", "2"),
        ("agreed-month", "3"),
        ("agreed-year", "2026"),
    ];
    officer
        .done("/cases/C-0001/record-activity", &reviewed)
        .await;
    let typed = [
        ("learned", "Nobody knew who was to ring back."),
        ("themes", "communication"),
    ];
    let nobody = summary(&officer.fill(path, &typed).await);
    assert!(
        nobody.contains("It is not said how many were there"),
        "{nobody}"
    );
    let wrong = with(&typed, ("people-team", "four"));
    let wrong = summary(&officer.fill(path, &wrong).await);
    assert!(
        wrong.contains("Workers of the team: enter a number, such as 4"),
        "{wrong}"
    );
    let held = with(&typed, ("people-team", "4"));
    let held = with(&held, ("names", "The duty team"));
    let case = officer.done(path, &held).await;
    let words = text(&case.page);
    for said in [
        "Debriefs",
        "Workers of the team: 4",
        "The duty team",
        "Nobody knew who was to ring back.",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let form = officer.get("/cases/C-0001/agree-action").await;
    assert!(text(&form.page).contains("A debrief"));
}

/// What came of the action: carried out, checked and looked at on the first of July.
async fn finished(council: &Council) {
    agreed(council).await;
    let officer = council.browser("officer", "2026-04-01").await;
    let done = [("evidence", "The list.")];
    officer.done("/cases/C-0001/carry-out-action", &done).await;
    let review = [
        ("review-day", "1"),
        ("review-month", "7"),
        ("review-year", "2026"),
    ];
    officer.done("/cases/C-0001/close-action", &review).await;
    officer.done("/cases/C-0001/close", &[]).await;
    let july = council.browser("officer", "2026-07-01").await;
    let worked = [("verdict", "worked"), ("text", "No such complaint since.")];
    july.done("/cases/C-0001/review-impact", &worked).await;
    let report = [("learned", "change"), ("text", "Calls are returned.")];
    july.done("/cases/C-0001/report-back", &report).await;
}

#[tokio::test]
async fn finished_actions_stand_apart_in_the_year_they_were_finished_in() {
    let council = council().await;
    finished(&council).await;
    let reader = council.browser("complaints-manager", "2027-04-05").await;
    let this_year = text(&reader.get("/learning").await.page);
    assert!(
        this_year.contains("Every corrective action is finished.")
            && this_year.contains("No corrective action was finished in this year."),
        "{this_year}"
    );
    let then = text(&reader.get("/learning?year=2026-27").await.page);
    let (open, past) = then
        .split_once("Finished in 2026-27")
        .expect("the year that was chosen");
    assert!(!open.contains("C-0001, action 1"), "{open}");
    assert!(
        past.contains("C-0001 , action 1") && past.contains("It worked"),
        "{past}"
    );
}

#[tokio::test]
async fn the_matrix_is_filtered_by_team_theme_and_owner() {
    let council = council().await;
    let keeper = council.browser("officer", "2026-03-02").await;
    let team = [
        ("kind", "team"),
        ("name", "Duty team"),
        ("code", "duty"),
        ("from-day", "1"),
        ("from-month", "4"),
        ("from-year", "2010"),
    ];
    keeper.done("/organisation/open-unit", &team).await;
    agreed_about(&council, &with(CALL, ("team", "duty"))).await;
    let reader = council.browser("officer", "2026-03-02").await;
    let form = text(&reader.get("/learning").await.page);
    assert!(form.contains("Duty team"), "{form}");
    let (owner, other) = (council.account("manager"), council.account("officer"));
    for (query, listed) in [
        ("theme=delay".to_owned(), true),
        ("theme=safety".to_owned(), false),
        (format!("owner={owner}"), true),
        (format!("owner={other}"), false),
        (format!("owner={owner}&theme=communication"), true),
        ("team=north".to_owned(), false),
        ("team=duty".to_owned(), true),
        (
            "team=&theme=&owner=&year=nonsense&page=nine".to_owned(),
            true,
        ),
    ] {
        let page = text(&reader.get(&format!("/learning?{query}")).await.page);
        assert_eq!(
            page.contains("C-0001 , action 1"),
            listed,
            "{query}: {page}"
        );
    }
}

#[tokio::test]
async fn what_was_reported_back_stands_beside_the_action_and_its_effect_and_in_a_file() {
    let council = council().await;
    finished(&council).await;
    let officer = council.browser("officer", "2026-07-02").await;
    officer.done("/complaints/new", CALL).await;
    officer
        .done("/cases/C-0002/respond", &[("finding-1", "upheld"), TOLD])
        .await;
    officer.done("/cases/C-0002/close", &TAUGHT).await;
    // The action was agreed in March, the second case closed in July.
    let march = text(
        &officer
            .get("/learning/report-backs?year=2025-26")
            .await
            .page,
    );
    for said in [
        "C-0001",
        "Practice changed",
        "Something changes, 1 July 2026",
        "It worked",
    ] {
        assert!(march.contains(said), "{said}: {march}");
    }
    assert!(!march.contains("C-0002"), "{march}");
    let july = officer
        .get("/learning/report-backs?year=2026-27")
        .await
        .page;
    let words = text(&july);
    assert!(
        words.contains("C-0002")
            && words.contains("No corrective action")
            && words.contains("To be reported by 2 October 2026")
            && !words.contains("C-0001"),
        "{words}"
    );
    assert!(july.contains("/learning/report-backs.csv?year=2026-27"));
    let file = officer.get("/learning/report-backs.csv?year=2025-26").await;
    let lines: Vec<_> = file.page.lines().collect();
    assert_eq!(
        lines,
        [
            "Case,Team,Closed,Action,Kind,Themes,Whose,Agreed,By when,How far it is,Carried out,Report due,\
             Reported back,What was reported,Effect,Effect looked at",
            "C-0001,,2026-04-01,1,Practice changed,\"Communication, Delay\",The manager,2026-03-02,2026-03-31,\
             Finished,2026-04-01,,2026-07-01,Something changes,It worked,2026-07-01",
        ]
    );
    let owed = officer.get("/learning/report-backs.csv?year=2026-27").await;
    assert_eq!(
        owed.page.lines().nth(1),
        Some("C-0002,,2026-07-02,,,,,,,,,2026-10-02,,,,"),
        "what was said at the closing is no report"
    );
    let manager = council.browser("other-manager", "2026-07-02").await;
    let nothing = manager.get("/learning/report-backs.csv?year=2025-26").await;
    assert_eq!(nothing.page.lines().count(), 1, "{}", nothing.page);
    let analyst = council.browser("analyst", "2026-07-02").await;
    let refused = analyst.get("/learning/report-backs.csv").await;
    assert_eq!(refused.status, 403);
}
