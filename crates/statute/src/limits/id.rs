//! The names limits are known by in events, registers and settings.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::near_miss::near_misses;

macro_rules! limit_ids {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// The name of a time limit. Its code is stored in events and never changes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum LimitId {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl LimitId {
            /// Every name there is.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code, such as "D-S3-PANEL".
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

limit_ids! {
    /// A representation is to be made within a year.
    MadeWithinAYear = "D-YEAR",
    /// Whether an "other person" has sufficient interest.
    SufficientInterest = "D-SI",
    /// Acknowledging a complaint.
    Acknowledgement = "D-ACK1",
    /// Telling a child about advocacy.
    AdvocacyInformation = "D-ADV",
    /// Stage 1.
    LocalResolution = "D-S1",
    /// Telling the complainant that Stage 1 takes longer.
    LocalResolutionExtension = "D-S1-NOTICE",
    /// The terms of resolution in writing.
    ResolutionTerms = "D-S1-TERMS",
    /// Asking for Stage 2.
    InvestigationRequest = "D-S2-REQ",
    /// Acknowledging the request for Stage 2.
    InvestigationAcknowledgement = "D-ACK2",
    /// Writing down an oral complaint for Stage 2.
    InvestigationRecord = "D-S2-RECORD",
    /// Stage 2, counted from the request.
    InvestigationFromRequest = "D-S2-R",
    /// Stage 2, counted from the agreed record.
    InvestigationFromRecord = "D-S2-A",
    /// Telling the complainant that Stage 2 takes longer.
    InvestigationExtension = "D-S2-NOTICE",
    /// Asking for Stage 3.
    ReviewPanelRequest = "D-S3-REQ",
    /// Acknowledging the request for Stage 3.
    ReviewPanelAcknowledgement = "D-ACK3",
    /// Appointing the chair.
    ReviewPanelChair = "D-S3-CHAIR",
    /// The panel meets.
    ReviewPanelMeets = "D-S3-PANEL",
    /// Papers for the panel.
    ReviewPanelPapers = "D-S3-PAPERS",
    /// Invitations to the panel.
    ReviewPanelInvitations = "D-S3-INVITE",
    /// The panel's report.
    ReviewPanelReport = "D-S3-REPORT",
    /// The authority's response to the panel.
    ReviewPanelResponse = "D-S3-RESP",
    /// Coming back after concurrent proceedings.
    Resubmission = "D-RESUB",
    /// Looking again at a freeze.
    FreezeReview = "D-FREEZE-REVIEW",
    /// The annual report.
    AnnualReport = "D-ANNUAL",
    /// Going to the Ombudsman.
    OmbudsmanComplaint = "D-LGSCO",
    /// Answering the Ombudsman's enquiry.
    OmbudsmanEnquiry = "D-LGSCO-ENQ",
    /// Answering the Ombudsman's public report.
    OmbudsmanReport = "D-LGSCO-REPORT",
    /// Acknowledging a data-protection complaint.
    DataProtectionAcknowledgement = "D-DP-ACK",
    /// Answering a subject access request.
    SubjectAccess = "D-SAR",
    /// An agreed action.
    AgreedAction = "D-ACTION",
    /// Learning from a closed case.
    Learning = "D-LEARN",
    /// Answering a Member of Parliament or councillor.
    CouncillorEnquiry = "D-MP",
    /// Acknowledging a corporate complaint.
    CorporateAcknowledgement = "D-C1-ACK",
    /// Answering a corporate complaint.
    CorporateResponse = "D-C1",
    /// Asking for a corporate review.
    CorporateReviewRequest = "D-C2-REQ",
    /// Acknowledging the request for a corporate review.
    CorporateReviewAcknowledgement = "D-C2-ACK",
    /// Answering after a corporate review.
    CorporateReviewResponse = "D-C2",
}

/// A code that names no limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLimit {
    /// What was written.
    pub written: String,
    /// The limit that was probably meant.
    pub meant: Option<LimitId>,
}

impl fmt::Display for LimitId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.code())
    }
}

impl FromStr for LimitId {
    type Err = UnknownLimit;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let written = text.trim();
        LimitId::ALL
            .iter()
            .copied()
            .find(|id| id.code().eq_ignore_ascii_case(written))
            .ok_or_else(|| UnknownLimit {
                written: text.to_owned(),
                meant: nearest(written),
            })
    }
}

impl fmt::Display for UnknownLimit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "There is no time limit \"{}\".", self.written)?;
        if let Some(meant) = self.meant {
            write!(out, " Did you mean {meant}?")?;
        }
        let codes: Vec<&str> = LimitId::ALL.iter().map(|id| id.code()).collect();
        write!(out, " The time limits are {}.", codes.join(", "))
    }
}

impl std::error::Error for UnknownLimit {}

/// The code that was probably meant.
fn nearest(written: &str) -> Option<LimitId> {
    let codes = LimitId::ALL.iter().map(|id| id.code());
    let meant = near_misses(written, codes).first().copied()?;
    LimitId::ALL.iter().copied().find(|id| id.code() == meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_answered_with_the_limit_that_was_meant() {
        assert_eq!("d-s3-panel".parse(), Ok(LimitId::ReviewPanelMeets));
        let slip = "D-S3-PANNEL".parse::<LimitId>().unwrap_err();
        assert_eq!(slip.meant, Some(LimitId::ReviewPanelMeets));
        let words = slip.to_string();
        assert!(words.contains("Did you mean D-S3-PANEL?"), "{words}");
        assert!(
            LimitId::ALL.iter().all(|id| words.contains(id.code())),
            "{words}"
        );
    }

    #[test]
    fn nonsense_is_not_answered_with_a_guess() {
        for nonsense in ["", "x", "stage three review panel", "DSZ"] {
            assert_eq!(
                nonsense.parse::<LimitId>().unwrap_err().meant,
                None,
                "{nonsense}"
            );
        }
    }

    #[test]
    fn a_code_is_its_own_stored_form() {
        for &id in LimitId::ALL {
            assert_eq!(serde_json::to_value(id).unwrap(), id.code());
            assert_eq!(id.to_string().parse(), Ok(id));
        }
    }
}
