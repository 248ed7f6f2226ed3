//! The server as a browser meets it: who may come where, sessions, headers, and pages that say no.

mod access;
mod calendar;
mod import;
mod pages;
mod safety;
mod sessions;
mod town;
