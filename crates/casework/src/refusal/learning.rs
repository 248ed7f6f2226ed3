//! Why something about learning cannot be recorded, or not so.

use jiff::civil::Date;
use statute::dates::short_date;

use super::lower_first;
use crate::learning::{ActionNumber, ActionOrigin, ActionState, Recommended};

/// What stands against recording a corrective action, or what a case taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LearningFault {
    /// An action that was not agreed in this case.
    #[error("no corrective action {} was agreed in this case", .0.0)]
    NoSuchAction(ActionNumber),
    /// No action waits for this.
    #[error("no corrective action of this case is in the state “{}”", lower_first(.0.label()))]
    NoneInState(ActionState),
    /// A debrief of what nobody has looked into.
    #[error("no investigation has been answered, and no review or mediated meeting is recorded")]
    NothingToDebrief,
    /// A debrief of nobody, or people counted twice.
    #[error("it is not said how many were there, once for each part")]
    NobodyAttended,
    /// An action about nothing.
    #[error("no theme was chosen")]
    NoTheme,
    /// The case has no such answer, report or letter.
    #[error("this case has not what the action is said to come from: {}", lower_first(.0.label()))]
    OriginMissing(ActionOrigin),
    /// A recommendation that nobody made.
    #[error("this was not recommended in this case: {}", lower_first(&.0.label()))]
    NotRecommended(Recommended),
    /// A recommendation of one, and an action that comes from another.
    #[error(
        "the action answers {}, and is said to come from something else",
        lower_first(&.0.label())
    )]
    RecommendedElsewhere(Recommended),
    /// A complaint is closed in silence.
    #[error("nothing is said of what the complaint taught")]
    NothingSaid,
    /// It is still to be done.
    #[error("action {} has not been carried out", .0.0)]
    NotCarriedOut(ActionNumber),
    /// Nobody has looked at the evidence.
    #[error("action {} is not closed", .0.0)]
    NotClosed(ActionNumber),
    /// The owner cannot close it.
    #[error("the owner of the action cannot be the one who checks that it was carried out")]
    CheckedByOwner,
    /// Whoever reported it cannot close it.
    #[error("whoever reported that the action was carried out cannot be the one who checks it")]
    CheckedByReporter,
    /// Somebody complained about would see to what their case taught.
    #[error("somebody who is complained about in this case cannot own its corrective actions")]
    OwnerComplainedAbout,
    /// An effect that is looked at before it can be there.
    #[error("the effect cannot be looked at on {}: that is not after {}", short_date(*.review_on), short_date(*.on))]
    ReviewTooSoon {
        /// The day given.
        review_on: Date,
        /// The day it has to follow.
        on: Date,
    },
}

impl LearningFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::NoSuchAction(_) => "Choose one of the corrective actions of the case.",
            Self::NoneInState(_) => {
                "See the case file for the corrective actions and how far each is."
            }
            Self::NothingToDebrief => {
                "Record the answer to the investigation, the review or the meeting with a mediator first."
            }
            Self::NobodyAttended => "Enter how many were there in at least one part.",
            Self::NoTheme => "Choose at least one theme.",
            Self::OriginMissing(_) => "Record that first, or choose what the action comes from.",
            Self::NotRecommended(_) => "Choose one of the recommendations of the case.",
            Self::RecommendedElsewhere(_) => {
                "Leave open what the action comes from, or choose where the recommendation was made."
            }
            Self::NothingSaid => {
                "Agree a corrective action first, write down what was learned, or say why nothing was."
            }
            Self::NotCarriedOut(_) => "Record first that it was carried out, and what shows it.",
            Self::NotClosed(_) => {
                "Have somebody else check the evidence and close the action first."
            }
            Self::CheckedByOwner | Self::CheckedByReporter => {
                "Ask a colleague to sign in, look at the evidence and close the action."
            }
            Self::OwnerComplainedAbout => "Choose another colleague.",
            Self::ReviewTooSoon { .. } => "Choose a later day.",
        }
    }
}

/// Where the rule stands.
pub(super) const SOURCE: &str = "council policy; SI 2006/1738 reg 13(1): any action to be taken";
