//! What the council published about the reconstructed year: the figures the records are made to show
//! and the report is compared with.

use std::collections::BTreeMap;

use casework::context::ContextMeasure;
use casework::settings::{Code, ReportingYear};
use serde::Deserialize;

/// The settings of the demonstration council: its lists in the words of its report.
pub const BUCKINGHAMSHIRE: &str = include_str!("../data/buckinghamshire.toml");

const FIGURES: &str = include_str!("../data/buckinghamshire-2014-15.toml");

/// A published year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedYear {
    /// Where it was published.
    pub source: String,
    /// The reporting year, such as `2014-15`.
    pub year: ReportingYear,
    /// Single numbers by name.
    pub counts: BTreeMap<String, u32>,
    /// Populations the figures are set against.
    pub context: BTreeMap<ContextMeasure, u32>,
    /// Figures of earlier years as printed, by measure.
    pub earlier: BTreeMap<ReportingYear, BTreeMap<String, String>>,
    /// The tables as printed.
    #[serde(rename = "table")]
    pub tables: Vec<PublishedTable>,
    /// The percentages of the text.
    #[serde(rename = "figure")]
    pub figures: Vec<PublishedFigure>,
}

/// A table as printed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedTable {
    /// The table's id.
    pub id: String,
    /// Whether it agrees with the others.
    pub agreement: Agreement,
    /// The total, where one is printed.
    pub printed_total: Option<u32>,
    /// What does not agree.
    #[serde(default)]
    pub note: String,
    /// The rows in order.
    pub rows: Vec<PublishedRow>,
}

/// Whether a published table agrees with the rest of its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// It does.
    Exact,
    /// It does not, and is shown as printed all the same.
    AsPrinted,
}

/// A row as printed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedRow {
    /// The code of the entry it counts.
    pub code: String,
    /// The label.
    pub label: String,
    /// The count.
    pub value: u32,
    /// The percentage beside it, where one is printed.
    pub percent: Option<u32>,
}

/// A percentage of the text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedFigure {
    /// The measure's id.
    pub id: String,
    /// What was counted.
    pub numerator: i64,
    /// Out of what.
    pub denominator: i64,
    /// As printed.
    pub printed: String,
    /// Whether what is printed follows from the two counts.
    #[serde(default = "yes")]
    pub agrees: bool,
}

impl PublishedYear {
    /// Buckinghamshire's year 2014/15.
    ///
    /// # Panics
    ///
    /// Never: the file is part of the program and is read by a test.
    pub fn buckinghamshire() -> Self {
        toml::from_str(FIGURES).expect("the published figures are part of the program")
    }

    /// A single number.
    ///
    /// # Panics
    ///
    /// When the file has no number of this name: a mistake in the program.
    pub fn count(&self, name: &str) -> u32 {
        *self
            .counts
            .get(name)
            .unwrap_or_else(|| panic!("{name} is not among the published figures"))
    }

    /// A table.
    ///
    /// # Panics
    ///
    /// When the file has no table with this id: a mistake in the program.
    pub fn table(&self, id: &str) -> &PublishedTable {
        let table = self.tables.iter().find(|table| table.id == id);
        table.unwrap_or_else(|| panic!("{id} is not among the published tables"))
    }
}

impl PublishedTable {
    /// The code of every row, as often as the row counts.
    pub fn codes(&self) -> Vec<Code> {
        let rows = self.rows.iter();
        rows.flat_map(|row| std::iter::repeat_n(Code::new(row.code.as_str()), row.value as usize))
            .collect()
    }

    /// The count of a row; 0 when there is none.
    pub fn value(&self, code: &str) -> u32 {
        self.rows
            .iter()
            .find(|row| row.code == code)
            .map_or(0, |row| row.value)
    }

    /// What the rows come to.
    pub fn sum(&self) -> u32 {
        self.rows.iter().map(|row| row.value).sum()
    }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use casework::settings::{List, Settings};

    use super::*;

    fn settings() -> Settings {
        toml::from_str(BUCKINGHAMSHIRE).expect("the settings can be read")
    }

    #[test]
    fn the_settings_have_no_problems() {
        assert_eq!(settings().problems(), Vec::<String>::new());
    }

    #[test]
    fn a_printed_total_is_what_its_rows_come_to() {
        for table in PublishedYear::buckinghamshire().tables {
            assert!(
                table.printed_total.is_none_or(|total| total == table.sum()),
                "{}",
                table.id
            );
        }
    }

    #[test]
    fn tables_that_agree_come_to_the_complaints_and_the_others_do_not() {
        let published = PublishedYear::buckinghamshire();
        let complaints = published.count("stage1_complaints");
        for id in [
            "complaints_by_service",
            "complaints_by_issue",
            "outcomes_stage1",
            "timescale_stage1",
        ] {
            assert_eq!(published.table(id).sum(), complaints, "{id}");
        }
        let sums =
            ["complaints_by_representative", "gender", "age"].map(|id| published.table(id).sum());
        assert_eq!(sums, [64, 39, 70]);
    }

    /// Each list of the settings has the rows of its table: same codes, same words, same order.
    #[test]
    fn the_lists_are_those_of_the_published_tables() {
        let (published, settings) = (PublishedYear::buckinghamshire(), settings());
        let lists: [(&str, &List); 11] = [
            ("complaints_by_service", &settings.services),
            ("compliments_by_service", &settings.compliment_services),
            ("complaints_by_issue", &settings.categories),
            ("complaints_by_representative", &settings.capacities),
            ("outcomes_stage1", &settings.outcomes),
            ("timescale_stage1", &settings.timescale_bands),
            ("lgo_decisions", &settings.ombudsman_decisions),
            ("gender", &settings.equality.gender),
            ("ethnicity", &settings.equality.ethnicity),
            ("religion", &settings.equality.religion),
            ("disability", &settings.equality.disability),
        ];
        for (id, list) in lists {
            let printed = published
                .table(id)
                .rows
                .iter()
                .map(|row| (row.code.as_str(), row.label.as_str()));
            let listed = list
                .0
                .iter()
                .map(|entry| (entry.code.as_str(), entry.label.as_str()));
            assert!(printed.eq(listed), "{id}");
        }
    }

    #[test]
    fn percentages_follow_from_their_counts_where_they_agree() {
        for figure in PublishedYear::buckinghamshire().figures {
            let tenths = (figure.numerator * 2000 + figure.denominator) / (2 * figure.denominator);
            let whole = format!(
                "{}%",
                (figure.numerator * 200 + figure.denominator) / (2 * figure.denominator)
            );
            let follows = figure.printed == whole
                || figure.printed == format!("{}.{}%", tenths / 10, tenths % 10);
            assert_eq!(follows, figure.agrees, "{}", figure.id);
        }
    }
}
