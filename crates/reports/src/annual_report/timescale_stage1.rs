//! How long Stage 1 took.

use statute::limits::{LOCAL_RESOLUTION_ENDS, Length, TimeLimit};
use statute::working_days::WorkingDays;
use views::register_line::{DepartureLine, RegisterLine};

use super::count_table::{CountRow, CountTable, Reconciliation, cells};
use super::drawing::{Drawing, words};
use crate::disclosure::CellId;
use crate::measures::Population;
use crate::share::Days;

/// Complaints received in the year by the working days Stage 1 took.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage1Timescale {
    days: Days,
    withdrawals: i64,
    unanswered: i64,
    left: i64,
}

/// The table with the counts figures are made of.
#[derive(Clone, Debug)]
pub(super) struct Stage1TimescaleTable {
    pub table: CountTable,
    pub days: Days,
    /// How many are completed.
    pub completed: CellId,
    /// Completed within the extended limit.
    pub within_both: CellId,
}

impl Stage1Timescale {
    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        match (line.stage_1_completed(), line.departure) {
            (Some(answer), departure) => {
                self.days.add(answer.took);
                let by_withdrawal = matches!(departure, Some(DepartureLine::Withdrawn { on, took }) if answer.on == on && answer.took == took);
                self.withdrawals += i64::from(by_withdrawal);
            }
            (
                None,
                Some(DepartureLine::Declined { .. } | DepartureLine::ReferredElsewhere { .. }),
            ) => self.left += 1,
            (None, Some(DepartureLine::Withdrawn { .. }) | None) => self.unanswered += 1,
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> Stage1TimescaleTable {
        let (first, extended) = lengths(&LOCAL_RESOLUTION_ENDS);
        let labels = &drawing.settings.timescale_bands;
        let ledger = &mut *drawing.ledger;
        let mut rows = Vec::new();
        for (code, ours, from, to) in [
            (
                "within_10",
                format!("Within {first} working days"),
                0,
                first,
            ),
            (
                "d11_20",
                format!("{} to {extended} working days", first + 1),
                first + 1,
                extended,
            ),
            (
                "over_20",
                format!("More than {extended} working days"),
                extended + 1,
                u16::MAX,
            ),
        ] {
            rows.push(CountRow::new(
                code,
                words(labels, code, &ours),
                self.days.within(from, to),
                ledger,
            ));
        }
        let completed = ledger.enter(self.days.count());
        ledger.adds_up(completed, cells(&rows));
        let within_both = ledger.enter(self.days.within(0, extended));
        // Entered before its sum, so that a small third row costs this figure and not both its bands.
        ledger.part_of(within_both, drawing.cohorts.received);
        ledger.adds_up(within_both, cells(&rows[..2]));
        for (code, label, count) in [
            ("not_yet_answered", "Not yet answered", self.unanswered),
            (
                "left",
                "Declined or sent elsewhere, so not answered",
                self.left,
            ),
        ] {
            if count > 0 {
                rows.push(CountRow::new(code, label, count, ledger));
            }
        }
        ledger.adds_up(drawing.cohorts.received, cells(&rows));
        let table = CountTable {
            id: "timescale_stage1",
            caption: "Working days to complete Stage 1".to_owned(),
            population: Population::Stage1Received.line(drawing.year),
            row_heading: "Working days",
            unit: "Complaints",
            rows,
            total: Some(drawing.cohorts.received),
            share: Some(drawing.received()),
            reconciliation: Some(Reconciliation::exact(drawing.received())),
            notes: self.notes(
                extended,
                labels
                    .0
                    .iter()
                    .any(|entry| entry.code.as_str() == "over_20"),
            ),
        };
        Stage1TimescaleTable {
            table,
            days: self.days.clone(),
            completed,
            within_both,
        }
    }

    fn notes(&self, extended: u16, labelled: bool) -> Vec<String> {
        let mut notes = vec![
            "Counted from the day after receipt to the day the answer was sent, extensions included."
                .to_owned(),
        ];
        if self.withdrawals > 0 {
            notes.push(
                "Complaints withdrawn before an answer count by the written confirmation of the withdrawal."
                    .to_owned(),
            );
        }
        if labelled {
            notes.push(format!(
                "The third row is strictly more than {extended} working days, whatever its label says: day {extended} belongs to the second row."
            ));
        }
        notes
    }
}

/// The first and the extended length of a limit that has both, in working days.
pub(super) fn lengths(limit: &TimeLimit) -> (u16, u16) {
    let days = |length: Length| match length {
        Length::WorkingDays(WorkingDays(days)) => days,
        Length::CalendarDaysRolled(_) | Length::Months(_) | Length::Years(_) | Length::OnTheDay => {
            0
        }
    };
    let first = days(limit.length);
    (first, limit.extendable_to.map_or(first, days))
}
