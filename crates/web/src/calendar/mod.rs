//! Calendar: the bank holidays that are known, one that is announced, and what it moves.

mod bank_holidays;
mod recompute_deadlines;

pub(crate) use bank_holidays::CALENDAR;

use crate::recording;
use crate::site::Route;

/// The routes of the room.
pub(crate) fn routes() -> Vec<Route> {
    let of_case = recording::routes(&recompute_deadlines::PAGE);
    of_case.into_iter().chain(bank_holidays::routes()).collect()
}
