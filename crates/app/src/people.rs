//! One person in several cases: found by the name, judged by somebody, shown together.

mod elsewhere;
mod likeness;

use std::sync::Arc;

use casework::authority_file::{FileCommand, NotKept as Refused};
use casework::ids::{PersonId, Reference};
use casework::people::{CasePerson, MatchPerson, Matches, Pair, TellApart, UnmatchPerson};
use jiff::civil::Date;

pub use self::likeness::Likeness;

use crate::App;
use crate::authority_file::NotKept;
use crate::case_file::OpenedCaseFile;
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

/// Somebody of another case who may be the same, and what speaks for it.
#[derive(Debug)]
pub struct Candidate {
    /// Who.
    pub seen: SeenPerson,
    /// What speaks for it and against it.
    pub likeness: Likeness,
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
    /// The judgements that they and somebody else are two different people, each with its day.
    pub apart: Vec<(Pair, Date)>,
    /// Who may be the same, the likeliest first, but for those told apart from them.
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
        let authority_file = self.file_of(&officer.authority).await?;
        let matches = &authority_file.matches;
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
            candidates = self.called_alike(permit, &details, who, matches).await?;
        }
        Ok(Some(PersonView {
            seen,
            shut,
            judgements: matches.judgements(who),
            apart: matches.apart_from(who),
            candidates,
        }))
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
            let Some(file) = self.readable(officer, case).await? else {
                continue;
            };
            let file = Arc::new(file);
            for person in file.file.case.people_with_particulars() {
                let other = CasePerson { case, person };
                if matches.kept_apart(Pair::of(who, other)).is_some() {
                    continue;
                }
                let theirs = self::details(&file, person)
                    .filter(|theirs| journal::found_by(&officer.authority, &theirs.name, &name));
                if let Some(theirs) = theirs {
                    candidates.push(Candidate {
                        seen: SeenPerson {
                            who: other,
                            file: Arc::clone(&file),
                        },
                        likeness: Likeness::of(details, &theirs),
                    });
                }
            }
        }
        candidates.sort_by_key(|each| each.likeness.rank());
        Ok(candidates)
    }

    /// Refuses a judgement of two people to somebody who may not make it.
    pub(crate) async fn check_judgement(
        &self,
        officer: &Officer,
        command: &FileCommand,
    ) -> Result<(), NotKept> {
        if let FileCommand::MatchPerson(MatchPerson { people, .. })
        | FileCommand::TellApart(TellApart { people, .. }) = command
        {
            self.check_people(officer, *people).await
        } else if let FileCommand::UnmatchPerson(UnmatchPerson { people, .. }) = command {
            self.check_parting(officer, *people).await
        } else {
            Ok(())
        }
    }

    /// Checks that people to be judged are in cases that the reader may open.
    async fn check_people(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        for who in pair.both() {
            if self.opened(officer, who).await?.is_none() {
                return Err(Refused::NoSuchCase(who.case).into());
            }
        }
        Ok(())
    }

    /// Refuses to take a match back where that could show a protected contact, unless the complaints manager does it:
    /// for the other cases it is as lifting the protection is.
    async fn check_parting(&self, officer: &Officer, pair: Pair) -> Result<(), NotKept> {
        let file = self.file_of(&officer.authority).await?;
        let matches = &file.matches;
        // Whoever asks of two who are not matched learns that, and not whether anybody is protected.
        if officer.role == Role::ComplaintsManager || matches.judged(pair).is_none() {
            return Ok(());
        }
        let [one, _] = pair.both();
        let same = matches.same_as(one);
        if self.protected_among(&officer.authority, same).await? {
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
