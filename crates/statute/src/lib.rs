//! What the law says: working days, time limits, standing, independence and procedures, as dated data with citations.
//!
//! This floor knows no complaint, no council and no clock. Everything it answers follows from its arguments,
//! and a day outside the published bank holidays is refused rather than guessed.

pub mod dates;
pub mod limits;
mod near_miss;
pub mod procedure;
pub mod proof;
pub mod rules;
pub mod working_days;

pub use limits::{Citation, Kind, Length, LimitId, Milestone, Owner, Status, TimeLimit};
pub use proof::{Due, DueDate, Period};
pub use working_days::{BeyondCalendar, Calendar, Counting, Region, WorkingDays};
