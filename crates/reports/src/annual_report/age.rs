//! Ages of complainants, in the authority's bands.

use casework::settings::Settings;

use super::count_table::{CountRow, CountTable, Reconciliation, summed};
use super::drawing::Drawing;
use super::equality::EqualityCounts;
use super::equality_answer::NOT_STATED;
use crate::measures::Population;

/// The table of ages, with the children's among them where the authority's settings say so.
///
/// Source: REP-18.5 keeps children's ages apart; some published years did not.
pub(super) fn enter(counts: &EqualityCounts, drawing: &mut Drawing<'_>) -> CountTable {
    let with_children =
        drawing.settings.report.ages_include_children && !counts.children.is_empty();
    let children = counts.children.iter().map(|age| Some(*age));
    let ages = counts.ages.iter().copied();
    let rows = rows(ages.chain(children.filter(|_| with_children)), drawing);
    let total = summed(&rows, drawing.ledger);
    drawing.ledger.part_of(drawing.cohorts.received, total);
    let mut notes = vec![
        "The first complainant of each complaint; the last row counts those who did not say or sent no form."
            .to_owned(),
    ];
    if with_children {
        notes.push(
            "Ages of children from the care record are counted among the complainants’, as this authority’s published tables did. Such a complaint counts twice: by the child’s age, and by its complainant’s age or as not stated."
                .to_owned(),
        );
    }
    CountTable {
        id: "age",
        caption: "Age of complainant".to_owned(),
        population: Population::Stage1Received.line(drawing.year),
        row_heading: "Age",
        unit: if with_children {
            "Entries"
        } else {
            "Complaints"
        },
        rows,
        total: Some(total),
        share: None,
        reconciliation: Some(Reconciliation {
            because: "the ages of children are counted beside those of the complainants",
            ..Reconciliation::exact(drawing.received())
        }),
        notes,
    }
}

/// A row for each band, and one for those of whom no age is known.
pub(super) fn rows(
    ages: impl Iterator<Item = Option<u8>>,
    drawing: &mut Drawing<'_>,
) -> Vec<CountRow> {
    let mut bands = vec![0_i64; drawing.settings.equality.age.len()];
    let (mut outside, mut not_stated) = (0, 0);
    for age in ages {
        match age.map(|age| band(drawing.settings, age)) {
            Some(Some(place)) => bands[place] += 1,
            Some(None) => outside += 1,
            None => not_stated += 1,
        }
    }
    let mut rows: Vec<CountRow> = drawing
        .settings
        .equality
        .age
        .iter()
        .zip(bands)
        .map(|(band, count)| CountRow::new(band.code.as_str(), &band.label, count, drawing.ledger))
        .collect();
    if outside > 0 {
        rows.push(CountRow::new(
            "no_band",
            "No band for this age",
            outside,
            drawing.ledger,
        ));
    }
    rows.push(CountRow::new(
        "not_stated",
        NOT_STATED,
        not_stated,
        drawing.ledger,
    ));
    rows
}

fn band(settings: &Settings, age: u8) -> Option<usize> {
    settings
        .equality
        .age
        .iter()
        .position(|band| (band.from..=band.to).contains(&age))
}
