//! What is set going at once beside a complaint, and never in its place.

use super::sources;
use crate::limits::Citation;
use crate::procedure::Route;

/// A referral that goes out at once while the complaint is judged by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Beside {
    /// To safeguarding: a child may be at risk.
    Safeguarding,
    /// To the police: an offence is alleged.
    Police,
}

impl Beside {
    /// Both.
    pub const ALL: &[Self] = &[Self::Safeguarding, Self::Police];

    /// The route it takes.
    pub const fn route(self) -> Route {
        match self {
            Self::Safeguarding => Route::Safeguarding,
            Self::Police => Route::Crime,
        }
    }

    /// What the officer does now.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Safeguarding => "Refer to safeguarding at once; the complaint goes on by itself",
            Self::Police => {
                "Tell the police; the complaint goes on unless somebody decides that it has to wait"
            }
        }
    }

    /// The paragraph of the letter.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Safeguarding => {
                "You told us something that made us concerned for a child’s safety. We passed it on at once to the team \
                 that protects children. That does not settle your complaint, which is dealt with as set out here."
            }
            Self::Police => {
                "You told us of something that may be an offence. We have told the police, or told you how to. Your \
                 complaint is not set aside because of that; if any part of it ever has to wait, we will write to you \
                 with the reasons."
            }
        }
    }

    /// The authority for it.
    pub const fn source(self) -> Citation {
        match self {
            Self::Safeguarding => sources::GUIDANCE,
            Self::Police => sources::REG_8,
        }
    }
}
