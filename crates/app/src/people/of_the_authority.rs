//! People of the authority, who bear one id in every case: those in the pools and those who work with the record. In
//! another case they may complain, or be the child.

use std::collections::BTreeSet;

use casework::authority_file::AuthorityFile;
use casework::ids::{AuthorityCode, PersonId, Reference};
use casework::people::CasePerson;
use casework::pools::PoolPart;
use views::register_line::RegisterLine;
use views::roles::{CaseRole, roles};

use crate::App;
use crate::failure::Failure;
use crate::officer::Role;
use crate::permit::{Deed, Permit};
use crate::private::PersonDetails;

/// Somebody of the authority.
#[derive(Clone, Debug)]
pub struct OfTheAuthority {
    /// Who.
    pub who: CasePerson,
    /// Their name, and what else the pool holds; empty for a reader who does not appoint.
    pub details: PersonDetails,
    /// As what the authority knows them.
    pub known_as: KnownAs,
}

/// As what the authority knows somebody in every case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownAs {
    /// In a pool, to be appointed as these.
    Pooled(Vec<PoolPart>),
    /// Works with the record.
    Colleague(Role),
}

impl KnownAs {
    /// What it is, in words.
    pub fn words(&self) -> String {
        match self {
            Self::Pooled(parts) => {
                let parts: Vec<&str> = parts.iter().map(|part| part.label()).collect();
                format!("In a pool: {}", parts.join(", "))
            }
            Self::Colleague(role) => format!("A colleague: {}", role.label()),
        }
    }
}

/// That somebody who may be appointed was judged to be one of the people of a case.
#[derive(Clone, Debug)]
pub struct KnownElsewhere {
    /// Who, by the id they have in every case.
    pub person: PersonId,
    /// The case, where whoever appoints may open it.
    pub case: Option<Reference>,
    /// Whether it is the very case they would be appointed in.
    pub here: bool,
    /// What they are in it.
    pub roles: Vec<CaseRole>,
}

impl App {
    /// Everybody in a pool and everybody who works with the record, by name.
    pub(super) async fn people_of_the_authority(
        &self,
        authority: &AuthorityCode,
    ) -> Result<Vec<OfTheAuthority>, Failure> {
        let pooled = self.pooled(authority).await?;
        let pooled = pooled.into_iter().map(|pooled| OfTheAuthority {
            who: CasePerson::of_the_authority(pooled.person),
            details: pooled.details,
            known_as: KnownAs::Pooled(pooled.member.parts),
        });
        let colleagues = self.colleagues(authority).await?;
        let colleagues = colleagues.into_iter().map(|officer| OfTheAuthority {
            who: CasePerson::of_the_authority(officer.account.into()),
            details: PersonDetails {
                name: officer.display_name,
                contact: None,
                born_on: None,
            },
            known_as: KnownAs::Colleague(officer.role),
        });
        let mut people: Vec<_> = pooled.chain(colleagues).collect();
        people.sort_by(|one, other| one.details.name.cmp(&other.details.name));
        Ok(people)
    }

    /// Somebody of a case, or of the authority where the id is theirs in every case.
    pub(super) async fn identity(
        &self,
        authority: &AuthorityCode,
        file: &AuthorityFile,
        who: CasePerson,
    ) -> Result<CasePerson, Failure> {
        let mut pooled = file.pools.members();
        let of_the_authority = pooled.any(|(person, _)| person == who.person) || {
            let names = self.account_names(authority).await?;
            names
                .keys()
                .any(|account| PersonId::from(*account) == who.person)
        };
        Ok(if of_the_authority {
            CasePerson::of_the_authority(who.person)
        } else {
            who
        })
    }

    /// The cases in which any of these people is or was appointed.
    pub(super) async fn appointed_in(
        &self,
        authority: &AuthorityCode,
        people: &BTreeSet<PersonId>,
    ) -> Result<BTreeSet<Reference>, Failure> {
        let people = people.clone();
        let gather = move |cases: &mut Result<BTreeSet<_>, Failure>, reference, line: &str| {
            if let Ok(gathered) = cases {
                match serde_json::from_str::<RegisterLine>(line) {
                    Ok(line) => {
                        let mut appointed = line.appointments.iter();
                        if appointed.any(|each| people.contains(&each.person)) {
                            gathered.insert(reference);
                        }
                    }
                    Err(error) => *cases = Err(Failure::UnreadableLine(error.to_string())),
                }
            }
        };
        let cases = self
            .journal
            .register_lines(authority, Ok(BTreeSet::new()), gather);
        cases.await?
    }

    /// Who of the authority was judged to be one of the people of a case, for those who appoint. It bars nobody but where
    /// the rules on independence do; whoever appoints should know.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is for no action on a case: a bug, not a circumstance.
    pub async fn known_elsewhere(&self, permit: &Permit) -> Result<Vec<KnownElsewhere>, Failure> {
        assert!(
            matches!(permit.deed(), Deed::Act(_)),
            "what else somebody is, is for those who appoint"
        );
        let officer = permit.officer();
        let here = permit.subject().map(|subject| subject.reference);
        let file = self.file_of(&officer.authority).await?;
        let mut known = Vec::new();
        for who in file.matches.of_the_authority() {
            for other in file.matches.same_as(who) {
                if other.is_of_the_authority() {
                    continue;
                }
                let case = self.folded(&officer.authority, other.case).await?;
                let Some(case) = case.filter(|case| !case.is_taken_back()) else {
                    continue;
                };
                let opens = self.folded_for(officer, other.case).await?.is_some();
                let played = roles(&case, other.person).into_iter();
                known.push(KnownElsewhere {
                    person: who.person,
                    case: opens.then_some(other.case),
                    here: here == Some(other.case),
                    roles: played.map(|each| each.role).collect(),
                });
            }
        }
        Ok(known)
    }
}
