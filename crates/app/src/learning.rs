//! The matrix of learning: every corrective action, and every closed case whose service has to report back.

mod own_actions;

pub use own_actions::{OwnAction, OwnActions};

pub(crate) use own_actions::check_own;

use casework::ids::{AccountId, Reference};
use casework::settings::Code;
use jiff::civil::Date;
use views::register_line::{ActionLine, LearningLine, RegisterLine};

use crate::App;
use crate::failure::Failure;
use crate::officer::{Officer, Role};
use crate::permit::Permit;

/// What is learned from all cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LearningMatrix {
    /// Every case of which there is something to tell, by reference.
    pub cases: Vec<LearningCase>,
}

/// What is learned from one case, as far as somebody may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningCase {
    /// Its reference.
    pub reference: Reference,
    /// The team it is about, where that was said.
    pub team: Option<Code>,
    /// When it was closed last; `None` while it is open.
    pub closed_on: Option<Date>,
    /// What it taught, with the actions that the reader sees.
    pub learning: LearningLine,
    /// Whether the reader may open its file; the owner of an action need not.
    pub may_be_read: bool,
}

impl App {
    /// The matrix of learning. A team manager sees their own actions, and the cases assigned to them.
    ///
    /// It passes over the line of every case, as a report does.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn learning_matrix(&self, permit: &Permit) -> Result<LearningMatrix, Failure> {
        let officer = permit.officer();
        let gather = |matrix: &mut Result<LearningMatrix, Failure>, reference, line: &str| {
            if let Ok(gathered) = matrix {
                match serde_json::from_str::<RegisterLine>(line) {
                    Ok(line) => gathered.add(officer, reference, line),
                    Err(error) => *matrix = Err(Failure::UnreadableLine(error.to_string())),
                }
            }
        };
        let matrix = Ok(LearningMatrix::default());
        let matrix = self
            .journal
            .register_lines(&officer.authority, matrix, gather);
        let mut matrix = matrix.await??;
        matrix.cases.sort_by_key(|case| case.reference);
        Ok(matrix)
    }
}

impl LearningMatrix {
    /// Every corrective action with its case: what is due soonest first, and what is finished last.
    pub fn actions(&self) -> Vec<(&LearningCase, &ActionLine)> {
        let mut actions: Vec<_> = self.cases.iter().flat_map(LearningCase::actions).collect();
        actions.sort_by_key(|(case, action)| {
            let next_on = action.next_on();
            (action.state, next_on.is_none(), next_on, case.reference)
        });
        actions
    }

    /// Every closed case whose service is to report back what it taught, the soonest due first.
    pub fn reports(&self) -> Vec<(&LearningCase, Date)> {
        let cases = self.cases.iter();
        let mut reports: Vec<_> = cases
            .filter_map(|case| Some((case, case.learning.report_due_on?)))
            .collect();
        reports.sort_by_key(|(case, due_on)| (*due_on, case.reference));
        reports
    }

    /// Every debrief with its case, its day and how many were there, the latest first.
    pub fn debriefs(&self) -> Vec<(&LearningCase, Date, u32)> {
        let cases = self.cases.iter();
        let mut debriefs: Vec<_> = cases
            .flat_map(|case| {
                let debriefs = case.learning.debriefs.iter();
                debriefs.map(move |(on, people)| (case, *on, *people))
            })
            .collect();
        debriefs.sort_by_key(|(case, on, _)| (std::cmp::Reverse(*on), case.reference));
        debriefs
    }

    fn add(&mut self, officer: &Officer, reference: Reference, line: RegisterLine) {
        let RegisterLine {
            mut learning,
            place,
            closed,
            assigned_to,
            drafting,
            ..
        } = line;
        let mut helpers = drafting.helpers.iter();
        let helps = helpers.any(|(_, helper)| *helper == officer.account);
        let theirs = helps || assigned_to == Some(officer.account);
        let may_be_read = officer.role != Role::TeamManager || theirs;
        if !may_be_read {
            let own = |owner: AccountId| owner == officer.account;
            learning = LearningLine {
                actions: learning.actions,
                ..LearningLine::default()
            };
            learning.actions.retain(|action| own(action.owner));
        }
        if !learning.is_empty() {
            self.cases.push(LearningCase {
                reference,
                team: place.team,
                closed_on: closed.map(|(on, _)| on),
                learning,
                may_be_read,
            });
        }
    }
}

impl LearningCase {
    /// Its corrective actions, in the order agreed.
    pub fn actions(&self) -> impl Iterator<Item = (&Self, &ActionLine)> {
        let actions = self.learning.actions.iter();
        actions.map(move |action| (self, action))
    }
}
