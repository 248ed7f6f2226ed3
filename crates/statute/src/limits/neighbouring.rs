//! Limits of neighbours: the Ombudsman, data protection, and what a council promises itself.

use jiff::civil::date;

use super::{Citation, Direction, InForce, Kind, Length, LimitId, Milestone, Owner, TimeLimit};
use crate::working_days::WorkingDays;

/// A complaint to the Ombudsman is made within this time of learning of the matter.
///
/// Source: Local Government Act 1974 s.26B.
pub const OMBUDSMAN_APPROACHED: TimeLimit = TimeLimit {
    id: LimitId::OmbudsmanComplaint,
    title: "Complaint to the Ombudsman",
    length: Length::Months(12),
    runs_from: Milestone::MatterLearned,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Ombudsman,
    owner: Owner::Complainant,
    source: Citation::read("Local Government Act 1974 s.26B"),
    note: "The Ombudsman keeps this limit and may waive it; the authority does not enforce it.",
    in_force: InForce::OPEN,
};

/// An enquiry of the Ombudsman is answered by the day its letter sets.
///
/// Source: the Ombudsman’s letter.
pub const OMBUDSMAN_ENQUIRY_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::OmbudsmanEnquiry,
    title: "Answer the Ombudsman’s enquiry",
    length: Length::OnTheDay,
    runs_from: Milestone::OmbudsmanReplyDate,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Ombudsman,
    owner: Owner::ComplaintsManager,
    source: Citation::read("the Ombudsman’s letter"),
    note: "The letter sets the day, and the Ombudsman alone extends it.",
    in_force: InForce::OPEN,
};

/// A public report is considered by members and answered within this time.
///
/// Source: Local Government Act 1974 s.31(2).
pub const OMBUDSMAN_REPORT_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::OmbudsmanReport,
    title: "Answer the Ombudsman’s public report",
    length: Length::Months(3),
    runs_from: Milestone::OmbudsmanReportIssued,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::Authority,
    source: Citation::read("Local Government Act 1974 s.31(2)"),
    note: "Members must have considered the report.",
    in_force: InForce::OPEN,
};

/// A data-protection complaint is acknowledged by the end of this period.
///
/// Source: Data Protection Act 2018 s.164A.
pub const DATA_PROTECTION_COMPLAINT_ACKNOWLEDGED: TimeLimit = TimeLimit {
    id: LimitId::DataProtectionAcknowledgement,
    title: "Acknowledge the data-protection complaint",
    length: Length::CalendarDaysRolled(30),
    runs_from: Milestone::DataProtectionComplaintReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::DataProtectionOfficer,
    source: Citation::second_hand("Data Protection Act 2018 s.164A"),
    note: "Calendar days; a last day that does not work moves on to the next that does.",
    in_force: InForce::since(date(2026, 6, 19)),
};

/// A subject access request is answered within this time.
///
/// Source: UK GDPR art 12(3).
pub const SUBJECT_ACCESS_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::SubjectAccess,
    title: "Answer the subject access request",
    length: Length::Months(1),
    runs_from: Milestone::SubjectAccessRequested,
    direction: Direction::Forward,
    extendable_to: Some(Length::Months(3)),
    kind: Kind::Hard,
    owner: Owner::DataProtectionOfficer,
    source: Citation::to_be_checked("UK GDPR art 12(3)"),
    note: "Two further months for complex requests, counted from the same day.",
    in_force: InForce::OPEN,
};

/// An agreed action is done by the day that was set for it.
///
/// Source: council policy.
pub const AGREED_ACTION_DONE: TimeLimit = TimeLimit {
    id: LimitId::AgreedAction,
    title: "Agreed action done",
    length: Length::OnTheDay,
    runs_from: Milestone::ActionDate,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::ActionOwner,
    source: Citation::read("council policy"),
    note: "The day agreed; a new day is a logged re-plan.",
    in_force: InForce::OPEN,
};

/// What a closed case teaches is written down within this time.
///
/// Source: council policy.
pub const LEARNING_RECORDED: TimeLimit = TimeLimit {
    id: LimitId::Learning,
    title: "Learning from the case recorded",
    length: Length::Months(3),
    runs_from: Milestone::CaseClosed,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::Service,
    source: Citation::read("council policy"),
    note: "",
    in_force: InForce::OPEN,
};

/// An enquiry of a Member of Parliament or councillor is answered by the end of this period.
///
/// Source: council policy.
pub const COUNCILLOR_ENQUIRY_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::CouncillorEnquiry,
    title: "Answer the Member of Parliament or councillor",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::CouncillorEnquiryReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::Service,
    source: Citation::read("council policy"),
    note: "An enquiry is not by itself a complaint.",
    in_force: InForce::OPEN,
};
