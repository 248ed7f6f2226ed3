//! Days written the way English letters write them.

use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day with its weekday: "Monday 13 April 2015".
pub fn english_date(day: Date) -> String {
    format!("{} {}", weekday_name(day), short_date(day))
}

/// The day without its weekday: "13 April 2015".
pub fn short_date(day: Date) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

/// The day within a year already named: "Saturday 28 March".
pub fn day_and_month(day: Date) -> String {
    format!("{} {} {}", weekday_name(day), day.day(), month_name(day))
}

/// "Monday" to "Sunday".
pub fn weekday_name(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "January" to "December".
pub fn month_name(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_read_as_in_a_letter() {
        assert_eq!(english_date(date(2015, 4, 13)), "Monday 13 April 2015");
        assert_eq!(short_date(date(2026, 12, 1)), "1 December 2026");
        assert_eq!(day_and_month(date(2015, 3, 28)), "Saturday 28 March");
    }
}
