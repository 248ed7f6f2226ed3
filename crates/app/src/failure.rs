//! Failures: bugs and outages, with what was being done. Never a rule's "no", never personal data.

use casework::annual_report::PassageNumber;
use casework::event::UnreadableFact;
use casework::ids::CaseId;
use journal::{AccountError, AppendError, JournalError};

/// Something broke or is not there. Logged once where it is handled, shown as a plain page.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The record failed.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// A stored event cannot be read.
    #[error("case {case}: {problem}")]
    UnreadableCase {
        /// Which case.
        case: CaseId,
        /// What is wrong.
        problem: UnreadableFact,
    },
    /// A case whose stream does not begin as a case does.
    #[error("case {0} has no beginning")]
    HeadlessCase(CaseId),
    /// A register line that cannot be read; `heard rebuild` makes the register again.
    #[error("a register line cannot be read; run `heard rebuild`: {0}")]
    UnreadableLine(String),
    /// A passage stands in a report, and its words are not in the vault.
    #[error("the words of passage {0} of the annual report cannot be opened")]
    UnreadablePassage(PassageNumber),
    /// An authority that this installation does not serve.
    #[error("there is no authority \"{code}\" here; there are: {known}")]
    UnknownAuthority {
        /// What was asked for.
        code: String,
        /// The codes there are.
        known: String,
    },
    /// Settings that cannot be read.
    #[error("the settings cannot be used: {0}")]
    Settings(String),
    /// Somebody else kept changing the case at the same time.
    #[error("case {0} kept changing while this was recorded; try again")]
    TooBusy(CaseId),
    /// The personal data of the case have been disposed of.
    #[error("the personal data of this case have been disposed of, so nothing can be added to it")]
    Disposed,
    /// A password could not be hashed or compared.
    #[error("passwords cannot be checked: {0}")]
    Passwords(String),
    /// The report could not be put into a format.
    #[error("the report could not be written: {0}")]
    Publish(String),
}

impl From<AppendError> for Failure {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Failure(error) => Self::Journal(error),
            AppendError::Disposed => Self::Disposed,
            // The use cases that append handle these two themselves; reaching here, they name no case.
            AppendError::Conflict { .. } => Self::TooBusy(CaseId(uuid::Uuid::nil())),
            AppendError::AlreadySubmitted { case, .. } => Self::TooBusy(case),
        }
    }
}

impl From<AccountError> for Failure {
    fn from(error: AccountError) -> Self {
        match error {
            AccountError::Failure(error) => Self::Journal(error),
            AccountError::NameTaken => Self::Settings("that sign-in name is taken".to_owned()),
        }
    }
}
