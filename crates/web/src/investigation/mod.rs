//! Investigation, Stage 2: who investigates, the agreed statement, the reports, and the answer.

mod agree_statement;
mod appoint_investigators;
mod appoint_reviewer;
mod extend_investigation;
mod receive_independent_report;
mod receive_officer_report;
mod receive_reports;
mod record_statement_comments;
mod send_adjudication;
mod send_statement;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &appoint_investigators::PAGE,
        &appoint_reviewer::PAGE,
        &send_statement::PAGE,
        &record_statement_comments::PAGE,
        &agree_statement::PAGE,
        &receive_officer_report::PAGE,
        &receive_independent_report::PAGE,
        &extend_investigation::PAGE,
        &receive_reports::PAGE,
        &send_adjudication::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
