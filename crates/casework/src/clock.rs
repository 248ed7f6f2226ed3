//! Time limits running in a case, as they were decided.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use statute::limits::LimitId;
use statute::proof::{DueDate, Pause};

/// The authority’s own time to answer at Stage 1, in either procedure.
pub(crate) const STAGE_1_ANSWER: [LimitId; 2] =
    [LimitId::LocalResolution, LimitId::CorporateResponse];

/// The authority’s own time to answer at the second stage, in either procedure.
pub(crate) const STAGE_2_ANSWER: [LimitId; 3] = [
    LimitId::InvestigationFromRequest,
    LimitId::InvestigationFromRecord,
    LimitId::CorporateReviewResponse,
];

/// What a fact does to the clocks of its case. Decided once, with the law of the day, then only copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "clock", rename_all = "snake_case")]
pub enum ClockChange {
    /// A time limit begins to run.
    Started(DueDate),
    /// The duty was done or the right used.
    Met {
        /// Which limit.
        limit: LimitId,
        /// The day it was done.
        on: Date,
    },
    /// The limit no longer applies, for instance because the complaint was withdrawn.
    Stopped {
        /// Which limit.
        limit: LimitId,
        /// The day it ceased.
        on: Date,
    },
    /// The limit was extended to a later day.
    Extended {
        /// Which limit.
        limit: LimitId,
        /// The new last day.
        to: Date,
        /// Whether the rules for extending were kept; an invalid one is recorded but counts as late.
        valid: bool,
    },
    /// The limit was counted again from the same start, because the days that count have changed.
    Moved {
        /// The limit as counted now.
        due: DueDate,
        /// The last day as it was.
        was: Date,
        /// The day it was counted again.
        on: Date,
    },
}

/// A time limit in a case: running or finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// The limit as last counted.
    pub due: DueDate,
    /// Each time it was counted again, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Move>,
    /// The day it was extended to, if it was.
    pub extended: Option<Extension>,
    /// How it ended; `None` while it runs.
    pub ended: Option<ClockEnd>,
}

/// A time limit that was counted again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The day it was counted again.
    pub on: Date,
    /// The last day as it was before.
    pub was: Date,
    /// The last day from then on.
    pub to: Date,
}

/// An extension of a time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// The new last day.
    pub to: Date,
    /// Whether the rules for extending were kept.
    pub valid: bool,
}

/// How a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockEnd {
    /// Done on this day.
    Met(Date),
    /// Ceased to apply on this day.
    Stopped(Date),
}

impl Clock {
    /// The last day on which the duty is done in time: the extended day if the extension is valid.
    pub fn due_on(&self) -> Date {
        match self.extended {
            // An extension never shortens, also where the limit has moved past the day chosen for it.
            Some(Extension { to, valid: true }) => to.max(self.due.due_on),
            Some(Extension { valid: false, .. }) | None => self.due.due_on,
        }
    }

    /// Whether the clock still runs.
    pub fn is_running(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether the duty was, or would by now be, done too late.
    pub fn is_late(&self, today: Date) -> bool {
        match self.ended {
            Some(ClockEnd::Met(on)) => on > self.due_on(),
            Some(ClockEnd::Stopped(_)) => false,
            None => today > self.due_on(),
        }
    }
}

/// The clocks of one case, in the order they started.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clocks(Vec<Clock>);

impl Clocks {
    /// Every clock, in the order started.
    pub fn iter(&self) -> impl Iterator<Item = &Clock> {
        self.0.iter()
    }

    /// The clocks still running.
    pub fn running(&self) -> impl Iterator<Item = &Clock> {
        self.0.iter().filter(|clock| clock.is_running())
    }

    /// The latest clock of a limit, running or not.
    pub fn latest(&self, limit: LimitId) -> Option<&Clock> {
        self.0.iter().rev().find(|clock| clock.due.limit == limit)
    }

    /// The running clock of a limit.
    pub fn running_of(&self, limit: LimitId) -> Option<&Clock> {
        self.0
            .iter()
            .rev()
            .find(|clock| clock.due.limit == limit && clock.is_running())
    }

    /// The pauses agreed while the latest clock of one of these limits ran.
    pub fn pauses_of(&self, limits: &[LimitId]) -> Vec<Pause> {
        limits
            .iter()
            .filter_map(|limit| self.latest(*limit))
            .flat_map(|clock| clock.due.pauses.iter().copied())
            .collect()
    }

    /// What stops everything that still runs, when a case ends. The time for going to the Ombudsman, which somebody
    /// else keeps, does not end with it; nor does what the authority agreed to do.
    pub fn stop_all(&self, on: Date) -> Vec<ClockChange> {
        self.running()
            .filter(|clock| {
                let limit = clock.due.limit;
                !matches!(limit, LimitId::OmbudsmanComplaint | LimitId::AgreedAction)
            })
            .map(|clock| ClockChange::Stopped {
                limit: clock.due.limit,
                on,
            })
            .collect()
    }

    /// The clocks as they stand after changes that are decided and not recorded yet.
    pub(crate) fn after(&self, changes: &[ClockChange]) -> Self {
        let mut after = self.clone();
        for change in changes {
            after.apply(change);
        }
        after
    }

    /// What marks a limit as met, if it is running.
    pub fn meet(&self, limit: LimitId, on: Date) -> Option<ClockChange> {
        self.running_of(limit)
            .map(|_| ClockChange::Met { limit, on })
    }

    /// Copies a decided change into the state.
    pub(crate) fn apply(&mut self, change: &ClockChange) {
        match change {
            ClockChange::Started(due) => {
                self.0.push(Clock {
                    due: due.clone(),
                    moved: Vec::new(),
                    extended: None,
                    ended: None,
                });
            }
            ClockChange::Met { limit, on } => self.end(*limit, ClockEnd::Met(*on)),
            ClockChange::Stopped { limit, on } => self.end(*limit, ClockEnd::Stopped(*on)),
            ClockChange::Extended { limit, to, valid } => {
                if let Some(clock) = self.running_mut(*limit) {
                    clock.extended = Some(Extension {
                        to: *to,
                        valid: *valid,
                    });
                }
            }
            ClockChange::Moved { due, was, on } => self.move_to(due, *was, *on),
        }
    }

    /// One limit may run twice in a case; the one that moves is the one that ran to that day.
    fn move_to(&mut self, due: &DueDate, was: Date, on: Date) {
        let moving = self.0.iter_mut().find(|clock| {
            let same = (due.limit, due.from) == (clock.due.limit, clock.due.from);
            same && clock.due.due_on == was && clock.is_running()
        });
        if let Some(clock) = moving {
            let to = due.due_on;
            clock.moved.push(Move { on, was, to });
            clock.due = due.clone();
        }
    }

    /// A limit that runs twice, because points came back while others were considered, ends at once.
    fn end(&mut self, limit: LimitId, end: ClockEnd) {
        for clock in &mut self.0 {
            if clock.due.limit == limit && clock.is_running() {
                clock.ended = Some(end);
            }
        }
    }

    fn running_mut(&mut self, limit: LimitId) -> Option<&mut Clock> {
        self.0
            .iter_mut()
            .rev()
            .find(|clock| clock.due.limit == limit && clock.is_running())
    }
}
