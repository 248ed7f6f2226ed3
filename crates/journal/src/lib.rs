//! The record: an append-only, hash-chained journal of events with its read tables, the vault of
//! personal data, accounts and sessions, on `SQLite`, on PostgreSQL and in memory.
//!
//! The journal knows no law and no complaint: it keeps what it is given, in order and unaltered,
//! and can prove it. What an event means is decided in `casework` and folded in `views`.

mod account;
mod batches;
mod chain;
mod database;
mod error;
mod gap_rows;
mod gaps;
mod items;
mod journal;
mod key;
mod location;
mod people;
mod plan;
mod query;
mod rebuild;
mod record;
mod register;
mod rows;
mod sealing;
mod search;
mod sound;
mod sql;
mod vault;
mod verify;
mod words;
mod writer;

pub use account::{Account, Authority, Session};
pub use error::{AccountError, AppendError, JournalError};
pub use gaps::{GapCount, GapQuery};
pub use journal::Journal;
pub use key::DeploymentKey;
pub use location::{Location, NotALocation};
pub use query::{
    ClockQuery, Cursor, NotACursor, PageFrom, RegisterPage, RegisterQuery, RegisterSort, Standing,
};
pub use record::{
    Append, Appended, ClockRow, Entry, Fault, GapRow, Head, Listed, NewEntry, NewItem, ReadNote,
    ReadRows, Rebuilt, RegisterRow, Store, Verification,
};
pub use sealing::{RandomSource, Sealing};
pub use words::found_by;
