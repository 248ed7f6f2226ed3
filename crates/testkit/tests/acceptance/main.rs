//! The reconstructed year gives the published report again: every table, cell by cell.

mod calendar;
mod installation;
mod margins;
mod report;
mod synthetic;
