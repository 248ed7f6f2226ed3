//! Properties of counting, against a count that looks at one day after another.

#![expect(clippy::unwrap_used, reason = "a test may end so")]

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use statute::working_days::{DayZero, NonworkingReceipt, elapsed};
use statute::{Calendar, Counting, Region, WorkingDays};

proptest! {
    #[test]
    fn a_period_ends_where_counting_day_by_day_ends(calendar in calendars(), start in starts(), length in 0_u16..200) {
        prop_assert_eq!(WorkingDays(length).end(start, calendar).unwrap(), naive_end(start, length, calendar));
        prop_assert_eq!(WorkingDays(length).before(start, calendar).unwrap(), naive_before(start, length, calendar));
    }

    #[test]
    fn elapsed_is_the_count_of_working_days_passed(calendar in calendars(), from in starts(), apart in -400_i32..400) {
        let to = from + apart.days();
        let passed = from.tomorrow().unwrap().series(1.day()).take_while(|&day| day <= to);
        let naive = passed.filter(|&day| naive_works(day, calendar)).count();
        prop_assert_eq!(usize::try_from(elapsed(from, to, calendar).unwrap()).unwrap(), naive);
    }

    #[test]
    fn the_last_day_of_a_period_works_and_the_period_has_elapsed(
        calendar in calendars(), start in starts(), length in 1_u16..200,
    ) {
        let end = WorkingDays(length).end(start, calendar).unwrap();
        prop_assert!(calendar.is_working_day(end).unwrap());
        prop_assert_eq!(elapsed(start, end, calendar).unwrap(), u32::from(length));
        prop_assert_eq!(elapsed(start, end.yesterday().unwrap(), calendar).unwrap(), u32::from(length) - 1);
        let back = WorkingDays(length).before(start, calendar).unwrap();
        prop_assert!(calendar.is_working_day(back).unwrap());
    }

    #[test]
    fn a_longer_period_or_a_later_start_never_ends_sooner(
        calendar in calendars(), start in starts(), later in 0_i32..30, length in 0_u16..100, longer in 0_u16..100,
    ) {
        let end = WorkingDays(length).end(start, calendar).unwrap();
        prop_assert!(end <= WorkingDays(length + longer).end(start, calendar).unwrap());
        prop_assert!(end <= WorkingDays(length).end(start + later.days(), calendar).unwrap());
    }

    #[test]
    fn two_periods_one_after_the_other_make_one(
        calendar in calendars(), start in starts(), first in 1_u16..100, second in 0_u16..100,
    ) {
        let middle = WorkingDays(first).end(start, calendar).unwrap();
        prop_assert_eq!(
            WorkingDays(second).end(middle, calendar).unwrap(),
            WorkingDays(first + second).end(start, calendar).unwrap()
        );
    }

    #[test]
    fn counting_back_and_on_again_comes_home(calendar in calendars(), event in starts(), length in 1_u16..100) {
        let event = calendar.next_working_day(event).unwrap();
        let before = WorkingDays(length).before(event, calendar).unwrap();
        prop_assert_eq!(WorkingDays(length).end(before, calendar).unwrap(), event);
    }

    /// Deeming can only lengthen, counting day 0 can only shorten, and each by one day at most.
    #[test]
    fn other_countings_differ_by_a_day_at_most(calendar in calendars(), start in starts(), length in 1_u16..100) {
        let usual = WorkingDays(length).end(start, calendar).unwrap();
        let deemed = Counting { nonworking_receipt: NonworkingReceipt::DeemNextWorkingDay, ..Counting::default() };
        let inclusive = Counting { day_zero: DayZero::Include, ..Counting::default() };
        let works = calendar.is_working_day(start).unwrap();
        let late = deemed.end(WorkingDays(length), start, calendar).unwrap();
        prop_assert_eq!(elapsed(usual, late, calendar).unwrap(), u32::from(!works));
        let soon = inclusive.end(WorkingDays(length), start, calendar).unwrap();
        prop_assert!(soon <= usual);
        prop_assert_eq!(inclusive.elapsed(start, soon, calendar).unwrap(), u32::from(length));
        prop_assert_eq!(deemed.elapsed(start, late, calendar).unwrap(), u32::from(length));
    }
}

fn calendars() -> impl Strategy<Value = &'static Calendar> {
    prop_oneof![
        Just(Calendar::of(Region::EnglandAndWales)),
        Just(Calendar::of(Region::Scotland)),
        Just(Calendar::of(Region::NorthernIreland)),
    ]
}

/// Days far enough from both ends of the calendar for the longest period tried.
fn starts() -> impl Strategy<Value = Date> {
    let (first, last) = (date(1997, 1, 1), date(2026, 12, 31));
    (0..=i32::try_from(last.duration_since(first).as_hours() / 24).unwrap())
        .prop_map(move |days| first + days.days())
}

fn naive_works(day: Date, calendar: &Calendar) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !calendar.bank_holidays().any(|holiday| holiday.day == day)
}

fn naive_end(start: Date, length: u16, calendar: &Calendar) -> Date {
    let mut day = start;
    let mut left = length;
    while left > 0 {
        day = day.tomorrow().unwrap();
        left -= u16::from(naive_works(day, calendar));
    }
    day
}

fn naive_before(event: Date, length: u16, calendar: &Calendar) -> Date {
    let mut day = event;
    let mut left = length;
    while left > 0 {
        day = day.yesterday().unwrap();
        left -= u16::from(naive_works(day, calendar));
    }
    day
}
