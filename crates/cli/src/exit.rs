//! How the program ends: the exit codes, and the messages that go with them.
//!
//! `docs/cli.md` has the same table for readers; a test holds the two together.

use std::fmt;
use std::io;

use app::failure::Failure;
use journal::{AccountError, JournalError};

/// Why a command ends before it has done all it was asked.
#[derive(Debug)]
pub(crate) enum Stop {
    /// A check failed or some of the lines read were bad; the findings have been shown.
    Found(String),
    /// The command cannot be understood, or names something that is not there.
    Usage(String),
    /// The rules, or what is there already, say no.
    Refused(String),
    /// A file, the data or the network cannot be used, or the program failed.
    Failed(String),
    /// Whoever read the output went away, as `head` does. Nothing to say.
    PipeClosed,
}

impl Stop {
    /// The exit code.
    pub(crate) const fn code(&self) -> u8 {
        match self {
            Self::PipeClosed => 0,
            Self::Found(_) => 1,
            Self::Usage(_) => 2,
            Self::Refused(_) => 3,
            Self::Failed(_) => 4,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found(message)
            | Self::Usage(message)
            | Self::Refused(message)
            | Self::Failed(message) => out.write_str(message),
            Self::PipeClosed => Ok(()),
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::PipeClosed
        } else {
            Self::Failed(format!("the output cannot be written: {error}"))
        }
    }
}

impl From<JournalError> for Stop {
    fn from(error: JournalError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<AccountError> for Stop {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::NameTaken => Self::Refused(error.to_string()),
            AccountError::Failure(error) => error.into(),
        }
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::UnknownAuthority { .. } => Self::Usage(failure.to_string()),
            Failure::Settings(_) | Failure::Disposed => Self::Refused(failure.to_string()),
            Failure::Journal(_)
            | Failure::UnreadableCase { .. }
            | Failure::HeadlessCase(_)
            | Failure::UnreadableLine(_)
            | Failure::UnreadablePassage(_)
            | Failure::TooBusy(_)
            | Failure::Passwords(_)
            | Failure::Publish(_) => Self::Failed(failure.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_names_every_exit_code() {
        let documented = include_str!("../../../docs/cli.md");
        let stops = [
            Stop::PipeClosed,
            Stop::Found(String::new()),
            Stop::Usage(String::new()),
            Stop::Refused(String::new()),
            Stop::Failed(String::new()),
        ];
        for (code, stop) in (0..).zip(&stops) {
            assert_eq!(stop.code(), code);
            assert!(
                documented.contains(&format!("| {code} |")),
                "docs/cli.md lacks exit code {code}"
            );
        }
    }

    #[test]
    fn a_closed_pipe_is_no_failure() {
        let closed = io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(Stop::from(closed).code(), 0);
        assert_eq!(
            Stop::from(io::Error::from(io::ErrorKind::StorageFull)).code(),
            4
        );
    }
}
