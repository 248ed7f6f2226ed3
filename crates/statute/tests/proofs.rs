//! Every due date explains itself, and the explanation is enough to find the date again.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use serde_json::json;
use statute::limits::{
    self, Direction, Kind, LOCAL_RESOLUTION_ENDS, Length, LimitId, REVIEW_PANEL_PAPERS_SENT,
    TimeLimit,
};
use statute::proof::{self, Due, DueDate, due, due_counting, due_date, due_dates, working};
use statute::working_days::{DayZero, NonworkingReceipt};
use statute::{Calendar, Counting, Region};

#[test]
fn a_proof_has_these_words_as_data() {
    let proof = due(&LOCAL_RESOLUTION_ENDS, date(2015, 3, 26), england()).unwrap();
    let expected = json!({
        "limit": "D-S1",
        "from": "2015-03-26",
        "due_on": "2015-04-13",
        "extendable_to": "2015-04-27",
        "kind": "hard",
        "source": "SI 2006/1738 reg 14",
        "skipped": [
            {"day": "2015-03-28", "why": "Saturday"},
            {"day": "2015-03-29", "why": "Sunday"},
            {"day": "2015-04-03", "why": "Good Friday"},
            {"day": "2015-04-04", "why": "Saturday"},
            {"day": "2015-04-05", "why": "Sunday"},
            {"day": "2015-04-06", "why": "Easter Monday"},
            {"day": "2015-04-11", "why": "Saturday"},
            {"day": "2015-04-12", "why": "Sunday"},
        ],
    });
    assert_eq!(serde_json::to_value(&proof).unwrap(), expected);
}

#[test]
fn an_event_keeps_the_result() {
    let kept = due_date(&LOCAL_RESOLUTION_ENDS, date(2015, 3, 26), england()).unwrap();
    assert_eq!(
        kept,
        DueDate::from(&due(&LOCAL_RESOLUTION_ENDS, date(2015, 3, 26), england()).unwrap())
    );
    let stored = json!({
        "limit": "D-S1",
        "from": "2015-03-26",
        "due_on": "2015-04-13",
        "latest_on": "2015-04-27",
        "source": "SI 2006/1738 reg 14",
        "calendar": england().version(),
    });
    assert_eq!(serde_json::to_value(&kept).unwrap(), stored);
    assert_eq!(serde_json::from_value::<DueDate>(stored).unwrap(), kept);
}

#[test]
fn the_working_reads_as_a_caseworker_would_say_it() {
    let rows = [
        (LimitId::LocalResolution, date(2015, 3, 26)),
        (LimitId::ReviewPanelPapers, date(2024, 1, 10)),
        (LimitId::DataProtectionAcknowledgement, date(2026, 6, 19)),
        (LimitId::MadeWithinAYear, date(2024, 2, 29)),
        (LimitId::OmbudsmanEnquiry, date(2024, 5, 1)),
    ];
    let words: Vec<String> = rows
        .into_iter()
        .map(|(id, from)| working(&due(limits::of(id), from, england()).unwrap()))
        .flat_map(|working| [working.to_string(), working.summary()])
        .collect();
    insta::assert_snapshot!(words.join("\n"));
}

/// From 2006 to the end of the calendar, for every length: the list alone leads back to the date.
#[test]
fn the_list_of_days_is_enough_to_find_the_date_again() {
    let countings = [
        Counting::default(),
        Counting {
            nonworking_receipt: NonworkingReceipt::DeemNextWorkingDay,
            ..Counting::default()
        },
        Counting {
            day_zero: DayZero::Include,
            ..Counting::default()
        },
        Counting {
            nonworking_receipt: NonworkingReceipt::DeemNextWorkingDay,
            day_zero: DayZero::Include,
        },
    ];
    let mut checked = 0;
    for limit in &limits::ALL {
        for from in starts().step_by(5) {
            for counting in countings {
                let proof = due_counting(limit, from, counting, england()).unwrap();
                assert!(proof.holds_for(limit.length), "{proof:?}");
                assert_eq!(found_again(limit, &proof), proof.due_on, "{proof:?}");
                checked += 1;
            }
        }
    }
    assert!(checked > 10_000);
}

#[test]
fn a_tampered_proof_does_not_hold() {
    let honest = due(&LOCAL_RESOLUTION_ENDS, date(2015, 3, 26), england()).unwrap();
    let mut later = honest.clone();
    later.due_on = later.due_on.tomorrow().unwrap();
    let mut shorter = honest.clone();
    shorter.skipped.pop();
    assert!(honest.holds_for(LOCAL_RESOLUTION_ENDS.length));
    assert!(!later.holds_for(LOCAL_RESOLUTION_ENDS.length));
    assert!(!shorter.holds_for(LOCAL_RESOLUTION_ENDS.length));
}

#[test]
fn the_light_answer_is_the_proven_one() {
    for limit in &limits::ALL {
        for from in starts().step_by(37) {
            let proof = due(limit, from, england()).unwrap();
            assert_eq!(
                due_dates(limit, from, england()).unwrap(),
                (proof.due_on, proof.extendable_to)
            );
        }
    }
}

/// The longest period runs from the same day 0; it is never added to the first.
#[test]
fn an_extension_is_counted_from_the_start() {
    let limit = &limits::INVESTIGATION_ENDS_FROM_REQUEST;
    let proof = due(limit, date(2024, 8, 29), england()).unwrap();
    let latest = proof::latest(limit, date(2024, 8, 29), england())
        .unwrap()
        .unwrap();
    assert_eq!(proof.extendable_to, Some(date(2024, 11, 28)));
    assert_eq!(
        (latest.due_on, latest.extendable_to),
        (date(2024, 11, 28), None)
    );
    assert!(latest.holds_for(limit.extendable_to.unwrap()));
    assert_eq!(
        proof::latest(&limits::REVIEW_PANEL_MEETS, date(2024, 8, 29), england()),
        Ok(None)
    );
}

#[test]
fn nothing_is_proved_beyond_the_calendar() {
    let last = england().known_until();
    assert!(due(&LOCAL_RESOLUTION_ENDS, last, england()).is_err());
    assert!(
        due_date(
            &limits::DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
            last,
            england()
        )
        .is_err()
    );
    assert!(due(&REVIEW_PANEL_PAPERS_SENT, england().known_from(), england()).is_err());
    assert!(
        due(&limits::MADE_WITHIN_A_YEAR, last, england()).is_ok(),
        "a year asks no bank holiday"
    );
    assert!(due(&limits::MADE_WITHIN_A_YEAR, date(9999, 6, 1), england()).is_err());
    assert!(
        due(
            &limits::DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
            date(9999, 12, 20),
            england()
        )
        .is_err()
    );
    // The first period is known but the longest is not: no half-known date is given.
    let near = last - 30.days();
    assert!(due(&limits::LOCAL_RESOLUTION_ENDS, near, england()).is_err());
    assert!(
        due(
            &TimeLimit {
                extendable_to: None,
                ..LOCAL_RESOLUTION_ENDS
            },
            near,
            england()
        )
        .is_ok()
    );
}

/// A due date in working days works, whatever day the event was.
#[test]
fn what_is_due_in_working_days_is_due_on_one() {
    for limit in &limits::ALL {
        let works = matches!(
            limit.length,
            Length::WorkingDays(_) | Length::CalendarDaysRolled(_)
        );
        for from in starts().step_by(11).filter(|_| works) {
            let (due_on, _) = due_dates(limit, from, england()).unwrap();
            assert_eq!(
                england().is_working_day(due_on),
                Ok(true),
                "{} from {from}",
                limit.id
            );
        }
    }
}

#[test]
fn another_way_of_counting_is_shown_and_kept() {
    let deemed = Counting {
        nonworking_receipt: NonworkingReceipt::DeemNextWorkingDay,
        ..Counting::default()
    };
    let proof = due_counting(&LOCAL_RESOLUTION_ENDS, date(2015, 3, 28), deemed, england()).unwrap();
    assert_eq!(proof.due_on, date(2015, 4, 15));
    assert_eq!(proof.kind, Kind::Hard);
    let stored = serde_json::to_value(&proof).unwrap();
    assert_eq!(
        stored["counting"]["nonworking_receipt"],
        "deem_next_working_day"
    );
    assert!(
        working(&proof)
            .to_string()
            .contains("taken as the next working day")
    );
}

fn england() -> &'static Calendar {
    Calendar::of(Region::EnglandAndWales)
}

fn starts() -> impl Iterator<Item = Date> {
    date(2006, 9, 1)
        .series(1.day())
        .take_while(|&day| day <= date(2028, 9, 1))
}

/// What somebody with the proof and no calendar would do.
fn found_again(limit: &TimeLimit, proof: &Due) -> Date {
    let idle = |day: Date| proof.skipped.iter().any(|skipped| skipped.day == day);
    let step = match limit.direction {
        Direction::Forward => 1.day(),
        Direction::Back => -1.day(),
    };
    let mut day = proof.from;
    match limit.length {
        Length::WorkingDays(length) => {
            if proof.counting.nonworking_receipt == NonworkingReceipt::DeemNextWorkingDay {
                while idle(day) {
                    day += step;
                }
            }
            let mut left = length.0;
            if proof.counting.day_zero == DayZero::Include && !idle(day) {
                left -= 1;
            }
            while left > 0 {
                day += step;
                left -= u16::from(!idle(day));
            }
        }
        Length::CalendarDaysRolled(days) => {
            day += i64::from(days).days();
            while idle(day) {
                day += step;
            }
        }
        Length::Months(months) => day += i64::from(months).months(),
        Length::Years(years) => day += i64::from(years).years(),
        Length::OnTheDay => {}
    }
    day
}
