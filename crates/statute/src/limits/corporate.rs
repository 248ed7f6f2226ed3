//! The limits of a corporate complaint, for matters the Children Act procedure does not reach.
//!
//! The Code is guidance: councils may print other periods, and the Ombudsman uses it in investigations from 1 April 2026.

use super::{Citation, Direction, InForce, Kind, Length, LimitId, Milestone, Owner, TimeLimit};
use crate::working_days::WorkingDays;

/// Corporate Stage 1: the complaint is acknowledged, defined and logged by the end of this period.
///
/// Source: LGSCO Complaint Handling Code (2024).
pub const CORPORATE_COMPLAINT_ACKNOWLEDGED: TimeLimit = TimeLimit {
    id: LimitId::CorporateAcknowledgement,
    title: "Acknowledge the corporate complaint",
    length: Length::WorkingDays(WorkingDays(5)),
    runs_from: Milestone::CorporateComplaintReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Ombudsman,
    owner: Owner::ComplaintsTeam,
    source: Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
    note: "Acknowledged, defined and logged.",
    in_force: InForce::OPEN,
};

/// Corporate Stage 1: the response is sent by the end of this period.
///
/// Source: LGSCO Complaint Handling Code (2024).
pub const CORPORATE_COMPLAINT_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::CorporateResponse,
    title: "Corporate Stage 1 response sent",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::CorporateComplaintAcknowledged,
    direction: Direction::Forward,
    extendable_to: Some(Length::WorkingDays(WorkingDays(20))),
    kind: Kind::Ombudsman,
    owner: Owner::Service,
    source: Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
    note: "From the acknowledgement, not from receipt.",
    in_force: InForce::OPEN,
};

/// Corporate Stage 2 is asked for by the end of this period.
///
/// Source: council policy.
pub const CORPORATE_REVIEW_REQUESTED: TimeLimit = TimeLimit {
    id: LimitId::CorporateReviewRequest,
    title: "Corporate Stage 2 asked for",
    length: Length::WorkingDays(WorkingDays(20)),
    runs_from: Milestone::CorporateResponseReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::Complainant,
    source: Citation::second_hand("council policy"),
    note: "Councils print anything from 14 days to a month.",
    in_force: InForce::OPEN,
};

/// Corporate Stage 2: the request is acknowledged by the end of this period.
///
/// Source: LGSCO Complaint Handling Code (2024).
pub const CORPORATE_REVIEW_ACKNOWLEDGED: TimeLimit = TimeLimit {
    id: LimitId::CorporateReviewAcknowledgement,
    title: "Acknowledge the request for corporate Stage 2",
    length: Length::WorkingDays(WorkingDays(5)),
    runs_from: Milestone::CorporateReviewRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Ombudsman,
    owner: Owner::ComplaintsTeam,
    source: Citation::second_hand("LGSCO Complaint Handling Code (2024)"),
    note: "",
    in_force: InForce::OPEN,
};

/// Corporate Stage 2: the response is sent by the end of this period.
///
/// Source: LGSCO Complaint Handling Code (2024).
pub const CORPORATE_REVIEW_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::CorporateReviewResponse,
    title: "Corporate Stage 2 response sent",
    length: Length::WorkingDays(WorkingDays(20)),
    runs_from: Milestone::CorporateReviewAcknowledged,
    direction: Direction::Forward,
    extendable_to: Some(Length::WorkingDays(WorkingDays(40))),
    kind: Kind::Ombudsman,
    owner: Owner::CorporateReviewer,
    source: Citation::to_be_checked("LGSCO Complaint Handling Code (2024)"),
    note: "From the acknowledgement. That it may be extended to the longest period is to be checked.",
    in_force: InForce::OPEN,
};
