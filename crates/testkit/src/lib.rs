//! Fixtures: a council's published year as case records, invented cases, and people for a demonstration.
//!
//! For tests and for `heard demo` and `heard generate` only. Everybody in here is invented: names are
//! made of pieces, texts were written for the purpose, and the one real council lends its lists and its
//! published totals, nothing else. Every case goes through the decisions a person's entries go through,
//! so what the rules forbid cannot be in here either.

pub mod complaint;
pub mod contact;
pub mod dice;
pub mod generator;
pub mod life;
pub mod names;
pub mod people;
pub mod pool;
pub mod postgres;
pub mod published;
pub mod texts;
pub mod today;
mod vocabulary;
pub mod year;
