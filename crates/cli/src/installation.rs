//! Where an installation lies: the data folder, the database, the key. A flag goes before the
//! environment, the environment before the file `heard.toml` in the data folder, the file before the default.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use app::App;
use app::clock::Clock;
use app::setup::{self, DataFolder};
use casework::ids::AuthorityCode;
use casework::settings::Settings;
use clap::Args;
use figment::Figment;
use figment::providers::{Format, Toml};
use journal::Location;
use serde::Deserialize;

use crate::exit::Stop;

/// The data folder unless one is named.
const DEFAULT_FOLDER: &str = "heard-data";

/// The file in the data folder that may set what no flag and no variable sets.
const FILE: &str = "heard.toml";

/// Which installation a command works with.
#[derive(Args)]
#[command(next_help_heading = "Where the data are")]
pub(crate) struct Place {
    /// The data folder [default: heard-data]
    #[arg(long, value_name = "DIR", env = "HEARD_DATA")]
    data: Option<PathBuf>,
    /// The database: sqlite:PATH, postgres://…, or memory: [default: heard.db in the data folder]
    #[arg(
        long,
        value_name = "LOCATION",
        env = "HEARD_DATABASE",
        hide_env_values = true
    )]
    database: Option<String>,
    /// The file with the deployment's key [default: deployment.key in the data folder]
    #[arg(long, value_name = "FILE", env = "HEARD_KEY_FILE")]
    key_file: Option<PathBuf>,
}

/// An installation as found.
pub(crate) struct Installation {
    /// The data folder.
    pub(crate) folder: PathBuf,
    /// The database.
    pub(crate) location: Location,
    /// The file with the deployment's key.
    pub(crate) key_file: PathBuf,
    /// The address to serve on, if the file sets one.
    pub(crate) listen: Option<SocketAddr>,
    /// Whether the file says that a proxy in front speaks TLS.
    pub(crate) behind_proxy: bool,
}

/// What `heard.toml` may say.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Choices {
    database: Option<String>,
    key_file: Option<PathBuf>,
    listen: Option<SocketAddr>,
    behind_proxy: bool,
}

impl Place {
    /// Finds the installation; it need not exist yet.
    pub(crate) fn find(&self) -> Result<Installation, Stop> {
        let folder = self
            .data
            .clone()
            .unwrap_or_else(|| PathBuf::from(DEFAULT_FOLDER));
        let path = folder.join(FILE);
        let file: Choices = Figment::from(Toml::file_exact(&path))
            .extract()
            .or_else(|error| {
                if path.exists() {
                    Err(Stop::Usage(format!("{}: {error}", path.display())))
                } else {
                    Ok(Choices::default())
                }
            })?;
        let default = DataFolder::new(&folder);
        let location = match (&self.database, &file.database) {
            (Some(text), _) => read_location(text)?,
            // A path in the file is meant as seen from the file.
            (None, Some(text)) => match read_location(text)? {
                Location::Sqlite(path) => Location::Sqlite(folder.join(path)),
                other @ (Location::Memory | Location::Postgres(_)) => other,
            },
            (None, None) => default.location(),
        };
        let key_file = self
            .key_file
            .clone()
            .or_else(|| file.key_file.map(|path| folder.join(path)));
        let key_file = key_file.unwrap_or_else(|| default.key_file());
        Ok(Installation {
            folder,
            location,
            key_file,
            listen: file.listen,
            behind_proxy: file.behind_proxy,
        })
    }

    /// Opens an installation that must exist.
    pub(crate) async fn open(&self) -> Result<App, Stop> {
        self.find()?.open().await
    }
}

impl Installation {
    /// Whether there is anything here yet.
    pub(crate) fn exists(&self) -> bool {
        let database = match &self.location {
            Location::Sqlite(path) => path.exists(),
            Location::Memory | Location::Postgres(_) => false,
        };
        self.key_file.exists() || database
    }

    /// Opens it; a missing one is never made here.
    pub(crate) async fn open(&self) -> Result<App, Stop> {
        if !self.key_file.exists() {
            return Err(Stop::Failed(format!(
                "there is no installation here: the key file {} does not exist. \
                 Make one with `heard init`, look around with `heard demo`, or name another folder with --data",
                self.key_file.display()
            )));
        }
        if let Location::Sqlite(path) = &self.location
            && !path.exists()
        {
            return Err(Stop::Failed(format!(
                "the database {} does not exist",
                path.display()
            )));
        }
        self.start().await
    }

    /// Opens it, making the tables of a new database.
    pub(crate) async fn start(&self) -> Result<App, Stop> {
        setup::open(&self.location, &self.key_file, Clock::System)
            .await
            .map_err(|failure| match Stop::from(failure) {
                Stop::Failed(message) => Stop::Failed(format!("{}: {message}", self.location)),
                other @ (Stop::Found(_) | Stop::Usage(_) | Stop::Refused(_) | Stop::PipeClosed) => {
                    other
                }
            })
    }
}

/// The settings of an authority; an unknown one is answered with those there are.
pub(crate) fn authority(app: &App, code: &str) -> Result<Arc<Settings>, Stop> {
    let parsed = code.parse::<AuthorityCode>().ok();
    parsed.and_then(|code| app.settings(&code)).ok_or_else(|| {
        let known: Vec<String> = app
            .authorities()
            .iter()
            .map(|settings| settings.code.to_string())
            .collect();
        let known = if known.is_empty() {
            "none yet".to_owned()
        } else {
            known.join(", ")
        };
        Stop::Usage(format!(
            "there is no authority \"{code}\" here; there are: {known}"
        ))
    })
}

fn read_location(text: &str) -> Result<Location, Stop> {
    text.parse()
        .map_err(|error: journal::NotALocation| Stop::Usage(error.to_string()))
}
