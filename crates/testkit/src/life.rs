//! The life of one case: what happened, day by day, as orders that can be decided.

use app::App;
use app::clock::noon;
use app::record::{Dated, NotDecided};
use casework::action::Command;
use casework::ids::{AccountId, AuthorityCode, CaseId};
use jiff::civil::Date;
use journal::{Append, Sealing};
use statute::working_days::{Calendar, WorkingDays};

use crate::dice::Dice;

/// A case that is not yet recorded. What would happen after a certain day is left out.
pub struct Life {
    case: CaseId,
    received_on: Date,
    until: Date,
    dice: Dice,
    orders: Vec<Dated>,
}

impl Life {
    /// The life of a case received on a day, as far as it has gone on another.
    pub fn new(mut dice: Dice, received_on: Date, until: Date) -> Self {
        let case = dice.case(noon(received_on));
        Self {
            case,
            received_on,
            until,
            dice,
            orders: Vec::new(),
        }
    }

    /// The day it was received.
    pub fn received_on(&self) -> Date {
        self.received_on
    }

    /// How many orders there are so far.
    pub fn len(&self) -> usize {
        self.orders.len()
    }

    /// Whether nothing has happened yet.
    pub fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// Adds what happened on a day, unless the life has not come so far.
    pub fn then<C: Into<Command>>(&mut self, on: Date, order: impl FnOnce(&mut Sealing) -> C) {
        if on > self.until {
            return;
        }
        let mut sealing = self.dice.sealing();
        let command = order(&mut sealing).into();
        self.orders.push(Dated {
            command,
            recorded_at: noon(on),
            items: sealing.into_items(),
        });
    }

    /// Decides every order with the law of its day.
    ///
    /// # Errors
    ///
    /// The first order that the rules do not allow.
    pub fn decide(
        self,
        app: &App,
        authority: &AuthorityCode,
        actor: AccountId,
    ) -> Result<Append, NotDecided> {
        let mut orders = self.orders;
        // What happened on one day stays in the order it was told.
        orders.sort_by_key(|order| order.recorded_at);
        app.decide_case(authority, actor, self.case, orders)
    }
}

/// So many working days after a day. Beyond the known bank holidays it is a day that never comes: no
/// life is told so far, so nobody takes it for a date.
pub fn after(day: Date, working_days: u16, calendar: &Calendar) -> Date {
    WorkingDays(working_days)
        .end(day, calendar)
        .unwrap_or(Date::MAX)
}

/// The day that so many working days lead back to.
///
/// # Panics
///
/// When the bank holidays of that time are not known.
pub fn before(day: Date, working_days: u16, calendar: &Calendar) -> Date {
    WorkingDays(working_days)
        .before(day, calendar)
        .expect("cases are invented for years whose bank holidays are known")
}
