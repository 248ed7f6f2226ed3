//! Today: what is due from the authority, soonest first.

use journal::{ClockQuery, ClockRow, RegisterRow};
use statute::limits::{self, Kind, LimitId, Owner};

use crate::App;
use crate::failure::Failure;
use crate::officer::Role;
use crate::permit::Permit;

/// One thing that is due.
#[derive(Clone, Debug)]
pub struct DueItem {
    /// The limit.
    pub limit: LimitId,
    /// Its clock.
    pub clock: ClockRow,
    /// The case it runs in.
    pub row: RegisterRow,
}

/// How many running clocks are looked at for one page.
const LOOKED_AT: u32 = 400;

impl App {
    /// What is due, soonest first: a team manager's own cases, or everything.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn worklist(&self, permit: &Permit) -> Result<Vec<DueItem>, Failure> {
        let officer = permit.officer();
        let assigned_to = (officer.role == Role::TeamManager).then_some(officer.account);
        let query = ClockQuery {
            assigned_to,
            limit: LOOKED_AT,
            ..ClockQuery::default()
        };
        let clocks = self.journal.clocks(&officer.authority, &query).await?;
        let mut due = Vec::with_capacity(clocks.len());
        for (clock, row) in clocks {
            let Ok(limit) = clock.limit.parse::<LimitId>() else {
                continue;
            };
            // A complainant's own limit is a right of theirs and nobody's task here.
            let rule = limits::of(limit);
            if rule.kind != Kind::Advisory && rule.owner != Owner::Complainant {
                due.push(DueItem { limit, clock, row });
            }
        }
        Ok(due)
    }
}
