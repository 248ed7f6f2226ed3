//! Complaints and enquiries about looked-after children, against how many such children there were.

use casework::people::ChildStatus;
use views::register_line::RegisterLine;

use super::count_table::{CountRow, CountTable};
use super::drawing::Drawing;
use crate::disclosure::CellId;
use crate::measures::Population;

/// The context population that rates are taken of.
const DURING_YEAR: &str = "looked_after_during_year";

/// Cases received in the year about at least one looked-after child.
#[derive(Clone, Debug, Default)]
pub(super) struct LookedAfter {
    complaints: i64,
    enquiries: i64,
}

/// The table with the counts figures are made of.
#[derive(Clone, Debug)]
pub(super) struct LookedAfterTable {
    pub table: CountTable,
    pub complaints: CellId,
    pub enquiries: CellId,
    pub together: CellId,
    /// Children looked after during the year, where the authority entered it.
    pub children: Option<CellId>,
}

impl LookedAfter {
    /// Counts a statutory complaint received in the year.
    pub(super) fn count_complaint(&mut self, line: &RegisterLine) {
        self.complaints += i64::from(line.children.contains(&ChildStatus::LookedAfter));
    }

    /// Counts a general enquiry received in the year.
    pub(super) fn count_enquiry(&mut self, line: &RegisterLine) {
        self.enquiries += i64::from(line.children.contains(&ChildStatus::LookedAfter));
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>) -> LookedAfterTable {
        let ledger = &mut *drawing.ledger;
        let mut rows = vec![
            CountRow::new(
                "complaints",
                "Complaints about a looked-after child",
                self.complaints,
                ledger,
            ),
            CountRow::new(
                "enquiries",
                "General enquiries about a looked-after child",
                self.enquiries,
                ledger,
            ),
            CountRow::new(
                "together",
                "Both together",
                self.complaints + self.enquiries,
                ledger,
            ),
        ];
        let (complaints, enquiries, together) = (rows[0].cell, rows[1].cell, rows[2].cell);
        ledger.adds_up(together, vec![complaints, enquiries]);
        ledger.part_of(complaints, drawing.cohorts.received);
        ledger.part_of(enquiries, drawing.cohorts.enquiries);
        let year = drawing.year.to_string();
        for context in drawing
            .settings
            .report
            .context
            .iter()
            .filter(|context| context.year == year)
        {
            rows.push(CountRow {
                code: context.population.clone(),
                label: context.label.clone(),
                cell: ledger.enter_headline(context.value),
            });
        }
        let table = CountTable {
            id: "looked_after",
            caption: "Complaints and enquiries about looked-after children".to_owned(),
            population: Population::Contacts.line(drawing.year),
            row_heading: "What is counted",
            unit: "Number",
            rows,
            total: None,
            share: None,
            reconciliation: None,
            notes: vec![
                "Rows below “Both together” are populations entered by the authority for comparison; they overlap and do not add up."
                    .to_owned(),
            ],
        };
        let children = table.row(DURING_YEAR);
        LookedAfterTable {
            table,
            complaints,
            enquiries,
            together,
            children,
        }
    }
}
