//! What the pages about protected contacts share, and the warning that stands on every page of the case.

use casework::ids::PersonId;
use casework::people::{Protection, StandingProtection};
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
    }
}

fn sentence(desk: &CaseDesk, each: &StandingProtection) -> String {
    let name =
        who_is_called(desk, each.person).unwrap_or_else(|| "Somebody in this case".to_owned());
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
            ProtectionFault::AlreadyProtected(_) | ProtectionFault::NotProtected => "what",
            ProtectionFault::ComplainedAbout => "to",
        }
    } else if day_of(refusal).is_empty() {
        "person"
    } else {
        "on-day"
    };
    field.to_owned()
}
