//! `heard completions`: what a shell needs to complete the commands.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use crate::exit::Stop;
use crate::{CommandLine, output};

/// Print completions for a shell.
#[derive(Args)]
#[command(after_help = "Example:
  heard completions bash > ~/.local/share/bash-completion/completions/heard")]
pub(crate) struct Arguments {
    /// Which shell
    shell: Shell,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Stop> {
    // Gathered first: the generator stops the program when its reader goes away.
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut CommandLine::command(),
        "heard",
        &mut script,
    );
    output::bytes(&script)
}
