//! `heard due`: a statutory date with its working. Asks the law alone, so it needs no data folder and
//! starts at once.

use std::io::{self, BufWriter, Write as _};

use app::import::read_day;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use serde::Serialize;
use statute::dates::english_date;
use statute::limits::{self, Direction, LimitId, TimeLimit, UnknownLimit};
use statute::proof::{self, Due};
use statute::working_days::{Calendar, Region};

use crate::exit::Stop;
use crate::output;

/// When something is due, and why.
#[derive(Args)]
#[command(after_help = "Examples:
  heard due                              every time limit there is
  heard due D-S1 --from 2015-03-26       when Stage 1 ends, with its working
  heard due D-S3-PANEL --from 2015-08-28 --json
  heard due - < limits.csv               lines of limit,from, answered line by line")]
pub(crate) struct Arguments {
    /// The time limit, such as D-S1; - to read lines of limit,from from stdin; nothing to list them all
    limit: Option<String>,
    /// The day it runs from: YYYY-MM-DD or DD/MM/YYYY
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    from: Option<Date>,
    /// Whose bank holidays count
    #[arg(long, value_enum, default_value_t = Holidays::EnglandAndWales)]
    region: Holidays,
    /// Print the date and its working as JSON
    #[arg(long)]
    json: bool,
}

/// The regions as the command line names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Holidays {
    /// England and Wales, the one that counts for the Regulations
    EnglandAndWales,
    /// Scotland
    Scotland,
    /// Northern Ireland
    NorthernIreland,
}

/// A time limit as `heard due --json` lists it.
#[derive(Serialize)]
struct Listed {
    limit: LimitId,
    title: &'static str,
    length: String,
    direction: Direction,
    runs_from: &'static str,
    extendable_to: Option<String>,
    kind: limits::Kind,
    source: &'static str,
}

/// A line of input that has been answered or has not.
type Answered = Result<Due, Problem>;

/// What is wrong with a line of input.
struct Problem {
    line: u64,
    field: &'static str,
    reason: String,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<(), Stop> {
    let calendar = Calendar::of(arguments.region.region());
    match (arguments.limit.as_deref(), arguments.from) {
        (None, None) => list(arguments.json),
        (None, Some(_)) => Err(Stop::Usage(
            "say which limit, such as: heard due D-S1 --from 2015-03-26".to_owned(),
        )),
        (Some("-"), None) => answer_lines(calendar, arguments.json),
        (Some("-"), Some(_)) => Err(Stop::Usage(
            "with - every line brings its own day; leave --from out".to_owned(),
        )),
        (Some(code), from) => {
            let limit = known(code).map_err(Stop::Usage)?;
            let from = from.ok_or_else(|| {
                Stop::Usage(format!(
                    "say from which day: heard due {} --from YYYY-MM-DD (it runs from: {})",
                    limit.id, limit.runs_from
                ))
            })?;
            let due = proof::due(limit, from, calendar)
                .map_err(|beyond| Stop::Refused(beyond.to_string()))?;
            if arguments.json {
                output::json(&due)
            } else {
                show(limit, &due)
            }
        }
    }
}

impl Holidays {
    const fn region(self) -> Region {
        match self {
            Self::EnglandAndWales => Region::EnglandAndWales,
            Self::Scotland => Region::Scotland,
            Self::NorthernIreland => Region::NorthernIreland,
        }
    }
}

fn known(code: &str) -> Result<&'static TimeLimit, String> {
    code.parse::<LimitId>()
        .map(limits::of)
        .map_err(|unknown| unknown.to_string())
}

fn list(json: bool) -> Result<(), Stop> {
    if json {
        let listed: Vec<Listed> = limits::ALL
            .iter()
            .map(|limit| Listed {
                limit: limit.id,
                title: limit.title,
                length: limit.length.to_string(),
                direction: limit.direction,
                runs_from: limit.runs_from.title(),
                extendable_to: limit.extendable_to.map(|length| length.to_string()),
                kind: limit.kind,
                source: limit.source.text,
            })
            .collect();
        return output::json(&listed);
    }
    let head = ["LIMIT", "LENGTH", "RUNS FROM", "WHAT"].map(str::to_owned);
    let row = |limit: &TimeLimit| {
        let length = match (limit.extendable_to, limit.direction) {
            (Some(latest), _) => format!("{}, at most {latest}", limit.length),
            (None, Direction::Back) => format!("{}, back", limit.length),
            (None, Direction::Forward) => limit.length.to_string(),
        };
        [
            limit.id.to_string(),
            length,
            limit.runs_from.to_string(),
            limit.title.to_owned(),
        ]
    };
    let rows: Vec<_> = std::iter::once(head)
        .chain(limits::ALL.iter().map(row))
        .collect();
    output::table(&rows)
}

fn show(limit: &TimeLimit, due: &Due) -> Result<(), Stop> {
    let relaxed = limits::relaxation(limit.id, due.from);
    output::line(format_args!("{}  {}", due.due_on, english_date(due.due_on)))?;
    output::line("")?;
    output::line(format_args!("{}: {}", limit.id, limit.title))?;
    output::line(proof::working(due))?;
    if let Some(latest) = due.extendable_to {
        output::line(format_args!(
            "Can be extended to {latest}, {}.",
            english_date(latest)
        ))?;
    }
    if let Some(relaxed) = relaxed {
        output::line(format_args!(
            "Relaxed then: {} ({}).",
            relaxed.effect, relaxed.source
        ))?;
    }
    output::line(format_args!("Source: {} ({}).", due.source, due.kind))?;
    if limits::in_force(limit.id, due.from).is_none() {
        output::say(format_args!(
            "Mind: {} was not in force on {}.",
            limit.id,
            english_date(due.from)
        ));
    }
    Ok(())
}

/// Answers lines of `limit,from`; a bad line is reported and the others go on.
fn answer_lines(calendar: &Calendar, json: bool) -> Result<(), Stop> {
    let mut input = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(io::stdin().lock());
    let header = input.byte_headers().map_err(unreadable)?.clone();
    let place = |name: &str| {
        header.iter().position(|cell| {
            let cell = cell.strip_prefix(b"\xef\xbb\xbf").unwrap_or(cell);
            cell.eq_ignore_ascii_case(name.as_bytes())
        })
    };
    let (Some(limit_at), Some(from_at)) = (place("limit"), place("from")) else {
        return Err(Stop::Usage(
            "the first line of the input must name the columns: limit,from".to_owned(),
        ));
    };
    let mut out = BufWriter::new(io::stdout().lock());
    if !json {
        writeln!(out, "limit,from,due_on,extendable_to")?;
    }
    let mut bad = 0_u64;
    let mut record = csv::ByteRecord::new();
    while input.read_byte_record(&mut record).map_err(unreadable)? {
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |at: usize| {
            record
                .get(at)
                .map(String::from_utf8_lossy)
                .unwrap_or_default()
        };
        match answer(line, &cell(limit_at), &cell(from_at), calendar) {
            Ok(due) if json => {
                let text =
                    serde_json::to_string(&due).map_err(|error| Stop::Failed(error.to_string()))?;
                writeln!(out, "{text}")?;
            }
            Ok(due) => {
                let latest = due
                    .extendable_to
                    .map(|day| day.to_string())
                    .unwrap_or_default();
                writeln!(out, "{},{},{},{latest}", due.limit, due.from, due.due_on)?;
            }
            Err(problem) => {
                bad += 1;
                output::say(format_args!(
                    "line {}, {}: {}",
                    problem.line, problem.field, problem.reason
                ));
            }
        }
    }
    out.flush()?;
    match bad {
        0 => Ok(()),
        1 => Err(Stop::Found("1 line could not be answered".to_owned())),
        bad => Err(Stop::Found(format!("{bad} lines could not be answered"))),
    }
}

fn answer(line: u64, limit: &str, from: &str, calendar: &Calendar) -> Answered {
    let problem = |field, reason| Problem {
        line,
        field,
        reason,
    };
    let limit = limit
        .parse::<LimitId>()
        .map(limits::of)
        .map_err(|unknown| problem("limit", in_short(&unknown)))?;
    let from = read_day(from).map_err(|reason| problem("from", reason.to_string()))?;
    proof::due(limit, from, calendar).map_err(|beyond| problem("from", beyond.to_string()))
}

/// Without the list of all limits, which would bury the other lines.
fn in_short(unknown: &UnknownLimit) -> String {
    let meant = unknown
        .meant
        .map(|meant| format!("; did you mean {meant}?"))
        .unwrap_or_default();
    format!("there is no time limit {:?}{meant}", unknown.written)
}

/// Any number of cells in any bytes is read, so only the reading itself can fail.
#[expect(
    clippy::needless_pass_by_value,
    reason = "called where an error is mapped"
)]
fn unreadable(error: csv::Error) -> Stop {
    Stop::Failed(format!("the input cannot be read: {error}"))
}
