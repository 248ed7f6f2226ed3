//! How the Stage 1 answer is got ready, in a register line: on whose desk it lies, who helps, and whether it was checked.

use casework::case::Case;
use casework::ids::AccountId;
use casework::local_resolution::{AnswerDesk, AnswerManner, HelperPart};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How the answer is got ready, or was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftingLine {
    /// On whose desk it lies; `None` where no answer is awaited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desk: Option<AnswerDesk>,
    /// Who helps with it now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helpers: Vec<(HelperPart, AccountId)>,
    /// When more time was asked for, and until when, while nobody has decided that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_time: Option<(Date, Date)>,
    /// When more time was refused, until somebody asks again or the answer is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub more_time_refused: Option<Date>,
    /// Whether the response that was sent had been checked by somebody else than its writer; `None` before it is sent,
    /// and of written terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
    /// How often a draft of it went back to its writer.
    #[serde(default)]
    pub times_back: u16,
    /// Whether the answer that was sent shared what was learned; `None` where that is not noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learning_shared: Option<bool>,
}

impl DraftingLine {
    /// How the answer of a case is got ready.
    pub(super) fn of(case: &Case) -> Self {
        let drafting = &case.drafting;
        let stage = case.local_resolution.as_ref();
        let answered = stage.and_then(|stage| stage.answered.as_ref());
        let response = answered.filter(|(_, sent)| sent.manner == AnswerManner::Response);
        let awaited = case.answer_desk();
        let helpers = HelperPart::ALL.into_iter();
        Self {
            desk: awaited,
            helpers: helpers
                .filter(|_| awaited.is_some())
                .filter_map(|part| Some((part, case.helper(part)?)))
                .collect(),
            more_time: drafting
                .more_time
                .as_ref()
                .map(|(on, asked)| (*on, asked.until)),
            more_time_refused: drafting.more_time_refused.as_ref().map(|(on, _)| *on),
            checked: response.map(|_| drafting.was_checked()),
            times_back: u16::try_from(drafting.times_back()).unwrap_or(u16::MAX),
            learning_shared: answered.and_then(|(_, sent)| sent.learning_shared),
        }
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
