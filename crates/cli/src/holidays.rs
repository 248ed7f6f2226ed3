//! `heard holidays`: the bank holidays that are known, one that is announced, and the due dates it moves.

use app::App;
use app::calendar::{CalendarPreview, DeadlineMove, NotAnnounced};
use app::import::read_day;
use app::permit::Permit;
use casework::calendar::AnnouncedHoliday;
use clap::{Args, Subcommand};
use jiff::civil::Date;
use serde::Serialize;
use statute::dates::english_date;
use statute::limits::LimitId;
use statute::working_days::{BankHoliday, Calendar, Region};

use crate::exit::Stop;
use crate::installation::{self, Place};
use crate::{output, progress};

/// List bank holidays, announce one, and move the due dates it reaches.
#[derive(Args)]
#[command(after_help = "Examples:
  heard holidays list
  heard holidays announce --authority northshire --day 2027-05-10 --name \"Bank holiday for the coronation\" \\
      --source \"London Gazette, 20 April 2027\"
  heard holidays preview --authority northshire
  heard holidays apply --authority northshire --reason \"Proclaimed on 20 April 2027\"")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Subcommand)]
enum Deed {
    /// List the bank holidays that are known; without an authority, as they were published
    List(List),
    /// Enter a bank holiday announced since; new due dates are counted by it from then on
    Announce(Announce),
    /// Show which due dates of open cases would move, and change nothing
    Preview(Preview),
    /// Move them: one event for each case. Safe to run again
    Apply(Apply),
}

#[derive(Args)]
struct List {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: Option<String>,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Announce {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// The day: YYYY-MM-DD or DD/MM/YYYY
    #[arg(long, value_name = "DAY", value_parser = read_day)]
    day: Date,
    /// Its name, as it was announced
    #[arg(long)]
    name: String,
    /// Where it was announced, so that somebody else can look it up
    #[arg(long)]
    source: String,
}

#[derive(Args)]
struct Preview {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct Apply {
    #[command(flatten)]
    place: Place,
    /// The authority's code
    #[arg(long, value_name = "CODE")]
    authority: String,
    /// Why; it stands in the history of every case that is moved
    #[arg(long)]
    reason: String,
    /// Print what came of it as JSON
    #[arg(long)]
    json: bool,
}

/// A calendar, for programs.
#[derive(Serialize)]
struct Listed<'a> {
    version: &'a str,
    known_from: Date,
    known_until: Date,
    bank_holidays: Vec<&'a BankHoliday>,
}

/// What would move, for programs.
#[derive(Serialize)]
struct Moving<'a> {
    calendar: &'a str,
    running: u64,
    cases: u64,
    deadlines: u64,
    unknown: u64,
    moves: Vec<Counted>,
    first: &'a [DeadlineMove],
}

#[derive(Serialize)]
struct Counted {
    limit: LimitId,
    days: i64,
    count: u64,
}

/// Runs the command.
pub(crate) async fn run(arguments: &Arguments) -> Result<(), Stop> {
    match &arguments.deed {
        Deed::List(list) => list.run().await,
        Deed::Announce(announce) => announce.run().await,
        Deed::Preview(preview) => preview.run().await,
        Deed::Apply(apply) => apply.run().await,
    }
}

/// The installation, and leave to look after the calendar of one of its authorities.
async fn open(place: &Place, code: &str) -> Result<(App, Permit), Stop> {
    let app = place.open().await?;
    let authority = installation::authority(&app, code)?.code.clone();
    let permit = app.operators_calendar_permit(&authority);
    Ok((app, permit))
}

impl List {
    async fn run(&self) -> Result<(), Stop> {
        let Some(code) = &self.authority else {
            return list(Calendar::of(Region::EnglandAndWales), self.json);
        };
        let app = self.place.open().await?;
        let settings = installation::authority(&app, code)?;
        let calendar = settings
            .calendar()
            .map_err(|refused| Stop::Refused(refused.to_string()))?;
        list(&calendar, self.json)
    }
}

fn list(calendar: &Calendar, json: bool) -> Result<(), Stop> {
    if json {
        return output::json(&Listed {
            version: calendar.version(),
            known_from: calendar.known_from(),
            known_until: calendar.known_until(),
            bank_holidays: calendar.bank_holidays().collect(),
        });
    }
    let row = |day: String, weekday: String, name: String| [day, weekday, name];
    let mut rows = vec![row("DAY".into(), "DATE".into(), "NAME".into())];
    rows.extend(calendar.bank_holidays().map(|holiday| {
        row(
            holiday.day.to_string(),
            english_date(holiday.day),
            holiday.to_string(),
        )
    }));
    output::table(&rows)?;
    output::say(format_args!(
        "Known from {} to {}. Calendar {}.",
        calendar.known_from(),
        calendar.known_until(),
        calendar.version()
    ));
    Ok(())
}

impl Announce {
    async fn run(&self) -> Result<(), Stop> {
        let (app, permit) = open(&self.place, &self.authority).await?;
        let holiday = AnnouncedHoliday {
            day: self.day,
            name: self.name.trim().to_owned(),
            source: self.source.trim().to_owned(),
            announced_on: app.today(),
        };
        match app.announce_bank_holiday(&permit, &holiday).await {
            Ok(()) => {}
            Err(NotAnnounced::Refused(why)) => return Err(Stop::Refused(why.to_string())),
            Err(NotAnnounced::Failure(failure)) => return Err(failure.into()),
        }
        output::say(format_args!(
            "{} is a bank holiday of {} now. Due dates that run already stay until `heard holidays apply`.",
            english_date(self.day),
            self.authority
        ));
        Ok(())
    }
}

impl Preview {
    async fn run(&self) -> Result<(), Stop> {
        let (app, permit) = open(&self.place, &self.authority).await?;
        let waiting = progress::waiting("counting again");
        let preview = app.preview_calendar_change(&permit).await;
        waiting.finish_and_clear();
        let preview = preview?;
        if self.json {
            return output::json(&moving(&preview));
        }
        show(&preview)
    }
}

fn moving(preview: &CalendarPreview) -> Moving<'_> {
    let counted = |((limit, days), count): (&(LimitId, i64), &u64)| Counted {
        limit: *limit,
        days: *days,
        count: *count,
    };
    Moving {
        calendar: &preview.calendar,
        running: preview.running,
        cases: preview.cases,
        deadlines: preview.deadlines(),
        unknown: preview.unknown,
        moves: preview.moves.iter().map(counted).collect(),
        first: &preview.first,
    }
}

fn show(preview: &CalendarPreview) -> Result<(), Stop> {
    output::line(format_args!(
        "{} of {} running time limits would move, in {} cases. Nothing has been changed.",
        preview.deadlines(),
        preview.running,
        preview.cases
    ))?;
    if preview.unknown > 0 {
        output::say(format_args!(
            "{} cases cannot be counted again: the bank holidays are not known so far ahead.",
            preview.unknown
        ));
    }
    if preview.moves.is_empty() {
        return Ok(());
    }
    let mut rows = vec![["LIMIT", "DAYS", "HOW MANY"].map(str::to_owned)];
    rows.extend(
        preview.moves.iter().map(|((limit, days), count)| {
            [limit.to_string(), format!("{days:+}"), count.to_string()]
        }),
    );
    output::line("")?;
    output::table(&rows)?;
    let mut rows = vec![["CASE", "LIMIT", "WAS", "WOULD BE"].map(str::to_owned)];
    rows.extend(preview.first.iter().map(|moved| {
        [
            moved.reference.to_string(),
            moved.limit.to_string(),
            moved.was.to_string(),
            moved.to.to_string(),
        ]
    }));
    output::line("")?;
    output::table(&rows)
}

impl Apply {
    async fn run(&self) -> Result<(), Stop> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(Stop::Usage(
                "say why: --reason must not be blank".to_owned(),
            ));
        }
        let (app, permit) = open(&self.place, &self.authority).await?;
        let bar = progress::bar("moving due dates");
        let shown = bar.clone();
        let applied = app.apply_calendar_change(&permit, reason, move |done, all| {
            shown.set_length(all);
            shown.set_position(done);
        });
        let applied = applied.await;
        bar.finish_and_clear();
        let applied = applied?;
        if self.json {
            output::json(&applied)?;
        } else {
            output::line(format_args!("Moved in {} cases.", applied.moved))?;
        }
        if applied.unknown > 0 {
            return Err(Stop::Found(format!(
                "{} cases cannot be counted again: the bank holidays are not known so far ahead",
                applied.unknown
            )));
        }
        Ok(())
    }
}
