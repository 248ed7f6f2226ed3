//! Closure: how a case ends, always with the next right named or a lawful reason.

mod close;
mod withdraw;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    [&withdraw::PAGE, &close::PAGE]
        .into_iter()
        .flat_map(recording::routes)
        .collect()
}
