//! The months of 2020 in which limits of the Regulations were relaxed.

use jiff::civil::{Date, date};

use super::{Citation, LimitId};

/// A time during which a limit kept its date but was not strict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxation {
    /// The first day on which a trigger was relaxed.
    pub from: Date,
    /// The last day on which a trigger was relaxed.
    pub until: Date,
    /// What stood in the strict limit's place.
    pub effect: &'static str,
    /// The authority for it.
    pub source: Citation,
}

/// The relaxation of 2020, as far as its effect has been read: the panel's report and the response to it.
///
/// Source: SI 2020/445 reg 6. It was not carried into 2021: SI 2020/909 does not recite the powers of the Regulations.
pub const RELAXED_IN_2020: Relaxation = Relaxation {
    from: date(2020, 4, 24),
    until: date(2020, 9, 25),
    effect: "or as soon as reasonably practicable afterwards",
    source: Citation::second_hand("SI 2020/445 reg 6"),
};

/// Whether a limit that ran from `trigger` was relaxed. The date stays the same; only the report says "relaxed".
///
/// Reading: the limits of reg 20 are known to have been relaxed; that the authority's other limits under the
/// Regulations were relaxed alike is to be checked by a lawyer, and their citation says so.
pub fn relaxation(id: LimitId, trigger: Date) -> Option<Relaxation> {
    if trigger < RELAXED_IN_2020.from || trigger > RELAXED_IN_2020.until {
        return None;
    }
    match id {
        LimitId::ReviewPanelReport | LimitId::ReviewPanelResponse => Some(RELAXED_IN_2020),
        LimitId::LocalResolution
        | LimitId::InvestigationFromRequest
        | LimitId::InvestigationFromRecord
        | LimitId::ReviewPanelMeets => Some(Relaxation {
            source: Citation::to_be_checked(RELAXED_IN_2020.source.text),
            ..RELAXED_IN_2020
        }),
        LimitId::MadeWithinAYear
        | LimitId::SufficientInterest
        | LimitId::Acknowledgement
        | LimitId::AdvocacyInformation
        | LimitId::LocalResolutionExtension
        | LimitId::ResolutionTerms
        | LimitId::InvestigationRequest
        | LimitId::InvestigationAcknowledgement
        | LimitId::InvestigationRecord
        | LimitId::InvestigationExtension
        | LimitId::ReviewPanelRequest
        | LimitId::ReviewPanelAcknowledgement
        | LimitId::ReviewPanelChair
        | LimitId::ReviewPanelPapers
        | LimitId::ReviewPanelInvitations
        | LimitId::Resubmission
        | LimitId::FreezeReview
        | LimitId::AnnualReport
        | LimitId::OmbudsmanComplaint
        | LimitId::OmbudsmanEnquiry
        | LimitId::OmbudsmanReport
        | LimitId::DataProtectionAcknowledgement
        | LimitId::SubjectAccess
        | LimitId::AgreedAction
        | LimitId::Learning
        | LimitId::CouncillorEnquiry
        | LimitId::CorporateAcknowledgement
        | LimitId::CorporateResponse
        | LimitId::CorporateReviewRequest
        | LimitId::CorporateReviewAcknowledgement
        | LimitId::CorporateReviewResponse => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_triggers_within_the_window_were_relaxed() {
        let rows = [
            (date(2020, 4, 23), false),
            (date(2020, 4, 24), true),
            (date(2020, 9, 25), true),
            (date(2020, 9, 26), false),
        ];
        for (trigger, relaxed) in rows {
            assert_eq!(
                relaxation(LimitId::ReviewPanelReport, trigger).is_some(),
                relaxed,
                "{trigger}"
            );
        }
        assert_eq!(
            relaxation(LimitId::CorporateResponse, date(2020, 5, 1)),
            None
        );
    }
}
