//! What other cases of the people in a case protect and restrict: gathered whenever a case is read, whoever reads it, so
//! that a protected address is withheld, and a restriction known, in every case of the person and whichever came first,
//! it or the match.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use casework::authority_file::AuthorityFile;
use casework::case::Case;
use casework::ids::{AuthorityCode, PersonId, Reference};
use casework::people::{CasePerson, ProtectedElsewhere, RestrictedElsewhere};

use crate::App;
use crate::failure::Failure;
use crate::officer::Officer;
use crate::permit::{may_read, subject};

impl App {
    /// Lays over a case how its people are protected and restricted in their other cases. It asks for no permit:
    /// whoever reads the case learns what holds for contacting somebody, and not where it was recorded or why.
    pub(crate) async fn reach_from_elsewhere(
        &self,
        authority: &AuthorityCode,
        reference: Reference,
        case: &mut Case,
    ) -> Result<(), Failure> {
        let file = self.file_of(authority).await?;
        let matches = &file.matches;
        case.know_as(one_person(reference, case, &file));
        let people = case.people_with_particulars();
        if people.is_empty() {
            return Ok(());
        }
        let mut read: BTreeMap<Reference, Option<Case>> = BTreeMap::new();
        let mut protecting = Vec::new();
        let mut restricting = Vec::new();
        for person in people {
            let who = CasePerson {
                case: reference,
                person,
            };
            for other in matches.same_as(who) {
                if other == who || other.is_of_the_authority() {
                    continue;
                }
                let theirs = if other.case == reference {
                    Some(&*case)
                } else {
                    let known = match read.entry(other.case) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(unknown) => {
                            unknown.insert(self.folded(authority, other.case).await?)
                        }
                    };
                    known.as_ref()
                };
                let Some(theirs) = theirs else {
                    continue;
                };
                let protections = theirs.protections.iter();
                let protections = protections.filter(|each| each.person == other.person);
                protecting.extend(protections.map(|each| ProtectedElsewhere {
                    person,
                    what: each.what.kind(),
                    since: each.since,
                }));
                // Whatever is known of a case that was taken back was an error. A protection errs to the safe side.
                let restrictions = theirs.restrictions.iter();
                let restrictions = restrictions
                    .filter(|each| each.person() == other.person && !theirs.is_taken_back());
                restricting.extend(restrictions.map(|each| RestrictedElsewhere {
                    person,
                    recorded_in: Some(other.case),
                    restriction: each.clone(),
                }));
            }
        }
        case.protect_from_elsewhere(protecting);
        case.restrict_from_elsewhere(restricting);
        Ok(())
    }

    /// The restrictions that reach a case, each with the case it was recorded in where the reader may open that one,
    /// and without it where not. Asking whether they may is no reading.
    pub(crate) async fn restrictions_as_seen_by(
        &self,
        officer: &Officer,
        case: &Case,
    ) -> Result<Vec<RestrictedElsewhere>, Failure> {
        let mut seen = case.restricted_elsewhere.clone();
        for each in &mut seen {
            if let Some(reference) = each.recorded_in {
                let theirs = self.folded_for(officer, reference).await?;
                each.recorded_in = theirs.map(|_| reference);
            }
        }
        Ok(seen)
    }

    /// Whether anybody among these people of cases is protected there.
    pub(crate) async fn protected_among(
        &self,
        authority: &AuthorityCode,
        people: impl IntoIterator<Item = CasePerson, IntoIter: Send> + Send,
    ) -> Result<bool, Failure> {
        for each in people {
            if each.is_of_the_authority() {
                continue;
            }
            let case = self.folded(authority, each.case).await?;
            let mut protections = case.iter().flat_map(|case| &case.protections);
            if protections.any(|standing| standing.person == each.person) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A case as its own facts make it, for somebody who may open it; no item of it is opened, so nothing is read that
    /// would have to be noted.
    pub(super) async fn folded_for(
        &self,
        officer: &Officer,
        reference: Reference,
    ) -> Result<Option<Case>, Failure> {
        let Some(mut case) = self.folded(&officer.authority, reference).await? else {
            return Ok(None);
        };
        let file = self.file_of(&officer.authority).await?;
        case.know_as(one_person(reference, &case, &file));
        Ok(may_read(officer, &case).then_some(case))
    }

    /// A case as its own facts make it; no item of it is opened.
    pub(super) async fn folded(
        &self,
        authority: &AuthorityCode,
        reference: Reference,
    ) -> Result<Option<Case>, Failure> {
        let Some((case, _)) = self.journal.find(authority, reference).await? else {
            return Ok(None);
        };
        let entries = self.journal.stream(authority, case).await?;
        Ok(Some(*subject(reference, case, &entries)?.case))
    }
}

/// The ids of this case and of the authority that are one person each, for everybody in the case who has more than one.
fn one_person(reference: Reference, case: &Case, file: &AuthorityFile) -> Vec<BTreeSet<PersonId>> {
    let played = case.parts().into_iter().map(|(_, person)| person);
    let people = case.people_with_particulars().into_iter().chain(played);
    let ids = people.map(|person| {
        let here = CasePerson {
            case: reference,
            person,
        };
        // Somebody of the authority bears the same id in every case.
        let known = [here, CasePerson::of_the_authority(person)];
        let same = known.into_iter().flat_map(|who| file.matches.same_as(who));
        same.filter(|each| each.case == reference || each.is_of_the_authority())
            .map(|each| each.person)
            .collect::<BTreeSet<_>>()
    });
    ids.filter(|ids| ids.len() > 1).collect()
}
