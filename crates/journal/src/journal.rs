//! Opening a journal, appending to it, and reading its streams.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;
use std::sync::Arc;

use casework::ids::{AuthorityCode, CaseId, Reference};
use secrecy::ExposeSecret;
use tokio::sync::{Mutex, mpsc, oneshot};

use crate::database::{Begin, Connection, Database};
use crate::error::{AppendError, JournalError};
use crate::key::{DeploymentKey, DerivedKeys};
use crate::location::Location;
use crate::plan::{SealedItem, Unit};
use crate::record::{Append, Appended, Entry, Head, ReadNote, Store};
use crate::rows;
use crate::sql::{Call, Value, call, instant, number, text};
use crate::vault::{Apart, CaseKey};
use crate::words;
use crate::writer::{Work, Writer, hold_head};

/// The record of one installation. Cheap to clone.
#[derive(Clone)]
pub struct Journal {
    inner: Arc<Inner>,
}

struct Inner {
    database: Database,
    keys: DerivedKeys,
    queue: mpsc::Sender<Work>,
    gate: Arc<Mutex<()>>,
}

impl Journal {
    /// Opens the record, making or updating its tables.
    ///
    /// # Errors
    ///
    /// If the database cannot be reached, is newer than this program, or was made with another key.
    pub async fn open(location: &Location, key: DeploymentKey) -> Result<Self, JournalError> {
        let keys = key.derive();
        let database = Database::open(location).await?;
        recognise(&database, &keys).await?;
        let gate = Arc::new(Mutex::new(()));
        let queue = Writer::start(database.clone(), Arc::clone(&gate))?;
        Ok(Self {
            inner: Arc::new(Inner {
                database,
                keys,
                queue,
                gate,
            }),
        })
    }

    /// Appends events to a case with their sealed items, and changes the read tables with them.
    ///
    /// # Errors
    ///
    /// [`AppendError`]; nothing has changed then.
    ///
    /// # Panics
    ///
    /// Never: one append has one answer.
    pub async fn append(&self, append: Append) -> Result<Appended, AppendError> {
        let mut appended = self.append_all(vec![append]).await?;
        Ok(appended.pop().expect("one append has one answer"))
    }

    /// Appends all of them or none. They are decided in order: a later one may follow on an earlier one.
    ///
    /// # Errors
    ///
    /// [`AppendError`] of the first that cannot be appended; nothing has changed then.
    pub async fn append_all(&self, appends: Vec<Append>) -> Result<Vec<Appended>, AppendError> {
        let mut keys = BTreeMap::new();
        let mut units = Vec::with_capacity(appends.len());
        for append in appends {
            units.push(self.seal(append, &mut keys).await?);
        }
        let (answer, answered) = oneshot::channel();
        self.inner
            .queue
            .send(Work::Append(units, answer))
            .await
            .map_err(|_| JournalError::Closed)?;
        answered.await.map_err(|_| JournalError::Closed)?
    }

    /// Waits until everything asked for before is on the disk.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn flush(&self) -> Result<(), JournalError> {
        self.run(Vec::new()).await.map(|_| ())
    }

    /// The events of a case, in order; none if there is no such case.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn stream(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
    ) -> Result<Vec<Entry>, JournalError> {
        self.stream_after(authority, case, 0).await
    }

    /// The events of a case after this version, in order: what somebody who knows it up to there has not seen.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn stream_after(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
        version: u32,
    ) -> Result<Vec<Entry>, JournalError> {
        let call = rows::entries_of(authority, case, version);
        self.reader()
            .await?
            .all(&call, |row| rows::entry(authority, row))
            .await
    }

    /// The events of several cases, each in order, asked for at once; a case that is not there has none.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn streams(
        &self,
        authority: &AuthorityCode,
        cases: &[CaseId],
    ) -> Result<Vec<Vec<Entry>>, JournalError> {
        let calls: Vec<Call> = cases
            .iter()
            .map(|case| rows::entries_of(authority, *case, 0))
            .collect();
        self.reader()
            .await?
            .ask(&calls, |row| rows::entry(authority, row))
            .await
    }

    /// The events of an authority after this position, at most so many.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn since(
        &self,
        authority: &AuthorityCode,
        position: u64,
        limit: usize,
    ) -> Result<Vec<Entry>, JournalError> {
        let sql = format!(
            "SELECT {} FROM event WHERE authority = $1 AND position > $2 ORDER BY position LIMIT $3",
            rows::ENTRY
        );
        let call = Call {
            sql: sql.into(),
            values: vec![text(authority), number(position), number(limit as u64)],
        };
        self.reader()
            .await?
            .all(&call, |row| rows::entry(authority, row))
            .await
    }

    /// The case with this reference, and its version.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn find(
        &self,
        authority: &AuthorityCode,
        reference: Reference,
    ) -> Result<Option<(CaseId, u32)>, JournalError> {
        let sql = "SELECT case_id, version FROM stream WHERE authority = $1 AND number = $2";
        let call = call(sql, vec![text(authority), number(reference.0)]);
        self.reader()
            .await?
            .first(&call, |row| {
                Ok((row.parsed(0, "stream")?, row.count(1, "stream")?))
            })
            .await
    }

    /// The case that a form already sent went to, so that sending it again has one effect.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn submission(
        &self,
        authority: &AuthorityCode,
        submission: uuid::Uuid,
    ) -> Result<Option<(CaseId, Reference)>, JournalError> {
        let sql = "SELECT case_id, number FROM submission WHERE authority = $1 AND submission = $2";
        let call = call(sql, vec![text(authority), text(&submission)]);
        let read = |row: &crate::sql::Row<'_>| {
            Ok((
                row.parsed(0, "submission")?,
                Reference(row.count(1, "submission")?),
            ))
        };
        self.reader().await?.first(&call, read).await
    }

    /// The end of an authority's journal: published, it proves later what was recorded by then.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn head(&self, authority: &AuthorityCode) -> Result<Head, JournalError> {
        let call = call(
            "SELECT position, hash FROM head WHERE authority = $1",
            vec![text(authority)],
        );
        let read = |row: &crate::sql::Row<'_>| {
            Ok(Head {
                position: row.count(0, "head")?,
                hash: row.hash(1, "head")?,
            })
        };
        let head = self.reader().await?.first(&call, read).await?;
        Ok(head.unwrap_or(Head {
            position: 0,
            hash: crate::chain::BEGINNING,
        }))
    }

    /// Notes that somebody read a case. Does not wait for the disk; [`Journal::flush`] does.
    ///
    /// # Errors
    ///
    /// If the journal is closed.
    pub async fn note_read(&self, note: ReadNote) -> Result<(), JournalError> {
        let mut random = [0; 10];
        getrandom::fill(&mut random).map_err(|_| JournalError::NoRandomness)?;
        // In the order of time, so that notes lie together in the file and a commit writes few pages.
        let at = u64::try_from(note.at.as_millisecond()).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(at, &random).into_uuid();
        let insert = call(
            "INSERT INTO read_note (authority, id, account, case_id, read_at) VALUES ($1, $2, $3, $4, $5)",
            vec![
                text(&note.authority),
                text(&id),
                text(&note.account),
                text(&note.case),
                instant(note.at),
            ],
        );
        self.inner
            .queue
            .send(Work::Run(vec![insert], None))
            .await
            .map_err(|_| JournalError::Closed)
    }

    /// Who read a case, in order.
    ///
    /// # Errors
    ///
    /// If the record fails.
    pub async fn reads_of(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
    ) -> Result<Vec<ReadNote>, JournalError> {
        let sql = "SELECT account, read_at FROM read_note WHERE authority = $1 AND case_id = $2 ORDER BY read_at, id";
        let read = |row: &crate::sql::Row<'_>| {
            Ok(ReadNote {
                authority: authority.clone(),
                account: row.parsed(0, "read_note")?,
                case,
                at: row.instant(1, "read_note")?,
            })
        };
        self.reader()
            .await?
            .all(&call(sql, vec![text(authority), text(&case)]), read)
            .await
    }

    pub(crate) async fn reader(&self) -> Result<Connection, JournalError> {
        self.inner.database.reader().await
    }

    pub(crate) fn keys(&self) -> &DerivedKeys {
        &self.inner.keys
    }

    /// Runs statements through the writer and says how many rows each touched.
    pub(crate) async fn run(&self, calls: Vec<Call>) -> Result<Vec<u64>, JournalError> {
        let (answer, answered) = oneshot::channel();
        self.inner
            .queue
            .send(Work::Run(calls, Some(answer)))
            .await
            .map_err(|_| JournalError::Closed)?;
        answered.await.map_err(|_| JournalError::Closed)?
    }

    /// A transaction in which nobody else appends to this authority, on this node or another.
    pub(crate) async fn alone(
        &self,
        authority: &AuthorityCode,
    ) -> Result<(tokio::sync::OwnedMutexGuard<()>, Connection), JournalError> {
        let gate = Arc::clone(&self.inner.gate).lock_owned().await;
        let mut connection = self.inner.database.writer().await?;
        connection.begin(Begin::Write).await?;
        hold_head(&self.inner.database, &mut connection, authority).await?;
        Ok((gate, connection))
    }

    pub(crate) async fn clear_traces(&self) -> Result<(), JournalError> {
        self.inner.database.clear_traces().await
    }

    /// Seals the items of an append; the keys of cases met before are at hand.
    async fn seal(
        &self,
        mut append: Append,
        known: &mut BTreeMap<(AuthorityCode, CaseId), CaseKey>,
    ) -> Result<Unit, AppendError> {
        if append.entries.is_empty() {
            return Err(JournalError::NothingToAppend.into());
        }
        let new_items = std::mem::take(&mut append.items);
        let mut unit = Unit {
            append,
            items: Vec::new(),
            tokens: Vec::new(),
            wrapped_key: None,
        };
        let Append {
            authority,
            case,
            expected,
            ..
        } = &unit.append;
        let key = match known.entry((authority.clone(), *case)) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) if *expected == 0 => {
                let key = CaseKey::mint()?;
                unit.wrapped_key = Some(key.wrap(self.keys(), authority, *case)?);
                slot.insert(key)
            }
            Slot::Vacant(_) if new_items.is_empty() => return Ok(unit),
            Slot::Vacant(slot) => slot.insert(self.case_key(authority, *case).await?),
        };
        for item in &new_items {
            let (sealed, wrapped) = match item.store {
                Store::Vault => (key.seal_item(authority, *case, item)?, None),
                Store::Monitoring => {
                    let apart = Apart::seal(self.keys(), authority, *case, item)?;
                    (apart.sealed, Some(apart.wrapped))
                }
            };
            unit.items.push(SealedItem {
                item: item.item,
                kind: item.kind.clone(),
                sealed,
                wrapped,
            });
        }
        let said = new_items
            .iter()
            .flat_map(|item| &item.words)
            .map(ExposeSecret::expose_secret);
        unit.tokens = words::tokens(&self.keys().search, authority, said)
            .into_iter()
            .collect();
        Ok(unit)
    }

    /// The key of a case that must exist.
    async fn case_key(
        &self,
        authority: &AuthorityCode,
        case: CaseId,
    ) -> Result<CaseKey, AppendError> {
        let sql = "SELECT s.version, s.disposed, k.wrapped FROM stream s LEFT JOIN case_key k \
             ON k.authority = s.authority AND k.case_id = s.case_id WHERE s.authority = $1 AND s.case_id = $2";
        let read = |row: &crate::sql::Row<'_>| {
            let wrapped = row.maybe_bytes(2)?.map(<[u8]>::to_vec);
            Ok((row.count::<u32>(0, "stream")?, row.number(1)? != 0, wrapped))
        };
        let found = self
            .reader()
            .await?
            .first(&call(sql, vec![text(authority), text(&case)]), read)
            .await?;
        match found {
            None => Err(AppendError::Conflict { actual: 0 }),
            Some((_, true, _)) => Err(AppendError::Disposed),
            Some((_, false, None)) => Err(JournalError::DoesNotOpen {
                table: "case_key",
                place: case.to_string(),
            }
            .into()),
            Some((_, false, Some(wrapped))) => {
                Ok(CaseKey::unwrap(self.keys(), authority, case, &wrapped)?)
            }
        }
    }
}

/// Refuses a database that belongs to another key: better now than at the first name.
async fn recognise(database: &Database, keys: &DerivedKeys) -> Result<(), JournalError> {
    let mut connection = database.writer().await?;
    connection.begin(Begin::Write).await?;
    let insert =
        "INSERT INTO meta (name, value) VALUES ('deployment key', $1) ON CONFLICT DO NOTHING";
    connection
        .run(&[call(insert, vec![Value::Bytes(keys.check.to_vec())])])
        .await?;
    let stored = call(
        "SELECT value FROM meta WHERE name = 'deployment key'",
        Vec::new(),
    );
    let stored = connection.first(&stored, |row| row.hash(0, "meta")).await?;
    connection.commit().await?;
    if stored == Some(keys.check) {
        Ok(())
    } else {
        Err(JournalError::AnotherDeploymentKey)
    }
}
