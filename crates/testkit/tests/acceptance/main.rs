//! The reconstructed years give the published reports again: every table, cell by cell.

mod calendar;
mod installation;
mod margins;
mod pools;
mod report;
mod surrey;
mod synthetic;
