//! Which procedures there are, who may use them, where other matters go, and what may be found.

mod finding;
mod independence;
pub mod interview;
mod legal_ground;
mod route;

pub use finding::{Finding, Outcome, case_outcome};
pub use independence::{BARS, Barred, Role, Strength, barred_together, bars_of, first_bar};
pub use legal_ground::{LegalGround, Standing};
pub use route::{Handling, Route};

use std::fmt;

use serde::{Deserialize, Serialize};

/// How a complaint is handled.
///
/// Source: SI 2006/1738; LGSCO Complaint Handling Code (2024), which leaves statutory complaints out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// The statutory procedure in three stages.
    ChildrenAct,
    /// The council’s own procedure in two stages.
    Corporate,
}

impl Procedure {
    /// Both.
    pub const ALL: &[Self] = &[Self::ChildrenAct, Self::Corporate];

    /// The code that registers and files use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ChildrenAct => "children_act",
            Self::Corporate => "corporate",
        }
    }

    /// How many stages it has before the Ombudsman.
    pub const fn stages(self) -> u8 {
        match self {
            Self::ChildrenAct => 3,
            Self::Corporate => 2,
        }
    }
}

impl fmt::Display for Procedure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(match self {
            Self::ChildrenAct => "Children Act statutory procedure",
            Self::Corporate => "corporate complaints procedure",
        })
    }
}
