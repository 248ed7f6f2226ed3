//! Days as people write them in files and commands.

use jiff::civil::Date;

/// A text that is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotADay {
    /// It has another form.
    #[error("this is not a day; write it as YYYY-MM-DD or DD/MM/YYYY")]
    Form,
    /// It has the form of a day that no calendar has.
    #[error("there is no such day in the calendar; write it as YYYY-MM-DD or DD/MM/YYYY")]
    NoSuchDay,
}

/// Reads a day: `2015-03-26` or, as England writes it, `26/03/2015`.
///
/// # Errors
///
/// [`NotADay`], which does not repeat the text.
pub fn read_day(text: &str) -> Result<Date, NotADay> {
    let text = text.trim();
    let (separator, year_first) = if text.contains('/') {
        ('/', false)
    } else {
        ('-', true)
    };
    let parts: Vec<&str> = text.split(separator).collect();
    let [first, month, last] = parts.as_slice() else {
        return Err(NotADay::Form);
    };
    let (year, day) = if year_first {
        (first, last)
    } else {
        (last, first)
    };
    let lawful = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    let days = if year_first { 2..=2 } else { 1..=2 };
    if !lawful(year, 4..=4) || !lawful(month, days.clone()) || !lawful(day, days) {
        return Err(NotADay::Form);
    }
    let number = |part: &str| part.parse::<i16>().map_err(|_| NotADay::Form);
    let small = |part: &str| part.parse::<i8>().map_err(|_| NotADay::Form);
    Date::new(number(year)?, small(month)?, small(day)?).map_err(|_| NotADay::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_written_in_files_and_in_england() {
        let rows = [
            ("2015-03-26", Ok(date(2015, 3, 26))),
            (" 26/03/2015 ", Ok(date(2015, 3, 26))),
            ("1/4/2015", Ok(date(2015, 4, 1))),
            ("2024-02-29", Ok(date(2024, 2, 29))),
            ("2015-02-29", Err(NotADay::NoSuchDay)),
            ("03/26/2015", Err(NotADay::NoSuchDay)),
            ("26/03/15", Err(NotADay::Form)),
            ("2015-3-26", Err(NotADay::Form)),
            ("2015-03-26T10:00", Err(NotADay::Form)),
            ("26 March 2015", Err(NotADay::Form)),
            ("", Err(NotADay::Form)),
            ("--", Err(NotADay::Form)),
            ("٢٠١٥-٠٣-٢٦", Err(NotADay::Form)),
        ];
        for (text, day) in rows {
            assert_eq!(read_day(text), day, "{text}");
        }
    }
}
