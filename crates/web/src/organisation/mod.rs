//! Organisation: areas, teams and providers, and what becomes of them.

mod close_unit;
mod correct_place;
mod merge_units;
mod open_unit;
mod overview;
mod rename_unit;

use casework::organisation::Unit;
use casework::settings::Code;

use crate::recording::{self, FileDesk, file_routes};
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &open_unit::PAGE,
        &rename_unit::PAGE,
        &merge_units::PAGE,
        &close_unit::PAGE,
    ];
    let entries = pages.into_iter().flat_map(file_routes);
    let correction = recording::routes(&correct_place::PAGE);
    entries
        .chain(correction)
        .chain(overview::routes())
        .collect()
}

/// Every unit that has not ended, as a choice.
fn choices(desk: &FileDesk) -> Vec<(String, String)> {
    let units = desk.file.organisation.units();
    units
        .filter(|(_, unit)| unit.until.is_none())
        .map(|(code, unit)| (code.to_string(), called(unit)))
        .collect()
}

/// A unit with what it is.
fn called(unit: &Unit) -> String {
    format!("{} ({})", unit.name(), unit.kind.label().to_lowercase())
}

/// The unit the address asks for, chosen beforehand.
fn asked(desk: &FileDesk, field: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), desk.asked.text("unit").to_owned())]
}

/// The code chosen; whether there is such a unit is asked when it is decided.
fn chosen(text: &str) -> Option<Code> {
    (!text.is_empty()).then(|| Code::new(text))
}
