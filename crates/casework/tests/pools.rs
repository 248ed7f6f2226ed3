//! Who can be appointed, when not, and what it cost.

mod kept;

use casework::authority_file::{FileCommand, NotKept};
use casework::ids::{PersonId, Reference};
use casework::organisation::UnitKind;
use casework::pools::{
    AddToPool, AppointmentPaid, Engagement, LeavePool, NoteAbsence, PoolJoined, PoolPart,
    RecordCost,
};
use casework::remedy::Pence;
use kept::{code, day, decide, given, open, sealed};
use uuid::Uuid;

fn joined(member: u128, parts: &[PoolPart], engaged: Engagement, on: &str) -> FileCommand {
    FileCommand::AddToPool(AddToPool {
        joined: PoolJoined {
            member: PersonId(Uuid::from_u128(member)),
            details: sealed(),
            parts: parts.to_vec(),
            engaged,
            conflicts: None,
        },
        on: day(on),
    })
}

fn absence(member: u128, from: &str, until: &str) -> FileCommand {
    FileCommand::NoteAbsence(NoteAbsence {
        member: PersonId(Uuid::from_u128(member)),
        from: day(from),
        until: day(until),
    })
}

fn leaving(member: u128, on: &str) -> FileCommand {
    FileCommand::LeavePool(LeavePool {
        member: PersonId(Uuid::from_u128(member)),
        on: day(on),
    })
}

fn cost(member: u128, part: PoolPart, pence: u32) -> FileCommand {
    FileCommand::RecordCost(RecordCost {
        paid: AppointmentPaid {
            member: PersonId(Uuid::from_u128(member)),
            part,
            case: Reference(7),
            paid: Pence(pence),
        },
        on: day("2016-05-01"),
    })
}

#[test]
fn somebody_is_available_from_joining_to_leaving_but_not_while_away() {
    let file = given(&[
        joined(
            5,
            &[PoolPart::IndependentPerson],
            Engagement::SelfEmployed,
            "2015-04-01",
        ),
        absence(5, "2015-08-01", "2015-08-15"),
        leaving(5, "2016-04-01"),
    ]);
    for (on, available) in [
        ("2015-03-31", false),
        ("2015-04-01", true),
        ("2015-07-31", true),
        ("2015-08-01", false),
        ("2015-08-15", false),
        ("2015-08-16", true),
        ("2016-03-31", true),
        ("2016-04-01", false),
    ] {
        let found = file
            .pools
            .available(PoolPart::IndependentPerson, day(on))
            .count();
        assert_eq!(found, usize::from(available), "{on}");
        assert_eq!(
            file.pools.available(PoolPart::Advocate, day(on)).count(),
            0,
            "{on}"
        );
    }
}

#[test]
fn nobody_employed_here_is_independent() {
    let file = given(&[open(UnitKind::Provider, "voices", None, "2014-04-01")]);
    let through = |code: &str| Engagement::Provider {
        provider: self::code(code),
    };
    for (part, in_house) in [
        (PoolPart::InvestigatingOfficer, Ok(())),
        (PoolPart::Advocate, Ok(())),
        (PoolPart::IndependentPerson, Err(NotKept::NotIndependent)),
        (PoolPart::PanelMember, Err(NotKept::NotIndependent)),
    ] {
        let decided = decide(
            &file,
            &joined(5, &[part], Engagement::InHouse, "2015-04-01"),
        );
        assert_eq!(decided.map(|_| ()), in_house, "{part:?}");
        for engaged in [Engagement::SelfEmployed, through("voices")] {
            assert!(
                decide(&file, &joined(5, &[part], engaged, "2015-04-01")).is_ok(),
                "{part:?}"
            );
        }
    }
    let refused = [
        (
            joined(5, &[], Engagement::SelfEmployed, "2015-04-01"),
            NotKept::NoPart,
        ),
        (
            joined(5, &[PoolPart::Advocate], through("voices"), "2014-03-31"),
            NotKept::NotThere {
                unit: code("voices"),
                on: day("2014-03-31"),
            },
        ),
        (
            joined(5, &[PoolPart::Advocate], through("nobody"), "2015-04-01"),
            NotKept::NoSuchUnit(code("nobody")),
        ),
        (
            joined(
                5,
                &[PoolPart::Advocate],
                Engagement::SelfEmployed,
                "2016-06-02",
            ),
            NotKept::InFuture(day("2016-06-02")),
        ),
    ];
    for (command, why) in refused {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
}

#[test]
fn costs_add_up_and_may_come_after_somebody_left() {
    let file = given(&[
        joined(
            5,
            &[PoolPart::Advocate],
            Engagement::SelfEmployed,
            "2015-04-01",
        ),
        cost(5, PoolPart::Advocate, 12_050),
        leaving(5, "2016-04-01"),
        cost(5, PoolPart::Advocate, 1),
    ]);
    let (_, member) = file.pools.members().next().expect("somebody joined");
    assert_eq!(member.cost(), Pence(12_051));
    let refused = [
        (cost(6, PoolPart::Advocate, 1), NotKept::NotInThePool),
        (
            cost(5, PoolPart::PanelMember, 1),
            NotKept::NotAppointedAs(PoolPart::PanelMember),
        ),
        (
            absence(5, "2016-05-01", "2016-05-02"),
            NotKept::NotInThePool,
        ),
        (leaving(5, "2016-05-01"), NotKept::NotInThePool),
    ];
    for (command, why) in refused {
        assert_eq!(decide(&file, &command), Err(why), "{command:?}");
    }
    let again = given(&[joined(
        5,
        &[PoolPart::Advocate],
        Engagement::SelfEmployed,
        "2015-04-01",
    )]);
    let ends_before = NotKept::EndsBefore(day("2015-04-01"));
    assert_eq!(
        decide(&again, &leaving(5, "2015-03-31")),
        Err(ends_before.clone())
    );
    assert_eq!(
        decide(&again, &absence(5, "2015-04-01", "2015-03-31")),
        Err(ends_before)
    );
}
