//! What happens to a case: events, the state machine, one file per action with its `decide`.
//!
//! A *case* is one representation with everything that happens to it. Its state, [`case::Case`], is
//! folded from [`event::Fact`]s. An action is a command whose `decide` looks at the state and the law
//! and returns facts or a [`refusal::Refusal`]; it changes nothing. The law is consulted once, there:
//! due dates and citations go into the fact, and folding only copies.
//!
//! Pure: no clock, no I/O, no async. Today's date, the calendar and the settings are arguments.

pub mod action;
pub mod advocacy;
pub mod annual_report;
pub mod authority_file;
pub mod calendar;
pub mod case;
pub mod clock;
pub mod closure;
pub mod context;
pub mod event;
pub mod ids;
mod independence;
pub mod intake;
pub mod investigation;
pub mod law;
pub mod learning;
pub mod local_resolution;
pub mod ombudsman;
mod open_to;
pub mod organisation;
pub mod people;
pub mod point;
pub mod pools;
pub mod proceedings;
pub mod refusal;
pub mod registers;
pub mod remedy;
pub mod review_panel;
pub mod settings;
pub mod state;

#[cfg(test)]
mod story;
