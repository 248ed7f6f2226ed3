//! Which parts in a case nobody may play together.
//!
//! Only parts are compared here. Whether somebody is an officer or a member of the authority, or the spouse of one,
//! is a fact about the person and is asked where the person is appointed.

use serde::{Deserialize, Serialize};

use crate::limits::Citation;

/// A part somebody plays in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Co-ordinates the whole procedure.
    ComplaintsManager,
    /// Answers at Stage 1.
    RespondingManager,
    /// Investigates at Stage 2.
    InvestigatingOfficer,
    /// Takes part at Stage 2 from outside the authority.
    IndependentPerson,
    /// Decides at the end of Stage 2.
    AdjudicatingOfficer,
    /// Chairs the Review Panel.
    PanelChair,
    /// Sits on the Review Panel.
    PanelMember,
    /// Gives the final response.
    Director,
    /// Helps a child or young person to be heard.
    Advocate,
    /// Is complained about.
    ComplainedAbout,
}

/// How binding a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// The Regulations forbid it.
    Must,
    /// Guidance or good practice forbids it.
    Should,
}

/// Two parts nobody may play in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Barred {
    /// One part.
    pub role: Role,
    /// The other.
    pub and: Role,
    /// How binding.
    pub strength: Strength,
    /// The authority for it.
    pub source: Citation,
}

const REG_19: Citation = Citation::read("SI 2006/1738 reg 19(3)");
const REG_2: Citation = Citation::read("SI 2006/1738 reg 2");
const GUIDANCE: Citation = Citation::to_be_checked("Getting the Best from Complaints (2006)");

const fn must(role: Role, and: Role, source: Citation) -> Barred {
    Barred {
        role,
        and,
        strength: Strength::Must,
        source,
    }
}

const fn should(role: Role, and: Role) -> Barred {
    Barred {
        role,
        and,
        strength: Strength::Should,
        source: GUIDANCE,
    }
}

/// Every pair of parts that exclude each other.
pub const BARS: &[Barred] = &[
    must(Role::PanelChair, Role::IndependentPerson, REG_19),
    must(Role::PanelMember, Role::IndependentPerson, REG_19),
    must(Role::PanelChair, Role::ComplaintsManager, REG_2),
    must(Role::PanelMember, Role::ComplaintsManager, REG_2),
    must(Role::PanelChair, Role::RespondingManager, REG_2),
    must(Role::PanelMember, Role::RespondingManager, REG_2),
    must(Role::PanelChair, Role::AdjudicatingOfficer, REG_2),
    must(Role::PanelMember, Role::AdjudicatingOfficer, REG_2),
    must(Role::PanelChair, Role::Director, REG_2),
    must(Role::PanelMember, Role::Director, REG_2),
    must(Role::IndependentPerson, Role::ComplaintsManager, REG_2),
    must(Role::IndependentPerson, Role::RespondingManager, REG_2),
    must(Role::IndependentPerson, Role::AdjudicatingOfficer, REG_2),
    must(Role::IndependentPerson, Role::Director, REG_2),
    should(Role::PanelChair, Role::PanelMember),
    should(Role::PanelChair, Role::InvestigatingOfficer),
    should(Role::PanelMember, Role::InvestigatingOfficer),
    should(Role::IndependentPerson, Role::InvestigatingOfficer),
    should(Role::AdjudicatingOfficer, Role::InvestigatingOfficer),
    should(Role::ComplaintsManager, Role::RespondingManager),
    should(Role::ComplaintsManager, Role::InvestigatingOfficer),
    should(Role::ComplaintsManager, Role::AdjudicatingOfficer),
    should(Role::ComplainedAbout, Role::RespondingManager),
    should(Role::ComplainedAbout, Role::InvestigatingOfficer),
    should(Role::ComplainedAbout, Role::IndependentPerson),
    should(Role::ComplainedAbout, Role::AdjudicatingOfficer),
    should(Role::ComplainedAbout, Role::PanelChair),
    should(Role::ComplainedAbout, Role::PanelMember),
    should(Role::ComplainedAbout, Role::Advocate),
];

/// Whether one person may not play both parts, and why.
pub fn barred_together(one: Role, other: Role) -> Option<Barred> {
    BARS.iter()
        .copied()
        .find(|bar| (bar.role, bar.and) == (one, other) || (bar.and, bar.role) == (one, other))
}

/// Every part that excludes this one.
pub fn bars_of(role: Role) -> impl Iterator<Item = (Role, Barred)> {
    BARS.iter().filter_map(move |bar| {
        if bar.role == role {
            Some((bar.and, *bar))
        } else if bar.and == role {
            Some((bar.role, *bar))
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_independent_person_of_stage_2_cannot_sit_on_the_panel() {
        for seat in [Role::PanelChair, Role::PanelMember] {
            for bar in [
                barred_together(seat, Role::IndependentPerson),
                barred_together(Role::IndependentPerson, seat),
            ] {
                let bar = bar.expect("barred");
                assert_eq!(
                    (bar.strength, bar.source.text),
                    (Strength::Must, "SI 2006/1738 reg 19(3)")
                );
            }
        }
    }

    #[test]
    fn a_pair_is_barred_once_and_no_part_bars_itself() {
        for (place, bar) in BARS.iter().enumerate() {
            assert_ne!(bar.role, bar.and);
            for later in &BARS[place + 1..] {
                assert_ne!((bar.role, bar.and), (later.role, later.and));
                assert_ne!((bar.role, bar.and), (later.and, later.role));
            }
        }
    }
}
