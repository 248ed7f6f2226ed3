//! How quickly members of Parliament and councillors are answered.

use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::disclosure::CellId;
use crate::measures::Population;
use crate::share::Days;

/// Enquiries by members received in the year.
#[derive(Clone, Debug, Default)]
pub(super) struct MemberEnquiries {
    days: Days,
    unanswered: i64,
}

/// The table with the counts figures are made of.
#[derive(Clone, Debug)]
pub(super) struct MemberEnquiriesTable {
    pub table: CountTable,
    pub days: Days,
    pub answered: CellId,
}

impl MemberEnquiries {
    /// Counts an enquiry received in the year.
    pub(super) fn count(&mut self, line: &RegisterLine) {
        match line.enquiry {
            Some(answer) => self.days.add(answer.took),
            None => self.unanswered += 1,
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> MemberEnquiriesTable {
        let target = target(drawing.settings);
        let ledger = &mut *drawing.ledger;
        let mut rows = vec![
            CountRow::new(
                "within_target",
                format!("Answered within {target} working days"),
                self.days.within(0, target),
                ledger,
            ),
            CountRow::new(
                "later",
                format!("Answered after more than {target} working days"),
                self.days.within(target.saturating_add(1), u16::MAX),
                ledger,
            ),
        ];
        let answered = ledger.enter(self.days.count());
        ledger.adds_up(answered, cells(&rows));
        if self.unanswered > 0 {
            rows.push(CountRow::new(
                "not_yet_answered",
                "Not yet answered",
                self.unanswered,
                ledger,
            ));
        }
        let base = Base {
            cell: drawing.cohorts.member_enquiries,
            name: "enquiries received",
        };
        ledger.adds_up(base.cell, cells(&rows));
        let table = CountTable {
            id: "mp_letters",
            caption: "Answers to MPs and councillors".to_owned(),
            population: Population::MemberEnquiries.line(drawing.year),
            row_heading: "Answer",
            unit: "Enquiries",
            rows,
            total: Some(base.cell),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: vec![format!(
                "{target} working days is the authority’s own promise; the law sets no limit."
            )],
        };
        MemberEnquiriesTable {
            table,
            days: self.days.clone(),
            answered,
        }
    }
}

fn target(settings: &Settings) -> u16 {
    settings.enquiry_answered_within()
}
