//! Dates worked out beforehand with another calendar library: the same days must come out here.

use jiff::civil::{Date, date};
use statute::limits::{
    self, ACKNOWLEDGEMENT_SENT, CORPORATE_COMPLAINT_ACKNOWLEDGED, CORPORATE_COMPLAINT_ANSWERED,
    CORPORATE_REVIEW_ACKNOWLEDGED, CORPORATE_REVIEW_ANSWERED,
    DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED, INVESTIGATION_ENDS_FROM_RECORD,
    INVESTIGATION_ENDS_FROM_REQUEST, INVESTIGATION_REQUESTED, LOCAL_RESOLUTION_ENDS, LimitId,
    MADE_WITHIN_A_YEAR, OMBUDSMAN_APPROACHED, OMBUDSMAN_REPORT_ANSWERED, REVIEW_PANEL_ANSWERED,
    REVIEW_PANEL_CHAIR_APPOINTED, REVIEW_PANEL_MEETS, REVIEW_PANEL_PAPERS_SENT,
    REVIEW_PANEL_REPORTS, REVIEW_PANEL_REQUEST_ACKNOWLEDGED, REVIEW_PANEL_REQUESTED,
    SUBJECT_ACCESS_ANSWERED, TimeLimit,
};
use statute::proof::due_dates;
use statute::working_days::{DayZero, NonworkingReceipt, elapsed};
use statute::{Calendar, Counting, Region, WorkingDays};

#[test]
fn every_year_has_its_working_days_and_no_others() {
    for row in rows(include_str!("tables/years.txt")) {
        let year: i16 = row[0].parse().unwrap();
        let first = date(year, 1, 1);
        let mut idle = Vec::new();
        for day in first
            .series(jiff::ToSpan::day(1))
            .take_while(|day| day.year() == year)
        {
            let weekday = day.weekday().to_monday_one_offset() <= 5;
            if weekday && !england().is_working_day(day).unwrap() {
                idle.push(day.strftime("%m-%d").to_string());
            }
        }
        assert_eq!(idle, row[2..], "{year}");
        let from = first.yesterday().unwrap();
        assert_eq!(
            elapsed(from, date(year, 12, 31), england())
                .unwrap()
                .to_string(),
            row[1],
            "{year}"
        );
    }
}

#[test]
fn periods_end_where_another_library_says() {
    for row in days(include_str!("tables/forward.txt")) {
        for (length, &end) in [2, 5, 10, 15, 20, 25, 30, 65].into_iter().zip(&row[1..]) {
            assert_eq!(
                WorkingDays(length).end(row[0], england()),
                Ok(end),
                "{} and {length}",
                row[0]
            );
            assert_eq!(
                elapsed(row[0], end, england()),
                Ok(u32::from(length)),
                "{} and {length}",
                row[0]
            );
        }
    }
    for row in days(include_str!("tables/investigation.txt")) {
        assert_eq!(
            ends(&INVESTIGATION_ENDS_FROM_REQUEST, row[0]),
            (row[1], Some(row[2]))
        );
        assert_eq!(
            ends(&INVESTIGATION_ENDS_FROM_RECORD, row[0]),
            (row[1], Some(row[2]))
        );
    }
}

/// The core dates: a Saturday is among them.
#[test]
fn receipt_on_a_day_that_does_not_work_is_day_zero_all_the_same() {
    let saturday = date(2015, 3, 28);
    for (length, end) in [
        (10, date(2015, 4, 14)),
        (20, date(2015, 4, 28)),
        (25, date(2015, 5, 6)),
        (30, date(2015, 5, 13)),
        (65, date(2015, 7, 2)),
    ] {
        assert_eq!(
            WorkingDays(length).end(saturday, england()),
            Ok(end),
            "{length}"
        );
    }
}

#[test]
fn a_council_may_deem_receipt_on_the_next_working_day() {
    let deemed = Counting {
        nonworking_receipt: NonworkingReceipt::DeemNextWorkingDay,
        ..Counting::default()
    };
    for row in days(include_str!("tables/deemed.txt")) {
        assert_eq!(
            Counting::default().end(WorkingDays(10), row[0], england()),
            Ok(row[1]),
            "{}",
            row[0]
        );
        assert_eq!(deemed.day_zero(row[0], england()), Ok(row[2]), "{}", row[0]);
        assert_eq!(
            deemed.end(WorkingDays(10), row[0], england()),
            Ok(row[3]),
            "{}",
            row[0]
        );
        assert_eq!(
            deemed.elapsed(row[0], row[3], england()),
            Ok(10),
            "{}",
            row[0]
        );
    }
}

#[test]
fn counting_the_first_day_ends_a_day_too_soon() {
    let inclusive = Counting {
        day_zero: DayZero::Include,
        ..Counting::default()
    };
    for row in rows(include_str!("tables/inclusive.txt")) {
        let (event, length) = (day(row[0]), WorkingDays(row[1].parse().unwrap()));
        assert_eq!(length.end(event, england()), Ok(day(row[2])), "{event}");
        assert_eq!(
            inclusive.end(length, event, england()),
            Ok(day(row[3])),
            "{event}"
        );
        assert_eq!(
            inclusive.elapsed(event, day(row[3]), england()),
            Ok(u32::from(length.0)),
            "{event}"
        );
    }
}

/// 2 January belongs to Scotland, 17 March to Northern Ireland: a list for the whole kingdom is wrong for England.
#[test]
fn the_holidays_of_other_regions_do_not_count_in_england() {
    let scotland = Calendar::of(Region::Scotland);
    let ireland = Calendar::of(Region::NorthernIreland);
    assert_eq!(
        WorkingDays(10).end(date(2015, 12, 18), england()),
        Ok(date(2016, 1, 6))
    );
    assert_eq!(scotland.is_working_day(date(2016, 1, 4)), Ok(false));
    assert_eq!(
        WorkingDays(10).end(date(2015, 12, 18), ireland),
        Ok(date(2016, 1, 6))
    );
    assert_eq!(
        WorkingDays(10).end(date(2015, 3, 10), england()),
        Ok(date(2015, 3, 24))
    );
    assert_eq!(
        WorkingDays(10).end(date(2015, 3, 10), ireland),
        Ok(date(2015, 3, 25))
    );
    let scotland_alone = date(2026, 6, 15);
    assert_eq!(england().is_working_day(scotland_alone), Ok(true));
    assert_eq!(scotland.is_working_day(scotland_alone), Ok(false));
    for worked in [
        date(2012, 5, 28),
        date(2022, 5, 30),
        date(2020, 5, 4),
        date(2025, 12, 29),
        date(2025, 12, 31),
    ] {
        assert_eq!(england().is_working_day(worked), Ok(true), "{worked}");
    }
}

#[test]
fn papers_count_back_from_the_panel() {
    for row in days(include_str!("tables/papers.txt")) {
        assert_eq!(
            ends(&REVIEW_PANEL_PAPERS_SENT, row[0]).0,
            row[1],
            "{}",
            row[0]
        );
    }
}

#[test]
fn the_panel_is_asked_for_within_its_window() {
    for row in days(include_str!("tables/panel_requests.txt")) {
        assert_eq!(
            ends(&REVIEW_PANEL_REQUESTED, row[0]),
            (row[1], None),
            "{}",
            row[0]
        );
    }
}

#[test]
fn the_panel_reports_and_is_answered() {
    for row in days(include_str!("tables/panel_chain.txt")) {
        assert_eq!(ends(&REVIEW_PANEL_REPORTS, row[0]).0, row[1], "{}", row[0]);
        assert_eq!(ends(&REVIEW_PANEL_ANSWERED, row[1]).0, row[2], "{}", row[0]);
        let relaxed = limits::relaxation(LimitId::ReviewPanelReport, row[0]).is_some();
        assert_eq!(relaxed, row[0].year() == 2020, "{}", row[0]);
    }
}

#[test]
fn one_case_from_start_to_finish() {
    let (received, responded) = (date(2015, 3, 26), date(2015, 4, 13));
    let (asked, agreed, answered) = (date(2015, 5, 6), date(2015, 5, 20), date(2015, 8, 5));
    let (panel_asked, panel) = (date(2015, 8, 28), date(2015, 10, 7));
    let reported = date(2015, 10, 14);
    let table = [
        (
            &LOCAL_RESOLUTION_ENDS,
            received,
            date(2015, 4, 13),
            Some(date(2015, 4, 27)),
        ),
        (&INVESTIGATION_REQUESTED, responded, date(2015, 5, 12), None),
        (
            &INVESTIGATION_ENDS_FROM_REQUEST,
            asked,
            date(2015, 6, 11),
            Some(date(2015, 8, 6)),
        ),
        (
            &INVESTIGATION_ENDS_FROM_RECORD,
            agreed,
            date(2015, 6, 25),
            Some(date(2015, 8, 20)),
        ),
        (&REVIEW_PANEL_REQUESTED, answered, date(2015, 9, 3), None),
        (
            &REVIEW_PANEL_REQUEST_ACKNOWLEDGED,
            panel_asked,
            date(2015, 9, 2),
            None,
        ),
        (
            &REVIEW_PANEL_CHAIR_APPOINTED,
            panel_asked,
            date(2015, 9, 14),
            None,
        ),
        (&REVIEW_PANEL_MEETS, panel_asked, date(2015, 10, 12), None),
        (&REVIEW_PANEL_PAPERS_SENT, panel, date(2015, 9, 23), None),
        (&REVIEW_PANEL_REPORTS, panel, date(2015, 10, 14), None),
        (&REVIEW_PANEL_ANSWERED, reported, date(2015, 11, 4), None),
        (&REVIEW_PANEL_ANSWERED, panel, date(2015, 10, 28), None),
        (&ACKNOWLEDGEMENT_SENT, received, date(2015, 3, 30), None),
    ];
    for (limit, from, due_on, latest_on) in table {
        assert_eq!(
            ends(limit, from),
            (due_on, latest_on),
            "{} from {from}",
            limit.id
        );
    }
    let taken = [
        (received, responded, 10),
        (responded, asked, 16),
        (asked, answered, 64),
        (agreed, answered, 54),
        (answered, panel_asked, 17),
        (panel_asked, panel, 27),
        (panel, reported, 5),
    ];
    for (from, to, days) in taken {
        assert_eq!(elapsed(from, to, england()), Ok(days), "{from} to {to}");
    }
}

#[test]
fn a_corporate_complaint_runs_from_its_acknowledgements() {
    for row in days(include_str!("tables/corporate.txt")) {
        let [
            received,
            acknowledged,
            answered,
            latest,
            asked,
            noted,
            reviewed,
            reviewed_latest,
        ] = row[..]
        else {
            panic!("a row has eight days");
        };
        assert_eq!(
            ends(&CORPORATE_COMPLAINT_ACKNOWLEDGED, received).0,
            acknowledged
        );
        assert_eq!(
            ends(&CORPORATE_COMPLAINT_ANSWERED, acknowledged),
            (answered, Some(latest))
        );
        assert_eq!(ends(&CORPORATE_REVIEW_ACKNOWLEDGED, asked).0, noted);
        assert_eq!(
            ends(&CORPORATE_REVIEW_ANSWERED, noted),
            (reviewed, Some(reviewed_latest))
        );
    }
}

#[test]
fn calendar_periods_end_on_the_same_day_or_the_last_of_the_month() {
    let table = [
        (&MADE_WITHIN_A_YEAR, date(2023, 3, 10), date(2024, 3, 10)),
        (&MADE_WITHIN_A_YEAR, date(2022, 12, 25), date(2023, 12, 25)),
        (&MADE_WITHIN_A_YEAR, date(2024, 2, 29), date(2025, 2, 28)),
        (&MADE_WITHIN_A_YEAR, date(2023, 2, 28), date(2024, 2, 28)),
        (&MADE_WITHIN_A_YEAR, date(2031, 7, 1), date(2032, 7, 1)),
        (&OMBUDSMAN_APPROACHED, date(2024, 2, 29), date(2025, 2, 28)),
        (
            &OMBUDSMAN_REPORT_ANSWERED,
            date(2024, 11, 30),
            date(2025, 2, 28),
        ),
        (
            &SUBJECT_ACCESS_ANSWERED,
            date(2025, 1, 31),
            date(2025, 2, 28),
        ),
        (
            &limits::ANNUAL_REPORT_PUBLISHED,
            date(2025, 3, 31),
            date(2025, 6, 30),
        ),
        (
            &DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
            date(2026, 6, 19),
            date(2026, 7, 20),
        ),
        (
            &DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
            date(2026, 6, 22),
            date(2026, 7, 22),
        ),
        (
            &DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
            date(2026, 12, 1),
            date(2026, 12, 31),
        ),
    ];
    for (limit, from, due_on) in table {
        assert_eq!(ends(limit, from).0, due_on, "{} from {from}", limit.id);
    }
}

/// A holiday announced nine days ahead moves a date that was already promised.
#[test]
fn an_announcement_moves_open_dates() {
    let announced = date(2022, 9, 19);
    let before = Calendar::new(
        Region::EnglandAndWales,
        "before the announcement",
        england().known_from(),
        england().known_until(),
        england()
            .bank_holidays()
            .filter(|holiday| holiday.day != announced)
            .cloned(),
    )
    .unwrap();
    assert_eq!(
        WorkingDays(10).end(date(2022, 9, 9), &before),
        Ok(date(2022, 9, 23))
    );
    let holiday = england()
        .bank_holidays()
        .find(|holiday| holiday.day == announced)
        .unwrap();
    let after = before.with_announced([holiday.clone()]).unwrap();
    assert_eq!(
        after.version(),
        "before the announcement; announced since: 2022-09-19"
    );
    assert_eq!(after.with_announced([holiday.clone()]).unwrap(), after);
    assert_eq!(
        WorkingDays(10).end(date(2022, 9, 9), &after),
        Ok(date(2022, 9, 26))
    );
}

fn england() -> &'static Calendar {
    Calendar::of(Region::EnglandAndWales)
}

fn ends(limit: &TimeLimit, from: Date) -> (Date, Option<Date>) {
    due_dates(limit, from, england())
        .unwrap_or_else(|refused| panic!("{} from {from}: {refused}", limit.id))
}

fn rows(table: &str) -> Vec<Vec<&str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<Vec<&str>> = lines
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert!(!rows.is_empty());
    rows
}

fn days(table: &str) -> Vec<Vec<Date>> {
    rows(table)
        .into_iter()
        .map(|row| row.into_iter().map(day).collect())
        .collect()
}

fn day(text: &str) -> Date {
    text.parse()
        .unwrap_or_else(|refused| panic!("{text}: {refused}"))
}
