//! Why a step of Stage 3, or a decision on recommendations, is not complete.

use super::lower_first;
use crate::review_panel::{PanelPaper, Present, RecommendationNumber};

/// What is missing from a step of Stage 3, or from the decisions on recommendations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PanelFault {
    /// A paper without which the panel cannot work.
    #[error("the papers are not complete: {} is missing", lower_first(.0.label()))]
    PaperMissing(PanelPaper),
    /// Somebody who was not there, or may not, spoke for the complainant.
    #[error("{} cannot have spoken for the complainant", lower_first(.0.label()))]
    CouldNotSpeak(Present),
    /// A recommendation without a decision.
    #[error("recommendation {} is left without a decision", .0.0)]
    RecommendationUndecided(RecommendationNumber),
    /// A recommendation that is not wholly followed, without a reason.
    #[error("recommendation {} is not wholly accepted, and no reason is given", .0.0)]
    RecommendationWithoutReasons(RecommendationNumber),
    /// A decision on a recommendation that the report does not make.
    #[error("there is no recommendation {} in the report", .0.0)]
    NoSuchRecommendation(RecommendationNumber),
    /// One number for two recommendations, or two decisions on one.
    #[error("recommendation {} stands twice", .0.0)]
    DecidedTwice(RecommendationNumber),
    /// The response was not considered with the Independent Person.
    #[error(
        "the recommendations were not considered together with the Independent Person of Stage 2"
    )]
    NotWithTheIndependentPerson,
}

impl PanelFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::PaperMissing(_) => "Send it with the others, then record the papers.",
            Self::CouldNotSpeak(_) => {
                "Choose the complainant, the advocate or the one other person, as far as they were there."
            }
            Self::RecommendationUndecided(_) => {
                "Decide every recommendation: accepted, in part, or rejected."
            }
            Self::RecommendationWithoutReasons(_) => "Give the reason; the complainant is owed it.",
            Self::NoSuchRecommendation(_) | Self::DecidedTwice(_) => {
                "Decide each recommendation of the report once."
            }
            Self::NotWithTheIndependentPerson => {
                "Consider them together, and give the day on which it was done."
            }
        }
    }

    /// Where the rule stands.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::PaperMissing(_) => "Getting the Best from Complaints (2006), Stage 3",
            Self::CouldNotSpeak(_) => "SI 2006/1738 reg 19(6)",
            Self::RecommendationUndecided(_)
            | Self::RecommendationWithoutReasons(_)
            | Self::NoSuchRecommendation(_)
            | Self::DecidedTwice(_)
            | Self::NotWithTheIndependentPerson => "SI 2006/1738 reg 20(3)",
        }
    }
}
