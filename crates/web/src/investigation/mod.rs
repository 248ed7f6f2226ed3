//! Investigation, Stage 2: who investigates, the agreed statement, the reports, and the answer.

mod agree_statement;
mod appoint_investigators;
mod appoint_reviewer;
mod extend_investigation;
mod receive_reports;
mod send_adjudication;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &appoint_investigators::PAGE,
        &appoint_reviewer::PAGE,
        &agree_statement::PAGE,
        &extend_investigation::PAGE,
        &receive_reports::PAGE,
        &send_adjudication::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
