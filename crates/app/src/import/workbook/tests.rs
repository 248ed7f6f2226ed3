//! Workbooks good and hostile, written here byte by byte.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::super::limits::{
    LONGEST_CELL, MOST_COLUMNS, MOST_FAULTS, MOST_PARTS, MOST_ROWS, MOST_UNPACKED,
};
use super::super::sheet::{CellFault, Fault, letters};
use super::*;

/// A workbook in the making: its parts by name.
struct Made {
    parts: Vec<(String, String)>,
}

const ROOT: &str = r#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships>
  <Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
  <Relationship Id="r2" Type="http://x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
  <Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
  <Relationship Id="r4" Type="http://x/styles" Target="styles.xml"/>
  <Relationship Id="r5" Type="http://x/externalLink" Target="http://elsewhere.example/" TargetMode="External"/>
</Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><x:workbook xmlns:x="u" xmlns:r="v"><x:workbookPr/><x:sheets>
  <x:sheet name="Hidden" sheetId="1" state="hidden" r:id="r2"/><x:sheet name="Log &amp; list" sheetId="2" r:id="r1"/>
</x:sheets></x:workbook>"#;
const STRINGS: &str = r#"<sst count="3" uniqueCount="18446744073709551615"><si><t>shared</t></si>
  <si><r><t>in </t></r><r><t xml:space="preserve">runs</t></r><rPh><t>hint</t></rPh></si><si/></sst>"#;
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="00000"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>"#;

fn book(cells: &str) -> Made {
    let part = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    Made {
        parts: vec![
            part("_rels/.rels", ROOT),
            part("xl/workbook.xml", BOOK),
            part("xl/_rels/workbook.xml.rels", RELATIONS),
            part("xl/sharedStrings.xml", STRINGS),
            part("xl/styles.xml", STYLES),
            part(
                "xl/worksheets/sheet1.xml",
                &format!(
                    "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData></worksheet>"
                ),
            ),
            part(
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>",
            ),
        ],
    }
}

impl Made {
    fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.to_owned(), text.into()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(known, _)| known != name);
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default())
                .expect("a part");
            zip.write_all(text.as_bytes()).expect("written to memory");
        }
        zip.finish().expect("written to memory").into_inner()
    }

    fn read(&self) -> Result<Sheet, Unreadable> {
        read(&self.bytes(), None)
    }
}

/// The rows of a sheet as text, each with its number.
fn rows(sheet: &Sheet) -> Vec<(u64, Vec<String>)> {
    let rows = sheet.rows.iter().map(|row| {
        let cells = row
            .iter()
            .map(|cell| String::from_utf8_lossy(cell).into_owned());
        let line = row.position().expect("every row has its number").line();
        (line, cells.collect())
    });
    rows.collect()
}

#[test]
fn cells_are_read_as_they_are_shown() {
    let cells = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>here</t></is></c></row>
      <row r="3" spans="1:9"/>
      <row r="4"><c r="A4" s="1"><v>42089</v></c><c r="B4" s="2"><v>42089.5</v></c><c r="C4"><v>42089</v></c><c r="D4" s="3"><v>123</v></c></row>
      <row><c t="str"><f>A1&amp;"x"</f><v>a &lt; b_x000D_</v></c><c t="d"><v>2015-03-26T00:00:00</v></c><c><v>0.5</v></c><c t="s"><v>2</v></c></row>"#;
    let sheet = book(cells).read().expect("a workbook");
    let expected: [(u64, &[&str]); 3] = [
        (2, &["shared", "in runs", "", "here"]),
        (4, &["2015-03-26", "2015-03-26", "42089", "00123"]),
        (5, &["a < b\r", "2015-03-26", "0.5"]),
    ];
    let expected: Vec<(u64, Vec<String>)> = expected
        .iter()
        .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect()))
        .collect();
    assert_eq!(rows(&sheet), expected);
    assert_eq!(sheet.faults, []);
    assert_eq!(sheet.unread, ["Hidden"]);
    assert_eq!(visible_sheets(&book(cells).bytes()), ["Log & list"]);
}

#[test]
fn days_are_counted_from_where_the_workbook_counts_them() {
    let cells = r#"<row r="1"><c r="A1" s="1"><v>40627</v></c></row>"#;
    let since_1904 = BOOK.replace("workbookPr", "workbookPr date1904=\"1\"");
    for (workbook, day) in [(BOOK.to_owned(), "2011-03-25"), (since_1904, "2015-03-26")] {
        let sheet = book(cells).with("xl/workbook.xml", workbook).read();
        assert_eq!(
            rows(&sheet.expect("a workbook")),
            [(1, vec![day.to_owned()])]
        );
    }
}

#[test]
fn a_sheet_is_chosen_by_its_name() {
    let file = book("").bytes();
    let sheet = read(&file, Some("Hidden")).expect("a sheet");
    assert_eq!(rows(&sheet), [(1, vec!["7".to_owned()])]);
    assert_eq!(sheet.unread, ["Log & list"]);
    let names = vec!["Hidden".to_owned(), "Log & list".to_owned()];
    assert_eq!(
        read(&file, Some("2015")).err(),
        Some(Unreadable::NoSuchSheet(names))
    );
}

#[test]
fn what_cannot_be_taken_is_known_by_its_cell() {
    let cells = format!(
        r#"<row r="7"><c r="B7"><f>NOW()</f></c><c r="C7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D7" t="b"><v>1</v></c>
        <c r="E7" s="1"><v>-3</v></c><c r="F7" t="str"><v>{}</v></c><c r="G7" t="str"><v>{}</v></c></row>"#,
        "é".repeat(LONGEST_CELL),
        "é".repeat(LONGEST_CELL + 1)
    );
    let sheet = book(&cells).read().expect("a workbook");
    let faults = [
        (1, Fault::Formula),
        (2, Fault::Error),
        (3, Fault::Boolean),
        (4, Fault::NoDay),
        (6, Fault::TooLong),
    ];
    let faults = faults.map(|(place, fault)| CellFault {
        line: 7,
        place,
        fault,
    });
    assert_eq!(sheet.faults, faults);
    assert_eq!(rows(&sheet)[0].1[5].chars().count(), LONGEST_CELL);
    assert_eq!(super::super::sheet::at(7, 1, sheet.format), "B7");
}

#[test]
fn a_file_that_is_no_such_workbook_says_what_it_is() {
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let old = locked.clone();
    locked.extend("EncryptedPackage".bytes().flat_map(|byte| [byte, 0]));
    let whole = book("").bytes();
    let files: [(&[u8], Unreadable); 8] = [
        (&old, Unreadable::OldWorkbook),
        (&locked, Unreadable::Password),
        (b"PK", Unreadable::Damaged),
        (b"PK\x03\x04 and no archive", Unreadable::Damaged),
        (&whole[..whole.len() / 2], Unreadable::Damaged),
        (
            &book("").with("xl/vbaProject.bin", "").bytes(),
            Unreadable::Macros,
        ),
        (
            &book("").with("xl/workbook.bin", "").bytes(),
            Unreadable::NotAWorkbook,
        ),
        (
            &book("").without("_rels/.rels").bytes(),
            Unreadable::NotAWorkbook,
        ),
    ];
    for (file, expected) in files {
        assert!(is_one(file));
        assert_eq!(read(file, None).err(), Some(expected));
    }
}

#[test]
fn what_does_not_hang_together_is_refused() {
    let sheet = "xl/worksheets/sheet1.xml";
    let files = [
        book("").with(sheet, "<worksheet>"),
        book("").with(sheet, "<worksheet/>"),
        book("").with(sheet, "<worksheet><sheetData><row>"),
        book("").with(
            sheet,
            "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet><sheetData/></worksheet>",
        ),
        book("").with(sheet, "<a>".repeat(1_000_000)),
        book("").without(sheet),
        book("").with(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"a\" r:id=\"r9\"/></sheets></workbook>",
        ),
        book("").with("xl/workbook.xml", "<workbook/>"),
        book("<row r=\"2\"/><row r=\"1\"/>"),
        book("<row r=\"2\"/><row r=\"2\"/>"),
        book("<row r=\"1048577\"/>"),
        book("<row r=\"x\"/>"),
        book("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>"),
        book("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>"),
        book("<row r=\"1\"><c r=\"AAAA1\"><v>1</v></c></row>"),
        book("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>"),
        book("<row r=\"1\"><c t=\"s\"><v>3</v></c></row>"),
        book("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>"),
        book("<row r=\"1\"><c><v>NaN</v></c></row>"),
        book("<row r=\"1\"><c><v>1e999</v></c></row>"),
        book("<row r=\"1\"><c t=\"odd\"><v>1</v></c></row>"),
        book("<row r=\"1\"><c t=\"str\"><v>&lol;</v></c></row>"),
    ];
    for made in files {
        assert_eq!(
            made.read().err(),
            Some(Unreadable::Damaged),
            "{:.200}",
            made.parts.last().expect("parts").1
        );
    }
}

#[test]
fn columns_and_rows_are_bounded_on_both_sides() {
    let row = |line: usize, cells: usize| {
        let mut row = format!("<row r=\"{line}\">");
        for place in 0..cells {
            let _ = write!(row, "<c r=\"{}{line}\"><v>1</v></c>", letters(place));
        }
        row + "</row>"
    };
    let widest = book(&row(1, MOST_COLUMNS))
        .read()
        .expect("as many as may be");
    assert_eq!(widest.rows[0].len(), MOST_COLUMNS);
    let too_wide = book(&row(3, MOST_COLUMNS + 1))
        .read()
        .expect_err("one too many");
    assert_eq!(too_wide.to_string().split(' ').next(), Some("GS3"));
    // What is empty counts for nothing, wherever it stands.
    let empty = r#"<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"/>"#;
    assert_eq!(book(empty).read().expect("one cell").rows.len(), 1);

    let rows = |count: usize| (1..=count).map(|line| row(line, 1)).collect::<String>();
    let longest = book(&rows(MOST_ROWS + 1))
        .read()
        .expect("as many as may be");
    assert_eq!(longest.rows.len(), MOST_ROWS + 1, "and the headings");
    let too_long = book(&rows(MOST_ROWS + 2)).read();
    assert_eq!(too_long.err(), Some(Unreadable::TooManyRows));
}

#[test]
fn a_million_columns_are_refused_at_the_first_too_many() {
    let cells = "<c><v>1</v></c>".repeat(1_000_000);
    let refused = book(&format!("<row>{cells}</row>"))
        .read()
        .expect_err("too many");
    assert!(refused.to_string().starts_with("GS1 "), "{refused}");
}

#[test]
fn a_bomb_is_let_go_off_no_further_than_the_bound() {
    let spaces = " ".repeat(MOST_UNPACKED);
    let parts = [
        ("xl/worksheets/sheet1.xml", format!("<worksheet>{spaces}")),
        ("xl/sharedStrings.xml", format!("<sst>{spaces}</sst>")),
        (
            "xl/styles.xml",
            format!("<styleSheet>{spaces}</styleSheet>"),
        ),
        ("xl/workbook.xml", format!("<workbook>{spaces}</workbook>")),
        (
            "_rels/.rels",
            format!("<Relationships>{spaces}</Relationships>"),
        ),
    ];
    for (name, text) in parts {
        let file = book("").with(name, text).bytes();
        assert!(file.len() < MOST_UNPACKED / 500, "it packs well");
        assert_eq!(
            read(&file, None).err(),
            Some(Unreadable::UnpacksTooFar),
            "{name}"
        );
    }
}

#[test]
fn strings_that_cells_share_do_not_multiply() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(LONGEST_CELL));
    let mut cells = String::new();
    for line in 1..=11 {
        let shared = "<c t=\"s\"><v>0</v></c>".repeat(100);
        let _ = write!(cells, "<row r=\"{line}\">{shared}</row>");
    }
    let made = book(&cells).with("xl/sharedStrings.xml", strings);
    assert_eq!(made.read().err(), Some(Unreadable::TooMuchText));
    let many = format!("<sst>{}</sst>", "<si/>".repeat(1_000_001));
    let made = book("").with("xl/sharedStrings.xml", many);
    assert_eq!(made.read().err(), Some(Unreadable::TooMuchText));
}

#[test]
fn parts_are_counted_before_they_are_listed() {
    let mut made = book("<row><c><v>1</v></c></row>");
    let few = made.parts.len();
    for number in few..MOST_PARTS {
        made = made.with(&format!("xl/media/{number}"), "");
    }
    assert!(made.read().is_ok());
    assert_eq!(
        made.with("xl/media/one_more", "").read().err(),
        Some(Unreadable::TooManyParts)
    );
}

#[test]
fn cells_that_cannot_be_taken_are_named_up_to_a_bound() {
    let row = |line: usize| {
        format!(
            "<row r=\"{line}\">{}</row>",
            "<c t=\"e\"><v>#N/A</v></c>".repeat(100)
        )
    };
    let full: String = (1..=MOST_FAULTS / 100).map(row).collect();
    assert_eq!(
        book(&full).read().expect("as many as may be").faults.len(),
        MOST_FAULTS
    );
    let refused = book(&(full + &row(MOST_FAULTS)))
        .read()
        .expect_err("one too many");
    assert!(
        refused.to_string().ends_with("the first is A1"),
        "{refused}"
    );
}

#[test]
fn a_file_that_is_no_workbook_has_no_sheets() {
    for file in [
        &b""[..],
        b"reference,kind\n",
        b"PK\x03\x04",
        &book("").bytes()[..200],
    ] {
        assert_eq!(visible_sheets(file), Vec::<String>::new());
    }
    let bare = book("").without("xl/workbook.xml").bytes();
    assert_eq!(visible_sheets(&bare), Vec::<String>::new());
}

#[test]
fn what_lies_elsewhere_is_never_fetched_and_a_sheet_that_lies_there_is_none() {
    let cells = r#"<row r="1"><c r="A1" t="str"><f>[1]Sheet1!A1</f><v>kept</v></c></row>"#;
    let links = "<Relationships><Relationship Id=\"rId1\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>";
    let linked = book(cells)
        .with("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        .with("xl/externalLinks/_rels/externalLink1.xml.rels", links);
    // What the workbook last knew of the other one is what it shows.
    let sheet = linked.read().expect("a workbook");
    assert_eq!(rows(&sheet)[0].1, ["kept"]);
    let outside = book("").with(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Target=\"https://example.org/sheet1.xml\"/></Relationships>",
    );
    assert_eq!(outside.read().err(), Some(Unreadable::Damaged));
}

#[test]
fn the_bytes_say_what_a_file_is_and_not_its_name() {
    // A workbook saved as text, a text saved as a workbook, and a picture.
    assert!(is_one(&book("<row r=\"1\"/>").bytes()));
    for other in [
        &b"reference,kind\n"[..],
        b"\x89PNG\r\n\x1a\n",
        b"<html>",
        b"",
    ] {
        assert!(!is_one(other), "{other:?}");
    }
}
