//! The use cases: permit, record, read, report, sign in. The one place where effects meet decisions.
//!
//! Every use case follows the same way: a [`permit::Permit`] says who may do what to which case and
//! holds the case as loaded; `casework` decides; the journal appends; and the caller shows the result.

pub mod accounts;
pub mod annual_report;
pub mod authority_file;
pub mod calendar;
pub mod case_file;
pub mod clock;
pub mod completeness;
pub mod failure;
pub mod import;
pub mod learning;
pub mod officer;
pub mod overlap;
pub mod people;
pub mod permit;
pub mod pools;
pub mod private;
pub mod record;
pub mod register;
pub mod rows;
pub mod setup;
pub mod today;

use std::collections::BTreeMap;
use std::sync::{Arc, RwLock};

use casework::ids::AuthorityCode;
use casework::law::Law;
use casework::settings::Settings;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::Journal;
use statute::working_days::Calendar;
use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::failure::Failure;

/// Everything a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    journal: Journal,
    clock: Clock,
    shared: Arc<Shared>,
}

struct Shared {
    authorities: RwLock<BTreeMap<AuthorityCode, Served>>,
    /// The authorities’ own files, as far as they were read.
    files: authority_file::FoldedFiles,
    /// Settings are read, added to and saved by one at a time.
    announcing: tokio::sync::Mutex<()>,
    /// Hashing a password takes memory on purpose; only so many at a time.
    hashing: Semaphore,
}

/// An authority as it is served: what it chose, and its working days.
#[derive(Clone)]
pub(crate) struct Served {
    settings: Arc<Settings>,
    calendar: Arc<Calendar>,
}

impl Served {
    fn new(settings: Settings) -> Result<Self, Failure> {
        let calendar = settings
            .calendar()
            .map_err(|refused| Failure::Settings(refused.to_string()))?;
        Ok(Self {
            settings: Arc::new(settings),
            calendar: Arc::new(calendar),
        })
    }

    /// The law as it stands for the authority on a day.
    pub(crate) fn law(&self, today: Date) -> Law<'_> {
        Law {
            calendar: &self.calendar,
            settings: &self.settings,
            today,
        }
    }
}

/// How many passwords are hashed at the same time.
const HASHING_AT_ONCE: usize = 2;

impl App {
    /// Starts on an open journal, with the authorities it holds.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the journal cannot be read or holds settings that this version cannot read.
    pub async fn start(journal: Journal, clock: Clock) -> Result<Self, Failure> {
        let mut authorities = BTreeMap::new();
        for authority in journal.authorities().await? {
            let settings = setup::read_settings(&authority.settings)?;
            authorities.insert(authority.code, Served::new(settings)?);
        }
        let shared = Shared {
            authorities: RwLock::new(authorities),
            files: authority_file::FoldedFiles::default(),
            announcing: tokio::sync::Mutex::new(()),
            hashing: Semaphore::new(HASHING_AT_ONCE),
        };
        Ok(Self {
            journal,
            clock,
            shared: Arc::new(shared),
        })
    }

    /// The same application at a moment of its own: for imports and reconstructions, where things are
    /// recorded as of the day they happened.
    #[must_use]
    pub fn at(&self, moment: Timestamp) -> Self {
        Self {
            clock: Clock::At(moment),
            ..self.clone()
        }
    }

    /// This instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Today, in England.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// The working days of an authority: as published, with the bank holidays it announced since.
    pub fn calendar(&self, authority: &AuthorityCode) -> Option<Arc<Calendar>> {
        self.authorities_now()
            .get(authority)
            .map(|served| Arc::clone(&served.calendar))
    }

    /// The settings of an authority that this installation serves.
    pub fn settings(&self, authority: &AuthorityCode) -> Option<Arc<Settings>> {
        self.authorities_now()
            .get(authority)
            .map(|served| Arc::clone(&served.settings))
    }

    /// Every authority that this installation serves, by code.
    pub fn authorities(&self) -> Vec<Arc<Settings>> {
        self.authorities_now()
            .values()
            .map(|served| Arc::clone(&served.settings))
            .collect()
    }

    /// The record itself, for upkeep and the session store.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    fn settings_of(&self, authority: &AuthorityCode) -> Result<Arc<Settings>, Failure> {
        Ok(self.served(authority)?.settings)
    }

    /// The authority as it is served now; a change made meanwhile shows the next time it is asked for.
    pub(crate) fn served(&self, authority: &AuthorityCode) -> Result<Served, Failure> {
        let served = self.authorities_now().get(authority).cloned();
        served.ok_or_else(|| Failure::UnknownAuthority {
            code: authority.to_string(),
            known: self
                .authorities_now()
                .keys()
                .map(AuthorityCode::as_str)
                .collect::<Vec<_>>()
                .join(", "),
        })
    }

    fn authorities_now(&self) -> std::sync::RwLockReadGuard<'_, BTreeMap<AuthorityCode, Served>> {
        self.shared
            .authorities
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
