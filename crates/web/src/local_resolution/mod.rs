//! Local resolution, Stage 1: answering point by point, taking longer, and what comes after.

mod agree_pause;
mod agree_to_wait;
mod ask_for_time;
mod check_answer;
mod complete_answer;
mod extend_local_resolution;
mod going_on;
mod hand_in_draft;
mod lateness;
mod learning_shared;
mod name_helper;
mod offer_investigation;
mod record_activity;
mod record_dissatisfaction;
mod refuse_escalation;
mod refuse_more_time;
mod request_investigation;
mod resolution;
mod resolve;
mod respond;
mod skip_local_resolution;
mod whose_desk;
mod withdraw_request;

pub(crate) use going_on::{ask_going_on, blame_going_on, read_going_on};
pub(crate) use whose_desk::{is_to_chase, whose_desk};

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &extend_local_resolution::PAGE,
        &name_helper::PAGE,
        &ask_for_time::PAGE,
        &refuse_more_time::PAGE,
        &hand_in_draft::PAGE,
        &check_answer::PAGE,
        &complete_answer::PAGE,
        &respond::PAGE,
        &resolve::PAGE,
        &request_investigation::PAGE,
        &withdraw_request::PAGE,
        &offer_investigation::PAGE,
        &agree_pause::PAGE,
        &agree_to_wait::PAGE,
        &skip_local_resolution::PAGE,
        &record_activity::PAGE,
        &record_dissatisfaction::PAGE,
        &refuse_escalation::PAGE,
    ];
    pages.into_iter().flat_map(recording::routes).collect()
}
