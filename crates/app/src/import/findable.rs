//! What an imported case is found by: the names of its people, and its old reference with the first thing that is sealed.

use casework::ids::Sealed;
use journal::Sealing;

use crate::private::{PERSON, PersonDetails};

/// Seals somebody’s particulars, found by the name and by what comes with it.
pub(super) fn seal_person(
    details: &PersonDetails,
    sealing: &mut Sealing,
    also: Option<&str>,
) -> Sealed {
    let text = serde_json::to_string(details).expect("the particulars have only strings for keys");
    let mut findable: Vec<&str> = details.name.split_whitespace().collect();
    findable.extend(words(also));
    sealing.seal(PERSON, &text, &findable)
}

/// The old reference as something a case is found by.
pub(super) fn words(reference: Option<&str>) -> Vec<&str> {
    reference
        .into_iter()
        .flat_map(str::split_whitespace)
        .collect()
}
