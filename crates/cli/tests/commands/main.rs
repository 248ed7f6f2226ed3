//! The built program, run as a person or a script runs it.

mod council;
mod demonstration;
mod due;
mod holidays;
mod import;
mod rules;
mod serving;
mod upkeep;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use visitor::Installation;

/// A place for an installation, in a folder of its own.
fn installation() -> Installation {
    Installation::of(Path::new(env!("CARGO_BIN_EXE_heard")), None).expect("a folder can be made")
}

/// The program with some words, run in an installation's folder where its data are `data`.
fn heard(installation: &Installation, words: &[&str]) -> Said {
    let mut command = installation.command(words);
    command
        .current_dir(installation.folder())
        .env("HEARD_DATA", "data")
        .env_remove("RUST_LOG")
        .env_remove("COLUMNS");
    said(&mut command, b"")
}

/// The program with some words and an input, for commands that need no data.
fn heard_alone(words: &[&str], input: &[u8]) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_heard"));
    // A folder that does not exist: touching it would fail.
    command
        .args(words)
        .env("HEARD_DATA", "/nowhere/at/all")
        .env_remove("RUST_LOG")
        .env_remove("COLUMNS");
    said(&mut command, input)
}

/// What came of a run.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    /// Everything, for a snapshot.
    fn whole(&self) -> String {
        format!(
            "exit code {}\n--- stdout\n{}--- stderr\n{}",
            self.code.unwrap_or(-1),
            self.out,
            self.err
        )
    }

    /// What a run printed that must have succeeded.
    #[track_caller]
    fn done(self) -> String {
        assert_eq!(self.code, Some(0), "{}", self.whole());
        self.out
    }

    /// The same as JSON.
    #[track_caller]
    fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.done()).expect("one value of JSON")
    }
}

fn said(command: &mut Command, input: &[u8]) -> Said {
    let command = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was asked for");
    // Whoever ends early does not read its input.
    let _read = stdin.write_all(input);
    drop(stdin);
    let Output {
        status,
        stdout,
        stderr,
    } = child.wait_with_output().expect("the program ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
    Said {
        code: status.code(),
        out: text(stdout),
        err: text(stderr),
    }
}
