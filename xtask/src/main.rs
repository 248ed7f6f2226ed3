//! Every chore of the project: `cargo xtask demo`, `test`, `bench`, `tidy`, `assets`, `holidays`.

mod assets;
mod holidays;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask", about = "The project's chores")]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Fetch the front-end packages and lay out the files the pages serve
    Assets,
    /// Refresh the bank holidays from published packages
    Holidays,
}

fn main() -> anyhow::Result<()> {
    match Chores::parse().chore {
        Chore::Assets => assets::run(),
        Chore::Holidays => holidays::run(),
    }
}
