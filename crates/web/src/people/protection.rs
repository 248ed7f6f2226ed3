//! What the pages about protected contacts share.

use casework::ids::PersonId;
use casework::refusal::{ProtectionFault, Refusal};

use crate::recording::{CaseDesk, day_of, who_is_called};

/// Everybody in the case whose particulars are held.
pub(super) fn protectable(desk: &CaseDesk) -> Vec<(PersonId, String)> {
    let people = desk.case().people_with_particulars();
    let numbered = people.into_iter().enumerate();
    numbered
        .map(|(index, person)| {
            let name = who_is_called(desk, person);
            (
                person,
                name.unwrap_or_else(|| format!("Person {}", index + 1)),
            )
        })
        .collect()
}

/// The field a refusal is about.
pub(super) fn blame(refusal: &Refusal) -> String {
    let field = if let Refusal::Protection(fault) = refusal {
        match fault {
            ProtectionFault::NobodyOfThisCase => "person",
            ProtectionFault::AlreadyProtected(_)
            | ProtectionFault::NotProtected
            | ProtectionFault::ProtectedElsewhere => "what",
            ProtectionFault::ComplainedAbout => "to",
        }
    } else if day_of(refusal).is_empty() {
        "person"
    } else {
        "on-day"
    };
    field.to_owned()
}
