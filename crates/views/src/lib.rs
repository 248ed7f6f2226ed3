//! What is known: the register line, the case file, the timeline and the clocks, folded from facts.
//!
//! Pure: no clock, no I/O. A view holds codes, dates and ids; names and texts stay in the vault and
//! are put in by whoever shows them.

pub mod case_file;
pub mod completeness;
pub mod equality;
mod learning;
pub mod notice_of_rights;
pub mod oddities;
pub mod register_line;
pub mod restrictions;
pub mod roles;
pub mod timeline;
