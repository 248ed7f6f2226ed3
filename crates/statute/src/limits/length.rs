//! How long a limit is, in the unit its source uses.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::working_days::WorkingDays;

/// A length of time in the unit its source uses.
///
/// Months and years are calendar periods: they end on the same day of a later month, or on its last day where there
/// is no such day (29 February 2024 and a year is 28 February 2025), and do not move off a weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Working days.
    WorkingDays(WorkingDays),
    /// Calendar days, the last of which moves on to the next working day.
    CalendarDaysRolled(u16),
    /// Calendar months.
    Months(u8),
    /// Calendar years.
    Years(u8),
    /// No length: the day is set by somebody, and the limit ends on the day it runs from.
    OnTheDay,
}

impl fmt::Display for Length {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::WorkingDays(days) => (days.0, "working day"),
            Self::CalendarDaysRolled(days) => (*days, "day"),
            Self::Months(months) => (u16::from(*months), "month"),
            Self::Years(years) => (u16::from(*years), "year"),
            Self::OnTheDay => return out.write_str("on the day set"),
        };
        let plural = if number == 1 { "" } else { "s" };
        write!(out, "{number} {unit}{plural}")
    }
}
