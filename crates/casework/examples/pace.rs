//! How fast decisions and folding are, in memory and on one core, as one JSON object.
//! `cargo xtask bench` runs it in release.

#[path = "../tests/exploration/alphabet/mod.rs"]
mod alphabet;

use std::hint::black_box;
use std::time::{Duration, Instant};

use alphabet::Part;
use casework::action::Command;
use casework::case::Case;
use casework::event::Fact;
use casework::law::Law;
use casework::settings::Settings;
use jiff::civil::Date;
use statute::working_days::{Calendar, Region};

/// So long each figure is measured.
const FOR: Duration = Duration::from_secs(2);

/// A long life of a case; few have a tenth of it.
const LONG: usize = 200;

/// So many cases are decided about in turn.
const CASES: usize = 400;

fn main() {
    let settings = alphabet::settings();
    let decisions = decisions_per_second(&settings, &along_the_ways(&settings));
    let history = long_life(&settings);
    let (events, fold) = (history.len(), microseconds_to_fold(&history));
    println!(
        r#"{{"decisions_per_second":{decisions:.0},"fold_events":{events},"fold_us":{fold:.1}}}"#
    );
}

fn law(settings: &Settings, today: Date) -> Law<'_> {
    Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings,
        today,
    }
}

/// Cases as they stand along the ways of a complaint.
fn along_the_ways(settings: &Settings) -> Vec<Case> {
    let openings = alphabet::complaints(Part::Procedure)
        .into_iter()
        .chain(alphabet::contacts());
    let mut cases: Vec<Case> = openings
        .filter_map(|opening| {
            opening
                .decide(None, &law(settings, alphabet::RECEIVED))
                .ok()
        })
        .filter_map(|facts| Case::fold(alphabet::CASE, &facts))
        .collect();
    let mut place = 0;
    while place < cases.len() && cases.len() < CASES {
        let case = cases[place].clone();
        let commands = Part::ALL
            .into_iter()
            .flat_map(|part| alphabet::commands(&case, part));
        for (command, today) in commands {
            if let Ok(facts) = command.decide(Some(&case), &law(settings, today)) {
                cases.push(evolved(case.clone(), &facts));
            }
        }
        place += 1;
    }
    cases
}

/// One case that goes on and on, each time with another of the commands that it accepts.
fn long_life(settings: &Settings) -> Vec<Fact> {
    let mut history = opening(settings);
    let mut case = Case::fold(alphabet::CASE, &history).expect("it is a case");
    while history.len() < LONG {
        let mut commands = alphabet::commands(&case, Part::Beside);
        let turn = history.len() % commands.len();
        commands.rotate_left(turn);
        let next = commands.iter().find_map(|(command, today)| {
            let ends = matches!(
                command,
                Command::Close(_)
                    | Command::Withdraw(_)
                    | Command::Decline(_)
                    | Command::ReferElsewhere(_)
            );
            let decided = command.decide(Some(&case), &law(settings, *today));
            decided.ok().filter(|_| !ends)
        });
        let facts = next.expect("something can always be recorded beside an open complaint");
        case = evolved(case, &facts);
        history.extend(facts);
    }
    history
}

fn opening(settings: &Settings) -> Vec<Fact> {
    alphabet::complaints(Part::Procedure)
        .swap_remove(0)
        .decide(None, &law(settings, alphabet::RECEIVED))
        .expect("the alphabet begins with a sound complaint")
}

fn evolved(mut case: Case, facts: &[Fact]) -> Case {
    for fact in facts {
        case.evolve(fact);
    }
    case
}

/// Accepted or refused, a decision is a decision.
fn decisions_per_second(settings: &Settings, cases: &[Case]) -> f64 {
    let orders: Vec<(&Case, Command, Date)> = cases
        .iter()
        .flat_map(|case| {
            alphabet::commands(case, Part::Procedure)
                .into_iter()
                .map(move |(command, today)| (case, command, today))
        })
        .collect();
    let begun = Instant::now();
    let mut decided = 0_u32;
    'measured: loop {
        for (case, command, today) in &orders {
            let _ = black_box(command.decide(Some(case), &law(settings, *today)));
            decided += 1;
            if decided.is_multiple_of(1024) && begun.elapsed() > FOR {
                break 'measured;
            }
        }
    }
    f64::from(decided) / begun.elapsed().as_secs_f64()
}

fn microseconds_to_fold(history: &[Fact]) -> f64 {
    let mut times = Vec::new();
    let begun = Instant::now();
    while begun.elapsed() < FOR {
        let one = Instant::now();
        black_box(Case::fold(alphabet::CASE, history));
        times.push(one.elapsed());
    }
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e6
}
