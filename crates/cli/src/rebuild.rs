//! `heard rebuild`: the read tables made again from the journal.

use app::rows;
use clap::Args;
use serde::Serialize;

use crate::exit::Stop;
use crate::installation::Place;
use crate::{output, progress};

/// Make register, time limits and search words again from the journal.
#[derive(Args)]
#[command(
    after_help = "The journal itself is never changed. Nothing is recorded for an authority while its tables are made again."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Print what was made as JSON
    #[arg(long)]
    json: bool,
}

/// What was made, for programs.
#[derive(Serialize)]
struct Made {
    cases: u64,
    entries: u64,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let app = arguments.place.open().await?;
    let bar = progress::bar("rebuilding");
    let shown = bar.clone();
    let rebuilt = app
        .journal()
        .rebuild(&rows::fold, move |done, all| {
            shown.set_length(all);
            shown.set_position(done);
        })
        .await;
    bar.finish_and_clear();
    let rebuilt = rebuilt?;
    if arguments.json {
        output::json(&Made {
            cases: rebuilt.cases,
            entries: rebuilt.entries,
        })
    } else {
        output::line(format_args!(
            "Made again: {} cases from {} events.",
            rebuilt.cases, rebuilt.entries
        ))
    }
}
