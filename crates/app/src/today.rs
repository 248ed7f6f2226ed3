//! Today: what is due from the authority, soonest first.

use casework::ids::AuthorityCode;
use jiff::civil::Date;
use journal::{ClockQuery, ClockRow, RegisterRow};
use statute::limits::{self, Kind, LimitId, Owner};
use views::oddities::{Oddity, oddities};
use views::register_line::RegisterLine;

use crate::App;
use crate::failure::Failure;
use crate::officer::Role;
use crate::permit::Permit;
use crate::rows::{RESTRICTION_REVIEW, REVIEWER};

/// One thing that is due.
#[derive(Clone, Debug)]
pub struct DueItem {
    /// The limit.
    pub limit: LimitId,
    /// Its clock.
    pub clock: ClockRow,
    /// The case it runs in.
    pub row: RegisterRow,
    /// Its line; `None` where it cannot be read, which `heard verify` finds.
    pub line: Option<Box<RegisterLine>>,
}

/// A restriction on contact that is in force and has to be looked at again.
#[derive(Clone, Debug)]
pub struct ReviewDue {
    /// The day by which.
    pub review_on: Date,
    /// The case.
    pub row: RegisterRow,
}

/// Something that looks wrong and should be looked at.
#[derive(Clone, Debug)]
pub struct OddItem {
    /// What.
    pub oddity: Oddity,
    /// The case.
    pub row: RegisterRow,
}

/// How many running clocks are looked at for one page.
const LOOKED_AT: u32 = 400;

impl App {
    /// What looks wrong about the cases in which something is due, the longest waiting first.
    /// A line that cannot be read is passed over; `heard verify` finds it.
    pub fn oddities(&self, authority: &AuthorityCode, due: &[DueItem]) -> Vec<OddItem> {
        let mut odd: Vec<OddItem> = Vec::new();
        let Some(calendar) = self.calendar(authority) else {
            return odd;
        };
        for item in due {
            let Some(line) = &item.line else {
                continue;
            };
            for oddity in oddities(line, self.today(), &calendar) {
                let known = odd
                    .iter()
                    .any(|odd| odd.row.case == item.row.case && odd.oddity == oddity);
                if !known {
                    let row = item.row.clone();
                    odd.push(OddItem { oddity, row });
                }
            }
        }
        let since = |item: &OddItem| match item.oddity {
            Oddity::AskedNotStarted { asked_on, .. } => asked_on,
            Oddity::NotDebriefed { closed_on } => closed_on,
        };
        odd.sort_by_key(since);
        odd
    }

    /// The reviews of restrictions on contact that are in force, soonest first, for the complaints manager: whoever
    /// restricted somebody has to look at it again, and no time limit of the case says so.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn reviews_due(&self, permit: &Permit) -> Result<Vec<ReviewDue>, Failure> {
        let officer = permit.officer();
        if officer.role != Role::ComplaintsManager {
            return Ok(Vec::new());
        }
        let query = ClockQuery {
            owner: Some(REVIEWER.to_owned()),
            limit: LOOKED_AT,
            ..ClockQuery::default()
        };
        let clocks = self.journal.clocks(&officer.authority, &query).await?;
        let today = self.today();
        let in_force = |clock: &ClockRow| {
            let ended = clock.latest_on.is_some_and(|until| until < today);
            clock.limit == RESTRICTION_REVIEW && !ended
        };
        let due = clocks.into_iter().filter(|(clock, _)| in_force(clock));
        let due = due.map(|(clock, row)| ReviewDue {
            review_on: clock.due_on,
            row,
        });
        Ok(due.collect())
    }

    /// What is due, soonest first: a team manager's own cases, or everything.
    ///
    /// # Errors
    ///
    /// [`Failure`] when the record cannot be read.
    pub async fn worklist(&self, permit: &Permit) -> Result<Vec<DueItem>, Failure> {
        let officer = permit.officer();
        let assigned_to = (officer.role == Role::TeamManager).then_some(officer.account);
        let or_these = self.helped(officer).await?;
        let query = ClockQuery {
            // A complainant’s own limit is a right of theirs and nobody’s task here. Some run on for ever in closed
            // cases, so they must not use up what is looked at.
            other_than: vec![Owner::Complainant.to_string(), REVIEWER.to_owned()],
            assigned_to,
            or_these,
            limit: LOOKED_AT,
            ..ClockQuery::default()
        };
        let clocks = self.journal.clocks(&officer.authority, &query).await?;
        let mut due = Vec::with_capacity(clocks.len());
        for (clock, row) in clocks {
            let Ok(limit) = clock.limit.parse::<LimitId>() else {
                continue;
            };
            if limits::of(limit).kind != Kind::Advisory {
                let line = serde_json::from_str(&row.line).ok().map(Box::new);
                due.push(DueItem {
                    limit,
                    clock,
                    row,
                    line,
                });
            }
        }
        Ok(due)
    }
}
