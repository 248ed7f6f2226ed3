//! Young people who complained themselves, and who helped them.

use casework::advocacy::AdvocateKind;
use casework::settings::Settings;
use views::register_line::RegisterLine;

use super::count_table::{Base, CountRow, CountTable, Reconciliation, cells};
use super::drawing::Drawing;
use crate::disclosure::CellId;
use crate::measures::Population;

/// Complaints received in the year with a complainant in a young person's capacity.
#[derive(Clone, Debug, Default)]
pub(super) struct Advocacy {
    advocate: i64,
    chosen_person: i64,
    nobody: i64,
}

/// The table with its total.
#[derive(Clone, Debug)]
pub(super) struct AdvocacyTable {
    pub table: CountTable,
    pub young_people: CellId,
}

/// Whether somebody complains in a capacity that is a young person's for themselves.
pub(super) fn is_by_a_young_person(settings: &Settings, line: &RegisterLine) -> bool {
    let mut capacities = line.capacities.iter();
    capacities.any(|capacity| settings.young_people.contains(capacity))
}

impl Advocacy {
    /// Counts a complaint received in the year if a young person made it.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        if !is_by_a_young_person(settings, line) {
            return;
        }
        let helped_by =
            |kinds: &[AdvocateKind]| line.advocates.iter().any(|kind| kinds.contains(kind));
        if helped_by(&[AdvocateKind::Independent, AdvocateKind::InHouse]) {
            self.advocate += 1;
        } else if helped_by(&[AdvocateKind::ChosenPerson]) {
            self.chosen_person += 1;
        } else {
            self.nobody += 1;
        }
    }

    /// Enters the table. Where young people's rows of the table of capacities come to the same, a reader
    /// could work one out from the other.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        by_capacity: &CountTable,
    ) -> AdvocacyTable {
        let ledger = &mut *drawing.ledger;
        let rows = vec![
            CountRow::new(
                "with_advocate",
                "With an independent or in-house advocate",
                self.advocate,
                ledger,
            ),
            CountRow::new(
                "with_chosen_person",
                "With a person of their choice only",
                self.chosen_person,
                ledger,
            ),
            CountRow::new("with_nobody", "Without either", self.nobody, ledger),
        ];
        let young_people = ledger.enter(self.advocate + self.chosen_person + self.nobody);
        ledger.adds_up(young_people, cells(&rows));
        let capacities: Vec<CellId> = drawing
            .settings
            .young_people
            .iter()
            .filter_map(|code| by_capacity.row(code.as_str()))
            .collect();
        let entries: i64 = capacities.iter().map(|cell| ledger.count(*cell)).sum();
        if entries == ledger.count(young_people) && !capacities.is_empty() {
            ledger.adds_up(young_people, capacities);
        }
        let base = Base {
            cell: young_people,
            name: "complaints by young people themselves",
        };
        AdvocacyTable {
            table: CountTable {
                id: "advocacy",
                caption: "Young people who complained themselves".to_owned(),
                population: Population::Stage1Received.line(drawing.year),
                row_heading: "Support",
                unit: "Complaints",
                rows,
                total: Some(young_people),
                share: Some(base),
                reconciliation: Some(Reconciliation::exact(base)),
                notes: vec![
                    "Only complaints with a complainant in a young person’s capacity; a complaint by an adult about a child is not among them."
                        .to_owned(),
                ],
            },
            young_people,
        }
    }
}
