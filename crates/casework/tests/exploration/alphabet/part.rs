//! The parts of the exploration: which actions are tried together.

use casework::action::Action;
use casework::case::Case;

/// What is tried together. Everything with everything would be millions of shapes that say nothing new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The stages in full, as if there were no Ombudsman.
    Procedure,
    /// What is recorded beside the stages: judgements, advocates, forms, remedies.
    Beside,
    /// The Ombudsman, at every stage.
    Ombudsman,
}

impl Part {
    pub(crate) const ALL: [Self; 3] = [Self::Procedure, Self::Beside, Self::Ombudsman];

    /// Whether an action is tried in this part; what leads from stage to stage is tried in each.
    pub(super) fn tries(self, action: Action, case: &Case) -> bool {
        match action {
            // One case at the Ombudsman with one enquiry: a second runs as the first did.
            Action::RecordOmbudsmanCase => self == Self::Ombudsman && case.ombudsman.is_empty(),
            Action::RecordOmbudsmanEnquiry => {
                let mut cases = case.ombudsman.iter();
                self == Self::Ombudsman && cases.all(|at| at.enquiries.is_empty())
            }
            Action::AnswerOmbudsmanEnquiry
            | Action::RecordOmbudsmanDecision
            | Action::RecordRemedyDone
            | Action::RecordCompliance
            | Action::AnswerOmbudsmanReport
            | Action::ReferEarly => self == Self::Ombudsman,
            Action::ExtendLocalResolution
            | Action::ExtendInvestigation
            | Action::AgreeStatement
            | Action::InviteToReviewPanel
            | Action::SendPanelPapers
            | Action::RearrangeReviewPanel
            | Action::WithdrawRequest => self == Self::Procedure,
            Action::Assign
            | Action::RecordEquality
            | Action::RecordAdvocacy
            | Action::AppointAdvocate
            | Action::EndAdvocacy
            | Action::JudgeProcedure
            | Action::RecomputeDeadlines
            | Action::AgreeRemedy
            | Action::CarryOutRemedy => self == Self::Beside,
            Action::RecordComplaint
            | Action::RecordContact
            | Action::Acknowledge
            | Action::Decline
            | Action::ReferElsewhere
            | Action::Respond
            | Action::Resolve
            | Action::RequestInvestigation
            | Action::AppointInvestigators
            | Action::ReceiveReports
            | Action::SendAdjudication
            | Action::RequestReviewPanel
            | Action::AppointReviewPanel
            | Action::HoldReviewPanel
            | Action::ReceivePanelReport
            | Action::SendPanelResponse
            | Action::AnswerEnquiry
            | Action::Withdraw
            | Action::Close => true,
        }
    }
}
