//! A due date that explains itself: from which day, by which rule, with every day that was not counted and why.
//!
//! [`due`] makes the whole proof, [`due_dates`] and [`due_date`] only its result. All three count alike.

mod working;

pub use working::{Working, working};

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::limits::{Direction, Kind, Length, LimitId, TimeLimit};
use crate::working_days::{
    BeyondCalendar, Calendar, Counting, DayZero, NonworkingReceipt, NotWorking, WorkingDays,
};

/// When something is due, with the proof. As data it has the fields up to `skipped`, and the counting where that is
/// unusual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Due {
    /// Which limit.
    pub limit: LimitId,
    /// The day of the event: day 0.
    pub from: Date,
    /// The last day that is in time.
    pub due_on: Date,
    /// The last day that would be in time if the period were validly extended as far as it may be.
    pub extendable_to: Option<Date>,
    /// What sort of duty it is.
    pub kind: Kind,
    /// The authority for it.
    pub source: String,
    /// Every day between `from` and `due_on` that does not count; `from` itself only where the counting asks after it.
    pub skipped: Vec<Skipped>,
    /// The calendar it was counted by. A [`DueDate`] keeps it; the proof as data is read with the calendar at hand.
    #[serde(skip)]
    pub calendar_version: String,
    /// How it was counted, left out where that is the reading of the Regulations.
    #[serde(skip_serializing_if = "Counting::is_usual")]
    pub counting: Counting,
}

/// A day that does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// The day.
    pub day: Date,
    /// Why not.
    pub why: NotWorking,
}

/// When something is due, as an event keeps it: what was decided, and by which law and calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDate {
    /// Which limit.
    pub limit: LimitId,
    /// The day of the event: day 0.
    pub from: Date,
    /// The last day that is in time.
    pub due_on: Date,
    /// The last day that would be in time if the period were validly extended as far as it may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest_on: Option<Date>,
    /// The authority for it.
    pub source: String,
    /// The version of the calendar it was counted by.
    pub calendar: String,
    /// The period it was given, where that is not the limit’s own: an authority’s own promise. Kept so that the
    /// date can be counted again for a new bank holiday although the promise has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// The pauses agreed with the complainant since it began.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
}

/// Days left out of a period because the complainant agreed in writing that it pauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Pause {
    /// The first day that does not count.
    pub from: Date,
    /// The last day that does not count.
    pub until: Date,
}

/// The period a due date was counted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// How long.
    pub length: Length,
    /// The longest it may become if it is extended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest: Option<Length>,
}

/// The due date with its proof, counted as the Regulations are read.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn due(limit: &TimeLimit, from: Date, calendar: &Calendar) -> Result<Due, BeyondCalendar> {
    due_counting(limit, from, Counting::default(), calendar)
}

/// The due date with its proof, counted as a council has chosen to count.
///
/// The choice touches working days counted forward; everything else has one way of counting.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn due_counting(
    limit: &TimeLimit,
    from: Date,
    counting: Counting,
    calendar: &Calendar,
) -> Result<Due, BeyondCalendar> {
    let counting = match (limit.length, limit.direction) {
        (Length::WorkingDays(_), Direction::Forward) => counting,
        (Length::WorkingDays(_), Direction::Back)
        | (
            Length::CalendarDaysRolled(_) | Length::Months(_) | Length::Years(_) | Length::OnTheDay,
            _,
        ) => Counting::default(),
    };
    let (due_on, extendable_to) = due_dates_counting(limit, from, counting, calendar)?;
    Ok(Due {
        limit: limit.id,
        from,
        due_on,
        extendable_to,
        kind: limit.kind,
        source: limit.source.text.to_owned(),
        skipped: skipped(limit, from, due_on, counting, calendar)?,
        calendar_version: calendar.version().to_owned(),
        counting,
    })
}

/// The due date with its proof, where days were left out by agreement.
///
/// In whatever order pauses were agreed, and also where they overlap, the same days left out give the same
/// date. They touch working days counted forward; nothing else can pause.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn due_around(
    limit: &TimeLimit,
    from: Date,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Due, BeyondCalendar> {
    let mut due = due(limit, from, calendar)?;
    let (Length::WorkingDays(days), Direction::Forward) = (limit.length, limit.direction) else {
        return Ok(due);
    };
    if pauses.is_empty() {
        return Ok(due);
    }
    due.due_on = end_around(days, from, pauses, calendar)?;
    if let Some(Length::WorkingDays(days)) = limit.extendable_to {
        due.extendable_to = Some(end_around(days, from, pauses, calendar)?);
    }
    due.skipped = skipped(limit, from, due.due_on, due.counting, calendar)?;
    let left_out = paused_days(from, due.due_on, pauses, calendar)?;
    let why = NotWorking::Paused;
    due.skipped.extend(left_out.into_iter().map(|day| Skipped {
        day,
        why: why.clone(),
    }));
    due.skipped.sort_by_key(|skipped| skipped.day);
    Ok(due)
}

/// Working days after `from` up to and including `to`, without those left out by agreement.
///
/// # Errors
///
/// [`BeyondCalendar`] if either day lies outside the calendar.
pub fn elapsed_around(
    from: Date,
    to: Date,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<u32, BeyondCalendar> {
    let elapsed = calendar.elapsed(from, to)?;
    if pauses.is_empty() {
        return Ok(elapsed);
    }
    let left_out = paused_days(from, to, pauses, calendar)?.len();
    Ok(elapsed.saturating_sub(u32::try_from(left_out).unwrap_or(u32::MAX)))
}

/// The day on which so many working days have passed, those left out by agreement not counted.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn end_around(
    days: WorkingDays,
    from: Date,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Date, BeyondCalendar> {
    // Each paused day makes the period longer by one, and what it grows by may be paused again.
    let mut end = days.end(from, calendar)?;
    loop {
        let left_out = paused_days(from, end, pauses, calendar)?.len();
        let longer = u16::try_from(left_out).map_or(u16::MAX, |more| days.0.saturating_add(more));
        let later = WorkingDays(longer).end(from, calendar)?;
        if later == end {
            return Ok(end);
        }
        end = later;
    }
}

/// The working days after `from` and up to `to` that lie in a pause, each once, in order.
fn paused_days(
    from: Date,
    to: Date,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Vec<Date>, BeyondCalendar> {
    let mut left_out = Vec::new();
    for day in from
        .saturating_add(1.day())
        .series(1.day())
        .take_while(|&day| day <= to)
    {
        let in_a_pause = |pause: &Pause| (pause.from..=pause.until).contains(&day);
        if pauses.iter().any(in_a_pause) && calendar.is_working_day(day)? {
            left_out.push(day);
        }
    }
    Ok(left_out)
}

/// The proof of the longest period a limit may be extended to, or `None` if it cannot be extended.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn latest(
    limit: &TimeLimit,
    from: Date,
    calendar: &Calendar,
) -> Result<Option<Due>, BeyondCalendar> {
    limit
        .extendable_to
        .map(|length| {
            due(
                &TimeLimit {
                    length,
                    extendable_to: None,
                    ..*limit
                },
                from,
                calendar,
            )
        })
        .transpose()
}

/// The due date and the latest day an extension could reach, without the proof.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn due_dates(
    limit: &TimeLimit,
    from: Date,
    calendar: &Calendar,
) -> Result<(Date, Option<Date>), BeyondCalendar> {
    due_dates_counting(limit, from, Counting::default(), calendar)
}

/// The due date as an event keeps it.
///
/// # Errors
///
/// [`BeyondCalendar`] if the bank holidays are not known that far.
pub fn due_date(
    limit: &TimeLimit,
    from: Date,
    calendar: &Calendar,
) -> Result<DueDate, BeyondCalendar> {
    let (due_on, latest_on) = due_dates(limit, from, calendar)?;
    Ok(DueDate {
        limit: limit.id,
        from,
        due_on,
        latest_on,
        source: limit.source.text.to_owned(),
        calendar: calendar.version().to_owned(),
        period: None,
        pauses: Vec::new(),
    })
}

impl Due {
    /// Whether the proof holds by itself: the days listed, and nothing else, lead from `from` to `due_on`.
    ///
    /// This looks at no calendar. It is how somebody without ours would check the date.
    pub fn holds_for(&self, length: Length) -> bool {
        match length {
            Length::WorkingDays(days) => self.days_counted() == i64::from(days.0),
            Length::CalendarDaysRolled(days) => self.days_counted() == i64::from(days),
            Length::Months(_) | Length::Years(_) => plus(self.from, length) == Some(self.due_on),
            Length::OnTheDay => self.due_on == self.from,
        }
    }

    /// Days from `from` to `due_on` that count: those not on the list, and day 0 only where the council counts it.
    pub fn days_counted(&self) -> i64 {
        let apart = self.due_on.duration_since(self.from).as_hours().abs() / 24;
        let event_skipped = self
            .skipped
            .first()
            .is_some_and(|skipped| skipped.day == self.from);
        let listed =
            i64::try_from(self.skipped.len()).unwrap_or(i64::MAX) - i64::from(event_skipped);
        let deemed = event_skipped
            && self.counting.nonworking_receipt == NonworkingReceipt::DeemNextWorkingDay;
        let included = self.counting.day_zero == DayZero::Include && (deemed || !event_skipped);
        apart - listed - i64::from(deemed) + i64::from(included)
    }
}

impl From<&Due> for DueDate {
    fn from(due: &Due) -> Self {
        Self {
            limit: due.limit,
            from: due.from,
            due_on: due.due_on,
            latest_on: due.extendable_to,
            source: due.source.clone(),
            calendar: due.calendar_version.clone(),
            period: None,
            pauses: Vec::new(),
        }
    }
}

fn due_dates_counting(
    limit: &TimeLimit,
    from: Date,
    counting: Counting,
    calendar: &Calendar,
) -> Result<(Date, Option<Date>), BeyondCalendar> {
    let end = |length| match (length, limit.direction) {
        (Length::WorkingDays(days), Direction::Forward) => counting.end(days, from, calendar),
        (Length::WorkingDays(days), Direction::Back) => days.before(from, calendar),
        (Length::CalendarDaysRolled(_), _) => {
            calendar.rolled(plus(from, length).unwrap_or(Date::MAX))
        }
        (Length::Months(_) | Length::Years(_), _) => {
            plus(from, length).ok_or_else(|| beyond(Date::MAX, calendar))
        }
        (Length::OnTheDay, _) => Ok(from),
    };
    Ok((
        end(limit.length)?,
        limit.extendable_to.map(end).transpose()?,
    ))
}

/// The day a calendar period ends, on the last day of a shorter month. `None` past the end of the year 9999.
fn plus(from: Date, length: Length) -> Option<Date> {
    let span = match length {
        Length::CalendarDaysRolled(days) => i64::from(days).days(),
        Length::Months(months) => i64::from(months).months(),
        Length::Years(years) => i64::from(years).years(),
        Length::WorkingDays(_) | Length::OnTheDay => return None,
    };
    from.checked_add(span).ok()
}

/// The days left out: those the count passed over, or at the end of a calendar period those it rolled over.
fn skipped(
    limit: &TimeLimit,
    from: Date,
    due_on: Date,
    counting: Counting,
    calendar: &Calendar,
) -> Result<Vec<Skipped>, BeyondCalendar> {
    let one_day = 1.day();
    let (first, last) = match limit.length {
        Length::WorkingDays(_) if due_on < from => (due_on, from.saturating_sub(one_day)),
        Length::WorkingDays(_) if counting.is_usual() => (from.saturating_add(one_day), due_on),
        Length::WorkingDays(_) => (from, due_on),
        Length::CalendarDaysRolled(_) => (plus(from, limit.length).unwrap_or(due_on), due_on),
        Length::Months(_) | Length::Years(_) | Length::OnTheDay => return Ok(Vec::new()),
    };
    let mut skipped = Vec::new();
    for day in first.series(one_day).take_while(|&day| day <= last) {
        if let Some(why) = calendar.why_not_working(day)? {
            skipped.push(Skipped { day, why });
        }
    }
    Ok(skipped)
}

fn beyond(day: Date, calendar: &Calendar) -> BeyondCalendar {
    BeyondCalendar {
        day,
        known_from: calendar.known_from(),
        known_until: calendar.known_until(),
    }
}
