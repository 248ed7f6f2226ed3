//! How quick the record is, with every acknowledged write on the disk: `cargo bench -p journal`.
//!
//! Arguments: `sqlite` or `postgres` (both if none), and the number of cases (100,000 if none).
#![expect(clippy::unwrap_used, reason = "a measurement that fails says nothing")]

#[path = "../../testkit/src/postgres.rs"]
#[expect(dead_code, unreachable_pub, reason = "written for other crates too")]
mod postgres;

use std::time::{Duration, Instant};

use casework::ids::{AccountId, AuthorityCode, CaseId};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use journal::{
    Append, ClockQuery, ClockRow, DeploymentKey, Entry, Journal, Location, NewEntry, ReadRows,
    RegisterQuery, RegisterRow, RegisterSort, Sealing, Standing,
};
use uuid::Uuid;

const CLIENTS: u128 = 8;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let cases = arguments
        .iter()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(100_000);
    let wanted = |engine: &str| {
        !["sqlite", "postgres"]
            .iter()
            .any(|e| arguments.iter().any(|a| a == e))
            || arguments.iter().any(|argument| argument == engine)
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    if wanted("sqlite") {
        let folder = std::env::temp_dir().join(format!("heard-speed-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        runtime.block_on(measure(Location::Sqlite(folder.join("heard.db")), cases));
        std::fs::remove_dir_all(&folder).unwrap();
    }
    if wanted("postgres") {
        let server = postgres::TemporaryPostgres::start_with(postgres::Durability::Full);
        runtime.block_on(measure(Location::Postgres(server.database("speed")), cases));
    }
}

async fn measure(location: Location, cases: u128) {
    println!("{location}");
    let journal = Journal::open(&location, DeploymentKey::from_bytes([7; 32]))
        .await
        .unwrap();
    let authority: AuthorityCode = "northmoor".parse().unwrap();

    let durable = 4_000.min(cases);
    let started = Instant::now();
    let tasks: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (journal, authority) = (journal.clone(), authority.clone());
            tokio::spawn(async move {
                for number in (client..durable).step_by(8) {
                    journal.append(new_case(&authority, number)).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    rate(
        "created by 8 clients, each on the disk",
        durable,
        started.elapsed(),
    );

    let started = Instant::now();
    let mut number = durable;
    while number < cases {
        let end = (number + 1_000).min(cases);
        let appends = (number..end)
            .map(|number| new_case(&authority, number))
            .collect();
        journal.append_all(appends).await.unwrap();
        number = end;
    }
    rate(
        "created a thousand at a time",
        cases - durable,
        started.elapsed(),
    );

    lists(&journal, &authority).await;
    whole(&journal, &authority).await;
}

async fn lists(journal: &Journal, authority: &AuthorityCode) {
    let open = RegisterQuery {
        include_names: true,
        ..RegisterQuery::default()
    };
    let in_hands = RegisterQuery {
        assigned_to: Some(account(3)),
        ..open.clone()
    };
    let received = RegisterQuery {
        standing: Standing::All,
        sort: RegisterSort::Received,
        descending: true,
        ..open.clone()
    };
    let counted = RegisterQuery {
        count: true,
        ..open.clone()
    };
    let plain = RegisterQuery {
        include_names: false,
        ..open.clone()
    };
    for (what, query) in [
        ("a page of 50 open cases by due date", plain),
        ("the same with names", open),
        ("the same in one person's hands", in_hands),
        ("a page of all by receipt, newest first", received),
        ("a page with its total", counted),
    ] {
        median(what, || async {
            journal
                .register(authority, &query)
                .await
                .unwrap()
                .rows
                .len()
        })
        .await;
    }
    let due = ClockQuery {
        due_before: Some(day(40)),
        ..ClockQuery::default()
    };
    median("100 running time limits", || async {
        journal.clocks(authority, &due).await.unwrap().len()
    })
    .await;
    median("a stream", || async {
        journal.stream(authority, case(77)).await.unwrap().len()
    })
    .await;
    for asked in ["Okafor-00077", "okaf", "C-0077"] {
        median(&format!("a search for {asked}"), || async {
            journal.search(authority, asked, 50).await.unwrap().len()
        })
        .await;
    }
    for called in ["Ama Okafor-00077", "Okafor"] {
        median(
            &format!("people who may be {called}, each case opened (at most 20 ms)"),
            || alike(journal, authority, called),
        )
        .await;
    }
}

/// What the page of a person asks of the record: the cases of people called alike, with each one's facts and names.
async fn alike(journal: &Journal, authority: &AuthorityCode, called: &str) -> usize {
    let found = journal.search(authority, called, 20).await.unwrap();
    for listed in &found {
        let case = listed.row.case;
        let items: Vec<_> = listed.row.name_item.into_iter().collect();
        journal.stream(authority, case).await.unwrap();
        journal.open_items(authority, case, &items).await.unwrap();
    }
    found.len()
}

async fn whole(journal: &Journal, authority: &AuthorityCode) {
    let started = Instant::now();
    let letters = journal
        .register_lines(authority, 0, |letters, _, line| *letters += line.len())
        .await
        .unwrap();
    println!(
        "  all lines of the register: {:?} ({letters} bytes)",
        started.elapsed()
    );
    let started = Instant::now();
    let forms = journal
        .items_of_kind(authority, "equality", 0, |forms, _, _, _| *forms += 1)
        .await
        .unwrap();
    println!(
        "  all equality forms, opened: {:?} ({forms})",
        started.elapsed()
    );
    let started = Instant::now();
    let verification = journal.verify(&fold).await.unwrap();
    assert_eq!(verification.fault, None);
    println!("  verified: {:?}", started.elapsed());
    let started = Instant::now();
    journal.rebuild(&fold, |_, _| {}).await.unwrap();
    println!("  rebuilt: {:?}", started.elapsed());
}

fn rate(what: &str, made: u128, taken: Duration) {
    println!(
        "  {what}: {} a second",
        made * 1_000_000 / taken.as_micros().max(1)
    );
}

async fn median<F: Future<Output = usize>>(what: &str, ask: impl Fn() -> F) {
    let mut taken = Vec::new();
    let mut found = 0;
    for _ in 0..200 {
        let started = Instant::now();
        found = ask().await;
        taken.push(started.elapsed());
    }
    taken.sort_unstable();
    println!(
        "  {what}: p50 {:?}, p99 {:?} ({found} rows)",
        taken[100], taken[197]
    );
}

fn case(number: u128) -> CaseId {
    // As UUID version 7 does, later cases get later ids; the first is not the authority's own file, which has the lowest.
    CaseId(Uuid::from_u128(
        (number + 1) << 64 | number.wrapping_mul(0x9e37_79b9_7f4a_7c15) & 0xffff_ffff,
    ))
}

fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn day(offset: i64) -> Date {
    date(2026, 3, 2)
        .checked_add(jiff::Span::new().days(offset))
        .unwrap()
}

/// A complaint with a name, a child's name, an account of what happened and an equality form.
fn new_case(authority: &AuthorityCode, number: u128) -> Append {
    let name = format!("Ama Okafor-{number:05}");
    let mut sealing = Sealing::new();
    let sealed = [
        sealing.seal("name", &name, &[&name]),
        sealing.seal("name", "Kwame Mensah", &["Kwame Mensah"]),
        sealing.seal(
            "narrative",
            &"The social worker did not come. ".repeat(20),
            &[],
        ),
        sealing.seal(
            "equality",
            r#"{"age":"35-44","sex":"female","disability":"no"}"#,
            &[],
        ),
    ];
    let body = serde_json::json!({ "number": u64::try_from(number).unwrap(), "sealed": sealed })
        .to_string();
    let entries = vec![NewEntry {
        name: "ComplaintRecorded".to_owned(),
        schema: 1,
        happened_on: day(0),
        recorded_at: Timestamp::UNIX_EPOCH,
        actor: account(1),
        body: body.clone(),
    }];
    let rows = rows(case(number), &body);
    let submission = Some(Uuid::from_u128(number));
    Append {
        authority: authority.clone(),
        case: case(number),
        expected: 0,
        entries,
        items: sealing.into_items(),
        rows,
        submission,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the journal lets a fold refuse")]
fn fold(entries: &[Entry]) -> Result<ReadRows, String> {
    Ok(rows(entries[0].case, &entries[0].body))
}

fn rows(case: CaseId, body: &str) -> ReadRows {
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let number = body["number"].as_i64().unwrap();
    let due_on = day(number * 7919 % 365);
    let register = RegisterRow {
        case,
        reference: None,
        version: 1,
        kind: "complaint".to_owned(),
        procedure: Some("children_act".to_owned()),
        stage: "local_resolution".to_owned(),
        open: number % 10 != 0,
        received_on: day(-(number * 31 % 2000)),
        closed_on: None,
        due_on: Some(due_on),
        due_limit: Some("respond".to_owned()),
        service: Some("safeguarding".to_owned()),
        category: Some("delay".to_owned()),
        assigned_to: Some(account(u128::try_from(number % 50).unwrap())),
        outcome: None,
        name_item: body["sealed"][0]["item"]
            .as_str()
            .map(|item| item.parse().unwrap()),
        line: format!(
            "{{\"kind\":\"complaint\",\"stage\":\"local_resolution\",\"number\":{number},\"{}\":1}}",
            "x".repeat(300)
        ),
    };
    let clock = |seq: u16, limit: &str| ClockRow {
        case,
        seq,
        limit: limit.to_owned(),
        started_on: day(0),
        due_on,
        latest_on: None,
        ended_on: (seq == 0).then(|| day(1)),
        owner: "team_manager".to_owned(),
    };
    ReadRows {
        register: Some(register),
        clocks: vec![clock(0, "acknowledge"), clock(1, "respond")],
        ..ReadRows::default()
    }
}
