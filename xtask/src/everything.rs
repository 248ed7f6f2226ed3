//! Everything CI checks, in an order that fails early: each step named and timed, a summary at the end.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, IsTerminal as _, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail, ensure};

use crate::tally::Tally;
use crate::workspace::{self, Workspace, cargo, insist};
use crate::{assets, prerequisites, tidy};

/// One step of the checks.
struct Step {
    name: &'static str,
    run: fn(&mut Everything) -> anyhow::Result<Outcome>,
}

/// How a step went that did not fail.
enum Outcome {
    Passed,
    /// Not done on this machine, and how to have it done.
    Skipped(&'static str),
}

/// What the steps hand on to each other.
struct Everything {
    workspace: Workspace,
    tally: Tally,
    /// The last words of each test program, repeated at the end.
    summaries: Vec<String>,
}

const STEPS: [Step; 12] = [
    Step {
        name: "prerequisites",
        run: |_| passed(prerequisites::for_tests()),
    },
    Step {
        name: "assets",
        run: |_| passed(assets::ensure()),
    },
    Step {
        name: "format",
        run: |_| passed(insist(cargo().args(["fmt", "--all", "--", "--check"]))),
    },
    Step {
        name: "tidy",
        run: |_| passed(tidy::run()),
    },
    Step {
        name: "clippy",
        run: |_| passed(clippy()),
    },
    Step {
        name: "documentation",
        run: |_| passed(documentation()),
    },
    Step {
        name: "unused dependencies",
        run: |_| machete(),
    },
    Step {
        name: "licences and sources",
        run: |_| deny(),
    },
    Step {
        name: "tests",
        run: |all| passed(tests(all)),
    },
    Step {
        name: "snapshots",
        run: |all| passed(snapshots(all)),
    },
    Step {
        name: "documentation tests",
        run: |all| passed(documentation_tests(all)),
    },
    Step {
        name: "browser tests",
        run: |all| passed(browser_tests(all)),
    },
];

/// Runs every step until one fails, then says how each went.
pub(crate) fn run() -> anyhow::Result<()> {
    let begun = Instant::now();
    let mut all = Everything {
        workspace: Workspace::read()?,
        tally: Tally::default(),
        summaries: Vec::new(),
    };
    let mut told = Vec::new();
    let mut failure = None;
    for step in STEPS {
        if failure.is_some() {
            told.push(format!("{:<24}        not run", step.name));
            continue;
        }
        eprintln!("\n== {}", step.name);
        let begun = Instant::now();
        let outcome = (step.run)(&mut all);
        let took = seconds(begun.elapsed());
        match outcome {
            Ok(Outcome::Passed) => told.push(format!("{:<24} {took:>6}  ok", step.name)),
            Ok(Outcome::Skipped(how)) => {
                eprintln!("skipped: {how}");
                told.push(format!("{:<24} {took:>6}  skipped: {how}", step.name));
            }
            Err(error) => {
                eprintln!("{error:#}");
                told.push(format!("{:<24} {took:>6}  FAILED", step.name));
                failure = Some(error.context(format!("{} failed", step.name)));
            }
        }
    }
    eprintln!("\n== summary after {}", seconds(begun.elapsed()));
    for line in told.iter().chain(&all.summaries) {
        eprintln!("{line}");
    }
    println!("{} passed, {} failed", all.tally.passed, all.tally.failed);
    match failure {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

fn passed(done: anyhow::Result<()>) -> anyhow::Result<Outcome> {
    done.map(|()| Outcome::Passed)
}

fn seconds(time: Duration) -> String {
    format!("{} s", time.as_secs_f64().round())
}

fn clippy() -> anyhow::Result<()> {
    insist(cargo().args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The documentation of private items too: links in it are the map of the house.
fn documentation() -> anyhow::Result<()> {
    insist(cargo().env("RUSTDOCFLAGS", "-D warnings").args([
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
        "--locked",
    ]))
}

fn machete() -> anyhow::Result<Outcome> {
    if workspace::program("cargo-machete").is_none() {
        return Ok(Outcome::Skipped("cargo install --locked cargo-machete"));
    }
    passed(insist(cargo().arg("machete")))
}

/// Without the advisories, whose list is on the network: those are a chore of their own.
fn deny() -> anyhow::Result<Outcome> {
    if workspace::program("cargo-deny").is_none() {
        return Ok(Outcome::Skipped("cargo install --locked cargo-deny"));
    }
    passed(insist(cargo().args([
        "deny",
        "--workspace",
        "check",
        "bans",
        "licenses",
        "sources",
    ])))
}

fn tests(all: &mut Everything) -> anyhow::Result<()> {
    let references = all.references();
    let _left_over = std::fs::remove_file(&references);
    let mut command = cargo();
    if workspace::program("cargo-nextest").is_some() {
        command.args(["nextest", "run", "--no-fail-fast"]);
    } else {
        command.args([
            "test",
            "--lib",
            "--bins",
            "--tests",
            "--examples",
            "--no-fail-fast",
        ]);
    }
    command
        .args(["--workspace", "--locked"])
        .env("CI", "true")
        .env("INSTA_UPDATE", "no")
        // Every snapshot that a test looks at is noted, so that the others can be found.
        .env("INSTA_SNAPSHOT_REFERENCES_FILE", references);
    all.test(&mut command)
}

fn documentation_tests(all: &mut Everything) -> anyhow::Result<()> {
    all.test(cargo().args(["test", "--doc", "--workspace", "--locked"]))
}

/// A snapshot that no test looks at any more is refused.
fn snapshots(all: &Everything) -> anyhow::Result<()> {
    let looked_at: BTreeSet<PathBuf> = std::fs::read_to_string(all.references())
        .unwrap_or_default()
        .lines()
        .filter_map(|line| Path::new(line).canonicalize().ok())
        .collect();
    let mut unused = Vec::new();
    tidy::tree::walk(workspace::root(), &mut |path| {
        let snapshot = path.extension().is_some_and(|ending| ending == "snap");
        if snapshot
            && path
                .canonicalize()
                .is_ok_and(|path| !looked_at.contains(&path))
        {
            unused.push(path.display().to_string());
        }
    })?;
    ensure!(
        unused.is_empty(),
        "no test looks at these snapshots:\n  {}",
        unused.join("\n  ")
    );
    Ok(())
}

/// The same program that the tests built, in a real browser.
fn browser_tests(all: &mut Everything) -> anyhow::Result<()> {
    let heard = all.workspace.target_directory.join("debug/heard");
    ensure!(heard.is_file(), "the tests left no {}", heard.display());
    let chromium = prerequisites::chromium().context("Chromium was found before")?;
    let mut command = Command::new(workspace::program("node").context("Node.js was found before")?);
    command
        .current_dir(workspace::root())
        .args([
            "node_modules/@playwright/test/cli.js",
            "test",
            "--config",
            "e2e/playwright.config.js",
        ])
        .env("HEARD", heard)
        .env("HEARD_CHROMIUM", chromium)
        .env("CI", "true");
    if prerequisites::is_root() {
        command.env("HEARD_CHROMIUM_NO_SANDBOX", "1");
    }
    all.test(&mut command)
}

impl Everything {
    fn references(&self) -> PathBuf {
        self.workspace
            .target_directory
            .join("snapshots-looked-at.txt")
    }

    /// Runs a test program, shows what it prints and counts its tests.
    fn test(&mut self, command: &mut Command) -> anyhow::Result<()> {
        if std::io::stderr().is_terminal() {
            command.env("CARGO_TERM_COLOR", "always");
        }
        let shown = workspace::shown(command);
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{shown} could not be started"))?;
        let (Some(out), Some(err)) = (child.stdout.take(), child.stderr.take()) else {
            bail!("{shown} has no output");
        };
        let err = std::thread::spawn(move || pass_on(err, std::io::stderr()));
        let mut lines = pass_on(out, std::io::stdout());
        lines.extend(err.join().unwrap_or_default());
        let status = child.wait()?;
        let before = self.tally;
        for line in lines {
            if let Some(tally) = Tally::read(&line) {
                self.tally += tally;
                if tally != Tally::default() {
                    self.summaries.push(line);
                }
            }
        }
        if !status.success() && self.tally.failed == before.failed {
            // It broke before it could count.
            self.tally.failed += 1;
        }
        ensure!(
            status.success(),
            "{shown} failed ({status}); its message is above"
        );
        Ok(())
    }
}

/// Passes on every line as it comes and keeps those that count tests.
fn pass_on(from: impl Read, mut to: impl Write) -> Vec<String> {
    let mut kept = Vec::new();
    for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).into_owned();
        // A closed terminal is no reason to stop the tests.
        let _closed = writeln!(to, "{line}");
        if Tally::read(&line).is_some() {
            kept.push(line);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(script: &str) -> (bool, Tally, usize) {
        let workspace = Workspace {
            packages: Vec::new(),
            target_directory: "target".into(),
        };
        let mut all = Everything {
            workspace,
            tally: Tally::default(),
            summaries: Vec::new(),
        };
        let ran = all.test(Command::new("sh").args(["-c", script])).is_ok();
        (ran, all.tally, all.summaries.len())
    }

    #[test]
    fn tests_are_counted_on_both_outputs_and_a_crash_counts_as_one() {
        let rows = [
            (
                "echo 'test result: ok. 2 passed; 0 failed; 0 ignored'",
                (true, (2, 0), 1),
            ),
            (
                "echo '     Summary [ 1.0s] 3 tests run: 3 passed, 0 skipped' >&2",
                (true, (3, 0), 1),
            ),
            (
                "echo 'test result: FAILED. 2 passed; 1 failed; 0 ignored'; exit 101",
                (false, (2, 1), 1),
            ),
            (
                "echo 'test result: ok. 0 passed; 0 failed; 0 ignored'",
                (true, (0, 0), 0),
            ),
            ("exit 101", (false, (0, 1), 0)),
        ];
        for (script, (ran, (passed, failed), summaries)) in rows {
            assert_eq!(
                after(script),
                (ran, Tally { passed, failed }, summaries),
                "{script}"
            );
        }
    }
}
