//! Which running time limits a change of the calendar can reach, told from their dates alone: what is asked of
//! every limit of an authority before any case is folded.

use jiff::civil::Date;
use statute::limits::{Length, LimitId};
use statute::proof;

use crate::law::Law;

/// A running time limit as the read tables have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunningLimit {
    /// Which limit.
    pub limit: LimitId,
    /// The day it runs from.
    pub from: Date,
    /// The last day in time, extensions included.
    pub due_on: Date,
    /// The last day to which it may be extended.
    pub latest_on: Option<Date>,
}

impl RunningLimit {
    /// Whether the limit could come out otherwise when it is counted again. Says yes too often and never no too
    /// often: whether it does is decided on the case.
    pub fn may_move(&self, law: &Law<'_>) -> bool {
        let last = self.latest_on.unwrap_or(self.due_on).max(self.due_on);
        let (first, last) = (self.from.min(self.due_on), self.from.max(last));
        let rule = law.settings.limit(self.limit);
        // Calendar months and years end where they end; what runs on in closed cases is counted in them.
        let asks_for_working_days = match rule.length {
            Length::WorkingDays(_) | Length::CalendarDaysRolled(_) => true,
            Length::Months(_) | Length::Years(_) | Length::OnTheDay => false,
        };
        let mut announced = law.settings.announced_holidays.iter();
        if asks_for_working_days && announced.any(|holiday| (first..=last).contains(&holiday.day)) {
            return true;
        }
        let again = proof::due_dates(&rule, self.from, law.calendar);
        again != Ok((self.due_on, self.latest_on))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::AnnouncedHoliday;
    use crate::settings::Settings;
    use crate::story::fixture;

    fn announced(day: Date) -> Settings {
        Settings {
            announced_holidays: vec![AnnouncedHoliday {
                day,
                name: "A day".to_owned(),
                source: "The London Gazette".to_owned(),
                announced_on: date(2027, 4, 20),
            }],
            ..fixture::settings()
        }
    }

    fn reaches(settings: &Settings, limit: RunningLimit) -> bool {
        let calendar = settings
            .calendar()
            .expect("the day lies within the calendar");
        let law = Law {
            calendar: &calendar,
            settings,
            today: date(2027, 4, 20),
        };
        limit.may_move(&law)
    }

    /// Ten working days from Tuesday 6 April 2027, at most twenty.
    const STAGE_1: RunningLimit = RunningLimit {
        limit: LimitId::LocalResolution,
        from: date(2027, 4, 6),
        due_on: date(2027, 4, 20),
        latest_on: Some(date(2027, 5, 5)),
    };

    #[test]
    fn a_day_within_a_limit_reaches_it_and_a_day_outside_does_not() {
        assert!(!reaches(&fixture::settings(), STAGE_1));
        for (day, reached) in [
            (date(2027, 4, 5), false),
            (date(2027, 4, 7), true),
            (date(2027, 4, 20), true),
            (date(2027, 5, 5), true),
            (date(2027, 5, 6), false),
        ] {
            assert_eq!(reaches(&announced(day), STAGE_1), reached, "{day}");
        }
    }

    #[test]
    fn a_limit_that_the_rule_would_not_count_so_is_looked_at() {
        let extended = RunningLimit {
            due_on: date(2027, 5, 4),
            ..STAGE_1
        };
        assert!(reaches(&fixture::settings(), extended));
    }

    #[test]
    fn a_limit_counted_back_is_reached_by_a_day_before_the_event() {
        let papers = RunningLimit {
            limit: LimitId::ReviewPanelPapers,
            from: date(2027, 4, 26),
            due_on: date(2027, 4, 12),
            latest_on: None,
        };
        assert!(!reaches(&announced(date(2027, 4, 9)), papers));
        assert!(reaches(&announced(date(2027, 4, 12)), papers));
        assert!(reaches(&announced(date(2027, 4, 23)), papers));
        assert!(!reaches(&announced(date(2027, 4, 27)), papers));
    }

    #[test]
    fn a_limit_of_months_is_reached_by_no_day() {
        let going_to_the_ombudsman = RunningLimit {
            limit: LimitId::OmbudsmanComplaint,
            from: date(2026, 7, 1),
            due_on: date(2027, 7, 1),
            latest_on: None,
        };
        assert!(!reaches(
            &announced(date(2027, 5, 5)),
            going_to_the_ombudsman
        ));
        let rolled = RunningLimit {
            limit: LimitId::DataProtectionAcknowledgement,
            from: date(2027, 4, 5),
            due_on: date(2027, 5, 5),
            latest_on: None,
        };
        assert!(reaches(&announced(date(2027, 5, 5)), rolled));
    }
}
