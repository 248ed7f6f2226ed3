//! Facts: what the record holds for ever.
//!
//! A fact has a day on which it happened, an event, and what it does to the clocks. It holds codes,
//! dates and ids, and nothing personal: names and texts lie in the vault, and a fact points to them
//! with a [`crate::ids::Sealed`]. Stored events are never edited; a changed shape is a new schema
//! version and an upcast in [`Fact::from_stored`].

mod representation;
mod stored;

pub use representation::RepresentationRecorded;
pub use stored::UnreadableFact;
pub(crate) use stored::read_stored;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use statute::procedure::Route;
use statute::proof::Pause;

use crate::advocacy::{AdvocacyRecorded, AdvocateAppointed};
use crate::case::Stage;
use crate::clock::ClockChange;
use crate::closure::{AgreedRemedy, Closed, NoticeOfRights, Withdrawn};
use crate::ids::{AccountId, BatchId, PersonId, Sealed};
use crate::intake::{
    ConsentRecorded, Declined, DelayWeighed, EqualityFormSent, EqualityRecorded, InterestDecided,
    ProcedureChanged, ProcedureJudged,
};
use crate::investigation::{
    IndependentReport, InvestigationResponseSent, InvestigatorsAppointed, OfficerReport,
    StatementVersion,
};
use crate::learning::{
    AgreedAction, CarriedOutAction, ClosedAction, Debrief, Learned, ReplannedAction, ReviewedImpact,
};
use crate::local_resolution::{
    Activity, AnswerChecked, AnswerCompleted, Dissatisfaction, DraftHandedIn, EscalationRefused,
    ExtensionReason, HelperNamed, Instead, InvestigationRequested, LocalResolutionAnswered,
    MoreTimeAsked, MoreTimeRefused,
};
use crate::ombudsman::{EarlyReferral, OmbudsmanDecision, RemedyNumber};
use crate::organisation::PlaceCorrected;
use crate::people::{
    ContactProtected, ContactReleased, ContactRestricted, ProtectionLifted, RestrictionReviewed,
};
use crate::proceedings::{DeferralReviewed, PointsDeferred, ProceedingsEnded, Resubmitted};
use crate::registers::Overlap;
use crate::review_panel::{
    Attendance, PanelPaper, PanelReport, PanelResponse, ReviewPanelAppointed,
};
use crate::settings::Code;

/// One entry of a case's history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The day it happened, which may be before the day it was recorded.
    pub on: Date,
    /// What happened.
    pub event: Event,
    /// What it did to the time limits, as decided then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockChange>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    // intake
    /// A representation was received and recorded.
    RepresentationRecorded(Box<RepresentationRecorded>),
    /// The complainant was told that it was received, and how it will be handled.
    Acknowledged {
        /// Which leaflets they were given with it, from the authority's list; empty where that is not noted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        leaflets: Vec<Code>,
    },
    /// A manager was asked to answer.
    Assigned {
        /// Whose account.
        to: AccountId,
    },
    /// Somebody judged which procedure points belong to.
    ProcedureJudged(Box<ProcedureJudged>),
    /// The authority decided not to consider it under the procedure.
    Declined(Declined),
    /// It was sent to another route.
    ReferredElsewhere {
        /// The route, with its rule.
        route: Route,
        /// The reasons given, sealed.
        reasons: Sealed,
    },
    /// An equality monitoring form was filled in, or filled from the care record.
    EqualityRecorded(EqualityRecorded),
    /// An equality monitoring form was sent.
    EqualityFormSent(EqualityFormSent),

    /// It was decided whether somebody has sufficient interest in the child's welfare.
    InterestDecided(Box<InterestDecided>),
    /// It was decided whether points that came after the year are considered.
    DelayWeighed(Box<DelayWeighed>),
    /// A child's agreement to being complained for was recorded, or that none is needed.
    ConsentRecorded(ConsentRecorded),
    /// The complaint moved to the other procedure.
    ProcedureChanged(ProcedureChanged),

    /// The case came in with an import, as far as the entries before this one go.
    Imported {
        /// Which import.
        batch: BatchId,
    },
    /// The import it came in with was undone: the case was recorded in error.
    ImportUndone,

    // proceedings
    /// Points were deferred because of proceedings elsewhere.
    PointsDeferred(Box<PointsDeferred>),
    /// A deferral was looked at again.
    DeferralReviewed(DeferralReviewed),
    /// The proceedings ended, and the complainant was invited to resubmit.
    ProceedingsEnded(ProceedingsEnded),
    /// The complainant brought deferred points back.
    Resubmitted(Resubmitted),

    // advocacy
    /// What a child was told about advocates, and what they want.
    AdvocacyRecorded(AdvocacyRecorded),
    /// An advocate began to help a child.
    AdvocateAppointed(AdvocateAppointed),
    /// An advocate no longer helps a child.
    AdvocacyEnded {
        /// The child.
        person: PersonId,
        /// The advocate.
        advocate: PersonId,
    },

    // local_resolution
    /// Stage 1 was extended.
    LocalResolutionExtended {
        /// Why.
        reason: ExtensionReason,
        /// When the complainant was told, if they were.
        notified_on: Option<Date>,
    },
    /// Stage 1 was answered, by a response or by written terms.
    LocalResolutionAnswered(LocalResolutionAnswered),
    /// Stage 1 was left out, by agreement of both.
    LocalResolutionSkipped {
        /// The day the authority agreed.
        authority_agreed_on: Date,
        /// The day the complainant agreed.
        complainant_agreed_on: Date,
    },
    /// The complainant was told that Stage 2 is open without an answer.
    InvestigationOffered {
        /// What the letter said.
        notice: NoticeOfRights,
    },
    /// The complainant agreed to wait for a late answer.
    WaitAgreed {
        /// Until when.
        until: Date,
    },
    /// The complainant agreed in writing that the time to answer pauses.
    PauseAgreed {
        /// The days left out.
        pause: Pause,
    },
    /// A meeting, mediation or another way of resolving it was tried.
    ActivityRecorded(Activity),
    /// The complainant said that they are not content with an answer.
    DissatisfactionRecorded(Dissatisfaction),
    /// A request for the next stage was refused.
    EscalationRefused(EscalationRefused),
    /// Somebody was named to help with the answer, or does so no longer.
    HelperNamed(HelperNamed),
    /// A draft of the answer was handed in.
    DraftHandedIn(DraftHandedIn),
    /// Somebody else than its writer looked at a draft of the answer.
    AnswerChecked(AnswerChecked),
    /// What was not noted of the answer was added to its record.
    AnswerCompleted(AnswerCompleted),
    /// Whoever is to answer asked for more time.
    MoreTimeAsked(MoreTimeAsked),
    /// More time was asked for and is not given.
    MoreTimeRefused(MoreTimeRefused),
    /// The complainant asked for an independent investigation.
    InvestigationRequested(InvestigationRequested),
    /// The complainant took the request for the next stage back.
    RequestWithdrawn {
        /// Whether a meeting was held about it.
        after_meeting: bool,
        /// What was agreed to in its place, where that is no activity of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<Instead>,
    },

    // investigation
    /// The Investigating Officer and the Independent Person were appointed.
    InvestigatorsAppointed(InvestigatorsAppointed),
    /// Somebody was asked to review a corporate complaint.
    ReviewerAppointed {
        /// Whose account.
        reviewer: AccountId,
    },
    /// A version of the written statement of complaint was sent to the complainant.
    StatementSent(StatementVersion),
    /// The complainant commented on the statement.
    StatementCommented {
        /// What was said, sealed.
        comments: Sealed,
    },
    /// The complainant agreed the written statement of complaint, as it was sent last.
    StatementAgreed,
    /// Stage 2 was extended.
    InvestigationExtended {
        /// Why.
        reason: ExtensionReason,
        /// When the complainant was told, if they were.
        notified_on: Option<Date>,
    },
    /// The Investigating Officer's report came in.
    OfficerReported(OfficerReport),
    /// The Independent Person's report came in.
    IndependentPersonReported(IndependentReport),
    /// Both reports came in, of which no more is known.
    InvestigationReported,
    /// The adjudication and the reports were sent: the end of Stage 2.
    InvestigationResponseSent(InvestigationResponseSent),

    // review_panel
    /// The complainant asked for a Review Panel.
    ReviewPanelRequested {
        /// Why it was allowed although the time for asking had passed, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late_reasons: Option<Sealed>,
        /// Why they go on, as far as they said so of their own accord, from the authority's list.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reasons: Vec<Code>,
    },
    /// The panel's three people and its day were settled.
    ReviewPanelAppointed(ReviewPanelAppointed),
    /// Another day was settled for the panel.
    ReviewPanelRearranged {
        /// The new day.
        meets_on: Date,
        /// Why, sealed.
        reasons: Sealed,
        /// When the complainant agreed to a day after the limit.
        agreed_late_on: Option<Date>,
    },
    /// Everybody was told the day and place of the panel.
    ReviewPanelInvited,
    /// The panel's papers were sent.
    PanelPapersSent {
        /// Which.
        papers: Vec<PanelPaper>,
    },
    /// The panel met.
    ReviewPanelMet {
        /// Who was there; `None` where an old register does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attendance: Option<Attendance>,
    },
    /// The authority received the panel's report.
    ReviewPanelReported {
        /// When the panel sent it.
        sent_on: Date,
        /// What it says; `None` where an old register does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        report: Option<PanelReport>,
    },
    /// The director's response to the panel was sent.
    ReviewPanelResponseSent {
        /// What was answered; `None` where an old register does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        response: Option<PanelResponse>,
        /// What the letter said about the next right.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NoticeOfRights>,
    },

    // ombudsman
    /// The complaint went to the Ombudsman after Stage 2, without a panel and by agreement.
    ReferredEarly(EarlyReferral),
    /// The Ombudsman asked about the case or took it up.
    OmbudsmanCaseOpened {
        /// The Ombudsman's own reference, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reference: Option<Sealed>,
        /// Where the complaint stood; `None` where an old record does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stage: Option<Stage>,
    },
    /// The Ombudsman asked for a reply, or moved the day for it.
    OmbudsmanEnquired {
        /// The day the letter sets.
        reply_by: Date,
    },
    /// The Ombudsman's enquiry was answered.
    OmbudsmanEnquiryAnswered,
    /// The Ombudsman decided.
    OmbudsmanDecided(OmbudsmanDecision),
    /// A remedy the Ombudsman recommended was done.
    OmbudsmanRemedyDone {
        /// Which.
        remedy: RemedyNumber,
        /// Whether the evidence was sent.
        evidence: bool,
    },
    /// Everything the Ombudsman recommended was done.
    OmbudsmanComplied,
    /// The authority replied to a public report.
    OmbudsmanReportAnswered {
        /// When members considered it.
        considered_on: Date,
    },

    // registers
    /// An enquiry was answered.
    EnquiryAnswered {
        /// Working days from receipt to answer.
        took: u16,
        /// What came of a general enquiry, from the authority's list; `None` where an old register does not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Code>,
    },
    /// Somebody judged whether an enquiry is from a person who complains or complained.
    OverlapNoted(Overlap),
    /// A subject access request was given longer.
    SubjectAccessExtended {
        /// The new last day.
        to: Date,
        /// The reasons the person was given, sealed.
        reasons: Sealed,
        /// When the person was told, if they were.
        told_on: Option<Date>,
    },

    // calendar
    /// Due dates were counted again because the days that count have changed.
    DeadlinesRecomputed {
        /// The version of the calendar they were counted by.
        calendar: String,
        /// Why, sealed.
        reason: Sealed,
    },

    // organisation
    /// Where a complaint belongs was corrected.
    PlaceCorrected(Box<PlaceCorrected>),

    // people
    /// How somebody contacts the authority was restricted.
    ContactRestricted(Box<ContactRestricted>),
    /// A restriction on contact was looked at again.
    RestrictionReviewed(Box<RestrictionReviewed>),
    /// A person’s contact was protected.
    ContactProtected(Box<ContactProtected>),
    /// A protection was lifted.
    ProtectionLifted(Box<ProtectionLifted>),
    /// A protected contact was shown once, for somebody who needs it.
    ContactReleased(Box<ContactReleased>),

    // closure
    /// The authority agreed to put a wrong right.
    RemedyAgreed(Box<AgreedRemedy>),
    /// An agreed remedy was carried out or paid.
    RemedyCarriedOut {
        /// Which, numbered within the case.
        remedy: RemedyNumber,
    },
    /// The complainant withdrew the complaint.
    Withdrawn(Withdrawn),
    /// The case was closed.
    Closed(Closed),

    // learning
    /// What the closed case taught was written down.
    ReportedBack {
        /// What.
        learned: Learned,
    },
    /// A corrective action was agreed.
    ActionAgreed(Box<AgreedAction>),
    /// Another day was set for a corrective action.
    ActionReplanned(ReplannedAction),
    /// A corrective action was carried out.
    ActionCarriedOut(CarriedOutAction),
    /// Somebody else checked that a corrective action was carried out.
    ActionClosed(ClosedAction),
    /// The effect of a corrective action was looked at.
    ImpactReviewed(ReviewedImpact),
    /// Those concerned talked over what the complaint taught.
    DebriefHeld(Box<Debrief>),
}

/// The version of the shape in which facts are stored today.
pub const SCHEMA: u16 = 1;

impl Event {
    /// The name of every event, as stored.
    pub const NAMES: &[&'static str] = &[
        "representation_recorded",
        "acknowledged",
        "assigned",
        "procedure_judged",
        "declined",
        "referred_elsewhere",
        "equality_recorded",
        "equality_form_sent",
        "interest_decided",
        "delay_weighed",
        "consent_recorded",
        "procedure_changed",
        "imported",
        "import_undone",
        "points_deferred",
        "deferral_reviewed",
        "proceedings_ended",
        "resubmitted",
        "advocacy_recorded",
        "advocate_appointed",
        "advocacy_ended",
        "local_resolution_extended",
        "local_resolution_answered",
        "local_resolution_skipped",
        "investigation_offered",
        "wait_agreed",
        "pause_agreed",
        "activity_recorded",
        "dissatisfaction_recorded",
        "escalation_refused",
        "helper_named",
        "draft_handed_in",
        "answer_checked",
        "answer_completed",
        "more_time_asked",
        "more_time_refused",
        "investigation_requested",
        "request_withdrawn",
        "investigators_appointed",
        "reviewer_appointed",
        "statement_sent",
        "statement_commented",
        "statement_agreed",
        "investigation_extended",
        "officer_reported",
        "independent_person_reported",
        "investigation_reported",
        "investigation_response_sent",
        "review_panel_requested",
        "review_panel_appointed",
        "review_panel_rearranged",
        "review_panel_invited",
        "panel_papers_sent",
        "review_panel_met",
        "review_panel_reported",
        "review_panel_response_sent",
        "referred_early",
        "ombudsman_case_opened",
        "ombudsman_enquired",
        "ombudsman_enquiry_answered",
        "ombudsman_decided",
        "ombudsman_remedy_done",
        "ombudsman_complied",
        "ombudsman_report_answered",
        "enquiry_answered",
        "overlap_noted",
        "subject_access_extended",
        "remedy_agreed",
        "remedy_carried_out",
        "deadlines_recomputed",
        "place_corrected",
        "contact_restricted",
        "restriction_reviewed",
        "contact_protected",
        "protection_lifted",
        "contact_released",
        "withdrawn",
        "closed",
        "reported_back",
        "action_agreed",
        "action_replanned",
        "action_carried_out",
        "action_closed",
        "impact_reviewed",
        "debrief_held",
    ];

    /// The name under which the event is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::RepresentationRecorded(_) => "representation_recorded",
            Self::Acknowledged { .. } => "acknowledged",
            Self::Assigned { .. } => "assigned",
            Self::ProcedureJudged(_) => "procedure_judged",
            Self::Declined(_) => "declined",
            Self::ReferredElsewhere { .. } => "referred_elsewhere",
            Self::EqualityRecorded(_) => "equality_recorded",
            Self::EqualityFormSent(_) => "equality_form_sent",
            Self::InterestDecided(_) => "interest_decided",
            Self::DelayWeighed(_) => "delay_weighed",
            Self::ConsentRecorded(_) => "consent_recorded",
            Self::ProcedureChanged(_) => "procedure_changed",
            Self::Imported { .. } => "imported",
            Self::ImportUndone => "import_undone",
            Self::PointsDeferred(_) => "points_deferred",
            Self::DeferralReviewed(_) => "deferral_reviewed",
            Self::ProceedingsEnded(_) => "proceedings_ended",
            Self::Resubmitted(_) => "resubmitted",
            Self::AdvocacyRecorded(_) => "advocacy_recorded",
            Self::AdvocateAppointed(_) => "advocate_appointed",
            Self::AdvocacyEnded { .. } => "advocacy_ended",
            Self::LocalResolutionExtended { .. } => "local_resolution_extended",
            Self::LocalResolutionAnswered(_) => "local_resolution_answered",
            Self::LocalResolutionSkipped { .. } => "local_resolution_skipped",
            Self::InvestigationOffered { .. } => "investigation_offered",
            Self::WaitAgreed { .. } => "wait_agreed",
            Self::PauseAgreed { .. } => "pause_agreed",
            Self::ActivityRecorded(_) => "activity_recorded",
            Self::DissatisfactionRecorded(_) => "dissatisfaction_recorded",
            Self::EscalationRefused(_) => "escalation_refused",
            Self::HelperNamed(_) => "helper_named",
            Self::DraftHandedIn(_) => "draft_handed_in",
            Self::AnswerChecked(_) => "answer_checked",
            Self::AnswerCompleted(_) => "answer_completed",
            Self::MoreTimeAsked(_) => "more_time_asked",
            Self::MoreTimeRefused(_) => "more_time_refused",
            Self::InvestigationRequested(_) => "investigation_requested",
            Self::RequestWithdrawn { .. } => "request_withdrawn",
            Self::InvestigatorsAppointed(_) => "investigators_appointed",
            Self::ReviewerAppointed { .. } => "reviewer_appointed",
            Self::StatementSent(_) => "statement_sent",
            Self::StatementCommented { .. } => "statement_commented",
            Self::StatementAgreed => "statement_agreed",
            Self::InvestigationExtended { .. } => "investigation_extended",
            Self::OfficerReported(_) => "officer_reported",
            Self::IndependentPersonReported(_) => "independent_person_reported",
            Self::InvestigationReported => "investigation_reported",
            Self::InvestigationResponseSent(_) => "investigation_response_sent",
            Self::ReviewPanelRequested { .. } => "review_panel_requested",
            Self::ReviewPanelAppointed(_) => "review_panel_appointed",
            Self::ReviewPanelRearranged { .. } => "review_panel_rearranged",
            Self::ReviewPanelInvited => "review_panel_invited",
            Self::PanelPapersSent { .. } => "panel_papers_sent",
            Self::ReviewPanelMet { .. } => "review_panel_met",
            Self::ReviewPanelReported { .. } => "review_panel_reported",
            Self::ReviewPanelResponseSent { .. } => "review_panel_response_sent",
            Self::ReferredEarly(_) => "referred_early",
            Self::OmbudsmanCaseOpened { .. } => "ombudsman_case_opened",
            Self::OmbudsmanEnquired { .. } => "ombudsman_enquired",
            Self::OmbudsmanEnquiryAnswered => "ombudsman_enquiry_answered",
            Self::OmbudsmanDecided(_) => "ombudsman_decided",
            Self::OmbudsmanRemedyDone { .. } => "ombudsman_remedy_done",
            Self::OmbudsmanComplied => "ombudsman_complied",
            Self::OmbudsmanReportAnswered { .. } => "ombudsman_report_answered",
            Self::EnquiryAnswered { .. } => "enquiry_answered",
            Self::OverlapNoted(_) => "overlap_noted",
            Self::SubjectAccessExtended { .. } => "subject_access_extended",
            Self::RemedyAgreed(_) => "remedy_agreed",
            Self::RemedyCarriedOut { .. } => "remedy_carried_out",
            Self::DeadlinesRecomputed { .. } => "deadlines_recomputed",
            Self::PlaceCorrected(_) => "place_corrected",
            Self::ContactRestricted(_) => "contact_restricted",
            Self::RestrictionReviewed(_) => "restriction_reviewed",
            Self::ContactProtected(_) => "contact_protected",
            Self::ProtectionLifted(_) => "protection_lifted",
            Self::ContactReleased(_) => "contact_released",
            Self::Withdrawn(_) => "withdrawn",
            Self::Closed(_) => "closed",
            Self::ReportedBack { .. } => "reported_back",
            Self::ActionAgreed(_) => "action_agreed",
            Self::ActionReplanned(_) => "action_replanned",
            Self::ActionCarriedOut(_) => "action_carried_out",
            Self::ActionClosed(_) => "action_closed",
            Self::ImpactReviewed(_) => "impact_reviewed",
            Self::DebriefHeld(_) => "debrief_held",
        }
    }
}
