//! Refreshes `crates/statute/data/bank-holidays.json` from two published Python packages.
//!
//! `govuk-bank-holidays` carries the file GOV.UK publishes and is believed from its first year on. `holidays`
//! reckons the years before it. Where both speak they must name the same weekdays, or nothing is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail, ensure};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

/// Where the bank holidays live, from the root of the repository.
const DATA: &str = "crates/statute/data/bank-holidays.json";

/// Asks the two packages and prints their answers as JSON.
const ASK: &str = include_str!("holidays.py");

/// Days that only `holidays` has, looked into one by one.
const RECONCILED: [Reconciled; 2] = [
    Reconciled {
        region: "scotland",
        date: "2006-11-30",
        kept: false,
        reason: "St Andrew’s Day became a bank holiday by an Act of 2007",
    },
    Reconciled {
        region: "scotland",
        date: "2026-06-15",
        kept: true,
        reason: "proclaimed for Scotland alone in 2026, after the official package was made",
    },
];

/// A day that somebody has looked into, and whether it is a bank holiday.
struct Reconciled {
    region: &'static str,
    date: &'static str,
    kept: bool,
    reason: &'static str,
}

#[derive(Deserialize)]
struct Answer {
    today: String,
    official: Source,
    rules: Source,
    from_year: u16,
    last_year: u16,
    regions: BTreeMap<String, Told>,
}

/// One wheel.
#[derive(Deserialize)]
struct Source {
    package: String,
    version: String,
    wheel: String,
}

/// What each package says of one region.
#[derive(Deserialize)]
struct Told {
    official: Vec<Holiday>,
    rules: Vec<Holiday>,
}

#[derive(Clone, Debug, Deserialize)]
struct Holiday {
    date: String,
    /// 1 is Monday, 7 is Sunday.
    weekday: u8,
    name: String,
    substitute: bool,
}

/// Ask both packages, compare them, and write the data if they agree.
pub(crate) fn run() -> anyhow::Result<()> {
    let scratch = std::env::temp_dir().join(format!("bank-holidays-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).context("make a scratch folder")?;
    let outcome = refresh(&scratch);
    std::fs::remove_dir_all(&scratch).context("remove the scratch folder")?;
    outcome
}

fn refresh(scratch: &Path) -> anyhow::Result<()> {
    let answer = ask(scratch)?;
    let regions = merged(&answer)?;
    let body = rendered(&answer, &regions)?;
    let path = repository_root().join(DATA);
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    if without_date(&before) == without_date(&body) {
        println!("{DATA} is up to date.");
        return Ok(());
    }
    std::fs::write(&path, body).with_context(|| format!("write {DATA}"))?;
    println!(
        "{DATA} written: {} to {}.",
        answer.from_year, answer.last_year
    );
    Ok(())
}

fn ask(scratch: &Path) -> anyhow::Result<Answer> {
    let output = Command::new("python3")
        .arg("-c")
        .arg(ASK)
        .arg(scratch)
        .output()
        .context("start python3")?;
    ensure!(
        output.status.success(),
        "the packages could not be asked:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).context("read what the packages said")
}

/// The weekdays kept for each region, in order. All differences are listed before giving up.
fn merged(answer: &Answer) -> anyhow::Result<BTreeMap<&str, Vec<Holiday>>> {
    let mut kept = BTreeMap::new();
    let mut differences = Vec::new();
    for (region, told) in &answer.regions {
        let official = weekdays(&told.official);
        let rules = weekdays(&told.rules);
        let first = told
            .official
            .first()
            .context("the official package is empty")?
            .date[..4]
            .to_owned();
        let mut days: BTreeMap<String, Holiday> = BTreeMap::new();
        for (date, holiday) in &rules {
            let known = RECONCILED
                .iter()
                .find(|known| known.region == region && known.date == date);
            match known {
                _ if official.contains_key(date) => {}
                Some(known) => {
                    println!(
                        "{region} {date} {}: {}",
                        if known.kept { "kept" } else { "left out" },
                        known.reason
                    );
                    if known.kept {
                        days.insert(date.clone(), renamed(holiday));
                    }
                }
                None if date[..4] < *first => {
                    days.insert(date.clone(), renamed(holiday));
                }
                None => differences.push(format!(
                    "{region} {date}: only `holidays` has {}",
                    holiday.name
                )),
            }
        }
        for (date, holiday) in &official {
            if !rules.contains_key(date) {
                differences.push(format!(
                    "{region} {date}: only the official package has {}",
                    holiday.name
                ));
            }
            days.insert(date.clone(), holiday.clone());
        }
        kept.insert(region.as_str(), days.into_values().collect());
    }
    if !differences.is_empty() {
        bail!(
            "the packages differ, so nothing was written:\n  {}",
            differences.join("\n  ")
        );
    }
    Ok(kept)
}

/// Only what falls on a Monday to Friday: a holiday at the weekend changes no count.
fn weekdays(holidays: &[Holiday]) -> BTreeMap<String, Holiday> {
    holidays
        .iter()
        .filter(|holiday| holiday.weekday <= 5)
        .map(|holiday| (holiday.date.clone(), holiday.clone()))
        .collect()
}

/// The same day under the name GOV.UK gives it, so that one day has one name in every year.
fn renamed(holiday: &Holiday) -> Holiday {
    let names: BTreeSet<&str> = holiday
        .name
        .split("; ")
        .map(|name| match name {
            "New Year's Day" => "New Year’s Day",
            "New Year Holiday" => "2nd January",
            "Saint Patrick's Day" => "St Patrick’s Day",
            "Saint Andrew's Day" => "St Andrew’s Day",
            "May Day" => "Early May bank holiday",
            "Spring Bank Holiday" => "Spring bank holiday",
            "Summer Bank Holiday" | "Late Summer Bank Holiday" => "Summer bank holiday",
            "Battle of the Boyne" => "Battle of the Boyne (Orangemen’s Day)",
            one_off => one_off,
        })
        .collect();
    Holiday {
        name: names.into_iter().collect::<Vec<_>>().join(" and "),
        ..holiday.clone()
    }
}

/// The file: a heading that says where the days come from, then one day on a line.
fn rendered(answer: &Answer, regions: &BTreeMap<&str, Vec<Holiday>>) -> anyhow::Result<String> {
    let mut file = String::from("{\n");
    writeln!(file, "  \"made_on\": {},", quoted(&answer.today)?)?;
    writeln!(file, "  \"made_by\": \"cargo xtask holidays\",")?;
    writeln!(file, "  \"known_from\": \"{}-01-01\",", answer.from_year)?;
    writeln!(file, "  \"known_until\": \"{}-12-31\",", answer.last_year)?;
    writeln!(file, "  \"sources\": [")?;
    let about = [
        (
            &answer.official,
            "bank holidays as published on GOV.UK, Open Government Licence v3.0",
        ),
        (
            &answer.rules,
            "the years before the official file, and a check on the years within it",
        ),
    ];
    for (place, (package, what)) in about.iter().enumerate() {
        let comma = if place + 1 < about.len() { "," } else { "" };
        writeln!(
            file,
            "    {{\"package\": {}, \"version\": {}, \"sha256\": {}, \"what\": {}}}{comma}",
            quoted(&package.package)?,
            quoted(&package.version)?,
            quoted(&checksum(&package.wheel)?)?,
            quoted(what)?,
        )?;
    }
    writeln!(file, "  ],")?;
    writeln!(file, "  \"regions\": {{")?;
    for (place, (region, holidays)) in regions.iter().enumerate() {
        writeln!(file, "    {}: [", quoted(region)?)?;
        for (line, holiday) in holidays.iter().enumerate() {
            let comma = if line + 1 < holidays.len() { "," } else { "" };
            writeln!(
                file,
                "      {{\"day\": {}, \"name\": {}, \"substitute\": {}}}{comma}",
                quoted(&holiday.date)?,
                quoted(&holiday.name)?,
                holiday.substitute,
            )?;
        }
        writeln!(
            file,
            "    ]{}",
            if place + 1 < regions.len() { "," } else { "" }
        )?;
    }
    file.push_str("  }\n}\n");
    Ok(file)
}

fn quoted(text: &str) -> anyhow::Result<String> {
    serde_json::to_string(text).context("quote a text as JSON")
}

fn checksum(wheel: &str) -> anyhow::Result<String> {
    let bytes = std::fs::read(wheel).with_context(|| format!("read {wheel}"))?;
    let mut text = String::new();
    for byte in Sha256::digest(&bytes) {
        write!(text, "{byte:02x}")?;
    }
    Ok(text)
}

/// The file but for the day it was made, so that running the chore twice changes nothing.
fn without_date(file: &str) -> Vec<&str> {
    file.lines()
        .filter(|line| !line.contains("\"made_on\""))
        .collect()
}

fn repository_root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}
