//! What can go wrong with the record. No message carries anything personal.

use std::path::PathBuf;

use casework::ids::{CaseId, Reference};

/// A failure of the record: an outage, a bug, or a database that is not ours.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The database said no.
    #[error("the database failed: {message}")]
    Database {
        /// What it said, without values.
        message: String,
        /// True if the same work may succeed when tried again.
        passing: bool,
    },
    /// The database was made with another deployment key.
    #[error(
        "this database was made with another deployment key; start with the key that belongs to it"
    )]
    AnotherDeploymentKey,
    /// The database is newer than this program.
    #[error(
        "the database has schema {found}, this program knows up to {known}: run a newer version"
    )]
    NewerSchema {
        /// The newest migration in the database.
        found: i64,
        /// The newest migration this program has.
        known: i64,
    },
    /// A migration that was applied differs from the one this program carries.
    #[error("migration {number} in the database is not the one this program carries")]
    MigrationChanged {
        /// Which one.
        number: i64,
    },
    /// A key file others may read.
    #[error("the key file {} may be read by others; make it readable by its owner alone (chmod 600)", .0.display())]
    KeyFileOpenToOthers(PathBuf),
    /// A key file that is not one.
    #[error("the key file {} does not hold 64 hexadecimal digits", .0.display())]
    NotAKeyFile(PathBuf),
    /// A key file that cannot be read or written.
    #[error("the key file {}: {error}", path.display())]
    KeyFile {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
    /// A sealed thing does not open: altered, moved, or sealed with another key.
    #[error("{table} {place} does not open: it was altered, moved or sealed with another key")]
    DoesNotOpen {
        /// The table it lies in.
        table: &'static str,
        /// Its row.
        place: String,
    },
    /// A stored row that cannot be read as what it should be.
    #[error("{table}: a stored value cannot be read: {what}")]
    Unreadable {
        /// The table it lies in.
        table: &'static str,
        /// Which value.
        what: String,
    },
    /// The fold given to rebuild or verify refused a case.
    #[error("case {case} cannot be folded: {what}")]
    Fold {
        /// The case.
        case: CaseId,
        /// What the fold said.
        what: String,
    },
    /// An append without an event.
    #[error("an append needs at least one event")]
    NothingToAppend,
    /// The journal has been closed.
    #[error("the journal is closed")]
    Closed,
}

impl JournalError {
    /// True if the same work may succeed when tried again.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Database { passing: true, .. })
    }

    pub(crate) fn unreadable(table: &'static str, what: impl Into<String>) -> Self {
        Self::Unreadable {
            table,
            what: what.into(),
        }
    }
}

/// Why an append was not made. The first three are neither failures nor refusals: somebody else was first.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The case has moved on since it was read: load it again and decide again.
    #[error("the case has moved on to version {actual}")]
    Conflict {
        /// The version it has now, 0 if there is no such case.
        actual: u32,
    },
    /// The same submission has been recorded before: show what it made.
    #[error("this was already recorded as {reference}")]
    AlreadySubmitted {
        /// The case it went to.
        case: CaseId,
        /// The case's reference.
        reference: Reference,
    },
    /// Sealed items cannot be added: the personal data of the case have been disposed of.
    #[error("the personal data of the case have been disposed of")]
    Disposed,
    /// The record failed.
    #[error(transparent)]
    Failure(#[from] JournalError),
}

/// Why an account was not made.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The sign-in name is in use at this authority.
    #[error("the sign-in name is already in use")]
    NameTaken,
    /// The record failed.
    #[error(transparent)]
    Failure(#[from] JournalError),
}
