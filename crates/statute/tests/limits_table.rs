//! The table of limits as a whole: complete, consistent, and reviewed as text when it changes.

use std::collections::BTreeSet;

use jiff::civil::date;
use statute::limits::{self, Direction, Kind, Length, LimitId, Status};
use statute::procedure::{LegalGround, Route, Standing};

#[test]
fn the_whole_table() {
    let lines: Vec<String> = limits::ALL
        .iter()
        .map(|limit| {
            let back = match limit.direction {
                Direction::Forward => "from when",
                Direction::Back => "before",
            };
            let longest = limit
                .extendable_to
                .map(|longest| format!(", at most {longest}"))
                .unwrap_or_default();
            let since = limit
                .in_force
                .from
                .map(|day| format!(", since {day}"))
                .unwrap_or_default();
            format!(
                "{:<16} {} {back} {}{longest}\n{:16} {}: {} ({}; {}, {:?}{since})\n{:16} {}",
                limit.id,
                limit.length,
                limit.runs_from,
                "",
                limit.owner,
                limit.title,
                limit.kind,
                limit.source,
                limit.source.status,
                "",
                limit.note
            )
        })
        .map(|entry| entry.trim_end().to_owned())
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_id_has_one_limit_and_every_limit_its_id() {
    let ids: BTreeSet<LimitId> = limits::ALL.iter().map(|limit| limit.id).collect();
    assert_eq!(ids, LimitId::ALL.iter().copied().collect());
    for &id in LimitId::ALL {
        assert_eq!(limits::of(id).id, id);
        assert!(limits::ALL.contains(limits::of(id)), "{id}");
    }
}

#[test]
fn an_extension_is_longer_than_the_period_it_extends() {
    for limit in &limits::ALL {
        match (limit.length, limit.extendable_to) {
            (Length::WorkingDays(first), Some(Length::WorkingDays(longest))) => {
                assert!(first < longest, "{}", limit.id);
            }
            (Length::Months(first), Some(Length::Months(longest))) => {
                assert!(first < longest, "{}", limit.id);
            }
            (_, None) => {}
            (first, longest) => panic!("{}: {first:?} cannot become {longest:?}", limit.id),
        }
    }
}

#[test]
fn limits_apply_from_their_first_day() {
    let rows = [
        (LimitId::LocalResolution, date(2006, 8, 31), false),
        (LimitId::LocalResolution, date(2006, 9, 1), true),
        (
            LimitId::DataProtectionAcknowledgement,
            date(2026, 6, 18),
            false,
        ),
        (
            LimitId::DataProtectionAcknowledgement,
            date(2026, 6, 19),
            true,
        ),
        (LimitId::Acknowledgement, date(1999, 1, 1), true),
    ];
    for (id, on, applies) in rows {
        assert_eq!(limits::in_force(id, on).is_some(), applies, "{id} on {on}");
    }
}

#[test]
fn kinds_are_stored_in_lower_case() {
    let rows = [
        (Kind::Hard, "hard"),
        (Kind::HardNoNumber, "hard-no-number"),
        (Kind::Guidance, "guidance"),
        (Kind::Advisory, "advisory"),
        (Kind::Local, "local"),
        (Kind::Ombudsman, "ombudsman"),
        (Kind::Convention, "convention"),
    ];
    for (kind, word) in rows {
        assert_eq!(serde_json::to_value(kind).unwrap(), word);
    }
}

/// Nobody may take a rule for checked that a lawyer has still to see.
#[test]
fn what_a_lawyer_has_still_to_check_is_known_by_name() {
    let unchecked: Vec<&str> = limits::ALL
        .iter()
        .filter(|limit| limit.source.status == Status::ToBeCheckedByALawyer)
        .map(|limit| limit.id.code())
        .collect();
    insta::assert_snapshot!(unchecked.join(" "));
}

#[test]
fn codes_of_grounds_and_routes_are_their_stored_form() {
    for &ground in LegalGround::ALL {
        assert_eq!(serde_json::to_value(ground).unwrap(), ground.code());
        assert_eq!(LegalGround::from_code(ground.code()), Some(ground));
        assert_eq!(
            ground.standing() == Standing::OtherPerson,
            ground.code().ends_with("OTHER"),
            "{}",
            ground.code()
        );
    }
    for &route in Route::ALL {
        assert_eq!(serde_json::to_value(route).unwrap(), route.code());
        assert_eq!(Route::from_code(route.code()), Some(route));
    }
}
