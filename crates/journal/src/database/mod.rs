//! The two engines behind one door.
//!
//! A connection is used through `&mut` and one statement at a time; what is sent together is given
//! together, so that PostgreSQL gets it down the wire at once.

mod migrate;
mod postgres;
mod sqlite;

use std::sync::Arc;

use crate::error::JournalError;
use crate::location::Location;
use crate::sql::{Call, Row};

/// An engine with its connections.
#[derive(Clone)]
pub(crate) enum Database {
    Sqlite(Arc<sqlite::Sqlite>),
    Postgres(postgres::Postgres),
}

/// A connection, given back when dropped; a transaction that was not committed is undone.
pub(crate) enum Connection {
    Sqlite(sqlite::Lease),
    Postgres(postgres::Lease),
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Begin {
    /// Changing the record.
    Write,
    /// Reading one unmoving state of it.
    Snapshot,
}

impl Database {
    /// Connects and brings the schema up to date.
    pub(crate) async fn open(location: &Location) -> Result<Self, JournalError> {
        let database = match location {
            Location::Memory => Self::Sqlite(Arc::new(sqlite::Sqlite::in_memory()?)),
            Location::Sqlite(path) => Self::Sqlite(Arc::new(sqlite::Sqlite::at(path)?)),
            Location::Postgres(url) => Self::Postgres(postgres::Postgres::at(url)?),
        };
        migrate::migrate(&database).await?;
        Ok(database)
    }

    /// A connection to read with.
    pub(crate) async fn reader(&self) -> Result<Connection, JournalError> {
        match self {
            Self::Sqlite(sqlite) => Ok(Connection::Sqlite(
                sqlite.lease(sqlite::Access::Read).await?,
            )),
            Self::Postgres(postgres) => Ok(Connection::Postgres(postgres.lease().await?)),
        }
    }

    /// A connection to write with.
    pub(crate) async fn writer(&self) -> Result<Connection, JournalError> {
        match self {
            Self::Sqlite(sqlite) => Ok(Connection::Sqlite(
                sqlite.lease(sqlite::Access::Write).await?,
            )),
            Self::Postgres(postgres) => Ok(Connection::Postgres(postgres.lease().await?)),
        }
    }

    /// After personal data have been deleted: leaves no copy behind that the engine lets us clear.
    pub(crate) async fn clear_traces(&self) -> Result<(), JournalError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.clear_traces().await,
            Self::Postgres(postgres) => postgres.clear_traces().await,
        }
    }

    /// What a row must be asked for with, so that no other node changes it meanwhile.
    pub(crate) fn for_update(&self, sql: &'static str) -> String {
        match self {
            // One transaction at a time may write there.
            Self::Sqlite(_) => sql.to_owned(),
            Self::Postgres(_) => format!("{sql} FOR UPDATE"),
        }
    }
}

impl Connection {
    /// Begins a transaction.
    pub(crate) async fn begin(&mut self, begin: Begin) -> Result<(), JournalError> {
        match self {
            Self::Sqlite(lease) => lease.begin(begin),
            Self::Postgres(lease) => lease.begin(begin).await,
        }
    }

    /// Ends the transaction, on the disk.
    pub(crate) async fn commit(&mut self) -> Result<(), JournalError> {
        match self {
            Self::Sqlite(lease) => lease.commit(),
            Self::Postgres(lease) => lease.commit().await,
        }
    }

    /// Runs all statements in order and says how many rows each touched.
    pub(crate) async fn run(&mut self, calls: &[Call]) -> Result<Vec<u64>, JournalError> {
        match self {
            Self::Sqlite(lease) => lease.run(calls),
            Self::Postgres(lease) => lease.run(calls).await,
        }
    }

    /// Runs plain SQL without values, possibly several statements.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<(), JournalError> {
        match self {
            Self::Sqlite(lease) => lease.script(sql),
            Self::Postgres(lease) => lease.script(sql).await,
        }
    }

    /// Asks, and hands each row over as it comes.
    pub(crate) async fn each<F>(&mut self, call: &Call, take: F) -> Result<(), JournalError>
    where
        F: FnMut(&Row<'_>) -> Result<(), JournalError> + Send,
    {
        match self {
            Self::Sqlite(lease) => lease.each(call, take),
            Self::Postgres(lease) => lease.each(call, take).await,
        }
    }

    /// Asks many questions at once; what is taken from a row goes to the place of its question.
    pub(crate) async fn ask<T, F>(
        &mut self,
        calls: &[Call],
        take: F,
    ) -> Result<Vec<Vec<T>>, JournalError>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T, JournalError> + Send,
    {
        match self {
            Self::Sqlite(lease) => lease.ask(calls, take),
            Self::Postgres(lease) => lease.ask(calls, take).await,
        }
    }

    /// All rows of one question whose answer is a page or less; [`Connection::each`] is for more.
    pub(crate) async fn all<T, F>(
        &mut self,
        call: &Call,
        mut take: F,
    ) -> Result<Vec<T>, JournalError>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T, JournalError> + Send,
    {
        let mut found = Vec::new();
        let keep = |row: &Row<'_>| {
            found.push(take(row)?);
            Ok(())
        };
        match self {
            Self::Sqlite(lease) => lease.few(call, keep)?,
            Self::Postgres(lease) => lease.each(call, keep).await?,
        }
        Ok(found)
    }

    /// The first row of one question.
    pub(crate) async fn first<T, F>(
        &mut self,
        call: &Call,
        take: F,
    ) -> Result<Option<T>, JournalError>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T, JournalError> + Send,
    {
        Ok(self.all(call, take).await?.into_iter().next())
    }
}
