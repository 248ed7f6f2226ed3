//! Pools: the people an authority can appoint, and what their appointments cost.
//!
//! Investigating Officers, Independent Persons, panel members and advocates work for several cases and often for several
//! councils. Their names lie sealed with the authority’s own file; an event carries an id.

mod add_to_pool;
mod leave_pool;
mod note_absence;
mod record_cost;

pub use add_to_pool::AddToPool;
pub use leave_pool::LeavePool;
pub use note_absence::NoteAbsence;
pub use record_cost::RecordCost;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::authority_file::NotKept;
use crate::ids::{PersonId, Reference, Sealed};
use crate::remedy::Pence;
use crate::settings::Code;

/// What somebody in a pool can be appointed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PoolPart {
    /// Investigating Officer at Stage 2.
    InvestigatingOfficer,
    /// Independent Person at Stage 2.
    IndependentPerson,
    /// Member of a review panel.
    PanelMember,
    /// Advocate of a child or young person.
    Advocate,
}

impl PoolPart {
    /// Every part.
    pub const ALL: [Self; 4] = [
        Self::InvestigatingOfficer,
        Self::IndependentPerson,
        Self::PanelMember,
        Self::Advocate,
    ];

    /// The code forms know it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InvestigatingOfficer => "investigating_officer",
            Self::IndependentPerson => "independent_person",
            Self::PanelMember => "panel_member",
            Self::Advocate => "advocate",
        }
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InvestigatingOfficer => "Investigating Officer",
            Self::IndependentPerson => "Independent Person",
            Self::PanelMember => "Panel member",
            Self::Advocate => "Advocate",
        }
    }
}

/// How somebody in a pool works for the authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Engagement {
    /// Employed by the authority. Nobody so engaged is an Independent Person or sits on a panel.
    InHouse,
    /// Self-employed.
    SelfEmployed,
    /// Sent by a provider under contract.
    Provider {
        /// The provider, a unit of the organisation.
        provider: Code,
    },
}

/// Somebody joined a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolJoined {
    /// Who; name and contact lie sealed under this very id.
    pub member: PersonId,
    /// Name and contact, sealed.
    pub details: Sealed,
    /// What they can be appointed as; never empty.
    pub parts: Vec<PoolPart>,
    /// How they work for the authority.
    pub engaged: Engagement,
    /// With what they must not be concerned, sealed: a team they worked in, a family they know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflicts: Option<Sealed>,
}

/// An appointment was paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentPaid {
    /// Who was appointed.
    pub member: PersonId,
    /// As what.
    pub part: PoolPart,
    /// In which case.
    pub case: Reference,
    /// What was paid.
    pub paid: Pence,
}

/// Somebody in a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolMember {
    /// What they can be appointed as.
    pub parts: Vec<PoolPart>,
    /// How they work for the authority.
    pub engaged: Engagement,
    /// Name and contact, sealed.
    pub details: Sealed,
    /// With what they must not be concerned, sealed.
    pub conflicts: Option<Sealed>,
    /// Since when.
    pub from: Date,
    /// The first day they are no longer in it.
    pub until: Option<Date>,
    /// When they cannot be appointed: first and last day of each absence.
    pub away: Vec<(Date, Date)>,
    /// Each appointment that was paid for, with the day of payment.
    pub paid: Vec<(Date, AppointmentPaid)>,
}

impl PoolMember {
    /// Whether they can be appointed on a day.
    pub fn is_available(&self, day: Date) -> bool {
        let in_it = self.from <= day && self.until.is_none_or(|until| day < until);
        in_it
            && !self
                .away
                .iter()
                .any(|(first, last)| (*first..=*last).contains(&day))
    }

    /// What all their appointments cost.
    pub fn cost(&self) -> Pence {
        let paid = self.paid.iter().map(|(_, paid)| paid.paid.0);
        Pence(paid.fold(0, u32::saturating_add))
    }
}

/// Everybody who is or was in a pool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pools {
    members: BTreeMap<PersonId, PoolMember>,
}

impl Pools {
    pub(crate) fn join(&mut self, on: Date, joined: &PoolJoined) {
        self.members.insert(
            joined.member,
            PoolMember {
                parts: joined.parts.clone(),
                engaged: joined.engaged.clone(),
                details: joined.details.clone(),
                conflicts: joined.conflicts.clone(),
                from: on,
                until: None,
                away: Vec::new(),
                paid: Vec::new(),
            },
        );
    }

    pub(crate) fn away(&mut self, member: PersonId, from: Date, until: Date) {
        if let Some(member) = self.members.get_mut(&member) {
            member.away.push((from, until));
        }
    }

    pub(crate) fn pay(&mut self, on: Date, paid: AppointmentPaid) {
        if let Some(member) = self.members.get_mut(&paid.member) {
            member.paid.push((on, paid));
        }
    }

    pub(crate) fn leave(&mut self, on: Date, member: PersonId) {
        if let Some(member) = self.members.get_mut(&member) {
            member.until = Some(on);
        }
    }

    /// Everybody there ever was.
    pub fn members(&self) -> impl Iterator<Item = (PersonId, &PoolMember)> {
        self.members.iter().map(|(id, member)| (*id, member))
    }

    /// Those who can be appointed as something on a day.
    pub fn available(
        &self,
        part: PoolPart,
        day: Date,
    ) -> impl Iterator<Item = (PersonId, &PoolMember)> {
        self.members()
            .filter(move |(_, member)| member.parts.contains(&part) && member.is_available(day))
    }

    /// Somebody who is still in a pool.
    fn present(&self, member: PersonId) -> Result<&PoolMember, NotKept> {
        let found = self.members.get(&member);
        found
            .filter(|member| member.until.is_none())
            .ok_or(NotKept::NotInThePool)
    }
}
