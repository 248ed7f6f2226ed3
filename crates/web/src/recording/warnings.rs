//! What stands on every page of a case: whom not to contact, which way is safe, whose address is protected, and how the
//! contact of somebody is restricted.

use casework::ids::PersonId;
use casework::people::{ProtectedElsewhere, Protection, ProtectionKind, StandingProtection};
use maud::{Markup, html};
use statute::dates::short_date;
use views::restrictions::StandingRestriction;

use super::{CaseDesk, who_is_called};
use crate::components::{WarningText, warning_text};

/// The warnings of a case; nothing where nobody in it is protected or restricted.
pub(crate) fn warnings(desk: &CaseDesk) -> Markup {
    html! { (protections(desk)) (restrictions(desk)) }
}

/// Whom not to contact, which way is safe and whose address is protected; nothing where nobody is protected.
fn protections(desk: &CaseDesk) -> Markup {
    html! {
        @for each in &desk.case().protections { (warning_text(&WarningText::new(protected(desk, each)))) }
        @for each in &desk.case().protected_elsewhere {
            (warning_text(&WarningText::new(protected_elsewhere(desk, each))))
        }
    }
}

fn name(desk: &CaseDesk, person: PersonId) -> String {
    who_is_called(desk, person).unwrap_or_else(|| "Somebody in this case".to_owned())
}

/// Another case of the person protects them. It is not named, as not everybody who reads this one may know of it.
fn protected_elsewhere(desk: &CaseDesk, each: &ProtectedElsewhere) -> String {
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

fn protected(desk: &CaseDesk, each: &StandingProtection) -> String {
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

/// How to contact those who are restricted; nothing where nobody is.
fn restrictions(desk: &CaseDesk) -> Markup {
    let today = desk.desk.today;
    let own = desk.file.file.restrictions(today);
    let own = own.into_iter().filter(StandingRestriction::is_in_force);
    let own = own.map(|each| (each.restriction.person(), each));
    let reaching = desk.file.file.reaching_restrictions(today);
    let reaching = reaching
        .into_iter()
        .map(|each| (each.person, each.standing));
    html! {
        @for (person, each) in own.chain(reaching) {
            (warning_text(&WarningText::new(restricted(&name(desk, person), &each))))
        }
    }
}

/// What holds when somebody is contacted or writes, and what it never touches.
fn restricted(name: &str, each: &StandingRestriction<'_>) -> String {
    let until = short_date(each.restriction.until());
    let measures = each.restriction.restricted.measures.iter();
    let measures: Vec<_> = measures.map(|measure| measure.label()).collect();
    format!(
        "{name}: contact with the council is restricted until {until}. {}. What they ask for is judged on its merits, and \
         the next stage stays open.",
        measures.join(". ")
    )
}
