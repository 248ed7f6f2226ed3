//! A bank holiday announced after the calendar in the program was made.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use statute::dates::{english_date, short_date, weekday_name};
use statute::working_days::{BankHoliday, Calendar, NotWorking};

/// A bank holiday that the authority entered, with who proclaimed it.
///
/// Source: Banking and Financial Dealings Act 1971 s.1(3): a day may be appointed by royal proclamation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnouncedHoliday {
    /// The day that does not work.
    pub day: Date,
    /// Its name, as it was announced.
    pub name: String,
    /// Where it was announced, so that somebody else can look it up.
    pub source: String,
    /// The day it was entered.
    pub announced_on: Date,
}

/// Why a day cannot be announced, with what would help.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAHoliday {
    /// A Saturday or a Sunday works on no calendar.
    #[error("{} is a {}, which is no working day anyway; enter the weekday that stands in for it",
        short_date(*.0), weekday_name(*.0))]
    Weekend(Date),
    /// It does not count already.
    #[error("{} is {name} already; nothing has to be entered", english_date(*.day))]
    AlreadyOne {
        /// The day.
        day: Date,
        /// What it is.
        name: String,
    },
    /// The bank holidays of its year are not known at all.
    #[error("{} lies outside the days for which bank holidays are known, {} to {}; a newer version of the program \
        brings later years", short_date(*.day), short_date(*.from), short_date(*.until))]
    Outside {
        /// The day.
        day: Date,
        /// The first day that is known.
        from: Date,
        /// The last day that is known.
        until: Date,
    },
    /// Nobody could look it up.
    #[error("the bank holiday on {} needs a name and where it was announced", short_date(*.0))]
    Unexplained(Date),
}

impl AnnouncedHoliday {
    /// The day as a calendar takes it.
    pub fn bank_holiday(&self) -> BankHoliday {
        BankHoliday {
            day: self.day,
            name: self.name.clone(),
            substitute: false,
        }
    }

    /// Checks that the day can be a bank holiday of this calendar at all. One that the calendar has by now is
    /// fit: a newer version of the program may bring what was entered by hand before.
    ///
    /// # Errors
    ///
    /// [`NotAHoliday`], but never [`NotAHoliday::AlreadyOne`].
    pub fn unfit(&self, calendar: &Calendar) -> Result<(), NotAHoliday> {
        let (from, until) = (calendar.known_from(), calendar.known_until());
        if self.day < from || self.day > until {
            return Err(NotAHoliday::Outside {
                day: self.day,
                from,
                until,
            });
        }
        if matches!(self.day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return Err(NotAHoliday::Weekend(self.day));
        }
        if self.name.trim().is_empty() || self.source.trim().is_empty() {
            return Err(NotAHoliday::Unexplained(self.day));
        }
        Ok(())
    }

    /// Checks that the day is news to the calendar.
    ///
    /// # Errors
    ///
    /// [`NotAHoliday`].
    pub fn announce(&self, calendar: &Calendar) -> Result<(), NotAHoliday> {
        self.unfit(calendar)?;
        match calendar.why_not_working(self.day) {
            Ok(Some(NotWorking::BankHoliday(name))) => Err(NotAHoliday::AlreadyOne {
                day: self.day,
                name,
            }),
            Ok(Some(NotWorking::Saturday | NotWorking::Sunday | NotWorking::Paused) | None)
            | Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::working_days::Region;

    use super::*;

    fn holiday(day: Date) -> AnnouncedHoliday {
        AnnouncedHoliday {
            day,
            name: "Bank holiday for the jubilee".to_owned(),
            source: "The London Gazette, issue 1".to_owned(),
            announced_on: date(2026, 11, 20),
        }
    }

    #[test]
    fn only_a_working_day_within_the_calendar_is_announced() {
        let calendar = Calendar::of(Region::EnglandAndWales);
        let until = calendar.known_until();
        let beyond = until
            .tomorrow()
            .expect("the calendar ends before time does");
        let weekday = |mut day: Date| {
            while holiday(day).unfit(calendar) == Err(NotAHoliday::Weekend(day)) {
                day = day.yesterday().expect("no calendar begins with time");
            }
            day
        };
        assert_eq!(holiday(date(2027, 5, 10)).announce(calendar), Ok(()));
        assert_eq!(
            holiday(date(2027, 5, 8)).announce(calendar),
            Err(NotAHoliday::Weekend(date(2027, 5, 8)))
        );
        assert_eq!(
            holiday(date(2027, 5, 3)).announce(calendar),
            Err(NotAHoliday::AlreadyOne {
                day: date(2027, 5, 3),
                name: "Early May bank holiday".to_owned()
            })
        );
        assert_eq!(holiday(date(2027, 5, 3)).unfit(calendar), Ok(()));
        assert_eq!(holiday(weekday(until)).announce(calendar), Ok(()));
        assert!(matches!(
            holiday(beyond).announce(calendar),
            Err(NotAHoliday::Outside { .. })
        ));
    }

    #[test]
    fn a_holiday_that_nobody_could_look_up_is_refused() {
        let calendar = Calendar::of(Region::EnglandAndWales);
        let unexplained = AnnouncedHoliday {
            source: " ".to_owned(),
            ..holiday(date(2027, 5, 10))
        };
        assert_eq!(
            unexplained.announce(calendar),
            Err(NotAHoliday::Unexplained(date(2027, 5, 10)))
        );
    }
}
