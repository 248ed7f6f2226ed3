//! The ordinary rules of bank holidays, kept apart from the program, must lead to the days in the file.
//!
//! What they do not lead to was proclaimed for one year, and is named here.

#![expect(clippy::unwrap_used, reason = "a test may end so")]

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use statute::working_days::{BankHoliday, CalendarRefused, NotWorking};
use statute::{Calendar, Region, WorkingDays};

const EVERYWHERE: &[Region] = &[
    Region::EnglandAndWales,
    Region::Scotland,
    Region::NorthernIreland,
];

/// Where, which ordinary day it replaced, the days proclaimed, and what for.
type OneOff = (
    &'static [Region],
    Option<Date>,
    &'static [Date],
    &'static str,
);

const ONE_OFFS: [OneOff; 10] = [
    (
        EVERYWHERE,
        Some(date(1995, 5, 1)),
        &[date(1995, 5, 8)],
        "fifty years since VE day",
    ),
    (EVERYWHERE, None, &[date(1999, 12, 31)], "millennium"),
    (
        EVERYWHERE,
        Some(date(2002, 5, 27)),
        &[date(2002, 6, 3), date(2002, 6, 4)],
        "Golden Jubilee",
    ),
    (EVERYWHERE, None, &[date(2011, 4, 29)], "royal wedding"),
    (
        EVERYWHERE,
        Some(date(2012, 5, 28)),
        &[date(2012, 6, 4), date(2012, 6, 5)],
        "Diamond Jubilee",
    ),
    (
        EVERYWHERE,
        Some(date(2020, 5, 4)),
        &[date(2020, 5, 8)],
        "seventy-five years since VE day",
    ),
    (
        EVERYWHERE,
        Some(date(2022, 5, 30)),
        &[date(2022, 6, 2), date(2022, 6, 3)],
        "Platinum Jubilee",
    ),
    (EVERYWHERE, None, &[date(2022, 9, 19)], "state funeral"),
    (EVERYWHERE, None, &[date(2023, 5, 8)], "coronation"),
    (&[Region::Scotland], None, &[date(2026, 6, 15)], "World Cup"),
];

#[test]
fn rules_and_one_offs_lead_to_every_day_in_the_file() {
    for &region in EVERYWHERE {
        let calendar = Calendar::of(region);
        let (first, last) = (calendar.known_from().year(), calendar.known_until().year());
        let mut expected: BTreeSet<Date> = (first..=last)
            .flat_map(|year| ordinary(region, year))
            .collect();
        for (regions, replaced, proclaimed, why) in ONE_OFFS {
            if !regions.contains(&region) {
                continue;
            }
            if let Some(replaced) = replaced {
                assert!(
                    expected.remove(&replaced),
                    "{region}, {why}: {replaced} is an ordinary holiday"
                );
            }
            for &day in proclaimed {
                assert!(
                    expected.insert(day),
                    "{region}, {why}: {day} is an ordinary holiday already"
                );
            }
        }
        let known: BTreeSet<Date> = calendar
            .bank_holidays()
            .map(|holiday| holiday.day)
            .collect();
        let differing: Vec<&Date> = known.symmetric_difference(&expected).collect();
        assert!(differing.is_empty(), "{region}: {differing:?}");
    }
}

#[test]
fn the_file_says_where_its_days_come_from_and_how_far_they_reach() {
    let calendar = Calendar::of(Region::EnglandAndWales);
    assert_eq!(calendar.known_from(), date(1995, 1, 1));
    assert_eq!(
        (calendar.known_until().month(), calendar.known_until().day()),
        (12, 31)
    );
    assert!(calendar.known_until() >= date(2028, 12, 31));
    for part in ["govuk-bank-holidays ", "holidays "] {
        assert!(calendar.version().contains(part), "{}", calendar.version());
    }
}

#[test]
fn a_day_beyond_the_calendar_is_refused_in_plain_words() {
    let calendar = known_for_2015();
    let refused = WorkingDays(10)
        .end(date(2015, 12, 24), &calendar)
        .unwrap_err();
    assert_eq!(refused.day, date(2016, 1, 1));
    assert_eq!(
        refused.to_string(),
        "The bank holidays are known from 1 January 2015 to 31 December 2015, so no working day can be counted on \
         Friday 1 January 2016. Load a newer calendar; until then the date has to be worked out and entered by hand."
    );
    let rows = [
        (date(2014, 12, 31), false),
        (date(2015, 1, 1), true),
        (date(2015, 12, 31), true),
        (date(2016, 1, 1), false),
        (date(-9999, 1, 1), false),
        (date(9999, 12, 31), false),
    ];
    for (day, known) in rows {
        assert_eq!(calendar.is_working_day(day).is_ok(), known, "{day}");
        assert_eq!(
            calendar.elapsed(day, date(2015, 6, 1)).is_ok(),
            known,
            "{day}"
        );
        assert_eq!(
            calendar.elapsed(date(2015, 6, 1), day).is_ok(),
            known,
            "{day}"
        );
        assert_eq!(calendar.why_not_working(day).is_ok(), known, "{day}");
    }
    assert!(
        WorkingDays(3).end(date(2015, 12, 24), &calendar).is_ok(),
        "31 December is the last day known"
    );
    assert!(WorkingDays(4).end(date(2015, 12, 24), &calendar).is_err());
    assert!(
        WorkingDays(2).before(date(2015, 1, 5), &calendar).is_err(),
        "2 January is the first that works"
    );
    assert_eq!(
        WorkingDays(1).before(date(2015, 1, 5), &calendar),
        Ok(date(2015, 1, 2))
    );
    assert!(
        WorkingDays(u16::MAX)
            .end(date(2015, 1, 1), &calendar)
            .is_err()
    );
}

/// The Regulations name three days themselves, so they rest even if nobody proclaims them.
#[test]
fn the_named_days_need_no_proclamation() {
    let bare = Calendar::new(
        Region::EnglandAndWales,
        "bare",
        date(2015, 1, 1),
        date(2020, 12, 31),
        [],
    )
    .unwrap();
    let rows = [
        (
            date(2015, 4, 3),
            Some(NotWorking::BankHoliday("Good Friday".to_owned())),
        ),
        (
            date(2015, 12, 25),
            Some(NotWorking::BankHoliday("Christmas Day".to_owned())),
        ),
        (
            date(2016, 12, 26),
            Some(NotWorking::BankHoliday("Boxing Day".to_owned())),
        ),
        (date(2016, 12, 25), Some(NotWorking::Sunday)),
        (date(2015, 12, 26), Some(NotWorking::Saturday)),
        (date(2015, 12, 28), None),
        (date(2015, 4, 6), None),
        (date(2015, 1, 1), None),
    ];
    for (day, why) in rows {
        assert_eq!(bare.why_not_working(day), Ok(why), "{day}");
    }
}

#[test]
fn every_day_left_out_has_a_reason() {
    let calendar = Calendar::of(Region::EnglandAndWales);
    let rows = [
        (date(2015, 12, 28), "Boxing Day (substitute day)"),
        (
            date(2022, 9, 19),
            "Bank Holiday for the State Funeral of Queen Elizabeth II",
        ),
        (date(1995, 5, 8), "Early May bank holiday"),
        (date(2024, 3, 30), "Saturday"),
        (date(2024, 3, 31), "Sunday"),
    ];
    for (day, why) in rows {
        assert_eq!(
            calendar.why_not_working(day).unwrap().unwrap().to_string(),
            why
        );
    }
}

#[test]
fn a_calendar_that_contradicts_itself_is_refused() {
    let england = Region::EnglandAndWales;
    let (from, until) = (date(2015, 1, 1), date(2015, 12, 31));
    assert_eq!(
        Calendar::new(england, "", until, from, []).unwrap_err(),
        CalendarRefused::EndsBeforeItBegins {
            from: until,
            until: from
        }
    );
    let outside = BankHoliday {
        day: date(2016, 1, 1),
        name: "New Year’s Day".to_owned(),
        substitute: false,
    };
    assert_eq!(
        Calendar::new(england, "", from, until, [outside]).unwrap_err(),
        CalendarRefused::HolidayOutside(date(2016, 1, 1))
    );
}

fn known_for_2015() -> Calendar {
    let year = Calendar::of(Region::EnglandAndWales)
        .bank_holidays()
        .filter(|holiday| holiday.day.year() == 2015);
    Calendar::new(
        Region::EnglandAndWales,
        "2015",
        date(2015, 1, 1),
        date(2015, 12, 31),
        year.cloned(),
    )
    .unwrap()
}

/// The holidays of a year without proclamations.
fn ordinary(region: Region, year: i16) -> Vec<Date> {
    let easter = easter(year);
    let mut days = vec![
        easter - 2.days(),
        first_monday(year, 5),
        last_monday(year, 5),
    ];
    let scotland = region == Region::Scotland;
    if scotland {
        days.extend(off_the_weekend(&[date(year, 1, 1), date(year, 1, 2)]));
        days.push(first_monday(year, 8));
        if year >= 2007 {
            days.extend(off_the_weekend(&[date(year, 11, 30)]));
        }
    } else {
        days.extend(off_the_weekend(&[date(year, 1, 1)]));
        days.extend([easter + 1.day(), last_monday(year, 8)]);
    }
    if region == Region::NorthernIreland {
        days.extend(off_the_weekend(&[date(year, 3, 17)]));
        days.extend(off_the_weekend(&[date(year, 7, 12)]));
    }
    days.extend(off_the_weekend(&[date(year, 12, 25), date(year, 12, 26)]));
    days
}

/// Holidays on neighbouring days, each at the weekend replaced by the next weekday that is not one of them.
fn off_the_weekend(neighbours: &[Date]) -> Vec<Date> {
    let weekend = |day: Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let mut kept: Vec<Date> = neighbours
        .iter()
        .copied()
        .filter(|&day| !weekend(day))
        .collect();
    for &lost in neighbours.iter().filter(|&&day| weekend(day)) {
        let mut day = lost;
        while weekend(day) || kept.contains(&day) {
            day = day.tomorrow().unwrap();
        }
        kept.push(day);
    }
    kept
}

fn first_monday(year: i16, month: i8) -> Date {
    date(year, month, 1)
        .nth_weekday_of_month(1, Weekday::Monday)
        .unwrap()
}

fn last_monday(year: i16, month: i8) -> Date {
    date(year, month, 1)
        .nth_weekday_of_month(-1, Weekday::Monday)
        .unwrap()
}

/// Gauss's Easter, which is not the computus the program uses. Good for 1900 to 2099.
fn easter(year: i16) -> Date {
    let year = i32::from(year);
    let (moon, leap, week) = (year % 19, year % 4, year % 7);
    let full_moon = (19 * moon + 24) % 30;
    let sunday = (2 * leap + 4 * week + 6 * full_moon + 5) % 7;
    let mut after = full_moon + sunday;
    if after == 35 || (after == 34 && full_moon == 28 && moon > 10) {
        after -= 7;
    }
    date(i16::try_from(year).unwrap(), 3, 22) + after.days()
}
