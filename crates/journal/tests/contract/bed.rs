//! A journal to lay the cases of the suite in, on each engine, and the cases themselves.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use casework::ids::{AccountId, AuthorityCode, CaseId, ItemId, Reference};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use journal::{
    Append, Appended, ClockRow, DeploymentKey, Entry, GapRow, Journal, Location, NewEntry, NewItem,
    ReadRows, RegisterRow, Sealing,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::postgres::TemporaryPostgres;

pub(crate) const KEY: [u8; 32] = [7; 32];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    Memory,
    Sqlite,
    Postgres,
}

/// A new, empty journal, and a way past it to its tables.
pub(crate) struct Bed {
    pub(crate) journal: Journal,
    pub(crate) location: Location,
    folder: Option<PathBuf>,
}

impl Bed {
    pub(crate) async fn new(engine: Engine) -> Self {
        let (location, folder) = match engine {
            Engine::Memory => (Location::Memory, None),
            Engine::Sqlite => {
                let folder = temporary_folder();
                (Location::Sqlite(folder.join("heard.db")), Some(folder))
            }
            Engine::Postgres => (Location::Postgres(server().database("contract")), None),
        };
        let journal = open(&location, KEY).await;
        Self {
            journal,
            location,
            folder,
        }
    }

    /// Changes tables behind the journal's back.
    pub(crate) async fn tamper(&self, sql: &str) {
        match &self.location {
            Location::Memory => panic!("nobody can reach into another's memory"),
            Location::Sqlite(path) => {
                let connection = rusqlite::Connection::open(path).unwrap();
                connection
                    .busy_timeout(std::time::Duration::from_secs(5))
                    .unwrap();
                connection.execute_batch(sql).unwrap();
            }
            Location::Postgres(url) => {
                let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                    .await
                    .unwrap();
                tokio::spawn(connection);
                client.batch_execute(sql).await.unwrap();
            }
        }
    }

    /// Everything in the tables, as an intruder would read it.
    pub(crate) async fn dump(&self) -> Vec<u8> {
        match &self.location {
            Location::Memory => panic!("nobody can reach into another's memory"),
            Location::Sqlite(path) => {
                let mut bytes = std::fs::read(path).unwrap();
                let mut log = path.clone().into_os_string();
                log.push("-wal");
                bytes.extend(std::fs::read(log).unwrap_or_default());
                bytes
            }
            Location::Postgres(url) => {
                let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                    .await
                    .unwrap();
                tokio::spawn(connection);
                let mut bytes = Vec::new();
                for table in TABLES {
                    for row in client
                        .query(&format!("SELECT t::text FROM {table} t"), &[])
                        .await
                        .unwrap()
                    {
                        bytes.extend(row.get::<_, String>(0).into_bytes());
                    }
                }
                bytes
            }
        }
    }
}

/// All tables of the record.
pub(crate) const TABLES: [&str; 18] = [
    "account",
    "authority",
    "case_key",
    "clock",
    "event",
    "gap",
    "head",
    "helper",
    "meta",
    "migration",
    "monitoring_item",
    "read_note",
    "register",
    "search_word",
    "session",
    "stream",
    "submission",
    "vault_item",
];

impl Drop for Bed {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _others_may_hold_it = std::fs::remove_dir_all(folder);
        }
    }
}

pub(crate) async fn open(location: &Location, key: [u8; 32]) -> Journal {
    Journal::open(location, DeploymentKey::from_bytes(key))
        .await
        .unwrap()
}

/// One server serves all tests of this process and stops when it ends.
pub(crate) fn server() -> &'static TemporaryPostgres {
    static SERVER: OnceLock<TemporaryPostgres> = OnceLock::new();
    SERVER.get_or_init(TemporaryPostgres::start)
}

pub(crate) fn temporary_folder() -> PathBuf {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let number = MADE.fetch_add(1, Ordering::Relaxed);
    let folder =
        std::env::temp_dir().join(format!("heard-contract-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn northmoor() -> AuthorityCode {
    "northmoor".parse().unwrap()
}

pub(crate) fn southmoor() -> AuthorityCode {
    "southmoor".parse().unwrap()
}

pub(crate) fn case(number: u128) -> CaseId {
    // Ids that do not stand in the order of their numbers.
    CaseId(Uuid::from_u128(
        number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c834),
    ))
}

pub(crate) fn account(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

pub(crate) fn day(offset: i64) -> Date {
    date(2026, 3, 2)
        .checked_add(jiff::Span::new().days(offset))
        .unwrap()
}

pub(crate) fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(1_772_000_000 + second).unwrap()
}

/// An event of the suite: what it says of the case from now on.
pub(crate) fn event(says: &Value) -> NewEntry {
    NewEntry {
        name: "noted".to_owned(),
        schema: 1,
        happened_on: day(0),
        recorded_at: Timestamp::from_nanosecond(1_772_000_000_123_456_789).unwrap(),
        actor: account(1),
        body: says.to_string(),
    }
}

/// What the read tables say of a case with these events.
pub(crate) fn fold(entries: &[Entry]) -> Result<ReadRows, String> {
    let first = entries.first().ok_or("no events")?;
    let bodies: Vec<Value> = entries
        .iter()
        .map(|entry| serde_json::from_str(&entry.body).map_err(|error| error.to_string()))
        .collect::<Result<_, _>>()?;
    Ok(rows(first.case, &bodies))
}

pub(crate) fn rows(case: CaseId, bodies: &[Value]) -> ReadRows {
    let last = |field: &str| {
        bodies
            .iter()
            .rev()
            .find_map(|body| body.get(field).filter(|value| !value.is_null()))
    };
    let word = |field: &str| last(field).and_then(Value::as_str).map(str::to_owned);
    let on = |field: &str| word(field).map(|day| day.parse().unwrap());
    let clocks = last("clocks")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let on_clock = |clock: &Value, field: &str| {
        clock[field]
            .as_str()
            .map(|day| day.parse::<Date>().unwrap())
    };
    ReadRows {
        register: (last("unlisted") != Some(&Value::Bool(true))).then(|| RegisterRow {
            case,
            reference: None,
            version: 0,
            kind: word("kind").unwrap_or_else(|| "complaint".to_owned()),
            procedure: word("procedure"),
            stage: word("stage").unwrap_or_else(|| "intake".to_owned()),
            open: on("closed_on").is_none(),
            received_on: on("received_on").unwrap_or_else(|| day(0)),
            closed_on: on("closed_on"),
            due_on: on("due_on"),
            due_limit: on("due_on").map(|_| "acknowledge".to_owned()),
            service: word("service"),
            category: word("category"),
            assigned_to: word("assigned_to").map(|id| id.parse().unwrap()),
            outcome: word("outcome"),
            name_item: last("name")
                .and_then(|name| name["item"].as_str())
                .map(|id| id.parse().unwrap()),
            line: json!({ "case": case, "events": bodies.len() }).to_string(),
        }),
        clocks: clocks
            .iter()
            .zip(0_u16..)
            .map(|(clock, seq)| ClockRow {
                case,
                seq,
                limit: clock["limit"].as_str().unwrap().to_owned(),
                started_on: day(0),
                due_on: on_clock(clock, "due_on").unwrap(),
                latest_on: on_clock(clock, "latest_on"),
                ended_on: on_clock(clock, "ended_on"),
                owner: clock["owner"].as_str().unwrap_or("team_manager").to_owned(),
            })
            .collect(),
        gaps: vec![GapRow {
            case,
            fact: "outcome".to_owned(),
            due_on: on("due_on").unwrap_or_else(|| day(0)),
            service: word("service"),
            team: word("team"),
            assigned_to: word("assigned_to").map(|id| id.parse().unwrap()),
        }],
        helpers: word("helper")
            .filter(|id| !id.is_empty())
            .map(|id| id.parse().unwrap())
            .into_iter()
            .collect(),
    }
}

/// A new case that says this.
pub(crate) fn new_case(authority: &AuthorityCode, case: CaseId, says: &Value) -> Append {
    Append {
        authority: authority.clone(),
        case,
        expected: 0,
        entries: vec![event(says)],
        items: Vec::new(),
        rows: rows(case, std::slice::from_ref(says)),
        submission: None,
    }
}

/// A case that said this says that too.
pub(crate) fn next(
    authority: &AuthorityCode,
    case: CaseId,
    said: &[Value],
    says: &Value,
) -> Append {
    let mut bodies = said.to_vec();
    bodies.push(says.clone());
    Append {
        authority: authority.clone(),
        case,
        expected: u32::try_from(said.len()).unwrap(),
        entries: vec![event(says)],
        items: Vec::new(),
        rows: rows(case, &bodies),
        submission: None,
    }
}

/// What a case says whose complainant has this name, and the sealed name.
pub(crate) fn named(name: &str, mut says: Value) -> (Value, Vec<NewItem>, ItemId) {
    let mut sealing = Sealing::new();
    let sealed = sealing.seal("name", name, &[name]);
    says["name"] = serde_json::to_value(&sealed).unwrap();
    (says, sealing.into_items(), sealed.item)
}

/// Appends a new case with a complainant.
pub(crate) async fn record_named(
    journal: &Journal,
    authority: &AuthorityCode,
    id: CaseId,
    name: &str,
) -> (Appended, ItemId) {
    let (says, items, item) = named(
        name,
        json!({ "received_on": "2026-03-02", "due_on": "2026-03-09" }),
    );
    let append = Append {
        items,
        ..new_case(authority, id, &says)
    };
    (journal.append(append).await.unwrap(), item)
}

pub(crate) fn reference(number: u64) -> Reference {
    Reference(number)
}
