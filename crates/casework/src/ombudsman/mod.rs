//! Ombudsman: what the Local Government and Social Care Ombudsman asked and decided.

mod record_ombudsman_case;
mod record_ombudsman_decision;

pub use record_ombudsman_case::RecordOmbudsmanCase;
pub use record_ombudsman_decision::RecordOmbudsmanDecision;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::settings::Code;

/// A case at the Ombudsman.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanCase {
    /// When the authority first heard of it.
    pub opened_on: Date,
    /// When and how it was decided.
    pub decided: Option<(Date, OmbudsmanDecision)>,
}

/// A decision in the words of its time.
///
/// The Ombudsman's words changed twice; a decision keeps the vocabulary it was made in, and trends are
/// not computed across vocabularies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanDecision {
    /// The decision, from the authority's list.
    pub decision: Code,
    /// The vocabulary it belongs to.
    pub vocabulary: OmbudsmanVocabulary,
}

/// The three generations of the Ombudsman's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OmbudsmanVocabulary {
    /// To about 2012/13.
    #[serde(rename = "LGO-1")]
    Lgo1,
    /// 2013/14 to about 2017/18.
    #[serde(rename = "LGO-2")]
    Lgo2,
    /// From 2018/19.
    #[serde(rename = "LGSCO-3")]
    Lgsco3,
}

impl OmbudsmanVocabulary {
    /// The words in use on a day.
    pub fn on(day: Date) -> Self {
        if day < Date::constant(2013, 4, 1) {
            Self::Lgo1
        } else if day < Date::constant(2018, 4, 1) {
            Self::Lgo2
        } else {
            Self::Lgsco3
        }
    }
}
