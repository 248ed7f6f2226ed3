//! Advocacy: help for children and young people who complain or think of it.

mod record_advocacy;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    recording::routes(&record_advocacy::PAGE).into()
}
