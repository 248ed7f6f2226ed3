//! Which parts in a case nobody may play together.
//!
//! Only parts are compared here. Whether somebody is an officer or a member of the authority, or the spouse of one,
//! is a fact about the person and is asked where the person is appointed.

use std::fmt;

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

impl Role {
    /// Every part.
    pub const ALL: [Self; 10] = [
        Self::ComplaintsManager,
        Self::RespondingManager,
        Self::InvestigatingOfficer,
        Self::IndependentPerson,
        Self::AdjudicatingOfficer,
        Self::PanelChair,
        Self::PanelMember,
        Self::Director,
        Self::Advocate,
        Self::ComplainedAbout,
    ];

    /// The words for a page, with their article.
    pub const fn title(self) -> &'static str {
        match self {
            Self::ComplaintsManager => "the complaints manager",
            Self::RespondingManager => "the manager asked to answer at Stage 1",
            Self::InvestigatingOfficer => "the Investigating Officer",
            Self::IndependentPerson => "the Independent Person of Stage 2",
            Self::AdjudicatingOfficer => "the Adjudicating Officer",
            Self::PanelChair => "the chair of the panel",
            Self::PanelMember => "a member of the panel",
            Self::Director => "the director who gives the final response",
            Self::Advocate => "an advocate",
            Self::ComplainedAbout => "somebody complained about",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
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
const ADVOCACY: Citation = Citation::to_be_checked("SI 2004/719 reg 3");
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
    // Whoever answered at Stage 1 manages the service, and its line must not investigate itself.
    should(Role::InvestigatingOfficer, Role::RespondingManager),
    should(Role::ComplainedAbout, Role::RespondingManager),
    should(Role::ComplainedAbout, Role::InvestigatingOfficer),
    should(Role::ComplainedAbout, Role::IndependentPerson),
    should(Role::ComplainedAbout, Role::AdjudicatingOfficer),
    should(Role::ComplainedAbout, Role::PanelChair),
    should(Role::ComplainedAbout, Role::PanelMember),
    must(Role::Advocate, Role::ComplainedAbout, ADVOCACY),
    must(Role::Advocate, Role::ComplaintsManager, ADVOCACY),
    must(Role::Advocate, Role::RespondingManager, ADVOCACY),
    must(Role::Advocate, Role::InvestigatingOfficer, ADVOCACY),
    must(Role::Advocate, Role::IndependentPerson, ADVOCACY),
    must(Role::Advocate, Role::AdjudicatingOfficer, ADVOCACY),
    must(Role::Advocate, Role::PanelChair, ADVOCACY),
    must(Role::Advocate, Role::PanelMember, ADVOCACY),
    must(Role::Advocate, Role::Director, ADVOCACY),
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

/// The first bar in the way of parts about to be given: against the parts already played in the case, and
/// against each other. Its `role` is the part to be given.
///
/// A part that is given anew replaces whoever played it, so those are left out.
pub fn first_bar<P: PartialEq>(proposed: &[(Role, P)], played: &[(Role, P)]) -> Option<Barred> {
    let replaced = |role| proposed.iter().any(|(given, _)| *given == role);
    let staying = played.iter().filter(|(role, _)| !replaced(*role));
    let known: Vec<_> = staying.chain(proposed).collect();
    proposed.iter().find_map(|(role, person)| {
        let others = known.iter().filter(|(_, somebody)| somebody == person);
        let mut bars = others.filter_map(|(other, _)| {
            barred_together(*role, *other).map(|bar| Barred {
                role: *role,
                and: *other,
                ..bar
            })
        });
        bars.next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// M: the law forbids it; s: guidance does; a dot: one person may be both.
    const TABLE: &str = "\
                     CM RM IO IP AO PC PM Di Ad CA
ComplaintsManager    .  s  s  M  s  M  M  .  M  .
RespondingManager    s  .  s  M  .  M  M  .  M  s
InvestigatingOfficer s  s  .  s  s  s  s  .  M  s
IndependentPerson    M  M  s  .  M  M  M  M  M  s
AdjudicatingOfficer  s  .  s  M  .  M  M  .  M  s
PanelChair           M  M  s  M  M  .  s  M  M  s
PanelMember          M  M  s  M  M  s  .  M  M  s
Director             .  .  .  M  .  M  M  .  M  .
Advocate             M  M  M  M  M  M  M  M  .  M
ComplainedAbout      .  s  s  s  s  s  s  .  M  .";

    #[test]
    fn every_pair_of_parts_is_barred_as_the_table_says_from_both_sides() {
        for (one, line) in Role::ALL.into_iter().zip(TABLE.lines().skip(1)) {
            let mut cells = line.split_whitespace();
            assert_eq!(cells.next(), Some(format!("{one:?}").as_str()));
            for (other, cell) in Role::ALL.into_iter().zip(cells) {
                let expected = match cell {
                    "M" => Some(Strength::Must),
                    "s" => Some(Strength::Should),
                    _ => None,
                };
                let bar = first_bar(&[(one, "Ada")], &[(other, "Ada")]);
                assert_eq!(bar.map(|bar| bar.strength), expected, "{one:?}, {other:?}");
                assert!(bar.is_none_or(|bar| (bar.role, bar.and) == (one, other)));
                assert_eq!(first_bar(&[(one, "Ada")], &[(other, "Bo")]), None);
                let together = first_bar(&[(one, "Ada"), (other, "Ada")], &[]);
                assert_eq!(together.map(|bar| bar.strength), expected);
            }
        }
    }

    #[test]
    fn whoever_is_replaced_bars_nobody() {
        let chair = (Role::PanelChair, "Ada");
        let members = [(Role::PanelMember, "Bo"), (Role::PanelMember, "Cy")];
        let swapped = [(Role::PanelChair, "Bo"), (Role::PanelMember, "Ada")];
        assert_eq!(first_bar(&swapped, &[chair, members[0], members[1]]), None);
    }

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
