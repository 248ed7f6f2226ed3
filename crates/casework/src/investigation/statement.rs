//! The written statement of complaint: versions that are sent, commented on and agreed.
//!
//! A point may be reworded or added, with the complainant's agreement; none is ever dropped. What the
//! complainant no longer wants looked into stays in the statement and is answered as withdrawn.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::Sealed;
use crate::point::{Point, PointNumber};
use crate::refusal::{InvestigationFault, Refusal};

/// A version of the statement, as sent to the complainant.
///
/// Source: SI 2006/1738 reg 16: the written record is sent, and comments on it are considered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementVersion {
    /// Its number, from 1.
    pub number: u16,
    /// The statement as a whole, sealed; `None` where its points say it all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Sealed>,
    /// Every point, in the words of this version.
    pub points: Vec<Point>,
}

/// A version with what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// When it was sent.
    pub sent_on: Date,
    /// The version.
    pub version: StatementVersion,
    /// What the complainant said about it, each on its day.
    pub comments: Vec<(Date, Sealed)>,
    /// When the complainant agreed it.
    pub agreed_on: Option<Date>,
}

/// Checks that a new version keeps every point there was, numbers them in order and gives each a category.
pub(super) fn keeps_every_point(points: &[Point], before: &[PointNumber]) -> Result<(), Refusal> {
    if points.is_empty() {
        return Err(Refusal::NoPoints);
    }
    for number in before {
        if !points.iter().any(|point| point.number == *number) {
            return Err(Refusal::Investigation(InvestigationFault::PointDropped(
                *number,
            )));
        }
    }
    for (point, place) in points.iter().zip(1_u16..) {
        if point.number != PointNumber(place) {
            return Err(Refusal::NoSuchPoint(point.number));
        }
        if point.categories.is_empty() {
            return Err(Refusal::PointWithoutCategory(point.number));
        }
    }
    Ok(())
}
