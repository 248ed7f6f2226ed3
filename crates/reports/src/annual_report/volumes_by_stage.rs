//! How much there was at each stage, this year and in earlier years as published.

use casework::settings::{ReportingYear, Settings};

use super::count_table::count;
use super::earlier::{cell, published, written, years};
use crate::disclosure::{Book, CellId};
use crate::document::{Bar, Chart, Row, Series, Table};
use crate::measures::measure;
use crate::sentences::joined;

/// The measures shown year by year and their counts this year.
#[derive(Clone, Debug)]
pub(super) struct Volumes(pub Vec<(&'static str, CellId)>);

impl Volumes {
    fn ids(&self) -> Vec<&'static str> {
        self.0.iter().map(|(id, _)| *id).collect()
    }

    /// The table, this year first.
    pub(super) fn table(&self, book: &Book, settings: &Settings, year: ReportingYear) -> Table {
        let earlier = years(settings, year, &self.ids());
        let mut notes: Vec<String> =
            vec!["Each row is another population, so rows do not add up.".to_owned()];
        let mut sources: Vec<&str> = settings
            .report
            .published
            .iter()
            .filter(|figure| self.ids().contains(&figure.measure.as_str()))
            .map(|figure| figure.source.as_str())
            .collect();
        sources.sort_unstable();
        sources.dedup();
        if !earlier.is_empty() {
            notes.push(format!(
                "Earlier years are shown as they were published: {}.",
                sources.join("; ")
            ));
        }
        notes.extend(
            settings
                .report
                .notes
                .iter()
                .filter(|note| note.table == "volumes_by_stage" && note.year == year.to_string())
                .map(|note| note.note.clone()),
        );
        Table {
            id: "volumes_by_stage".to_owned(),
            caption: "Complaints at each stage, compliments and Ombudsman decisions".to_owned(),
            population: format!(
                "Counts each row by its own definition, given at the end of this report, for {}{}.",
                written(year),
                if earlier.is_empty() {
                    ""
                } else {
                    " and earlier years"
                }
            ),
            row_heading: "Measure".to_owned(),
            columns: std::iter::once(year)
                .chain(earlier.iter().copied())
                .map(written)
                .collect(),
            rows: self
                .0
                .iter()
                .map(|(id, this_year)| Row {
                    label: title(id).to_owned(),
                    cells: std::iter::once(count(book.shown(*this_year)))
                        .chain(
                            earlier
                                .iter()
                                .map(|year| cell(published(settings, *year, id))),
                        )
                        .collect(),
                })
                .collect(),
            total: None,
            notes,
        }
    }

    /// The rows of which every year may be shown, as bars, oldest year first. Rows are populations of
    /// their own, so one that is left out does not distort the others.
    pub(super) fn chart(
        &self,
        book: &Book,
        settings: &Settings,
        year: ReportingYear,
    ) -> Option<Chart> {
        let mut earlier = years(settings, year, &self.ids());
        earlier.reverse();
        let drawn: Vec<(&'static str, i64)> = self
            .0
            .iter()
            .filter(|(id, _)| {
                earlier.iter().all(|year| {
                    published(settings, *year, id).is_some_and(|figure| figure.value.is_some())
                })
            })
            .filter_map(|(id, cell)| Some((*id, book.shown(*cell)?)))
            .collect();
        if drawn.is_empty() {
            return None;
        }
        let mut series: Vec<Series> = earlier
            .iter()
            .map(|year| Series {
                name: written(*year),
                bars: drawn
                    .iter()
                    .filter_map(|(id, _)| {
                        published(settings, *year, id)?
                            .value
                            .map(|value| (*id, value))
                    })
                    .map(|(id, value)| bar(title(id), value))
                    .collect(),
            })
            .collect();
        series.push(Series {
            name: written(year),
            bars: drawn
                .iter()
                .map(|(id, count)| bar(title(id), *count))
                .collect(),
        });
        let lines: Vec<String> = drawn
            .iter()
            .map(|(id, count)| {
                let before = earlier
                    .iter()
                    .filter_map(|year| published(settings, *year, id)?.value);
                let path: Vec<String> = before
                    .chain([*count])
                    .map(|value| value.to_string())
                    .collect();
                format!("{} went {}", title(id), path.join(", "))
            })
            .collect();
        let alternative = if earlier.is_empty() {
            let lines: Vec<String> = drawn
                .iter()
                .map(|(id, count)| format!("{} {count}", title(id)))
                .collect();
            format!("A bar chart of the year’s volumes: {}.", joined(&lines))
        } else {
            format!(
                "A bar chart with a bar for each year from {} to {}: {}.",
                written(earlier[0]),
                written(year),
                lines.join("; ")
            )
        };
        Some(Chart {
            id: "volumes_by_stage".to_owned(),
            table: "volumes_by_stage".to_owned(),
            title: "Volumes by year".to_owned(),
            alternative,
            unit: "how many there were in the year".to_owned(),
            series,
        })
    }
}

/// A bar as long as a count.
pub(super) fn bar(label: &str, count: i64) -> Bar {
    Bar {
        label: label.to_owned(),
        value: f64::from(i32::try_from(count).unwrap_or(i32::MAX)),
        shown: count.to_string(),
    }
}

fn title(id: &str) -> &'static str {
    measure(id).map_or("", |measure| measure.title)
}
