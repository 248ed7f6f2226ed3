//! The people of one case with what the vault holds of them. Whoever compares people needs no more, and the rest of the
//! file stays shut.

use std::borrow::Cow;
use std::collections::BTreeMap;

use casework::case::Case;
use casework::ids::{ItemId, PersonId};

use crate::App;
use crate::case_file::{OpenedCaseFile, withhold};
use crate::failure::Failure;
use crate::permit::Permit;
use crate::private::PersonDetails;

/// The people of a case.
pub(super) struct InACase<'a> {
    /// The case.
    pub(super) case: &'a Case,
    /// What the vault holds of them, by item. Where an address is protected stands that it is withheld.
    texts: Cow<'a, BTreeMap<ItemId, String>>,
}

impl<'a> InACase<'a> {
    /// Those of a file that is open as a whole.
    pub(super) fn of(file: &'a OpenedCaseFile) -> Self {
        Self {
            case: &file.file.case,
            texts: Cow::Borrowed(file.texts()),
        }
    }

    /// The particulars of somebody, or the name by which they were appointed.
    pub(super) fn details(&self, person: PersonId) -> Option<PersonDetails> {
        let particulars = self.case.particulars_of(person).into_iter();
        let mut opened = particulars.filter_map(|sealed| self.text(sealed.item));
        let given = opened.find(|details| !details.name.is_empty());
        given.or_else(|| self.appointed_by_name(person))
    }

    /// Everybody who is known in this case and nowhere else.
    pub(super) fn known_here_alone(&self) -> Vec<PersonId> {
        let mut people = self.case.people_with_particulars();
        let by_name =
            appointed(self.case).filter(|person| self.appointed_by_name(*person).is_some());
        for person in by_name {
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    }

    /// Somebody whose name was typed when they were appointed: it lies in the vault under their own id.
    fn appointed_by_name(&self, person: PersonId) -> Option<PersonDetails> {
        let is_appointed = appointed(self.case).any(|each| each == person);
        self.text(ItemId(person.0)).filter(|_| is_appointed)
    }

    fn text(&self, item: ItemId) -> Option<PersonDetails> {
        self.texts.get(&item).map(|text| PersonDetails::read(text))
    }
}

/// Everybody who is or was appointed in a case.
pub(super) fn appointed(case: &Case) -> impl Iterator<Item = PersonId> {
    case.parts().into_iter().map(|(_, person)| person)
}

impl App {
    /// The people of the case a permit is for; `None` when it is for none.
    pub(super) async fn people_in_the_case<'permit>(
        &self,
        permit: &'permit Permit,
    ) -> Result<Option<InACase<'permit>>, Failure> {
        let Some(subject) = permit.subject() else {
            return Ok(None);
        };
        let case = &*subject.case;
        let people = case.people_with_particulars().into_iter();
        let particulars = people.flat_map(|person| case.particulars_of(person));
        let items: Vec<ItemId> = particulars
            .map(|sealed| sealed.item)
            .chain(appointed(case).map(|person| ItemId(person.0)))
            .collect();
        let authority = &permit.officer().authority;
        let mut texts = self.journal.open_items(authority, case.id, &items).await?;
        withhold(case, &mut texts);
        Ok(Some(InACase {
            case,
            texts: Cow::Owned(texts),
        }))
    }
}
