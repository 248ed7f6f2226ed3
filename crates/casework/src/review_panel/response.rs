//! The director's response: every recommendation decided, with reasons where it is not followed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{PanelReport, Recommendation, RecommendationNumber};
use crate::ids::Sealed;
use crate::refusal::{PanelFault, Refusal};

/// What the authority answered to the panel.
///
/// Source: SI 2006/1738 reg 20(3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelResponse {
    /// When the recommendations were considered together with the Independent Person of Stage 2.
    pub considered_on: Option<Date>,
    /// A decision on every recommendation.
    pub decisions: Vec<RecommendationDecision>,
    /// The letter as it was sent, sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Sealed>,
}

/// What was decided about one recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationDecision {
    /// Which.
    pub recommendation: RecommendationNumber,
    /// Whether it is followed.
    pub answer: RecommendationAnswer,
    /// Why it is not followed, or not wholly; sealed.
    pub reasons: Option<Sealed>,
    /// What will be done and who does it, sealed.
    pub action: Option<Sealed>,
    /// By when.
    pub due_on: Option<Date>,
}

/// Whether a recommendation is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecommendationAnswer {
    /// Wholly.
    Accepted,
    /// In part.
    Partly,
    /// Not at all.
    Rejected,
}

impl RecommendationAnswer {
    /// Every answer, in the order a form lists them.
    pub const ALL: [Self; 3] = [Self::Accepted, Self::Partly, Self::Rejected];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Partly => "Partly accepted",
            Self::Rejected => "Rejected",
        }
    }

    /// The code that forms use.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Partly => "partly",
            Self::Rejected => "rejected",
        }
    }
}

impl PanelResponse {
    /// The decision on a recommendation.
    pub fn decision(&self, number: RecommendationNumber) -> Option<&RecommendationDecision> {
        self.decisions
            .iter()
            .find(|decision| decision.recommendation == number)
    }

    /// Checks that every recommendation of the panel is decided.
    pub(super) fn decides(&self, report: &PanelReport) -> Result<(), Refusal> {
        every_recommendation_decided(&report.recommendations, &self.decisions)
    }
}

/// Checks that every recommendation of a report is decided once, with a reason where it is not wholly
/// accepted.
pub(crate) fn every_recommendation_decided(
    recommendations: &[Recommendation],
    decisions: &[RecommendationDecision],
) -> Result<(), Refusal> {
    for (place, decision) in decisions.iter().enumerate() {
        let number = decision.recommendation;
        if !recommendations
            .iter()
            .any(|recommendation| recommendation.number == number)
        {
            return Err(Refusal::Panel(PanelFault::NoSuchRecommendation(number)));
        }
        if decisions[..place]
            .iter()
            .any(|before| before.recommendation == number)
        {
            return Err(Refusal::Panel(PanelFault::DecidedTwice(number)));
        }
    }
    for recommendation in recommendations {
        let decision = decisions
            .iter()
            .find(|decision| decision.recommendation == recommendation.number)
            .ok_or(Refusal::Panel(PanelFault::RecommendationUndecided(
                recommendation.number,
            )))?;
        if decision.answer != RecommendationAnswer::Accepted && decision.reasons.is_none() {
            return Err(Refusal::Panel(PanelFault::RecommendationWithoutReasons(
                recommendation.number,
            )));
        }
    }
    Ok(())
}
