//! The proof in plain words, for a page, a letter and a colleague who asks why.

use std::fmt;

use super::{Due, Skipped};
use crate::dates::{day_and_month, english_date};
use crate::limits::{self, Length};
use crate::working_days::{DayZero, NonworkingReceipt, NotWorking};

/// The working of a due date, in three sentences that can also be set apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Working {
    /// "10 working days from Thursday 26 March 2015."
    pub counted: String,
    /// The days left out, each in words: "Friday 3 April (Good Friday)".
    pub not_counted: Vec<String>,
    /// The same without listing each Saturday and Sunday: "weekends", "Friday 3 April (Good Friday)".
    pub not_counted_in_short: Vec<String>,
    /// "Due by Monday 13 April 2015."
    pub due: String,
}

/// The working of a due date.
pub fn working(due: &Due) -> Working {
    let listed: Vec<String> = due
        .skipped
        .iter()
        .map(|skipped| in_words(skipped, due))
        .collect();
    Working {
        counted: counted(due),
        not_counted_in_short: in_short(due, &listed),
        not_counted: listed,
        due: format!("Due by {}.", english_date(due.due_on)),
    }
}

impl Working {
    /// The working as one sentence after another, with weekends named once.
    pub fn summary(&self) -> String {
        self.sentences(&self.not_counted_in_short)
    }

    fn sentences(&self, left_out: &[String]) -> String {
        if left_out.is_empty() {
            return format!("{} {}", self.counted, self.due);
        }
        format!(
            "{} Not counted: {}. {}",
            self.counted,
            left_out.join(", "),
            self.due
        )
    }
}

impl fmt::Display for Working {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentences(&self.not_counted))
    }
}

fn counted(due: &Due) -> String {
    let limit = limits::of(due.limit);
    let from = english_date(due.from);
    let days = due.days_counted();
    let plural = if days == 1 { "" } else { "s" };
    let mut words = match limit.length {
        Length::WorkingDays(_) if due.due_on < due.from => {
            format!("{days} working day{plural} before {from}.")
        }
        Length::WorkingDays(_) => format!("{days} working day{plural} from {from}."),
        Length::CalendarDaysRolled(_) => {
            format!("{} from {from}, moved on to a working day.", limit.length)
        }
        Length::Months(_) | Length::Years(_) => format!("{} from {from}.", limit.length),
        Length::OnTheDay => format!("The day set is {from}."),
    };
    if due.counting.nonworking_receipt == NonworkingReceipt::DeemNextWorkingDay {
        words.push_str(" Receipt on a day that does not work is taken as the next working day.");
    }
    if due.counting.day_zero == DayZero::Include {
        words.push_str(" The first day is counted.");
    }
    words
}

fn in_words(skipped: &Skipped, due: &Due) -> String {
    let mut words = if skipped.day.year() == due.from.year() {
        day_and_month(skipped.day)
    } else {
        english_date(skipped.day)
    };
    match &skipped.why {
        NotWorking::Saturday | NotWorking::Sunday => {}
        why @ (NotWorking::BankHoliday(_) | NotWorking::Paused) => {
            words.push_str(" (");
            words.push_str(&why.to_string());
            words.push(')');
        }
    }
    words
}

/// Weekends and pauses named once, where there are enough of their days to be worth it.
fn in_short(due: &Due, listed: &[String]) -> Vec<String> {
    let days = |named: &[NotWorking]| {
        let those = due.skipped.iter();
        those.filter(|skipped| named.contains(&skipped.why)).count()
    };
    let weekend_days = days(&[NotWorking::Saturday, NotWorking::Sunday]);
    let paused_days = days(&[NotWorking::Paused]);
    let mut words = Vec::new();
    if weekend_days > 2 {
        words.push("Saturdays and Sundays".to_owned());
    }
    let singly = due.skipped.iter().zip(listed);
    let singly = singly.filter(|(skipped, _)| match skipped.why {
        NotWorking::Saturday | NotWorking::Sunday => weekend_days <= 2,
        NotWorking::Paused => paused_days <= 2,
        NotWorking::BankHoliday(_) => true,
    });
    words.extend(singly.map(|(_, words)| words.clone()));
    if paused_days > 2 {
        words.push(format!("{paused_days} days paused by agreement"));
    }
    words
}
