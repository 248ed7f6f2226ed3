//! Protection of a person’s contact: an address nobody may be given, somebody not to be contacted, a way that is safe.
//!
//! It binds whoever writes, calls or shows something and never the person: no decision on the case asks for it, and no
//! stage is nearer or further for it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::action::Action;
use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{AccountId, PersonId, Sealed};
use crate::refusal::{ProtectionFault, Refusal};
use crate::registers::Constituent;

/// What protects a person’s contact.
///
/// Source: convention of this record. Councils keep such warnings beside the address, for people at risk of violence
/// and for children whose placement is not disclosed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "protection", rename_all = "snake_case")]
pub enum Protection {
    /// The contact is withheld from every output until a complaints manager releases it.
    AddressProtected,
    /// Nobody writes to or calls the person.
    DoNotContact,
    /// The person is reached in one way only.
    ContactOnlySo {
        /// How and when it is safe, sealed.
        how: Sealed,
    },
}

/// Which protection, without its particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProtectionKind {
    /// See [`Protection::AddressProtected`].
    AddressProtected,
    /// See [`Protection::DoNotContact`].
    DoNotContact,
    /// See [`Protection::ContactOnlySo`].
    ContactOnlySo,
}

impl ProtectionKind {
    /// Every kind, in the order a form lists them.
    pub const ALL: [Self; 3] = [
        Self::AddressProtected,
        Self::DoNotContact,
        Self::ContactOnlySo,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AddressProtected => "The address is protected",
            Self::DoNotContact => "Do not contact",
            Self::ContactOnlySo => "Contact only in a safe way",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AddressProtected => "address_protected",
            Self::DoNotContact => "do_not_contact",
            Self::ContactOnlySo => "contact_only_so",
        }
    }
}

impl Protection {
    /// Which it is.
    pub const fn kind(&self) -> ProtectionKind {
        match self {
            Self::AddressProtected => ProtectionKind::AddressProtected,
            Self::DoNotContact => ProtectionKind::DoNotContact,
            Self::ContactOnlySo { .. } => ProtectionKind::ContactOnlySo,
        }
    }
}

/// A protection that was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactProtected {
    /// Whose contact.
    pub person: PersonId,
    /// What protects it.
    pub what: Protection,
    /// Why, sealed.
    pub reasons: Sealed,
}

/// A protection that was lifted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectionLifted {
    /// Whose contact.
    pub person: PersonId,
    /// Which protection.
    pub what: ProtectionKind,
    /// Why, sealed.
    pub reasons: Sealed,
}

/// A protected contact that was shown once, and to whom it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactReleased {
    /// Whose contact.
    pub person: PersonId,
    /// Who needs it.
    pub to: AccountId,
    /// What for, sealed.
    pub reason: Sealed,
}

/// A protection that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingProtection {
    /// Whose contact.
    pub person: PersonId,
    /// What protects it.
    pub what: Protection,
    /// Since when.
    pub since: Date,
}

impl Case {
    /// The people of the case whose particulars were given: complainants, children who do not complain, and whom an
    /// elected member writes about.
    pub fn people_with_particulars(&self) -> Vec<PersonId> {
        let complainants = self.representation.complainants.iter();
        let complainants =
            complainants.filter_map(|each| each.details.as_ref().map(|_| each.person));
        let children = self.representation.children.iter();
        let children = children.filter_map(|each| each.details.as_ref().map(|_| each.person));
        let constituent = self.constituent().map(|each| each.person);
        let mut people = Vec::new();
        for person in complainants.chain(children).chain(constituent) {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    /// Where the particulars of a person lie in the vault: once as a complainant, once as a child.
    pub fn particulars_of(&self, person: PersonId) -> Vec<&Sealed> {
        let complainants = self.representation.complainants.iter();
        let complainants = complainants.filter(|each| each.person == person);
        let children = self.representation.children.iter();
        let children = children.filter(|each| each.person == person);
        let constituent = self.constituent().filter(|each| each.person == person);
        complainants
            .filter_map(|each| each.details.as_ref())
            .chain(children.filter_map(|each| each.details.as_ref()))
            .chain(constituent.map(|each| &each.details))
            .collect()
    }

    fn constituent(&self) -> Option<&Constituent> {
        let enquiry = self.representation.member_enquiry()?;
        enquiry.constituent.as_ref()
    }

    /// The protection of a kind that stands for somebody.
    pub fn protected(&self, person: PersonId, kind: ProtectionKind) -> Option<&StandingProtection> {
        let mut protections = self.protections.iter();
        protections.find(|each| each.person == person && each.what.kind() == kind)
    }

    /// The people whose address is protected, here or in another of their cases.
    pub fn withheld(&self) -> impl Iterator<Item = PersonId> {
        let protections = self.protections.iter();
        let addresses =
            protections.filter(|each| each.what.kind() == ProtectionKind::AddressProtected);
        let elsewhere = self.addresses_elsewhere().map(|each| each.person);
        addresses.map(|each| each.person).chain(elsewhere)
    }

    /// Refuses somebody whose particulars nobody gave.
    pub(super) fn has_particulars(&self, person: PersonId) -> Result<(), Refusal> {
        if self.particulars_of(person).is_empty() {
            Err(ProtectionFault::NobodyOfThisCase.into())
        } else {
            Ok(())
        }
    }

    /// Refuses where nobody's particulars are held, or there is nothing to lift or to release.
    pub(crate) fn open_to_protection(&self, action: Action) -> Result<(), Refusal> {
        let fault = if action == Action::LiftProtection {
            let fault = if self.protected_elsewhere.is_empty() {
                ProtectionFault::NotProtected
            } else {
                ProtectionFault::ProtectedElsewhere
            };
            self.protections.is_empty().then_some(fault)
        } else if action == Action::ReleaseContact {
            let none = self.withheld().next().is_none();
            none.then_some(ProtectionFault::NotProtected)
        } else {
            let nobody = self.people_with_particulars().is_empty();
            nobody.then_some(ProtectionFault::NobodyOfThisCase)
        };
        fault.map_or(Ok(()), |fault| Err(fault.into()))
    }

    /// Copies a protection, a lifting or a release.
    pub(super) fn evolve_protection(&mut self, fact: &Fact) {
        if let Event::ContactProtected(protected) = &fact.event {
            self.lift(protected.person, protected.what.kind());
            self.protections.push(StandingProtection {
                person: protected.person,
                what: protected.what.clone(),
                since: fact.on,
            });
        } else if let Event::ProtectionLifted(lifted) = &fact.event {
            self.lift(lifted.person, lifted.what);
        }
    }

    fn lift(&mut self, person: PersonId, kind: ProtectionKind) {
        let protections = &mut self.protections;
        protections.retain(|each| each.person != person || each.what.kind() != kind);
    }
}
