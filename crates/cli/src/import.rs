//! `heard import`: the cases of an old register, from a CSV file.

use std::path::PathBuf;

use app::import::{Imported, Problem};
use casework::ids::AccountId;
use clap::Args;
use serde::Serialize;
use uuid::Uuid;

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::{files, output, progress};

/// Import the cases of an old register from a CSV file.
#[derive(Args)]
#[command(
    after_help = "Every row goes through the same rules as an entry by hand, on the days things happened. All problems of
all rows are reported at once, and nothing is imported unless every row is good. A case imported before is
reported and never imported twice. docs/import.md describes the columns.

Examples:
  heard import old-register.csv --authority northshire --dry-run
  heard import old-register.csv --authority northshire --as j.okafor"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// The file; - for stdin
    file: PathBuf,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Decide every row and report, but record nothing
    #[arg(long)]
    dry_run: bool,
    /// Import the good rows although others are bad
    #[arg(long)]
    keep_good: bool,
    /// The sign-in name of the account the cases are recorded by [default: the operator]
    #[arg(long = "as", value_name = "NAME")]
    recorded_by: Option<String>,
    /// Print what came of it as JSON
    #[arg(long)]
    json: bool,
}

/// What came of it, for programs.
#[derive(Serialize)]
struct Outcome<'a> {
    rows: usize,
    ready: usize,
    imported: &'a [Imported],
    problems: &'a [Problem],
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let file = files::read(&arguments.file)?;
    let app = arguments.place.open().await?;
    let authority = installation::authority(&app, &arguments.authority)?
        .code
        .clone();
    let actor = match &arguments.recorded_by {
        None => AccountId(Uuid::nil()),
        Some(name) => match app.journal().account_by_name(&authority, name).await? {
            Some(account) => account.id,
            None => {
                return Err(Stop::Usage(format!(
                    "there is no account \"{name}\" at {authority}"
                )));
            }
        },
    };
    let waiting = progress::waiting("deciding every row");
    let plan = app.plan_import(&authority, actor, &file).await;
    waiting.finish_and_clear();
    let plan = plan?;
    let (rows, ready, problems) = (plan.rows, plan.ready(), plan.problems.clone());
    for problem in &problems {
        output::say(problem);
    }
    let imported = if arguments.dry_run || (!problems.is_empty() && !arguments.keep_good) {
        Vec::new()
    } else {
        let waiting = progress::waiting("recording");
        let imported = app.carry_out_import(plan).await;
        waiting.finish_and_clear();
        imported?
    };
    if arguments.json {
        output::json(&Outcome {
            rows,
            ready,
            imported: &imported,
            problems: &problems,
        })?;
    } else {
        show(arguments, rows, ready, &imported)?;
    }
    match problems.len() {
        0 => Ok(()),
        _ if arguments.keep_good && !arguments.dry_run => Err(Stop::Found(format!(
            "{} of {rows} rows were imported; {} were not",
            imported.len(),
            rows.saturating_sub(imported.len())
        ))),
        count => Err(Stop::Found(format!(
            "nothing was imported; problems: {count}"
        ))),
    }
}

fn show(
    arguments: &Arguments,
    rows: usize,
    ready: usize,
    imported: &[Imported],
) -> Result<(), Stop> {
    if arguments.dry_run {
        return output::line(format_args!(
            "{ready} of {rows} rows are ready to be imported. Nothing was recorded."
        ));
    }
    let (Some(first), Some(last)) = (imported.first(), imported.last()) else {
        return output::line(format_args!("0 of {rows} rows were imported."));
    };
    output::line(format_args!(
        "{} of {rows} rows were imported, as {} to {}.",
        imported.len(),
        first.reference,
        last.reference
    ))
}
