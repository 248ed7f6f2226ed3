//! The `heard` command: one file for each subcommand.

mod accounts;
mod authorities;
mod completions;
mod demo;
mod due;
mod exit;
mod files;
mod generate;
mod holidays;
mod import;
mod init;
mod installation;
mod output;
mod progress;
mod prompt;
mod rebuild;
mod report;
mod rules;
mod serve;
mod verify;

use std::future::Future;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::exit::Stop;

/// A page is made of thousands of short texts; this one hands out memory for them faster than the
/// system's, and gives it back when the rush is over.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Complaints about children's social care: recorded, handled in time, and reported.
#[derive(Parser)]
#[command(name = "heard", version, propagate_version = true)]
#[command(after_help = "Examples:
  heard demo                               a council's year to look around in
  heard due D-S1 --from 2015-03-26         a statutory date with its working
  heard rules                              every rule with its source
  heard init --code northshire --name \"Northshire Council\" --admin j.okafor
  heard serve

Exit codes:
  0 done, 1 a check failed or some lines were bad, 2 not understood, 3 refused,
  4 a file, the data or the network cannot be used. docs/cli.md has more.")]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    Due(due::Arguments),
    Rules(rules::Arguments),
    Demo(demo::Arguments),
    Init(init::Arguments),
    Serve(serve::Arguments),
    Accounts(accounts::Arguments),
    Authorities(authorities::Arguments),
    Holidays(holidays::Arguments),
    Import(Box<import::Arguments>),
    Report(report::Arguments),
    Verify(verify::Arguments),
    Rebuild(rebuild::Arguments),
    Generate(generate::Arguments),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    let line = match CommandLine::try_parse() {
        Ok(line) => line,
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            let _shown = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => output::ended(&stop),
    }
}

fn run(line: CommandLine) -> Result<(), Stop> {
    let Some(command) = line.command else {
        return output::bytes(CommandLine::command().render_help().to_string().as_bytes());
    };
    match command {
        Command::Due(arguments) => due::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
        Command::Demo(arguments) => wait_for(demo::run(&arguments)),
        Command::Init(arguments) => wait_for(init::run(&arguments)),
        Command::Serve(arguments) => wait_for(serve::run(&arguments)),
        Command::Accounts(arguments) => wait_for(accounts::run(arguments)),
        Command::Authorities(arguments) => wait_for(authorities::run(arguments)),
        Command::Holidays(arguments) => wait_for(holidays::run(&arguments)),
        Command::Import(arguments) => wait_for(import::run(&arguments)),
        Command::Report(arguments) => wait_for(report::run(&arguments)),
        Command::Verify(arguments) => wait_for(verify::run(&arguments)),
        Command::Rebuild(arguments) => wait_for(rebuild::run(&arguments)),
        Command::Generate(arguments) => wait_for(generate::run(&arguments)),
    }
}

/// Runs what has to wait for data. Commands that need none never come here, so they start at once.
fn wait_for(work: impl Future<Output = Result<(), Stop>>) -> Result<(), Stop> {
    let runtime = tokio::runtime::Runtime::new();
    let runtime =
        runtime.map_err(|error| Stop::Failed(format!("the program cannot start: {error}")))?;
    runtime.block_on(work)
}
