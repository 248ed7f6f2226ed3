//! What a file costs in memory, measured in a process of its own.

use std::fs;
use std::io::{Cursor, Write as _};

use app::App;
use app::clock::Clock;
use app::import::{Plan, Reading};
use casework::ids::{AccountId, AuthorityCode};
use jiff::civil::date;
use journal::{DeploymentKey, Journal, Location};
use uuid::Uuid;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SETTINGS: &str = include_str!("../data/standard.toml");

/// What an import may add to the memory of an empty installation.
const MOST_MEBIBYTES: u64 = 256;

/// The most memory this process has ever had, in MiB; none where the system does not say.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes / 1024)
}

async fn installation() -> (App, AuthorityCode) {
    let journal = Journal::open(&Location::Memory, DeploymentKey::from_bytes([7; 32])).await;
    let noon = date(2026, 3, 4).at(12, 0, 0, 0).in_tz("Europe/London");
    let clock = Clock::At(noon.expect("a time").timestamp());
    let app = App::start(journal.expect("a journal in memory opens"), clock)
        .await
        .expect("an empty journal starts");
    let settings = app.save_authority(SETTINGS).await.expect("sound settings");
    let code = settings.code.clone();
    (app, code)
}

async fn plan(app: &App, authority: &AuthorityCode, file: &[u8]) -> Plan {
    app.plan_import(authority, AccountId(Uuid::nil()), file, &Reading::default())
        .await
        .expect("the record can be read")
}

/// A workbook whose one sheet is written piece by piece, so that this test needs no memory of its own.
fn workbook(strings: impl Iterator<Item = String>, cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let mut part = |name: &str, pieces: &mut dyn Iterator<Item = String>| {
        zip.start_file(name, options).expect("a part");
        for piece in pieces {
            zip.write_all(piece.as_bytes()).expect("written to memory");
        }
    };
    let one = |text: &str| std::iter::once(text.to_owned());
    part(
        "_rels/.rels",
        &mut one(
            r#"<Relationships><Relationship Id="a" Type="officeDocument" Target="book.xml"/></Relationships>"#,
        ),
    );
    part(
        "book.xml",
        &mut one(r#"<workbook><sheets><sheet name="a" r:id="a"/></sheets></workbook>"#),
    );
    part(
        "_rels/book.xml.rels",
        &mut one(
            r#"<Relationships><Relationship Id="a" Type="worksheet" Target="sheet.xml"/><Relationship Id="b" Type="sharedStrings" Target="strings.xml"/></Relationships>"#,
        ),
    );
    part(
        "strings.xml",
        &mut one("<sst>").chain(strings).chain(one("</sst>")),
    );
    part(
        "sheet.xml",
        &mut one("<worksheet><sheetData>")
            .chain(cells)
            .chain(one("</sheetData></worksheet>")),
    );
    zip.finish().expect("written to memory").into_inner()
}

const COLUMNS: [&str; 15] = [
    "Ref",
    "Type",
    "Procedure",
    "Method",
    "Date rec'd",
    "Team",
    "Category",
    "Complainant's name",
    "Relationship to child",
    "Ground",
    "Details",
    "Date ack'd",
    "Response date",
    "Outcome",
    "Date closed",
];

fn row(number: usize, cells: &[String]) -> String {
    let cells = cells
        .iter()
        .map(|cell| format!("<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"));
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}

fn honest_row(number: usize) -> Vec<String> {
    let reference = format!("CSC/{number}");
    let details = "The worker did not ring back, and the meeting was moved twice. ".repeat(8);
    let cells = [
        &reference,
        "complaint",
        "children_act",
        "letter",
        "2015-03-26",
        "leaving_care",
        "contact",
        "Ama Example",
        "parent",
        "W-PARENT",
        &details,
        "2015-03-27",
        "2015-04-13",
        "upheld",
        "2015-04-30",
    ];
    cells.map(str::to_owned).to_vec()
}

#[tokio::test]
async fn neither_ten_thousand_cases_nor_a_bomb_cost_more_than_is_said() {
    const CASES: usize = 10_000;
    let (app, authority) = installation().await;
    let Some(before) = peak() else {
        return;
    };
    let spaces = || std::iter::repeat_n(" ".repeat(1 << 20), 100);
    let bombs = [
        workbook(spaces(), std::iter::empty()),
        workbook(std::iter::empty(), spaces()),
        workbook(
            std::iter::empty(),
            std::iter::once("<row>".to_owned())
                .chain(std::iter::repeat_n("<c><v>1</v></c>".repeat(1_000), 1_000)),
        ),
        workbook(
            std::iter::repeat_n("<si/>".repeat(1_000), 10_000),
            std::iter::empty(),
        ),
    ];
    for bomb in bombs {
        let plan = plan(&app, &authority, &bomb).await;
        assert_eq!((plan.rows, plan.ready(), plan.problems.len()), (0, 0, 1));
    }
    let head = row(1, &COLUMNS.map(str::to_owned));
    let cells = (2..CASES + 2).map(|number| row(number, &honest_row(number)));
    let file = workbook(std::iter::empty(), std::iter::once(head).chain(cells));
    let plan = plan(&app, &authority, &file).await;
    let told: Vec<String> = plan
        .problems
        .iter()
        .take(3)
        .map(ToString::to_string)
        .collect();
    assert_eq!((plan.ready(), told), (CASES, Vec::new()));
    let cost = peak().map_or(0, |peak| peak - before);
    assert!(cost <= MOST_MEBIBYTES, "{cost} MiB");
}
