//! What people wrote in the report, in its place among the figures.
//!
//! A passage is plain text: an empty line ends a paragraph, lines that begin with a hyphen are a list, and nothing that
//! was typed is markup.

use casework::annual_report::PassageKind;
use casework::settings::{Code, Settings};

use super::drawing::words;
use super::telling::Blocks;
use crate::document::Block;

/// A passage of the year as it stands, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedPassage {
    /// What it is.
    pub kind: PassageKind,
    /// The words.
    pub text: String,
    /// Where it comes from, if its kind says so.
    pub source: Option<String>,
}

/// The passages of the year, each kind in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Passages(pub(super) Vec<OpenedPassage>);

impl Passages {
    /// What was written of a kind that a report has once.
    pub(super) fn one(&self, kind: &PassageKind) -> Blocks {
        let of_kind = self.0.iter().filter(|passage| passage.kind == *kind);
        Blocks(of_kind.flat_map(|passage| written(&passage.text)).collect())
    }

    /// The examples under what complaints were about, in the order of the authority’s list.
    pub(super) fn examples(&self, settings: &Settings) -> Blocks {
        let mut categories: Vec<&Code> = settings
            .categories
            .0
            .iter()
            .map(|entry| &entry.code)
            .collect();
        let examples = self.0.iter().filter_map(|passage| match &passage.kind {
            PassageKind::Example { category } => Some((category, passage)),
            PassageKind::Introduction
            | PassageKind::Evidence
            | PassageKind::GoesWell
            | PassageKind::ToImprove
            | PassageKind::Focus
            | PassageKind::Recommendation => None,
        });
        let examples: Vec<(&Code, &OpenedPassage)> = examples.collect();
        // One of a category that has left the list since stands all the same.
        for (category, _) in &examples {
            if !categories.contains(category) {
                categories.push(category);
            }
        }
        let mut blocks = Blocks::default();
        for category in categories {
            let of_it = examples.iter().filter(|(of, _)| *of == category);
            let items: Vec<String> = of_it
                .map(|(_, passage)| in_one_line(&passage.text))
                .collect();
            if items.is_empty() {
                continue;
            }
            if blocks.0.is_empty() {
                blocks.subheading("Examples of what complaints were about");
            }
            let label = words(&settings.categories, category.as_str(), category.as_str());
            blocks.tell(Some(format!("{label}:")));
            blocks.bullets(items);
        }
        blocks
    }

    /// What is known from elsewhere, each with its source.
    pub(super) fn evidence(&self) -> Blocks {
        let mut blocks = Blocks::default();
        for passage in self
            .0
            .iter()
            .filter(|passage| passage.kind == PassageKind::Evidence)
        {
            blocks.0.extend(written(&passage.text));
            let source = passage.source.as_deref().map(in_one_line);
            blocks.tell(source.map(|source| format!("Source: {source}")));
        }
        blocks
    }

    /// What the committee is asked for, numbered.
    pub(super) fn recommendations(&self) -> Blocks {
        let mut blocks = Blocks::default();
        let all = self.0.iter();
        let recommended = all.filter(|passage| passage.kind == PassageKind::Recommendation);
        for (number, passage) in (1..).zip(recommended) {
            blocks.subheading(&format!("Recommendation {number}"));
            blocks.0.extend(written(&passage.text));
        }
        blocks
    }

    /// Which kinds the report has none of, in a line.
    pub(super) fn missing(&self) -> Option<String> {
        let is_missing = |code: &&str| self.0.iter().all(|passage| passage.kind.code() != *code);
        let missing: Vec<&str> = PassageKind::CODES
            .iter()
            .filter(|code| is_missing(code))
            .filter_map(|code| called(code))
            .collect();
        (!missing.is_empty())
            .then(|| format!("Not written for this report: {}.", missing.join(", ")))
    }
}

/// What a kind is called in the line that says what is missing.
fn called(code: &str) -> Option<&'static str> {
    let kind = PassageKind::read(code, Some(Code::new("")))?;
    Some(match kind {
        PassageKind::Introduction => "an introduction",
        PassageKind::Example { .. } => "examples of what complaints were about",
        PassageKind::Evidence => "evidence from elsewhere",
        PassageKind::GoesWell => "what goes well",
        PassageKind::ToImprove => "what to improve",
        PassageKind::Focus => "the focus of next year",
        PassageKind::Recommendation => "recommendations to the committee",
    })
}

/// A text as the blocks of a section.
fn written(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut ended = true;
    for line in text.lines().map(in_one_line) {
        let item = ["- ", "– ", "• ", "* "]
            .iter()
            .find_map(|mark| line.strip_prefix(mark));
        match (blocks.last_mut(), item) {
            _ if line.is_empty() => {
                ended = true;
                continue;
            }
            (Some(Block::Bullets { items }), Some(item)) => items.push(item.to_owned()),
            (_, Some(item)) => blocks.push(Block::Bullets {
                items: vec![item.to_owned()],
            }),
            (Some(Block::Paragraph { text }), None) if !ended => {
                text.push(' ');
                text.push_str(&line);
            }
            (Some(Block::Bullets { items }), None) if !ended => {
                if let Some(last) = items.last_mut() {
                    last.push(' ');
                    last.push_str(&line);
                }
            }
            (_, None) => blocks.push(Block::Paragraph { text: line }),
        }
        ended = false;
    }
    blocks
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_ends_a_paragraph_hyphens_make_a_list_and_nothing_is_markup() {
        let told = |text: &str| -> Vec<String> {
            let told = written(text).into_iter().map(|block| match block {
                Block::Paragraph { text } => format!("p {text}"),
                Block::Bullets { items } => format!("b {}", items.join("|")),
                Block::Subheading { .. } | Block::Table(_) | Block::Chart(_) => "?".to_owned(),
            });
            told.collect()
        };
        for (text, blocks) in [
            ("", &[][..]),
            ("  \r\n \r\n", &[]),
            ("One line\r\nand its end.", &["p One line and its end."]),
            ("One.\n\nTwo.", &["p One.", "p Two."]),
            (
                "What helps:\n- time\n- a\n  name\n\nThen on.",
                &["p What helps:", "b time|a name", "p Then on."],
            ),
            ("- one\n\n- two", &["b one|two"]),
            ("* one\n• two\n-none", &["b one|two -none"]),
            ("<b>#panic(1)</b> *x* -", &["p <b>#panic(1)</b> *x* -"]),
        ] {
            assert_eq!(told(text), blocks, "{text:?}");
        }
    }
}
