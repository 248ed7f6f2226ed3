//! An Excel workbook (.xlsx) as a sheet of text, read as it streams.
//!
//! Nothing the file says of its own size is believed: parts are counted while they unpack, rows and
//! columns while they come. Formulas are never worked out; the result that the file holds is read.

mod archive;
mod cells;
mod formats;
mod strings;
mod xml;

use super::limits::MOST_BYTES;
use super::sheet::{Format, Sheet, Unreadable};
use archive::Archive;
use xml::Element;

/// Whether a file is a workbook, or means to be one.
pub(super) fn is_one(file: &[u8]) -> bool {
    file.starts_with(archive::ARCHIVE) || file.starts_with(archive::COMPOUND)
}

/// Reads a sheet: the named one, or the first that is visible.
pub(super) fn read(file: &[u8], wanted: Option<&str>) -> Result<Sheet, Unreadable> {
    let mut archive = Archive::open(file)?;
    let book = Book::read(&mut archive)?;
    let named: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let chosen = match wanted {
        Some(name) => book
            .sheets
            .iter()
            .find(|sheet| sheet.name.trim() == name.trim()),
        None => book
            .sheets
            .iter()
            .find(|sheet| sheet.visible)
            .or(book.sheets.first()),
    };
    let chosen = chosen.ok_or(match wanted {
        Some(_) => Unreadable::NoSuchSheet(named),
        None => Unreadable::Damaged,
    })?;
    let shared = match book.strings.as_deref() {
        Some(part) => strings::read(archive.part(part)?)?,
        None => strings::Strings::default(),
    };
    let formats = match book.formats.as_deref() {
        Some(part) => formats::read(archive.part(part)?)?,
        None => Vec::new(),
    };
    let cells = cells::Reading {
        strings: &shared,
        formats: &formats,
        since_1904: book.since_1904,
    };
    let mut sheet = Sheet::new(Format::Workbook);
    cells.read(archive.part(&chosen.part)?, &mut sheet)?;
    let others = book.sheets.iter().filter(|other| other.part != chosen.part);
    sheet.unread = others.map(|other| other.name.clone()).collect();
    Ok(sheet)
}

/// The sheets of a workbook that whoever opens it sees, in its order; none of any other file, and none of a workbook
/// that cannot be read, of which the reading then says why.
pub fn visible_sheets(file: &[u8]) -> Vec<String> {
    if !is_one(file) || file.len() > MOST_BYTES {
        return Vec::new();
    }
    let book = Archive::open(file).and_then(|mut archive| Book::read(&mut archive));
    let sheets = book.map_or_else(|_| Vec::new(), |book| book.sheets);
    let visible = sheets.into_iter().filter(|sheet| sheet.visible);
    visible.map(|sheet| sheet.name).collect()
}

/// What the workbook says of itself.
struct Book {
    sheets: Vec<Listed>,
    since_1904: bool,
    strings: Option<String>,
    formats: Option<String>,
}

/// A sheet of the workbook.
struct Listed {
    name: String,
    visible: bool,
    part: String,
}

/// A part another points to.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

impl Book {
    fn read(archive: &mut Archive<'_>) -> Result<Self, Unreadable> {
        const MOST_SHEETS: usize = 1_000;

        let root = relations(archive, "")?;
        let main = root
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .ok_or(Unreadable::NotAWorkbook)?
            .part;
        let relations = relations(archive, &main)?;
        let part_of = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.part.clone())
        };
        let mut book = Self {
            sheets: Vec::new(),
            since_1904: false,
            strings: part_of("sharedStrings"),
            formats: part_of("styles"),
        };
        let mut xml = archive.part(&main)?;
        while let Some(element) = xml.next()? {
            let Element::Start(start) = element else {
                continue;
            };
            match start.name() {
                "workbookPr" => {
                    if let Some(since) = start.attribute("date1904")? {
                        book.since_1904 = matches!(since.as_ref(), "1" | "true");
                    }
                }
                "sheet" => {
                    let id = start.attribute("id")?.unwrap_or_default();
                    let relation = relations
                        .iter()
                        .find(|relation| relation.id == id)
                        .ok_or(Unreadable::Damaged)?;
                    if relation.kind == "worksheet" {
                        let state = start.attribute("state")?;
                        book.sheets.push(Listed {
                            name: start.attribute("name")?.unwrap_or_default().into_owned(),
                            visible: state.is_none_or(|state| state == "visible"),
                            part: relation.part.clone(),
                        });
                    }
                    if book.sheets.len() > MOST_SHEETS {
                        return Err(Unreadable::TooManyParts);
                    }
                }
                _ => {}
            }
        }
        Ok(book)
    }
}

/// What a part points to; the package itself has the empty name.
fn relations(archive: &mut Archive<'_>, of: &str) -> Result<Vec<Relation>, Unreadable> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let slash = if folder.is_empty() { "" } else { "/" };
    let mut relations = Vec::new();
    let part = format!("{folder}{slash}_rels/{name}.rels");
    let mut xml = archive.part(&part)?;
    while let Some(element) = xml.next()? {
        let Element::Start(start) = element else {
            continue;
        };
        let external = start
            .attribute("TargetMode")?
            .is_some_and(|mode| mode == "External");
        if start.name() != "Relationship" || external {
            continue;
        }
        if relations.len() > super::limits::MOST_PARTS {
            return Err(Unreadable::TooManyParts);
        }
        let kind = start.attribute("Type")?.unwrap_or_default();
        let target = start.attribute("Target")?.unwrap_or_default();
        relations.push(Relation {
            id: start.attribute("Id")?.unwrap_or_default().into_owned(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            part: target
                .strip_prefix('/')
                .map_or_else(|| format!("{folder}{slash}{target}"), str::to_owned),
        });
    }
    Ok(relations)
}

#[cfg(test)]
mod tests;
