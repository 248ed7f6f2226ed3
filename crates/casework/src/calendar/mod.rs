//! Calendar: bank holidays announced after the fact, and how they reach cases that are open.
//!
//! Source: SI 2006/1738 reg 2: a day made a bank holiday is no working day, also one announced nine days ahead.

mod announced_holiday;
mod reach;
mod recompute_deadlines;

pub use announced_holiday::{AnnouncedHoliday, NotAHoliday};
pub use reach::RunningLimit;
pub use recompute_deadlines::{RecomputeDeadlines, moves};
