//! Why a subject access request cannot be given longer.

use jiff::civil::Date;
use statute::dates::short_date;

/// What stands against extending the time for a subject access request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubjectAccessFault {
    /// It was extended once.
    #[error("the time for the request was already extended, to {}", short_date(*.0))]
    AlreadyExtended(Date),
    /// The new day is past the third month.
    #[error("{} is later than three months from the request, {}", short_date(*.asked), short_date(*.latest))]
    PastThreeMonths {
        /// The day asked for.
        asked: Date,
        /// The latest day.
        latest: Date,
    },
    /// The new day is not after the one it replaces.
    #[error("{} is not later than the first month’s last day, {}", short_date(*.asked), short_date(*.due))]
    NotLater {
        /// The day asked for.
        asked: Date,
        /// The last day as it stands.
        due: Date,
    },
}

impl SubjectAccessFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::AlreadyExtended(_) => "Send what is ready, and the rest as soon as you can.",
            Self::PastThreeMonths { .. } => "Choose an earlier day.",
            Self::NotLater { .. } => "Choose a later day, or leave the date as it is.",
        }
    }
}

/// Where the rule stands.
pub(super) const SOURCE: &str = "UK GDPR art 12(3)";
