//! By when the report of a year is published: the one time limit that belongs to a year and to no case.

use casework::settings::ReportingYear;
use jiff::civil::Date;
use statute::limits::ANNUAL_REPORT_PUBLISHED;
use statute::proof::{self, Due};
use statute::working_days::{BeyondCalendar, Calendar};

/// By when the report of a year is published: as soon as possible after 31 March, with an alert three months on.
///
/// Source: SI 2006/1738 reg 13; the number is a convention of this product (D-ANNUAL).
///
/// # Errors
///
/// [`BeyondCalendar`] when the day lies past the published bank holidays.
pub fn publication_due(year: ReportingYear, calendar: &Calendar) -> Result<Due, BeyondCalendar> {
    proof::due(&ANNUAL_REPORT_PUBLISHED, year.last_day(), calendar)
}

/// The year that ended last, while its report is due: from 1 April to the day of the alert.
pub fn publication_awaited(today: Date, calendar: &Calendar) -> Option<(ReportingYear, Due)> {
    let ended = ReportingYear::of(today).before();
    let due = publication_due(ended, calendar).ok()?;
    (today <= due.due_on).then_some((ended, due))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use statute::working_days::Region;

    use super::*;

    #[test]
    fn the_report_of_the_year_that_ended_is_awaited_from_april_to_the_end_of_june() {
        let calendar = Calendar::of(Region::EnglandAndWales);
        let rows = [
            (date(2026, 3, 31), None),
            (date(2026, 4, 1), Some("2025-26")),
            (date(2026, 6, 30), Some("2025-26")),
            (date(2026, 7, 1), None),
        ];
        for (today, awaited) in rows {
            let year = publication_awaited(today, calendar).map(|(year, _)| year.to_string());
            assert_eq!(year.as_deref(), awaited, "{today}");
        }
    }

    #[test]
    fn its_three_months_are_counted_from_the_last_day_of_the_year() {
        let calendar = Calendar::of(Region::EnglandAndWales);
        let due = publication_due(ReportingYear::of(date(2026, 3, 31)), calendar).expect("known");
        assert_eq!(
            (due.from, due.due_on),
            (date(2026, 3, 31), date(2026, 6, 30))
        );
    }
}
