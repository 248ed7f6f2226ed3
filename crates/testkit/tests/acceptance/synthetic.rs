//! Invented cases: repeatable, lawful, and alive today.

use casework::case::Stage;
use jiff::civil::date;
use journal::Append;
use testkit::generator::{self, Options};
use testkit::year::working_days;
use testkit::{people, today};

use crate::installation::{ACTOR, council_on, lines, year};

fn bodies(appends: &[Append]) -> Vec<(String, Vec<String>)> {
    let bodies = |append: &Append| {
        append
            .entries
            .iter()
            .map(|entry| entry.body.clone())
            .collect()
    };
    appends
        .iter()
        .map(|append| (append.case.to_string(), bodies(append)))
        .collect()
}

#[tokio::test]
async fn the_year_comes_out_the_same_each_time() {
    let (app, authority) = council_on(date(2015, 7, 15)).await;
    let decided = || -> Vec<Append> {
        let lives = year().lives(working_days());
        lives
            .into_iter()
            .map(|life| life.decide(&app, &authority, ACTOR).unwrap())
            .collect()
    };
    assert_eq!(bodies(&decided()), bodies(&decided()));
}

#[tokio::test]
async fn generated_cases_depend_on_the_seed_alone() {
    let until = date(2026, 11, 20);
    let (app, authority) = council_on(until).await;
    let settings = app.settings(&authority).unwrap();
    let decided = |seed: u64| -> Vec<Append> {
        generator::cases(
            &settings,
            &[],
            Options {
                cases: 40,
                seed,
                until,
            },
            working_days(),
        )
        .map(|life| life.decide(&app, &authority, ACTOR).unwrap())
        .collect()
    };
    assert_eq!(bodies(&decided(1)), bodies(&decided(1)));
    assert_ne!(bodies(&decided(1)), bodies(&decided(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn generated_cases_are_recorded_and_about_one_in_ten_is_open() {
    let until = date(2026, 11, 20);
    let (app, authority) = council_on(until).await;
    let mut steps = Vec::new();
    let options = Options {
        cases: 3200,
        seed: 11,
        until,
    };
    let generated = generator::generate(&app, &authority, ACTOR, options, |so_far| {
        steps.push(so_far);
    })
    .await
    .unwrap();
    assert_eq!(generated.cases, 3200);
    assert_eq!(steps, [500, 1000, 1500, 2000, 2500, 3000, 3200]);
    let open = generated.open * 100 / generated.cases;
    assert!((7..=13).contains(&open), "{open} in a hundred are open");
    let lines = lines(&app, &authority).await;
    assert_eq!(lines.len(), 3200);
    for stage in Stage::ALL {
        assert!(lines.iter().any(|line| line.stage == stage), "{stage:?}");
    }
    assert!(lines.iter().all(|line| line.received_on <= until));
}

#[tokio::test]
async fn today_has_work_at_every_stage_in_time_and_late() {
    // A Monday, a Sunday, the first working day after Christmas.
    for day in [date(2026, 11, 23), date(2026, 11, 22), date(2026, 12, 29)] {
        let (app, authority) = council_on(day).await;
        let played = today::demo_today(&app, &authority, ACTOR, day)
            .await
            .unwrap();
        assert_eq!(played.cases, 15);
        let lines = lines(&app, &authority).await;
        assert!(
            lines
                .iter()
                .all(views::register_line::RegisterLine::is_open)
        );
        for stage in Stage::ALL {
            assert!(
                lines.iter().any(|line| line.stage == stage),
                "{stage:?} on {day}"
            );
        }
        let due: Vec<_> = lines
            .iter()
            .filter_map(|line| line.due)
            .map(|(due_on, _)| due_on)
            .collect();
        assert!(
            due.iter().filter(|due_on| **due_on < day).count() >= 3,
            "some are overdue on {day}: {due:?}"
        );
        assert!(
            due.iter().filter(|due_on| **due_on > day).count() >= 5,
            "some are still to come on {day}: {due:?}"
        );
    }
}

#[tokio::test]
async fn cases_are_handed_to_the_team_manager_there_is() {
    let day = date(2026, 11, 23);
    let (app, authority) = council_on(day).await;
    let enrolled = people::enrol(&app, &authority).await.unwrap();
    let manager = enrolled
        .iter()
        .find(|officer| officer.sign_in_name == "team")
        .unwrap();
    today::demo_today(&app, &authority, ACTOR, day)
        .await
        .unwrap();
    let lines = lines(&app, &authority).await;
    let assigned: Vec<_> = lines.iter().filter_map(|line| line.assigned_to).collect();
    assert!(assigned.len() >= 8 && assigned.iter().all(|account| *account == manager.account));
    let signed_in = app
        .sign_in(&authority, "team", manager.password.clone())
        .await
        .unwrap();
    assert_eq!(signed_in.account, manager.account);
}
