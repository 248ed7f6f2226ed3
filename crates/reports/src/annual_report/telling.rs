//! What every section is told with: the disclosed book, and the sentences and charts sections share.

use casework::settings::{ReportingYear, Settings};

use super::complaints_by_unit::AreaContext;
use super::count_table::CountTable;
use super::drawn::Drawn;
use super::earlier::{published, written};
use super::figures::Figures;
use super::passages::Passages;
use super::volumes_by_stage::bar;
use crate::disclosure::{Book, CellId};
use crate::document::{Audience, Block, Chart, Section, Series};
use crate::sentences::{bars, compared, counted, leading};
use crate::share::{Places, Share};

/// What is told, and to whom.
pub(super) struct Telling<'a> {
    pub settings: &'a Settings,
    pub year: ReportingYear,
    pub audience: Audience,
    pub book: &'a Book,
    pub drawn: &'a Drawn,
    pub figures: &'a Figures,
    pub areas: &'a [AreaContext],
    pub passages: &'a Passages,
}

/// The blocks of a section as they are written, leaving out what cannot be said.
#[derive(Default)]
pub(super) struct Blocks(pub(super) Vec<Block>);

impl Telling<'_> {
    /// "There were 62 statutory complaints, 1 more than the 61 published for 2013/14."
    pub(super) fn number(&self, id: &str, one: &str, many: &str) -> Option<String> {
        let now: i64 = self.figures.shown(id)?.parse().ok()?;
        let verb = if now == 1 { "was" } else { "were" };
        let text = format!("There {verb} {}", counted(now, one, many));
        let year = self.year.before();
        let before = published(self.settings, year, id).and_then(|figure| figure.value);
        Some(match before {
            Some(before) => format!(
                "{text}, {} the {before} published for {}.",
                compared(now, before),
                written(year)
            ),
            None => format!("{text}."),
        })
    }

    /// The mean and the median of a stage, with the mean published the year before.
    pub(super) fn average(&self, what: &str, mean: &str, median: &str) -> Option<String> {
        let (shown, middle) = (self.figures.shown(mean)?, self.figures.shown(median)?);
        let before = self.before(mean).map(|before| format!("; {before}"));
        Some(format!(
            "On average {what} took {shown} working days; the median was {middle}{}.",
            before.unwrap_or_default()
        ))
    }

    /// What was published for the year before, in its own words, since its base may differ.
    pub(super) fn before(&self, id: &str) -> Option<String> {
        let year = self.year.before();
        let figure = published(self.settings, year, id)?;
        Some(format!(
            "{} was published for {}",
            figure.shown,
            written(year)
        ))
    }

    /// A table with a sentence on what leads it before, and a chart after.
    pub(super) fn ranked(
        &self,
        blocks: &mut Blocks,
        table: &CountTable,
        subject: &str,
        what: &str,
        base: &'static str,
    ) {
        let of = |count| self.of(table.share.map(|share| share.cell)?, count, base);
        blocks.tell(leading(subject, &table.ranking(self.book), of));
        self.table(blocks, table);
        self.chart(blocks, table, what);
    }

    fn of(&self, whole: CellId, count: i64, base: &'static str) -> Option<Share> {
        let whole = self
            .book
            .shown(whole)
            .filter(|whole| self.book.is_base(*whole))?;
        Share::of(count, whole, base, Places::None)
    }

    pub(super) fn table(&self, blocks: &mut Blocks, table: &CountTable) {
        blocks.0.push(Block::Table(table.table(
            self.book,
            self.settings,
            self.year,
        )));
    }

    /// A chart of a table's counts, unless the table withholds any or has nothing to draw.
    pub(super) fn chart(&self, blocks: &mut Blocks, table: &CountTable, what: &str) {
        let ranking = table.ranking(self.book);
        if !table.is_open(self.book) || ranking.highest().is_none() {
            return;
        }
        blocks.0.push(Block::Chart(Chart {
            id: table.id.to_owned(),
            table: table.id.to_owned(),
            title: table.caption.clone(),
            alternative: bars(what, &ranking),
            unit: table.unit.to_lowercase(),
            series: vec![Series {
                name: written(self.year),
                bars: ranking
                    .rows
                    .iter()
                    .filter_map(|row| Some(bar(row.label, row.count?)))
                    .collect(),
            }],
        }));
    }
}

impl Blocks {
    pub(super) fn tell(&mut self, text: Option<String>) {
        self.0.extend(text.map(|text| Block::Paragraph { text }));
    }

    pub(super) fn subheading(&mut self, text: &str) {
        self.0.push(Block::Subheading {
            text: text.to_owned(),
        });
    }

    pub(super) fn bullets(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.0.push(Block::Bullets { items });
        }
    }
}

/// A section of blocks.
pub(super) fn section(id: &str, heading: &str, blocks: Blocks) -> Section {
    Section {
        id: id.to_owned(),
        heading: heading.to_owned(),
        blocks: blocks.0,
    }
}
