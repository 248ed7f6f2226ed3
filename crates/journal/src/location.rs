//! Where the record lies: the one setting that picks the engine.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// The place of a journal.
///
/// As text: `memory:`, `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// In this process, gone when it ends: for tests and trials.
    Memory,
    /// A `SQLite` file.
    Sqlite(PathBuf),
    /// A PostgreSQL database, by its URL. `sslmode=require` asks for TLS; a unix socket is named by
    /// the parameter `host`.
    Postgres(String),
}

/// A text that is no location.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a journal lies at memory:, sqlite:PATH or postgres://USER@HOST/DATABASE")]
pub struct NotALocation;

impl FromStr for Location {
    type Err = NotALocation;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "memory:" {
            return Ok(Self::Memory);
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(PathBuf::from(path))),
            Some(_) | None => Err(NotALocation),
        }
    }
}

/// A URL may carry a password, so it is never shown.
impl fmt::Display for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory => out.write_str("memory:"),
            Self::Sqlite(path) => write!(out, "sqlite:{}", path.display()),
            Self::Postgres(_) => out.write_str("postgres://…"),
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_read_from_one_setting() {
        let rows = [
            ("memory:", Ok(Location::Memory)),
            (
                "sqlite:/srv/heard.db",
                Ok(Location::Sqlite("/srv/heard.db".into())),
            ),
            (
                "postgres://heard@db/heard",
                Ok(Location::Postgres("postgres://heard@db/heard".into())),
            ),
            (
                "postgresql:///heard?host=/run",
                Ok(Location::Postgres("postgresql:///heard?host=/run".into())),
            ),
            ("sqlite:", Err(NotALocation)),
            ("mysql://db", Err(NotALocation)),
            ("", Err(NotALocation)),
        ];
        for (text, expected) in rows {
            assert_eq!(text.parse::<Location>(), expected, "{text}");
        }
    }

    #[test]
    fn a_password_in_a_location_is_never_shown() {
        let location: Location = "postgres://heard:hunter2@db/heard".parse().unwrap();
        assert!(!format!("{location} {location:?}").contains("hunter2"));
    }
}
