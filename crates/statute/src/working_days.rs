//! Counting working days, as the regulations count them.
//!
//! The calendar knows which days work; here is how a period runs through it. Calendar months and years are no
//! business of this module: they ignore working days altogether.

mod bank_holidays;
mod calendar;
mod named_days;

pub use bank_holidays::{BankHoliday, Region};
pub use calendar::{BeyondCalendar, Calendar, CalendarRefused, NotWorking};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A length of time in working days: never calendar days, never hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WorkingDays(pub u16);

/// How a council counts. The default is the reading of the Regulations; anything else must be shown beside it.
///
/// Source: SI 2006/1738 has no rule of its own for either question.
/// Reading: the day of the event is day 0 whatever day it is, which is also how the Ombudsman counted in 25 005 179.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Counting {
    /// What happens when the event falls on a day that does not work.
    pub nonworking_receipt: NonworkingReceipt,
    /// Whether the day of the event counts.
    pub day_zero: DayZero,
}

/// What happens when the event falls on a day that does not work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NonworkingReceipt {
    /// The event happened when it happened.
    #[default]
    Actual,
    /// The event is taken to have happened on the next working day, which adds a day to the period.
    DeemNextWorkingDay,
}

/// Whether the day of the event counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayZero {
    /// Day one is the first working day after the event.
    #[default]
    Exclude,
    /// Day one is the day of the event, if it works. Wrong for the Regulations; some councils have counted so.
    Include,
}

impl WorkingDays {
    /// The last day of the period.
    ///
    /// Reading: the day that starts it does not count; the next working day is day one.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the period outruns the published bank holidays, so that a letter never carries a
    /// guessed date.
    pub fn end(self, start: Date, calendar: &Calendar) -> Result<Date, BeyondCalendar> {
        calendar.forward(start, self)
    }

    /// The day that leaves this many working days before `event`, counting back with the event as day 0.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the count runs back past the first day the calendar knows.
    pub fn before(self, event: Date, calendar: &Calendar) -> Result<Date, BeyondCalendar> {
        calendar.back(event, self)
    }
}

impl Counting {
    /// Whether this is the reading of the Regulations.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The day that counts as day 0.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the event lies outside the calendar.
    pub fn day_zero(self, event: Date, calendar: &Calendar) -> Result<Date, BeyondCalendar> {
        match self.nonworking_receipt {
            NonworkingReceipt::DeemNextWorkingDay if !calendar.is_working_day(event)? => {
                calendar.next_working_day(event)
            }
            NonworkingReceipt::Actual | NonworkingReceipt::DeemNextWorkingDay => Ok(event),
        }
    }

    /// The last day of a period, counted this way.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the period outruns the calendar.
    pub fn end(
        self,
        length: WorkingDays,
        start: Date,
        calendar: &Calendar,
    ) -> Result<Date, BeyondCalendar> {
        let zero = self.day_zero(start, calendar)?;
        let length = match self.day_zero {
            DayZero::Include if calendar.is_working_day(zero)? => {
                WorkingDays(length.0.saturating_sub(1))
            }
            DayZero::Include | DayZero::Exclude => length,
        };
        calendar.forward(zero, length)
    }

    /// Working days elapsed, counted this way.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if either day lies outside the calendar.
    pub fn elapsed(self, from: Date, to: Date, calendar: &Calendar) -> Result<u32, BeyondCalendar> {
        let zero = self.day_zero(from, calendar)?;
        let after = elapsed(zero, to, calendar)?;
        Ok(match self.day_zero {
            DayZero::Include if zero <= to && calendar.is_working_day(zero)? => after + 1,
            DayZero::Include | DayZero::Exclude => after,
        })
    }
}

/// Working days from `from` (not counted) to `to` (counted). The same day is 0, and so is an action before the event.
///
/// # Errors
///
/// [`BeyondCalendar`] if either day lies outside the calendar.
pub fn elapsed(from: Date, to: Date, calendar: &Calendar) -> Result<u32, BeyondCalendar> {
    calendar.elapsed(from, to)
}
