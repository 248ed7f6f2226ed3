//! Buckinghamshire’s year 2014/15.

mod complaints;
mod equality;
mod registers;
mod sketch;

pub(super) use complaints::{corporate, statutory};
pub(super) use registers::contacts;
