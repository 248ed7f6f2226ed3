//! Measures, tables and drafted sentences, counted from register lines, as data.
//!
//! No page, no file format, no clock: a [`document::Document`] is what `publish` turns into bytes.

pub mod annual_report;
pub mod disclosure;
pub mod document;
pub mod measures;
pub mod sentences;
pub mod share;
