//! Statements, values and rows as both engines understand them.
//!
//! SQL is written once, in the dialect the engines share. Parameters are `$1`, `$2`, … and appear
//! for the first time in the order of their numbers, because `SQLite` binds them in that order.

use std::borrow::Cow;

use bytes::BytesMut;
use jiff::Timestamp;
use jiff::civil::Date;
use tokio_postgres::types::{IsNull, ToSql, Type};

use crate::error::JournalError;

/// A value on its way into the database.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value {
    Null,
    Number(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// One statement with its values.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub sql: Cow<'static, str>,
    pub values: Vec<Value>,
}

/// A row as the engine gives it, read in place.
pub(crate) enum Row<'row> {
    Sqlite(&'row rusqlite::Row<'row>),
    Postgres(&'row tokio_postgres::Row),
}

/// A call of a statement written in the program.
pub(crate) fn call(sql: &'static str, values: Vec<Value>) -> Call {
    Call {
        sql: Cow::Borrowed(sql),
        values,
    }
}

impl Row<'_> {
    pub(crate) fn text(&self, column: usize) -> Result<&str, JournalError> {
        self.maybe_text(column)?.ok_or_else(|| missing(column))
    }

    pub(crate) fn maybe_text(&self, column: usize) -> Result<Option<&str>, JournalError> {
        match self {
            Self::Sqlite(row) => Ok(row
                .get_ref(column)?
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub(crate) fn number(&self, column: usize) -> Result<i64, JournalError> {
        self.maybe_number(column)?.ok_or_else(|| missing(column))
    }

    pub(crate) fn maybe_number(&self, column: usize) -> Result<Option<i64>, JournalError> {
        match self {
            Self::Sqlite(row) => Ok(row
                .get_ref(column)?
                .as_i64_or_null()
                .map_err(rusqlite::Error::from)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    pub(crate) fn bytes(&self, column: usize) -> Result<&[u8], JournalError> {
        self.maybe_bytes(column)?.ok_or_else(|| missing(column))
    }

    pub(crate) fn maybe_bytes(&self, column: usize) -> Result<Option<&[u8]>, JournalError> {
        match self {
            Self::Sqlite(row) => Ok(row
                .get_ref(column)?
                .as_blob_or_null()
                .map_err(rusqlite::Error::from)?),
            Self::Postgres(row) => Ok(row.try_get(column)?),
        }
    }

    /// A value of any type that is written as text: ids, codes, days.
    pub(crate) fn parsed<T: std::str::FromStr>(
        &self,
        column: usize,
        table: &'static str,
    ) -> Result<T, JournalError> {
        parse(self.text(column)?, table)
    }

    pub(crate) fn maybe_parsed<T: std::str::FromStr>(
        &self,
        column: usize,
        table: &'static str,
    ) -> Result<Option<T>, JournalError> {
        self.maybe_text(column)?
            .map(|text| parse(text, table))
            .transpose()
    }

    /// A number that is never negative.
    pub(crate) fn count<T: TryFrom<i64>>(
        &self,
        column: usize,
        table: &'static str,
    ) -> Result<T, JournalError> {
        let number = self.number(column)?;
        T::try_from(number).map_err(|_| JournalError::unreadable(table, number.to_string()))
    }

    pub(crate) fn instant(
        &self,
        column: usize,
        table: &'static str,
    ) -> Result<Timestamp, JournalError> {
        let micros = self.number(column)?;
        Timestamp::from_microsecond(micros)
            .map_err(|_| JournalError::unreadable(table, micros.to_string()))
    }

    pub(crate) fn hash(
        &self,
        column: usize,
        table: &'static str,
    ) -> Result<[u8; 32], JournalError> {
        self.bytes(column)?
            .try_into()
            .map_err(|_| JournalError::unreadable(table, "a hash has 32 bytes"))
    }
}

fn parse<T: std::str::FromStr>(text: &str, table: &'static str) -> Result<T, JournalError> {
    text.parse()
        .map_err(|_| JournalError::unreadable(table, text))
}

fn missing(column: usize) -> JournalError {
    JournalError::unreadable("a row", format!("column {column} is empty"))
}

/// Anything written as text.
pub(crate) fn text(value: &impl ToString) -> Value {
    Value::Text(value.to_string())
}

/// Anything written as text, if there.
pub(crate) fn maybe_text(value: Option<&impl ToString>) -> Value {
    value.map_or(Value::Null, text)
}

/// A number from 0.
pub(crate) fn number(value: impl Into<u64>) -> Value {
    Value::Number(i64::try_from(value.into()).unwrap_or(i64::MAX))
}

/// A day.
pub(crate) fn day(value: Date) -> Value {
    Value::Text(value.to_string())
}

/// An instant, to the microsecond.
pub(crate) fn instant(value: Timestamp) -> Value {
    Value::Number(value.as_microsecond())
}

/// A flag.
pub(crate) fn flag(value: bool) -> Value {
    Value::Number(i64::from(value))
}

/// Bytes.
pub(crate) fn bytes(value: &[u8]) -> Value {
    Value::Bytes(value.to_vec())
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Number(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Number(number) => number.to_sql_checked(kind, out),
            Self::Text(text) => text.to_sql_checked(kind, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        let passing = matches!(
            error.sqlite_error_code(),
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
        );
        Self::Database {
            message: error.to_string(),
            passing,
        }
    }
}

impl From<tokio_postgres::Error> for JournalError {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let passing = matches!(
            error.code(),
            Some(code) if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED
        );
        // The detail of a database's error may repeat values of the row; the message does not.
        let message = match error.as_db_error() {
            Some(said) => format!("{} ({})", said.message(), said.code().code()),
            None => error.to_string(),
        };
        Self::Database { message, passing }
    }
}

impl From<deadpool_postgres::PoolError> for JournalError {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        Self::Database {
            message: format!("no connection: {error}"),
            passing: false,
        }
    }
}
