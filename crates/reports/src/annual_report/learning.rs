//! What complaints taught, what is done about it and whether it helped, and the training that was held.

use casework::authority_file::AuthorityFile;
use casework::learning::{TrainingKind, Verdict};
use casework::settings::ReportingYear;
use jiff::civil::Date;
use statute::dates::short_date;
use views::register_line::{ActionLine, RegisterLine, Said};

use super::answer_quality::{AnswerQuality, AnswerQualityTables};
use super::count_table::{
    Base, ByCode, CountRow, CountTable, Reconciliation, cells, count, summed,
};
use super::drawing::Drawing;
use super::telling::{Blocks, Telling};
use crate::disclosure::{Book, CellId};
use crate::document::{Block, Row, Table};
use crate::measures::{ACTIONS_AGREED, Population};
use crate::sentences::counted;

/// What is recorded of learning in the year.
#[derive(Clone, Debug, Default)]
pub(super) struct Learning {
    taught: [i64; Taught::ALL.len()],
    /// The corrective actions agreed in the year, kept one by one: how far they were depends on a day that is known
    /// only when the report is drawn up.
    actions: Vec<ActionLine>,
    impact: [i64; VERDICTS.len()],
    debriefs: i64,
    quality: AnswerQuality,
    training: [Held; TrainingKind::ALL.len()],
}

/// What is said of what a complaint taught, once it was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taught {
    CorrectiveAction,
    SomethingLearned,
    Nothing,
    NotSaidYet,
}

/// How far a corrective action was on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    ToDo,
    Overdue,
    CarriedOut,
    Closed,
}

/// Occasions of a kind, and the people who took part in all of them.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    times: i64,
    people: i64,
}

/// The tables, each only where something was recorded for it.
pub(super) struct LearningTables {
    pub taught: Option<TaughtTable>,
    pub actions: Option<ActionTables>,
    /// Reviews of the effect by verdict.
    pub impact: Option<CountTable>,
    /// Debriefs held; `None` where there was none.
    pub debriefs: Option<CellId>,
    pub training: Option<TrainingTable>,
    pub quality: AnswerQualityTables,
}

/// Answered complaints by what is said of what they taught.
pub(super) struct TaughtTable {
    table: CountTable,
    pub answered: CellId,
    /// Those of which anything is said.
    pub said: CellId,
}

/// The corrective actions agreed in the year.
pub(super) struct ActionTables {
    by_kind: CountTable,
    pub by_state: CountTable,
    by_theme: CountTable,
    pub agreed: CellId,
    /// The day they are told of.
    stand_on: Date,
}

/// Training by kind: how often, and for how many people.
pub(super) struct TrainingTable {
    population: String,
    rows: Vec<(TrainingKind, CellId, CellId)>,
    times: CellId,
    pub people: CellId,
}

/// Every verdict on an effect with the code of its row, in the order of the table.
const VERDICTS: [(&str, &str); 4] = [
    ("worked", Verdict::Worked.label()),
    ("in_part", Verdict::InPart.label()),
    ("did_not", Verdict::DidNot.label()),
    ("too_early", "It was too early to say"),
];

impl LearningTables {
    /// The row of complaints in which a corrective action was agreed, where the table is drawn.
    pub(super) fn with_any_action(&self) -> Option<CellId> {
        let taught = self.taught.as_ref()?;
        taught.table.row(Taught::CorrectiveAction.code())
    }
}

impl Learning {
    /// The same with the training of the year in the authority’s own file.
    pub(super) fn with_training(mut self, file: &AuthorityFile, year: ReportingYear) -> Self {
        let held = file.training.iter();
        for (_, held) in held.filter(|(on, _)| year.contains(*on)) {
            for (kind, of_kind) in TrainingKind::ALL.iter().zip(&mut self.training) {
                if *kind == held.kind {
                    of_kind.times += 1;
                    of_kind.people += i64::from(held.people);
                }
            }
        }
        self
    }

    /// Counts any statutory complaint: its actions by the day they were agreed, reviews and debriefs by
    /// their own.
    pub(super) fn count(&mut self, year: ReportingYear, line: &RegisterLine) {
        if year.contains(line.received_on) {
            self.quality.count(line);
        }
        if year.contains(line.received_on) && is_answered(line) {
            self.taught[Taught::of(line) as usize] += 1;
        }
        let debriefs = line.learning.debriefs.iter();
        self.debriefs += debriefs
            .map(|(on, _)| i64::from(year.contains(*on)))
            .sum::<i64>();
        for action in &line.learning.actions {
            if year.contains(action.agreed_on) {
                self.actions.push(action.clone());
            }
            let reviews = action.impact.iter();
            for (_, verdict) in reviews.filter(|(on, _)| year.contains(*on)) {
                self.impact[row_of(*verdict)] += 1;
            }
        }
    }

    pub(super) fn enter(&self, drawing: &mut Drawing<'_>, outcomes: &CountTable) -> LearningTables {
        LearningTables {
            taught: self.taught(drawing, outcomes),
            actions: self.actions(drawing),
            impact: self.impact(drawing),
            debriefs: (self.debriefs > 0).then(|| drawing.ledger.enter(self.debriefs)),
            quality: self.quality.enter(drawing),
            training: self.training(drawing),
        }
    }

    /// The table of what complaints taught, where that was said of any. The complaints answered are told in the table
    /// of outcomes too: whoever knows one knows the other.
    fn taught(&self, drawing: &mut Drawing<'_>, outcomes: &CountTable) -> Option<TaughtTable> {
        let not_said = self.taught[Taught::NotSaidYet as usize];
        let total: i64 = self.taught.iter().sum();
        if total == not_said {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let rows: Vec<_> = Taught::ALL
            .iter()
            .zip(self.taught)
            .map(|(taught, count)| CountRow::new(taught.code(), taught.label(), count, ledger))
            .collect();
        let answered = summed(&rows, ledger);
        let said = ledger.enter(total - not_said);
        ledger.adds_up(said, cells(&rows[..Taught::NotSaidYet as usize]));
        ledger.part_of(answered, drawing.cohorts.received);
        let found: Vec<_> = outcomes
            .rows
            .iter()
            .filter(|row| !WITHOUT_AN_ANSWER.contains(&row.code.as_str()))
            .map(|row| row.cell)
            .collect();
        if found.iter().map(|cell| ledger.count(*cell)).sum::<i64>() == total {
            ledger.adds_up(answered, found);
        }
        let base = Base {
            cell: answered,
            name: "complaints answered",
        };
        let table = CountTable {
            id: "learning_by_complaint",
            caption: "What is said of what complaints taught".to_owned(),
            population: Population::ReceivedAndAnswered.line(drawing.year),
            row_heading: "What is said",
            unit: "Complaints",
            rows,
            total: Some(answered),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: vec![
                "Each complaint stands in the first row that fits. It is said when a complaint is closed, or by the service afterwards."
                    .to_owned(),
            ],
        };
        Some(TaughtTable {
            table,
            answered,
            said,
        })
    }

    fn actions(&self, drawing: &mut Drawing<'_>) -> Option<ActionTables> {
        if self.actions.is_empty() {
            return None;
        }
        let lists = &drawing.settings.learning;
        let mut kinds = ByCode::new(&lists.action_kinds);
        let mut themes = ByCode::new(&lists.themes);
        let mut standings = [0; Standing::ALL.len()];
        for action in &self.actions {
            kinds.add(&lists.action_kinds, &action.kind);
            for theme in &action.themes {
                themes.add(&lists.themes, theme);
            }
            standings[Standing::of(action, drawing) as usize] += 1;
        }
        let ledger = &mut *drawing.ledger;
        let kinds = kinds.rows(&lists.action_kinds, ledger);
        let agreed = summed(&kinds, ledger);
        let standings: Vec<_> = Standing::ALL
            .iter()
            .zip(standings)
            .map(|(standing, count)| {
                CountRow::new(standing.code(), standing.label(), count, ledger)
            })
            .collect();
        ledger.adds_up(agreed, cells(&standings));
        let themes = themes.rows(&lists.themes, ledger);
        for theme in &themes {
            ledger.part_of(theme.cell, agreed);
        }
        let base = Base {
            cell: agreed,
            name: "corrective actions agreed",
        };
        let table = |id, caption: String, row_heading, rows| CountTable {
            id,
            caption,
            population: Population::ActionsAgreed.line(drawing.year),
            row_heading,
            unit: "Corrective actions",
            rows,
            total: Some(agreed),
            share: Some(base),
            reconciliation: Some(Reconciliation::exact(base)),
            notes: Vec::new(),
        };
        let day = short_date(drawing.stands_on);
        Some(ActionTables {
            by_kind: table(
                "actions_by_kind",
                "Corrective actions by kind".to_owned(),
                "Kind",
                kinds,
            ),
            by_state: CountTable {
                notes: vec![
                    "An action is overdue when it was not carried out though the day planned last had passed. Somebody else than who carried it out closes it."
                        .to_owned(),
                ],
                ..table(
                    "actions_by_state",
                    format!("Corrective actions as they stood on {day}"),
                    "How far",
                    standings,
                )
            },
            by_theme: CountTable {
                total: None,
                reconciliation: None,
                notes: vec!["An action with several themes counts once for each.".to_owned()],
                ..table(
                    "actions_by_theme",
                    "Corrective actions by theme".to_owned(),
                    "Theme",
                    themes,
                )
            },
            agreed,
            stand_on: drawing.stands_on,
        })
    }

    fn impact(&self, drawing: &mut Drawing<'_>) -> Option<CountTable> {
        if self.impact.iter().sum::<i64>() == 0 {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let rows: Vec<_> = VERDICTS
            .iter()
            .zip(self.impact)
            .map(|((code, label), count)| CountRow::new(*code, *label, count, ledger))
            .collect();
        let total = summed(&rows, ledger);
        Some(CountTable {
            id: "impact_by_verdict",
            caption: "Whether corrective actions had an effect".to_owned(),
            population: Population::ImpactReviewed.line(drawing.year),
            row_heading: "What was found",
            unit: "Reviews",
            rows,
            total: Some(total),
            share: Some(Base {
                cell: total,
                name: "reviews",
            }),
            reconciliation: None,
            notes: Vec::new(),
        })
    }

    /// Reading: few people at a training are withheld like few people anywhere: who was coached because of a complaint
    /// could be recognised.
    fn training(&self, drawing: &mut Drawing<'_>) -> Option<TrainingTable> {
        if self.training.iter().all(|held| held.times == 0) {
            return None;
        }
        let ledger = &mut *drawing.ledger;
        let rows: Vec<_> = TrainingKind::ALL
            .into_iter()
            .zip(self.training)
            .map(|(kind, held)| (kind, ledger.enter(held.times), ledger.enter(held.people)))
            .collect();
        let times = ledger.enter(self.training.iter().map(|held| held.times).sum());
        let people = ledger.enter(self.training.iter().map(|held| held.people).sum());
        ledger.adds_up(times, rows.iter().map(|(_, times, _)| *times).collect());
        ledger.adds_up(people, rows.iter().map(|(_, _, people)| *people).collect());
        Some(TrainingTable {
            population: Population::TrainingHeld.line(drawing.year),
            rows,
            times,
            people,
        })
    }
}

/// The rows of the outcomes of Stage 1 in which no complaint was answered.
const WITHOUT_AN_ANSWER: [&str; 4] = [
    "withdrawn",
    "declined",
    "referred_elsewhere",
    "not_recorded",
];

fn is_answered(line: &RegisterLine) -> bool {
    let (first, second) = (&line.local_resolution, &line.investigation);
    first.as_ref().is_some_and(|stage| stage.answer.is_some())
        || second.as_ref().is_some_and(|stage| stage.answer.is_some())
        || line
            .review_panel
            .as_ref()
            .is_some_and(|panel| panel.answered_on.is_some())
}

const fn row_of(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Worked => 0,
        Verdict::InPart => 1,
        Verdict::DidNot => 2,
        Verdict::TooEarly { .. } => 3,
    }
}

impl Taught {
    /// Every one, in the order of the table; what is not said is the last.
    const ALL: [Self; 4] = [
        Self::CorrectiveAction,
        Self::SomethingLearned,
        Self::Nothing,
        Self::NotSaidYet,
    ];

    fn of(line: &RegisterLine) -> Self {
        match line.learning.taught() {
            _ if !line.learning.actions.is_empty() => Self::CorrectiveAction,
            Some(Said::Change) => Self::SomethingLearned,
            Some(Said::Nothing) => Self::Nothing,
            None => Self::NotSaidYet,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::CorrectiveAction => "corrective_action",
            Self::SomethingLearned => "something_learned",
            Self::Nothing => "nothing",
            Self::NotSaidYet => "not_said_yet",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::CorrectiveAction => "A corrective action was agreed",
            Self::SomethingLearned => "Something was learned, without a corrective action",
            Self::Nothing => "Explicitly nothing, with the reason",
            Self::NotSaidYet => "Nothing said yet",
        }
    }
}

impl Standing {
    /// Every one, in the order of the table.
    const ALL: [Self; 4] = [Self::ToDo, Self::Overdue, Self::CarriedOut, Self::Closed];

    fn of(action: &ActionLine, drawing: &Drawing<'_>) -> Self {
        let day = drawing.stands_on;
        if action.closed_on.is_some_and(|on| on <= day) {
            Self::Closed
        } else if action.carried_out_on.is_some_and(|on| on <= day) {
            Self::CarriedOut
        } else if action.due_on < day {
            Self::Overdue
        } else {
            Self::ToDo
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::ToDo => "to_do",
            Self::Overdue => "overdue",
            Self::CarriedOut => "carried_out",
            Self::Closed => "closed",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::ToDo => "To be carried out, in time",
            Self::Overdue => "Overdue",
            Self::CarriedOut => "Carried out, to be checked by somebody else",
            Self::Closed => "Closed",
        }
    }
}

impl TrainingTable {
    fn table(&self, book: &Book) -> Table {
        let row = |label: &str, times, people| Row {
            label: label.to_owned(),
            cells: [times, people].map(|cell| count(book.shown(cell))).into(),
        };
        Table {
            id: "training".to_owned(),
            caption: "Workshops and training".to_owned(),
            population: self.population.clone(),
            row_heading: "Kind".to_owned(),
            columns: vec!["Times".to_owned(), "People".to_owned()],
            rows: self
                .rows
                .iter()
                .map(|(kind, times, people)| row(kind.label(), *times, *people))
                .collect(),
            total: Some(row("Total", self.times, self.people)),
            notes: vec![
                "People are added up over the occasions: somebody who came to two counts twice."
                    .to_owned(),
            ],
        }
    }
}

impl Telling<'_> {
    /// What complaints taught; nothing where nothing was recorded of it.
    pub(super) fn learned(&self) -> Blocks {
        let mut blocks = Blocks::default();
        let tables = &self.drawn.learning;
        if let Some(taught) = &tables.taught {
            let share = self.figures.share("learning_said");
            blocks.tell(share.map(|share| {
                format!(
                    "What it taught, or why nothing, is said of {} of the complaints received in the year and answered so far.",
                    share.brief()
                )
            }));
            self.table(&mut blocks, &taught.table);
        }
        if let Some(actions) = &tables.actions {
            self.actions(&mut blocks, actions);
        }
        self.actions_by_origin(&mut blocks);
        if let Some(impact) = &tables.impact {
            let share = self.figures.share("impact_worked");
            blocks.tell(share.map(|share| {
                format!(
                    "The effect of corrective actions was reviewed in the year; that one had worked was found in {} of the reviews.",
                    share.brief()
                )
            }));
            self.table(&mut blocks, impact);
        }
        let quality = &tables.quality;
        for table in [&quality.checked, &quality.shared].into_iter().flatten() {
            self.table(&mut blocks, table);
        }
        blocks.tell(self.number("debriefs", "debrief", "debriefs"));
        if let Some(training) = &tables.training {
            let shown = |cell| self.book.shown(cell);
            if let (Some(times), Some(people)) = (shown(training.times), shown(training.people)) {
                blocks.tell(Some(format!(
                    "{} held, with {} in all.",
                    counted(
                        times,
                        "workshop, training or the like was",
                        "workshops, trainings and the like were"
                    ),
                    counted(people, "place taken", "places taken")
                )));
            }
            blocks.0.push(Block::Table(training.table(self.book)));
        }
        blocks
    }

    fn actions(&self, blocks: &mut Blocks, actions: &ActionTables) {
        blocks.tell(self.number(
            "corrective_actions",
            "corrective action agreed in the year",
            "corrective actions agreed in the year",
        ));
        self.ranked(
            blocks,
            &actions.by_kind,
            "kind",
            "corrective actions by kind",
            ACTIONS_AGREED,
        );
        for (id, words) in [("actions_closed", "closed"), ("actions_overdue", "overdue")] {
            let share = self.figures.share(id);
            blocks.tell(share.map(|share| {
                let day = short_date(actions.stand_on);
                format!("On {day}, {} of them stood as {words}.", share.brief())
            }));
        }
        self.table(blocks, &actions.by_state);
        self.table(blocks, &actions.by_theme);
    }
}
