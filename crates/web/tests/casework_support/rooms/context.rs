//! The council in figures and its areas and teams, through the pages.

use super::{summary, text};
use crate::browser::{Council, council, filled};

const FIGURES: &str = "/context/record-context?year=2024-25";
const PUBLISHED: &str = "/context/record-published?year=2024-25";
const SOURCE: (&str, &str) = ("source", "The children in need census of June 2025");

async fn entered(council: &Council, path: &str, answers: &[(&str, &str)]) -> String {
    let officer = council.browser("officer", "2026-03-02").await;
    text(&officer.done(path, answers).await.page)
}

#[tokio::test]
async fn figures_are_entered_shown_and_pointed_at_when_they_cannot_be_right() {
    let council = council().await;
    let page = entered(
        &council,
        FIGURES,
        &[
            ("looked_after_during_year", "590"),
            ("in_need_at_year_end", "2,711"),
            ("on_protection_plan_at_year_end", "3000"),
            SOURCE,
        ],
    )
    .await;
    for shown in [
        "the annual report counts with it",
        "Children looked after during the year",
        "590",
        "2711",
        "Children subject to a child protection plan on 31 March (3000) should be part of Children in need on 31 March (2711), and is more.",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let officer = council.browser("officer", "2026-03-03").await;
    let form = officer.get(FIGURES).await;
    assert!(
        form.page.contains("value=\"590\"") && form.page.contains(SOURCE.1),
        "what stands is filled in"
    );
    let report = officer.get("/annual-report/2024-25/internal").await;
    assert!(
        text(&report.page).contains("Children looked after during the year"),
        "the report sets complaints against it"
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_nothing_typed_is_lost() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let back = officer
        .fill(
            FIGURES,
            &[
                ("year", "2024"),
                ("looked_after_during_year", "about 590"),
                ("in_need_during_year", "12345678"),
            ],
        )
        .await;
    assert_eq!(back.status, 422);
    let problems = summary(&back);
    for problem in [
        "Enter the year like 2025-26",
        "Children looked after during the year must be a whole number",
        "Children in need during the year must be a whole number",
        "Enter where the figures come from",
    ] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    for kept in ["about 590", "12345678", "value=\"2024\""] {
        assert!(back.page.contains(kept), "{kept}");
    }
    let back = officer
        .fill(PUBLISHED, &[("printed", "most of them"), ("base", "many")])
        .await;
    let problems = summary(&back);
    for problem in [
        "Choose which figure it is",
        "write it as it was printed",
        "must be a whole number",
        "Enter where it was published",
    ] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    let later = officer
        .fill(
            "/context/record-context?year=2027-28",
            &[("looked_after_during_year", "1"), SOURCE],
        )
        .await;
    assert!(
        summary(&later).contains("The year 2027-28 has not begun"),
        "{}",
        later.page
    );
}

#[tokio::test]
async fn a_figure_stands_in_the_next_report_as_it_was_printed() {
    let council = council().await;
    let page = entered(
        &council,
        PUBLISHED,
        &[
            ("measure", "compliments"),
            ("printed", "101"),
            ("source", "Annual report 2024/25, paragraph 3.2"),
        ],
    )
    .await;
    assert!(
        page.contains("As published") && page.contains("101"),
        "{page}"
    );
    let analyst = council.browser("analyst", "2026-04-02").await;
    let report = text(&analyst.get("/annual-report/2025-26/internal").await.page);
    assert!(
        report.contains("101") && report.contains("Annual report 2024/25, paragraph 3.2"),
        "{report}"
    );
}

#[tokio::test]
async fn an_older_sight_of_the_figures_undoes_nothing() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let stale = officer.get(FIGURES).await;
    entered(
        &council,
        FIGURES,
        &[("looked_after_during_year", "590"), SOURCE],
    )
    .await;
    let answers = filled(&stale.page, &[("in_need_during_year", "6588"), SOURCE]);
    let sent = officer.post("/context/record-context", &answers).await;
    assert!(
        summary(&sent).contains("Somebody else has entered something since"),
        "{}",
        sent.page
    );
    assert!(
        sent.page.contains("value=\"6588\""),
        "nothing typed is lost"
    );
    let page = text(&officer.get("/context").await.page);
    assert!(page.contains("590") && !page.contains("6588"), "{page}");
    // Sent again it adds what its sender typed, and takes nothing back that the form never showed.
    let again = officer
        .post("/context/record-context", &filled(&sent.page, &[]))
        .await;
    assert_eq!(again.status, 303, "{}", again.page);
    let page = text(&officer.get("/context").await.page);
    assert!(page.contains("590") && page.contains("6588"), "{page}");
    let emptied = [("looked_after_during_year", ""), SOURCE];
    let page = entered(&council, FIGURES, &emptied).await;
    assert!(!page.contains("590") && page.contains("6588"), "{page}");
}

#[tokio::test]
async fn areas_are_entered_renamed_merged_and_ended() {
    let council = council().await;
    let from = [
        ("from-day", "1"),
        ("from-month", "4"),
        ("from-year", "2010"),
    ];
    for (code, name) in [("north_west", "North West"), ("north_east", "North East")] {
        let mut answers = vec![("kind", "area"), ("name", name), ("code", code)];
        answers.extend(from);
        entered(&council, "/organisation/open-unit", &answers).await;
    }
    let page = entered(
        &council,
        "/organisation/rename-unit?unit=north_west",
        &[
            ("name", "North"),
            ("from-day", "1"),
            ("from-month", "4"),
            ("from-year", "2020"),
        ],
    )
    .await;
    assert!(
        page.contains("Called North West until 1 April 2020"),
        "{page}"
    );
    let page = entered(
        &council,
        "/organisation/merge-units?unit=north_east",
        &[
            ("into", "north_west"),
            ("on-day", "1"),
            ("on-month", "4"),
            ("on-year", "2020"),
        ],
    )
    .await;
    assert!(page.contains("Part of North since 1 April 2020"), "{page}");
    let officer = council.browser("officer", "2026-03-02").await;
    let refused = officer
        .fill(
            "/organisation/open-unit",
            &[
                ("kind", "team"),
                ("name", "Duty"),
                ("code", "North East"),
                ("within", "north_west"),
                ("from-day", "1"),
                ("from-month", "4"),
                ("from-year", "2012"),
            ],
        )
        .await;
    assert!(
        summary(&refused).contains("is no code: take 2 to 40"),
        "{}",
        refused.page
    );
    assert!(
        refused.page.contains("value=\"Duty\""),
        "nothing typed is lost"
    );
}

#[tokio::test]
async fn those_who_read_the_report_see_the_figures_and_do_not_change_them() {
    let council = council().await;
    entered(
        &council,
        FIGURES,
        &[("looked_after_during_year", "590"), SOURCE],
    )
    .await;
    for (who, sees, changes) in [
        ("complaints-manager", 200, 200),
        ("officer", 200, 200),
        ("director", 200, 403),
        ("analyst", 200, 403),
        ("manager", 403, 403),
    ] {
        let browser = council.browser(who, "2026-03-02").await;
        for page in ["/context", "/organisation"] {
            let answer = browser.get(page).await;
            assert_eq!(answer.status, sees, "{who} {page}");
            if changes != 200 {
                assert!(
                    !answer.page.contains("/record-context?"),
                    "{who} is shown no door"
                );
                assert!(
                    !answer.page.contains("/open-unit"),
                    "{who} is shown no door"
                );
            }
        }
        assert_eq!(browser.get(FIGURES).await.status, changes, "{who}");
    }
}

#[tokio::test]
async fn a_complaint_is_about_a_team_and_came_in_elsewhere() {
    let council = council().await;
    let from = [
        ("from-day", "1"),
        ("from-month", "4"),
        ("from-year", "2010"),
    ];
    for (code, name) in [("north", "North"), ("south", "South"), ("old", "Old area")] {
        let mut answers = vec![("kind", "area"), ("name", name), ("code", code)];
        answers.extend(from);
        entered(&council, "/organisation/open-unit", &answers).await;
    }
    let mut answers = vec![
        ("kind", "team"),
        ("name", "Duty team"),
        ("code", "duty"),
        ("within", "north"),
    ];
    answers.extend(from);
    entered(&council, "/organisation/open-unit", &answers).await;
    let ended = [("on-day", "1"), ("on-month", "3"), ("on-year", "2026")];
    entered(&council, "/organisation/close-unit?unit=old", &ended).await;
    let officer = council.browser("officer", "2026-03-02").await;
    let mut call = super::CALL.to_vec();
    call.extend([
        ("area", "north"),
        ("team", "duty"),
        ("received-by", "south"),
    ]);
    let case = text(&officer.done("/complaints/new", &call).await.page);
    for shown in ["Area North", "Team Duty team", "Came in at South"] {
        let words = case.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(shown), "{shown}: {words}");
    }
    // An area that had ended cannot be complained about as of a later day.
    let mut call = super::CALL.to_vec();
    call.push(("area", "old"));
    let refused = officer.fill("/complaints/new", &call).await;
    assert!(
        summary(&refused).contains("is not in the list of areas: north, south"),
        "{}",
        refused.page
    );
    assert!(
        refused.page.contains("Nobody rang back"),
        "nothing typed is lost"
    );
    // What it is about counts, not where it came in.
    let analyst = council.browser("analyst", "2026-04-02").await;
    let report = analyst.get("/annual-report/2025-26/internal").await.page;
    let words = text(&report)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        words.contains("Statutory Stage 1 complaints by area complained about"),
        "{words}"
    );
    assert!(
        words.contains("North 1 100%") && words.contains("South 0 0%"),
        "{words}"
    );
}

#[tokio::test]
async fn a_workshop_is_entered_once_it_was_held() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let path = "/learning/hold-training";
    let back = officer
        .fill(
            path,
            &[("people", "a dozen"), ("about", "Answering every point")],
        )
        .await;
    let problems = summary(&back);
    assert!(
        problems.contains("Say what it was") && problems.contains("must be a whole number"),
        "{problems}"
    );
    assert!(back.page.contains("a dozen"), "nothing typed is lost");
    let answers = [
        ("kind", "workshop"),
        ("people", "12"),
        ("about", "Answering every point"),
    ];
    let page = text(&officer.done(path, &answers).await.page);
    assert!(
        page.contains("Workshop: 1, with 12 taking part") && page.contains("Answering every point"),
        "{page}"
    );
}

#[tokio::test]
async fn where_a_complaint_belongs_is_corrected_and_both_stand_in_the_record() {
    let council = council().await;
    let from = [
        ("from-day", "1"),
        ("from-month", "4"),
        ("from-year", "2010"),
    ];
    for (code, name) in [("north", "North"), ("south", "South")] {
        let mut answers = vec![("kind", "area"), ("name", name), ("code", code)];
        answers.extend(from);
        entered(&council, "/organisation/open-unit", &answers).await;
    }
    let officer = council.browser("officer", "2026-03-02").await;
    let mut call = super::CALL.to_vec();
    call.push(("area", "north"));
    officer.done("/complaints/new", &call).await;
    let path = "/cases/C-0001/correct-place";
    let unchanged = [("reason", "The team moved.")];
    let refused = officer.fill(path, &unchanged).await;
    assert!(
        summary(&refused).contains("The complaint stands there already"),
        "{}",
        refused.page
    );
    assert!(
        refused.page.contains("The team moved."),
        "nothing typed is lost"
    );
    let nowhere = [("area", "nowhere"), ("reason", "The team moved.")];
    let refused = summary(&officer.fill(path, &nowhere).await);
    assert!(
        refused.contains("is not in the list of areas: north, south"),
        "{refused}"
    );
    let silent = summary(&officer.fill(path, &[("area", "south")]).await);
    assert!(silent.contains("Enter why it is corrected"), "{silent}");
    let right = [("area", "south"), ("reason", "It is the southern team.")];
    let case = text(&officer.done(path, &right).await.page);
    let words = case.split_whitespace().collect::<Vec<_>>().join(" ");
    for shown in [
        "Area South",
        "Area, team or provider corrected",
        "Before: area north",
        "Now: area south",
        "It is the southern team.",
    ] {
        assert!(words.contains(shown), "{shown}: {words}");
    }
    assert!(!words.contains("Area North"), "{words}");
    let manager = council.browser("manager", "2026-03-02").await;
    assert_eq!(manager.get(path).await.status, 403);
}

const POPULATION: &str = "/context/record-population?year=2024-25";
const CENSUS: (&str, &str) = ("source", "Census 2021, table TS021, the county");

#[tokio::test]
async fn a_population_by_ethnic_group_is_entered_and_complainants_stand_beside_it() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let form = officer.get(POPULATION).await;
    let shown = text(&form.page);
    assert!(
        shown.contains("Enter numbers of people, not percentages"),
        "{shown}"
    );
    assert!(shown.contains("White British") && shown.contains("Asian"));
    assert!(
        !form.page.contains("group-not_stated"),
        "whoever did not say is no group"
    );
    let answers = [
        ("ages", "everybody"),
        ("all", "528,000"),
        ("group-white_british", "400000"),
        CENSUS,
    ];
    let page = entered(&council, POPULATION, &answers).await;
    for shown in [
        "Population by ethnic group",
        "People of every age",
        "528000",
        "400000",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let form = officer.get(POPULATION).await;
    assert!(
        form.page.contains("value=\"528000\"") && form.page.contains(CENSUS.1),
        "what stands is filled in"
    );
    let report = officer.get("/annual-report/2024-25/internal").await;
    let report = text(&report.page);
    for told in [
        "Ethnic group of complainants beside the population",
        "% of 528000",
        "Census 2021, table TS021, the county",
    ] {
        assert!(report.contains(told), "{told}");
    }
    // Emptied it is taken back.
    let emptied = [("all", ""), ("group-white_british", ""), CENSUS];
    let page = entered(&council, POPULATION, &emptied).await;
    assert!(!page.contains("People of every age"), "{page}");
}

#[tokio::test]
async fn a_population_that_cannot_be_read_is_named_and_one_that_cannot_be_right_is_pointed_at() {
    let council = council().await;
    let officer = council.browser("officer", "2026-03-02").await;
    let back = officer
        .fill(POPULATION, &[("year", "2024"), ("group-asian", "80%")])
        .await;
    assert_eq!(back.status, 422);
    let problems = summary(&back);
    for problem in [
        "Enter the year like 2025-26",
        "in digits and not a percentage",
        "Choose who is counted",
        "Enter how many people there are in all",
        "Enter where the numbers come from",
    ] {
        assert!(problems.contains(problem), "{problem}: {problems}");
    }
    for kept in ["value=\"2024\"", "value=\"80%\""] {
        assert!(back.page.contains(kept), "{kept}");
    }
    let another_list = [
        ("list", "of-long-ago"),
        ("all", "10"),
        ("ages", "children"),
        CENSUS,
    ];
    let back = officer.fill(POPULATION, &another_list).await;
    assert!(
        summary(&back).contains("The list of ethnic groups has changed since you opened this page"),
        "{}",
        back.page
    );
    let more = [
        ("ages", "children"),
        ("all", "100"),
        ("group-asian", "101"),
        CENSUS,
    ];
    let page = entered(&council, POPULATION, &more).await;
    assert!(
        page.contains("Everybody in the ethnic groups (101) should be part of Children aged 0 to 17 in all (100), and is more."),
        "{page}"
    );
}
