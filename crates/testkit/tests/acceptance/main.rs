//! The reconstructed year gives the published report again: every table, cell by cell.

mod installation;
mod margins;
mod report;
mod synthetic;
