//! Reading a case file: the facts folded, and the vault opened for the people and texts in it.

mod protected;
mod sealed_texts;

use std::collections::BTreeMap;
use std::fmt;

use casework::event::Event;
use casework::ids::{AccountId, ItemId, PersonId, Reference, Sealed};
use casework::registers::Particulars;
use views::case_file::CaseFile;

pub use self::protected::{Released, WITHHELD};

pub(crate) use self::protected::withhold;
use self::sealed_texts::sealed_in;
use crate::App;
use crate::failure::Failure;
use crate::permit::{OPERATOR, Permit, Recorded};
use crate::private::PersonDetails;

/// A case file with what it refers to.
pub struct OpenedCaseFile {
    /// Its reference.
    pub reference: Reference,
    /// The file itself.
    pub file: CaseFile,
    /// Each fact with when it was recorded and by whom, in the order of the timeline.
    pub history: Vec<Recorded>,
    /// What the vault holds of it, by item; empty after disposal.
    texts: BTreeMap<ItemId, String>,
    /// The names of the accounts in it, and of those appointed from a pool.
    names: BTreeMap<AccountId, String>,
}

impl fmt::Debug for OpenedCaseFile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "OpenedCaseFile({})", self.reference)
    }
}

impl OpenedCaseFile {
    /// A text, if the vault still holds it. In particulars whose address is protected, [`WITHHELD`] stands in its place.
    pub fn text(&self, sealed: &Sealed) -> Option<&str> {
        self.texts.get(&sealed.item).map(String::as_str)
    }

    /// Everything the vault holds of it, by item.
    pub(crate) fn texts(&self) -> &BTreeMap<ItemId, String> {
        &self.texts
    }

    /// A person's particulars, if the vault still holds them.
    pub fn person(&self, sealed: &Sealed) -> Option<PersonDetails> {
        self.text(sealed).map(PersonDetails::read)
    }

    /// The name of a colleague who plays a part in the case.
    pub fn colleague(&self, person: PersonId) -> Option<&str> {
        self.names.get(&AccountId(person.0)).map(String::as_str)
    }

    /// The name of somebody who works with the record.
    pub fn name(&self, account: AccountId) -> &str {
        if account == OPERATOR {
            return "the operator";
        }
        self.names
            .get(&account)
            .map_or("a former colleague", String::as_str)
    }
}

impl App {
    /// Reads the case file a permit is for; `None` when the permit concerns no case, or only the corrective actions of
    /// an owner, who reads [`App::own_actions`].
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn case_file(&self, permit: &Permit) -> Result<Option<OpenedCaseFile>, Failure> {
        let Some(subject) = permit.subject() else {
            return Ok(None);
        };
        if permit.deed().is_of_an_owner() {
            return Ok(None);
        }
        let officer = permit.officer();
        let settings = self.settings_of(&officer.authority)?;
        let facts: Vec<_> = subject
            .history
            .iter()
            .map(|recorded| recorded.fact.clone())
            .collect();
        let mut file = CaseFile::fold(subject.case.id, &facts, &settings)
            .ok_or(Failure::HeadlessCase(subject.case.id))?;
        let elsewhere = subject.case.protected_elsewhere.iter().copied();
        file.case.protect_from_elsewhere(elsewhere);
        let restricting = self.restrictions_as_seen_by(officer, &subject.case);
        file.case.restrict_from_elsewhere(restricting.await?);
        let to_sort = file.case.representation.particulars.iter();
        let to_sort = to_sort
            .filter(|_| file.case.representation.to_sort().is_some())
            .flat_map(Particulars::sealed);
        let sealed = facts
            .iter()
            .flat_map(|fact| sealed_in(&fact.event))
            .chain(to_sort);
        let appointed: Vec<PersonId> = facts
            .iter()
            .flat_map(|fact| appointed_in(&fact.event))
            .collect();
        let items: Vec<_> = sealed
            .map(|sealed| sealed.item)
            .chain(appointed.iter().map(|person| ItemId(person.0)))
            .collect();
        let mut texts = self
            .journal
            .open_items(&officer.authority, subject.case.id, &items)
            .await?;
        withhold(&file.case, &mut texts);
        let mut names = self.account_names(&officer.authority).await?;
        // Somebody from a pool has a name in the authority's own file and none in the case.
        let unnamed: Vec<ItemId> = appointed
            .into_iter()
            .filter(|person| !names.contains_key(&AccountId(person.0)))
            .map(|person| ItemId(person.0))
            .filter(|item| !texts.contains_key(item))
            .collect();
        if !unnamed.is_empty() {
            let pooled = self.pooled_names(&officer.authority, &unnamed).await?;
            names.extend(
                pooled
                    .into_iter()
                    .map(|(person, name)| (AccountId(person.0), name)),
            );
        }
        Ok(Some(OpenedCaseFile {
            reference: subject.reference,
            file,
            history: subject.history.clone(),
            texts,
            names,
        }))
    }
}

/// The people an event appoints. The name of each lies in the vault under the person's own id.
fn appointed_in(event: &Event) -> Vec<PersonId> {
    if let Event::InvestigationResponseSent(response) = event {
        let adjudicated = response.adjudication.iter();
        adjudicated
            .map(|adjudication| adjudication.officer)
            .collect()
    } else if let Event::InvestigatorsAppointed(appointed) = event {
        vec![
            appointed.investigating_officer,
            appointed.independent_person,
        ]
    } else if let Event::ReviewPanelAppointed(appointed) = event {
        let [first, second] = appointed.members;
        vec![appointed.chair, first, second]
    } else if let Event::AdvocateAppointed(appointed) = event {
        vec![appointed.advocate]
    } else {
        Vec::new()
    }
}
