//! `heard report`: the annual report as files.

use std::collections::BTreeSet;
use std::path::PathBuf;

use app::App;
use casework::ids::AuthorityCode;
use casework::settings::ReportingYear;
use clap::{Args, Subcommand, ValueEnum};
use publish::Format;
use reports::document::Audience;
use serde::Serialize;
use views::register_line::RegisterLine;

use crate::exit::Stop;
use crate::init::make_folder;
use crate::installation::{self, Place};
use crate::{files, output, progress};

/// Draw up reports.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    report: Report,
}

#[derive(Subcommand)]
enum Report {
    Annual(Annual),
}

/// Write the annual report of a year, April to March
#[derive(Args)]
#[command(after_help = "Example:
  heard report annual --authority northshire --year 2014-15 --audience public --format html,pdf,csv,json --out report

The public report withholds small counts; the internal one shows them and says so on every page.")]
struct Annual {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// The reporting year, such as 2014-15
    #[arg(long)]
    year: ReportingYear,
    /// Who may read it
    #[arg(long, value_enum, default_value_t = Readers::Public)]
    audience: Readers,
    /// One or more formats, separated by commas: html, pdf, csv, json
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', required = true)]
    format: Vec<Format>,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
    /// Print the paths written as JSON
    #[arg(long)]
    json: bool,
}

/// The audiences as the command line names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Readers {
    /// Small counts withheld
    Public,
    /// Small counts shown: for officers and the committee in confidence
    Internal,
}

/// A file that was written.
#[derive(Serialize)]
struct Written {
    format: &'static str,
    path: String,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    match &arguments.report {
        Report::Annual(annual) => annual.run().await,
    }
}

impl Annual {
    async fn run(&self) -> Result<(), Stop> {
        let app = self.place.open().await?;
        let authority = installation::authority(&app, &self.authority)?.code.clone();
        self.known_year(&app, &authority).await?;
        let audience = match self.audience {
            Readers::Public => Audience::Public,
            Readers::Internal => Audience::Internal,
        };
        let permit = app.operators_permit(&authority);
        let document = app.annual_report(&permit, self.year, audience).await?;
        make_folder(&self.out)?;
        let mut written = Vec::new();
        let mut formats = self.format.clone();
        formats.dedup();
        let waiting = progress::waiting("writing the report");
        for format in formats {
            let rendered = publish::render(&document, format);
            for file in rendered
                .map_err(|error| Stop::Failed(format!("the report cannot be written: {error}")))?
            {
                let path = self.out.join(&file.name);
                files::write(&path, &file.bytes)?;
                written.push(Written {
                    format: format.name(),
                    path: path.display().to_string(),
                });
            }
        }
        waiting.finish_and_clear();
        if self.json {
            return output::json(&written);
        }
        written
            .iter()
            .try_for_each(|written| output::line(&written.path))
    }

    /// A year in which nothing was received has no report; most likely it was mistyped.
    async fn known_year(&self, app: &App, authority: &AuthorityCode) -> Result<(), Stop> {
        let gather = |years: &mut BTreeSet<ReportingYear>, _, line: &str| {
            if let Ok(line) = serde_json::from_str::<RegisterLine>(line) {
                years.insert(ReportingYear::of(line.received_on));
            }
        };
        let years = app
            .journal()
            .register_lines(authority, BTreeSet::new(), gather)
            .await?;
        if years.contains(&self.year) {
            return Ok(());
        }
        let known: Vec<String> = years.iter().map(ToString::to_string).collect();
        let known = if known.is_empty() {
            "none yet".to_owned()
        } else {
            known.join(", ")
        };
        Err(Stop::Usage(format!(
            "nothing was received at {authority} in {}; there are: {known}",
            self.year
        )))
    }
}
