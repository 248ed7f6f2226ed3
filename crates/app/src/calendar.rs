//! The calendar: announcing a bank holiday, seeing which due dates it moves, and moving them, one event a case.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use casework::action::Command;
use casework::calendar::{AnnouncedHoliday, NotAHoliday, RecomputeDeadlines, RunningLimit, moves};
use casework::clock::ClockChange;
use casework::ids::{AccountId, AuthorityCode, CaseId, Reference};
use casework::law::Law;
use casework::refusal::Refusal;
use jiff::civil::Date;
use journal::{Append, AppendError, ClockRow, Entry, Sealing};
use serde::{Serialize, Serializer};
use statute::limits::LimitId;
use tokio::task::JoinSet;

use crate::failure::Failure;
use crate::permit::{Deed, Permit, Subject, subject};
use crate::private::seal_text;
use crate::record::{NotRecorded, TRIES};
use crate::rows::RESTRICTION_REVIEW;
use crate::{App, Served};

/// So many moved due dates are listed one by one; the others are counted.
pub const LISTED: usize = 200;

/// So many cases are held in memory at a time.
const FOLDED_AT_ONCE: usize = 200;

/// So many cases wait for the disk together.
const APPENDED_AT_ONCE: usize = 16;

/// What would move if the calendar as it is now were applied to the open cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarPreview {
    /// The version of the calendar.
    pub calendar: String,
    /// How many time limits run.
    pub running: u64,
    /// In how many cases something moves.
    pub cases: u64,
    /// How many of a limit move by so many days, a day earlier being -1. Where only the latest day of an
    /// extension moves it is 0.
    pub moves: BTreeMap<(LimitId, i64), u64>,
    /// The first [`LISTED`] of them.
    pub first: Vec<DeadlineMove>,
    /// Cases that cannot be counted again, because the bank holidays are not known so far.
    pub unknown: u64,
}

/// A due date that moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineMove {
    /// In which case.
    #[serde(serialize_with = "as_quoted")]
    pub reference: Reference,
    /// Which limit.
    pub limit: LimitId,
    /// The last day as it is.
    pub was: Date,
    /// The last day as it would be.
    pub to: Date,
    /// The latest day to which it could then be extended.
    pub latest_on: Option<Date>,
}

/// What came of applying the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CalendarApplied {
    /// Cases of which due dates were moved, each by one event.
    pub moved: u64,
    /// Cases that cannot be counted again, because the bank holidays are not known so far.
    pub unknown: u64,
    /// Cases of which the personal data were disposed of, to which nothing can be added.
    pub disposed: u64,
}

/// Why a day was not announced.
#[derive(Debug, thiserror::Error)]
pub enum NotAnnounced {
    /// It cannot be a bank holiday, or is one already.
    #[error(transparent)]
    Refused(#[from] NotAHoliday),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// What became of one case.
enum Outcome {
    Moved,
    Stayed,
    Unknown,
    Disposed,
}

impl CalendarPreview {
    /// How many due dates move.
    pub fn deadlines(&self) -> u64 {
        self.moves.values().sum()
    }

    fn add(&mut self, case: &Subject, law: &Law<'_>) {
        let Ok(changes) = moves(&case.case, law) else {
            self.unknown += 1;
            return;
        };
        self.cases += u64::from(!changes.is_empty());
        for change in changes {
            let ClockChange::Moved { due, was, .. } = change else {
                continue;
            };
            let days = due.due_on.duration_since(was).as_hours() / 24;
            *self.moves.entry((due.limit, days)).or_default() += 1;
            if self.first.len() < LISTED {
                self.first.push(DeadlineMove {
                    reference: case.reference,
                    limit: due.limit,
                    was,
                    to: due.due_on,
                    latest_on: due.latest_on,
                });
            }
        }
    }
}

impl App {
    /// Enters a bank holiday among the authority's settings. From then on new due dates are counted by it; those
    /// that run already move only with [`App::apply_calendar_change`]. Announcing the same day again under the same
    /// name changes nothing.
    ///
    /// # Errors
    ///
    /// [`NotAnnounced`] when the day cannot be a bank holiday or is one already, or something broke.
    ///
    /// # Panics
    ///
    /// When the permit is for another deed: a bug, not a circumstance.
    pub async fn announce_bank_holiday(
        &self,
        permit: &Permit,
        holiday: &AnnouncedHoliday,
    ) -> Result<(), NotAnnounced> {
        let authority = leave(permit);
        let _alone = self.shared.announcing.lock().await;
        let (stored, served) = self.reread(authority).await?;
        let known = &served.settings.announced_holidays;
        let same =
            |known: &AnnouncedHoliday| known.day == holiday.day && known.name == holiday.name;
        if known.iter().any(same) {
            return Ok(());
        }
        holiday.announce(&served.calendar)?;
        self.save_authority(&with_announced(&stored, holiday)?)
            .await?;
        Ok(())
    }

    /// What would move if the calendar as it is now were applied. Changes nothing and holds few cases at a time.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    ///
    /// # Panics
    ///
    /// When the permit is for another deed: a bug, not a circumstance.
    pub async fn preview_calendar_change(
        &self,
        permit: &Permit,
    ) -> Result<CalendarPreview, Failure> {
        let authority = leave(permit);
        let (_, served) = self.reread(authority).await?;
        let law = served.law(self.today());
        let (running, cases) = self.reached(authority, &law).await?;
        let mut preview = CalendarPreview {
            calendar: served.calendar.version().to_owned(),
            running,
            cases: 0,
            moves: BTreeMap::new(),
            first: Vec::new(),
            unknown: 0,
        };
        for cases in cases.chunks(FOLDED_AT_ONCE) {
            let streams = self.journal.streams(authority, cases).await?;
            for (case, entries) in cases.iter().zip(streams) {
                preview.add(&loaded(*case, &entries)?, &law);
            }
        }
        Ok(preview)
    }

    /// Applies the calendar as it is now to the open cases: one event for each case in which a due date moves, with
    /// the reason sealed in it. Closed cases and what has ended stay as they were decided.
    ///
    /// May be stopped at any moment and run again: a second run moves what the first left, and nothing twice.
    /// `progress` is told how many cases are done, of how many.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record failed; what was moved until then stays moved.
    ///
    /// # Panics
    ///
    /// When the permit is for another deed: a bug, not a circumstance.
    pub async fn apply_calendar_change(
        &self,
        permit: &Permit,
        reason: &str,
        mut progress: impl FnMut(u64, u64) + Send,
    ) -> Result<CalendarApplied, Failure> {
        let authority = leave(permit);
        let (_, served) = self.reread(authority).await?;
        let (_, cases) = self.reached(authority, &served.law(self.today())).await?;
        let reason: Arc<str> = reason.into();
        let all = cases.len() as u64;
        let mut waiting = cases.into_iter();
        let mut working = JoinSet::new();
        let mut applied = CalendarApplied::default();
        for done in 0.. {
            progress(done, all);
            let room = APPENDED_AT_ONCE.saturating_sub(working.len());
            for case in waiting.by_ref().take(room) {
                let (app, authority) = (self.clone(), authority.clone());
                let (actor, reason) = (permit.officer().account, Arc::clone(&reason));
                working.spawn(async move { app.recount(&authority, actor, case, &reason).await });
            }
            let Some(one) = working.join_next().await else {
                break;
            };
            let one = one.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()));
            match one? {
                Outcome::Moved => applied.moved += 1,
                Outcome::Stayed => {}
                Outcome::Unknown => applied.unknown += 1,
                Outcome::Disposed => applied.disposed += 1,
            }
        }
        Ok(applied)
    }

    /// How many limits run, and the cases with one that the calendar as it is now may reach.
    async fn reached(
        &self,
        authority: &AuthorityCode,
        law: &Law<'_>,
    ) -> Result<(u64, Vec<CaseId>), Failure> {
        let look = |(running, cases): &mut (u64, BTreeSet<CaseId>), clock: ClockRow| {
            // The day of a review was chosen by whoever decided; no calendar counts it.
            if clock.limit == RESTRICTION_REVIEW {
                return;
            }
            *running += 1;
            if may_move(&clock, law) {
                cases.insert(clock.case);
            }
        };
        let looked = self
            .journal
            .running_clocks(authority, (0, BTreeSet::new()), look);
        let (running, cases) = looked.await?;
        Ok((running, cases.into_iter().collect()))
    }

    /// Counts the limits of one case again and records what moves.
    async fn recount(
        &self,
        authority: &AuthorityCode,
        actor: AccountId,
        case: CaseId,
        reason: &str,
    ) -> Result<Outcome, Failure> {
        for _ in 0..TRIES {
            let entries = self.journal.stream(authority, case).await?;
            let subject = loaded(case, &entries)?;
            let mut sealing = Sealing::new();
            let command = Command::from(RecomputeDeadlines {
                reason: seal_text(&mut sealing, reason),
            });
            let append = match self.decide(authority, actor, Some(&subject), &command) {
                Ok(append) => append,
                Err(NotRecorded::Refused(Refusal::NothingMoves | Refusal::Closed(_))) => {
                    return Ok(Outcome::Stayed);
                }
                Err(NotRecorded::Refused(_)) => return Ok(Outcome::Unknown),
                Err(NotRecorded::Failure(failure)) => return Err(failure),
                // Nobody saw this case before, so nobody can have been overtaken.
                Err(NotRecorded::Overtaken(_)) => continue,
            };
            let append = Append {
                items: sealing.into_items(),
                ..append
            };
            match self.journal.append(append).await {
                Ok(_) => return Ok(Outcome::Moved),
                Err(AppendError::Conflict { .. }) => {}
                Err(AppendError::Disposed) => return Ok(Outcome::Disposed),
                Err(error @ (AppendError::AlreadySubmitted { .. } | AppendError::Failure(_))) => {
                    return Err(error.into());
                }
            }
        }
        Err(Failure::TooBusy(case))
    }

    /// The authority's settings as they are stored now, which another node or the command line may have changed.
    async fn reread(&self, authority: &AuthorityCode) -> Result<(String, Served), Failure> {
        let stored = self.journal.authorities().await?;
        let Some(stored) = stored.into_iter().find(|stored| stored.code == *authority) else {
            return self.served(authority).map(|served| (String::new(), served));
        };
        let served = Served::new(crate::setup::read_settings(&stored.settings)?)?;
        self.serve(authority.clone(), served.clone());
        Ok((stored.settings, served))
    }
}

/// As people quote it: C-0142.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "this is how a value is handed over to be written"
)]
fn as_quoted<S: Serializer>(reference: &Reference, out: S) -> Result<S::Ok, S::Error> {
    out.collect_str(reference)
}

/// The authority whose calendar the permit is for.
fn leave(permit: &Permit) -> &AuthorityCode {
    assert_eq!(
        permit.deed(),
        Deed::ManageCalendar,
        "the permit is for the calendar"
    );
    &permit.officer().authority
}

/// Whether the case of a clock has to be looked at. A limit this version does not know is looked at too.
fn may_move(clock: &ClockRow, law: &Law<'_>) -> bool {
    let Ok(limit) = clock.limit.parse::<LimitId>() else {
        return true;
    };
    let running = RunningLimit {
        limit,
        from: clock.started_on,
        due_on: clock.due_on,
        latest_on: clock.latest_on,
    };
    running.may_move(law)
}

fn loaded(case: CaseId, entries: &[Entry]) -> Result<Subject, Failure> {
    let reference = entries.first().and_then(|first| first.reference);
    subject(reference.ok_or(Failure::HeadlessCase(case))?, case, entries)
}

/// The settings with one more day, everything else as it was written.
fn with_announced(stored: &str, holiday: &AnnouncedHoliday) -> Result<String, Failure> {
    #[derive(Serialize)]
    struct Added<'a> {
        announced_holidays: [&'a AnnouncedHoliday; 1],
    }
    let added = toml::to_string(&Added {
        announced_holidays: [holiday],
    });
    let added = added.map_err(|error| Failure::Settings(error.to_string()))?;
    Ok(format!("{}\n\n{added}", stored.trim_end()))
}
