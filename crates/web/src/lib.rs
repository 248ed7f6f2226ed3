//! The pages: what officers see and send, on one router made from one list of routes.
//!
//! No page needs a script, none calls another origin, and no rule is decided here: a handler reads
//! the form, asks for a permit, calls a use case and shows what came of it.

mod accessibility;
mod account;
mod addresses;
mod advocacy;
mod annual_report;
pub mod assets;
mod calendar;
mod case_file;
mod closure;
mod completeness;
pub mod components;
mod context;
pub mod form;
mod intake;
mod investigation;
pub mod layout;
mod learning;
mod local_resolution;
mod ombudsman;
mod organisation;
pub mod page_error;
mod people;
mod pools;
mod proceedings;
mod recording;
mod register;
mod registers;
mod review_panel;
mod rules;
mod serve_assets;
pub mod server;
mod serving;
mod session;
mod sign_in;
pub mod site;
mod throttle;
mod today;
mod visit;
mod waiting_files;

pub use server::{router, router_with, serve};
pub use serving::Serving;
