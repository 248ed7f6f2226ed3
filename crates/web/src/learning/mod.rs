//! Learning: what a closed complaint taught.

mod hold_training;
mod report_back;
mod training;

use crate::recording::{self, file_routes};
use crate::site::Route;

/// The page of workshops and trainings.
pub(crate) const TRAINING: &str = "/learning/training";

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let of_case = recording::routes(&report_back::PAGE);
    let held = file_routes(&hold_training::PAGE);
    of_case
        .into_iter()
        .chain(held)
        .chain(training::routes())
        .collect()
}
