//! The mistakes a plausible implementation makes: each is a test that fails on it.
//!
//! A test bears the number of its mistake. `docs/mistakes.md` lists them all, with those that live beside the law
//! (`statute`) and beside the figures (`reports`); `page` keeps that list true.

mod clocks;
mod page;
mod people;
mod record;
mod story;
