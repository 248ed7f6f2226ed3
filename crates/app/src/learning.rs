//! The matrix of learning: every corrective action, and every closed case whose service has to report back.

mod own_actions;

pub use own_actions::{OwnAction, OwnActions};

pub(crate) use own_actions::check_own;

use casework::ids::{AccountId, Reference};
use jiff::civil::Date;
use views::register_line::{ActionLine, RegisterLine};

use crate::App;
use crate::failure::Failure;
use crate::officer::{Officer, Role};
use crate::permit::Permit;

/// What is learned from all cases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LearningMatrix {
    /// Every corrective action with its case, what is due soonest first and what is finished last.
    pub actions: Vec<(Reference, ActionLine)>,
    /// Every closed case whose service is to report back what it taught, the soonest due first.
    pub reports: Vec<(Reference, Date)>,
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
        matrix.actions.sort_by_key(|(reference, action)| {
            let next_on = action.next_on();
            (action.state, next_on.is_none(), next_on, *reference)
        });
        matrix
            .reports
            .sort_by_key(|(reference, due_on)| (*due_on, *reference));
        Ok(matrix)
    }
}

impl LearningMatrix {
    fn add(&mut self, officer: &Officer, reference: Reference, line: RegisterLine) {
        let everything = officer.role != Role::TeamManager;
        let assigned = line.assigned_to == Some(officer.account);
        let sees = |owner: AccountId| everything || assigned || owner == officer.account;
        let report = line.learning.report_due_on;
        self.reports.extend(
            report
                .filter(|_| everything || assigned)
                .map(|due_on| (reference, due_on)),
        );
        let actions = line.learning.actions.into_iter();
        self.actions.extend(
            actions
                .filter(|action| sees(action.owner))
                .map(|action| (reference, action)),
        );
    }
}
