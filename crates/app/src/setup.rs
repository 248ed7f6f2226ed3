//! Setting up: authorities with their settings, and the data folder of an installation.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use casework::ids::AuthorityCode;
use casework::settings::Settings;
use journal::{Authority, DeploymentKey, Journal, Location};

use crate::clock::Clock;
use crate::failure::Failure;
use crate::{App, Served};

/// The data folder of an installation: the deployment's key and, with SQLite, the database.
#[derive(Clone, Debug)]
pub struct DataFolder {
    /// The folder.
    pub path: PathBuf,
}

impl DataFolder {
    /// A data folder at a path.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Where the deployment's key lies unless it is set elsewhere: never inside the database.
    pub fn key_file(&self) -> PathBuf {
        self.path.join("deployment.key")
    }

    /// The database unless it is set elsewhere.
    pub fn location(&self) -> Location {
        Location::Sqlite(self.path.join("heard.db"))
    }
}

/// Makes a new deployment key.
///
/// # Errors
///
/// [`Failure`] when the file exists or cannot be written.
pub fn make_key(file: &Path) -> Result<DeploymentKey, Failure> {
    let key = DeploymentKey::generate()?;
    key.write_file(file)?;
    Ok(key)
}

/// Opens the record of an installation.
///
/// # Errors
///
/// [`Failure`] when the key or the database cannot be opened.
pub async fn open(location: &Location, key_file: &Path, clock: Clock) -> Result<App, Failure> {
    let key = DeploymentKey::read_file(key_file)?;
    let journal = Journal::open(location, key).await?;
    App::start(journal, clock).await
}

/// Reads an authority's settings from their file.
///
/// # Errors
///
/// [`Failure::Settings`] with every problem at once.
pub fn read_settings(text: &str) -> Result<Settings, Failure> {
    let settings: Settings =
        toml::from_str(text).map_err(|error| Failure::Settings(error.to_string()))?;
    let problems = settings.problems();
    if problems.is_empty() {
        Ok(settings)
    } else {
        Err(Failure::Settings(problems.join("; ")))
    }
}

impl App {
    /// Takes an authority in, or its changed settings, from the text of its settings file.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the settings cannot be used or the record failed.
    pub async fn save_authority(&self, settings_text: &str) -> Result<Arc<Settings>, Failure> {
        let served = Served::new(read_settings(settings_text)?)?;
        let settings = Arc::clone(&served.settings);
        let authority = Authority {
            code: settings.code.clone(),
            name: settings.name.clone(),
            settings: settings_text.to_owned(),
            created_at: self.now(),
        };
        self.journal.save_authority(&authority).await?;
        self.serve(authority.code, served);
        Ok(settings)
    }

    /// Serves an authority as it is from now on.
    pub(crate) fn serve(&self, authority: AuthorityCode, served: Served) {
        let mut authorities = self
            .shared
            .authorities
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        authorities.insert(authority, served);
    }
}
