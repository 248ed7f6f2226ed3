//! What keeps somebody from being independent, as each member of a panel declares it.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// For how many years a former member or officer does not sit.
///
/// Source: council policy; a convention where it says nothing.
pub const COOLING_OFF_YEARS: u8 = 3;

/// A tie to the authority, the case or the complainant.
///
/// Source: SI 2006/1738 regs 2 and 19(2) for those that bar; guidance and council policy for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// A member or officer of the authority.
    MemberOrOfficer,
    /// The spouse or civil partner of one.
    MarriedToOne,
    /// A former member or officer, less than [`COOLING_OFF_YEARS`] ago.
    LeftLately,
    /// Sat on an earlier panel for the same complainant.
    SatBefore,
    /// Any other conflict of interest.
    Conflict,
}

impl Tie {
    /// Every tie, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::MemberOrOfficer,
        Self::MarriedToOne,
        Self::LeftLately,
        Self::SatBefore,
        Self::Conflict,
    ];

    /// Whether the Regulations forbid it, so that no reason helps.
    pub const fn bars(self) -> bool {
        match self {
            Self::MemberOrOfficer | Self::MarriedToOne => true,
            Self::LeftLately | Self::SatBefore | Self::Conflict => false,
        }
    }

    /// The words a page shows after "they are" or "they have".
    pub const fn label(self) -> &'static str {
        match self {
            Self::MemberOrOfficer => "a member or officer of the authority",
            Self::MarriedToOne => {
                "the spouse or civil partner of a member or officer of the authority"
            }
            Self::LeftLately => "lately a member or officer of the authority",
            Self::SatBefore => "somebody who sat on an earlier panel for the same complainant",
            Self::Conflict => "in another conflict of interest",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MemberOrOfficer => "member_or_officer",
            Self::MarriedToOne => "married_to_one",
            Self::LeftLately => "left_lately",
            Self::SatBefore => "sat_before",
            Self::Conflict => "conflict",
        }
    }
}

/// Checks what the chair and the two members declared. A tie that only guidance advises against is
/// taken with a reason.
pub(super) fn independent(declared: &[Vec<Tie>; 3], despite: bool) -> Result<(), Refusal> {
    let seats = ["the chair", "the first member", "the second member"];
    for (seat, ties) in seats.into_iter().zip(declared) {
        let in_the_way = |tie: &&Tie| tie.bars() || !despite;
        if let Some(tie) = ties.iter().find(in_the_way) {
            return Err(Refusal::NotIndependent { seat, tie: *tie });
        }
    }
    Ok(())
}
