//! `heard generate`: invented cases, as many as wanted, to try out how the installation bears them.

use std::num::NonZeroU32;

use casework::ids::AccountId;
use clap::Args;
use serde::Serialize;
use testkit::generator::{self, Options};
use uuid::Uuid;

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::{output, progress};

/// Record invented cases, to try an installation out.
#[derive(Args)]
#[command(
    after_help = "The same seed gives the same cases. They cannot be taken out again, so this is refused for an authority
that has cases unless --among-real-cases is given.

Example:
  heard generate --cases 10000 --seed 1 --authority northshire"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    place: Place,
    /// How many cases
    #[arg(long)]
    cases: NonZeroU32,
    /// The seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Add to an authority that has cases already
    #[arg(long)]
    among_real_cases: bool,
    /// Print what was made as JSON
    #[arg(long)]
    json: bool,
}

/// What was made, for programs.
#[derive(Serialize)]
struct Made {
    cases: u64,
    open: u64,
    events: u64,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    let app = arguments.place.open().await?;
    let authority = installation::authority(&app, &arguments.authority)?
        .code
        .clone();
    if app.journal().head(&authority).await?.position > 0 && !arguments.among_real_cases {
        return Err(Stop::Refused(format!(
            "{authority} has cases, and invented ones cannot be told apart later; give --among-real-cases if they may mix"
        )));
    }
    let all = u64::from(arguments.cases.get());
    let bar = progress::bar("generating");
    bar.set_length(all);
    let shown = bar.clone();
    let actor = AccountId(Uuid::nil());
    let options = Options {
        cases: all,
        seed: arguments.seed,
        until: app.today(),
    };
    let made = generator::generate(&app, &authority, actor, options, move |done| {
        shown.set_position(done);
    })
    .await;
    bar.finish_and_clear();
    let made = made.map_err(|error| Stop::Failed(format!("the cases cannot be made: {error}")))?;
    if arguments.json {
        output::json(&Made {
            cases: made.cases,
            open: made.open,
            events: made.events,
        })
    } else {
        output::line(format_args!(
            "Made {} cases for {authority}, {} of them open, of {} events.",
            made.cases, made.open, made.events
        ))
    }
}
