//! What the figures were taken on: the machine, the commit and the day.

use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::workspace;

/// The machine, as far as the system tells.
pub(super) fn describe() -> Value {
    let processor = value_of("/proc/cpuinfo", "model name").unwrap_or_default();
    let memory = value_of("/proc/meminfo", "MemTotal").and_then(|text| kibibytes(&text));
    json!({
        "processor": processor,
        "cores": std::thread::available_parallelism().map_or(0, usize::from),
        "memory_mib": memory.map(|kibibytes| kibibytes / 1024),
        "system": says("uname", &["-srm"]),
        "compiler": says("rustc", &["--version"]),
    })
}

/// The commit that is measured, and whether the tree differs from it.
pub(super) fn commit() -> String {
    let commit = says("git", &["rev-parse", "HEAD"]);
    let changed = !says("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty();
    if changed {
        format!("{commit}, changed")
    } else {
        commit
    }
}

/// The moment in UTC. Asked of the system: in here nothing reads the clock.
pub(super) fn date() -> String {
    says("date", &["-u", "+%Y-%m-%dT%H:%M:%SZ"])
}

/// How much memory a process holds, in MiB.
pub(super) fn resident_mib(process: u32) -> Option<f64> {
    let kibibytes =
        value_of(&format!("/proc/{process}/status"), "VmRSS").and_then(|text| kibibytes(&text))?;
    Some(mebibytes(kibibytes * 1024))
}

/// The most memory a process ever held, in MiB.
pub(super) fn peak_mib(process: u32) -> Option<f64> {
    let kibibytes =
        value_of(&format!("/proc/{process}/status"), "VmHWM").and_then(|text| kibibytes(&text))?;
    Some(mebibytes(kibibytes * 1024))
}

/// Day, month and year of a day so many days ahead, by the system's calendar.
pub(super) fn day_ahead(days: u32) -> anyhow::Result<[String; 3]> {
    let said = says("date", &["-d", &format!("+{days} days"), "+%d %m %Y"]);
    let parts: Vec<String> = said.split(' ').map(str::to_owned).collect();
    <[String; 3]>::try_from(parts)
        .map_err(|_| anyhow::anyhow!("the system does not tell the day in {days} days"))
}

/// Bytes as MiB with one decimal.
pub(super) fn mebibytes(bytes: u64) -> f64 {
    let tenths = bytes * 10 / (1024 * 1024);
    u32::try_from(tenths).map_or(f64::INFINITY, |tenths| f64::from(tenths) / 10.0)
}

/// The value in a line such as `MemTotal:  24576 kB`.
fn value_of(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    text.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        (found.trim() == name).then(|| value.trim().to_owned())
    })
}

fn kibibytes(text: &str) -> Option<u64> {
    text.strip_suffix("kB")?.trim().parse().ok()
}

/// What a program prints; empty when it cannot be asked.
fn says(program: &str, words: &[&str]) -> String {
    let answer = Command::new(program)
        .args(words)
        .current_dir(workspace::root())
        .output();
    answer.map_or_else(
        |_| String::new(),
        |answer| String::from_utf8_lossy(&answer.stdout).trim().to_owned(),
    )
}
