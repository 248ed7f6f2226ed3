//! A council's published year as case records.
//!
//! Buckinghamshire published its year 2014/15, and Surrey its year 2015/16; the cases behind the figures are
//! not public. These are invented ones with the same margins. No joint distribution was published, so which service goes
//! with which issue is chance, and the same chance every time. Each case is decided step by step as
//! a person's own entries would be, on the day each step happened.

mod buckinghamshire;
mod file;
mod passages;
mod surrey;

use app::App;
use app::failure::Failure;
use app::officer::Role;
use app::record::NotDecided;
use casework::ids::{AccountId, AuthorityCode, Reference};
use casework::registers::NoteOverlap;
use casework::settings::ReportingYear;
use jiff::civil::Date;
use journal::Append;
use statute::working_days::{Calendar, Region};

use crate::complaint::ComplaintPlan;
use crate::contact::ContactPlan;
use crate::dice::Dice;
use crate::life::Life;
use crate::pool::Pool;
use crate::published::{Council, PublishedYear};

/// The seed of a council’s year.
const fn seed(council: Council) -> u64 {
    match council {
        Council::Buckinghamshire => 0x2014_2015,
        Council::Surrey => 0x2015_2016,
    }
}

/// The accounts a reconstruction hands its cases to.
#[derive(Clone, Copy, Debug)]
pub struct Hands<'a> {
    /// Those who answer, in turn.
    pub managers: &'a [AccountId],
    /// Who checks what they did.
    pub checker: AccountId,
}

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
    /// The year refers to its own cases by their numbers, which other cases have taken.
    #[error("the record of {0} is not empty")]
    NotEmpty(AuthorityCode),
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
    /// Compliments, enquiries, letters from elected members, and young people’s contacts.
    pub contacts: Vec<ContactPlan>,
    /// Letters about people who complain themselves: the place of each among the contacts, and of the statutory
    /// complaint.
    pub overlaps: Vec<(usize, usize)>,
    /// Whose year it is.
    council: Council,
    /// What the figures are set against.
    published: PublishedYear,
    until: Date,
}

impl Year {
    /// The year of a council, its cases handed to these accounts in turn.
    ///
    /// # Panics
    ///
    /// When no cases can have the published figures: a mistake in the program.
    pub fn reconstruct(council: Council, hands: Hands<'_>, calendar: &Calendar) -> Self {
        let published = council.published();
        let mut dice = Dice::new(seed(council));
        let (mut complaints, mut corporate, mut contacts) = (dice.fork(), dice.fork(), dice.fork());
        let until = written_on(published.year);
        match council {
            Council::Buckinghamshire => {
                let (year, managers) = (&published, hands.managers);
                Self {
                    complaints: buckinghamshire::statutory(
                        year,
                        managers,
                        &mut complaints,
                        calendar,
                    ),
                    corporate: buckinghamshire::corporate(year, managers, &mut corporate, calendar),
                    contacts: buckinghamshire::contacts(year, managers, &mut contacts, calendar),
                    overlaps: Vec::new(),
                    council,
                    until,
                    published,
                }
            }
            Council::Surrey => {
                let plans = surrey::statutory(&published, hands, &mut complaints, calendar);
                let mut letters =
                    surrey::contacts(&published, hands.managers, &mut contacts, calendar);
                let overlaps = surrey::overlaps(&published, &plans, &mut letters);
                Self {
                    complaints: plans,
                    corporate: Vec::new(),
                    contacts: letters,
                    overlaps,
                    council,
                    until,
                    published,
                }
            }
        }
    }

    /// The lives of all cases, in the order they were received.
    pub fn lives(&self, calendar: &Calendar) -> Vec<Life> {
        let mut dice = Dice::new(seed(self.council).rotate_left(32));
        let mut lives =
            Vec::with_capacity(self.complaints.len() + self.corporate.len() + self.contacts.len());
        let pool = Pool::of(self.council.code());
        for plan in self.complaints.iter().chain(&self.corporate) {
            lives.push(plan.live(Some(&pool), &mut dice, self.until, calendar));
        }
        let first_contact = lives.len();
        for plan in &self.contacts {
            lives.push(plan.live(&mut dice, self.until, calendar));
        }
        let mut order: Vec<usize> = (0..lives.len()).collect();
        order.sort_by_key(|place| lives[*place].received_on());
        // Cases are numbered in the order they are recorded.
        let number = |place: usize| order.iter().zip(1..).find(|(case, _)| **case == place);
        for (contact, complaint) in &self.overlaps {
            let Some((_, number)) = number(*complaint) else {
                continue;
            };
            let life = &mut lives[first_contact + contact];
            let on = crate::life::after(life.received_on(), 1, calendar);
            life.then(on, |_| NoteOverlap {
                with: Reference(number),
                same_person: true,
                on,
            });
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
        let head = app.journal().head(authority).await.map_err(Failure::from)?;
        if head.position > 0 && !self.overlaps.is_empty() {
            return Err(NotPlayed::NotEmpty(authority.clone()));
        }
        let mut appends = decide(app, authority, actor, self.lives(working_days()))?;
        let played = Played::of(&appends);
        let mut dice = Dice::new(seed(self.council).rotate_left(16));
        let pool = Pool::of(self.council.code());
        // The cases have the first numbers only in a record that was empty.
        let payments = if head.position == 0 {
            file::payments(&appends, &pool, self.until)
        } else {
            Vec::new()
        };
        let mut entries = pool.entries();
        entries.extend(payments);
        entries.extend(match self.council {
            Council::Buckinghamshire => Vec::new(),
            Council::Surrey => surrey::entries(&self.published, &mut dice),
        });
        entries.extend(file::entries(&self.published, self.until, &mut dice));
        let year = self.published.year;
        entries.extend(passages::entries(self.council, year, self.until, &mut dice));
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

/// Records a council’s year under an authority that has its settings. Cases are handed to the team managers there
/// are, in turn.
///
/// # Errors
///
/// [`NotPlayed`] when the authority's lists differ or the record failed.
pub async fn play(
    app: &App,
    council: Council,
    authority: &AuthorityCode,
    actor: AccountId,
) -> Result<Played, NotPlayed> {
    let managers = team_managers(app, authority).await?;
    let hands = Hands {
        managers: &managers,
        checker: actor,
    };
    let year = Year::reconstruct(council, hands, working_days());
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
    working_day_after(eve, latest.min(year.last_day()), dice, calendar)
}

/// A working day after one day and not later than another.
fn working_day_after(eve: Date, latest: Date, dice: &mut Dice, calendar: &Calendar) -> Date {
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
