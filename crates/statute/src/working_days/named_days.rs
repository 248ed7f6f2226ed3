//! The days the Regulations name themselves, which do not work even if nobody proclaims them.
//!
//! Source: SI 2006/1738 reg 2, "working day": Christmas Day, Boxing Day and Good Friday stand beside bank holidays.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// The named days of a year, in order.
pub(super) fn named_days(year: i16) -> Vec<(Date, &'static str)> {
    let mut days = Vec::with_capacity(3);
    if let Ok(good_friday) = easter_sunday(year).checked_sub(2.days()) {
        days.push((good_friday, "Good Friday"));
    }
    days.push((date(year, 12, 25), "Christmas Day"));
    days.push((date(year, 12, 26), "Boxing Day"));
    days
}

/// Easter Sunday of the Gregorian calendar, by the table-free computus.
///
/// The names follow the old terms: the golden number places the year in the moon's cycle, the epact is the moon's age.
fn easter_sunday(year: i16) -> Date {
    let golden = year % 19;
    let century = year / 100;
    let year_of_century = year % 100;
    let moon_correction = (8 * century + 13) / 25;
    let epact = (19 * golden + century - century / 4 - moon_correction + 15) % 30;
    let full_moon_shift = (golden + 11 * epact) / 319;
    let to_sunday = (2 * (century % 4) + 2 * (year_of_century / 4) - year_of_century % 4 - epact
        + full_moon_shift
        + 32)
        % 7;
    let counted = epact - full_moon_shift + to_sunday;
    let month = (counted + 90) / 25;
    let day = (counted + month + 19) % 32;
    let narrow =
        |part: i16| i8::try_from(part).expect("the computus yields a day of March or April");
    date(year, narrow(month), narrow(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        let almanac = [
            (1995, 4, 16),
            (2008, 3, 23),
            (2011, 4, 24),
            (2015, 4, 5),
            (2024, 3, 31),
            (2038, 4, 25),
            (2049, 4, 18),
        ];
        for (year, month, day) in almanac {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }
}
