//! `heard import`: the cases of an old register, from a CSV file or an Excel workbook.

use std::path::PathBuf;

use app::App;
use app::import::{Heading, Imported, MOST_BYTES, NotUndone, Problem, Reading, Understood};
use app::permit::OPERATOR;
use casework::ids::{AccountId, AuthorityCode, BatchId};
use clap::{Args, Subcommand};
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::{files, output, progress};

/// Import the cases of an old register from a CSV file or an Excel workbook (.xlsx).
#[derive(Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Every row goes through the same rules as an entry by hand, on the days things happened. All problems of
all rows are reported at once, and nothing is imported unless every row is good. A case imported before is
reported and never imported twice. Headings are understood by the usual names for them; how each was understood is
shown with --dry-run. docs/import.md describes the columns.

Examples:
  heard import old-register.xlsx --authority northshire --dry-run
  heard import old-register.xlsx --authority northshire --dry-run --map 'When=received_on' --ignore 'Handled by'
  heard import compliments.csv --authority northshire --kind compliment
  heard import old-register.xlsx --authority northshire --as j.okafor
  heard import list --authority northshire
  heard import undo 0196f0a2-7c3e-7d4b-9a51-3f1c2e5b8d70 --authority northshire"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    part: Option<Part>,
    #[command(flatten)]
    place: Place,
    /// The file; - for stdin
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// The authority's code
    #[arg(long, value_name = "CODE", required = true)]
    authority: Option<String>,
    /// What a heading means, where it is not understood; may be given several times
    #[arg(long = "map", value_name = "HEADING=COLUMN", value_parser = pair)]
    columns: Vec<(String, String)>,
    /// A heading whose column is left out; may be given several times
    #[arg(long = "ignore", value_name = "HEADING")]
    left_out: Vec<String>,
    /// What stands in every row of a column the file does not have; may be given several times
    #[arg(long = "set", value_name = "COLUMN=VALUE", value_parser = pair)]
    same: Vec<(String, String)>,
    /// What every row is, where the file has no column for it: the same as --set kind=KIND
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    /// The sheet of a workbook [default: the first that is visible]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
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

/// What else can be done with imports.
#[derive(Subcommand)]
enum Part {
    /// List the imports that stand, with their numbers
    List(List),
    /// Undo an import, whole, while nobody has worked on its cases
    Undo(Undo),
}

#[derive(Args)]
struct List {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Print them as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
#[command(
    after_help = "Nothing is deleted from the record: each case gets an entry that says so, stands in no list and no count from then on,
and its personal data are destroyed. The file can be mended and imported again."
)]
struct Undo {
    #[command(flatten)]
    place: Place,
    /// The number of the import, as it was said when it was carried out
    batch: BatchId,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// The sign-in name of the account it is recorded by [default: the operator]
    #[arg(long = "as", value_name = "NAME")]
    recorded_by: Option<String>,
}

/// What came of it, for programs.
#[derive(Serialize)]
struct Outcome<'a> {
    batch: Option<BatchId>,
    rows: usize,
    ready: usize,
    imported: &'a [Imported],
    problems: &'a [Problem],
    doubts: &'a [Problem],
    headings: &'a [Heading],
    notes: &'a [String],
}

/// Two words with an equals sign between them; the last one, for headings may have their own.
fn pair(text: &str) -> Result<(String, String), String> {
    let (before, after) = text
        .rsplit_once('=')
        .ok_or("write what stands on the left, an equals sign, and what it means")?;
    Ok((before.trim().to_owned(), after.trim().to_owned()))
}

impl Arguments {
    /// How the file is to be read.
    fn reading(&self) -> Reading {
        let mut same = self.same.clone();
        same.extend(self.kind.clone().map(|kind| ("kind".to_owned(), kind)));
        Reading {
            columns: self.columns.clone(),
            left_out: self.left_out.clone(),
            same,
            sheet: self.sheet.clone(),
        }
    }
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    match &arguments.part {
        Some(Part::List(list)) => return show_imports(list).await,
        Some(Part::Undo(undo)) => return take_back(undo).await,
        None => {}
    }
    let (Some(file), Some(code)) = (&arguments.file, &arguments.authority) else {
        return Err(Stop::Usage("name the file and the authority".to_owned()));
    };
    let file = files::read_some(file, MOST_BYTES + 1)?;
    let app = arguments.place.open().await?;
    let authority = installation::authority(&app, code)?.code.clone();
    let actor = account(&app, &authority, arguments.recorded_by.as_deref()).await?;
    let waiting = progress::waiting("deciding every row");
    let plan = app
        .plan_import(&authority, actor, &file, &arguments.reading())
        .await;
    waiting.finish_and_clear();
    let plan = plan?;
    let (rows, ready, problems) = (plan.rows, plan.ready(), plan.problems.clone());
    let (headings, notes) = (plan.headings.clone(), plan.notes.clone());
    let (doubts, batch) = (plan.doubts.clone(), plan.batch);
    for note in &notes {
        output::say(note);
    }
    for doubt in &doubts {
        output::say(format_args!("{doubt} (it comes in)"));
    }
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
            batch: (!imported.is_empty()).then_some(batch),
            rows,
            ready,
            imported: &imported,
            problems: &problems,
            doubts: &doubts,
            headings: &headings,
            notes: &notes,
        })?;
    } else {
        show(arguments, (rows, ready), (batch, &imported), &headings)?;
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
    (rows, ready): (usize, usize),
    (batch, imported): (BatchId, &[Imported]),
    headings: &[Heading],
) -> Result<(), Stop> {
    if arguments.dry_run {
        show_headings(headings)?;
        return output::line(format_args!(
            "{ready} of {rows} rows are ready to be imported. Nothing was recorded."
        ));
    }
    let (Some(first), Some(last)) = (imported.first(), imported.last()) else {
        return output::line(format_args!("0 of {rows} rows were imported."));
    };
    output::line(format_args!(
        "{} of {rows} rows were imported, as {} to {}.\nTo undo it before anybody works on them: heard import undo {batch}",
        imported.len(),
        first.reference,
        last.reference
    ))
}

/// `heard import list`
async fn show_imports(list: &List) -> Result<(), Stop> {
    let app = list.place.open().await?;
    let authority = installation::authority(&app, &list.authority)?.code.clone();
    let imports = app.imports(&authority).await?;
    if list.json {
        return output::json(&imports);
    }
    let rows: Vec<[String; 4]> = imports
        .into_iter()
        .map(|import| {
            let first = import.first.unwrap_or_default();
            [
                import.batch.to_string(),
                import.on.to_string(),
                format!("{} cases", import.cases),
                format!("from {first}"),
            ]
        })
        .collect();
    output::table(&rows)
}

/// `heard import undo`
async fn take_back(undo: &Undo) -> Result<(), Stop> {
    let app = undo.place.open().await?;
    let authority = installation::authority(&app, &undo.authority)?.code.clone();
    let actor = account(&app, &authority, undo.recorded_by.as_deref()).await?;
    let waiting = progress::waiting("taking every case back");
    let undone = app.undo_import(&authority, actor, undo.batch).await;
    waiting.finish_and_clear();
    match undone {
        Ok(cases) => output::line(format_args!(
            "The import was undone: {cases} cases stand in no list any more, and their personal data are gone."
        )),
        Err(NotUndone::Failure(failure)) => Err(failure.into()),
        Err(why @ (NotUndone::NoSuchImport(_) | NotUndone::WorkedOn(_) | NotUndone::Overtaken)) => {
            Err(Stop::Found(why.to_string()))
        }
    }
}

/// The account something is recorded by.
async fn account(
    app: &App,
    authority: &AuthorityCode,
    name: Option<&str>,
) -> Result<AccountId, Stop> {
    let Some(name) = name else {
        return Ok(OPERATOR);
    };
    let found = app.journal().account_by_name(authority, name).await?;
    found
        .map(|account| account.id)
        .ok_or_else(|| Stop::Usage(format!("there is no account \"{name}\" at {authority}")))
}

/// How the headings were understood, in words: all that are not simply columns by name.
fn show_headings(headings: &[Heading]) -> Result<(), Stop> {
    let by_name = |heading: &&Heading| {
        heading.how == Understood::ByName || (heading.text.is_empty() && heading.column.is_none())
    };
    let rows: Vec<[String; 3]> = headings
        .iter()
        .filter(|heading| !by_name(heading))
        .map(|heading| {
            let column = heading.column.unwrap_or("-");
            let text = format!("{}, \"{}\"", heading.at, heading.text);
            [text, column.to_owned(), heading.how.label().to_owned()]
        })
        .collect();
    output::table(&rows)
}
