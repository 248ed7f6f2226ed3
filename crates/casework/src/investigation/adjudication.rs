//! What the adjudication of Stage 2 decides, and what goes out with it.

use serde::{Deserialize, Serialize};

use crate::ids::{PersonId, Sealed};
use crate::point::PointFinding;
use crate::refusal::{InvestigationFault, Refusal};
use crate::review_panel::RecommendationDecision;

/// Who decides, about what was recommended, and what the complainant is sent.
///
/// Source: SI 2006/1738 reg 17; Getting the Best from Complaints (2006), Stage 2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjudication {
    /// The Adjudicating Officer: a senior manager, neither of the two investigators.
    pub officer: PersonId,
    /// A decision on every recommendation of the officer's report.
    pub decisions: Vec<RecommendationDecision>,
    /// What was sent.
    pub pack: Vec<PackItem>,
    /// The letter, sealed; `None` when it is kept elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Sealed>,
}

/// A part of what the complainant is sent at the end of Stage 2.
///
/// Source: SI 2006/1738 reg 17; Getting the Best from Complaints (2006), Stage 2. The right to a panel
/// with its last day is the notice of rights and is asked for apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackItem {
    /// The Investigating Officer's report, in full.
    OfficerReport,
    /// The Independent Person's report.
    IndependentReport,
    /// The adjudication itself.
    AdjudicationLetter,
    /// Where to find an advocate.
    Advocacy,
}

impl PackItem {
    /// Every part, in the order a form lists them.
    pub const ALL: [Self; 4] = [
        Self::AdjudicationLetter,
        Self::OfficerReport,
        Self::IndependentReport,
        Self::Advocacy,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::OfficerReport => "The Investigating Officer’s report in full",
            Self::IndependentReport => "The Independent Person’s report",
            Self::AdjudicationLetter => "The letter with the adjudication of every point",
            Self::Advocacy => "How to get an advocate’s help",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OfficerReport => "officer_report",
            Self::IndependentReport => "independent_report",
            Self::AdjudicationLetter => "adjudication_letter",
            Self::Advocacy => "advocacy",
        }
    }
}

impl Adjudication {
    /// Checks that nothing is missing from what is sent.
    pub(super) fn complete(&self) -> Result<(), Refusal> {
        match PackItem::ALL.iter().find(|item| !self.pack.contains(item)) {
            Some(item) => Err(Refusal::Investigation(InvestigationFault::PackIncomplete(
                *item,
            ))),
            None => Ok(()),
        }
    }
}

/// Checks that whoever decides otherwise than was found says why.
pub(super) fn reasons_for_departing(
    decided: &[PointFinding],
    found: &[PointFinding],
) -> Result<(), Refusal> {
    let departs = |finding: &&PointFinding| {
        finding.reasons.is_none()
            && found
                .iter()
                .any(|report| report.point == finding.point && report.finding != finding.finding)
    };
    match decided.iter().find(departs) {
        Some(finding) => Err(Refusal::Investigation(
            InvestigationFault::DepartsWithoutReasons(finding.point),
        )),
        None => Ok(()),
    }
}
