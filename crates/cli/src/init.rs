//! `heard init`: a new installation with its key, its database, an authority and a first administrator.

use std::fs;
use std::path::{Path, PathBuf};

use app::App;
use app::accounts::NewAccount;
use app::officer::Role;
use app::setup;
use clap::Args;
use journal::Location;
use secrecy::ExposeSecret as _;
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::{Installation, Place};
use crate::{output, prompt};

/// Make a new installation: key, database, authority and first administrator.
#[derive(Args)]
#[command(after_help = "Examples:
  heard init --code northshire --name \"Northshire Council\" --admin j.okafor
  heard init --authority-file northshire.toml --admin j.okafor

The key opens everything personal in the record. Keep a copy of it away from the database and its backups:
without it names and texts stay shut for ever.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The authority's settings, in the form that `heard authorities show` prints
    #[arg(long, value_name = "FILE", conflicts_with_all = ["code", "name"])]
    authority_file: Option<PathBuf>,
    /// The authority's code, such as northshire; its lists begin as the usual ones
    #[arg(long, requires = "name")]
    code: Option<String>,
    /// The authority's name in full
    #[arg(long, requires = "code")]
    name: Option<String>,
    /// The sign-in name of the first administrator; asked for if left out
    #[arg(long, value_name = "NAME")]
    admin: Option<String>,
    /// Print the sign-in as JSON
    #[arg(long)]
    json: bool,
}

/// What was made, for programs.
#[derive(Serialize)]
struct Made {
    authority: String,
    sign_in_name: String,
    one_time_password: String,
    key_file: String,
    database: String,
}

/// The settings an authority begins with.
const USUAL: &str = include_str!("../../app/data/standard.toml");

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let installation = arguments.place.find()?;
    if installation.location == Location::Memory {
        return Err(Stop::Usage(
            "an installation in memory is gone when the command ends; name a database".to_owned(),
        ));
    }
    check_free(&installation).await?;
    let settings = settings_text(arguments)?;
    // Read before anything is made, so that a mistake in the file leaves nothing behind.
    setup::read_settings(&settings)?;
    let sign_in_name = match &arguments.admin {
        Some(name) => name.trim().to_owned(),
        None => prompt::ask("Sign-in name of the first administrator", "--admin NAME")?,
    };
    if sign_in_name.is_empty() {
        return Err(Stop::Usage("the sign-in name must not be blank".to_owned()));
    }
    make_folder(&installation.folder)?;
    for file in [
        Some(&installation.key_file),
        sqlite_file(&installation.location),
    ]
    .into_iter()
    .flatten()
    {
        if let Some(folder) = file.parent() {
            make_folder(folder)?;
        }
    }
    if !installation.key_file.exists() {
        setup::make_key(&installation.key_file)?;
    }
    let app = installation.start().await?;
    check_empty(&app, &installation)?;
    let settings = app.save_authority(&settings).await?;
    let new = NewAccount {
        authority: settings.code.clone(),
        sign_in_name: sign_in_name.clone(),
        display_name: sign_in_name.clone(),
        role: Role::Administrator,
    };
    let (_, password) = app.create_account(new).await?;
    if arguments.json {
        return output::json(&Made {
            authority: settings.code.to_string(),
            sign_in_name,
            one_time_password: password.expose_secret().to_owned(),
            key_file: installation.key_file.display().to_string(),
            database: installation.location.to_string(),
        });
    }
    output::line(format_args!("Ready for {}.", settings.name))?;
    output::line(format_args!(
        "  key       {}",
        installation.key_file.display()
    ))?;
    output::line(format_args!("  database  {}", installation.location))?;
    output::line("")?;
    output::line(format_args!(
        "Sign in as {sign_in_name} with this one-time password, shown only now:"
    ))?;
    output::line(format_args!("  {}", password.expose_secret()))?;
    output::line("")?;
    output::line(
        "Keep a copy of the key away from the database. Next: heard serve, then heard accounts add",
    )
}

/// Refuses where there is an installation. A key by itself is none: it is what an attempt leaves behind
/// that could not reach its database, and the next attempt goes on with it.
async fn check_free(installation: &Installation) -> Result<(), Stop> {
    if !installation.exists() {
        return Ok(());
    }
    if !installation.key_file.exists() {
        return Err(Stop::Refused(format!(
            "there is a database at {} without its key",
            installation.location
        )));
    }
    check_empty(&installation.start().await?, installation)
}

fn check_empty(app: &App, installation: &Installation) -> Result<(), Stop> {
    if app.authorities().is_empty() {
        return Ok(());
    }
    Err(Stop::Refused(format!(
        "there is an installation at {} already; nothing was changed",
        installation.location
    )))
}

fn settings_text(arguments: &Arguments) -> Result<String, Stop> {
    match (&arguments.authority_file, &arguments.code, &arguments.name) {
        (Some(file), _, _) => crate::files::read_text(file),
        (None, Some(code), Some(name)) => Ok(usual_settings(code, name)),
        (None, _, _) => Err(Stop::Usage(
            "say for whom: --authority-file FILE, or --code CODE and --name NAME".to_owned(),
        )),
    }
}

/// The usual settings with an authority's own code and name.
fn usual_settings(code: &str, name: &str) -> String {
    let mut text = String::with_capacity(USUAL.len() + name.len());
    let (mut code_set, mut name_set) = (false, false);
    for line in USUAL.lines() {
        if !code_set && line.starts_with("code = ") {
            code_set = true;
            text.extend(["code = ", &quoted(code), "\n"]);
        } else if !name_set && line.starts_with("name = ") {
            name_set = true;
            text.extend(["name = ", &quoted(name), "\n"]);
        } else {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// A text as TOML quotes it; JSON's quoting is a part of TOML's, but for one control character.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text.replace('\u{7f}', "")).to_string()
}

fn sqlite_file(location: &Location) -> Option<&PathBuf> {
    match location {
        Location::Sqlite(path) => Some(path),
        Location::Memory | Location::Postgres(_) => None,
    }
}

/// Makes a folder that its owner alone may look into; one that is there stays as it is.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Stop> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder
        .create(folder)
        .map_err(|error| Stop::Failed(format!("{} cannot be made: {error}", folder.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_settings_take_any_name() {
        for name in [
            "Northshire Council",
            "Council of \"the\" Isles \\ and C:\\",
            "Cyngor Môn",
            "a\nb\u{7f}\t",
        ] {
            let settings = setup::read_settings(&usual_settings("northshire", name))
                .expect("they can be read");
            assert_eq!(settings.code.as_str(), "northshire");
            assert_eq!(settings.name, name.replace('\u{7f}', ""));
        }
    }

    #[test]
    fn a_code_that_is_none_is_refused() {
        assert!(setup::read_settings(&usual_settings("North Shire", "North Shire")).is_err());
    }
}
