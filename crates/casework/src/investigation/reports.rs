//! What the two investigators report.

use serde::{Deserialize, Serialize};

use crate::ids::Sealed;
use crate::point::PointFinding;
use crate::review_panel::Recommendation;

/// The Investigating Officer's report.
///
/// Source: Getting the Best from Complaints (2006), Stage 2: a finding with reasons for every point, and
/// recommendations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerReport {
    /// A finding for every point, with its reasons.
    pub findings: Vec<PointFinding>,
    /// What it recommends, numbered from 1.
    pub recommendations: Vec<Recommendation>,
}

/// The Independent Person's report: what was looked at, and what was found.
///
/// Source: Getting the Best from Complaints (2006), Stage 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndependentReport {
    /// What the Independent Person found to be so.
    pub satisfied: Vec<IndependentCheck>,
    /// What they say about it, sealed; needed for whatever they did not find to be so.
    pub remarks: Option<Sealed>,
}

/// Something the Independent Person looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndependentCheck {
    /// Nobody was favoured.
    Impartial,
    /// Nothing was left out.
    Thorough,
    /// Everybody who had something to say was heard.
    EverybodyHeard,
    /// The officer's report is right and whole.
    ReportAccurate,
    /// The recommendations follow from the findings.
    RecommendationsFollow,
}

impl IndependentCheck {
    /// Every check, in the order a form lists them.
    pub const ALL: [Self; 5] = [
        Self::Impartial,
        Self::Thorough,
        Self::EverybodyHeard,
        Self::ReportAccurate,
        Self::RecommendationsFollow,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Impartial => "The investigation was impartial",
            Self::Thorough => "It was thorough and effective",
            Self::EverybodyHeard => "Everybody concerned could say what they had to say",
            Self::ReportAccurate => "The officer’s report is accurate and complete",
            Self::RecommendationsFollow => "The recommendations follow from the findings",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Impartial => "impartial",
            Self::Thorough => "thorough",
            Self::EverybodyHeard => "everybody_heard",
            Self::ReportAccurate => "report_accurate",
            Self::RecommendationsFollow => "recommendations_follow",
        }
    }
}
