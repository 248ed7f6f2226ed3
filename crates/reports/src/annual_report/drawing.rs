//! What a table needs while it is drawn up: the authority's lists, the year, the ledger and its cohorts.

use casework::settings::{List, ReportingYear, Settings};
use jiff::civil::Date;

use super::cohorts::CohortCells;
use super::count_table::Base;
use crate::disclosure::Ledger;

/// Passed from table to table while counts are entered.
pub(super) struct Drawing<'a> {
    pub settings: &'a Settings,
    pub year: ReportingYear,
    /// The day things are told of as they stood then: the last of the year, or of the record where that is earlier.
    pub stands_on: Date,
    pub ledger: &'a mut Ledger,
    pub cohorts: CohortCells,
}

impl Drawing<'_> {
    /// The base of most tables: complaints received.
    pub(super) fn received(&self) -> Base {
        Base {
            cell: self.cohorts.received,
            name: "complaints received",
        }
    }
}

/// The authority's words for a code, or ours where its list has none.
pub(super) fn words(list: &List, code: &str, ours: &str) -> String {
    list.0
        .iter()
        .find(|entry| entry.code.as_str() == code)
        .map_or_else(|| ours.to_owned(), |entry| entry.label.clone())
}

/// The list compliments are counted by.
pub(super) fn compliment_services(settings: &Settings) -> &List {
    if settings.compliment_services.0.is_empty() {
        &settings.services
    } else {
        &settings.compliment_services
    }
}
