//! Keeping faith: the record survives, is rebuilt identically, and shows what was done to it.

use casework::ids::{CaseId, Reference};
use journal::{
    Append, AppendError, DeploymentKey, Journal, JournalError, ReadRows, RegisterQuery, Standing,
};
use serde_json::json;

use crate::bed::*;

on_every_engine!(
    a_rebuild_makes_the_same_again,
    the_authoritys_own_file_is_kept_beside_the_cases,
);
on_these_engines!(sqlite_behind_its_back Sqlite:
    a_check_names_the_first_bad_row,
    a_rebuild_mends_the_read_tables,
    the_record_is_there_after_a_restart,
    another_key_is_refused,
    a_newer_or_changed_schema_is_refused,
    every_key_of_a_table_begins_with_the_authority,
);
on_these_engines!(postgres_behind_its_back Postgres:
    a_check_names_the_first_bad_row,
    a_rebuild_mends_the_read_tables,
    the_record_is_there_after_a_restart,
    another_key_is_refused,
    a_newer_or_changed_schema_is_refused,
    every_key_of_a_table_begins_with_the_authority,
    two_nodes_share_one_database,
);

async fn fill(journal: &Journal) {
    for number in 1..=4 {
        record_named(journal, &northmoor(), case(number), "Ama Okafor").await;
        let stream = journal.stream(&northmoor(), case(number)).await.unwrap();
        let said = [serde_json::from_str(&stream[0].body).unwrap()];
        let clocks = json!([{ "limit": "acknowledge", "due_on": day(3) }]);
        let says = json!({ "stage": "local_resolution", "clocks": clocks });
        journal
            .append(next(&northmoor(), case(number), &said, &says))
            .await
            .unwrap();
    }
}

async fn everything(journal: &Journal) -> Vec<journal::Listed> {
    let query = RegisterQuery {
        standing: Standing::All,
        include_names: true,
        ..RegisterQuery::default()
    };
    let mut listed = journal.register(&northmoor(), &query).await.unwrap().rows;
    listed.extend(journal.search(&northmoor(), "okafer", 100).await.unwrap());
    listed
}

async fn a_rebuild_makes_the_same_again(engine: Engine) {
    let bed = Bed::new(engine).await;
    fill(&bed.journal).await;
    let before = everything(&bed.journal).await;
    let clocks = bed
        .journal
        .clocks(&northmoor(), &journal::ClockQuery::default())
        .await
        .unwrap();
    assert_eq!((before.len(), clocks.len()), (8, 4));
    let mut told = Vec::new();
    let rebuilt = bed
        .journal
        .rebuild(&fold, |done, all| told.push((done, all)))
        .await
        .unwrap();
    assert_eq!((rebuilt.cases, rebuilt.entries), (4, 8));
    assert_eq!(told.last(), Some(&(4, 4)));
    assert!(everything(&bed.journal).await == before);
    assert_eq!(
        bed.journal
            .clocks(&northmoor(), &journal::ClockQuery::default())
            .await
            .unwrap(),
        clocks
    );
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);

    // A fold that fails leaves everything as it was.
    let refused = bed
        .journal
        .rebuild(&|_| Err("no".to_owned()), |_, _| {})
        .await;
    assert!(matches!(refused, Err(JournalError::Fold { .. })));
    assert!(everything(&bed.journal).await == before);
    record_named(&bed.journal, &northmoor(), case(9), "Tom Lee").await;
}

async fn the_authoritys_own_file_is_kept_beside_the_cases(engine: Engine) {
    let bed = Bed::new(engine).await;
    let says = json!({ "year": "2014-15" });
    let entry = |expected| Append {
        case: CaseId::AUTHORITY_FILE,
        expected,
        rows: ReadRows {
            register: None,
            clocks: Vec::new(),
            ..ReadRows::default()
        },
        ..new_case(&northmoor(), case(1), &says)
    };
    let first = bed.journal.append(entry(0)).await.unwrap();
    assert_eq!(first.reference, Reference::AUTHORITY_FILE);
    fill(&bed.journal).await;
    let before = everything(&bed.journal).await;
    let second = bed.journal.append(entry(1)).await.unwrap();
    assert_eq!(
        (second.version, second.position, second.reference),
        (2, 10, Reference::AUTHORITY_FILE)
    );
    assert!(matches!(
        bed.journal.append(entry(1)).await,
        Err(AppendError::Conflict { actual: 2 })
    ));

    // It takes no number from the cases and stands in no list of them.
    assert_eq!(before[0].row.reference, Some(reference(1)));
    assert!(everything(&bed.journal).await == before);
    let verified = bed.journal.verify(&fold).await.unwrap();
    assert_eq!((verified.cases, verified.entries), (4, 10));
    assert_eq!(verified.fault, None);
    let rebuilt = bed.journal.rebuild(&fold, |_, _| {}).await.unwrap();
    assert_eq!((rebuilt.cases, rebuilt.entries), (4, 10));
    assert!(everything(&bed.journal).await == before);
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

const SWAP: &str = "UPDATE event SET position = 100 WHERE position = 3; UPDATE event SET position = 3 WHERE position = 5; \
         UPDATE event SET position = 5 WHERE position = 100";

/// What is done behind the journal's back to case 3, the table in which it shows, and where.
const TAMPERINGS: &[(&str, &str, &str)] = &[
    (
        "UPDATE event SET body = '{}' WHERE position = 4",
        "event",
        "position 4",
    ),
    (
        "UPDATE event SET happened_on = '2026-03-03' WHERE position = 4",
        "event",
        "position 4",
    ),
    (
        "UPDATE event SET actor = '00000000-0000-0000-0000-000000000009' WHERE position = 2",
        "event",
        "position 2",
    ),
    (
        "UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 2",
        "event",
        "position 2",
    ),
    (
        "UPDATE event SET happened_on = 'never' WHERE position = 4",
        "event",
        "position 4",
    ),
    (
        "DELETE FROM event WHERE position = 3",
        "event",
        "position 4",
    ),
    ("DELETE FROM event WHERE position = 8", "head", "northmoor"),
    ("UPDATE head SET position = 7", "head", "northmoor"),
    ("DELETE FROM head", "head", "northmoor"),
    (SWAP, "event", "position 3"),
    (
        "UPDATE stream SET version = 1 WHERE number = 3",
        "stream",
        "case",
    ),
    ("DELETE FROM stream WHERE number = 3", "register", "case"),
    (
        "UPDATE register SET stage = 'closed' WHERE number = 3",
        "register",
        "case",
    ),
    (
        "UPDATE register SET line = '{}' WHERE number = 3",
        "register",
        "case",
    ),
    ("DELETE FROM register WHERE number = 3", "register", "case"),
    (
        "UPDATE clock SET due_on = '2026-12-31' WHERE case_id = 'CASE'",
        "clock",
        "case",
    ),
    (
        "UPDATE clock SET running = 0 WHERE case_id = 'CASE'",
        "clock",
        "",
    ),
    ("DELETE FROM clock WHERE case_id = 'CASE'", "clock", "case"),
    ("DELETE FROM gap WHERE case_id = 'CASE'", "gap", "case"),
    (
        "UPDATE gap SET due_on = '2026-12-31' WHERE case_id = 'CASE'",
        "gap",
        "case",
    ),
    (
        "INSERT INTO helper (authority, account, case_id) SELECT authority, '00000000-0000-0000-0000-000000000009', case_id FROM gap WHERE case_id = 'CASE'",
        "helper",
        "case",
    ),
    (
        "UPDATE vault_item SET sealed = case_key.wrapped FROM case_key WHERE vault_item.case_id = 'CASE'",
        "vault_item",
        "",
    ),
    (
        "DELETE FROM vault_item WHERE case_id = 'CASE'",
        "vault_item",
        "",
    ),
    (
        "DELETE FROM case_key WHERE case_id = 'CASE'",
        "case_key",
        "case",
    ),
    (
        "DELETE FROM search_word WHERE case_id = 'CASE'",
        "search_word",
        "case",
    ),
    (
        "DELETE FROM search_word WHERE case_id = 'CASE' AND token IN \
          (SELECT token FROM search_word WHERE case_id = 'CASE' ORDER BY token LIMIT 1)",
        "search_word",
        "case",
    ),
];

async fn a_check_names_the_first_bad_row(engine: Engine) {
    let third = case(3);
    for (sql, table, place) in TAMPERINGS.iter().copied() {
        let bed = Bed::new(engine).await;
        fill(&bed.journal).await;
        let honest = bed.journal.verify(&fold).await.unwrap();
        assert_eq!(
            (honest.entries, honest.cases, honest.items, honest.fault),
            (8, 4, 4, None)
        );
        bed.tamper(&sql.replace("CASE", &third.to_string())).await;
        let fault = bed
            .journal
            .verify(&fold)
            .await
            .unwrap()
            .fault
            .unwrap_or_else(|| panic!("unnoticed: {sql}"));
        assert_eq!(fault.table, table, "{sql}: {fault}");
        let place = if place == "case" {
            third.to_string()
        } else {
            place.to_owned()
        };
        assert!(fault.place.contains(&place), "{sql}: {fault}");
        assert_eq!(fault.authority, northmoor());
    }
}

async fn a_rebuild_mends_the_read_tables(engine: Engine) {
    let bed = Bed::new(engine).await;
    fill(&bed.journal).await;
    let before = everything(&bed.journal).await;
    bed.tamper("DELETE FROM search_word; DELETE FROM clock; UPDATE register SET stage = 'closed', due_on = '2020-01-01'")
        .await;
    bed.tamper("DELETE FROM register WHERE number = 2").await;
    assert!(bed.journal.verify(&fold).await.unwrap().fault.is_some());
    bed.journal.rebuild(&fold, |_, _| {}).await.unwrap();
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
    assert!(everything(&bed.journal).await == before);
}

async fn the_record_is_there_after_a_restart(engine: Engine) {
    let mut bed = Bed::new(engine).await;
    fill(&bed.journal).await;
    let (before, head) = (
        everything(&bed.journal).await,
        bed.journal.head(&northmoor()).await.unwrap(),
    );
    bed.journal = open(&bed.location, KEY).await;
    assert!(everything(&bed.journal).await == before);
    assert_eq!(bed.journal.head(&northmoor()).await.unwrap(), head);
    let (appended, _) = record_named(&bed.journal, &northmoor(), case(9), "Tom Lee").await;
    assert_eq!((appended.position, appended.reference), (9, reference(5)));
    assert_eq!(bed.journal.verify(&fold).await.unwrap().fault, None);
}

async fn another_key_is_refused(engine: Engine) {
    let bed = Bed::new(engine).await;
    let other = Journal::open(&bed.location, DeploymentKey::from_bytes([8; 32])).await;
    assert!(matches!(
        other.err(),
        Some(JournalError::AnotherDeploymentKey)
    ));
    let same = Journal::open(&bed.location, DeploymentKey::from_bytes(KEY)).await;
    assert!(same.is_ok());
}

async fn a_newer_or_changed_schema_is_refused(engine: Engine) {
    let bed = Bed::new(engine).await;
    bed.tamper("INSERT INTO migration (number, checksum) VALUES (99, '')")
        .await;
    let newer = Journal::open(&bed.location, DeploymentKey::from_bytes(KEY)).await;
    assert!(matches!(
        newer.err(),
        Some(JournalError::NewerSchema { found: 99, .. })
    ));
    bed.tamper("DELETE FROM migration WHERE number = 99; UPDATE migration SET checksum = 'x' WHERE number = 1").await;
    let changed = Journal::open(&bed.location, DeploymentKey::from_bytes(KEY)).await;
    assert!(matches!(
        changed.err(),
        Some(JournalError::MigrationChanged { number: 1 })
    ));
}

/// The shard key leads every key, but for facts of the whole installation and for sessions, which are
/// looked for before the authority is known.
async fn every_key_of_a_table_begins_with_the_authority(engine: Engine) {
    let bed = Bed::new(engine).await;
    let journal::Location::Sqlite(path) = &bed.location else {
        return; // one schema serves both engines
    };
    let connection = rusqlite::Connection::open(path).unwrap();
    let sql = "SELECT m.name || ' ' || i.name, (SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0) \
         FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.\"unique\" = 1";
    let mut statement = connection.prepare(sql).unwrap();
    let keys: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let others = ["meta ", "migration ", "session "];
    let strays: Vec<_> = keys
        .iter()
        .filter(|(key, first)| {
            first != "authority" && !others.iter().any(|other| key.starts_with(other))
        })
        .collect();
    assert!(
        keys.len() >= 17 && strays.is_empty(),
        "{strays:?} of {}",
        keys.len()
    );
}

async fn two_nodes_share_one_database(engine: Engine) {
    let bed = Bed::new(engine).await;
    let nodes = [bed.journal.clone(), open(&bed.location, KEY).await];
    let tasks: Vec<_> = (0..8_u128)
        .map(|task| {
            let journal = nodes[usize::try_from(task % 2).unwrap()].clone();
            tokio::spawn(async move {
                for number in 0..10 {
                    record_named(
                        &journal,
                        &northmoor(),
                        case(task * 10 + number + 1),
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
    let verification = bed.journal.verify(&fold).await.unwrap();
    assert_eq!((verification.entries, verification.fault), (80, None));
}

/// A page's handler may move between threads while it waits, so every future must be able to.
#[test]
fn what_waits_may_move_between_threads() {
    fn may_move(_: impl Send) {}
    fn all(journal: &Journal, token: &[u8; 32]) {
        let here = &northmoor();
        may_move(journal.append_all(Vec::new()));
        may_move(journal.flush());
        may_move(journal.stream(here, case(1)));
        may_move(journal.since(here, 0, 1));
        may_move(journal.find(here, reference(1)));
        may_move(journal.head(here));
        may_move(journal.listed(here, case(1), true));
        may_move(journal.register(here, &RegisterQuery::default()));
        may_move(journal.register_lines(here, 0, |sum: &mut usize, _, line| *sum += line.len()));
        may_move(journal.clocks(here, &journal::ClockQuery::default()));
        may_move(journal.search(here, "okafor", 1));
        may_move(journal.open_items(here, case(1), &[]));
        may_move(
            journal.items_of_kind(here, "name", 0, |sum: &mut usize, _, _, text| {
                *sum += text.len();
            }),
        );
        may_move(journal.reads_of(here, case(1)));
        may_move(journal.verify(&fold));
        may_move(journal.rebuild(&fold, |_, _| {}));
        may_move(journal.dispose(here, case(1)));
        may_move(journal.authorities());
        may_move(journal.accounts(here));
        may_move(journal.account(here, account(1)));
        may_move(journal.account_by_name(here, "shah"));
        may_move(journal.session(token, instant(0)));
        may_move(journal.delete_sessions_of(here, account(1), None));
        may_move(Journal::open(
            &journal::Location::Memory,
            DeploymentKey::from_bytes(KEY),
        ));
    }
    std::hint::black_box(all as fn(&Journal, &[u8; 32]));
}
