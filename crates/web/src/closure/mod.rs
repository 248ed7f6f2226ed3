//! Closure: what puts a wrong right, and how a case ends, always with the next right named or a lawful reason.

mod agree_remedy;
mod carry_out_remedy;
mod close;
mod withdraw;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &agree_remedy::PAGE,
        &carry_out_remedy::PAGE,
        &withdraw::PAGE,
        &close::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
