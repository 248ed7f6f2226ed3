//! Ombudsman: what the Local Government and Social Care Ombudsman asked and decided.

mod record_ombudsman_case;
mod record_ombudsman_decision;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &record_ombudsman_case::PAGE,
        &record_ombudsman_decision::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
