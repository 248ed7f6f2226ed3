//! `heard authorities`: the authorities an installation serves, and their settings.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::{files, output};

/// List authorities, show their settings and save changed ones.
#[derive(Args)]
#[command(after_help = "Example, to change a list:
  heard authorities show northshire > northshire.toml
  heard authorities save northshire.toml
  heard authorities explain              what a settings file may hold, and what each setting decides")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Subcommand)]
enum Deed {
    /// List the authorities
    List {
        #[command(flatten)]
        place: Place,
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
    /// Print an authority's settings as they were saved
    Show {
        #[command(flatten)]
        place: Place,
        /// The authority's code
        code: String,
    },
    /// Explain every setting: what may be chosen, what the law locks, what it decides
    Explain,
    /// Add an authority, or save its changed settings, from a file; - for stdin
    Save {
        #[command(flatten)]
        place: Place,
        /// The settings
        file: PathBuf,
    },
}

#[derive(Serialize)]
struct Listed {
    code: String,
    name: String,
}

/// Runs the command.
pub(crate) async fn run(arguments: Arguments) -> Result<(), Stop> {
    match arguments.deed {
        Deed::List { place, json } => {
            let app = place.open().await?;
            let authorities = app.authorities();
            if json {
                let listed = authorities.iter().map(|settings| Listed {
                    code: settings.code.to_string(),
                    name: settings.name.clone(),
                });
                return output::json(&listed.collect::<Vec<_>>());
            }
            let row = |code: &str, name: &str| [code.to_owned(), name.to_owned()];
            let mut rows = vec![row("CODE", "NAME")];
            rows.extend(
                authorities
                    .iter()
                    .map(|settings| row(settings.code.as_str(), &settings.name)),
            );
            output::table(&rows)
        }
        Deed::Show { place, code } => {
            let app = place.open().await?;
            let code = installation::authority(&app, &code)?.code.clone();
            let stored = app.journal().authorities().await?;
            let text = stored
                .into_iter()
                .find(|authority| authority.code == code)
                .map(|authority| authority.settings);
            output::bytes(text.unwrap_or_default().as_bytes())
        }
        Deed::Explain => output::bytes(casework::settings::document().as_bytes()),
        Deed::Save { place, file } => {
            let text = files::read_text(&file)?;
            let app = place.open().await?;
            let settings = app.save_authority(&text).await?;
            output::say(format_args!(
                "Saved the settings of {} ({}).",
                settings.name, settings.code
            ));
            Ok(())
        }
    }
}
