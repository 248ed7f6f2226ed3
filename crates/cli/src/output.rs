//! What goes out: data on stdout, talk on stderr.
//!
//! A reader that goes away is no failure (see [`Stop::PipeClosed`]), so nothing here prints with the
//! macros that panic then.

use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::exit::Stop;

/// Writes a line of data to stdout.
pub(crate) fn line(text: impl fmt::Display) -> Result<(), Stop> {
    writeln!(io::stdout().lock(), "{text}")?;
    Ok(())
}

/// Writes bytes to stdout as they are.
pub(crate) fn bytes(bytes: &[u8]) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Writes a value to stdout as one line of JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Stop> {
    let text = serde_json::to_string(value)
        .map_err(|error| Stop::Failed(format!("the JSON cannot be written: {error}")))?;
    line(text)
}

/// Says something on stderr. That nobody hears it stops nothing.
pub(crate) fn say(text: impl fmt::Display) {
    let _unheard = writeln!(io::stderr().lock(), "{text}");
}

/// Says on stderr why a command ended, and gives its exit code to the system.
pub(crate) fn ended(stop: &Stop) -> ExitCode {
    let message = stop.to_string();
    if !message.is_empty() {
        say(format_args!("heard: {message}"));
    }
    ExitCode::from(stop.code())
}

/// Writes rows to stdout in columns as wide as their widest cell; the last runs free.
pub(crate) fn table<const COLUMNS: usize>(rows: &[[String; COLUMNS]]) -> Result<(), Stop> {
    let mut widths = [0; COLUMNS];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let mut text = String::new();
        for (cell, width) in row.iter().zip(widths) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width - cell.chars().count() + 2));
        }
        line(text.trim_end())?;
    }
    Ok(())
}
