//! The one place that reads the clock. Everywhere else time is an argument.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Where the time comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A moment that stands still: reconstructions, imports and tests.
    At(Timestamp),
}

impl Clock {
    /// This instant.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads the clock"
    )]
    pub fn now(self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::At(moment) => moment,
        }
    }

    /// Today in England, whatever the machine's time zone.
    ///
    /// # Panics
    ///
    /// Never: the time zones are compiled in.
    pub fn today(self) -> Date {
        let london = TimeZone::get("Europe/London").expect("the time zones are compiled in");
        Zoned::new(self.now(), london).date()
    }
}

/// Noon in England on a day, for things known only by their day.
///
/// # Panics
///
/// Never: noon exists on every day in England.
pub fn noon(day: Date) -> Timestamp {
    let london = TimeZone::get("Europe/London").expect("the time zones are compiled in");
    day.at(12, 0, 0, 0)
        .to_zoned(london)
        .expect("noon exists on every day in England")
        .timestamp()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_evening_in_summer_is_still_today_in_england() {
        let late: Timestamp = "2026-06-30T23:30:00Z".parse().expect("an instant");
        assert_eq!(Clock::At(late).today(), date(2026, 7, 1));
        let winter: Timestamp = "2026-12-31T23:30:00Z".parse().expect("an instant");
        assert_eq!(Clock::At(winter).today(), date(2026, 12, 31));
    }
}
