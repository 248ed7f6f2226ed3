//! Surrey’s year 2015/16.

mod complaints;
mod contacts;
mod learning;
mod sketch;

pub(super) use complaints::statutory;
pub(super) use contacts::{contacts, overlaps};

use app::authority_file::DatedEntry;
use app::clock::noon;
use app::private::seal_text;
use casework::authority_file::FileCommand;
use casework::context::{GroupCount, Population, PopulationAges, RecordPopulation};
use casework::learning::{HoldTraining, TrainingHeld, TrainingKind};
use casework::organisation::{OpenUnit, UnitKind};
use casework::settings::Code;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use journal::NewItem;

use crate::dice::Dice;
use crate::published::PublishedYear;

/// The day from which the areas are kept here; the report does not say when they began.
const AREAS_FROM: Date = date(2010, 4, 1);

/// The areas. The report names the first alone; the others stand for those it does not name.
const AREAS: [(&str, &str); 4] = [
    ("north_west", "North West"),
    ("north_east", "North East"),
    ("south_east", "South East"),
    ("south_west", "South West"),
];

/// What stands in the council’s own file: its areas, and the workshops that were held.
pub(super) fn entries(published: &PublishedYear, dice: &mut Dice) -> Vec<DatedEntry> {
    let areas = AREAS.map(|(code, name)| {
        let open = OpenUnit {
            code: code.to_owned(),
            kind: UnitKind::Area,
            name: name.to_owned(),
            within: None,
            from: AREAS_FROM,
        };
        dated(FileCommand::OpenUnit(open), AREAS_FROM, Vec::new())
    });
    let mut entries = Vec::from(areas);
    let year = published.year;
    let mut sealing = dice.sealing();
    let population = RecordPopulation {
        year,
        population: Some(population()),
        source: seal_text(
            &mut sealing,
            "Invented for this demonstration, in round numbers",
        ),
    };
    let population = FileCommand::RecordPopulation(population);
    entries.push(dated(population, year.last_day(), sealing.into_items()));
    for (count, about) in [
        (
            "advocacy_workshops",
            "Advocacy skills for staff of children’s homes",
        ),
        ("complaints_workshops", "How to answer a complaint well"),
    ] {
        let count = published.count(count);
        for place in 0..count {
            // Spread over the year, never two on a day of the same kind.
            let days = i64::from(330 * place / count);
            let on = year.first_day().saturating_add((days + 12).days());
            let mut sealing = dice.sealing();
            let held = TrainingHeld {
                kind: TrainingKind::Workshop,
                people: dice.between(6, 16),
                about: seal_text(&mut sealing, about),
            };
            let held = FileCommand::HoldTraining(HoldTraining { held, on });
            entries.push(dated(held, on, sealing.into_items()));
        }
    }
    entries
}

/// The report speaks of the population without numbers; these are invented, and round so that nobody takes them for a
/// census.
fn population() -> Population {
    let groups = [
        ("white_british", 840_000),
        ("white_other", 70_000),
        ("asian", 50_000),
        ("chinese", 10_000),
        ("black_caribbean", 5_000),
    ];
    Population {
        version: None,
        ages: PopulationAges::Everybody,
        all: 1_000_000,
        groups: groups
            .into_iter()
            .map(|(group, count)| GroupCount {
                group: Code::new(group),
                count,
            })
            .collect(),
    }
}

fn dated(command: FileCommand, on: Date, items: Vec<NewItem>) -> DatedEntry {
    DatedEntry {
        command,
        recorded_at: noon(on),
        items,
    }
}
