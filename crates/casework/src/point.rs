//! The points of a complaint: what has to be answered, one by one.

use serde::{Deserialize, Serialize};
use statute::procedure::Finding;

use crate::ids::Sealed;
use crate::settings::Code;

/// The number of a point within its case, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PointNumber(pub u16);

/// One thing complained about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its number within the case.
    pub number: PointNumber,
    /// The point in the complainant's words, sealed.
    pub text: Sealed,
    /// What it is about: one or more categories from the authority's list, the first the main one.
    pub categories: Vec<Code>,
}

/// What was found about a point at one stage, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointFinding {
    /// The point answered.
    pub point: PointNumber,
    /// The finding.
    pub finding: Finding,
    /// The reasons given to the complainant, sealed.
    pub reasons: Option<Sealed>,
}
