//! The panel's report: a summary, a finding for every point, numbered recommendations.

use serde::{Deserialize, Serialize};

use crate::ids::Sealed;
use crate::point::PointFinding;

/// What the panel reported, and to whom.
///
/// Source: SI 2006/1738 reg 20(1) and (2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelReport {
    /// A short summary of the representations, sealed.
    pub summary: Sealed,
    /// A finding for every point.
    pub findings: Vec<PointFinding>,
    /// What it recommends, numbered from 1; there may be nothing to recommend.
    pub recommendations: Vec<Recommendation>,
    /// Who was sent it besides the authority.
    pub sent_to: Vec<Recipient>,
}

/// One recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its number in the report.
    pub number: RecommendationNumber,
    /// What is recommended, sealed.
    pub text: Sealed,
}

/// The number of a recommendation within the panel's report, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecommendationNumber(pub u16);

/// Somebody to whom the panel sends its report, besides the authority.
///
/// Source: SI 2006/1738 reg 20(2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The complainant.
    Complainant,
    /// The complainant's advocate.
    Advocate,
    /// The Independent Person of Stage 2.
    IndependentPerson,
    /// Anybody else with sufficient interest.
    OtherPerson,
}

impl Recipient {
    /// Every recipient, in the order a form lists them.
    pub const ALL: [Self; 4] = [
        Self::Complainant,
        Self::Advocate,
        Self::IndependentPerson,
        Self::OtherPerson,
    ];

    /// Those to whom it always goes.
    pub const ALWAYS: [Self; 2] = [Self::Complainant, Self::IndependentPerson];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Complainant => "The complainant",
            Self::Advocate => "The complainant’s advocate",
            Self::IndependentPerson => "The Independent Person of Stage 2",
            Self::OtherPerson => "Anybody else with sufficient interest",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Complainant => "complainant",
            Self::Advocate => "advocate",
            Self::IndependentPerson => "independent_person",
            Self::OtherPerson => "other_person",
        }
    }
}

impl PanelReport {
    /// Whether it went to everybody to whom it always goes.
    pub fn went_to_all(&self) -> bool {
        Recipient::ALWAYS
            .iter()
            .all(|recipient| self.sent_to.contains(recipient))
    }
}
