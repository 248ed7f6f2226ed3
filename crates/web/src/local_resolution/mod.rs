//! Local resolution, Stage 1: answering point by point, taking longer, and what comes after.

mod extend_local_resolution;
mod request_investigation;
mod resolve;
mod respond;
mod withdraw_request;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &extend_local_resolution::PAGE,
        &respond::PAGE,
        &resolve::PAGE,
        &request_investigation::PAGE,
        &withdraw_request::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
