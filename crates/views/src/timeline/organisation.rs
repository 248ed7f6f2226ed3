//! The timeline’s sentence about where in the organisation a complaint belongs.

use casework::organisation::{Place, PlaceCorrected};
use casework::settings::Settings;

/// The title, and what stood before and stands now. Units are told by their codes, which never change.
pub(super) fn told(corrected: &PlaceCorrected, settings: &Settings) -> (String, Vec<String>) {
    let details = vec![
        format!("Before: {}", in_words(&corrected.from, settings)),
        format!("Now: {}", in_words(&corrected.to, settings)),
    ];
    ("Area, team or provider corrected".to_owned(), details)
}

fn in_words(place: &Place, settings: &Settings) -> String {
    let units = [
        ("area", &place.area),
        ("team", &place.team),
        ("provider", &place.provider),
        ("came in at", &place.received_by),
    ];
    let units = units
        .into_iter()
        .filter_map(|(label, code)| code.as_ref().map(|code| format!("{label} {code}")));
    let services = place.other_services.iter();
    let services = services.map(|service| format!("also {}", settings.service(service)));
    let all: Vec<String> = units.chain(services).collect();
    if all.is_empty() {
        "nothing said".to_owned()
    } else {
        all.join(", ")
    }
}
