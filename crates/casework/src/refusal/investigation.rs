//! Why a step of Stage 2 is not complete.

use jiff::civil::Date;
use statute::dates::short_date;

use super::lower_first;
use crate::investigation::PackItem;
use crate::point::PointNumber;

/// What is missing from a step of Stage 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvestigationFault {
    /// A new version of the statement leaves out a point.
    #[error("point {} is not in this version of the statement", .0.0)]
    PointDropped(PointNumber),
    /// Investigators take the place of others and nobody says why.
    #[error("investigators were appointed on {}, and no reason is given for replacing them", short_date(*.0))]
    ReplacedWithoutReason(Date),
    /// The investigators were not found to be independent.
    #[error("the investigators have not declared that they are independent")]
    InvestigatorsNotChecked,
    /// A finding of the officer without reasons.
    #[error("the finding on point {} has no reasons", .0.0)]
    FindingWithoutReasons(PointNumber),
    /// The Independent Person was not satisfied, and nothing is said about it.
    #[error("the Independent Person was not satisfied with everything, and it is not said why")]
    NotSatisfiedWithoutRemarks,
    /// The adjudication departs from what was found and does not say why.
    #[error("on point {} the adjudication departs from the officer’s finding without reasons", .0.0)]
    DepartsWithoutReasons(PointNumber),
    /// Something is missing from what the complainant is sent.
    #[error("the complainant is not sent {}", lower_first(.0.label()))]
    PackIncomplete(PackItem),
}

impl InvestigationFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::PointDropped(_) => {
                "Keep every point; what the complainant no longer wants looked into is answered as withdrawn."
            }
            Self::ReplacedWithoutReason(_) => "Write down why others take their place.",
            Self::InvestigatorsNotChecked => {
                "Ask both, and choose others if one of them is not independent."
            }
            Self::FindingWithoutReasons(_) => "Take the reasons from the report.",
            Self::NotSatisfiedWithoutRemarks => "Write down what they say about it.",
            Self::DepartsWithoutReasons(_) => "Give the reasons; the complainant is owed them.",
            Self::PackIncomplete(_) => "Send it with the rest, then record the answer.",
        }
    }

    /// Where the rule stands.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::PointDropped(_) => "SI 2006/1738 regs 13(1) and 16",
            Self::ReplacedWithoutReason(_)
            | Self::FindingWithoutReasons(_)
            | Self::NotSatisfiedWithoutRemarks
            | Self::DepartsWithoutReasons(_) => "Getting the Best from Complaints (2006), Stage 2",
            Self::InvestigatorsNotChecked => "SI 2006/1738 regs 2 and 17(2)",
            Self::PackIncomplete(_) => "SI 2006/1738 reg 17",
        }
    }
}
