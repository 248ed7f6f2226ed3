//! A period with days left out by agreement: the same days give the same date, in whatever order they were agreed.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use statute::limits::LOCAL_RESOLUTION_ENDS;
use statute::proof::{Pause, due, due_around, elapsed_around, working};
use statute::{Calendar, Region};

#[test]
fn five_working_days_left_out_make_it_five_later_and_are_shown() {
    let pause = Pause {
        from: date(2015, 4, 8),
        until: date(2015, 4, 14),
    };
    let proof = due_around(
        &LOCAL_RESOLUTION_ENDS,
        date(2015, 3, 26),
        &[pause],
        england(),
    )
    .unwrap();
    assert_eq!(proof.due_on, date(2015, 4, 20));
    assert_eq!(proof.extendable_to, Some(date(2015, 5, 5)));
    assert!(proof.holds_for(LOCAL_RESOLUTION_ENDS.length));
    assert_eq!(
        working(&proof).summary(),
        "10 working days from Thursday 26 March 2015. Not counted: Saturdays and Sundays, Friday 3 April (Good Friday), \
         Monday 6 April (Easter Monday), 5 days paused by agreement. Due by Monday 20 April 2015."
    );
}

#[test]
fn a_pause_after_the_last_day_changes_nothing_and_one_on_it_does() {
    let on = |from: Date| {
        let pause = Pause { from, until: from };
        let proof = due_around(
            &LOCAL_RESOLUTION_ENDS,
            date(2015, 3, 26),
            &[pause],
            england(),
        );
        proof.unwrap().due_on
    };
    assert_eq!(on(date(2015, 4, 14)), date(2015, 4, 13));
    assert_eq!(on(date(2015, 4, 13)), date(2015, 4, 14));
    // A Saturday does not count anyway.
    assert_eq!(on(date(2015, 4, 11)), date(2015, 4, 13));
}

proptest! {
    #[test]
    fn the_order_of_agreements_does_not_matter_and_the_days_agree(
        start in 0..400_i64,
        spans in prop::collection::vec((0..60_i64, 0..12_i64), 0..5),
    ) {
        let from = date(2024, 1, 2).checked_add(start.days()).unwrap();
        let pauses: Vec<Pause> = spans
            .iter()
            .map(|(after, length)| {
                let first = from.checked_add(after.days()).unwrap();
                Pause { from: first, until: first.checked_add(length.days()).unwrap() }
            })
            .collect();
        let proof = due_around(&LOCAL_RESOLUTION_ENDS, from, &pauses, england()).unwrap();
        let mut turned = pauses.clone();
        turned.reverse();
        prop_assert_eq!(&due_around(&LOCAL_RESOLUTION_ENDS, from, &turned, england()).unwrap(), &proof);
        prop_assert!(proof.holds_for(LOCAL_RESOLUTION_ENDS.length));
        prop_assert_eq!(elapsed_around(from, proof.due_on, &pauses, england()).unwrap(), 10);
        let day_before = proof.due_on.yesterday().unwrap();
        prop_assert_eq!(elapsed_around(from, day_before, &pauses, england()).unwrap(), 9);
        prop_assert!(proof.due_on >= due(&LOCAL_RESOLUTION_ENDS, from, england()).unwrap().due_on);
    }
}

fn england() -> &'static Calendar {
    Calendar::of(Region::EnglandAndWales)
}
