//! The ethnic groups of complainants beside those of the population, by one version of the list alone.

use casework::context::Population as Inhabitants;
use casework::settings::EqualityQuestion;
use views::equality::NonAnswer;

use super::count_table::{CountTable, NO_BASE, WITHHELD, count, percent, share};
use super::drawing::Drawing;
use super::equality_answer::NOT_STATED_ROW;
use super::telling::{Blocks, Telling};
use crate::disclosure::{Book, CellId};
use crate::document::{Block, Cell, Number, Row, Table};
use crate::measures::Population;
use crate::share::{Places, Share};

/// What the table compares.
pub(super) struct EthnicityPopulation {
    groups: Vec<Group>,
    /// Complaints of which the complainant's group is known by today's list.
    known: CellId,
    /// Those answered from another list.
    elsewhere: CellId,
    /// Those of which it is not known.
    not_known: CellId,
    inhabitants: Inhabitants,
    source: String,
    population: String,
}

/// A population that was entered and cannot be compared.
pub(super) struct AnotherList {
    entered: Option<String>,
    today: Option<String>,
}

struct Group {
    label: String,
    complaints: CellId,
    inhabitants: Option<u32>,
}

/// Sets the table of ethnic groups beside the population of the year; `None` where none was entered.
///
/// Source: VOC-7: an answer is never taken for one of another version, and neither is a population.
pub(super) fn enter(
    ethnicity: Option<&CountTable>,
    drawing: &mut Drawing<'_>,
) -> Option<Result<EthnicityPopulation, AnotherList>> {
    let settings = drawing.settings;
    let year = drawing.year.to_string();
    let mut entered = settings.report.populations.iter();
    let entered = entered.find(|entered| entered.year == year)?;
    let today = settings.equality.versions.get(&EqualityQuestion::Ethnicity);
    if entered.population.version.as_ref() != today {
        let written =
            |version: Option<&casework::settings::ListVersion>| version.map(ToString::to_string);
        return Some(Err(AnotherList {
            entered: written(entered.population.version.as_ref()),
            today: written(today),
        }));
    }
    let list = &settings.equality.ethnicity;
    let (mut groups, mut elsewhere, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
    for row in &ethnicity?.rows {
        let entry = list.0.iter().find(|entry| entry.code.as_str() == row.code);
        match entry {
            Some(entry) if !NonAnswer::is_meant_by(&entry.code) => groups.push(Group {
                label: row.label.clone(),
                complaints: row.cell,
                inhabitants: entered.population.of(&row.code),
            }),
            Some(_) => not_known.push(row.cell),
            None if row.code == NOT_STATED_ROW => not_known.push(row.cell),
            None => elsewhere.push(row.cell),
        }
    }
    let ledger = &mut *drawing.ledger;
    let mut summed = |parts: Vec<CellId>| {
        let told = parts.into_iter().map(|part| ledger.told_elsewhere(part));
        let parts: Vec<CellId> = told.collect();
        let sum = parts.iter().map(|part| ledger.count(*part)).sum();
        let sum = ledger.enter(sum);
        ledger.adds_up(sum, parts);
        sum
    };
    let known = summed(groups.iter().map(|group| group.complaints).collect());
    let elsewhere = summed(elsewhere);
    let not_known = summed(not_known);
    let parts = vec![known, elsewhere, not_known];
    drawing.ledger.adds_up(drawing.cohorts.received, parts);
    Some(Ok(EthnicityPopulation {
        groups,
        known,
        elsewhere,
        not_known,
        inhabitants: entered.population.clone(),
        source: entered.source.clone(),
        population: Population::Stage1Received.line(drawing.year),
    }))
}

impl EthnicityPopulation {
    fn table(&self, book: &Book) -> Table {
        let base = match book.shown(self.known) {
            Some(known) => format!("% of {known}"),
            None => "% of those known".to_owned(),
        };
        Table {
            id: "ethnicity_population".to_owned(),
            caption: "Ethnic group of complainants beside the population".to_owned(),
            population: self.population.clone(),
            row_heading: "Ethnic group".to_owned(),
            columns: vec![
                "Complaints".to_owned(),
                base,
                self.inhabitants.ages.label().to_owned(),
                format!("% of {}", self.inhabitants.all),
            ],
            rows: self
                .groups
                .iter()
                .map(|group| self.row(group, book))
                .collect(),
            total: None,
            notes: self.notes(book),
        }
    }

    fn row(&self, group: &Group, book: &Book) -> Row {
        let known = "complaints of which the group is known";
        Row {
            label: group.label.clone(),
            cells: vec![
                count(book.shown(group.complaints)),
                percent(share(
                    book,
                    group.complaints,
                    self.known,
                    known,
                    Places::None,
                )),
                inhabitants(group.inhabitants),
                self.part_of_all(group.inhabitants),
            ],
        }
    }

    /// A population is public, so none of it is withheld.
    fn part_of_all(&self, count: Option<u32>) -> Cell {
        let all = i64::from(self.inhabitants.all);
        let share = count.map(|count| {
            Share::of(i64::from(count), all, "the population", Places::None).ok_or(NO_BASE)
        });
        share.map_or_else(|| inhabitants(None), percent)
    }

    fn notes(&self, book: &Book) -> Vec<String> {
        let how_many = |cell| {
            book.shown(cell)
                .map_or(WITHHELD.to_owned(), |count: i64| count.to_string())
        };
        let mut notes = vec![format!(
            "The first complainant of each complaint. The group of {} is known; left out are {} of which it is not{}.",
            how_many(self.known),
            how_many(self.not_known),
            if book.shown(self.elsewhere) == Some(0) {
                String::new()
            } else {
                format!(
                    ", and {} answered from another version of the list",
                    how_many(self.elsewhere)
                )
            }
        )];
        let list = self.inhabitants.version.as_ref();
        notes.push(format!(
            "Both by the list of ethnic groups {}. Population: {}.",
            list.map_or("of today, which has no version".to_owned(), |version| {
                format!("“{version}”")
            }),
            self.source.trim_end_matches('.')
        ));
        let (in_groups, all) = (
            self.inhabitants.in_groups(),
            u64::from(self.inhabitants.all),
        );
        if in_groups > all {
            notes.push(format!(
                "The groups of the population come to {in_groups}, more than the {all} there are: one of the numbers is wrong, and the shares of the population cannot be relied on."
            ));
        } else if in_groups < all {
            notes.push(format!(
                "{} of the {all} are in none of these groups, or it is not known in which.",
                all - in_groups
            ));
        }
        notes.push(
            "Complainants are mostly parents, and few: a difference says where to look, and nothing of its cause."
                .to_owned(),
        );
        notes
    }
}

impl Telling<'_> {
    /// The largest group as it has been published, and the comparison, or why there is none.
    pub(super) fn ethnicity_beside_the_population(&self, blocks: &mut Blocks) {
        let share = self.figures.share("white_british_share");
        if share.is_some_and(|share| share.numerator() > 0) {
            blocks.tell(self.with_before("white_british_share", |share| {
                format!("{share} were by a complainant known to be White British")
            }));
        }
        match &self.drawn.ethnicity_population {
            None => {}
            Some(Ok(beside)) => blocks.0.push(Block::Table(beside.table(self.book))),
            Some(Err(lists)) => {
                let name = |version: &Option<String>| {
                    version
                        .as_ref()
                        .map_or("a list without a version".to_owned(), |version| {
                            format!("the list “{version}”")
                        })
                };
                blocks.tell(Some(format!(
                    "Complainants are not set beside the population: it was entered by {}, and they are asked by {}. Groups of two lists are not the same groups.",
                    name(&lists.entered),
                    name(&lists.today)
                )));
            }
        }
    }
}

fn inhabitants(count: Option<u32>) -> Cell {
    Cell {
        value: count.map(|count| Number::Whole(i64::from(count))),
        shown: count.map_or_else(|| "not entered".to_owned(), |count| count.to_string()),
    }
}
