//! What the council published about the reconstructed year: the figures the records are made to show
//! and the report is compared with.

use std::collections::BTreeMap;

use casework::context::ContextMeasure;
use casework::settings::{Code, ReportingYear};
use serde::Deserialize;

/// A council whose published year is reconstructed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Council {
    /// Buckinghamshire, 2014/15.
    Buckinghamshire,
    /// Surrey, 2015/16.
    Surrey,
}

impl Council {
    /// Every one, in the order a demonstration makes them.
    pub const ALL: [Self; 2] = [Self::Buckinghamshire, Self::Surrey];

    /// The code it is served under, as its settings say.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Buckinghamshire => "buckinghamshire",
            Self::Surrey => "surrey",
        }
    }

    /// Its settings as a file: its lists in the words of its report.
    pub const fn settings(self) -> &'static str {
        match self {
            Self::Buckinghamshire => include_str!("../data/buckinghamshire.toml"),
            Self::Surrey => include_str!("../data/surrey.toml"),
        }
    }

    /// What it published.
    ///
    /// # Panics
    ///
    /// Never: the file is part of the program and is read by a test.
    pub fn published(self) -> PublishedYear {
        let figures = match self {
            Self::Buckinghamshire => include_str!("../data/buckinghamshire-2014-15.toml"),
            Self::Surrey => include_str!("../data/surrey-2015-16.toml"),
        };
        toml::from_str(figures).expect("the published figures are part of the program")
    }
}

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
    /// What was printed and is not drawn from the records, each with the reason.
    #[serde(default)]
    pub not_drawn: Vec<NotDrawn>,
}

/// A printed figure that no report draws from the records.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotDrawn {
    /// What was printed.
    pub figure: String,
    /// Why it is not drawn.
    pub reason: String,
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
    /// Not all of its cells are known: those that are agree.
    InPart,
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
    /// What the records make of a row that was printed as one, or of which the cells are lost; none for a row
    /// that is one of theirs. The split is invented.
    #[serde(default)]
    pub parts: Vec<PublishedPart>,
}

/// A part of a printed row.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedPart {
    /// The code of the entry it counts.
    pub code: String,
    /// The count.
    pub value: u32,
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
    /// The code of every row, or of each of its parts, as often as it counts.
    pub fn codes(&self) -> Vec<Code> {
        let counts = self.rows.iter().flat_map(PublishedRow::counts);
        counts
            .flat_map(|(code, count)| std::iter::repeat_n(Code::new(code), count as usize))
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

impl PublishedRow {
    /// What the records count for it: itself, or its parts.
    pub fn counts(&self) -> Vec<(&str, u32)> {
        if self.parts.is_empty() {
            vec![(self.code.as_str(), self.value)]
        } else {
            let parts = self.parts.iter();
            parts.map(|part| (part.code.as_str(), part.value)).collect()
        }
    }
}

fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use casework::settings::{List, Settings};

    use super::*;

    fn settings(council: Council) -> Settings {
        toml::from_str(council.settings()).expect("the settings can be read")
    }

    #[test]
    fn a_council_is_served_under_the_code_of_its_settings() {
        for council in Council::ALL {
            assert_eq!(council.code(), settings(council).code.as_str());
        }
    }

    #[test]
    fn the_settings_have_no_problems() {
        for council in Council::ALL {
            assert_eq!(settings(council).problems(), Vec::<String>::new());
        }
    }

    #[test]
    fn a_printed_total_is_what_its_rows_come_to_and_a_row_what_its_parts_do() {
        for table in Council::ALL
            .into_iter()
            .flat_map(|council| council.published().tables)
        {
            let rows = &table.rows;
            assert!(
                table.printed_total.is_none_or(|total| total == table.sum()),
                "{}",
                table.id
            );
            for row in rows {
                let counted: u32 = row.counts().iter().map(|(_, count)| count).sum();
                assert_eq!(counted, row.value, "{}, {}", table.id, row.label);
            }
        }
    }

    #[test]
    fn tables_that_agree_come_to_the_complaints_and_the_others_do_not() {
        let published = Council::Buckinghamshire.published();
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
        let (published, settings) = (
            Council::Buckinghamshire.published(),
            settings(Council::Buckinghamshire),
        );
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
        for figure in Council::ALL
            .into_iter()
            .flat_map(|council| council.published().figures)
        {
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

    /// The page for readers lists what is not drawn, and nothing else, in the same order.
    #[test]
    fn what_is_not_drawn_stands_in_the_documentation() {
        let page = include_str!("../../../docs/figures.md");
        let documented: Vec<&str> = page
            .lines()
            .filter(|line| {
                line.starts_with("| ")
                    && !line.starts_with("| Figure")
                    && !line.starts_with("| ---")
            })
            .collect();
        let listed: Vec<String> = Council::ALL
            .into_iter()
            .flat_map(|council| council.published().not_drawn)
            .map(|NotDrawn { figure, reason }| format!("| {figure} | {reason} |"))
            .collect();
        assert_eq!(documented, listed);
    }
}
