//! Time limits as dated values: how long, from what, for whom, and on whose authority.
//!
//! Each limit is one constant with a spelled-out name. A limit never says what happens when it is missed; that is
//! for the floors above.

mod children_act;
mod corporate;
mod id;
mod length;
mod milestone;
mod neighbouring;
mod relaxation;

pub use children_act::*;
pub use corporate::*;
pub use id::{LimitId, UnknownLimit};
pub use length::Length;
pub use milestone::{Milestone, Owner};
pub use neighbouring::*;
pub use relaxation::{RELAXED_IN_2020, Relaxation, relaxation};

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One time limit, with its authority.
///
/// A council that keeps a local period of its own copies the constant and changes the length:
/// `TimeLimit { length: Length::WorkingDays(WorkingDays(3)), ..ACKNOWLEDGEMENT_SENT }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TimeLimit {
    /// The name events, registers and settings know it by.
    pub id: LimitId,
    /// What must be done by then, in the words of a worklist.
    pub title: &'static str,
    /// How long.
    pub length: Length,
    /// The day that is day 0.
    pub runs_from: Milestone,
    /// Whether time is counted on from the milestone or back from it.
    pub direction: Direction,
    /// The longest the whole period may become, from the same day 0 and never added to the first length.
    pub extendable_to: Option<Length>,
    /// What sort of duty it is.
    pub kind: Kind,
    /// Who has to act.
    pub owner: Owner,
    /// The authority for it.
    pub source: Citation,
    /// What a reader of the table should know besides.
    pub note: &'static str,
    /// When it applies.
    pub in_force: InForce,
}

/// Whether time is counted on or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// On from the milestone.
    Forward,
    /// Back from the milestone.
    Back,
}

/// What sort of duty a limit is: how binding, and by whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Set by an Act or by regulations.
    Hard,
    /// An Act or regulations demand it without a number, such as "as soon as possible". The length here only raises
    /// an alert and is a convention of this product.
    HardNoNumber,
    /// Set by statutory guidance, from which an authority departs only for a recorded reason.
    Guidance,
    /// Advice to a complainant. Passing it takes no right away.
    Advisory,
    /// A council's own standard.
    Local,
    /// An expectation of the Local Government and Social Care Ombudsman, or a time limit it keeps itself.
    Ombudsman,
    /// A convention of this product.
    Convention,
}

/// Where a rule comes from, and how far that has been checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// The short legal text, such as "SI 2006/1738 reg 14".
    pub text: &'static str,
    /// How far the source has been read.
    pub status: Status,
}

/// How far a source has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The text itself was read.
    Read,
    /// Read as another published source reports it.
    ReadSecondHand,
    /// From general knowledge: a lawyer has to check it before anybody relies on it.
    ToBeCheckedByALawyer,
}

/// The days on which a limit applies; both ends count, and `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct InForce {
    /// The first day, or `None` if the source gives none.
    pub from: Option<Date>,
    /// The last day, or `None` while it is still in force.
    pub until: Option<Date>,
}

/// Every limit, in the order a case meets them.
pub const ALL: [TimeLimit; 37] = [
    MADE_WITHIN_A_YEAR,
    SUFFICIENT_INTEREST_DECIDED,
    ACKNOWLEDGEMENT_SENT,
    ADVOCACY_INFORMATION_SENT,
    LOCAL_RESOLUTION_ENDS,
    LOCAL_RESOLUTION_EXTENSION_TOLD,
    RESOLUTION_TERMS_SENT,
    INVESTIGATION_REQUESTED,
    INVESTIGATION_REQUEST_ACKNOWLEDGED,
    INVESTIGATION_RECORD_SENT,
    INVESTIGATION_ENDS_FROM_REQUEST,
    INVESTIGATION_ENDS_FROM_RECORD,
    INVESTIGATION_EXTENSION_TOLD,
    REVIEW_PANEL_REQUESTED,
    REVIEW_PANEL_REQUEST_ACKNOWLEDGED,
    REVIEW_PANEL_CHAIR_APPOINTED,
    REVIEW_PANEL_MEETS,
    REVIEW_PANEL_PAPERS_SENT,
    REVIEW_PANEL_INVITATIONS_SENT,
    REVIEW_PANEL_REPORTS,
    REVIEW_PANEL_ANSWERED,
    RESUBMITTED_AFTER_PROCEEDINGS,
    FREEZE_REVIEWED,
    ANNUAL_REPORT_PUBLISHED,
    OMBUDSMAN_APPROACHED,
    OMBUDSMAN_ENQUIRY_ANSWERED,
    OMBUDSMAN_REPORT_ANSWERED,
    DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
    SUBJECT_ACCESS_ANSWERED,
    AGREED_ACTION_DONE,
    LEARNING_RECORDED,
    COUNCILLOR_ENQUIRY_ANSWERED,
    CORPORATE_COMPLAINT_ACKNOWLEDGED,
    CORPORATE_COMPLAINT_ANSWERED,
    CORPORATE_REVIEW_REQUESTED,
    CORPORATE_REVIEW_ACKNOWLEDGED,
    CORPORATE_REVIEW_ANSWERED,
];

/// The Regulations came into force on this day.
///
/// Source: SI 2006/1738 reg 1.
pub const REGULATIONS_IN_FORCE_FROM: Date = jiff::civil::date(2006, 9, 1);

/// The limit as it stands now: the value that came into force last.
pub const fn of(id: LimitId) -> &'static TimeLimit {
    match id {
        LimitId::MadeWithinAYear => &MADE_WITHIN_A_YEAR,
        LimitId::SufficientInterest => &SUFFICIENT_INTEREST_DECIDED,
        LimitId::Acknowledgement => &ACKNOWLEDGEMENT_SENT,
        LimitId::AdvocacyInformation => &ADVOCACY_INFORMATION_SENT,
        LimitId::LocalResolution => &LOCAL_RESOLUTION_ENDS,
        LimitId::LocalResolutionExtension => &LOCAL_RESOLUTION_EXTENSION_TOLD,
        LimitId::ResolutionTerms => &RESOLUTION_TERMS_SENT,
        LimitId::InvestigationRequest => &INVESTIGATION_REQUESTED,
        LimitId::InvestigationAcknowledgement => &INVESTIGATION_REQUEST_ACKNOWLEDGED,
        LimitId::InvestigationRecord => &INVESTIGATION_RECORD_SENT,
        LimitId::InvestigationFromRequest => &INVESTIGATION_ENDS_FROM_REQUEST,
        LimitId::InvestigationFromRecord => &INVESTIGATION_ENDS_FROM_RECORD,
        LimitId::InvestigationExtension => &INVESTIGATION_EXTENSION_TOLD,
        LimitId::ReviewPanelRequest => &REVIEW_PANEL_REQUESTED,
        LimitId::ReviewPanelAcknowledgement => &REVIEW_PANEL_REQUEST_ACKNOWLEDGED,
        LimitId::ReviewPanelChair => &REVIEW_PANEL_CHAIR_APPOINTED,
        LimitId::ReviewPanelMeets => &REVIEW_PANEL_MEETS,
        LimitId::ReviewPanelPapers => &REVIEW_PANEL_PAPERS_SENT,
        LimitId::ReviewPanelInvitations => &REVIEW_PANEL_INVITATIONS_SENT,
        LimitId::ReviewPanelReport => &REVIEW_PANEL_REPORTS,
        LimitId::ReviewPanelResponse => &REVIEW_PANEL_ANSWERED,
        LimitId::Resubmission => &RESUBMITTED_AFTER_PROCEEDINGS,
        LimitId::FreezeReview => &FREEZE_REVIEWED,
        LimitId::AnnualReport => &ANNUAL_REPORT_PUBLISHED,
        LimitId::OmbudsmanComplaint => &OMBUDSMAN_APPROACHED,
        LimitId::OmbudsmanEnquiry => &OMBUDSMAN_ENQUIRY_ANSWERED,
        LimitId::OmbudsmanReport => &OMBUDSMAN_REPORT_ANSWERED,
        LimitId::DataProtectionAcknowledgement => &DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED,
        LimitId::SubjectAccess => &SUBJECT_ACCESS_ANSWERED,
        LimitId::AgreedAction => &AGREED_ACTION_DONE,
        LimitId::Learning => &LEARNING_RECORDED,
        LimitId::CouncillorEnquiry => &COUNCILLOR_ENQUIRY_ANSWERED,
        LimitId::CorporateAcknowledgement => &CORPORATE_COMPLAINT_ACKNOWLEDGED,
        LimitId::CorporateResponse => &CORPORATE_COMPLAINT_ANSWERED,
        LimitId::CorporateReviewRequest => &CORPORATE_REVIEW_REQUESTED,
        LimitId::CorporateReviewAcknowledgement => &CORPORATE_REVIEW_ACKNOWLEDGED,
        LimitId::CorporateReviewResponse => &CORPORATE_REVIEW_ANSWERED,
    }
}

/// The value of the limit that applied on a day, or `None` if it was not in force.
pub fn in_force(id: LimitId, on: Date) -> Option<&'static TimeLimit> {
    static TABLE: [TimeLimit; ALL.len()] = ALL;
    TABLE
        .iter()
        .find(|limit| limit.id == id && limit.in_force.covers(on))
}

impl InForce {
    /// No first day is known and no last day is set.
    pub const OPEN: Self = Self {
        from: None,
        until: None,
    };

    /// In force from a day on.
    pub const fn since(day: Date) -> Self {
        Self {
            from: Some(day),
            until: None,
        }
    }

    /// Whether the day lies within.
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Citation {
    pub(crate) const fn read(text: &'static str) -> Self {
        Self {
            text,
            status: Status::Read,
        }
    }

    pub(crate) const fn second_hand(text: &'static str) -> Self {
        Self {
            text,
            status: Status::ReadSecondHand,
        }
    }

    pub(crate) const fn to_be_checked(text: &'static str) -> Self {
        Self {
            text,
            status: Status::ToBeCheckedByALawyer,
        }
    }
}

impl Kind {
    /// The word for a page: "set by law", "council standard".
    pub fn title(self) -> &'static str {
        match self {
            Self::Hard => "set by law",
            Self::HardNoNumber => "set by law, without a number of days",
            Self::Guidance => "statutory guidance",
            Self::Advisory => "advice only",
            Self::Local => "council standard",
            Self::Ombudsman => "Ombudsman",
            Self::Convention => "convention of this record",
        }
    }
}

impl Status {
    /// The words for a page: "read", "read second-hand", "to be checked by a lawyer".
    pub const fn title(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::ReadSecondHand => "read second-hand",
            Self::ToBeCheckedByALawyer => "to be checked by a lawyer",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.title())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.title())
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text)
    }
}
