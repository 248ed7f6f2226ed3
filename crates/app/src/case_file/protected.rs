//! Protected contacts: withheld where particulars are opened, so that no page, letter, export or search has to think
//! of it, and released one at a time by a complaints manager.

use std::collections::BTreeMap;
use std::fmt;

use casework::action::Command;
use casework::case::Case;
use casework::ids::{ItemId, PersonId};

use crate::App;
use crate::failure::Failure;
use crate::permit::Permit;
use crate::private::PersonDetails;
use crate::record::{Done, NotRecorded, Order};

/// What stands in the place of a protected contact, wherever it would be shown.
pub const WITHHELD: &str = "Protected. The complaints manager can release it.";

/// A release that was recorded, with the contact it is for.
pub struct Released {
    /// What was recorded.
    pub done: Done,
    /// The person’s particulars with the contact, if the vault holds any; `None` when the form had been sent before, as
    /// a release shows it once.
    pub details: Option<PersonDetails>,
}

impl fmt::Debug for Released {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Released({})", self.done.reference)
    }
}

/// Puts [`WITHHELD`] in the place of every protected contact among the opened items of a case.
pub(crate) fn withhold(case: &Case, texts: &mut BTreeMap<ItemId, String>) {
    for person in case.withheld() {
        for sealed in case.particulars_of(person) {
            let Some(text) = texts.get_mut(&sealed.item) else {
                continue;
            };
            let mut details = PersonDetails::read(text);
            if details.contact.is_some() {
                details.contact = Some(WITHHELD.to_owned());
                *text = details.as_text();
            }
        }
    }
}

impl App {
    /// Records the release of a protected contact, and then opens it.
    ///
    /// # Errors
    ///
    /// [`NotRecorded`] when the rules say no, somebody else was first, or something broke; then nothing is opened.
    ///
    /// # Panics
    ///
    /// When the permit is for another deed than the command: a bug, not a circumstance.
    pub async fn release_contact(
        &self,
        permit: Permit,
        order: Order,
    ) -> Result<Released, NotRecorded> {
        let held = match (&order.command, permit.subject()) {
            (Command::ReleaseContact(release), Some(subject)) => {
                let items = items_of(&subject.case, release.person);
                let authority = permit.officer().authority.clone();
                Some((authority, subject.case.id, items))
            }
            (_, _) => None,
        };
        let done = self.record(permit, order).await?;
        let Some((authority, case, items)) = held.filter(|_| !done.again) else {
            return Ok(Released {
                done,
                details: None,
            });
        };
        let texts = self
            .journal
            .open_items(&authority, case, &items)
            .await
            .map_err(Failure::from)?;
        let mut details = texts.values().map(|text| PersonDetails::read(text));
        let details = details.find(|details| details.contact.is_some());
        Ok(Released { done, details })
    }
}

fn items_of(case: &Case, person: PersonId) -> Vec<ItemId> {
    let particulars = case.particulars_of(person);
    particulars.iter().map(|sealed| sealed.item).collect()
}
