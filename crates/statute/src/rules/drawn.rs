//! The rules that are drawn from tables of their own: legal grounds, routes and time limits.

use std::borrow::Cow;

use super::{Rule, RuleKind};
use crate::limits::{self, Direction, Kind, Length, LimitId, TimeLimit};
use crate::procedure::{LegalGround, Route};

/// Who may complain.
pub(super) fn grounds() -> Vec<Rule> {
    let rule = |ground: &LegalGround| Rule {
        id: ground.code(),
        title: Cow::Owned(format!("May complain: {}.", ground.title())),
        kind: RuleKind::Act,
        source: ground.source(),
        setting: None,
        note: "",
    };
    LegalGround::ALL.iter().map(rule).collect()
}

/// Where other matters go.
pub(super) fn routes() -> Vec<Rule> {
    let rule = |route: &Route| Rule {
        id: route.code(),
        title: Cow::Owned(format!(
            "When it is about {}, it goes to {}.",
            route.title(),
            route.goes_to()
        )),
        kind: kind_of_route(*route),
        source: route.source(),
        setting: None,
        note: "",
    };
    Route::ALL.iter().map(rule).collect()
}

/// By when what is due.
pub(super) fn time_limits() -> Vec<Rule> {
    let rule = |limit: &TimeLimit| Rule {
        id: limit.id.code(),
        title: Cow::Owned(format!("{}: {}.", limit.title, period(limit))),
        kind: kind_of_limit(limit.kind),
        source: limit.source,
        setting: setting_of(limit.id),
        note: limit.note,
    };
    limits::ALL.iter().map(rule).collect()
}

/// How long a limit is, in words.
fn period(limit: &TimeLimit) -> String {
    let most = limit
        .extendable_to
        .map(|longest| format!(", at most {longest}"))
        .unwrap_or_default();
    match (limit.length, limit.direction) {
        (Length::OnTheDay, _) => format!("on the day {}{most}", limit.runs_from),
        (length, Direction::Forward) => format!("{length} from when {}{most}", limit.runs_from),
        (length, Direction::Back) => format!("{length} before {}{most}", limit.runs_from),
    }
}

const fn kind_of_limit(kind: Kind) -> RuleKind {
    match kind {
        Kind::Hard | Kind::HardNoNumber => RuleKind::Act,
        Kind::Guidance | Kind::Advisory => RuleKind::Guidance,
        Kind::Local => RuleKind::Local,
        Kind::Ombudsman => RuleKind::Ombudsman,
        Kind::Convention => RuleKind::Convention,
    }
}

const fn kind_of_route(route: Route) -> RuleKind {
    match route {
        Route::Court
        | Route::DataProtection
        | Route::FreedomOfInformation
        | Route::SpecialEducationalNeeds
        | Route::AdultSocialCare => RuleKind::Act,
        Route::Staff => RuleKind::Guidance,
        Route::ChildProtection | Route::CourtReport => RuleKind::Ombudsman,
        Route::Safeguarding
        | Route::ChildProtectionConference
        | Route::Approval
        | Route::Crime
        | Route::School
        | Route::OtherBody
        | Route::Claim
        | Route::RegisteredProvider
        | Route::Whistleblowing => RuleKind::Local,
    }
}

const fn setting_of(limit: LimitId) -> Option<&'static str> {
    match limit {
        LimitId::Acknowledgement => Some("cfg.ack.stage1_wd"),
        LimitId::LocalResolution => Some("cfg.s1.local_target"),
        LimitId::InvestigationRequest => Some("cfg.s2.request_window_wd"),
        LimitId::InvestigationFromRequest | LimitId::InvestigationFromRecord => {
            Some("cfg.s2.start")
        }
        LimitId::ReviewPanelRequest => Some("cfg.s3.late"),
        LimitId::ReviewPanelMeets => Some("cfg.s3.panel_wd"),
        LimitId::ReviewPanelResponse => Some("cfg.s3.response_from"),
        LimitId::Learning => Some("cfg.learning.report_months"),
        LimitId::CouncillorEnquiry => Some("cfg.enquiry.answer_wd"),
        LimitId::CorporateAcknowledgement => Some("cfg.corp.ack_wd"),
        LimitId::CorporateResponse => Some("cfg.corp.s1_wd"),
        LimitId::CorporateReviewRequest => Some("cfg.corp.s2_request_wd"),
        LimitId::CorporateReviewAcknowledgement => Some("cfg.corp.s2_ack_wd"),
        LimitId::CorporateReviewResponse => Some("cfg.corp.s2_wd"),
        LimitId::MadeWithinAYear
        | LimitId::SufficientInterest
        | LimitId::AdvocacyInformation
        | LimitId::LocalResolutionExtension
        | LimitId::ResolutionTerms
        | LimitId::InvestigationAcknowledgement
        | LimitId::InvestigationRecord
        | LimitId::InvestigationExtension
        | LimitId::ReviewPanelAcknowledgement
        | LimitId::ReviewPanelChair
        | LimitId::ReviewPanelPapers
        | LimitId::ReviewPanelInvitations
        | LimitId::ReviewPanelReport
        | LimitId::Resubmission
        | LimitId::FreezeReview
        | LimitId::AnnualReport
        | LimitId::OmbudsmanComplaint
        | LimitId::OmbudsmanEnquiry
        | LimitId::OmbudsmanReport
        | LimitId::DataProtectionAcknowledgement
        | LimitId::SubjectAccess
        | LimitId::AgreedAction => None,
    }
}
