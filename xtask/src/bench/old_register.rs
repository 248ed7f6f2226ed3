//! An old register of ten thousand complaints, as CSV and as a workbook.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Rounds;
use super::record::Record;

const ROWS: usize = 10_000;

/// The columns, and what stands in them in every row but the first column, which counts. The codes are those of the
/// usual lists a new authority gets.
const COLUMNS: [(&str, &str); 10] = [
    ("reference", ""),
    ("kind", "complaint"),
    ("channel", "telephone"),
    ("received_on", "2015-03-26"),
    ("service", "first_contact"),
    ("procedure", "children_act"),
    ("category", "quality_of_service"),
    ("capacity", "parent"),
    ("ground", "W-PARENT"),
    ("points", "Nobody called back for three weeks."),
];

/// Writes the register to a file.
type Writer = fn(&Path) -> anyhow::Result<()>;

/// Imports it in both formats, each time into a new record: a row comes in once only.
pub(super) fn imports(heard: &Path, rounds: usize) -> anyhow::Result<Value> {
    eprintln!("bench: an old register of {ROWS} rows");
    let mut measured = serde_json::Map::new();
    for (format, write) in [("csv", write_csv as Writer), ("xlsx", write_workbook)] {
        let (mut seconds, mut peak) = (Rounds::default(), Rounds::default());
        for _ in 0..rounds {
            let record = Record::make(heard, None, 0)?;
            let file = record.folder().join(format!("old-register.{format}"));
            write(&file)?;
            let (took, most) = record.import(&file)?;
            seconds.add(took.as_secs_f64());
            peak.add(most);
        }
        measured.insert(
            format.to_owned(),
            json!({ "seconds": seconds.median(), "peak_memory_mib": peak.median() }),
        );
    }
    measured.insert("rows".to_owned(), json!(ROWS));
    Ok(Value::Object(measured))
}

/// Every row as its cells.
fn rows() -> impl Iterator<Item = Vec<String>> {
    let head = COLUMNS.iter().map(|(name, _)| (*name).to_owned());
    let row = |number: usize| {
        let cell = |(name, value): &(&str, &str)| match *name {
            "reference" => format!("OLD-{number}"),
            _ => (*value).to_owned(),
        };
        COLUMNS.iter().map(cell).collect()
    };
    std::iter::once(head.collect()).chain((1..=ROWS).map(row))
}

fn write_csv(file: &Path) -> anyhow::Result<()> {
    let mut text = String::new();
    for row in rows() {
        writeln!(text, "{}", row.join(","))?;
    }
    Ok(fs::write(file, text)?)
}

/// The least a workbook can be: one sheet with its texts in the cells.
fn write_workbook(file: &Path) -> anyhow::Result<()> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let mut sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (number, row) in rows().enumerate() {
        write!(sheet, "<row r=\"{}\">", number + 1)?;
        for (letter, cell) in ('A'..).zip(row) {
            write!(
                sheet,
                "<c r=\"{letter}{}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
                number + 1
            )?;
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let relations = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{DOCUMENT}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override \
                 PartName=\"/xl/workbook.xml\" \
                 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            relations("officeDocument", "xl/workbook.xml"),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\"><sheets><sheet name=\"Old register\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut workbook = ZipWriter::new(File::create(file)?);
    for (name, part) in parts {
        workbook.start_file(name, SimpleFileOptions::default())?;
        workbook.write_all(part.as_bytes())?;
    }
    workbook.finish()?;
    Ok(())
}
