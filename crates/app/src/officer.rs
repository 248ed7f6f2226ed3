//! Somebody who is signed in, and the roles there are.

use std::fmt;
use std::str::FromStr;

use casework::ids::{AccountId, AuthorityCode};

/// What somebody does with complaints. Roles are the law's and the council's, not the software's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Looks after accounts and settings, and sees no case.
    Administrator,
    /// The complaints manager whom the authority appoints under SI 2006/1738 reg 10.
    ComplaintsManager,
    /// Works with the complaints manager on every case.
    ComplaintsOfficer,
    /// Answers complaints assigned to them.
    TeamManager,
    /// Answers for the service, reads everything about complaints.
    Director,
    /// Works with counts and reports, and sees no case.
    Analyst,
}

/// A text that is no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no role \"{0}\"; there are: {list}", list = Role::codes())]
pub struct UnknownRole(String);

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Administrator,
        Self::ComplaintsManager,
        Self::ComplaintsOfficer,
        Self::TeamManager,
        Self::Director,
        Self::Analyst,
    ];

    /// Whether somebody in this role takes part in handling cases.
    pub const fn handles_cases(self) -> bool {
        match self {
            Self::TeamManager
            | Self::ComplaintsManager
            | Self::ComplaintsOfficer
            | Self::Director => true,
            Self::Administrator | Self::Analyst => false,
        }
    }

    /// Whether somebody in this role decides what needs a senior person.
    pub const fn is_senior(self) -> bool {
        match self {
            Self::ComplaintsManager | Self::Director => true,
            Self::TeamManager | Self::ComplaintsOfficer | Self::Administrator | Self::Analyst => {
                false
            }
        }
    }

    /// The code an account carries.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::ComplaintsManager => "complaints_manager",
            Self::ComplaintsOfficer => "complaints_officer",
            Self::TeamManager => "team_manager",
            Self::Director => "director",
            Self::Analyst => "analyst",
        }
    }

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Administrator => "Administrator",
            Self::ComplaintsManager => "Complaints manager",
            Self::ComplaintsOfficer => "Complaints officer",
            Self::TeamManager => "Team manager",
            Self::Director => "Director",
            Self::Analyst => "Analyst",
        }
    }

    fn codes() -> String {
        Self::ALL.map(Self::code).join(", ")
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|role| role.code() == text)
            .ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// Somebody who is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Officer {
    /// Their account.
    pub account: AccountId,
    /// The authority they work for; they see nothing of another.
    pub authority: AuthorityCode,
    /// Their name as colleagues see it.
    pub display_name: String,
    /// What they do.
    pub role: Role,
    /// Whether the password was given to them and must be changed first.
    pub must_change: bool,
}

impl fmt::Debug for Officer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "Officer({} {} {})",
            self.authority,
            self.account,
            self.role.code()
        )
    }
}
