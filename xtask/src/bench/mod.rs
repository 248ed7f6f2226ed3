//! Measuring the product as its users meet it: the real program, real pages over HTTP on loopback,
//! records of several sizes. Prints one JSON object; what is being done goes to stderr.

mod load;
mod machine;
mod old_register;
mod record;

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::ensure;
use serde_json::{Value, json};
use visitor::Installation;

use crate::workspace::{self, Profile};
use crate::{assets, prerequisites};
use record::Record;

/// The seed of the invented cases.
const SEED: u64 = 1;

/// A record of so many cases has about as many in a year as a middling county's published year.
const COUNTY: u64 = 1545;

/// How many people record complaints at the same time.
const RECORDERS: usize = 8;

/// What is measured and for how long.
#[derive(clap::Args)]
pub(crate) struct Settings {
    /// How to build what is measured; figures to publish come from release
    #[arg(long, value_enum, default_value = "release")]
    profile: Profile,
    /// The sizes of record, in cases
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    cases: Vec<u64>,
    /// How often each figure is taken; the median counts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How long each page is asked for in a round
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How many people read pages at the same time
    #[arg(long, value_delimiter = ',', default_value = "1,8")]
    clients: Vec<usize>,
    /// A PostgreSQL URL of an empty database, to measure recording there too
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
}

/// A figure taken several times.
#[derive(Default)]
pub(super) struct Rounds(Vec<f64>);

impl Rounds {
    pub(super) fn add(&mut self, figure: f64) {
        self.0.push(figure);
    }

    /// The median, rounded to something that can be read.
    pub(super) fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
        (middle * 1000.0).round() / 1000.0
    }
}

/// Builds, measures and prints.
pub(crate) fn run(settings: &Settings) -> anyhow::Result<()> {
    prerequisites::for_demo()?;
    assets::ensure()?;
    let heard = workspace::build_heard(settings.profile)?;
    let measured = measure(settings, &heard)?;
    println!("{}", serde_json::to_string_pretty(&measured)?);
    Ok(())
}

fn measure(settings: &Settings, heard: &PathBuf) -> anyhow::Result<Value> {
    let mut records = serde_json::Map::new();
    let mut reports = serde_json::Map::new();

    eprintln!("bench: an empty record");
    let empty = Record::make(heard, None, 0)?;
    let start = empty.start(settings.rounds)?;
    let recording = empty.recording(settings, RECORDERS)?;
    drop(empty);

    let mut sizes = settings.cases.clone();
    let county = Record::make(heard, None, COUNTY)?;
    reports.insert(COUNTY.to_string(), county.report(settings.rounds)?);
    drop(county);
    sizes.sort_unstable();
    let largest = sizes.last().copied();
    for size in sizes {
        eprintln!("bench: a record of {size} cases");
        let record = Record::make(heard, None, size)?;
        let pages = record.pages(settings)?;
        records.insert(size.to_string(), pages);
        if Some(size) == largest {
            reports.insert(size.to_string(), record.report(settings.rounds)?);
        }
    }
    let on_postgres = match &settings.postgres {
        Some(url) => Record::make(heard, Some(url.clone()), 0)?.recording(settings, RECORDERS)?,
        None => Value::Null,
    };
    let imports = old_register::imports(heard, settings.rounds)?;
    let demonstration = demonstration(heard, settings.rounds)?;
    Ok(json!({
        "date": machine::date(),
        "commit": machine::commit(),
        "machine": machine::describe(),
        "profile": format!("{:?}", settings.profile).to_lowercase(),
        "binary_mib": machine::mebibytes(std::fs::metadata(heard)?.len()),
        "seed": SEED,
        "rounds": settings.rounds,
        "seconds_each": settings.seconds,
        "note": "medians over the rounds; clients and server share the machine",
        "start": start,
        "in_memory": in_memory(settings.profile)?,
        "recording_by_form": { "clients": RECORDERS, "sqlite": recording, "postgres": on_postgres },
        "import_of_an_old_register": imports,
        "demonstration_made_s": demonstration,
        "pages_by_cases_in_record": records,
        "annual_report_pdf_by_cases_in_record": reports,
    }))
}

/// The demonstration's years made from nothing, with the accounts of its people.
fn demonstration(heard: &Path, rounds: usize) -> anyhow::Result<Value> {
    eprintln!("bench: the demonstration");
    let mut time = Rounds::default();
    for _ in 0..rounds {
        let installation = Installation::of(heard, None)?;
        let begun = Instant::now();
        installation.ask(&["demo", "--no-serve"])?;
        time.add(begun.elapsed().as_secs_f64());
    }
    Ok(json!(time.median()))
}

/// Decisions and folding, without any server: the program says it itself.
fn in_memory(profile: Profile) -> anyhow::Result<Value> {
    eprintln!("bench: decisions in memory");
    let mut pace = workspace::cargo();
    pace.args([
        "run",
        "--quiet",
        "--locked",
        "-p",
        "casework",
        "--example",
        "pace",
    ]);
    if profile == Profile::Release {
        pace.arg("--release");
    }
    let answer = pace.stderr(Stdio::inherit()).output()?;
    ensure!(answer.status.success(), "the measuring of decisions failed");
    Ok(serde_json::from_slice(&answer.stdout)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_one_in_the_middle() {
        let mut rounds = Rounds::default();
        for figure in [9.0, 1.0, 2.0, 100.0, 3.00049] {
            rounds.add(figure);
        }
        assert!((rounds.median() - 3.0).abs() < f64::EPSILON);
        assert!(Rounds::default().median().is_nan());
    }
}
