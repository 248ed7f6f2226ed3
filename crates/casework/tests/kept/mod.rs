//! The authority’s own file of a test: what commands make of it on 1 June 2016.

use casework::authority_file::{AuthorityFile, FileCommand, FileFact, NotKept};
use casework::ids::{ItemId, Sealed};
use casework::law::Law;
use casework::organisation::{OpenUnit, UnitKind};
use casework::settings::{Code, Settings};
use jiff::civil::Date;
use statute::working_days::{Calendar, Region};
use uuid::Uuid;

const TODAY: &str = "2016-06-01";

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub(crate) fn code(text: &str) -> Code {
    Code::new(text)
}

pub(crate) fn sealed() -> Sealed {
    Sealed {
        item: ItemId(Uuid::from_u128(1)),
        commitment: "0".repeat(64),
    }
}

pub(crate) fn settings() -> Settings {
    serde_json::from_value(serde_json::json!({
        "code": "testshire",
        "name": "Testshire County Council",
        "services": [],
        "categories": [{"code": "delay", "label": "Delay"}],
        "capacities": [],
        "outcomes": [],
        "timescale_bands": [],
        "ombudsman_decisions": [],
        "equality": {"gender": [], "ethnicity": [{"code": "white_british", "label": "White British"}, {"code": "asian", "label": "Asian"}], "sexual_orientation": [], "religion": [], "disability": [], "age": []},
    }))
    .expect("the settings are settings")
}

pub(crate) fn decide(
    file: &AuthorityFile,
    command: &FileCommand,
) -> Result<Vec<FileFact>, NotKept> {
    let settings = settings();
    let law = Law {
        calendar: Calendar::of(Region::EnglandAndWales),
        settings: &settings,
        today: day(TODAY),
    };
    command.decide(file, &law)
}

/// The file that these commands make; each must be taken.
pub(crate) fn given(commands: &[FileCommand]) -> AuthorityFile {
    let mut file = AuthorityFile::default();
    for command in commands {
        let facts = decide(&file, command).unwrap_or_else(|why| panic!("{command:?}: {why}"));
        for fact in &facts {
            file.evolve(fact);
        }
    }
    file
}

pub(crate) fn open(kind: UnitKind, unit: &str, within: Option<&str>, from: &str) -> FileCommand {
    FileCommand::OpenUnit(OpenUnit {
        code: unit.to_owned(),
        kind,
        name: unit.replace('_', " "),
        within: within.map(code),
        from: day(from),
    })
}
