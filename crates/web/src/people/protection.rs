//! What the pages about protected contacts share, and the warning that stands on every page of the case.

use casework::ids::PersonId;
use casework::people::{ProtectedElsewhere, Protection, ProtectionKind, StandingProtection};
use casework::refusal::{ProtectionFault, Refusal};
use maud::{Markup, html};
use statute::dates::short_date;

use crate::components::{WarningText, warning_text};
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

/// Whom not to contact, which way is safe and whose address is protected; nothing where nobody is protected.
pub(crate) fn standing(desk: &CaseDesk) -> Markup {
    html! {
        @for each in &desk.case().protections { (warning_text(&WarningText::new(sentence(desk, each)))) }
        @for each in &desk.case().protected_elsewhere {
            (warning_text(&WarningText::new(sentence_elsewhere(desk, each))))
        }
    }
}

fn name(desk: &CaseDesk, person: PersonId) -> String {
    who_is_called(desk, person).unwrap_or_else(|| "Somebody in this case".to_owned())
}

/// Another case of the person protects them. It is not named, as not everybody who reads this one may know of it.
fn sentence_elsewhere(desk: &CaseDesk, each: &ProtectedElsewhere) -> String {
    let name = name(desk, each.person);
    let since = short_date(each.since);
    match each.what {
        ProtectionKind::AddressProtected => format!(
            "{name}: the address is protected, since {since}, because of another case of the same person. The complaints \
             manager can release it."
        ),
        ProtectionKind::DoNotContact => {
            format!(
                "{name}: do not contact, since {since}, because of another case of the same person."
            )
        }
        ProtectionKind::ContactOnlySo => format!(
            "{name}: contact only in a safe way, since {since}, which another case of the same person says. Ask the \
             complaints manager which it is."
        ),
    }
}

fn sentence(desk: &CaseDesk, each: &StandingProtection) -> String {
    let name = name(desk, each.person);
    let since = short_date(each.since);
    match &each.what {
        Protection::AddressProtected => format!(
            "{name}: the address is protected, since {since}. The complaints manager can release it."
        ),
        Protection::DoNotContact => format!("{name}: do not contact, since {since}."),
        Protection::ContactOnlySo { how } => {
            let how = desk.file.text(how).unwrap_or("the way is no longer held");
            format!("{name}: contact only so, since {since}: {how}")
        }
    }
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
