//! Why a decision before a stage, or beside it, cannot be taken: interest, lateness, agreement, procedure,
//! deferral, review.

use jiff::civil::Date;
use statute::dates::short_date;
use statute::procedure::Procedure;

use super::REVIEW;
use crate::point::PointNumber;

/// Why a decision cannot be taken, or not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionFault {
    /// Sufficient interest is asked of "other persons" only.
    #[error("whether the interest is sufficient is not decided for {0}: the Act names them")]
    InterestNotAsked(&'static str),
    /// The complaint was made in time, so there is no delay to weigh.
    #[error("it was made in time: the year runs until {}", short_date(*.0))]
    MadeInTime(Date),
    /// Late points are taken only when both limbs of the exception hold.
    #[error("late points cannot be considered: {0}")]
    LimbNotMet(&'static str),
    /// A ground that has a decision of its own.
    #[error("this ground has a decision of its own: {0}")]
    DecidedApart(&'static str),
    /// A ground that the procedure does not know.
    #[error("this is no ground to decline in the {0}")]
    NoGroundThere(Procedure),
    /// A refusal that does not name the Ombudsman.
    #[error("the letter does not name the Ombudsman")]
    OmbudsmanNotNamed,
    /// A consent asked of somebody who needs none.
    #[error("no consent is needed: the person complains in their own right")]
    ConsentNotNeeded,
    /// Somebody who complains for a child without a right of their own.
    #[error("the person complains for the child and has no right of their own to complain")]
    ConsentNeeded,
    /// Somebody of whom the case knows nothing.
    #[error("{0} is not in this case")]
    NotInThisCase(&'static str),
    /// It is under that procedure already.
    #[error("the complaint is already handled under the {0}")]
    SameProcedure(Procedure),
    /// Accepted under the statutory procedure.
    #[error("the complaint was accepted at Stage 1 of the statutory procedure on {}", short_date(*.0))]
    AcceptedAsStatutory(Date),
    /// A decision about oneself.
    #[error("a person complained about cannot decide this")]
    DecidesOnThemselves,
    /// Nothing of the case is considered while proceedings run.
    #[error("every point is deferred since {} because of proceedings elsewhere", short_date(*.0))]
    Deferred(Date),
    /// A point that is not considered now.
    #[error("point {} is not under consideration now", .0.0)]
    NotUnderConsideration(PointNumber),
    /// Brought back after the year.
    #[error("the points came back on {}; the year for it ended on {}", short_date(*.on), short_date(*.until))]
    ResubmittedTooLate {
        /// The day they came back.
        on: Date,
        /// The last day of the year.
        until: Date,
    },
    /// A reason for lateness of an answer that is not late.
    #[error("the answer is not late: it was due by {}", short_date(*.0))]
    AnsweredInTime(Date),
    /// Who answered at Stage 1 may not review it.
    #[error("somebody who was asked to answer at Stage 1 cannot review the answer")]
    AnsweredAtStage1,
}

impl DecisionFault {
    /// What would help.
    pub(super) fn mend(self) -> &'static str {
        match self {
            Self::SameProcedure(_) => "See the case file for what can be done now.",
            Self::InterestNotAsked(_) => "Go on with the complaint; nothing is to be decided.",
            Self::MadeInTime(_) => {
                "Check the day on which the matter arose, or go on with the complaint."
            }
            Self::LimbNotMet(_) => {
                "Refuse these points in writing with the reasons, or answer the question again."
            }
            Self::DecidedApart(_) => "Take that decision; it leaves the procedure where it must.",
            Self::NoGroundThere(_) => "Choose another ground, or go on with the complaint.",
            Self::OmbudsmanNotNamed => {
                "Send a letter that says how to reach the Ombudsman, then record it."
            }
            Self::ConsentNotNeeded => {
                "Choose that none is needed. What the person may see of the child is decided elsewhere."
            }
            Self::ConsentNeeded => {
                "Say on what the child’s agreement rests, or that there is none."
            }
            Self::NotInThisCase(_) => "Choose somebody who is in the case file.",
            Self::AcceptedAsStatutory(_) => {
                "Go on with the statutory procedure to its end; the complainant keeps its stages."
            }
            Self::DecidesOnThemselves => "Have somebody else decide.",
            Self::Deferred(_) => {
                "Review the deferral, or record the end of the proceedings and the resubmission."
            }
            Self::NotUnderConsideration(_) => {
                "Leave the point out; see the case file for why it is not considered."
            }
            Self::ResubmittedTooLate { .. } => {
                "The authority may still take the points as a new complaint; otherwise name the Ombudsman."
            }
            Self::AnsweredInTime(_) => {
                "Leave the reason out, or check the day on which it was sent."
            }
            Self::AnsweredAtStage1 => "Choose somebody else.",
        }
    }

    /// Where the rule stands; `None` where it follows from sense and not from a source.
    pub(super) fn source(self) -> Option<&'static str> {
        match self {
            Self::MadeInTime(_) | Self::LimbNotMet(_) => Some("SI 2006/1738 reg 9"),
            Self::InterestNotAsked(_) => Some("SI 2006/1738 reg 12"),
            Self::DecidedApart(_) => Some("SI 2006/1738 regs 9 and 12"),
            Self::NoGroundThere(_) | Self::OmbudsmanNotNamed => {
                Some("Getting the Best from Complaints; LGSCO Complaint Handling Code (2024)")
            }
            Self::ConsentNotNeeded | Self::ConsentNeeded => {
                Some("Children Act 1989 s.26(3); LGSCO guide for practitioners (2021)")
            }
            Self::AcceptedAsStatutory(_) => Some("LGSCO decision 24 015 996 and others"),
            Self::Deferred(_)
            | Self::NotUnderConsideration(_)
            | Self::ResubmittedTooLate { .. } => Some("SI 2006/1738 reg 8"),
            Self::AnsweredAtStage1 => Some(REVIEW),
            Self::DecidesOnThemselves => Some("Getting the Best from Complaints, local resolution"),
            Self::NotInThisCase(_) | Self::SameProcedure(_) | Self::AnsweredInTime(_) => None,
        }
    }
}
