//! The register and the time limits, against a model that filters and sorts in memory.

use casework::ids::{AccountId, Reference};
use journal::{
    ClockQuery, Cursor, Journal, PageFrom, ReadRows, RegisterQuery, RegisterRow, RegisterSort,
    Standing,
};
use serde_json::{Value, json};

use crate::bed::*;

on_every_engine!(
    the_register_is_filtered_sorted_and_paged_as_the_model_is,
    names_are_opened_when_asked_for,
    lines_come_in_the_order_of_references,
    running_time_limits_come_with_their_cases,
    several_streams_are_read_at_once_as_each_is_alone,
    what_came_after_a_version_is_read_without_what_came_before,
    an_empty_register_is_a_page_without_rows,
);

/// Cases of every sort: open and closed, due and not, in hands and in none.
fn cases() -> Vec<Value> {
    let stages = ["intake", "local_resolution", "investigation"];
    (0..60_i64)
        .map(|number| {
            json!({
                "kind": if number % 4 == 0 { "compliment" } else { "complaint" },
                "procedure": if number % 3 == 0 { Some("children_act") } else { None },
                "stage": stages[usize::try_from(number % 3).unwrap()],
                "service": if number % 5 == 0 { "fostering" } else { "safeguarding" },
                "category": if number % 7 == 0 { Some("delay") } else { None },
                "received_on": day(number * 7 % 31),
                "closed_on": if number % 6 == 5 { Some(day(60)) } else { None },
                "due_on": if number % 4 == 3 { None } else { Some(day(20 + number * 11 % 13)) },
                "assigned_to": if number % 2 == 0 { Some(account(u128::try_from(number % 3).unwrap())) } else { None },
            })
        })
        .collect()
}

async fn fill(journal: &Journal) -> Vec<RegisterRow> {
    let mut appends = Vec::new();
    let mut model = Vec::new();
    for (says, number) in cases().into_iter().zip(1..) {
        appends.push(new_case(&northmoor(), case(number), &says));
        appends.push(new_case(
            &southmoor(),
            case(number),
            &json!({ "stage": "intake" }),
        ));
        let ReadRows { register, .. } = rows(case(number), &[says]);
        let reference = Some(reference(u64::try_from(number).unwrap()));
        model.push(RegisterRow {
            reference,
            version: 1,
            ..register.expect("every case is listed")
        });
    }
    journal.append_all(appends).await.unwrap();
    model
}

/// What the query should give, all pages in one.
fn expected(model: &[RegisterRow], query: &RegisterQuery) -> Vec<RegisterRow> {
    let is = |asked: &Option<String>, is: Option<&str>| {
        asked.as_deref().is_none_or(|asked| is == Some(asked))
    };
    let mut rows: Vec<RegisterRow> = model
        .iter()
        .filter(|row| match query.standing {
            Standing::Open => row.open,
            Standing::Closed => !row.open,
            Standing::All => true,
        })
        .filter(|row| is(&query.kind, Some(&row.kind)) && is(&query.stage, Some(&row.stage)))
        .filter(|row| {
            is(&query.procedure, row.procedure.as_deref())
                && is(&query.service, row.service.as_deref())
        })
        .filter(|row| is(&query.category, row.category.as_deref()))
        .filter(|row| {
            query
                .assigned_to
                .is_none_or(|account| row.assigned_to == Some(account))
        })
        .filter(|row| {
            query
                .overdue_on
                .is_none_or(|day| row.open && row.due_on.is_some_and(|due| due < day))
        })
        .filter(|row| query.received_from.is_none_or(|day| row.received_on >= day))
        .filter(|row| query.received_to.is_none_or(|day| row.received_on <= day))
        .cloned()
        .collect();
    rows.sort_by_key(|row| {
        let due = (row.due_on.is_none(), row.due_on);
        match query.sort {
            RegisterSort::Due => (due, None, row.reference),
            RegisterSort::Received => ((false, None), Some(row.received_on), row.reference),
            RegisterSort::Reference => ((false, None), None, row.reference),
        }
    });
    if query.descending {
        rows.reverse();
    }
    rows
}

/// Walks all pages forwards, then back again.
async fn walk(journal: &Journal, query: &RegisterQuery) -> (Vec<RegisterRow>, Vec<RegisterRow>) {
    let mut there = Vec::new();
    let mut pages = Vec::new();
    let mut query = query.clone();
    loop {
        let page = journal.register(&northmoor(), &query).await.unwrap();
        assert!(page.rows.len() <= query.size as usize);
        there.extend(page.rows.iter().map(|listed| listed.row.clone()));
        pages.push(page.clone());
        match page.next {
            Some(next) => query.page = PageFrom::After(next.to_string().parse().unwrap()),
            None => break,
        }
    }
    let last = pages.last().unwrap();
    let mut back: Vec<RegisterRow> = last.rows.iter().map(|listed| listed.row.clone()).collect();
    let mut previous: Option<Cursor> = last.previous.clone();
    while let Some(cursor) = previous {
        query.page = PageFrom::Before(cursor);
        let page = journal.register(&northmoor(), &query).await.unwrap();
        assert!(page.next.is_some());
        back.splice(0..0, page.rows.iter().map(|listed| listed.row.clone()));
        previous = page.previous;
    }
    (there, back)
}

async fn the_register_is_filtered_sorted_and_paged_as_the_model_is(engine: Engine) {
    let bed = Bed::new(engine).await;
    let model = fill(&bed.journal).await;
    let all = RegisterQuery {
        standing: Standing::All,
        count: true,
        size: 7,
        ..RegisterQuery::default()
    };
    let code = |code: &str| Some(code.to_owned());
    let filters = [
        all.clone(),
        RegisterQuery {
            standing: Standing::Open,
            ..all.clone()
        },
        RegisterQuery {
            standing: Standing::Closed,
            ..all.clone()
        },
        RegisterQuery {
            kind: code("compliment"),
            ..all.clone()
        },
        RegisterQuery {
            procedure: code("children_act"),
            stage: code("intake"),
            ..all.clone()
        },
        RegisterQuery {
            service: code("fostering"),
            standing: Standing::Open,
            ..all.clone()
        },
        RegisterQuery {
            category: code("delay"),
            ..all.clone()
        },
        RegisterQuery {
            assigned_to: Some(account(2)),
            ..all.clone()
        },
        RegisterQuery {
            overdue_on: Some(day(26)),
            ..all.clone()
        },
        RegisterQuery {
            overdue_on: Some(day(26)),
            standing: Standing::Closed,
            ..all.clone()
        },
        RegisterQuery {
            received_from: Some(day(5)),
            received_to: Some(day(12)),
            ..all.clone()
        },
        RegisterQuery {
            received_from: Some(day(12)),
            received_to: Some(day(12)),
            ..all.clone()
        },
        RegisterQuery {
            kind: code("no such kind"),
            ..all
        },
    ];
    for filter in filters {
        for sort in [
            RegisterSort::Due,
            RegisterSort::Received,
            RegisterSort::Reference,
        ] {
            for descending in [false, true] {
                let query = RegisterQuery {
                    sort,
                    descending,
                    ..filter.clone()
                };
                let expected = expected(&model, &query);
                let total = bed
                    .journal
                    .register(&northmoor(), &query)
                    .await
                    .unwrap()
                    .total;
                assert_eq!(total, Some(expected.len() as u64), "{query:?}");
                let (there, back) = walk(&bed.journal, &query).await;
                assert!(there == expected, "{query:?}");
                assert!(back == expected, "backwards {query:?}");
            }
        }
    }
}

async fn names_are_opened_when_asked_for(engine: Engine) {
    let bed = Bed::new(engine).await;
    record_named(&bed.journal, &northmoor(), case(1), "Ama Okafor").await;
    bed.journal
        .append(new_case(&northmoor(), case(2), &json!({})))
        .await
        .unwrap();
    let query = RegisterQuery {
        sort: RegisterSort::Reference,
        include_names: true,
        ..RegisterQuery::default()
    };
    let names = |page: journal::RegisterPage| {
        page.rows
            .into_iter()
            .map(|listed| listed.name)
            .collect::<Vec<_>>()
    };
    let page = bed.journal.register(&northmoor(), &query).await.unwrap();
    assert!(!format!("{page:?}").contains("Okafor"));
    assert_eq!(names(page), [Some("Ama Okafor".to_owned()), None]);
    let query = RegisterQuery {
        include_names: false,
        ..query
    };
    assert_eq!(
        names(bed.journal.register(&northmoor(), &query).await.unwrap()),
        [None, None]
    );
    assert_eq!(
        bed.journal
            .listed(&northmoor(), case(3), true)
            .await
            .unwrap(),
        None
    );
}

async fn lines_come_in_the_order_of_references(engine: Engine) {
    let bed = Bed::new(engine).await;
    let model = fill(&bed.journal).await;
    let gather = |lines: &mut Vec<_>, reference: Reference, line: &str| {
        lines.push((Some(reference), line.to_owned()));
    };
    let lines = bed
        .journal
        .register_lines(&northmoor(), Vec::new(), gather)
        .await
        .unwrap();
    assert_eq!(
        lines,
        model
            .into_iter()
            .map(|row| (row.reference, row.line))
            .collect::<Vec<_>>()
    );
}

async fn running_time_limits_come_with_their_cases(engine: Engine) {
    let bed = Bed::new(engine).await;
    let says = |due: [i64; 2], ended: bool, owner: &str, hands: AccountId| {
        json!({
            "assigned_to": hands,
            "clocks": [
                { "limit": "acknowledge", "due_on": day(due[0]), "ended_on": ended.then(|| day(1)), "owner": owner },
                { "limit": "respond", "due_on": day(due[1]), "latest_on": day(40), "owner": owner },
            ],
        })
    };
    let first = says([3, 10], true, "handler", account(1));
    bed.journal
        .append(new_case(
            &northmoor(),
            case(1),
            &says([2, 9], false, "handler", account(1)),
        ))
        .await
        .unwrap();
    bed.journal
        .append(new_case(
            &northmoor(),
            case(2),
            &says([4, 8], false, "manager", account(2)),
        ))
        .await
        .unwrap();
    let earlier = says([2, 9], false, "handler", account(1));
    bed.journal
        .append(next(&northmoor(), case(1), &[earlier], &first))
        .await
        .unwrap();

    let due = async |query: ClockQuery| {
        let clocks = bed.journal.clocks(&northmoor(), &query).await.unwrap();
        clocks
            .into_iter()
            .map(|(clock, row)| {
                assert_eq!(clock.case, row.case);
                (row.reference.unwrap().0, clock.limit)
            })
            .collect::<Vec<_>>()
    };
    let list = |list: &[(u64, &str)]| {
        list.iter()
            .map(|(number, limit)| (*number, (*limit).to_owned()))
            .collect::<Vec<_>>()
    };
    let all = ClockQuery::default();
    let soon = ClockQuery {
        due_before: Some(day(10)),
        ..all.clone()
    };
    let owned = ClockQuery {
        owner: Some("handler".into()),
        ..all.clone()
    };
    let owned_by_others = ClockQuery {
        other_than: vec!["handler".into()],
        ..all.clone()
    };
    let in_these_hands = ClockQuery {
        assigned_to: Some(account(1)),
        ..all.clone()
    };
    let first_only = ClockQuery {
        limit: 1,
        ..all.clone()
    };
    let three: &[(u64, &str)] = &[(2, "acknowledge"), (2, "respond"), (1, "respond")];
    for (query, expected) in [
        (all, three),
        (soon, &three[..2]),
        (owned, &three[2..]),
        (owned_by_others, &three[..2]),
        (in_these_hands, &three[2..]),
        (first_only, &three[..1]),
    ] {
        assert_eq!(due(query).await, list(expected));
    }
    let gather = |clocks: &mut Vec<(casework::ids::CaseId, String)>, clock: journal::ClockRow| {
        clocks.push((clock.case, clock.limit));
    };
    let running = bed
        .journal
        .running_clocks(&northmoor(), Vec::new(), gather)
        .await
        .unwrap();
    let of = |number, limit: &str| (case(number), limit.to_owned());
    assert_eq!(
        running,
        [of(2, "acknowledge"), of(2, "respond"), of(1, "respond")]
    );
    let elsewhere = bed
        .journal
        .running_clocks(&southmoor(), 0, |count, _| *count += 1)
        .await;
    assert_eq!(elsewhere.unwrap(), 0);
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn several_streams_are_read_at_once_as_each_is_alone(engine: Engine) {
    let bed = Bed::new(engine).await;
    fill(&bed.journal).await;
    let asked = [case(3), case(99), case(1)];
    let streams = bed.journal.streams(&northmoor(), &asked).await.unwrap();
    for (stream, id) in streams.iter().zip(asked) {
        assert_eq!(*stream, bed.journal.stream(&northmoor(), id).await.unwrap());
    }
    let sizes: Vec<_> = streams.iter().map(Vec::len).collect();
    assert_eq!(sizes, [1, 0, 1]);
}

async fn what_came_after_a_version_is_read_without_what_came_before(engine: Engine) {
    let bed = Bed::new(engine).await;
    fill(&bed.journal).await;
    let said = json!({ "stage": "intake" });
    let more = next(&northmoor(), case(60), std::slice::from_ref(&said), &said);
    bed.journal.append(more).await.unwrap();
    let whole = bed.journal.stream(&northmoor(), case(60)).await.unwrap();
    assert_eq!(whole.len(), 2);
    for version in 0..=3 {
        let after = bed
            .journal
            .stream_after(&northmoor(), case(60), version)
            .await
            .unwrap();
        let expected = whole.get(version as usize..).unwrap_or_default();
        assert_eq!(after, expected, "after {version}");
    }
}

async fn an_empty_register_is_a_page_without_rows(engine: Engine) {
    let bed = Bed::new(engine).await;
    let page = bed
        .journal
        .register(
            &northmoor(),
            &RegisterQuery {
                count: true,
                ..RegisterQuery::default()
            },
        )
        .await
        .unwrap();
    assert_eq!(
        (page.rows.len(), page.previous, page.next, page.total),
        (0, None, None, Some(0))
    );
    assert!("nonsense".parse::<Cursor>().is_err() && "2026-03-02.x".parse::<Cursor>().is_err());
}
