//! What the conformance test is made of.

pub(crate) mod build;
pub(crate) mod given;
pub(crate) mod tree;
