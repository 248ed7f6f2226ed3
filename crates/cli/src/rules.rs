//! `heard rules`: every rule with its source. Asks the law alone, so it needs no data folder and starts at once.

use clap::Args;
use serde::Serialize;
use statute::limits::Status;
use statute::rules::{self, Rule, RuleKind, Setting};

use crate::exit::Stop;
use crate::output;

/// The rules, where they come from, and what decides where sources disagree.
#[derive(Args)]
#[command(after_help = "Examples:
  heard rules                     every rule, section by section
  heard rules REP-11.2            one rule, whole
  heard rules --to-check          those a lawyer still has to check
  heard rules --json > rules.json")]
pub(crate) struct Arguments {
    /// The rule, such as REP-11.2, D-S1, R-SAFE or W-CHILD; nothing to list them all
    rule: Option<String>,
    /// Only the rules whose source nobody has read yet
    #[arg(long, conflicts_with = "rule")]
    to_check: bool,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// A rule as `heard rules --json` lists it.
#[derive(Serialize)]
struct Listed {
    id: &'static str,
    title: &'static str,
    source: &'static str,
    kind: RuleKind,
    status: &'static str,
    setting: Option<&'static str>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Stop> {
    if let Some(id) = &arguments.rule {
        let rule = rules::named(id).map_err(|unknown| Stop::Usage(unknown.to_string()))?;
        return if arguments.json {
            output::json(&Listed::from(rule))
        } else {
            show(rule)
        };
    }
    let wanted =
        |rule: &&Rule| !arguments.to_check || rule.source.status == Status::ToBeCheckedByALawyer;
    if arguments.json {
        let listed: Vec<Listed> = rules::all().filter(wanted).map(Listed::from).collect();
        return output::json(&listed);
    }
    let mut first = true;
    for section in rules::sections() {
        let mut found = section.rules.iter().filter(wanted).peekable();
        if found.peek().is_none() {
            continue;
        }
        if !first {
            output::line("")?;
        }
        first = false;
        output::line(section.title.to_uppercase())?;
        for rule in found {
            output::line("")?;
            entry(rule)?;
        }
    }
    Ok(())
}

impl From<&'static Rule> for Listed {
    fn from(rule: &'static Rule) -> Self {
        Self {
            id: rule.id,
            title: &rule.title,
            source: rule.source.text,
            kind: rule.kind,
            status: rule.source.status.title(),
            setting: rule.setting,
        }
    }
}

/// How wide a line may be.
const WIDTH: usize = 96;

/// How far the text of the list stands in, past the longest name of a rule.
const MARGIN: usize = 17;

/// A rule in the list.
fn entry(rule: &Rule) -> Result<(), Stop> {
    let mut lines = wrapped(&rule.title, WIDTH - MARGIN);
    lines.extend(wrapped(&rule.authority(), WIDTH - MARGIN));
    lines.extend(wrapped(rule.note, WIDTH - MARGIN));
    if let Some(setting) = rule.setting {
        lines.extend(wrapped(&decided(rule, setting), WIDTH - MARGIN));
    }
    let mut name = rule.id;
    for line in lines {
        output::line(format_args!("{name:MARGIN$}{line}"))?;
        name = "";
    }
    Ok(())
}

/// One rule by itself.
fn show(rule: &Rule) -> Result<(), Stop> {
    output::line(rule.id)?;
    for line in wrapped(&rule.title, WIDTH) {
        output::line(line)?;
    }
    output::line("")?;
    let setting = rule.setting.map(|setting| decided(rule, setting));
    let rows = [
        ("Source", rule.source.text),
        ("Kind", rule.kind.title()),
        ("Status", rule.source.status.title()),
        ("Note", rule.note),
        ("Setting", setting.as_deref().unwrap_or_default()),
    ];
    for (mut name, text) in rows {
        for line in wrapped(text, WIDTH - NAMES) {
            output::line(format_args!("{name:NAMES$}{line}"))?;
            name = "";
        }
    }
    Ok(())
}

/// How wide the names of a rule's parts stand.
const NAMES: usize = 9;

fn decided(rule: &Rule, setting: &str) -> String {
    match rule.decided_by().map(Setting::told) {
        Some(told) => format!("{setting}: {told}"),
        None => setting.to_owned(),
    }
}

/// A text in lines of at most so many letters; a word that is longer has its own.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_never_wider_than_asked_unless_a_word_is() {
        assert_eq!(wrapped("", 5), Vec::<String>::new());
        assert_eq!(wrapped("ab cd", 5), ["ab cd"]);
        assert_eq!(wrapped("ab cd", 4), ["ab", "cd"]);
        assert_eq!(wrapped("abcdefgh i", 4), ["abcdefgh", "i"]);
        assert_eq!(wrapped("“é” ü", 5), ["“é” ü"]);
    }

    #[test]
    fn no_name_reaches_into_the_text() {
        for rule in rules::all() {
            assert!(rule.id.len() < MARGIN, "{}", rule.id);
        }
    }
}
