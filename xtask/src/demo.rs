//! The demonstration: two invented councils with a year of complaints each, served on this machine.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Context as _;

use crate::workspace::{self, Profile};
use crate::{assets, prerequisites};

/// Where its data lies, from the root of the repository; git ignores it.
const DATA: &str = ".heard/demo";

/// Builds what the demonstration needs and becomes it.
pub(crate) fn run(arguments: &[OsString]) -> anyhow::Result<()> {
    prerequisites::for_demo()?;
    assets::ensure()?;
    let heard = workspace::build_heard(Profile::Dev)?;
    let mut demo = Command::new(heard);
    demo.current_dir(workspace::root())
        .arg("demo")
        .arg("--data")
        .arg(DATA)
        .args(arguments);
    become_program(&mut demo)
}

/// Hands the terminal over, so that Ctrl-C reaches the server and nothing stays behind.
#[cfg(unix)]
fn become_program(command: &mut Command) -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).context("heard could not be started")
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().context("heard could not be started")?;
    anyhow::ensure!(status.success(), "heard stopped ({status})");
    Ok(())
}
