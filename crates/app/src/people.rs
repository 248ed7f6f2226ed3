//! One person in several cases: found by the name, judged by somebody, shown together.

mod elsewhere;

use std::sync::Arc;

use casework::authority_file::NotKept as Refused;
use casework::ids::{PersonId, Reference};
use casework::people::{CasePerson, Pair};
use jiff::civil::Date;

use crate::App;
use crate::authority_file::NotKept;
use crate::case_file::{OpenedCaseFile, WITHHELD};
use crate::failure::Failure;
use crate::officer::{Officer, Role};
use crate::overlap::without_title;
use crate::permit::{Deed, Denied, Permit};
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

/// Somebody of another case who may be the same, and what speaks for it besides the name.
#[derive(Debug)]
pub struct Candidate {
    /// Who.
    pub seen: SeenPerson,
    /// Whether the dates of birth agree, where both are known.
    pub same_birth: Option<bool>,
    /// Whether the contacts agree; a protected one agrees with nothing.
    pub same_contact: bool,
}

/// A person with every case that somebody judged to be theirs.
#[derive(Debug)]
pub struct PersonView {
    /// The person in each case, in the order of the cases.
    pub seen: Vec<SeenPerson>,
    /// How many further cases the reader may not open.
    pub shut: usize,
    /// The judgements that stand, each with its day.
    pub judgements: Vec<(Pair, Date)>,
    /// Who may be the same, the likeliest first.
    pub candidates: Vec<Candidate>,
}

impl SeenPerson {
    /// The person’s particulars, as far as the vault holds them.
    pub fn details(&self) -> Option<PersonDetails> {
        details(&self.file, self.who.person)
    }
}

fn details(file: &OpenedCaseFile, person: PersonId) -> Option<PersonDetails> {
    let particulars = file.file.case.particulars_of(person).into_iter();
    let mut opened = particulars.filter_map(|sealed| file.person(sealed));
    opened.find(|details| !details.name.is_empty())
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
        if file.file.case.particulars_of(person).is_empty() {
            return Ok(None);
        }
        let officer = permit.officer();
        let who = CasePerson {
            case: file.reference,
            person,
        };
        let matches = self.file_of(&officer.authority).await?.matches;
        let same = matches.same_as(who);
        let mut seen = Vec::new();
        let mut shut = 0;
        for each in &same {
            match self.opened(officer, *each).await? {
                Some(opened) => seen.push(opened),
                None => shut += 1,
            }
        }
        let mut candidates = Vec::new();
        if let Some(details) = details(&file, person) {
            let known: Vec<CasePerson> = same.into_iter().collect();
            candidates = self.called_alike(permit, &details, &known).await?;
        }
        Ok(Some(PersonView {
            seen,
            shut,
            judgements: matches.judgements(who),
            candidates,
        }))
    }

    /// People called alike in cases the reader may open, but for those known to be the same; whose date of birth and
    /// contact agree come first, whose date of birth differs last.
    async fn called_alike(
        &self,
        permit: &Permit,
        details: &PersonDetails,
        known: &[CasePerson],
    ) -> Result<Vec<Candidate>, Failure> {
        let officer = permit.officer();
        let name = without_title(&details.name);
        if name.is_empty() {
            return Ok(Vec::new());
        }
        let mut candidates = Vec::new();
        for entry in self.search(permit, &name, AT_MOST).await? {
            let Some(case) = entry.row.reference else {
                continue;
            };
            if known.iter().any(|each| each.case == case) {
                continue;
            }
            let Some(file) = self.readable(officer, case).await? else {
                continue;
            };
            let file = Arc::new(file);
            for person in file.file.case.people_with_particulars() {
                let theirs = self::details(&file, person)
                    .filter(|theirs| journal::found_by(&officer.authority, &theirs.name, &name));
                if let Some(theirs) = theirs {
                    candidates.push(Candidate {
                        seen: SeenPerson {
                            who: CasePerson { case, person },
                            file: Arc::clone(&file),
                        },
                        same_birth: details
                            .born_on
                            .zip(theirs.born_on)
                            .map(|(one, other)| one == other),
                        same_contact: agree(details, &theirs),
                    });
                }
            }
        }
        candidates.sort_by_key(|each| {
            (
                each.same_birth == Some(false),
                each.same_birth.is_none(),
                !each.same_contact,
            )
        });
        Ok(candidates)
    }

    /// Checks that people to be judged the same are in cases that the reader may open.
    pub(crate) async fn check_people(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        for who in pair.both() {
            if self.opened(officer, who).await?.is_none() {
                return Err(Refused::NoSuchCase(who.case).into());
            }
        }
        Ok(())
    }

    /// Refuses to take a match back where that could show a protected contact, unless the complaints manager does it:
    /// for the other cases it is as lifting the protection is.
    pub(crate) async fn check_parting(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        let [one, _] = pair.both();
        if officer.role != Role::ComplaintsManager
            && self.protected_anywhere(&officer.authority, one).await?
        {
            return Err(Refused::WouldShowProtected.into());
        }
        Ok(())
    }

    async fn opened(
        &self,
        officer: &Officer,
        who: CasePerson,
    ) -> Result<Option<SeenPerson>, Failure> {
        let file = self.readable(officer, who.case).await?;
        let file = file.filter(|file| !file.file.case.particulars_of(who.person).is_empty());
        Ok(file.map(|file| SeenPerson {
            who,
            file: Arc::new(file),
        }))
    }

    async fn readable(
        &self,
        officer: &Officer,
        case: Reference,
    ) -> Result<Option<OpenedCaseFile>, Failure> {
        match self.permit(officer, Deed::ReadCase, Some(case)).await {
            Ok(permit) => self.case_file(&permit).await,
            Err(Denied::NotAllowed(_) | Denied::NoSuchCase(_)) => Ok(None),
            Err(Denied::Failure(failure)) => Err(failure),
        }
    }
}

fn agree(one: &PersonDetails, other: &PersonDetails) -> bool {
    let plain = |details: &PersonDetails| {
        let contact = details
            .contact
            .as_deref()
            .filter(|contact| *contact != WITHHELD);
        let letters = contact.unwrap_or_default().chars();
        let letters = letters.filter(|letter| letter.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let contact = plain(one);
    !contact.is_empty() && contact == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_agree_however_they_are_typed_and_a_protected_one_with_nothing() {
        let called = |contact: Option<&str>| PersonDetails {
            name: "Ada Fictional".to_owned(),
            contact: contact.map(str::to_owned),
            born_on: None,
        };
        for (one, other, same) in [
            (Some("7 Mews, Town"), Some("7 mews\ntown"), true),
            (Some("7 Mews"), Some("8 Mews"), false),
            (None, None, false),
            (Some(WITHHELD), Some(WITHHELD), false),
        ] {
            assert_eq!(
                agree(&called(one), &called(other)),
                same,
                "{one:?} {other:?}"
            );
        }
    }
}
