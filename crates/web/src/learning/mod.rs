//! Learning: what a closed complaint taught.

mod report_back;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    recording::routes(&report_back::PAGE).into()
}
