//! Context: the council in figures, year by year, and what earlier years were published as.

mod overview;
mod record_context;
mod record_population;
mod record_published;

use crate::recording::file_routes;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &record_context::PAGE,
        &record_population::PAGE,
        &record_published::PAGE,
    ];
    let entries = pages.into_iter().flat_map(file_routes);
    entries.chain(overview::routes()).collect()
}
