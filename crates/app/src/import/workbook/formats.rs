//! How cells are shown: which numbers are days.

use std::collections::BTreeMap;
use std::io::BufRead;

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::limits::MOST_FORMATS;
use super::super::sheet::Unreadable;
use super::xml::{Element, Xml};

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Number,
    /// As a number with zeros before it, so many digits long: a reference.
    Padded(usize),
    /// As a day, with or without the time of day.
    Day,
}

/// The formats of the workbook, in the order in which cells name them.
pub(super) fn read(mut xml: Xml<impl BufRead>) -> Result<Vec<Shown>, Unreadable> {
    let mut codes: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    while let Some(element) = xml.next()? {
        match element {
            Element::Start(start) => {
                let number = || -> Result<Option<u32>, Unreadable> {
                    let number = start.attribute("numFmtId")?;
                    Ok(number.and_then(|number| number.parse().ok()))
                };
                match start.name() {
                    "numFmt" => {
                        let code = start.attribute("formatCode")?.unwrap_or_default();
                        if let Some(number) = number()? {
                            codes.insert(number, shown_by(&code));
                        }
                    }
                    "cellXfs" => in_cells = true,
                    "xf" if in_cells => {
                        let number = number()?.unwrap_or_default();
                        let own = codes.get(&number).copied();
                        formats.push(own.unwrap_or_else(|| built_in(number)));
                    }
                    _ => {}
                }
            }
            Element::End(name) if name == "cellXfs" => in_cells = false,
            Element::End(_) | Element::Text(_) => {}
        }
        if formats.len() > MOST_FORMATS || codes.len() > MOST_FORMATS {
            return Err(Unreadable::Damaged);
        }
    }
    Ok(formats)
}

/// The formats every workbook has without saying so.
///
/// Source: ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are days in East Asian workbooks.
const fn built_in(number: u32) -> Shown {
    match number {
        14..=17 | 22 | 27..=36 | 50..=58 => Shown::Day,
        _ => Shown::Number,
    }
}

/// What a format's code shows: a day when it has a day or a year in it, or a month without hours.
fn shown_by(code: &str) -> Shown {
    let mut letters = String::new();
    let mut rest = code.chars();
    while let Some(letter) = rest.next() {
        match letter {
            // What is quoted, escaped or in brackets is no part of the day.
            '"' => drop(rest.by_ref().find(|letter| *letter == '"')),
            '[' => {
                let inside: String = rest.by_ref().take_while(|letter| *letter != ']').collect();
                // Hours, minutes or seconds that do not end with the day.
                if inside
                    .trim_matches(['h', 'H', 'm', 'M', 's', 'S'])
                    .is_empty()
                {
                    letters.push('h');
                }
            }
            '\\' | '_' | '*' => drop(rest.next()),
            // The other sections are for negative numbers and text.
            ';' => break,
            _ => letters.extend(letter.to_lowercase()),
        }
    }
    let has = |letter: char| letters.contains(letter);
    if letters.contains("general") {
        Shown::Number
    } else if has('d') || has('y') || (has('m') && !has('h') && !has('s')) {
        Shown::Day
    } else if letters.len() > 1 && letters.bytes().all(|letter| letter == b'0') {
        Shown::Padded(letters.len())
    } else {
        Shown::Number
    }
}

/// The day a number means: days since the end of 1899, or since the first day of 1904.
///
/// Reading: a workbook that counts from 1900 believes in 29 February 1900, which is day 60; that one is
/// no day, and the days before it are a day later than the count says.
pub(super) fn day(number: f64, since_1904: bool) -> Option<Date> {
    const LAST: f64 = 2_958_466.0;
    if !(0.0..LAST).contains(&number) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it lies between 0 and the last day there is"
    )]
    let days = number.trunc() as i64;
    let first = match (since_1904, days) {
        (true, _) => date(1904, 1, 1),
        (false, 0 | 60) => return None,
        (false, ..60) => date(1899, 12, 31),
        (false, _) => date(1899, 12, 30),
    };
    first.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_shows_a_day_or_it_does_not() {
        let rows = [
            ("dd/mm/yyyy", Shown::Day),
            ("[$-809]d mmmm yyyy;@", Shown::Day),
            ("mmm-yy", Shown::Day),
            ("mmmm", Shown::Day),
            ("dd/mm/yyyy hh:mm", Shown::Day),
            ("hh:mm", Shown::Number),
            ("mm:ss", Shown::Number),
            ("[h]:mm", Shown::Number),
            ("General", Shown::Number),
            ("0.00", Shown::Number),
            ("0", Shown::Number),
            ("00000", Shown::Padded(5)),
            ("#,##0 \"days\"", Shown::Number),
            ("0_d", Shown::Number),
            ("[Red]0", Shown::Number),
            ("0;dd", Shown::Number),
        ];
        for (code, shown) in rows {
            assert_eq!(shown_by(code), shown, "{code}");
        }
    }

    #[test]
    fn numbers_are_days_in_both_counts() {
        let rows = [
            (0.0, false, None),
            (1.0, false, Some(date(1900, 1, 1))),
            (59.0, false, Some(date(1900, 2, 28))),
            (60.0, false, None),
            (61.0, false, Some(date(1900, 3, 1))),
            (42_089.0, false, Some(date(2015, 3, 26))),
            (42_089.75, false, Some(date(2015, 3, 26))),
            (40_627.0, true, Some(date(2015, 3, 26))),
            (0.0, true, Some(date(1904, 1, 1))),
            (2_958_465.0, false, Some(date(9999, 12, 31))),
            (2_958_466.0, false, None),
            (2_958_465.0, true, None),
            (-1.0, false, None),
            (f64::NAN, false, None),
        ];
        for (number, since_1904, expected) in rows {
            assert_eq!(day(number, since_1904), expected, "{number} {since_1904}");
        }
    }
}
