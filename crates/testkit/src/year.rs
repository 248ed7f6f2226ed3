//! A council's published year as case records.
//!
//! Buckinghamshire published its year 2014/15 in tables; the cases behind them are not public. These
//! are invented ones with the same margins. No joint distribution was published, so which service goes
//! with which issue is chance, and the same chance every time. Each case is decided step by step as
//! a person's own entries would be, on the day each step happened.

mod complaints;
mod equality;
mod file;
mod registers;
mod sketch;

use app::App;
use app::failure::Failure;
use app::officer::Role;
use app::record::NotDecided;
use casework::ids::{AccountId, AuthorityCode};
use casework::settings::ReportingYear;
use jiff::civil::Date;
use journal::Append;
use statute::working_days::{Calendar, Region};

use crate::complaint::ComplaintPlan;
use crate::contact::ContactPlan;
use crate::dice::Dice;
use crate::life::Life;
use crate::published::PublishedYear;

/// The seed of the demonstration.
const SEED: u64 = 0x2014_2015;

/// What was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Played {
    /// Cases.
    pub cases: usize,
    /// Events in them.
    pub events: usize,
}

impl Played {
    fn of(cases: &[Append]) -> Self {
        Self {
            cases: cases.len(),
            events: cases.iter().map(|case| case.entries.len()).sum(),
        }
    }
}

/// Why the cases were not recorded. Nothing was, then.
#[derive(Debug, thiserror::Error)]
pub enum NotPlayed {
    /// The rules do not allow what was planned.
    #[error("the case received on {received_on} cannot be recorded: {reason}")]
    NotDecided {
        /// When the case was received.
        received_on: Date,
        /// Why not.
        reason: NotDecided,
    },
    /// What the figures are set against cannot be entered.
    #[error("the council’s own file cannot be written: {0}")]
    File(String),
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
    /// The program is stopping.
    #[error("the program stopped while cases were being recorded: {0}")]
    Stopped(String),
}

/// The year's cases before they are recorded, to be read or changed by a test.
#[derive(Clone, Debug)]
pub struct Year {
    /// The statutory complaints.
    pub complaints: Vec<ComplaintPlan>,
    /// The complaints under the council's own procedure.
    pub corporate: Vec<ComplaintPlan>,
    /// Compliments, enquiries and letters from members of Parliament.
    pub contacts: Vec<ContactPlan>,
    /// What the figures are set against.
    published: PublishedYear,
    until: Date,
}

impl Year {
    /// The year with these published figures, its cases handed to these accounts in turn.
    ///
    /// # Panics
    ///
    /// When no cases can have these figures: a mistake in the program.
    pub fn reconstruct(
        published: &PublishedYear,
        managers: &[AccountId],
        calendar: &Calendar,
    ) -> Self {
        let mut dice = Dice::new(SEED);
        let (mut complaints, mut corporate, mut contacts) = (dice.fork(), dice.fork(), dice.fork());
        Self {
            complaints: complaints::statutory(published, managers, &mut complaints, calendar),
            corporate: complaints::corporate(published, managers, &mut corporate, calendar),
            contacts: registers::contacts(published, managers, &mut contacts, calendar),
            until: written_on(published.year),
            published: published.clone(),
        }
    }

    /// The lives of all cases, in the order they were received.
    pub fn lives(&self, calendar: &Calendar) -> Vec<Life> {
        let mut dice = Dice::new(SEED.rotate_left(32));
        let mut lives =
            Vec::with_capacity(self.complaints.len() + self.corporate.len() + self.contacts.len());
        for plan in self.complaints.iter().chain(&self.corporate) {
            lives.push(plan.live(&mut dice, self.until, calendar));
        }
        for plan in &self.contacts {
            lives.push(plan.live(&mut dice, self.until, calendar));
        }
        lives.sort_by_key(Life::received_on);
        lives
    }

    /// Records the cases.
    ///
    /// # Errors
    ///
    /// As [`play`].
    pub async fn play(
        &self,
        app: &App,
        authority: &AuthorityCode,
        actor: AccountId,
    ) -> Result<Played, NotPlayed> {
        let mut appends = decide(app, authority, actor, self.lives(working_days()))?;
        let played = Played::of(&appends);
        let mut dice = Dice::new(SEED.rotate_left(16));
        let entries = file::entries(&self.published, self.until, &mut dice);
        let file = app
            .decide_file(authority, actor, entries)
            .map_err(|problem| NotPlayed::File(problem.to_string()))?;
        appends.push(file);
        app.append_cases(appends).await?;
        Ok(played)
    }
}

/// The working days of the year. It is long past, so nothing announced since can lie in it.
pub fn working_days() -> &'static Calendar {
    Calendar::of(Region::EnglandAndWales)
}

/// Records the year under an authority that has the settings of [`crate::published::BUCKINGHAMSHIRE`].
/// Cases are handed to the team managers there are, in turn.
///
/// # Errors
///
/// [`NotPlayed`] when the authority's lists differ or the record failed.
pub async fn play(
    app: &App,
    authority: &AuthorityCode,
    actor: AccountId,
) -> Result<Played, NotPlayed> {
    let managers = team_managers(app, authority).await?;
    let year = Year::reconstruct(&PublishedYear::buckinghamshire(), &managers, working_days());
    year.play(app, authority, actor).await
}

/// Decides and appends cases, all or none.
///
/// # Errors
///
/// [`NotPlayed`] when the rules do not allow one of them or the record failed.
pub(crate) async fn append(
    app: &App,
    authority: &AuthorityCode,
    actor: AccountId,
    lives: Vec<Life>,
) -> Result<Played, NotPlayed> {
    let appends = decide(app, authority, actor, lives)?;
    let played = Played::of(&appends);
    app.append_cases(appends).await?;
    Ok(played)
}

/// Decides cases.
///
/// # Errors
///
/// [`NotPlayed::NotDecided`] for the first that the rules do not allow.
pub(crate) fn decide(
    app: &App,
    authority: &AuthorityCode,
    actor: AccountId,
    lives: Vec<Life>,
) -> Result<Vec<Append>, NotPlayed> {
    lives
        .into_iter()
        .map(|life| {
            let received_on = life.received_on();
            life.decide(app, authority, actor)
                .map_err(|reason| NotPlayed::NotDecided {
                    received_on,
                    reason,
                })
        })
        .collect()
}

/// The accounts that answer complaints, in the order of their names.
pub(crate) async fn team_managers(
    app: &App,
    authority: &AuthorityCode,
) -> Result<Vec<AccountId>, Failure> {
    let mut managers = app.colleagues(authority).await?;
    managers.retain(|colleague| colleague.role == Role::TeamManager);
    managers.sort_by(|one, other| one.display_name.cmp(&other.display_name));
    Ok(managers
        .into_iter()
        .map(|manager| manager.account)
        .collect())
}

/// The report was written in the July after the year; what came later is not in it.
fn written_on(year: ReportingYear) -> Date {
    Date::constant(year.last_day().year(), 7, 1)
}

/// A working day of the year, not later than `latest`.
fn working_day(year: ReportingYear, latest: Date, dice: &mut Dice, calendar: &Calendar) -> Date {
    let eve = year.before().last_day();
    let latest = latest.min(year.last_day());
    let days = calendar
        .elapsed(eve, latest)
        .expect("the bank holidays of the published year are known");
    let place = dice.below(days as usize);
    crate::life::after(eve, u16::try_from(place + 1).unwrap_or(1), calendar)
}

/// Somebody in turn.
fn in_turn(managers: &[AccountId], place: usize) -> Option<AccountId> {
    managers.get(place.checked_rem(managers.len())?).copied()
}
