//! What the formats promise: contents, safety against hostile labels, and the standards of the PDF.

use publish::{Format, PublishError, chart, csv, html, json, pdf, render};
use reports::document::{Audience, Block, Document};
use scraper::{Html, Selector};

mod sample;

#[test]
fn json_has_the_agreed_keys_in_the_agreed_order() {
    insta::assert_snapshot!(json::write(&sample::awkward()).unwrap());
}

#[test]
fn csv_is_one_file_for_each_table() {
    let files = csv::write(&sample::awkward()).unwrap();
    let shown: Vec<String> = files
        .iter()
        .map(|(name, bytes)| {
            format!(
                "{name}\n{}",
                String::from_utf8_lossy(bytes).replace("\r\n", "␍␊\n")
            )
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn html_stands_alone() {
    insta::assert_snapshot!(html::standalone(&sample::awkward()).replace("><", ">\n<"));
}

#[test]
fn html_names_no_other_address_and_runs_nothing() {
    let page = html::standalone(&sample::awkward());
    for forbidden in [
        "<script", "<link", "<em>", "http://", "https://", " src=", " style=",
    ] {
        let own = page.replace("http://www.w3.org/2000/svg", "");
        assert!(!own.contains(forbidden), "{forbidden} in the page");
    }
}

#[test]
fn html_ids_are_unique_and_every_reference_arrives() {
    let page = Html::parse_document(&html::standalone(&sample::everyday(Audience::Public)));
    let mut ids: Vec<&str> = select(&page, "[id]", "id");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    let references = select(&page, "[aria-labelledby]", "aria-labelledby")
        .into_iter()
        .chain(select(&page, "[aria-describedby]", "aria-describedby"))
        .flat_map(str::split_whitespace)
        .chain(
            select(&page, "a[href]", "href")
                .into_iter()
                .map(|href| &href[1..]),
        );
    for reference in references {
        assert!(
            ids.binary_search(&reference).is_ok(),
            "{reference} leads nowhere"
        );
    }
}

#[test]
fn every_row_header_says_so_in_html() {
    let document = sample::awkward();
    let page = Html::parse_document(&html::standalone(&document));
    assert_eq!(
        select(&page, "th[scope=row]", "scope").len(),
        row_headers(&document)
    );
    assert_eq!(
        select(&page, "th[scope=col]", "scope").len(),
        column_headers(&document)
    );
}

#[test]
fn a_chart_is_the_same_every_time_and_tells_its_alternative() {
    let document = sample::awkward();
    let one = charts(&document).next().unwrap();
    let drawing = chart::svg(one, chart::Room::Narrow).into_string();
    assert_eq!(drawing, chart::svg(one, chart::Room::Narrow).into_string());
    insta::assert_snapshot!(drawing.replace("><", ">\n<"));
}

#[test]
fn the_pdf_is_the_same_to_the_byte() {
    let document = sample::awkward();
    let first = pdf::write(&document).unwrap();
    pdf::write(&sample::everyday(Audience::Internal)).unwrap();
    assert!(first == pdf::write(&document).unwrap());
}

#[test]
fn the_pdf_meets_both_standards() {
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
    for document in [sample::awkward(), sample::everyday(Audience::Internal)] {
        let bytes = pdf::write(&document).unwrap();
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let report =
                validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
            assert!(
                report.failures.is_empty(),
                "{profile:?}: {:#?}",
                report.failures
            );
        }
    }
}

/// The checker does not notice header cells tagged as data, so they are counted here.
#[test]
fn every_header_cell_is_tagged_with_its_scope() {
    let document = sample::everyday(Audience::Public);
    let bytes = pdf::write(&document).unwrap();
    let (rows, columns) = (row_headers(&document), column_headers(&document));
    assert_eq!(count(&bytes, b"/Scope/Row"), rows);
    assert_eq!(count(&bytes, b"/Scope/Column"), columns);
    assert_eq!(count(&bytes, b"/S/TH"), rows + columns);
    assert_eq!(count(&bytes, b"/S/Figure"), charts(&document).count());
    assert!(count(&bytes, b"/Lang(en-GB)") > 0);
}

#[test]
fn file_names_carry_authority_and_year_and_tell_internal_from_public() {
    let name = |audience, format| {
        render(&sample::everyday(audience), format).unwrap()[0]
            .name
            .clone()
    };
    assert_eq!(
        name(Audience::Public, Format::Json),
        "annual-report-buckinghamshire-2014-15.json"
    );
    assert_eq!(
        name(Audience::Public, Format::Html),
        "annual-report-buckinghamshire-2014-15.html"
    );
    assert_eq!(
        name(Audience::Internal, Format::Json),
        "annual-report-buckinghamshire-2014-15-internal.json"
    );
    assert_eq!(
        name(Audience::Public, Format::Csv),
        "complaints_by_service_overall.csv"
    );
}

#[test]
fn an_unknown_format_names_those_there_are() {
    assert_eq!("PDF".parse::<Format>().unwrap(), Format::Pdf);
    let refused = "docx".parse::<Format>().unwrap_err();
    assert_eq!(
        refused.to_string(),
        "there is no format “docx”: choose html, pdf, csv, json"
    );
}

#[test]
fn an_unsound_document_is_refused_in_every_format() {
    let mut elsewhere = sample::awkward();
    elsewhere.publisher.code = "../bucks".to_owned();
    let mut ragged = sample::awkward();
    let mut twice = sample::awkward();
    let mut undrawable = sample::awkward();
    let table = ragged.sections[1]
        .blocks
        .iter_mut()
        .find_map(table_of)
        .unwrap();
    table.rows[0].cells.pop();
    let again = twice.sections[1].blocks[0].clone();
    twice.sections[1].blocks.push(again);
    if let Block::Chart(chart) = &mut undrawable.sections[1].blocks[1] {
        chart.series[0].bars[0].value = f64::NAN;
    }
    for format in Format::ALL {
        let refused = |document| render(document, format).unwrap_err();
        assert!(matches!(
            refused(&elsewhere),
            PublishError::UnsafeName { .. }
        ));
        assert!(matches!(refused(&ragged), PublishError::RaggedRow { .. }));
        assert!(matches!(refused(&twice), PublishError::UsedTwice { .. }));
        assert!(matches!(
            refused(&undrawable),
            PublishError::UndrawableBar { .. }
        ));
    }
}

fn table_of(block: &mut Block) -> Option<&mut reports::document::Table> {
    match block {
        Block::Table(table) => Some(table),
        Block::Paragraph { .. }
        | Block::Subheading { .. }
        | Block::Bullets { .. }
        | Block::Chart(_) => None,
    }
}

fn charts(document: &Document) -> impl Iterator<Item = &reports::document::Chart> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Chart(chart) => Some(chart),
        Block::Paragraph { .. }
        | Block::Subheading { .. }
        | Block::Bullets { .. }
        | Block::Table(_) => None,
    })
}

fn row_headers(document: &Document) -> usize {
    document
        .tables()
        .map(|table| table.rows.len() + usize::from(table.total.is_some()))
        .sum()
}

fn column_headers(document: &Document) -> usize {
    document.tables().map(|table| table.columns.len() + 1).sum()
}

fn select<'a>(page: &'a Html, selector: &str, attribute: &str) -> Vec<&'a str> {
    let selector = Selector::parse(selector).expect("the selector is a constant of this file");
    page.select(&selector)
        .filter_map(|element| element.value().attr(attribute))
        .collect()
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes
        .windows(wanted.len())
        .filter(|window| *window == wanted)
        .count()
}
