//! Facts that cases do not have, and who helps with an answer.

use journal::{ClockQuery, GapCount, GapQuery, RegisterQuery};
use serde_json::json;

use crate::bed::*;

on_every_engine!(
    gaps_are_counted_by_service_and_team_and_missing_apart_from_not_yet_due,
    whoever_helps_finds_their_cases_beside_those_in_their_hands,
);

async fn gaps_are_counted_by_service_and_team_and_missing_apart_from_not_yet_due(engine: Engine) {
    let bed = Bed::new(engine).await;
    let journal = &bed.journal;
    for (number, service, due) in [(1, "fostering", 4), (2, "fostering", 9), (3, "duty", 5)] {
        let says = json!({ "service": service, "team": "north", "due_on": day(due), "assigned_to": account(7) });
        let append = new_case(&northmoor(), case(number), &says);
        journal.append(append).await.unwrap();
    }
    let query = GapQuery {
        due_from: day(0),
        today: day(5),
        assigned_to: None,
        service: None,
        team: None,
        fact: None,
        but: None,
    };
    let count = |service: &str, missing, not_yet_due| GapCount {
        service: service.to_owned(),
        team: "north".to_owned(),
        fact: "outcome".to_owned(),
        missing,
        not_yet_due,
    };
    let counts = journal.gap_counts(&northmoor(), &query).await.unwrap();
    assert_eq!(counts, [count("duty", 0, 1), count("fostering", 1, 1)]);

    // What fell due before the day asked for is of a report that is out.
    let later = GapQuery {
        due_from: day(5),
        ..query.clone()
    };
    let counts = journal.gap_counts(&northmoor(), &later).await.unwrap();
    assert_eq!(counts, [count("duty", 0, 1), count("fostering", 0, 1)]);

    let missing = async |query: &GapQuery| {
        let missing = journal.missing(&northmoor(), query, 10).await.unwrap();
        missing
            .into_iter()
            .map(|(reference, _)| reference.0)
            .collect::<Vec<_>>()
    };
    let tomorrow = GapQuery {
        today: day(6),
        ..query.clone()
    };
    assert_eq!(missing(&query).await, [1]);
    assert_eq!(missing(&tomorrow).await, [1, 3]);
    let in_all = journal
        .missing_count(&northmoor(), &tomorrow)
        .await
        .unwrap();
    assert_eq!(in_all, 2);
    for nobody in [
        GapQuery {
            assigned_to: Some(account(8)),
            ..tomorrow.clone()
        },
        GapQuery {
            team: Some("south".to_owned()),
            ..tomorrow.clone()
        },
        GapQuery {
            but: Some("outcome".to_owned()),
            ..tomorrow.clone()
        },
        GapQuery {
            fact: Some("learning".to_owned()),
            ..tomorrow.clone()
        },
    ] {
        assert!(missing(&nobody).await.is_empty(), "{nobody:?}");
    }
}

async fn whoever_helps_finds_their_cases_beside_those_in_their_hands(engine: Engine) {
    let bed = Bed::new(engine).await;
    let journal = &bed.journal;
    let clocks = json!([{ "limit": "respond", "due_on": day(9) }]);
    let helped = json!({ "assigned_to": account(7), "helper": account(8), "clocks": clocks });
    let theirs = json!({ "assigned_to": account(8), "clocks": clocks });
    let others = json!({ "assigned_to": account(7), "clocks": clocks });
    for (number, says) in [(1, &helped), (2, &theirs), (3, &others)] {
        let append = new_case(&northmoor(), case(number), says);
        journal.append(append).await.unwrap();
    }
    let or_these = journal.helped_by(&northmoor(), account(8)).await.unwrap();
    assert_eq!(or_these, [case(1)]);
    let query = RegisterQuery {
        assigned_to: Some(account(8)),
        or_these: or_these.clone(),
        ..RegisterQuery::default()
    };
    let page = journal.register(&northmoor(), &query).await.unwrap();
    let mut found: Vec<_> = page.rows.iter().map(|listed| listed.row.case).collect();
    found.sort_unstable();
    let mut expected = [case(1), case(2)];
    expected.sort_unstable();
    assert_eq!(found, expected);
    let query = ClockQuery {
        assigned_to: Some(account(8)),
        or_these,
        ..ClockQuery::default()
    };
    let clocks = journal.clocks(&northmoor(), &query).await.unwrap();
    assert_eq!(clocks.len(), 2);

    let released = json!({ "helper": "" });
    let append = next(
        &northmoor(),
        case(1),
        std::slice::from_ref(&helped),
        &released,
    );
    journal.append(append).await.unwrap();
    let or_these = journal.helped_by(&northmoor(), account(8)).await.unwrap();
    assert!(or_these.is_empty(), "who helps no longer is taken out");
}
