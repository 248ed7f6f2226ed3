//! On what occasion an action is taken: what a case file lists together.

use casework::action::Action;

/// Why somebody would look for an action in a case file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// The case waits for it, or it is the ordinary next step.
    NextStep,
    /// Something was learned of the people in the case, or agreed with them.
    People,
    /// The complaint takes another way, or stands still.
    AnotherWay,
    /// The Ombudsman wrote.
    Ombudsman,
    /// Something is learned from it, and done about it.
    Learning,
}

impl Occasion {
    /// Those that are no next step, in the order a page lists them.
    pub const OTHERS: [Self; 4] = [
        Self::People,
        Self::AnotherWay,
        Self::Ombudsman,
        Self::Learning,
    ];

    /// The words a page shows.
    pub const fn label(self) -> &'static str {
        match self {
            Self::NextStep => "What can be done now",
            Self::People => "Children and other people",
            Self::AnotherWay => "When it takes another way",
            Self::Ombudsman => "When the Ombudsman writes",
            Self::Learning => "What is learned from it",
        }
    }

    /// On what occasion an action is taken.
    pub const fn of(action: Action) -> Self {
        match action {
            Action::RecordComplaint
            | Action::RecordContact
            | Action::TakeContact
            | Action::RecordAsComplaint
            | Action::RecordAsContact
            | Action::Acknowledge
            | Action::Assign
            | Action::JudgeProcedure
            | Action::DecideInterest
            | Action::WeighDelay
            | Action::ExtendLocalResolution
            | Action::OfferInvestigation
            | Action::AgreeToWait
            | Action::NameHelper
            | Action::AskForTime
            | Action::RefuseMoreTime
            | Action::HandInDraft
            | Action::CheckAnswer
            | Action::CompleteAnswer
            | Action::Respond
            | Action::Resolve
            | Action::RequestInvestigation
            | Action::AppointInvestigators
            | Action::AppointReviewer
            | Action::SendStatement
            | Action::RecordStatementComments
            | Action::AgreeStatement
            | Action::ExtendInvestigation
            | Action::ReceiveOfficerReport
            | Action::ReceiveIndependentReport
            | Action::ReceiveReports
            | Action::SendAdjudication
            | Action::RequestReviewPanel
            | Action::AppointReviewPanel
            | Action::InviteToReviewPanel
            | Action::SendPanelPapers
            | Action::RearrangeReviewPanel
            | Action::HoldReviewPanel
            | Action::ReceivePanelReport
            | Action::SendPanelResponse
            | Action::ReviewDeferral
            | Action::EndProceedings
            | Action::Resubmit
            | Action::AnswerOmbudsmanEnquiry
            | Action::RecordRemedyDone
            | Action::RecordCompliance
            | Action::AnswerOmbudsmanReport
            | Action::AnswerEnquiry
            | Action::ExtendSubjectAccess
            | Action::ReportBack
            | Action::CarryOutRemedy
            | Action::RecomputeDeadlines
            | Action::Close => Self::NextStep,
            Action::RecordAdvocacy
            | Action::AppointAdvocate
            | Action::EndAdvocacy
            | Action::RecordConsent
            | Action::SendEqualityForm
            | Action::RecordEquality
            | Action::RecordActivity
            | Action::RecordDissatisfaction
            | Action::AgreePause
            | Action::AgreeRemedy
            | Action::RestrictContact
            | Action::ReviewRestriction
            | Action::ProtectContact
            | Action::LiftProtection
            | Action::ReleaseContact
            | Action::NoteOverlap => Self::People,
            Action::Decline
            | Action::ReferElsewhere
            | Action::ChangeProcedure
            | Action::DeferPoints
            | Action::SkipLocalResolution
            | Action::WithdrawRequest
            | Action::RefuseEscalation
            | Action::ReferEarly
            | Action::CorrectPlace
            | Action::Withdraw => Self::AnotherWay,
            Action::RecordOmbudsmanCase
            | Action::RecordOmbudsmanEnquiry
            | Action::RecordOmbudsmanDecision => Self::Ombudsman,
            Action::AgreeAction
            | Action::ReplanAction
            | Action::CarryOutAction
            | Action::CloseAction
            | Action::ReviewImpact
            | Action::HoldDebrief => Self::Learning,
        }
    }
}
