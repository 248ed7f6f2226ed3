//! What a decision may ask: the calendar, the settings, and what day it is.

use jiff::civil::Date;
use statute::limits::{self, LimitId};
use statute::proof::{self, DueDate};
use statute::working_days::Calendar;

use crate::clock::ClockChange;
use crate::refusal::Refusal;
use crate::settings::Settings;

/// The law as it stands when a decision is taken.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// The working days of the authority.
    pub calendar: &'a Calendar,
    /// What the authority may choose.
    pub settings: &'a Settings,
    /// The day the decision is taken; nothing can have happened after it.
    pub today: Date,
}

impl Law<'_> {
    /// Starts a time limit.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn start(&self, limit: LimitId, from: Date) -> Result<ClockChange, Refusal> {
        Ok(ClockChange::Started(self.due(limit, from)?))
    }

    /// When a time limit ends.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when the period outruns the published bank holidays.
    pub fn due(&self, limit: LimitId, from: Date) -> Result<DueDate, Refusal> {
        let length = self
            .settings
            .local_length(limit)
            .unwrap_or_else(|| limits::of(limit).length);
        let time_limit = limits::TimeLimit {
            length,
            ..*limits::of(limit)
        };
        Ok(DueDate::from(&proof::due(
            &time_limit,
            from,
            self.calendar,
        )?))
    }

    /// How many working days a duty took: those after `from`, up to and including `to`.
    ///
    /// # Errors
    ///
    /// [`Refusal::BeyondCalendar`] when a day lies outside the published bank holidays.
    pub fn elapsed(&self, from: Date, to: Date) -> Result<u32, Refusal> {
        Ok(self.calendar.elapsed(from, to)?)
    }

    /// Checks that something can have happened on a day: not before `earliest`, not after today.
    ///
    /// # Errors
    ///
    /// [`Refusal::InTheFuture`] or [`Refusal::BeforeItCould`], which show both days.
    pub fn happened(
        &self,
        what: &'static str,
        on: Date,
        earliest: (&'static str, Date),
    ) -> Result<(), Refusal> {
        if on > self.today {
            return Err(Refusal::InTheFuture {
                what,
                on,
                today: self.today,
            });
        }
        if on < earliest.1 {
            return Err(Refusal::BeforeItCould {
                what,
                on,
                earliest: earliest.0,
                earliest_on: earliest.1,
            });
        }
        Ok(())
    }
}
