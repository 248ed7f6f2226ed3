//! Complaints by area and team, and areas against their populations.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]
#![expect(dead_code, reason = "the small council is shared with other tests")]

mod small_council;

use casework::authority_file::{AuthorityFile, FileEvent, FileFact};
use casework::context::{ContextEntry, ContextMeasure, ContextRecorded};
use casework::ids::{ItemId, Sealed};
use casework::organisation::{UnitKind, UnitOpened};
use casework::settings::Code;
use jiff::civil::{Date, date};
use reports::annual_report::Tally;
use reports::document::{Audience, Document, Table};
use small_council::{AS_AT, complaint, settings, year};

fn opened(kind: UnitKind, unit: &str, on: Date) -> FileFact {
    FileFact {
        on,
        event: FileEvent::UnitOpened(UnitOpened {
            unit: Code::new(unit),
            kind,
            name: unit.to_owned(),
            within: None,
        }),
    }
}

fn entered(unit: &str, figures: &[(ContextMeasure, u32)]) -> FileFact {
    let figures = figures.iter().map(|(measure, count)| ContextEntry {
        measure: *measure,
        count: Some(*count),
    });
    FileFact {
        on: date(2015, 7, 1),
        event: FileEvent::ContextRecorded(ContextRecorded {
            year: year(),
            unit: Some(Code::new(unit)),
            figures: figures.collect(),
            source: Sealed {
                item: "00000000-0000-0000-0000-000000000001"
                    .parse::<ItemId>()
                    .unwrap(),
                commitment: "0".repeat(64),
            },
        }),
    }
}

/// Forty complaints about the north, two about the south, one about no area that was named.
fn report(audience: Audience) -> Document {
    let closed_before = FileFact {
        on: date(2014, 4, 1),
        event: FileEvent::UnitClosed {
            unit: Code::new("gone"),
        },
    };
    let file = AuthorityFile::fold(&[
        opened(UnitKind::Area, "north", date(2010, 4, 1)),
        opened(UnitKind::Area, "south", date(2010, 4, 1)),
        opened(UnitKind::Area, "gone", date(2010, 4, 1)),
        opened(UnitKind::Area, "later", date(2015, 4, 1)),
        closed_before,
        entered(
            "north",
            &[
                (ContextMeasure::InNeedAtYearEnd, 1600),
                (ContextMeasure::AllocatedAtYearEnd, 330),
                (ContextMeasure::SocialWorkersAtYearEnd, 20),
            ],
        ),
        entered("south", &[(ContextMeasure::InNeedAtYearEnd, 1000)]),
    ]);
    let mut tally = Tally::new(&settings(), year()).against(&file);
    for number in 1..=43 {
        let mut line = complaint(number);
        line.place.area = match number {
            1..=40 => Some(Code::new("north")),
            41 | 42 => Some(Code::new("south")),
            _ => None,
        };
        line.place.received_by = Some(Code::new("south"));
        tally.count(&line);
    }
    tally.finish(AS_AT, audience)
}

fn shown<'a>(document: &'a Document, id: &str) -> Vec<Vec<&'a str>> {
    let table: &Table = document.tables().find(|table| table.id == id).unwrap();
    let row = |row: &'a reports::document::Row| {
        let cells = row.cells.iter().map(|cell| cell.shown.as_str());
        std::iter::once(row.label.as_str()).chain(cells).collect()
    };
    table.rows.iter().map(row).collect()
}

#[test]
fn complaints_count_in_the_area_they_are_about() {
    let report = report(Audience::Internal);
    assert_eq!(
        shown(&report, "complaints_by_area"),
        [
            ["north", "40", "93%"],
            ["south", "2", "5%"],
            ["Not stated", "1", "2%"],
        ],
        "areas that ended before or began after the year have no row"
    );
    assert!(
        !report
            .tables()
            .any(|table| table.id == "complaints_by_team")
    );
    assert_eq!(
        shown(&report, "area_rates"),
        [
            ["north", "40", "1600", "25.0", "16.5"],
            ["south", "2", "1000", "2.0", "not known"],
        ]
    );
}

#[test]
fn a_rate_does_not_give_away_what_its_count_withholds() {
    let report = report(Audience::Public);
    let rates = shown(&report, "area_rates");
    assert_eq!(
        rates[1],
        ["south", "withheld", "1000", "withheld", "not known"]
    );
    assert_eq!(shown(&report, "complaints_by_area")[1][1], "withheld");
}
