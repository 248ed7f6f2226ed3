//! Pools: who can be appointed, when not, and what appointments cost.

mod add_to_pool;
mod leave_pool;
mod note_absence;
mod overview;
mod record_cost;

use casework::ids::PersonId;

use crate::recording::{FileDesk, Reading, file_routes};
use crate::site::Route;

/// The page of the pools.
pub(crate) const POOLS: &str = "/pools";

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &add_to_pool::PAGE,
        &note_absence::PAGE,
        &leave_pool::PAGE,
        &record_cost::PAGE,
    ];
    let entries = pages.into_iter().flat_map(file_routes);
    entries.chain(overview::routes()).collect()
}

/// Everybody who has not left, as a choice; with `also_gone`, those who have too.
fn choices(desk: &FileDesk, also_gone: bool) -> Vec<(String, String)> {
    let pool = desk.pool.iter();
    pool.filter(|pooled| also_gone || pooled.member.until.is_none())
        .map(|pooled| (pooled.person.to_string(), pooled.details.name.clone()))
        .collect()
}

/// The person the address asks for, chosen beforehand; and the part and the case, where it names them.
fn asked(desk: &FileDesk) -> Vec<(String, String)> {
    let asked = |name: &str| (name.to_owned(), desk.asked.text(name).to_owned());
    ["member", "part", "case"].map(asked).into()
}

/// The person chosen.
fn chosen(desk: &FileDesk, reading: &mut Reading<'_>) -> Option<PersonId> {
    let typed = reading.fields.text("member");
    let mut ids = desk.pool.iter().map(|pooled| pooled.person);
    let found = ids.find(|person| person.to_string() == typed);
    if found.is_none() {
        reading.problems.add("member", "Choose who it is about");
    }
    found
}
