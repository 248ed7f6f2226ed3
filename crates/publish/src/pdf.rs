//! A document as a tagged PDF: PDF/UA-1 for people, PDF/A-2a for archives, in one file.
//!
//! Typst sets it. The template is a constant, the document reaches it as one JSON file and never as
//! markup, and the typesetter can see nothing else: no folder, no package, no clock, no font of the
//! machine.

use std::sync::LazyLock;

use reports::document::{Block, Chart, Document};
use serde::Serialize;
use serde_json::Value;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::chart::{self, Room};
use crate::{PublishError, wording};

const TEMPLATE: &str = include_str!("report.typ");
const REGULAR: &[u8] = include_bytes!("../../../assets/dist/fonts/SourceSans3_400Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/dist/fonts/SourceSans3_700Bold.ttf");

/// How many reports back the typesetter remembers its own work; beyond that memory only grows.
const REMEMBERED: usize = 1;

/// The document as the bytes of a PDF file, the same bytes for the same document.
///
/// # Errors
///
/// [`PublishError::Typeset`] when the result would not meet its standards.
pub fn write(document: &Document) -> Result<Vec<u8>, PublishError> {
    let world = Desk {
        shared: &SHARED,
        data: Bytes::from_string(Data::of(document).to_json()?),
    };
    let pdf = typst::compile::<PagedDocument>(&world)
        .output
        .and_then(|pages| typst_pdf::pdf(&pages, &options(document)))
        .map_err(|problems| typeset(&problems));
    typst::comemo::evict(REMEMBERED);
    let mut bytes = pdf?;
    make_stream_ends_plain(&mut bytes);
    Ok(bytes)
}

/// What the template reads.
#[derive(Serialize)]
struct Data<'a> {
    full_title: String,
    mark: &'static str,
    as_at: String,
    no_rows: &'static str,
    charts: Vec<Drawing>,
    document: &'a Document,
}

/// A chart as drawn; the template takes them in reading order.
#[derive(Serialize)]
struct Drawing {
    svg: String,
    below: String,
}

/// What every rendering shares.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

/// The world of one rendering: the template and its data, nothing else.
struct Desk {
    shared: &'static Shared,
    data: Bytes,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = [REGULAR, BOLD]
        .into_iter()
        .filter_map(|font| Font::new(Bytes::new(font), 0))
        .collect();
    // row headers can be tagged only with this feature
    let features = [Feature::A11yExtras].into_iter().collect();
    Shared {
        library: LazyHash::new(Library::builder().with_features(features).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file("/report.typ"), TEMPLATE.to_owned()),
        data: file("/report.json"),
    }
});

impl<'a> Data<'a> {
    fn of(document: &'a Document) -> Self {
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        Self {
            full_title: wording::full_title(document),
            mark: wording::audience_mark(document.audience),
            as_at: wording::as_at_line(document.as_at),
            no_rows: wording::NO_ROWS,
            charts: blocks
                .filter_map(|block| match block {
                    Block::Chart(chart) => Some(Drawing::of(document, chart)),
                    Block::Paragraph { .. }
                    | Block::Subheading { .. }
                    | Block::Bullets { .. }
                    | Block::Table(_) => None,
                })
                .collect(),
            document,
        }
    }

    fn to_json(&self) -> Result<String, PublishError> {
        let mut data = serde_json::to_value(self)?;
        make_printable(&mut data);
        Ok(serde_json::to_string(&data)?)
    }
}

impl Drawing {
    fn of(document: &Document, chart: &Chart) -> Self {
        let mut below = wording::chart_unit(chart);
        if let Some(caption) = wording::chart_table(document, chart) {
            below = format!("{below} The same numbers are in the table “{caption}”.");
        }
        Self {
            svg: chart::svg(chart, Room::Wide).into_string(),
            below,
        }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.shared.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shared.template.id() {
            Ok(self.shared.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the path is a constant without parent folders");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn options(document: &Document) -> PdfOptions {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .expect("both standards are written as PDF 1.7");
    PdfOptions {
        ident: Smart::Custom(format!(
            "{} {}",
            crate::file_stem(document),
            document.as_at.position
        )),
        creator: Smart::Custom(Some("Heard".to_owned())),
        timestamp: timestamp(document),
        standards,
        ..PdfOptions::default()
    }
}

/// Midnight at the start of the last day counted: a document does not know when it was printed.
fn timestamp(document: &Document) -> Option<Timestamp> {
    let day = document.as_at.day;
    let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
    Datetime::from_ymd_hms(i32::from(day.year()), month, of_month, 0, 0, 0).map(Timestamp::new_utc)
}

fn typeset(problems: &[SourceDiagnostic]) -> PublishError {
    let messages: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.as_str())
        .collect();
    PublishError::Typeset(messages.join("; "))
}

/// Replaces what the font cannot print and breaks words no line could hold.
///
/// Both standards forbid a glyph that stands for nothing, and a label somebody typed must not keep a
/// whole report from being published.
fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text),
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn printable(text: &str) -> String {
    const LONGEST_RUN: usize = 24;
    // drawings are markup: their text is measured and broken by the chart itself
    let drawing = text.starts_with("<svg");
    let mut run = 0;
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_control() { ' ' } else { c };
        run = if c.is_whitespace() || c == '-' {
            0
        } else {
            run + 1
        };
        if run > LONGEST_RUN && !drawing {
            clean.push('\u{ad}');
            run = 1;
        }
        clean.push(if has_glyph(c) { c } else { '?' });
    }
    clean
}

fn has_glyph(c: char) -> bool {
    // private use characters have glyphs but no meaning an archive could keep
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    c.is_ascii()
        || !private
            && SHARED
                .fonts
                .iter()
                .all(|font| font.info().coverage.contains(u32::from(c)))
}

/// Ends a stream by CR where its last byte happens to be CR and LF would follow.
///
/// A checker reads CR LF as one line end, takes the CR for no part of the stream, and reports a wrong
/// length. One compressed stream in 256 ends so by chance; CR alone is as good a line end there and
/// moves nothing.
///
/// Source: ISO 19005-2, 6.1.7.1 (line end before `endstream`); ISO 32000-1, 7.2.3 (line ends).
fn make_stream_ends_plain(pdf: &mut [u8]) {
    const UNCLEAR: &[u8] = b"\r\nendstream\nendobj";
    let starts: Vec<usize> = pdf
        .windows(UNCLEAR.len())
        .enumerate()
        .filter_map(|(start, window)| (window == UNCLEAR).then_some(start))
        .collect();
    for start in starts {
        pdf[start + 1] = b'\r';
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_that_ends_in_cr_keeps_its_length() {
        for (before, after) in [
            (
                &b"xy\r\nendstream\nendobj"[..],
                &b"xy\r\rendstream\nendobj"[..],
            ),
            (b"xy\nendstream\nendobj", b"xy\nendstream\nendobj"),
            (b"x\n\nendstream\nendobj", b"x\n\nendstream\nendobj"),
        ] {
            let mut pdf = before.to_vec();
            make_stream_ends_plain(&mut pdf);
            assert_eq!(pdf, after);
        }
    }

    #[test]
    fn what_has_no_glyph_becomes_a_question_mark_and_long_words_may_break() {
        for (text, printed) in [
            ("Plain – “text” £5, naïve", "Plain – “text” £5, naïve"),
            ("日本 😀 \u{e000}", "?? ? ?"),
            ("a\u{1}\tb\nc", "a  b c"),
            (
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaa\u{ad}aaaa",
            ),
        ] {
            assert_eq!(printable(text), printed);
        }
    }
}
