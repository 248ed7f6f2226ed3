//! Enquiries by members of Parliament and councillors by the part of the year they were received in.
//!
//! Halves of the year, unless the authority says on which days something changed: then each part is what came between
//! two changes, so that a new procedure can be read from the figures.

use casework::settings::{ReportingYear, Settings};
use jiff::ToSpan as _;
use jiff::civil::Date;
use statute::dates::short_date;
use views::register_line::RegisterLine;

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::measures::Population;

/// The id of the table, by which the settings name it.
const TABLE: &str = "mp_letters_by_period";

/// Enquiries received in each part of the year.
#[derive(Clone, Debug)]
pub(super) struct MembersByPeriod(Vec<Period>);

#[derive(Clone, Debug)]
struct Period {
    from: Date,
    /// What changed on its first day.
    because: Option<String>,
    received: i64,
}

impl MembersByPeriod {
    /// Nothing counted in the parts of a year.
    pub(super) fn new(settings: &Settings, year: ReportingYear) -> Self {
        let begins = |from, because| Period {
            from,
            because,
            received: 0,
        };
        let written = year.to_string();
        let turns = settings.report.turns.iter();
        let mut periods: Vec<Period> = turns
            .filter(|turn| turn.table == TABLE && turn.year == written)
            .filter(|turn| year.contains(turn.on) && turn.on > year.first_day())
            .map(|turn| begins(turn.on, Some(turn.because.clone())))
            .collect();
        if periods.is_empty() {
            let second_half = Date::constant(year.first_day().year(), 10, 1);
            periods.push(begins(second_half, None));
        }
        periods.push(begins(year.first_day(), None));
        periods.sort_by_key(|period| period.from);
        periods.dedup_by_key(|period| period.from);
        Self(periods)
    }

    /// Counts an enquiry received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        let mut periods = self.0.iter_mut().rev();
        if let Some(period) = periods.find(|period| period.from <= line.received_on) {
            period.received += 1;
        }
    }

    /// The table; `None` where nobody wrote.
    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        if self.0.iter().all(|period| period.received == 0) {
            return None;
        }
        let ends = self.0.iter().skip(1).map(|next| next.from - 1.day());
        let ends = ends.chain([drawing.year.last_day()]);
        let rows: Vec<CountRow> = self
            .0
            .iter()
            .zip(ends)
            .map(|(period, until)| {
                let label = format!("{} to {}", short_date(period.from), short_date(until));
                let code = period.from.to_string();
                CountRow::new(code, label, period.received, drawing.ledger)
            })
            .collect();
        let base = Base {
            cell: drawing.cohorts.member_enquiries,
            name: "enquiries received",
        };
        drawing.ledger.adds_up(base.cell, cells(&rows));
        Some(CountTable {
            id: TABLE,
            caption: "MP and councillor enquiries over the year".to_owned(),
            population: Population::MemberEnquiries.line(drawing.year),
            row_heading: "Received",
            unit: "Enquiries",
            rows,
            total: Some(base.cell),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: self
                .0
                .iter()
                .filter_map(|period| {
                    let because = period.because.as_ref()?;
                    Some(format!("From {}: {because}", short_date(period.from)))
                })
                .collect(),
        })
    }
}
