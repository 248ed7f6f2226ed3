//! `SQLite`: a file in WAL mode, or one connection in memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{OpenFlags, params_from_iter};
use tokio::runtime::{Handle, RuntimeFlavor};
use tokio::sync::OwnedMutexGuard;

use super::Begin;
use crate::error::JournalError;
use crate::sql::{Call, Row};

/// So many idle connections are kept.
const IDLE: usize = 8;

/// So many prepared statements are kept by each connection.
const STATEMENTS: usize = 128;

pub(crate) struct Sqlite {
    store: Store,
}

enum Store {
    /// The database is the connection: everybody takes turns.
    Memory(Arc<tokio::sync::Mutex<rusqlite::Connection>>),
    File {
        path: PathBuf,
        readers: Idle,
        writers: Idle,
    },
}

type Idle = Mutex<Vec<rusqlite::Connection>>;

/// A connection on loan.
pub(crate) struct Lease {
    held: Held,
    in_transaction: bool,
}

enum Held {
    Memory(OwnedMutexGuard<rusqlite::Connection>),
    /// None only while it is being given back.
    File(Option<rusqlite::Connection>, Access, Arc<Sqlite>),
}

impl Sqlite {
    pub(crate) fn in_memory() -> Result<Self, JournalError> {
        let connection = rusqlite::Connection::open_in_memory()?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // A statement keeps its plan whatever is bound to it; else SQLite prepares it anew at every use.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(Self {
            store: Store::Memory(Arc::new(tokio::sync::Mutex::new(connection))),
        })
    }

    pub(crate) fn at(path: &Path) -> Result<Self, JournalError> {
        let first = connect(path, Access::Write)?;
        let store = Store::File {
            path: path.to_owned(),
            readers: Idle::default(),
            writers: Mutex::new(vec![first]),
        };
        Ok(Self { store })
    }

    pub(crate) async fn lease(self: &Arc<Self>, access: Access) -> Result<Lease, JournalError> {
        let held = match &self.store {
            Store::Memory(connection) => Held::Memory(Arc::clone(connection).lock_owned().await),
            Store::File { path, .. } => {
                let ready = self.idle(access).and_then(|mut idle| idle.pop());
                let connection = match ready {
                    Some(connection) => connection,
                    None => here(|| connect(path, access))?,
                };
                Held::File(Some(connection), access, Arc::clone(self))
            }
        };
        Ok(Lease {
            held,
            in_transaction: false,
        })
    }

    /// Deleted pages are overwritten (`secure_delete`); this empties the log that still has them.
    pub(crate) async fn clear_traces(self: &Arc<Self>) -> Result<(), JournalError> {
        let lease = self.lease(Access::Write).await?;
        here(|| {
            lease
                .connection()
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        })?;
        Ok(())
    }

    fn idle(&self, access: Access) -> Option<MutexGuard<'_, Vec<rusqlite::Connection>>> {
        match (&self.store, access) {
            (Store::Memory(_), _) => None,
            (Store::File { readers: idle, .. }, Access::Read)
            | (Store::File { writers: idle, .. }, Access::Write) => {
                Some(idle.lock().unwrap_or_else(PoisonError::into_inner))
            }
        }
    }
}

/// What a connection is for.
#[derive(Clone, Copy)]
pub(crate) enum Access {
    Read,
    Write,
}

fn connect(path: &Path, access: Access) -> Result<rusqlite::Connection, JournalError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = rusqlite::Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // A statement keeps its plan whatever is bound to it; else SQLite prepares it anew at every use.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    match access {
        // An acknowledged write must survive a power cut, hence FULL.
        Access::Write => connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
             PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;",
        )?,
        Access::Read => connection.execute_batch(
            "PRAGMA query_only = ON; PRAGMA cache_size = -32768;
             PRAGMA temp_store = MEMORY;",
        )?,
    }
    Ok(connection)
}

impl Lease {
    pub(crate) fn begin(&mut self, begin: Begin) -> Result<(), JournalError> {
        let sql = match begin {
            Begin::Write => "BEGIN IMMEDIATE",
            Begin::Snapshot => "BEGIN",
        };
        here(|| self.connection().execute_batch(sql))?;
        self.in_transaction = true;
        Ok(())
    }

    pub(crate) fn commit(&mut self) -> Result<(), JournalError> {
        here(|| self.connection().execute_batch("COMMIT"))?;
        self.in_transaction = false;
        Ok(())
    }

    pub(crate) fn run(&mut self, calls: &[Call]) -> Result<Vec<u64>, JournalError> {
        let connection = self.connection();
        here(|| {
            calls
                .iter()
                .map(|call| {
                    let touched = connection
                        .prepare_cached(&call.sql)?
                        .execute(params_from_iter(&call.values))?;
                    Ok(touched as u64)
                })
                .collect()
        })
    }

    pub(crate) fn script(&mut self, sql: &str) -> Result<(), JournalError> {
        Ok(here(|| self.connection().execute_batch(sql))?)
    }

    pub(crate) fn each<F>(&mut self, call: &Call, take: F) -> Result<(), JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<(), JournalError>,
    {
        let connection = self.connection();
        here(|| read(connection, call, take))
    }

    /// As [`Lease::each`], for an answer of a page or less: it is read where we stand, because telling
    /// the runtime of it costs more than the reading.
    pub(crate) fn few<F>(&mut self, call: &Call, take: F) -> Result<(), JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<(), JournalError>,
    {
        read(self.connection(), call, take)
    }

    pub(crate) fn ask<T, F>(
        &mut self,
        calls: &[Call],
        mut take: F,
    ) -> Result<Vec<Vec<T>>, JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<T, JournalError>,
    {
        let mut answers = Vec::with_capacity(calls.len());
        for call in calls {
            let mut answer = Vec::new();
            self.each(call, |row| {
                answer.push(take(row)?);
                Ok(())
            })?;
            answers.push(answer);
        }
        Ok(answers)
    }

    fn connection(&self) -> &rusqlite::Connection {
        match &self.held {
            Held::Memory(connection) => connection,
            Held::File(connection, ..) => {
                connection.as_ref().expect("given back only when dropped")
            }
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let clean = !self.in_transaction || self.connection().execute_batch("ROLLBACK").is_ok();
        if let Held::File(connection, access, sqlite) = &mut self.held
            && let Some(connection) = connection.take()
            && let Some(mut idle) = sqlite.idle(*access)
            && clean
            && idle.len() < IDLE
        {
            idle.push(connection);
        }
    }
}

fn read<F>(connection: &rusqlite::Connection, call: &Call, mut take: F) -> Result<(), JournalError>
where
    F: FnMut(&Row<'_>) -> Result<(), JournalError>,
{
    let mut statement = connection.prepare_cached(&call.sql)?;
    let mut rows = statement.query(params_from_iter(&call.values))?;
    while let Some(row) = rows.next()? {
        take(&Row::Sqlite(row))?;
    }
    Ok(())
}

/// Does blocking work where we stand: a read takes microseconds, less than handing it to another
/// thread, and on a runtime of many threads the others are told to take over meanwhile.
fn here<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current().map(|handle| handle.runtime_flavor()) {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(work),
        Ok(_) | Err(_) => work(),
    }
}
