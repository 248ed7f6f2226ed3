//! Review panel, Stage 3: three independent people hear the complaint; the director answers them.

mod appoint_review_panel;
mod hold_review_panel;
mod invite_to_review_panel;
mod rearrange_review_panel;
mod receive_panel_report;
mod request_review_panel;
mod send_panel_papers;
mod send_panel_response;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &request_review_panel::PAGE,
        &appoint_review_panel::PAGE,
        &invite_to_review_panel::PAGE,
        &send_panel_papers::PAGE,
        &rearrange_review_panel::PAGE,
        &hold_review_panel::PAGE,
        &receive_panel_report::PAGE,
        &send_panel_response::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
