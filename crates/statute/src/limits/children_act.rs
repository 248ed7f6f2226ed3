//! The limits of the Children Act procedure, in the order a case meets them.

use super::{
    Citation, Direction, InForce, Kind, Length, LimitId, Milestone, Owner,
    REGULATIONS_IN_FORCE_FROM, TimeLimit,
};
use crate::working_days::WorkingDays;

/// A representation is to be made within this time of its grounds.
///
/// Source: SI 2006/1738 reg 9.
pub const MADE_WITHIN_A_YEAR: TimeLimit = TimeLimit {
    id: LimitId::MadeWithinAYear,
    title: "Representation made within a year",
    length: Length::Years(1),
    runs_from: Milestone::GroundsArose,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::Complainant,
    source: Citation::second_hand("SI 2006/1738 reg 9"),
    note: "The last day counts and does not move off a weekend. A late one may still be considered if it was not reasonable to expect it in time and it can still be considered effectively and fairly.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Whether an "other person" has sufficient interest is decided as soon as possible.
///
/// Source: SI 2006/1738 reg 12.
pub const SUFFICIENT_INTEREST_DECIDED: TimeLimit = TimeLimit {
    id: LimitId::SufficientInterest,
    title: "Decide whether the person has sufficient interest",
    length: Length::WorkingDays(WorkingDays(3)),
    runs_from: Milestone::OtherPersonComplained,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ComplaintsManager,
    source: Citation::read("SI 2006/1738 reg 12"),
    note: "The Regulations say as soon as possible; the days are an alert.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// A complaint is acknowledged by the end of this period.
///
/// Source: council policy.
pub const ACKNOWLEDGEMENT_SENT: TimeLimit = TimeLimit {
    id: LimitId::Acknowledgement,
    title: "Acknowledge the complaint",
    length: Length::WorkingDays(WorkingDays(2)),
    runs_from: Milestone::ReceivedByAuthority,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::ComplaintsTeam,
    source: Citation::read("council policy"),
    note: "The Regulations have no such limit.",
    in_force: InForce::OPEN,
};

/// A child who complains or means to is told about advocacy at once.
///
/// Source: SI 2004/719.
pub const ADVOCACY_INFORMATION_SENT: TimeLimit = TimeLimit {
    id: LimitId::AdvocacyInformation,
    title: "Tell the child about advocacy",
    length: Length::WorkingDays(WorkingDays(2)),
    runs_from: Milestone::ChildWishesToComplain,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ComplaintsTeam,
    source: Citation::to_be_checked("SI 2004/719"),
    note: "At once; the days are an alert.",
    in_force: InForce::OPEN,
};

/// Stage 1: the authority resolves the complaint or responds by the end of this period.
///
/// Source: SI 2006/1738 reg 14.
pub const LOCAL_RESOLUTION_ENDS: TimeLimit = TimeLimit {
    id: LimitId::LocalResolution,
    title: "Stage 1 response sent",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::ReceivedByAuthority,
    direction: Direction::Forward,
    extendable_to: Some(Length::WorkingDays(WorkingDays(20))),
    kind: Kind::Hard,
    owner: Owner::ServiceManager,
    source: Citation::second_hand("SI 2006/1738 reg 14"),
    note: "Extended once at most, for complexity or to appoint an advocate. There is no third period.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 1: notice of an extension, with reason and new date, goes out while the first period runs.
///
/// Source: Getting the Best from Complaints (2006), Stage 1.
pub const LOCAL_RESOLUTION_EXTENSION_TOLD: TimeLimit = TimeLimit {
    id: LimitId::LocalResolutionExtension,
    title: "Tell the complainant that Stage 1 takes longer",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::ReceivedByAuthority,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Guidance,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 1"),
    note: "Reading: the notice is in time if it is sent while the first period still runs. Later, or without a reason, there is no valid extension.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 1: agreed terms go to the complainant in writing as soon as possible.
///
/// Source: SI 2006/1738 reg 15(1).
pub const RESOLUTION_TERMS_SENT: TimeLimit = TimeLimit {
    id: LimitId::ResolutionTerms,
    title: "Send the terms of resolution in writing",
    length: Length::WorkingDays(WorkingDays(2)),
    runs_from: Milestone::ResolutionAgreed,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ServiceManager,
    source: Citation::second_hand("SI 2006/1738 reg 15(1)"),
    note: "As soon as possible; the days are an alert.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 2 is best asked for within this time; asking later is no less of a right.
///
/// Source: Getting the Best from Complaints (2006), Stage 1.
pub const INVESTIGATION_REQUESTED: TimeLimit = TimeLimit {
    id: LimitId::InvestigationRequest,
    title: "Stage 2 asked for",
    length: Length::WorkingDays(WorkingDays(20)),
    runs_from: Milestone::LocalResolutionResponseReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Advisory,
    owner: Owner::Complainant,
    source: Citation::second_hand("Getting the Best from Complaints (2006), Stage 1"),
    note: "Advice only: the law sets no limit, and the right to Stage 2 does not end.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 2: the request is acknowledged.
///
/// Source: council policy.
pub const INVESTIGATION_REQUEST_ACKNOWLEDGED: TimeLimit = TimeLimit {
    id: LimitId::InvestigationAcknowledgement,
    title: "Acknowledge the request for Stage 2",
    length: Length::WorkingDays(WorkingDays(2)),
    runs_from: Milestone::InvestigationRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Local,
    owner: Owner::ComplaintsTeam,
    source: Citation::read("council policy"),
    note: "",
    in_force: InForce::OPEN,
};

/// Stage 2: an oral complaint is written down and sent for comment as soon as possible.
///
/// Source: SI 2006/1738 reg 16.
pub const INVESTIGATION_RECORD_SENT: TimeLimit = TimeLimit {
    id: LimitId::InvestigationRecord,
    title: "Send the written record of an oral complaint",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::OralInvestigationRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ComplaintsManager,
    source: Citation::second_hand("SI 2006/1738 reg 16"),
    note: "As soon as possible; the days are an alert.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 2, counted from the request: the response is sent by the end of this period.
///
/// Source: SI 2006/1738 reg 17.
pub const INVESTIGATION_ENDS_FROM_REQUEST: TimeLimit = TimeLimit {
    id: LimitId::InvestigationFromRequest,
    title: "Stage 2 response sent, from the request",
    length: Length::WorkingDays(WorkingDays(25)),
    runs_from: Milestone::InvestigationRequested,
    direction: Direction::Forward,
    extendable_to: Some(Length::WorkingDays(WorkingDays(65))),
    kind: Kind::Hard,
    owner: Owner::AdjudicatingOfficer,
    source: Citation::second_hand("SI 2006/1738 reg 17"),
    note: "From the request, as the Ombudsman counts (25 005 179). The longest period runs from the same day and is not added.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 2, counted from the agreed record: the response is sent by the end of this period.
///
/// Source: SI 2006/1738 reg 17.
pub const INVESTIGATION_ENDS_FROM_RECORD: TimeLimit = TimeLimit {
    id: LimitId::InvestigationFromRecord,
    title: "Stage 2 response sent, from the agreed record",
    length: Length::WorkingDays(WorkingDays(25)),
    runs_from: Milestone::InvestigationRecordAgreed,
    direction: Direction::Forward,
    extendable_to: Some(Length::WorkingDays(WorkingDays(65))),
    kind: Kind::Hard,
    owner: Owner::AdjudicatingOfficer,
    source: Citation::to_be_checked("SI 2006/1738 reg 17"),
    note: "Binding for oral complaints; many councils count every investigation so. The start date is to be checked by a lawyer.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 2: notice of an extension goes out as soon as it is known to be needed.
///
/// Source: SI 2006/1738 reg 17(6).
pub const INVESTIGATION_EXTENSION_TOLD: TimeLimit = TimeLimit {
    id: LimitId::InvestigationExtension,
    title: "Tell the complainant that Stage 2 takes longer",
    length: Length::OnTheDay,
    runs_from: Milestone::InvestigationFoundTooLong,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ComplaintsManager,
    source: Citation::second_hand("SI 2006/1738 reg 17(6)"),
    note: "As soon as possible, in writing, with the reasons and the date of the response; without either there is no valid extension.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the complainant asks for a Review Panel by the end of this period.
///
/// Source: SI 2006/1738 reg 18.
pub const REVIEW_PANEL_REQUESTED: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelRequest,
    title: "Stage 3 asked for",
    length: Length::WorkingDays(WorkingDays(20)),
    runs_from: Milestone::InvestigationResponseReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::Complainant,
    source: Citation::to_be_checked("SI 2006/1738 reg 18"),
    note: "A real limit, from receipt. The authority may still accept a late request, with reasons.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the request is acknowledged.
///
/// Source: Getting the Best from Complaints (2006), Stage 3.
pub const REVIEW_PANEL_REQUEST_ACKNOWLEDGED: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelAcknowledgement,
    title: "Acknowledge the request for Stage 3",
    length: Length::WorkingDays(WorkingDays(2)),
    runs_from: Milestone::ReviewPanelRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Guidance,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
    note: "",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the chair of the Review Panel is appointed by the end of this period.
///
/// Source: Getting the Best from Complaints (2006), Stage 3.
pub const REVIEW_PANEL_CHAIR_APPOINTED: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelChair,
    title: "Appoint the panel chair",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::ReviewPanelRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Guidance,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
    note: "",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the Review Panel must meet by the end of this period.
///
/// Source: SI 2006/1738 reg 19(4).
pub const REVIEW_PANEL_MEETS: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelMeets,
    title: "Review panel meets",
    length: Length::WorkingDays(WorkingDays(30)),
    runs_from: Milestone::ReviewPanelRequested,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::ComplaintsManager,
    source: Citation::read("SI 2006/1738 reg 19(4)"),
    note: "The Regulations know no extension. A later date agreed with the complainant is still out of time.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the papers go out at least this long before the meeting.
///
/// Source: Getting the Best from Complaints (2006), Stage 3.
pub const REVIEW_PANEL_PAPERS_SENT: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelPapers,
    title: "Send the panel papers",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::ReviewPanelMeets,
    direction: Direction::Back,
    extendable_to: None,
    kind: Kind::Guidance,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
    note: "Counted back, with the day of the meeting as day 0.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: notice of date and place goes out at least this long before the meeting.
///
/// Source: Getting the Best from Complaints (2006), Stage 3.
pub const REVIEW_PANEL_INVITATIONS_SENT: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelInvitations,
    title: "Tell everybody the date and place of the panel",
    length: Length::WorkingDays(WorkingDays(10)),
    runs_from: Milestone::ReviewPanelMeets,
    direction: Direction::Back,
    extendable_to: None,
    kind: Kind::Guidance,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("Getting the Best from Complaints (2006), Stage 3"),
    note: "Counted back, with the day of the meeting as day 0.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the panel sends its report by the end of this period.
///
/// Source: SI 2006/1738 reg 20(2).
pub const REVIEW_PANEL_REPORTS: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelReport,
    title: "Panel report sent",
    length: Length::WorkingDays(WorkingDays(5)),
    runs_from: Milestone::ReviewPanelMeets,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::PanelChair,
    source: Citation::read("SI 2006/1738 reg 20(2)"),
    note: "",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// Stage 3: the authority sends its response to the panel by the end of this period.
///
/// Source: SI 2006/1738 reg 20(3).
pub const REVIEW_PANEL_ANSWERED: TimeLimit = TimeLimit {
    id: LimitId::ReviewPanelResponse,
    title: "Response to the panel sent",
    length: Length::WorkingDays(WorkingDays(15)),
    runs_from: Milestone::ReviewPanelReportReceived,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::Director,
    source: Citation::read("SI 2006/1738 reg 20(3)"),
    note: "From receipt of the report, not from the meeting.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// A frozen representation may be made again within this time of the end of the proceedings.
///
/// Source: SI 2006/1738 reg 8(5).
pub const RESUBMITTED_AFTER_PROCEEDINGS: TimeLimit = TimeLimit {
    id: LimitId::Resubmission,
    title: "Complaint brought again after concurrent proceedings",
    length: Length::Years(1),
    runs_from: Milestone::ConcurrentProceedingsEnded,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Hard,
    owner: Owner::Complainant,
    source: Citation::to_be_checked("SI 2006/1738 reg 8(5)"),
    note: "",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};

/// A freeze is looked at again by the end of this period.
///
/// Source: none; a convention of this product.
pub const FREEZE_REVIEWED: TimeLimit = TimeLimit {
    id: LimitId::FreezeReview,
    title: "Look again at the freeze",
    length: Length::WorkingDays(WorkingDays(20)),
    runs_from: Milestone::FreezeNotified,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::Convention,
    owner: Owner::ComplaintsManager,
    source: Citation::read("convention of this record"),
    note: "No source demands it; a freeze nobody looks at is a stopped clock.",
    in_force: InForce::OPEN,
};

/// The annual report appears as soon as possible after the reporting year.
///
/// Source: SI 2006/1738 reg 13.
pub const ANNUAL_REPORT_PUBLISHED: TimeLimit = TimeLimit {
    id: LimitId::AnnualReport,
    title: "Annual report published",
    length: Length::Months(3),
    runs_from: Milestone::ReportingYearEnded,
    direction: Direction::Forward,
    extendable_to: None,
    kind: Kind::HardNoNumber,
    owner: Owner::ComplaintsManager,
    source: Citation::to_be_checked("SI 2006/1738 reg 13"),
    note: "As soon as possible after 31 March; 30 June is an alert.",
    in_force: InForce::since(REGULATIONS_IN_FORCE_FROM),
};
