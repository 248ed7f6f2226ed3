//! A new bank holiday reaches open cases: shown first, then one event for each, and nothing else changes.

use std::collections::{BTreeMap, BTreeSet};

use app::App;
use app::calendar::{CalendarApplied, NotAnnounced};
use app::officer::{Officer, Role};
use app::permit::{Deed, Denied, NotAllowed, Permit};
use app::rows;
use casework::calendar::{AnnouncedHoliday, NotAHoliday};
use casework::ids::AuthorityCode;
use casework::settings::ReportingYear;
use jiff::civil::{Date, date};
use reports::document::Audience;
use testkit::generator::{self, Options};
use views::register_line::RegisterLine;

use crate::installation::{ACTOR, council_on, lines};

const TODAY: Date = date(2026, 11, 20);

/// A Tuesday.
const HOLIDAY: Date = date(2026, 12, 1);

fn holiday() -> AnnouncedHoliday {
    AnnouncedHoliday {
        day: HOLIDAY,
        name: "Bank holiday for the jubilee".to_owned(),
        source: "London Gazette, 20 November 2026".to_owned(),
        announced_on: TODAY,
    }
}

/// A council with some hundred cases, most of them closed, and its complaints manager's leave.
async fn busy() -> (App, AuthorityCode, Permit) {
    let (app, authority) = council_on(TODAY).await;
    let options = Options {
        cases: 400,
        seed: 3,
        until: TODAY,
    };
    generator::generate(&app, &authority, ACTOR, options, |_| {})
        .await
        .expect("cases can be recorded");
    let permit = may(
        &app,
        &authority,
        Role::ComplaintsManager,
        Deed::ManageCalendar,
    )
    .await;
    (app, authority, permit.expect("the manager may"))
}

async fn may(
    app: &App,
    authority: &AuthorityCode,
    role: Role,
    deed: Deed,
) -> Result<Permit, Denied> {
    let officer = Officer {
        account: ACTOR,
        authority: authority.clone(),
        display_name: "Somebody".to_owned(),
        role,
        must_change: false,
    };
    app.permit(&officer, deed, None).await
}

/// How often the due dates of each case were counted again.
async fn recounted(app: &App, authority: &AuthorityCode) -> BTreeMap<String, u32> {
    let entries = app
        .journal()
        .since(authority, 0, 1_000_000)
        .await
        .expect("the record can be read");
    let mut counted = BTreeMap::new();
    for entry in entries {
        if entry.name == "deadlines_recomputed" {
            *counted.entry(entry.case.to_string()).or_default() += 1;
        }
    }
    counted
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_bank_holiday_moves_open_cases_once_and_leaves_the_rest() {
    let (app, authority, permit) = busy().await;
    let before = app.preview_calendar_change(&permit).await.unwrap();
    assert_eq!((before.cases, before.unknown), (0, 0), "{before:?}");
    assert!(before.running > 20, "{before:?}");

    app.announce_bank_holiday(&permit, &holiday())
        .await
        .unwrap();
    let lines_before = lines(&app, &authority).await;
    let reads = may(&app, &authority, Role::ComplaintsManager, Deed::ReadReport).await;
    let reads = reads.unwrap();
    let year: ReportingYear = "2025-26".parse().unwrap();
    let report = async || {
        let report = app.annual_report(&reads, year, Audience::Internal).await;
        report.unwrap().tables().cloned().collect::<Vec<_>>()
    };
    let report_before = report().await;

    let preview = app.preview_calendar_change(&permit).await.unwrap();
    assert!(preview.cases > 5, "{preview:?}");
    assert_eq!(preview.deadlines(), preview.first.len() as u64);
    assert!(
        recounted(&app, &authority).await.is_empty(),
        "a preview changes nothing"
    );

    let mut steps = Vec::new();
    let note = |done, all| steps.push((done, all));
    let applied = app
        .apply_calendar_change(&permit, "Proclaimed for the jubilee", note)
        .await;
    let expected = CalendarApplied {
        moved: preview.cases,
        ..CalendarApplied::default()
    };
    assert_eq!(applied.unwrap(), expected);
    assert_eq!(steps.first().map(|(done, _)| *done), Some(0));
    assert!(steps.last().is_some_and(|(done, all)| done == all));
    let counted = recounted(&app, &authority).await;
    assert_eq!(counted.len() as u64, preview.cases);
    assert!(counted.values().all(|times| *times == 1));

    let after = app.preview_calendar_change(&permit).await.unwrap();
    assert_eq!(after.cases, 0, "{after:?}");
    let again = app
        .apply_calendar_change(&permit, "Once more", |_, _| {})
        .await;
    assert_eq!(again.unwrap(), CalendarApplied::default());

    let ended = |line: &&RegisterLine| !line.is_open();
    let lines_after = lines(&app, &authority).await;
    assert!(
        lines_before
            .iter()
            .filter(ended)
            .eq(lines_after.iter().filter(ended))
    );
    assert_ne!(lines_before, lines_after);
    assert_eq!(report().await, report_before);

    let sound = app.journal().verify(&rows::fold).await.unwrap();
    assert_eq!(sound.fault, None);
    app.journal().rebuild(&rows::fold, |_, _| {}).await.unwrap();
    assert_eq!(lines(&app, &authority).await, lines_after);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_apply_at_the_same_time_move_each_case_once() {
    let (app, authority, permit) = busy().await;
    app.announce_bank_holiday(&permit, &holiday())
        .await
        .unwrap();
    let preview = app.preview_calendar_change(&permit).await.unwrap();
    let (one, other) = tokio::join!(
        app.apply_calendar_change(&permit, "From here", |_, _| {}),
        app.apply_calendar_change(&permit, "From there", |_, _| {}),
    );
    assert_eq!(one.unwrap().moved + other.unwrap().moved, preview.cases);
    let counted = recounted(&app, &authority).await;
    assert_eq!(counted.len() as u64, preview.cases);
    assert!(counted.values().all(|times| *times == 1));
}

#[tokio::test]
async fn a_day_is_announced_once_and_only_if_it_works() {
    let (app, authority) = council_on(TODAY).await;
    let permit = app.operators_calendar_permit(&authority);
    let stored = async || {
        let stored = app.journal().authorities().await.unwrap();
        stored[0].settings.clone()
    };
    let at_first = stored().await;
    let weekend = AnnouncedHoliday {
        day: date(2026, 12, 5),
        ..holiday()
    };
    let refused = app.announce_bank_holiday(&permit, &weekend).await;
    assert!(
        matches!(
            &refused,
            Err(NotAnnounced::Refused(NotAHoliday::Weekend(_)))
        ),
        "{refused:?}"
    );
    assert_eq!(stored().await, at_first);

    for _ in 0..2 {
        app.announce_bank_holiday(&permit, &holiday())
            .await
            .unwrap();
    }
    let other_name = AnnouncedHoliday {
        name: "Another name".to_owned(),
        ..holiday()
    };
    let refused = app.announce_bank_holiday(&permit, &other_name).await;
    assert!(
        matches!(
            &refused,
            Err(NotAnnounced::Refused(NotAHoliday::AlreadyOne { .. }))
        ),
        "{refused:?}"
    );
    let second = AnnouncedHoliday {
        day: date(2026, 12, 2),
        ..holiday()
    };
    app.announce_bank_holiday(&permit, &second).await.unwrap();
    assert!(
        stored().await.starts_with(at_first.trim_end()),
        "what was written stays"
    );
    let calendar = app.calendar(&authority).unwrap();
    assert_eq!(calendar.is_working_day(HOLIDAY), Ok(false));
    assert_eq!(calendar.is_working_day(second.day), Ok(false));
    assert!(
        calendar
            .version()
            .ends_with("; announced since: 2026-12-01, 2026-12-02")
    );
}

#[tokio::test]
async fn the_calendar_is_the_complaints_managers() {
    let (app, authority) = council_on(TODAY).await;
    let mut allowed = BTreeSet::new();
    for role in Role::ALL {
        match may(&app, &authority, role, Deed::ManageCalendar).await {
            Ok(_) => {
                allowed.insert(role);
            }
            Err(denied) => assert!(matches!(denied, Denied::NotAllowed(NotAllowed::Role))),
        }
    }
    assert_eq!(allowed, BTreeSet::from([Role::ComplaintsManager]));
}
