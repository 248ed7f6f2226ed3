//! The use cases: permit, record, read, report, sign in. The one place where effects meet decisions.
//!
//! Every use case follows the same way: a [`permit::Permit`] says who may do what to which case and
//! holds the case as loaded; `casework` decides; the journal appends; and the caller shows the result.

pub mod accounts;
pub mod annual_report;
pub mod case_file;
pub mod clock;
pub mod failure;
pub mod import;
pub mod officer;
pub mod permit;
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
use statute::working_days::{Calendar, Region};
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
    authorities: RwLock<BTreeMap<AuthorityCode, Arc<Settings>>>,
    /// Hashing a password takes memory on purpose; only so many at a time.
    hashing: Semaphore,
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
            authorities.insert(authority.code, Arc::new(settings));
        }
        let shared = Shared {
            authorities: RwLock::new(authorities),
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

    /// The working days of an authority.
    pub fn calendar(&self) -> &'static Calendar {
        Calendar::of(Region::EnglandAndWales)
    }

    /// The settings of an authority that this installation serves.
    pub fn settings(&self, authority: &AuthorityCode) -> Option<Arc<Settings>> {
        self.authorities_now().get(authority).cloned()
    }

    /// Every authority that this installation serves, by code.
    pub fn authorities(&self) -> Vec<Arc<Settings>> {
        self.authorities_now().values().cloned().collect()
    }

    /// The law as it stands for an authority today.
    pub fn law<'a>(&self, settings: &'a Settings) -> Law<'a> {
        Law {
            calendar: self.calendar(),
            settings,
            today: self.today(),
        }
    }

    /// The record itself, for upkeep and the session store.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    fn settings_of(&self, authority: &AuthorityCode) -> Result<Arc<Settings>, Failure> {
        self.settings(authority)
            .ok_or_else(|| Failure::UnknownAuthority {
                code: authority.to_string(),
                known: self
                    .authorities_now()
                    .keys()
                    .map(AuthorityCode::as_str)
                    .collect::<Vec<_>>()
                    .join(", "),
            })
    }

    fn authorities_now(
        &self,
    ) -> std::sync::RwLockReadGuard<'_, BTreeMap<AuthorityCode, Arc<Settings>>> {
        self.shared
            .authorities
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
