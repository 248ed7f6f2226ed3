//! What corrective actions come from: the Stage 1 answer, or what followed it. Complaints and actions are counted apart.
//!
//! Counts the complaints received in the year with every action agreed so far, unlike the tables of actions agreed in
//! the year: what a cohort of complaints led to is another question than what was agreed between two days.

use casework::learning::ActionOrigin;
use casework::settings::{Code, Settings};
use views::register_line::RegisterLine;

use super::count_table::{ByCode, count};
use super::drawing::Drawing;
use super::learning::LearningTables;
use super::telling::{Blocks, Telling};
use crate::disclosure::{Book, CellId, Ledger};
use crate::document::{Block, Row, Table};
use crate::measures::Population;

/// Complaints received in the year with their corrective actions.
#[derive(Clone, Debug)]
pub(super) struct LearningByOrigin {
    by_origin: [Counted; ORIGINS.len()],
    with_later: i64,
    later_actions: ByCode,
    later_complaints: ByCode,
}

/// Actions, and the complaints that led to any of them.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    actions: i64,
    complaints: i64,
}

/// The tables with the counts figures are made of.
pub(super) struct LearningByOriginTables {
    population: String,
    by_origin: Vec<PairRow>,
    /// What followed Stage 1, by kind of action; none where nothing did.
    later: Vec<PairRow>,
    /// Complaints with an action from the Stage 1 answer.
    pub with_action: CellId,
    /// Actions from what followed Stage 1.
    pub later_actions: CellId,
}

struct PairRow {
    label: String,
    actions: CellId,
    complaints: CellId,
}

/// Every origin with the words of its row, in the order of the table: Stage 1 first, what followed it after.
const ORIGINS: [(ActionOrigin, &str); 6] = [
    (ActionOrigin::LocalResolution, "The answer at Stage 1"),
    (ActionOrigin::Adjudication, "The adjudication at Stage 2"),
    (ActionOrigin::ReviewPanel, "The review panel"),
    (ActionOrigin::Ombudsman, "The Ombudsman"),
    (ActionOrigin::Debrief, "A debrief"),
    (
        ActionOrigin::OfItself,
        "None of these: it was seen to be needed",
    ),
];

impl LearningByOrigin {
    /// Nothing counted.
    pub(super) fn new(settings: &Settings) -> Self {
        let kinds = || ByCode::new(&settings.learning.action_kinds);
        Self {
            by_origin: [Counted::default(); ORIGINS.len()],
            with_later: 0,
            later_actions: kinds(),
            later_complaints: kinds(),
        }
    }

    /// Counts a complaint received in the year.
    pub(super) fn count(&mut self, settings: &Settings, line: &RegisterLine) {
        let actions = &line.learning.actions;
        for ((origin, _), counted) in ORIGINS.iter().zip(&mut self.by_origin) {
            let of_origin = actions.iter().filter(|action| action.origin == *origin);
            let how_many = of_origin.count();
            counted.actions += i64::try_from(how_many).unwrap_or(i64::MAX);
            counted.complaints += i64::from(how_many > 0);
        }
        let kinds = &settings.learning.action_kinds;
        let mut led_to: Vec<&Code> = Vec::new();
        for action in actions.iter().filter(|action| is_later(action.origin)) {
            self.later_actions.add(kinds, &action.kind);
            if !led_to.contains(&&action.kind) {
                led_to.push(&action.kind);
            }
        }
        self.with_later += i64::from(!led_to.is_empty());
        for kind in led_to {
            self.later_complaints.add(kinds, kind);
        }
    }

    /// The tables; `None` where no complaint of the year led to any action.
    pub(super) fn enter(
        &self,
        drawing: &mut Drawing<'_>,
        learning: &LearningTables,
    ) -> Option<LearningByOriginTables> {
        let all: i64 = self.by_origin.iter().map(|counted| counted.actions).sum();
        if all == 0 {
            return None;
        }
        let kinds = &drawing.settings.learning.action_kinds;
        let ledger = &mut *drawing.ledger;
        let received = drawing.cohorts.received;
        let by_origin: Vec<PairRow> = ORIGINS
            .iter()
            .zip(self.by_origin)
            .map(|((_, label), counted)| pair(label, counted, received, ledger))
            .collect();
        let [stage_1, later @ ..] = by_origin.as_slice() else {
            return None;
        };
        let (with_action, actions_of_stage_1) = (stage_1.complaints, stage_1.actions);
        let later_cells: Vec<CellId> = later.iter().map(|row| row.actions).collect();
        let how_many = later_cells.iter().map(|cell| ledger.count(*cell)).sum();
        let later_actions = ledger.enter(how_many);
        ledger.adds_up(later_actions, later_cells);
        let all = ledger.enter(all);
        ledger.adds_up(all, vec![actions_of_stage_1, later_actions]);
        // The other tables of learning count much the same: where they differ by a few, those could be worked out.
        if let Some(any) = learning.with_any_action() {
            let any = ledger.told_elsewhere(any);
            ledger.part_of(with_action, any);
        }
        if let Some(actions) = &learning.actions {
            let agreed = ledger.told_elsewhere(actions.agreed);
            ledger.part_of(agreed, all);
            ledger.part_of(all, agreed);
        }
        let with_later = ledger.enter(self.with_later);
        ledger.part_of(with_later, received);
        ledger.part_of(with_later, later_actions);
        let later = if how_many == 0 {
            Vec::new()
        } else {
            let actions = self.later_actions.rows(kinds, ledger);
            let complaints = self.later_complaints.rows(kinds, ledger);
            ledger.adds_up(later_actions, actions.iter().map(|row| row.cell).collect());
            let mut rows: Vec<PairRow> = actions
                .into_iter()
                .zip(complaints)
                .map(|(actions, complaints)| {
                    ledger.part_of(complaints.cell, actions.cell);
                    ledger.part_of(complaints.cell, with_later);
                    PairRow {
                        label: actions.label,
                        actions: actions.cell,
                        complaints: complaints.cell,
                    }
                })
                .collect();
            rows.push(PairRow {
                label: "Any of these".to_owned(),
                actions: later_actions,
                complaints: with_later,
            });
            rows
        };
        Some(LearningByOriginTables {
            population: Population::ActionsOfReceived.line(drawing.year),
            by_origin,
            later,
            with_action,
            later_actions,
        })
    }
}

const fn is_later(origin: ActionOrigin) -> bool {
    match origin {
        ActionOrigin::LocalResolution => false,
        ActionOrigin::Adjudication
        | ActionOrigin::ReviewPanel
        | ActionOrigin::Ombudsman
        | ActionOrigin::Debrief
        | ActionOrigin::OfItself => true,
    }
}

/// A row: its complaints are some of those received, and led to at least one action each.
fn pair(label: &str, counted: Counted, received: CellId, ledger: &mut Ledger) -> PairRow {
    let actions = ledger.enter(counted.actions);
    let complaints = ledger.enter(counted.complaints);
    ledger.part_of(complaints, received);
    ledger.part_of(complaints, actions);
    PairRow {
        label: label.to_owned(),
        actions,
        complaints,
    }
}

impl LearningByOriginTables {
    /// The tables as an audience may see them.
    pub(super) fn tables(&self, book: &Book) -> Vec<Table> {
        let table = |id: &str, caption: &str, row_heading: &str, rows: &[PairRow]| {
            Table {
            id: id.to_owned(),
            caption: caption.to_owned(),
            population: self.population.clone(),
            row_heading: row_heading.to_owned(),
            columns: vec!["Complaints".to_owned(), "Corrective actions".to_owned()],
            rows: rows
                .iter()
                .map(|row| Row {
                    label: row.label.clone(),
                    cells: [row.complaints, row.actions]
                        .map(|cell| count(book.shown(cell)))
                        .into(),
                })
                .collect(),
            total: None,
            notes: vec![
                "A complaint stands in each row of which it led to an action, so complaints do not add up; actions do. Counts every action agreed so far, whenever that was."
                    .to_owned(),
            ],
        }
        };
        let mut tables = vec![table(
            "actions_by_origin",
            "What corrective actions come from",
            "From",
            &self.by_origin,
        )];
        if !self.later.is_empty() {
            tables.push(table(
                "later_actions_by_kind",
                "Corrective actions from what followed Stage 1, by kind",
                "Kind",
                &self.later,
            ));
        }
        tables
    }
}

impl Telling<'_> {
    /// What the complaints of the year led to, and from which stage.
    pub(super) fn actions_by_origin(&self, blocks: &mut Blocks) {
        let Some(by_origin) = &self.drawn.learning_by_origin else {
            return;
        };
        let some = self.book.shown(by_origin.with_action) != Some(0);
        let sentence = some.then(|| {
            self.number(
                "complaints_with_action",
                "complaint received in the year with a corrective action from the Stage 1 answer",
                "complaints received in the year with a corrective action from the Stage 1 answer",
            )
        });
        blocks.tell(sentence.flatten());
        let tables = by_origin.tables(self.book);
        blocks.0.extend(tables.into_iter().map(Block::Table));
    }
}
