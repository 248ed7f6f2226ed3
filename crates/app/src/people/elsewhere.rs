//! What other cases of the people in a case protect: gathered whenever a case is read, whoever reads it, so that a
//! protected address is withheld in every case of the person and whichever came first, the protection or the match.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use casework::case::Case;
use casework::ids::{AuthorityCode, Reference};
use casework::people::{CasePerson, ProtectedElsewhere};

use crate::App;
use crate::failure::Failure;
use crate::permit::subject;

impl App {
    /// Lays over a case how its people are protected in their other cases. It asks for no permit, as it only takes
    /// away: whoever reads the case learns that something is protected and not where.
    pub(crate) async fn protect_from_elsewhere(
        &self,
        authority: &AuthorityCode,
        reference: Reference,
        case: &mut Case,
    ) -> Result<(), Failure> {
        let people = case.people_with_particulars();
        if people.is_empty() {
            return Ok(());
        }
        let file = self.file_of(authority).await?;
        let matches = &file.matches;
        let mut read: BTreeMap<Reference, Option<Case>> = BTreeMap::new();
        let mut reaching = Vec::new();
        for person in people {
            let who = CasePerson {
                case: reference,
                person,
            };
            for other in matches.same_as(who) {
                if other == who {
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
                let protections = theirs.into_iter().flat_map(|case| &case.protections);
                let theirs = protections.filter(|each| each.person == other.person);
                reaching.extend(theirs.map(|each| ProtectedElsewhere {
                    person,
                    what: each.what.kind(),
                    since: each.since,
                }));
            }
        }
        case.protect_from_elsewhere(reaching);
        Ok(())
    }

    /// Whether anybody among these people of cases is protected there.
    pub(crate) async fn protected_among(
        &self,
        authority: &AuthorityCode,
        people: impl IntoIterator<Item = CasePerson, IntoIter: Send> + Send,
    ) -> Result<bool, Failure> {
        for each in people {
            let case = self.folded(authority, each.case).await?;
            let mut protections = case.iter().flat_map(|case| &case.protections);
            if protections.any(|standing| standing.person == each.person) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A case as its own facts make it; no item of it is opened.
    async fn folded(
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
