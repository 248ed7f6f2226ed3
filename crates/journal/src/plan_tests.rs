//! The plan of any run of appends keeps order, numbers and chain.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::record::{NewEntry, ReadRows};

fn unit(case: u8, expected: u32, entries: usize, submission: Option<u8>) -> Unit {
    let case = CaseId(Uuid::from_u128(u128::from(case)));
    let entry = NewEntry {
        name: "noted".to_owned(),
        schema: 1,
        happened_on: date(2026, 3, 2),
        recorded_at: Timestamp::UNIX_EPOCH,
        actor: casework::ids::AccountId(Uuid::nil()),
        body: "{}".to_owned(),
    };
    let register = RegisterRow {
        case,
        reference: None,
        version: 0,
        kind: "complaint".to_owned(),
        procedure: None,
        stage: "intake".to_owned(),
        open: true,
        received_on: date(2026, 3, 2),
        closed_on: None,
        due_on: None,
        due_limit: None,
        service: None,
        category: None,
        assigned_to: None,
        outcome: None,
        name_item: None,
        line: "{}".to_owned(),
    };
    Unit {
        append: Append {
            authority: "northmoor".parse().unwrap(),
            case,
            expected,
            entries: vec![entry; entries],
            items: Vec::new(),
            rows: ReadRows {
                register: Some(register),
                clocks: Vec::new(),
                ..ReadRows::default()
            },
            submission: submission.map(|submission| Uuid::from_u128(u128::from(submission))),
        },
        items: Vec::new(),
        tokens: Vec::new(),
        wrapped_key: None,
    }
}

#[test]
fn a_group_is_appended_whole_or_not_at_all() {
    let [good, bad, after] = [
        vec![unit(1, 0, 2, None), unit(1, 2, 1, None)],
        vec![unit(2, 0, 1, None), unit(1, 2, 1, None)],
        vec![unit(2, 0, 1, None)],
    ];
    let plan = plan(Known::default(), &[&good, &bad, &after]);
    assert_eq!(
        plan.outcomes,
        [
            Ok(vec![
                Appended {
                    position: 2,
                    version: 2,
                    reference: Reference(1)
                },
                Appended {
                    position: 3,
                    version: 3,
                    reference: Reference(1)
                },
            ]),
            Err(NotAppended::Conflict { actual: 3 }),
            Ok(vec![Appended {
                position: 4,
                version: 1,
                reference: Reference(2)
            }]),
        ]
    );
}

#[test]
fn a_submission_counts_before_a_conflict() {
    let (first, again) = (vec![unit(1, 0, 1, Some(7))], vec![unit(1, 0, 1, Some(7))]);
    let plan = plan(Known::default(), &[&first, &again]);
    let case = CaseId(Uuid::from_u128(1));
    assert_eq!(
        plan.outcomes[1],
        Err(NotAppended::AlreadySubmitted {
            case,
            reference: Reference(1)
        })
    );
}

#[test]
fn nothing_personal_is_added_after_disposal_but_events_are() {
    let authority: AuthorityCode = "northmoor".parse().unwrap();
    let case = CaseId(Uuid::from_u128(1));
    let mut known = Known::default();
    known.streams.insert(
        (authority, case),
        KnownStream {
            reference: Reference(1),
            version: 4,
            disposed: true,
        },
    );
    let event = vec![unit(1, 4, 1, None)];
    let mut item = vec![unit(1, 5, 1, None)];
    item[0].items.push(SealedItem {
        item: ItemId(Uuid::nil()),
        kind: "name".to_owned(),
        sealed: Vec::new(),
        wrapped: None,
    });
    let plan = plan(known, &[&event, &item]);
    assert!(plan.outcomes[0].is_ok());
    assert_eq!(plan.outcomes[1], Err(NotAppended::Disposed));
}

proptest! {
    #[test]
    fn positions_and_versions_have_no_gap(
        steps in prop::collection::vec((0_u8..4, 0_u32..4, 1_usize..3, prop::option::of(0_u8..4)), 0..30),
        cuts in prop::collection::vec(1_usize..4, 0..30),
    ) {
        let mut units: Vec<Unit> = steps.into_iter().map(|(c, v, e, s)| unit(c, v, e, s)).collect();
        let mut groups = Vec::new();
        for cut in cuts {
            let rest = units.split_off(cut.min(units.len()));
            groups.push(std::mem::replace(&mut units, rest));
        }
        groups.push(units);
        let lent: Vec<&[Unit]> = groups.iter().map(Vec::as_slice).collect();
        let plan = plan(Known::default(), &lent);

        let inserted: Vec<&Call> = plan.calls.iter().filter(|call| call.sql.starts_with("INSERT INTO event")).collect();
        let mut versions: BTreeMap<&Value, i64> = BTreeMap::new();
        let mut hash = Value::Bytes(vec![0; 32]);
        for (index, call) in inserted.iter().enumerate() {
            prop_assert_eq!(&call.values[1], &number(index as u64 + 1));
            let version = versions.entry(&call.values[2]).or_default();
            *version += 1;
            prop_assert_eq!(&call.values[3], &Value::Number(*version));
            prop_assert_eq!(&call.values[11], &hash);
            hash = call.values[12].clone();
        }
        let told: usize = groups.iter().zip(&plan.outcomes).filter(|(_, outcome)| outcome.is_ok())
            .flat_map(|(group, _)| group).map(|unit| unit.append.entries.len()).sum();
        prop_assert_eq!(told, inserted.len());
    }
}
