//! The days limits run from, and the people who have to act.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$enum_doc:meta])* $enum:ident { $($name:ident = $words:literal,)+ }) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $enum {
            $(#[doc = $words] $name,)+
        }

        impl $enum {
            /// Every one there is.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The words for a page.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $words,)+
                }
            }
        }

        impl fmt::Display for $enum {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.pad(self.title())
            }
        }
    };
}

words! {
    /// What happens on day 0 of a limit.
    Milestone {
        GroundsArose = "the grounds arose",
        OtherPersonComplained = "somebody else made a representation about a child",
        ReceivedByAuthority = "the authority received the complaint",
        ChildWishesToComplain = "the authority learned that a child complains or means to",
        ResolutionAgreed = "a resolution was agreed",
        LocalResolutionResponseReceived = "the complainant received the Stage 1 response",
        InvestigationRequested = "Stage 2 was requested",
        OralInvestigationRequested = "Stage 2 was requested by word of mouth",
        InvestigationRecordAgreed = "the written record of the complaint was agreed",
        InvestigationFoundTooLong = "it became clear that Stage 2 needs longer",
        InvestigationResponseReceived = "the complainant received the Stage 2 response",
        ReviewPanelRequested = "Stage 3 was requested",
        ReviewPanelMeets = "the review panel meets",
        ReviewPanelReportReceived = "the authority received the panel’s report",
        ReviewPanelRecommendationsMade = "the panel sent its recommendations",
        ConcurrentProceedingsEnded = "the concurrent proceedings ended",
        FreezeNotified = "the freeze was notified or last reviewed",
        ReportingYearEnded = "the reporting year ended on 31 March",
        MatterLearned = "the complainant learned of the matter",
        OmbudsmanReplyDate = "the Ombudsman’s letter asks for the reply",
        OmbudsmanReportIssued = "the Ombudsman issued a public report",
        DataProtectionComplaintReceived = "the data-protection complaint was received",
        SubjectAccessRequested = "the subject access request was received",
        ActionDate = "the action was promised for",
        CaseClosed = "the case was closed",
        CouncillorEnquiryReceived = "the enquiry was received",
        CorporateComplaintReceived = "the corporate complaint was received",
        CorporateComplaintAcknowledged = "the corporate complaint was acknowledged",
        CorporateResponseReceived = "the complainant received the corporate Stage 1 response",
        CorporateReviewRequested = "corporate Stage 2 was requested",
        CorporateReviewAcknowledged = "the request for corporate Stage 2 was acknowledged",
    }
}

words! {
    /// Who has to act in time.
    Owner {
        Complainant = "the complainant",
        ComplaintsManager = "the complaints manager",
        ComplaintsTeam = "the complaints team",
        ServiceManager = "the service manager",
        Service = "the service",
        AdjudicatingOfficer = "the adjudicating officer",
        PanelChair = "the panel chair",
        Director = "the director",
        Authority = "the authority",
        DataProtectionOfficer = "the data protection officer",
        ActionOwner = "the owner of the action",
        CorporateReviewer = "the reviewer",
    }
}
