//! The parts of the exploration: which actions are tried together.

use casework::action::Action;
use casework::case::Case;
use casework::intake::RepresentationKind;
use casework::state::State;

/// What is tried together. Everything with everything would be millions of shapes that say nothing new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Who may complain, in time, and under which procedure.
    Intake,
    /// The stages in full, as if there were nothing else.
    Procedure,
    /// Stage 2 in full: the statement, the two reports, the adjudication.
    Investigation,
    /// Points deferred because of proceedings, at every stage.
    Proceedings,
    /// What is recorded beside the stages: judgements, advocates, forms, remedies.
    Beside,
    /// The Ombudsman, at every stage.
    Ombudsman,
    /// A complainant’s contact restricted or protected, at every stage.
    People,
    /// What a case taught and what is done about it, at every stage.
    Learning,
    /// How the Stage 1 answer is got ready, until it is sent.
    Answer,
}

impl Part {
    pub(crate) const ALL: [Self; 9] = [
        Self::Intake,
        Self::Procedure,
        Self::Investigation,
        Self::Proceedings,
        Self::Beside,
        Self::Ombudsman,
        Self::People,
        Self::Learning,
        Self::Answer,
    ];

    /// What a contact is sorted into goes the way of what was recorded so from the start.
    fn sorts(self, case: &Case) -> bool {
        self == Self::Intake && case.representation.kind == RepresentationKind::ContactToSort
    }

    /// What goes on beside getting the answer ready, and ends it.
    fn tries_with_the_answer(self, action: Action) -> bool {
        let tried = matches!(
            action,
            Action::Acknowledge | Action::Assign | Action::Respond | Action::Resolve
        );
        self == Self::Answer && tried
    }

    /// Whether an action is tried in this part; what leads from stage to stage is tried in each.
    pub(super) fn tries(self, action: Action, case: &Case) -> bool {
        if self.tries_with_the_answer(action) {
            return true;
        }
        match action {
            Action::RecordAsComplaint | Action::RecordAsContact => self.sorts(case),
            Action::DecideInterest | Action::WeighDelay | Action::ChangeProcedure => {
                self == Self::Intake
            }
            // One deferral, one case at the Ombudsman with one enquiry, one refusal of the next stage: a
            // second runs as the first did.
            Action::DeferPoints => self == Self::Proceedings && case.deferrals.is_empty(),
            Action::ReviewDeferral | Action::EndProceedings | Action::Resubmit => {
                self == Self::Proceedings
            }
            Action::RecordOmbudsmanCase => self == Self::Ombudsman && case.ombudsman.is_empty(),
            Action::RecordOmbudsmanEnquiry => self == Self::Ombudsman && never_enquired(case),
            Action::AnswerOmbudsmanEnquiry
            | Action::RecordOmbudsmanDecision
            | Action::RecordRemedyDone
            | Action::RecordCompliance
            | Action::AnswerOmbudsmanReport
            | Action::ReferEarly => self == Self::Ombudsman,
            Action::RefuseEscalation => {
                self == Self::Procedure && case.refused_escalations.is_empty()
            }
            Action::NameHelper
            | Action::AskForTime
            | Action::RefuseMoreTime
            | Action::HandInDraft
            | Action::CheckAnswer
            | Action::CompleteAnswer => self == Self::Answer,
            Action::ExtendLocalResolution
            | Action::OfferInvestigation
            | Action::AgreeToWait
            | Action::SkipLocalResolution
            | Action::ExtendInvestigation
            | Action::InviteToReviewPanel
            | Action::SendPanelPapers
            | Action::RearrangeReviewPanel => self == Self::Procedure,
            Action::WithdrawRequest => matches!(self, Self::Procedure | Self::Proceedings),
            Action::AgreeStatement => matches!(self, Self::Procedure | Self::Investigation),
            Action::SendStatement => self == Self::Investigation && few_statements(case),
            Action::RecordStatementComments
            | Action::ReceiveOfficerReport
            | Action::ReceiveIndependentReport => self == Self::Investigation,
            Action::ExtendSubjectAccess | Action::NoteOverlap => {
                self == Self::Beside && case.representation.kind != RepresentationKind::Complaint
            }
            Action::RecordActivity => self == Self::Beside && case.activities.is_empty(),
            Action::RecordDissatisfaction => self == Self::Beside && !told_of_dissatisfaction(case),
            // One restriction, and one review of it, whatever came of that; or one protection, released or lifted again.
            Action::RestrictContact | Action::ProtectContact => {
                self == Self::People && case.restrictions.is_empty() && case.protections.is_empty()
            }
            Action::ReviewRestriction => self == Self::People && never_reviewed(case),
            Action::LiftProtection | Action::ReleaseContact => self == Self::People,
            Action::Assign
            | Action::AgreePause
            | Action::SendEqualityForm
            | Action::RecordEquality
            | Action::RecordAdvocacy
            | Action::AppointAdvocate
            | Action::EndAdvocacy
            | Action::RecordConsent
            | Action::JudgeProcedure
            | Action::CorrectPlace
            | Action::RecomputeDeadlines
            | Action::AgreeRemedy
            | Action::CarryOutRemedy => self == Self::Beside,
            // One corrective action where something was answered or has ended, planned anew and looked at again once.
            Action::AgreeAction => {
                self == Self::Learning && case.corrective_actions.is_empty() && answered(case)
            }
            Action::ReplanAction => self == Self::Learning && never_replanned(case),
            Action::ReviewImpact => self == Self::Learning && seldom_reviewed(case),
            Action::HoldDebrief => self == Self::Learning && case.debriefs.is_empty(),
            Action::CarryOutAction | Action::CloseAction | Action::ReportBack => {
                self == Self::Learning
            }
            Action::RecordComplaint
            | Action::RecordContact
            | Action::TakeContact
            | Action::Acknowledge
            | Action::Decline
            | Action::ReferElsewhere
            | Action::Respond
            | Action::Resolve
            | Action::RequestInvestigation
            | Action::AppointInvestigators
            | Action::AppointReviewer
            | Action::ReceiveReports
            | Action::SendAdjudication
            | Action::RequestReviewPanel
            | Action::AppointReviewPanel
            | Action::HoldReviewPanel
            | Action::ReceivePanelReport
            | Action::SendPanelResponse
            | Action::AnswerEnquiry
            | Action::Withdraw
            | Action::Close => self != Self::Answer,
        }
    }
}

fn never_enquired(case: &Case) -> bool {
    case.ombudsman.iter().all(|at| at.enquiries.is_empty())
}

fn never_reviewed(case: &Case) -> bool {
    let mut restrictions = case.restrictions.iter();
    restrictions.all(|each| each.reviews.is_empty())
}

fn never_replanned(case: &Case) -> bool {
    let mut actions = case.corrective_actions.iter();
    actions.all(|each| each.replanned.is_empty())
}

/// Whether the effect of no corrective action was looked at twice.
fn seldom_reviewed(case: &Case) -> bool {
    let mut actions = case.corrective_actions.iter();
    actions.all(|each| each.impact.len() < 2)
}

/// Whether fewer than two statements of complaint were sent.
fn few_statements(case: &Case) -> bool {
    let sent = case.investigation.as_ref().map(|stage| &stage.statements);
    sent.is_none_or(|sent| sent.len() < 2)
}

/// Whether the complainant said that an answer did not content them.
fn told_of_dissatisfaction(case: &Case) -> bool {
    !case.dissatisfactions.is_empty()
}

/// Whether nothing is awaited from the authority at the moment.
fn answered(case: &Case) -> bool {
    matches!(
        case.state(),
        State::Stage1Answered
            | State::Stage2Answered
            | State::FinalResponse
            | State::Withdrawn
            | State::Closed
    )
}
