//! A decision of the Ombudsman, in the words of its time, with the remedies it recommends.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::Stage;
use crate::ids::Sealed;
use crate::remedy::{Pence, RemedyKind};
use crate::settings::Code;

/// A decision in the words of its time.
///
/// The Ombudsman's words changed twice; a decision keeps the vocabulary it was made in, and trends are
/// not computed across vocabularies. Fault and injustice are kept apart: there may be the one without
/// the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanDecision {
    /// The decision, from the authority's list.
    pub decision: Code,
    /// The vocabulary it belongs to.
    pub vocabulary: OmbudsmanVocabulary,
    /// Whether fault was found; `None` where it was not decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fault: Option<bool>,
    /// Whether somebody was adversely affected; `None` where it was not decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub injustice: Option<bool>,
    /// What is to be done, numbered from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<OmbudsmanRemedy>,
    /// When a public report was issued, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_on: Option<Date>,
    /// The stage the complaint was sent back to, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_back_to: Option<Stage>,
}

impl OmbudsmanDecision {
    /// A decision of which no more is known than its word and its day.
    pub fn on(day: Date, decision: Code) -> Self {
        Self {
            decision,
            vocabulary: OmbudsmanVocabulary::on(day),
            fault: None,
            injustice: None,
            remedies: Vec::new(),
            report_on: None,
            sent_back_to: None,
        }
    }
}

/// Something the Ombudsman recommends to put the wrong right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OmbudsmanRemedy {
    /// Its number within the decision.
    pub number: RemedyNumber,
    /// Of which kind.
    pub kind: RemedyKind,
    /// How much, where it is a payment.
    pub amount: Option<Pence>,
    /// By when.
    pub due_on: Option<Date>,
    /// What is to be done, sealed.
    pub text: Option<Sealed>,
}

/// The number of a remedy within the Ombudsman's decision, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RemedyNumber(pub u16);

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
