//! The `heard` command.
fn main() {}
