//! Every chore of the project: `cargo xtask demo`, `test`, `bench`, `tidy`, `assets`, `holidays`.

mod assets;
mod bench;
mod demo;
mod everything;
mod holidays;
mod prerequisites;
mod tally;
mod tidy;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    about = "The project's chores"
)]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build and serve the demonstration on this machine
    Demo {
        /// Passed on to `heard demo`
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Check everything that CI checks
    Test,
    /// Measure the product and print one JSON object
    Bench(bench::Settings),
    /// Check the rules of the house that the compiler cannot
    Tidy,
    /// Fetch the front-end packages and lay out the files the pages serve
    Assets,
    /// Refresh the bank holidays from published packages
    Holidays,
}

fn main() -> ExitCode {
    let done = match Chores::parse().chore {
        Chore::Demo { arguments } => demo::run(&arguments),
        Chore::Test => everything::run(),
        Chore::Bench(settings) => bench::run(&settings),
        Chore::Tidy => tidy::run(),
        Chore::Assets => assets::run(),
        Chore::Holidays => holidays::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}
