//! The annual report: register lines counted into tables, figures and drafted sentences.

mod tally;

pub use tally::Tally;
