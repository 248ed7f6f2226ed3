//! Closure: what puts a wrong right, and how a case ends, always with the next right named or a lawful
//! reason.

mod agree_remedy;
mod carry_out_remedy;
mod close;
mod notice_of_rights;
mod withdraw;

pub use agree_remedy::{AgreeRemedy, AgreedRemedy, LegalPower, Payment, RemedyOfTheCase};
pub use carry_out_remedy::CarryOutRemedy;
pub use close::{Close, closing_notice};
pub use notice_of_rights::{Basis, ByWhen, NoticeFault, NoticeOfRights, Way, notice_owed};
pub use withdraw::Withdraw;

use serde::{Deserialize, Serialize};

use crate::learning::Learned;

/// A withdrawal by the complainant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Whether it was by word of mouth; both count.
    pub oral: bool,
    /// Whether the authority looks at the matter anyway, as a review of its own; `None` where an older
    /// record does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looked_into: Option<bool>,
    /// Working days from receipt to the written confirmation of it.
    pub took: u16,
}

/// How a case was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The right the complainant was told of when it was closed.
    pub next_right: NextRight,
    /// How they were told of it; `None` for what is no complaint and in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeOfRights>,
    /// What was said then of what it taught; `None` where a corrective action says it, where nothing was answered, and
    /// in older records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learned: Option<Learned>,
}

/// What the complainant may do next, as the last letter told them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NextRight {
    /// Ask for an independent investigation. There is no legal limit for asking.
    Investigation,
    /// Ask for a Review Panel within twenty working days of receiving the Stage 2 answer.
    ReviewPanel,
    /// Go to the Ombudsman within twelve months.
    Ombudsman,
    /// Complain again: a withdrawn complaint can be brought back.
    BringItBack,
    /// Nothing further: what is closed is not a complaint.
    None,
}

impl NextRight {
    /// The words a page and a letter show.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Investigation => "to ask for an independent investigation (Stage 2)",
            Self::ReviewPanel => "to ask for a Review Panel (Stage 3)",
            Self::Ombudsman => "to complain to the Local Government and Social Care Ombudsman",
            Self::BringItBack => "to bring the complaint back",
            Self::None => "none: this was not a complaint",
        }
    }
}
