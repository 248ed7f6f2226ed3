//! The invented people whom an invented council appoints: Investigating Officers, Independent Persons, panel members and
//! advocates. They stand in the council’s own file, and its cases appoint them by the same ids.

use app::authority_file::DatedEntry;
use app::clock::noon;
use app::private::PersonDetails;
use casework::advocacy::AdvocateKind;
use casework::authority_file::FileCommand;
use casework::ids::PersonId;
use casework::organisation::{OpenUnit, UnitKind};
use casework::pools::{AddToPool, Engagement, PoolJoined, PoolPart};
use casework::settings::Code;
use jiff::civil::{Date, date};
use journal::NewItem;

use crate::dice::Dice;
use crate::names;

/// The day from which everybody here can be appointed.
const SINCE: Date = date(2010, 4, 1);

/// The unit of the organisation from which one of the advocates comes.
const PROVIDER: &str = "advocacy_provider";

/// Who there is, by what they can be appointed as and how they work. Nobody has two parts, so that no case ever
/// appoints one person twice.
const WHO: [(PoolPart, How); 15] = [
    (PoolPart::InvestigatingOfficer, How::SelfEmployed),
    (PoolPart::InvestigatingOfficer, How::SelfEmployed),
    (PoolPart::InvestigatingOfficer, How::InHouse),
    (PoolPart::IndependentPerson, How::SelfEmployed),
    (PoolPart::IndependentPerson, How::SelfEmployed),
    (PoolPart::IndependentPerson, How::SelfEmployed),
    (PoolPart::PanelMember, How::SelfEmployed),
    (PoolPart::PanelMember, How::SelfEmployed),
    (PoolPart::PanelMember, How::SelfEmployed),
    (PoolPart::PanelMember, How::SelfEmployed),
    (PoolPart::PanelMember, How::SelfEmployed),
    (PoolPart::Advocate, How::SelfEmployed),
    (PoolPart::Advocate, How::SelfEmployed),
    (PoolPart::Advocate, How::Provider),
    (PoolPart::Advocate, How::InHouse),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    InHouse,
    SelfEmployed,
    Provider,
}

/// Whom a council can appoint.
#[derive(Debug)]
pub struct Pool {
    members: Vec<Member>,
}

#[derive(Debug)]
struct Member {
    joined: PoolJoined,
    items: Vec<NewItem>,
}

impl Pool {
    /// The people of the council with this code: the same every time, and others for another council.
    pub fn of(council: &str) -> Self {
        let letters = council.bytes().map(u64::from);
        let mut dice = Dice::new(letters.fold(0x0900_1000, |seed: u64, letter| {
            seed.rotate_left(7) ^ letter
        }));
        let member = |(part, how): (PoolPart, How)| {
            let name = names::name(&mut dice);
            let details = PersonDetails {
                contact: Some(names::contact(&name, &mut dice)),
                name,
                born_on: None,
            };
            let mut sealing = dice.sealing();
            let details = details.seal_unsearchable(&mut sealing);
            Member {
                joined: PoolJoined {
                    member: PersonId(details.item.0),
                    details,
                    parts: vec![part],
                    engaged: match how {
                        How::InHouse => Engagement::InHouse,
                        How::SelfEmployed => Engagement::SelfEmployed,
                        How::Provider => Engagement::Provider {
                            provider: Code::new(PROVIDER),
                        },
                    },
                    conflicts: None,
                },
                items: sealing.into_items(),
            }
        };
        Self {
            members: WHO.map(member).into(),
        }
    }

    /// The entries in the council’s own file that make them known.
    pub fn entries(self) -> Vec<DatedEntry> {
        let provider = OpenUnit {
            code: PROVIDER.to_owned(),
            kind: UnitKind::Provider,
            name: "Advocacy provider under contract".to_owned(),
            within: None,
            from: SINCE,
        };
        let provider = (FileCommand::OpenUnit(provider), Vec::new());
        let members = self.members.into_iter().map(|member| {
            let add = AddToPool {
                joined: member.joined,
                on: SINCE,
            };
            (FileCommand::AddToPool(add), member.items)
        });
        let dated = |(command, items)| DatedEntry {
            command,
            recorded_at: noon(SINCE),
            items,
        };
        std::iter::once(provider)
            .chain(members)
            .map(dated)
            .collect()
    }

    /// Whether an appointment of somebody is paid for: not of those whom the council employs, nor of a stranger.
    pub(crate) fn is_paid(&self, person: PersonId) -> bool {
        let joined = self.members.iter().map(|member| &member.joined);
        joined
            .filter(|joined| joined.member == person)
            .any(|joined| joined.engaged != Engagement::InHouse)
    }

    /// Somebody who can be appointed as that and is not among `besides`: always the same one for the same stranger.
    pub(crate) fn instead_of(
        &self,
        stranger: PersonId,
        part: PoolPart,
        besides: &[PersonId],
    ) -> Option<PersonId> {
        self.choose(stranger, |joined| {
            joined.parts.contains(&part) && !besides.contains(&joined.member)
        })
    }

    /// An advocate of that kind. Somebody whom a young person chose is in no pool.
    pub(crate) fn advocate_instead_of(
        &self,
        stranger: PersonId,
        kind: AdvocateKind,
    ) -> Option<PersonId> {
        let in_house = match kind {
            AdvocateKind::Independent => false,
            AdvocateKind::InHouse => true,
            AdvocateKind::ChosenPerson | AdvocateKind::Nobody => return None,
        };
        self.choose(stranger, |joined| {
            joined.parts.contains(&PoolPart::Advocate)
                && (joined.engaged == Engagement::InHouse) == in_house
        })
    }

    fn choose(&self, stranger: PersonId, may: impl Fn(&PoolJoined) -> bool) -> Option<PersonId> {
        let joined = self.members.iter().map(|member| &member.joined);
        let who: Vec<PersonId> = joined
            .filter(|joined| may(joined))
            .map(|joined| joined.member)
            .collect();
        // The last bytes of an id are chance.
        let chance = usize::from(stranger.0.as_bytes()[15]);
        who.get(chance.checked_rem(who.len())?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_people_every_time_and_others_for_another_council() {
        let ids = |code: &str| {
            let pool = Pool::of(code);
            let members = pool.members.iter().map(|member| member.joined.member);
            members.collect::<Vec<_>>()
        };
        assert_eq!(ids("surrey"), ids("surrey"));
        let (one, other) = (ids("surrey"), ids("buckinghamshire"));
        assert!(one.iter().all(|member| !other.contains(member)));
    }

    #[test]
    fn nobody_is_chosen_who_is_there_already_and_a_chosen_person_is_in_no_pool() {
        let pool = Pool::of("surrey");
        let mut dice = Dice::new(1);
        for _ in 0..200 {
            let mut panel = Vec::new();
            for _ in 0..3 {
                let stranger = dice.person();
                let member = pool.instead_of(stranger, PoolPart::PanelMember, &panel);
                panel.push(member.expect("there are five"));
            }
            panel.sort();
            panel.dedup();
            assert_eq!(panel.len(), 3);
        }
        let stranger = dice.person();
        assert_eq!(
            pool.advocate_instead_of(stranger, AdvocateKind::ChosenPerson),
            None
        );
    }
}
