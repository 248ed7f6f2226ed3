//! One person in several cases: found by the name, judged by somebody, shown together.

mod elsewhere;
mod in_a_case;
mod judging;
mod likeness;
mod of_the_authority;

use std::collections::BTreeSet;
use std::sync::Arc;

use casework::ids::{PersonId, Reference};
use casework::people::{CasePerson, Matches, Pair};
use jiff::civil::Date;
use views::roles::{RolePlayed, roles};

use self::in_a_case::{InACase, appointed};
pub use self::likeness::Likeness;
pub use self::of_the_authority::{KnownAs, KnownElsewhere, OfTheAuthority};

use crate::App;
use crate::case_file::OpenedCaseFile;
use crate::failure::Failure;
use crate::officer::Officer;
use crate::overlap::without_title;
use crate::permit::{Deed, Denied, Permit, Relation, decide};
use crate::private::PersonDetails;

/// More cases than this are no hint.
const AT_MOST: u32 = 20;

/// Somebody in a case that the reader may open.
#[derive(Debug)]
pub struct SeenPerson {
    /// Who.
    pub who: CasePerson,
    /// The case file.
    pub file: Arc<OpenedCaseFile>,
}

/// Somebody of another case who may be the same, and what speaks for it.
#[derive(Debug)]
pub struct Candidate {
    /// Who.
    pub who: CasePerson,
    /// Their particulars.
    pub details: PersonDetails,
    /// Every part they play or played in that case.
    pub played: Vec<RolePlayed>,
    /// What speaks for it and against it.
    pub likeness: Likeness,
}

/// Somebody of the authority who is called alike, and what speaks for it.
#[derive(Debug)]
pub struct CalledAlike {
    /// Who.
    pub known: OfTheAuthority,
    /// What speaks for it and against it.
    pub likeness: Likeness,
}

/// A person with every case that somebody judged to be theirs.
#[derive(Debug)]
pub struct PersonView {
    /// The person by whom they are judged: of the case, or of the authority where they bear one id in every case.
    pub who: CasePerson,
    /// Every part they play or played in a case that the reader may open, the earliest first.
    pub played: Vec<(Reference, RolePlayed)>,
    /// As whom of the authority they are known as well.
    pub known_as: Vec<OfTheAuthority>,
    /// The person in each case, in the order of the cases.
    pub seen: Vec<SeenPerson>,
    /// How many further cases the reader may not open.
    pub shut: usize,
    /// The judgements that stand, each with its day.
    pub judgements: Vec<(Pair, Date)>,
    /// The judgements that they and somebody else are two different people, each with its day.
    pub apart: Vec<(Pair, Date)>,
    /// Who may be the same, the likeliest first, but for those told apart from them.
    pub candidates: Vec<Candidate>,
    /// Who of the authority is called alike, the likeliest first; for those who may judge.
    pub called_alike: Vec<CalledAlike>,
    /// Everybody else of the authority who may be the same under another name, by name; for those who may judge.
    pub others: Vec<OfTheAuthority>,
}

impl SeenPerson {
    /// The person’s particulars, as far as the vault holds them.
    pub fn details(&self) -> Option<PersonDetails> {
        details(&self.file, self.who.person)
    }
}

/// The particulars of somebody in a case, or the name by which they were appointed in it.
fn details(file: &OpenedCaseFile, person: PersonId) -> Option<PersonDetails> {
    InACase::of(file).details(person).or_else(|| {
        let name = file.colleague(person)?.to_owned();
        Some(PersonDetails {
            name,
            contact: None,
            born_on: None,
        })
    })
}

impl App {
    /// Somebody of the case a permit is for, with their other cases and those who may be the same; `None` when the
    /// case holds no such person. Every case opened on the way is noted as read.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn person(
        &self,
        permit: &Permit,
        person: PersonId,
    ) -> Result<Option<PersonView>, Failure> {
        let Some(file) = self.case_file(permit).await? else {
            return Ok(None);
        };
        let case = &file.file.case;
        if case.particulars_of(person).is_empty() && !appointed(case).any(|each| each == person) {
            return Ok(None);
        }
        let officer = permit.officer();
        let here = CasePerson {
            case: file.reference,
            person,
        };
        let authority_file = self.file_of(&officer.authority).await?;
        let who = self
            .identity(&officer.authority, &authority_file, here)
            .await?;
        let matches = &authority_file.matches;
        let same = matches.same_as(who);
        let mut view = PersonView {
            who,
            played: Vec::new(),
            known_as: Vec::new(),
            seen: Vec::new(),
            shut: 0,
            judgements: matches.judgements(who),
            apart: matches.apart_from(who),
            candidates: Vec::new(),
            called_alike: Vec::new(),
            others: Vec::new(),
        };
        for each in same.iter().filter(|each| !each.is_of_the_authority()) {
            match self.opened(officer, *each).await? {
                Some(opened) => view.seen.push(opened),
                None => view.shut += 1,
            }
        }
        for each in &view.seen {
            let played = roles(&each.file.file.case, each.who.person).into_iter();
            view.played.extend(played.map(|role| (each.who.case, role)));
        }
        self.add_appointments(officer, &same, &mut view).await?;
        let details = details(&file, person);
        if let Some(details) = &details {
            view.candidates = self.called_alike(permit, details, who, matches).await?;
        }
        self.add_people_of_the_authority(officer, matches, details.as_ref(), &mut view)
            .await?;
        view.played.sort_by_key(|(case, role)| (role.from, *case));
        view.judgements = self.open_to(officer, view.judgements).await?;
        view.apart = self.open_to(officer, view.apart).await?;
        Ok(Some(view))
    }

    /// The judgements of which somebody may open both cases: of the others not even the reference is for them.
    async fn open_to(
        &self,
        officer: &Officer,
        judgements: Vec<(Pair, Date)>,
    ) -> Result<Vec<(Pair, Date)>, Failure> {
        let mut open = Vec::new();
        for (pair, on) in judgements {
            let mut both = true;
            for who in pair.both() {
                both &= who.is_of_the_authority()
                    || self.folded_for(officer, who.case).await?.is_some();
            }
            if both {
                open.push((pair, on));
            }
        }
        Ok(open)
    }

    /// Adds what somebody of the authority was appointed as, over all cases.
    async fn add_appointments(
        &self,
        officer: &Officer,
        same: &BTreeSet<CasePerson>,
        view: &mut PersonView,
    ) -> Result<(), Failure> {
        let of_the_authority = same.iter().filter(|each| each.is_of_the_authority());
        let ids: BTreeSet<PersonId> = of_the_authority.map(|each| each.person).collect();
        if ids.is_empty() {
            return Ok(());
        }
        for case in self.appointed_in(&officer.authority, &ids).await? {
            let Some(folded) = self.folded_for(officer, case).await? else {
                view.shut += 1;
                continue;
            };
            for person in &ids {
                let played = roles(&folded, *person).into_iter();
                view.played.extend(played.map(|role| (case, role)));
            }
        }
        Ok(())
    }

    /// Adds as whom of the authority somebody is known and, for those who may judge it, who else may be the same.
    async fn add_people_of_the_authority(
        &self,
        officer: &Officer,
        matches: &Matches,
        details: Option<&PersonDetails>,
        view: &mut PersonView,
    ) -> Result<(), Failure> {
        let judges = decide(officer.role, Deed::KeepAuthorityFile, Relation::NoCase).is_ok();
        let same = matches.same_as(view.who);
        let alone = !same.iter().any(|each| each.is_of_the_authority());
        if alone && !judges {
            return Ok(());
        }
        for mut known in self.people_of_the_authority(&officer.authority).await? {
            if same.contains(&known.who) {
                // Names of the pools are for those who appoint.
                if !judges {
                    known.details = PersonDetails::read("");
                }
                view.known_as.push(known);
                continue;
            }
            if !judges || matches.kept_apart(Pair::of(view.who, known.who)).is_some() {
                continue;
            }
            let alike = details.filter(|details| {
                let name = without_title(&details.name);
                journal::found_by(&officer.authority, &known.details.name, &name)
            });
            match alike {
                Some(details) => view.called_alike.push(CalledAlike {
                    likeness: Likeness::of(details, &known.details),
                    known,
                }),
                None => view.others.push(known),
            }
        }
        view.called_alike.sort_by_key(|each| each.likeness.rank());
        Ok(())
    }

    /// People called alike in cases the reader may open, but for those known to be the same or told apart; whose date of
    /// birth and contact agree come first, whose date of birth differs last.
    async fn called_alike(
        &self,
        permit: &Permit,
        details: &PersonDetails,
        who: CasePerson,
        matches: &Matches,
    ) -> Result<Vec<Candidate>, Failure> {
        let officer = permit.officer();
        let name = without_title(&details.name);
        if name.is_empty() {
            return Ok(Vec::new());
        }
        let known = matches.same_as(who);
        let mut candidates = Vec::new();
        for entry in self.search(permit, &name, AT_MOST).await? {
            let Some(case) = entry.row.reference else {
                continue;
            };
            if known.iter().any(|each| each.case == case) {
                continue;
            }
            let Some(permit) = self.may_read(officer, case).await? else {
                continue;
            };
            let Some(people) = self.people_in_the_case(&permit).await? else {
                continue;
            };
            for person in people.known_here_alone() {
                let other = CasePerson { case, person };
                if matches.kept_apart(Pair::of(who, other)).is_some() {
                    continue;
                }
                let theirs = people
                    .details(person)
                    .filter(|theirs| journal::found_by(&officer.authority, &theirs.name, &name));
                if let Some(theirs) = theirs {
                    candidates.push(Candidate {
                        who: other,
                        likeness: Likeness::of(details, &theirs),
                        details: theirs,
                        played: roles(people.case, person),
                    });
                }
            }
        }
        candidates.sort_by_key(|each| each.likeness.rank());
        Ok(candidates)
    }

    async fn opened(
        &self,
        officer: &Officer,
        who: CasePerson,
    ) -> Result<Option<SeenPerson>, Failure> {
        let Some(permit) = self.may_read(officer, who.case).await? else {
            return Ok(None);
        };
        let file = self.case_file(&permit).await?;
        let file = file.filter(|file| InACase::of(file).known_here_alone().contains(&who.person));
        Ok(file.map(|file| SeenPerson {
            who,
            file: Arc::new(file),
        }))
    }

    async fn may_read(
        &self,
        officer: &Officer,
        case: Reference,
    ) -> Result<Option<Permit>, Failure> {
        match self.permit(officer, Deed::ReadCase, Some(case)).await {
            Ok(permit) => Ok(Some(permit)),
            Err(Denied::NotAllowed(_) | Denied::NoSuchCase(_)) => Ok(None),
            Err(Denied::Failure(failure)) => Err(failure),
        }
    }
}
