//! Impairments, of which one person may name several: people may be counted more than once, so the rows do not add up to
//! people, and those who answered stand in a row of their own that does.
//!
//! Source: VOC-7.6.

use std::collections::BTreeMap;

use casework::settings::List;
use views::equality::{Answer, NonAnswer, stands_for_any};

use super::count_table::{CountRow, CountTable};
use super::drawing::Drawing;
use super::equality_answer::{ANSWERED_ROW, Found, NOT_STATED, NOT_STATED_ROW, Place};
use super::equality_origins::Origins;
use crate::measures::Population;

/// The table, and the question where values come from.
const ID: &str = "impairments";

/// The impairments named, and by how many.
#[derive(Clone, Debug, Default)]
pub(super) struct Impairments {
    is_asked: bool,
    listed: Vec<i64>,
    elsewhere: BTreeMap<Place, i64>,
    answered: i64,
    origins: Origins,
}

impl Impairments {
    /// Nothing named yet.
    pub(super) fn new(list: &List) -> Self {
        Self {
            is_asked: !list.0.is_empty(),
            listed: vec![0; list.0.len()],
            ..Self::default()
        }
    }

    /// Counts what the complainant of a complaint named, each impairment once.
    pub(super) fn add(&mut self, found: Option<Found<&[Place]>>, no_form: NonAnswer) {
        let known = found.map(|found| (found.answer, found.source));
        self.origins.add(known, no_form);
        let Some(Answer::Stated(named)) = found.map(|found| found.answer) else {
            return;
        };
        self.is_asked = true;
        self.answered += 1;
        for place in named {
            match place {
                Place::Listed(place) => self.listed[*place] += 1,
                Place::Earlier(..)
                | Place::UnknownList
                | Place::Unlisted
                | Place::AskedInDetail => {
                    *self.elsewhere.entry(*place).or_default() += 1;
                }
            }
        }
    }

    /// Where the answers come from, where the question is asked at all.
    pub(super) fn origins(&self) -> Option<(&'static str, &'static str, Origins)> {
        self.is_asked.then_some((ID, "Impairments", self.origins))
    }

    /// The table, where the question is asked at all.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        if !self.is_asked {
            return None;
        }
        let lists = &drawing.settings.equality;
        let entries = lists.impairments.0.iter().zip(&self.listed);
        let entries = entries.filter(|(entry, _)| !stands_for_any(&entry.code));
        let listed = entries
            .map(|(entry, count)| (entry.code.as_str().to_owned(), entry.label.clone(), *count));
        let elsewhere = self.elsewhere.iter().filter_map(|(place, count)| {
            let (code, label) = place.words(lists)?;
            Some((code, label, *count))
        });
        let named: Vec<_> = listed.chain(elsewhere).collect();
        let ledger = &mut *drawing.ledger;
        let mut rows: Vec<CountRow> = named
            .into_iter()
            .map(|(code, label, count)| CountRow::new(code, label, count, ledger))
            .collect();
        let people = CountRow::new(
            ANSWERED_ROW,
            "Complaints whose complainant answered",
            self.answered,
            ledger,
        );
        for row in &rows {
            ledger.part_of(row.cell, people.cell);
        }
        let missing = NonAnswer::ALL
            .into_iter()
            .map(|non_answer| self.origins.missing(non_answer))
            .sum();
        let not_stated = CountRow::new(NOT_STATED_ROW, NOT_STATED, missing, ledger);
        ledger.adds_up(drawing.cohorts.received, vec![people.cell, not_stated.cell]);
        rows.extend([people, not_stated]);
        Some(CountTable {
            id: ID,
            caption: "Impairments of complainant: people may be counted more than once".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Impairment",
            unit: "Complaints",
            rows,
            total: None,
            share: None,
            reconciliation: None,
            notes: vec![
                "The first complainant of each complaint. Somebody may name several impairments, so the rows above the last \
                 two come to more than people; the last two add up to the complaints received."
                    .to_owned(),
            ],
        })
    }
}
