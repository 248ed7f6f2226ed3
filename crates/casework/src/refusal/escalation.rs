//! Why the next stage is not open yet, or cannot be refused.

use jiff::civil::Date;
use statute::dates::short_date;

use crate::local_resolution::EscalationGround;

/// What stands against going on to the next stage, or against refusing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EscalationFault {
    /// The time for Stage 1 has not run out.
    #[error("the time for Stage 1 runs until {}", short_date(*.0))]
    StillInTime(Date),
    /// Whoever waits does not know that they need not.
    #[error("the complainant has not been told that they may go on to Stage 2 now")]
    NotToldOfStage2,
    /// The ground does not hold, or not for this stage.
    #[error("this is no lawful ground to refuse the next stage of this case: {}", .0.label())]
    NoLawfulGround(EscalationGround),
    /// The second person is the first.
    #[error("a second person who handles complaints has to agree, and you cannot be both")]
    SecondPerson,
    /// The time for asking for a panel has passed, and no reason is given for allowing it or none can be.
    #[error("the time for asking ended on {}; the request came on {}", short_date(*.until), short_date(*.on))]
    LateForAPanel {
        /// The last day.
        until: Date,
        /// The day of the request.
        on: Date,
    },
}

impl EscalationFault {
    /// What would help.
    pub(super) const fn mend(self) -> &'static str {
        match self {
            Self::StillInTime(_) => "Wait until that day has passed, or send the answer.",
            Self::NotToldOfStage2 => "Offer Stage 2 first.",
            Self::NoLawfulGround(_) => {
                "Record the request and start the next stage: it is a right of the complainant."
            }
            Self::SecondPerson => "Ask a colleague to agree, and choose them.",
            Self::LateForAPanel { .. } => {
                "Either write down why it is allowed all the same, or refuse it with reasons and name the Ombudsman."
            }
        }
    }

    /// Where the rule stands.
    pub(super) const fn source(self) -> &'static str {
        match self {
            Self::StillInTime(_) | Self::NotToldOfStage2 => {
                "Getting the Best from Complaints (2006), Stage 1"
            }
            Self::NoLawfulGround(_) | Self::SecondPerson => {
                "SI 2006/1738 regs 17 and 18; Ombudsman 22 008 976 and 24 015 996"
            }
            Self::LateForAPanel { .. } => "SI 2006/1738 reg 18",
        }
    }
}
