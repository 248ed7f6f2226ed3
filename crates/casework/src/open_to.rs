//! Whether a case is open to an action at all, whatever its particulars.

use jiff::civil::Date;

use crate::action::Action;
use crate::case::Case;
use crate::intake::RepresentationKind;
use crate::learning::ActionState;
use crate::refusal::{NotYet, Refusal};

impl Case {
    /// What stands against an action before anybody has said how and when: the stage it belongs to is past, not
    /// reached or answered, or the case has ended. `decide` asks this and the rest; what it accepts is never
    /// refused here.
    ///
    /// # Errors
    ///
    /// The [`Refusal`] that any particulars would meet.
    pub fn open_to(&self, action: Action) -> Result<(), Refusal> {
        let label = action.label();
        match action {
            Action::RecordComplaint
            | Action::RecordContact
            | Action::TakeContact
            | Action::SendEqualityForm
            | Action::RecordEquality
            | Action::RecordAdvocacy
            | Action::AppointAdvocate
            | Action::EndAdvocacy
            | Action::AgreeRemedy
            | Action::CarryOutRemedy
            | Action::AnswerEnquiry => Ok(()),
            Action::ProtectContact | Action::LiftProtection | Action::ReleaseContact => {
                self.open_to_protection(action)
            }
            Action::RecordAsComplaint | Action::RecordAsContact => self.to_sort(label),
            Action::ReportBack => self.closed_without_a_lesson(label).map(|_| ()),
            Action::RecordDissatisfaction => self.answered_and_talked_about().map(|_| ()),
            Action::NoteOverlap => self.open_to_overlaps(),
            Action::ExtendSubjectAccess => self.subject_access_unanswered(),
            Action::Assign | Action::Close | Action::RecomputeDeadlines => self.still_open(),
            Action::ReferElsewhere if self.representation.kind.is_passed_on() => {
                self.still_running()
            }
            Action::NameHelper
            | Action::AskForTime
            | Action::RefuseMoreTime
            | Action::HandInDraft
            | Action::ExtendLocalResolution
            | Action::OfferInvestigation
            | Action::AgreeToWait
            | Action::SkipLocalResolution
            | Action::Respond
            | Action::Resolve
            | Action::Decline
            | Action::ReferElsewhere => self.not_yet_answered(label),
            Action::AppointInvestigators
            | Action::AppointReviewer
            | Action::SendStatement
            | Action::RecordStatementComments
            | Action::AgreeStatement
            | Action::ExtendInvestigation
            | Action::ReceiveOfficerReport
            | Action::ReceiveIndependentReport
            | Action::ReceiveReports
            | Action::SendAdjudication => self.at_investigation(label).map(|_| ()),
            Action::AppointReviewPanel
            | Action::InviteToReviewPanel
            | Action::SendPanelPapers
            | Action::RearrangeReviewPanel
            | Action::HoldReviewPanel
            | Action::ReceivePanelReport
            | Action::SendPanelResponse => self.at_review_panel(label).map(|_| ()),
            Action::CompleteAnswer => self.answer_to_complete(label).map(drop),
            Action::CheckAnswer => self.draft_to_check().map(drop),
            Action::RequestInvestigation => self.open_to_stage_2(label),
            Action::RequestReviewPanel => self.open_to_stage_3(label).map(|_| ()),
            Action::RefuseEscalation => self.still_in_the_procedure(label),
            Action::Acknowledge
            | Action::WithdrawRequest
            | Action::AgreePause
            | Action::DeferPoints
            | Action::ReviewDeferral
            | Action::EndProceedings
            | Action::Resubmit
            | Action::Withdraw => {
                self.complaint(label)?;
                self.still_running()
            }
            Action::JudgeProcedure
            | Action::DecideInterest
            | Action::WeighDelay
            | Action::RecordConsent
            | Action::ChangeProcedure
            | Action::RecordActivity
            | Action::ReferEarly
            | Action::RecordOmbudsmanCase
            | Action::RecordOmbudsmanEnquiry
            | Action::AnswerOmbudsmanEnquiry
            | Action::RecordOmbudsmanDecision
            | Action::RecordRemedyDone
            | Action::RecordCompliance
            | Action::AnswerOmbudsmanReport
            | Action::RestrictContact
            | Action::CorrectPlace
            | Action::AgreeAction => self.complaint(label),
            Action::HoldDebrief => self.may_be_debriefed(label).map(drop),
            Action::ReplanAction | Action::CarryOutAction => {
                self.has_a_corrective_action(ActionState::ToDo, action)
            }
            Action::CloseAction => self.has_a_corrective_action(ActionState::ToCheck, action),
            Action::ReviewImpact => self.has_an_effect_to_review(action),
            Action::ReviewRestriction => self.open_to_review(label),
        }
    }
}

impl Case {
    /// Refuses where Stage 2 was asked for, or the complaint has left the procedure.
    pub(crate) fn open_to_stage_2(&self, label: &'static str) -> Result<(), Refusal> {
        self.still_in_the_procedure(label)?;
        match &self.investigation {
            Some(stage) => Err(Refusal::AlreadyDone {
                what: "the request for Stage 2",
                on: stage.requested_on,
            }),
            None => Ok(()),
        }
    }

    /// The day of the Stage 2 answer, after which a panel can be asked for; refuses where one was, or there is none.
    pub(crate) fn open_to_stage_3(&self, label: &'static str) -> Result<Date, Refusal> {
        self.still_in_the_procedure(label)?;
        if let Some(panel) = &self.review_panel {
            return Err(Refusal::AlreadyDone {
                what: "the request for a Review Panel",
                on: panel.requested_on,
            });
        }
        let second = self.investigation.as_ref();
        match second.and_then(|stage| stage.answered.as_ref()) {
            Some((on, _)) => Ok(*on),
            None => Err(Refusal::NotYet(NotYet::Answered)),
        }
    }

    /// Closing ends no right to go on; leaving the procedure does.
    fn still_in_the_procedure(&self, label: &'static str) -> Result<(), Refusal> {
        self.complaint(label)?;
        match &self.departure {
            Some(_) => self.still_running(),
            None => Ok(()),
        }
    }

    /// Refuses what is only for complaints.
    pub(crate) fn complaint(&self, action: &'static str) -> Result<(), Refusal> {
        match self.representation.kind {
            RepresentationKind::Complaint => Ok(()),
            RepresentationKind::Compliment
            | RepresentationKind::Comment
            | RepresentationKind::Enquiry
            | RepresentationKind::ElectedMemberEnquiry
            | RepresentationKind::AnonymousComplaint
            | RepresentationKind::ServiceRequest
            | RepresentationKind::SettledAtFirstContact
            | RepresentationKind::SubjectAccessRequest
            | RepresentationKind::InformalContact
            | RepresentationKind::HelplineContact
            | RepresentationKind::ContactToSort => Err(Refusal::WrongKind {
                action,
                wanted: "complaints",
                is: self.representation.kind.label(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::action::Action;
    use crate::refusal::{NotYet, Refusal};
    use crate::story::{given, record_complaint, respond};

    #[test]
    fn what_is_past_or_not_reached_says_so_before_anything_is_filled_in() {
        let answered = given([record_complaint(), respond("2015-04-10")]);
        let case = answered.case().expect("it is recorded");
        let past = case.open_to(Action::ExtendLocalResolution);
        assert_eq!(
            past.map_err(|refusal| refusal.to_string()),
            Err("the Stage 1 answer was already recorded on 10 April 2015".to_owned())
        );
        assert_eq!(
            case.open_to(Action::SendStatement),
            Err(Refusal::NotYet(NotYet::Asked))
        );
        assert_eq!(
            case.open_to(Action::RequestReviewPanel),
            Err(Refusal::NotYet(NotYet::Answered))
        );
        assert_eq!(case.open_to(Action::RequestInvestigation), Ok(()));
        assert_eq!(case.open_to(Action::Close), Ok(()));
    }
}
