//! Intake: recording a complaint, acknowledging it, handing it to somebody to answer; or saying, with
//! reasons, that it belongs elsewhere.

mod acknowledge;
mod assign;
mod change_procedure;
mod decide_interest;
mod decline;
mod equality;
mod import_cases;
mod judge_procedure;
mod people_form;
mod place_form;
mod points_form;
mod record_as_complaint;
mod record_complaint;
mod record_consent;
mod record_equality;
mod refer_elsewhere;
mod send_equality_form;
mod staff_form;
mod take_contact;
mod weigh_delay;

pub(crate) use equality::state as equality_state;
pub(crate) use import_cases::IMPORT;
pub(crate) use judge_procedure::judged;
pub(crate) use people_form::{ask_child, ask_complainant, filled, read_child, read_complainant};
pub(crate) use place_form::{ask_place, blame_place, read_place, suggest_place};
pub(crate) use record_as_complaint::taken_down;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let pages = [
        &acknowledge::PAGE,
        &assign::PAGE,
        &decline::PAGE,
        &decide_interest::PAGE,
        &weigh_delay::PAGE,
        &record_consent::PAGE,
        &change_procedure::PAGE,
        &send_equality_form::PAGE,
        &record_equality::PAGE,
        &refer_elsewhere::PAGE,
        &record_as_complaint::PAGE,
    ];
    let openings = [&record_complaint::PAGE, &take_contact::PAGE];
    let openings = openings.into_iter().flat_map(recording::opening_routes);
    openings
        .chain(import_cases::routes())
        .chain(judge_procedure::routes())
        .chain(pages.into_iter().flat_map(recording::routes))
        .collect()
}
