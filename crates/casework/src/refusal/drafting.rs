//! Why something about the drafts of an answer cannot be recorded, or not so.

use super::lower_first;
use crate::local_resolution::{AnswerQuality, HelperPart};

/// What stands against naming a helper, handing in a draft, checking it, asking for time, or sending it unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftFault {
    /// Nobody is named who could be released.
    #[error("nobody is named in this part: {}", lower_first(.0.label()))]
    NobodyNamed(HelperPart),
    /// Somebody complained about would help with the answer.
    #[error("somebody who is complained about in this case cannot help with its answer")]
    HelperComplainedAbout,
    /// Whoever answers would help themselves.
    #[error("whoever answers the complaint cannot be named to help with it")]
    HelperAnswers,
    /// Somebody complained about would write the answer.
    #[error("somebody who is complained about in this case cannot write its answer")]
    WriterComplainedAbout,
    /// No draft is in, or the latest has been looked at.
    #[error("no draft of the answer waits to be checked")]
    NothingToCheck,
    /// The writer checks their own words.
    #[error("whoever wrote the answer cannot be the one who checks it")]
    CheckedByWriter,
    /// Ready, though something is missing.
    #[error("the answer is called ready, and this is not ticked: {}", .0.label())]
    NotReady(AnswerQuality),
    /// The authority asks for a check and there was none.
    #[error("nobody has checked this answer, and your council asks for that before it is sent")]
    NotChecked,
    /// Nothing is said that was not noted.
    #[error("nothing is added to the record of the answer")]
    NothingAdded,
    /// More time is refused that nobody asked for.
    #[error("nobody waits for a decision on more time")]
    NoTimeAskedFor,
    /// A reason for which Stage 1 cannot be extended.
    #[error("Stage 1 cannot be extended for this reason")]
    NoReasonAtStage1,
}

impl DraftFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::NobodyNamed(_) => "See the case file for who helps with the answer.",
            Self::HelperComplainedAbout | Self::HelperAnswers => "Choose another colleague.",
            Self::WriterComplainedAbout => "Ask another manager of the service to answer.",
            Self::NothingToCheck => "Record first that a draft came in.",
            Self::CheckedByWriter => "Ask a colleague to sign in and check it.",
            Self::NotReady(_) => {
                "Tick it if it is so, or hand the draft back and say what is missing."
            }
            Self::NotChecked => {
                "Hand in the draft and have a colleague check it. On its last day an answer may leave without."
            }
            Self::NothingAdded => "Answer at least one of the questions.",
            Self::NoTimeAskedFor => "See the case file for what was decided.",
            Self::NoReasonAtStage1 => {
                "Choose one of the two reasons the Regulations give for Stage 1."
            }
        }
    }

    /// Where the rule stands.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::NobodyNamed(_)
            | Self::HelperComplainedAbout
            | Self::HelperAnswers
            | Self::WriterComplainedAbout => "Getting the Best from Complaints, local resolution",
            Self::NothingToCheck
            | Self::CheckedByWriter
            | Self::NotReady(_)
            | Self::NothingAdded
            | Self::NoTimeAskedFor
            | Self::NotChecked => "council policy; SI 2006/1738 reg 13(1)",
            Self::NoReasonAtStage1 => "SI 2006/1738 reg 14(5)",
        }
    }
}
