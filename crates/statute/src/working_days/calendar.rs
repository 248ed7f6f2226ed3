//! Which days count as working days, and for how long that is known.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::named_days::named_days;
use super::{BankHoliday, Region, WorkingDays};
use crate::dates::{english_date, short_date};

/// Which days count as working days.
///
/// Source: SI 2006/1738 reg 2, "working day".
///
/// Counting is by look-up: the calendar is laid out once, so that a period costs the same however long it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    region: Region,
    version: String,
    known_from: Date,
    known_until: Date,
    holidays: BTreeMap<Date, BankHoliday>,
    named: BTreeMap<Date, &'static str>,
    /// Every working day, in order.
    working: Vec<Date>,
    /// For each known day, how many working days there are up to and including it.
    counted: Vec<u32>,
}

/// Why a day does not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum NotWorking {
    /// A Saturday, holiday or not.
    Saturday,
    /// A Sunday, holiday or not.
    Sunday,
    /// A working day left out because the complainant agreed in writing that the period pauses.
    Paused,
    /// A bank holiday, Good Friday, Christmas Day or Boxing Day, by its name.
    BankHoliday(String),
}

/// The bank holidays are not known for that day, so nothing can be counted to it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "The bank holidays are known from {} to {}, so no working day can be counted on {}. \
     Load a newer calendar; until then the date has to be worked out and entered by hand.",
    short_date(*.known_from), short_date(*.known_until), english_date(*.day)
)]
pub struct BeyondCalendar {
    /// The day that is not covered.
    pub day: Date,
    /// The first day the calendar knows.
    pub known_from: Date,
    /// The last day the calendar knows: the end of the last year that has been announced.
    pub known_until: Date,
}

/// Days from which no calendar can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarRefused {
    /// The last known day lies before the first.
    #[error("the calendar ends on {} before it begins on {}", short_date(*.until), short_date(*.from))]
    EndsBeforeItBegins {
        /// The first day given.
        from: Date,
        /// The last day given.
        until: Date,
    },
    /// A bank holiday lies outside the days the calendar claims to know.
    #[error("the bank holiday on {} lies outside the days the calendar covers", short_date(*.0))]
    HolidayOutside(Date),
}

impl Calendar {
    /// A calendar from announced bank holidays.
    ///
    /// # Errors
    ///
    /// [`CalendarRefused`] if the range is empty or a holiday lies outside it.
    pub fn new(
        region: Region,
        version: impl Into<String>,
        known_from: Date,
        known_until: Date,
        bank_holidays: impl IntoIterator<Item = BankHoliday>,
    ) -> Result<Self, CalendarRefused> {
        if known_until < known_from {
            return Err(CalendarRefused::EndsBeforeItBegins {
                from: known_from,
                until: known_until,
            });
        }
        let holidays: BTreeMap<Date, BankHoliday> = bank_holidays
            .into_iter()
            .map(|holiday| (holiday.day, holiday))
            .collect();
        if let Some(&outside) = holidays
            .keys()
            .find(|&&day| day < known_from || day > known_until)
        {
            return Err(CalendarRefused::HolidayOutside(outside));
        }
        let named = (known_from.year()..=known_until.year())
            .flat_map(named_days)
            .collect();
        let mut calendar = Self {
            region,
            version: version.into(),
            known_from,
            known_until,
            holidays,
            named,
            working: Vec::new(),
            counted: Vec::new(),
        };
        calendar.lay_out();
        Ok(calendar)
    }

    /// The same calendar with days announced since it was made. Its version names them, so that every date counted
    /// by it says which it knew.
    ///
    /// A day that the calendar has already adds nothing: it was announced here before the data brought it.
    ///
    /// # Errors
    ///
    /// [`CalendarRefused::HolidayOutside`] if a day lies outside the calendar.
    pub fn with_announced(
        &self,
        announced: impl IntoIterator<Item = BankHoliday>,
    ) -> Result<Self, CalendarRefused> {
        let new: Vec<BankHoliday> = announced
            .into_iter()
            .filter(|holiday| !self.holidays.contains_key(&holiday.day))
            .collect();
        if new.is_empty() {
            return Ok(self.clone());
        }
        let days: BTreeSet<String> = new.iter().map(|holiday| holiday.day.to_string()).collect();
        let days: Vec<String> = days.into_iter().collect();
        let version = format!("{}; announced since: {}", self.version, days.join(", "));
        let holidays = self.holidays.values().cloned().chain(new);
        Self::new(
            self.region,
            version,
            self.known_from,
            self.known_until,
            holidays,
        )
    }

    /// The region whose holidays these are.
    pub fn region(&self) -> Region {
        self.region
    }

    /// When the data were made and from what: it is kept with every date worked out from them.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The first day the calendar knows.
    pub fn known_from(&self) -> Date {
        self.known_from
    }

    /// The last day of the last year that has been announced. One-off holidays within it may still be added.
    pub fn known_until(&self) -> Date {
        self.known_until
    }

    /// The bank holidays, in order.
    pub fn bank_holidays(&self) -> impl Iterator<Item = &BankHoliday> {
        self.holidays.values()
    }

    /// Whether the day counts.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the day lies outside the calendar.
    pub fn is_working_day(&self, day: Date) -> Result<bool, BeyondCalendar> {
        let place = self.place(day)?;
        Ok(self.works(place))
    }

    /// Why the day does not count, or `None` if it does.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if the day lies outside the calendar.
    pub fn why_not_working(&self, day: Date) -> Result<Option<NotWorking>, BeyondCalendar> {
        self.place(day)?;
        Ok(self.reason(day))
    }

    /// The first working day after `day`.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if there is none within the calendar.
    pub fn next_working_day(&self, day: Date) -> Result<Date, BeyondCalendar> {
        self.forward(day, WorkingDays(1))
    }

    /// The day itself if it works, or else the next one that does.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if there is none within the calendar.
    pub fn rolled(&self, day: Date) -> Result<Date, BeyondCalendar> {
        if self.is_working_day(day)? {
            Ok(day)
        } else {
            self.next_working_day(day)
        }
    }

    /// Working days after `from` up to and including `to`; 0 if `to` is not after `from`.
    ///
    /// # Errors
    ///
    /// [`BeyondCalendar`] if either day lies outside the calendar.
    pub fn elapsed(&self, from: Date, to: Date) -> Result<u32, BeyondCalendar> {
        let (from, to) = (self.place(from)?, self.place(to)?);
        Ok(self.counted[to].saturating_sub(self.counted[from]))
    }

    pub(super) fn forward(&self, start: Date, length: WorkingDays) -> Result<Date, BeyondCalendar> {
        let place = self.place(start)?;
        if length.0 == 0 {
            return Ok(start);
        }
        let so_far = usize::try_from(self.counted[place]).unwrap_or(usize::MAX);
        let nth = so_far.saturating_add(usize::from(length.0)) - 1;
        self.working
            .get(nth)
            .copied()
            .ok_or_else(|| self.beyond(self.known_until.saturating_add(1.day())))
    }

    pub(super) fn back(&self, event: Date, length: WorkingDays) -> Result<Date, BeyondCalendar> {
        let place = self.place(event)?;
        if length.0 == 0 {
            return Ok(event);
        }
        let up_to = usize::try_from(self.counted[place]).unwrap_or(usize::MAX);
        let earlier = up_to - usize::from(self.works(place));
        earlier
            .checked_sub(usize::from(length.0))
            .map(|nth| self.working[nth])
            .ok_or_else(|| self.beyond(self.known_from.saturating_sub(1.day())))
    }

    fn lay_out(&mut self) {
        let mut so_far = 0;
        let mut day = self.known_from;
        while day <= self.known_until {
            if self.reason(day).is_none() {
                self.working.push(day);
                so_far += 1;
            }
            self.counted.push(so_far);
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
    }

    fn reason(&self, day: Date) -> Option<NotWorking> {
        match day.weekday() {
            Weekday::Saturday => return Some(NotWorking::Saturday),
            Weekday::Sunday => return Some(NotWorking::Sunday),
            Weekday::Monday
            | Weekday::Tuesday
            | Weekday::Wednesday
            | Weekday::Thursday
            | Weekday::Friday => {}
        }
        let proclaimed = self.holidays.get(&day).map(ToString::to_string);
        proclaimed
            .or_else(|| self.named.get(&day).map(ToString::to_string))
            .map(NotWorking::BankHoliday)
    }

    fn works(&self, place: usize) -> bool {
        place
            .checked_sub(1)
            .map_or(0, |before| self.counted[before])
            < self.counted[place]
    }

    /// Where the day stands in the layout.
    fn place(&self, day: Date) -> Result<usize, BeyondCalendar> {
        if day > self.known_until {
            return Err(self.beyond(day));
        }
        let hours = day.duration_since(self.known_from).as_hours();
        usize::try_from(hours / 24)
            .ok()
            .filter(|_| day >= self.known_from)
            .ok_or_else(|| self.beyond(day))
    }

    fn beyond(&self, day: Date) -> BeyondCalendar {
        BeyondCalendar {
            day,
            known_from: self.known_from,
            known_until: self.known_until,
        }
    }
}

/// How a paused day is written.
const PAUSED: &str = "paused by agreement";

impl fmt::Display for NotWorking {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
            Self::Paused => PAUSED,
            Self::BankHoliday(name) => name,
        })
    }
}

impl From<NotWorking> for String {
    fn from(why: NotWorking) -> Self {
        match why {
            NotWorking::BankHoliday(name) => name,
            NotWorking::Saturday | NotWorking::Sunday | NotWorking::Paused => why.to_string(),
        }
    }
}

impl From<String> for NotWorking {
    fn from(text: String) -> Self {
        match text.as_str() {
            "Saturday" => Self::Saturday,
            "Sunday" => Self::Sunday,
            PAUSED => Self::Paused,
            _ => Self::BankHoliday(text),
        }
    }
}
