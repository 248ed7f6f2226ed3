//! What people write in the report stands in its place, for everybody, as it was typed.

#![expect(
    clippy::unwrap_used,
    reason = "a fixture that is not as expected fails the test"
)]
#![expect(dead_code, reason = "the small council is shared with other tests")]

mod small_council;

use casework::annual_report::PassageKind;
use casework::settings::Code;
use reports::annual_report::{OpenedPassage, Tally};
use reports::document::{Audience, Block, Document};
use small_council::{AS_AT, lines, settings, year};

fn passage(kind: PassageKind, text: &str) -> OpenedPassage {
    OpenedPassage {
        source: kind
            .has_source()
            .then(|| "A survey of young people".to_owned()),
        kind,
        text: text.to_owned(),
    }
}

fn example(category: &str, text: &str) -> OpenedPassage {
    let category = Code::new(category);
    passage(PassageKind::Example { category }, text)
}

fn report(passages: Vec<OpenedPassage>, audience: Audience) -> Document {
    let mut tally = Tally::new(&settings(), year()).with_passages(passages);
    for line in lines() {
        tally.count(&line);
    }
    tally.finish(AS_AT, audience)
}

fn whole() -> Vec<OpenedPassage> {
    vec![
        passage(PassageKind::Recommendation, "To note it."),
        passage(PassageKind::Introduction, "Why we report.\n\nAnd to whom."),
        example("staff_conduct", "Somebody was rude,\nand said sorry."),
        example("gone", "One of a category that left the list."),
        example("delay", "A letter came late."),
        example("delay", "A call was not returned."),
        passage(PassageKind::Evidence, "Young people say the same."),
        passage(PassageKind::GoesWell, "- answers\n- apologies"),
        passage(PassageKind::ToImprove, "Time."),
        passage(PassageKind::Focus, "Training."),
        passage(PassageKind::Recommendation, "To ask <b>again</b>."),
    ]
}

fn ids(document: &Document) -> Vec<&str> {
    let sections = document.sections.iter();
    sections.map(|section| section.id.as_str()).collect()
}

/// A section as it is read, tables and charts by their ids.
fn read(document: &Document, id: &str) -> Vec<String> {
    let mut sections = document.sections.iter();
    let section = sections.find(|section| section.id == id).unwrap();
    let read = section.blocks.iter().map(|block| match block {
        Block::Paragraph { text } => text.clone(),
        Block::Subheading { text } => format!("# {text}"),
        Block::Bullets { items } => format!("- {}", items.join(" - ")),
        Block::Table(table) => format!("[{}]", table.id),
        Block::Chart(chart) => format!("<{}>", chart.id),
    });
    read.collect()
}

#[test]
fn a_passage_stands_in_its_place_in_both_editions() {
    for audience in [Audience::Public, Audience::Internal] {
        let document = report(whole(), audience);
        let ids = ids(&document);
        let place = |id: &str| ids.iter().position(|other| *other == id).unwrap();
        let order = [
            "introduction",
            "summary",
            "what-about",
            "evidence-from-elsewhere",
            "equality-monitoring",
            "what-goes-well",
            "what-to-improve",
            "next-year",
            "recommendations",
            "how-counted",
        ];
        assert!(order.is_sorted_by_key(|id| place(id)), "{ids:?}");
        assert_eq!(place("introduction"), 0);
        assert_eq!(
            read(&document, "introduction"),
            ["Why we report.", "And to whom."]
        );
        assert_eq!(
            read(&document, "evidence-from-elsewhere"),
            [
                "Young people say the same.",
                "Source: A survey of young people"
            ]
        );
        assert_eq!(read(&document, "what-goes-well"), ["- answers - apologies"]);
        assert_eq!(
            read(&document, "recommendations"),
            [
                "# Recommendation 1",
                "To note it.",
                "# Recommendation 2",
                "To ask <b>again</b>."
            ]
        );
    }
}

#[test]
fn examples_stand_under_the_table_of_what_complaints_were_about_in_the_order_of_the_list() {
    let about = read(&report(whole(), Audience::Public), "what-about");
    let table = about
        .iter()
        .position(|block| block == "[complaints_by_issue]")
        .unwrap();
    let examples = about
        .iter()
        .position(|block| block == "# Examples of what complaints were about")
        .unwrap();
    assert!(table < examples, "{about:?}");
    assert_eq!(
        about[examples + 1..examples + 7],
        [
            "Delay:",
            "- A letter came late. - A call was not returned.",
            "Conduct of staff:",
            "- Somebody was rude, and said sorry.",
            "gone:",
            "- One of a category that left the list.",
        ]
    );
}

#[test]
fn what_is_not_written_has_no_section_and_only_the_internal_edition_says_so_in_a_line() {
    let some = || vec![passage(PassageKind::Focus, "Training.")];
    let public = report(some(), Audience::Public);
    for id in [
        "introduction",
        "evidence-from-elsewhere",
        "what-goes-well",
        "recommendations",
    ] {
        assert!(!ids(&public).contains(&id), "{id}");
    }
    let about = read(&public, "what-about");
    assert!(
        !about.iter().any(|block| block.starts_with('#')),
        "{about:?}"
    );
    let said = |document: &Document| {
        let counted = read(document, "how-counted");
        counted
            .into_iter()
            .filter(|block| block.starts_with("Not written"))
            .collect::<Vec<_>>()
    };
    assert!(said(&public).is_empty());
    assert_eq!(
        said(&report(some(), Audience::Internal)),
        [
            "Not written for this report: an introduction, examples of what complaints were about, evidence from elsewhere, what \
          goes well, what to improve, recommendations to the committee."
        ]
    );
    assert!(said(&report(whole(), Audience::Internal)).is_empty());
}
