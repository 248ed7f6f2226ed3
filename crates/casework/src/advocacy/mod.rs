//! Advocacy: help for children and young people who complain or think of it.

mod appoint_advocate;
mod bar;
mod end_advocacy;
mod record_advocacy;

pub use appoint_advocate::AppointAdvocate;
pub use bar::AdvocateBar;
pub use end_advocacy::EndAdvocacy;
pub use record_advocacy::RecordAdvocacy;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::procedure::LegalGround;

use crate::case::Case;
use crate::event::{Event, Fact};
use crate::ids::{PersonId, Sealed};
use crate::people::Complainant;
use crate::refusal::Refusal;
use crate::settings::Settings;

/// What a child or young person was told about advocates, and what they want.
///
/// Source: Children Act 1989 s.26A; SI 2004/719 reg 4.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvocacyRecorded {
    /// The child or young person.
    pub person: PersonId,
    /// Whether they want one.
    pub wanted: Wanted,
    /// Who helps them, where an old register says it here; an advocate is appointed otherwise.
    pub kind: AdvocateKind,
    /// When they were told about advocacy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_on: Option<Date>,
    /// When they were offered help in getting an advocate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered_on: Option<Date>,
}

/// Whether an advocate is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not decided.
    Undecided,
}

/// Who helps a child or young person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdvocateKind {
    /// An independent advocate under the authority's arrangements.
    Independent,
    /// An advocate of the authority's own service.
    InHouse,
    /// A person of their choice, who is no advocate in the law's sense.
    ChosenPerson,
    /// Nobody.
    Nobody,
}

/// An advocate who helps a child or young person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdvocateAppointed {
    /// The child or young person.
    pub person: PersonId,
    /// The advocate.
    pub advocate: PersonId,
    /// Of which kind.
    pub kind: AdvocateKind,
    /// The organisation the advocate comes from, sealed.
    pub organisation: Option<Sealed>,
}

/// An episode of advocacy: one advocate for one child, from a day and perhaps to a day. A child may
/// have several, and a case several children, so people and episodes are counted apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advocacy {
    /// Who helps whom.
    pub appointed: AdvocateAppointed,
    /// Since when.
    pub since: Date,
    /// Until when; `None` while it goes on.
    pub until: Option<Date>,
}

impl Case {
    /// Copies a fact of this room.
    pub(crate) fn evolve_advocacy(&mut self, fact: &Fact) {
        if let Event::AdvocacyRecorded(recorded) = &fact.event {
            self.advocacy.push(recorded.clone());
        } else if let Event::AdvocateAppointed(appointed) = &fact.event {
            self.advocates.push(Advocacy {
                appointed: appointed.clone(),
                since: fact.on,
                until: None,
            });
        } else if let Event::AdvocacyEnded { person, advocate } = &fact.event {
            let mut episodes = self.advocates.iter_mut();
            let episode = episodes.find(|episode| episode.goes_on(*person, *advocate));
            if let Some(episode) = episode {
                episode.until = Some(fact.on);
            }
        }
    }

    /// Whether somebody is a child or young person with a right to an advocate: one whom the complaint
    /// is about, or who complains as one. A parent or carer is not.
    pub fn may_have_an_advocate(&self, person: PersonId, settings: &Settings) -> bool {
        let representation = &self.representation;
        let child = representation
            .children
            .iter()
            .any(|child| child.person == person);
        child || young_people(&representation.complainants, settings).any(|each| each == person)
    }

    /// The episode of one advocate for one child that goes on.
    pub(crate) fn advocacy_of(&self, person: PersonId, advocate: PersonId) -> Option<&Advocacy> {
        self.advocates.iter().find(|episode| {
            let appointed = &episode.appointed;
            episode.until.is_none() && (appointed.person, appointed.advocate) == (person, advocate)
        })
    }

    /// Everybody who complains and has a right to an advocate.
    pub(crate) fn complaining_children(&self, settings: &Settings) -> Vec<PersonId> {
        let representation = &self.representation;
        let is_child = |person: PersonId| {
            let mut children = representation.children.iter();
            children.any(|child| child.person == person)
        };
        let young: Vec<_> = young_people(&representation.complainants, settings).collect();
        let complainants = representation.complainants.iter();
        complainants
            .map(|complainant| complainant.person)
            .filter(|person| is_child(*person) || young.contains(person))
            .collect()
    }

    /// Refuses an advocate, or the offer of one, for somebody who has no right to it.
    pub(crate) fn entitled(&self, person: PersonId, settings: &Settings) -> Result<(), Refusal> {
        if self.may_have_an_advocate(person, settings) {
            Ok(())
        } else {
            Err(Refusal::NoStatutoryAdvocate)
        }
    }
}

impl Advocacy {
    /// Whether it is this advocate's help for this child, and goes on.
    fn goes_on(&self, person: PersonId, advocate: PersonId) -> bool {
        let appointed = &self.appointed;
        self.until.is_none() && (appointed.person, appointed.advocate) == (person, advocate)
    }
}

/// Complainants who complain as a child, a care leaver or in a young person's capacity.
pub(crate) fn young_people<'a>(
    complainants: &'a [Complainant],
    settings: &'a Settings,
) -> impl Iterator<Item = PersonId> + 'a {
    complainants
        .iter()
        .filter(|complainant| {
            complainant.complains_as_a_young_person()
                || settings.young_people.contains(&complainant.capacity)
        })
        .map(|complainant| complainant.person)
}

impl Complainant {
    /// Whether somebody's ground is a child's or a care leaver's own, so that they have a right to an
    /// advocate in whatever capacity the authority counts them.
    pub fn complains_as_a_young_person(&self) -> bool {
        matches!(
            self.ground,
            Some(LegalGround::Child | LegalGround::CareLeaver | LegalGround::VoluntaryOrganisation)
        )
    }
}
