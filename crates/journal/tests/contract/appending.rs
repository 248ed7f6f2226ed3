//! Appending: order, conflicts, submissions, all or nothing.

use journal::{Append, AppendError, Head, JournalError};
use serde_json::json;
use uuid::Uuid;

use crate::bed::*;

on_every_engine!(
    an_append_is_read_back_as_it_was_made,
    the_first_to_append_wins_and_the_other_is_told,
    eight_who_append_at_once_leave_no_gap,
    many_who_change_one_case_lose_nothing,
    a_submission_is_recorded_once,
    several_appends_are_made_all_or_none,
    authorities_are_numbered_apart,
    an_append_without_an_event_is_refused,
    notes_of_reading_are_kept,
    notes_that_nobody_waits_for_are_written_all_the_same,
);

async fn an_append_is_read_back_as_it_was_made(engine: Engine) {
    let bed = Bed::new(engine).await;
    let journal = &bed.journal;
    assert_eq!(
        journal.head(&northmoor()).await.unwrap(),
        Head {
            position: 0,
            hash: [0; 32]
        }
    );
    let mut append = new_case(
        &northmoor(),
        case(1),
        &json!({ "stage": "intake", "text": "“quoted” \u{0} ' \\ 李" }),
    );
    append
        .entries
        .push(event(&json!({ "stage": "local_resolution" })));
    let appended = journal.append(append.clone()).await.unwrap();
    assert_eq!(
        (appended.position, appended.version, appended.reference),
        (2, 2, reference(1))
    );

    let stream = journal.stream(&northmoor(), case(1)).await.unwrap();
    assert_eq!(stream.len(), 2);
    for (entry, (new, place)) in stream.iter().zip(append.entries.iter().zip(1_u32..)) {
        assert_eq!((entry.position, entry.version), (u64::from(place), place));
        assert_eq!(
            (&entry.name, entry.schema, &entry.body),
            (&new.name, new.schema, &new.body)
        );
        assert_eq!(
            (entry.happened_on, entry.actor),
            (new.happened_on, new.actor)
        );
        assert_eq!(
            entry.recorded_at.as_microsecond(),
            new.recorded_at.as_microsecond()
        );
    }
    assert_eq!(
        (stream[0].reference, stream[1].reference),
        (Some(reference(1)), None)
    );
    assert_eq!(stream[1].prev_hash, stream[0].hash);
    assert_eq!(
        journal.head(&northmoor()).await.unwrap(),
        Head {
            position: 2,
            hash: stream[1].hash
        }
    );
    assert_eq!(
        journal.since(&northmoor(), 1, 10).await.unwrap(),
        stream[1..]
    );
    assert_eq!(
        journal.since(&northmoor(), 0, 1).await.unwrap(),
        stream[..1]
    );
    assert_eq!(
        journal.find(&northmoor(), reference(1)).await.unwrap(),
        Some((case(1), 2))
    );
    assert_eq!(
        journal.find(&northmoor(), reference(2)).await.unwrap(),
        None
    );
    assert_eq!(journal.stream(&southmoor(), case(1)).await.unwrap(), []);
}

async fn the_first_to_append_wins_and_the_other_is_told(engine: Engine) {
    let bed = Bed::new(engine).await;
    let said = json!({ "stage": "intake" });
    let first = new_case(&northmoor(), case(1), &said);
    bed.journal.append(first.clone()).await.unwrap();
    let again = bed.journal.append(first).await;
    assert!(
        matches!(again, Err(AppendError::Conflict { actual: 1 })),
        "{again:?}"
    );
    let late = Append {
        expected: 2,
        ..next(&northmoor(), case(1), &[said], &json!({}))
    };
    assert!(matches!(
        bed.journal.append(late).await,
        Err(AppendError::Conflict { actual: 1 })
    ));
    let (says, items, _) = named("Ama Okafor", json!({}));
    let nowhere = Append {
        items,
        ..next(&northmoor(), case(2), &[json!({})], &says)
    };
    assert!(matches!(
        bed.journal.append(nowhere).await,
        Err(AppendError::Conflict { actual: 0 })
    ));
    assert_eq!(bed.journal.head(&northmoor()).await.unwrap().position, 1);
}

async fn eight_who_append_at_once_leave_no_gap(engine: Engine) {
    const EACH: u128 = 20;
    let bed = Bed::new(engine).await;
    let tasks: Vec<_> = (0..8_u128)
        .map(|task| {
            let journal = bed.journal.clone();
            tokio::spawn(async move {
                for number in 0..EACH {
                    record_named(
                        &journal,
                        &northmoor(),
                        case(task * EACH + number + 1),
                        "Ama Okafor",
                    )
                    .await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let entries = bed.journal.since(&northmoor(), 0, 1000).await.unwrap();
    let positions: Vec<u64> = entries.iter().map(|entry| entry.position).collect();
    assert_eq!(positions, (1..=160).collect::<Vec<u64>>());
    let references: Vec<u64> = entries
        .iter()
        .filter_map(|entry| Some(entry.reference?.0))
        .collect();
    assert_eq!(references, (1..=160).collect::<Vec<u64>>());
    let verification = bed.journal.verify(&fold).await.unwrap();
    assert_eq!(verification.fault, None);
    assert_eq!(
        (verification.entries, verification.cases, verification.items),
        (160, 160, 160)
    );
}

async fn many_who_change_one_case_lose_nothing(engine: Engine) {
    let bed = Bed::new(engine).await;
    bed.journal
        .append(new_case(&northmoor(), case(1), &json!({ "who": "first" })))
        .await
        .unwrap();
    let tasks: Vec<_> = (0..8)
        .map(|task| {
            let journal = bed.journal.clone();
            tokio::spawn(async move {
                let mut kept = 0;
                while kept < 5 {
                    let stream = journal.stream(&northmoor(), case(1)).await.unwrap();
                    let said: Vec<_> = stream
                        .iter()
                        .map(|entry| serde_json::from_str(&entry.body).unwrap())
                        .collect();
                    let append = next(
                        &northmoor(),
                        case(1),
                        &said,
                        &json!({ "who": format!("{task}/{kept}") }),
                    );
                    match journal.append(append).await {
                        Ok(_) => kept += 1,
                        Err(AppendError::Conflict { actual }) => {
                            assert!(actual as usize > stream.len());
                        }
                        Err(error) => panic!("{error}"),
                    }
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let stream = bed.journal.stream(&northmoor(), case(1)).await.unwrap();
    let mut who: Vec<&str> = stream.iter().map(|entry| entry.body.as_str()).collect();
    who.sort_unstable();
    who.dedup();
    assert_eq!((stream.len(), who.len()), (41, 41));
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn a_submission_is_recorded_once(engine: Engine) {
    let bed = Bed::new(engine).await;
    let submission = Some(Uuid::from_u128(77));
    let first = Append {
        submission,
        ..new_case(&northmoor(), case(1), &json!({}))
    };
    // The form sent twice makes up a new case each time.
    let second = Append {
        submission,
        ..new_case(&northmoor(), case(2), &json!({}))
    };
    let elsewhere = Append {
        submission,
        ..new_case(&southmoor(), case(2), &json!({}))
    };
    let (one, other) = tokio::join!(
        bed.journal.append(first.clone()),
        bed.journal.append(second)
    );
    assert!(one.is_ok() != other.is_ok());
    let again = bed.journal.append(first).await;
    match again {
        Err(AppendError::AlreadySubmitted {
            case: recorded,
            reference: given,
        }) => {
            let kept = if one.is_ok() { case(1) } else { case(2) };
            assert_eq!((recorded, given), (kept, reference(1)));
        }
        other => panic!("{other:?}"),
    }
    bed.journal.append(elsewhere).await.unwrap();
    assert_eq!(bed.journal.head(&northmoor()).await.unwrap().position, 1);
}

async fn several_appends_are_made_all_or_none(engine: Engine) {
    let bed = Bed::new(engine).await;
    let said = json!({ "stage": "intake" });
    let (says, items, item) = named("Ama Okafor", json!({}));
    let history = vec![
        new_case(&northmoor(), case(1), &said),
        Append {
            items,
            ..next(&northmoor(), case(1), std::slice::from_ref(&said), &says)
        },
        new_case(&northmoor(), case(2), &said),
    ];
    let mut broken = history.clone();
    broken.push(new_case(&northmoor(), case(2), &said));
    let refused = bed.journal.append_all(broken).await;
    assert!(
        matches!(refused, Err(AppendError::Conflict { actual: 1 })),
        "{refused:?}"
    );
    assert_eq!(bed.journal.head(&northmoor()).await.unwrap().position, 0);
    assert_eq!(bed.journal.stream(&northmoor(), case(1)).await.unwrap(), []);

    let appended = bed.journal.append_all(history).await.unwrap();
    let told: Vec<_> = appended
        .iter()
        .map(|a| (a.position, a.version, a.reference.0))
        .collect();
    assert_eq!(told, [(1, 1, 1), (2, 2, 1), (3, 1, 2)]);
    let opened = bed
        .journal
        .open_items(&northmoor(), case(1), &[item])
        .await
        .unwrap();
    assert_eq!(opened[&item], "Ama Okafor");
    assert_eq!(bed.journal.append_all(Vec::new()).await.unwrap(), []);
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn authorities_are_numbered_apart(engine: Engine) {
    let bed = Bed::new(engine).await;
    for number in 1..=3 {
        let here = bed
            .journal
            .append(new_case(&northmoor(), case(number), &json!({})))
            .await
            .unwrap();
        let there = bed
            .journal
            .append(new_case(&southmoor(), case(number), &json!({})))
            .await
            .unwrap();
        assert_eq!(here, there);
    }
    let (here, there) = (
        bed.journal.head(&northmoor()).await.unwrap(),
        bed.journal.head(&southmoor()).await.unwrap(),
    );
    assert_eq!(here.position, there.position);
    assert_ne!(here.hash, there.hash);
}

async fn an_append_without_an_event_is_refused(engine: Engine) {
    let bed = Bed::new(engine).await;
    let empty = Append {
        entries: Vec::new(),
        ..new_case(&northmoor(), case(1), &json!({}))
    };
    let refused = bed.journal.append(empty).await;
    assert!(matches!(
        refused,
        Err(AppendError::Failure(JournalError::NothingToAppend))
    ));
}

/// More than are gathered for one commit.
const NOTES: usize = 1500;

async fn notes_that_nobody_waits_for_are_written_all_the_same(engine: Engine) {
    let bed = Bed::new(engine).await;
    for _ in 0..NOTES {
        let note = journal::ReadNote {
            authority: northmoor(),
            account: account(1),
            case: case(1),
            at: instant(1),
        };
        bed.journal.note_read(note).await.unwrap();
    }
    let all_written = async {
        while bed
            .journal
            .reads_of(&northmoor(), case(1))
            .await
            .unwrap()
            .len()
            < NOTES
        {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let patience = std::time::Duration::from_secs(30);
    let written = tokio::time::timeout(patience, all_written).await;
    assert!(
        written.is_ok(),
        "notes wait for somebody who waits for them"
    );
}

async fn notes_of_reading_are_kept(engine: Engine) {
    let bed = Bed::new(engine).await;
    for second in [5, 3] {
        let note = journal::ReadNote {
            authority: northmoor(),
            account: account(1),
            case: case(1),
            at: instant(second),
        };
        bed.journal.note_read(note).await.unwrap();
    }
    bed.journal.flush().await.unwrap();
    let reads = bed.journal.reads_of(&northmoor(), case(1)).await.unwrap();
    assert_eq!(
        reads.iter().map(|note| note.at).collect::<Vec<_>>(),
        [instant(3), instant(5)]
    );
    assert_eq!(
        bed.journal.reads_of(&southmoor(), case(1)).await.unwrap(),
        []
    );
}
