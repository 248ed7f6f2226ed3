//! Every action there is: what permits, pages and tests list, and how a command finds its `decide`.

use crate::advocacy::{AppointAdvocate, EndAdvocacy, RecordAdvocacy};
use crate::calendar::RecomputeDeadlines;
use crate::case::Case;
use crate::closure::{AgreeRemedy, CarryOutRemedy, Close, Withdraw};
use crate::event::Fact;
use crate::ids::AccountId;
use crate::intake::{
    Acknowledge, Assign, ChangeProcedure, DecideInterest, Decline, JudgeProcedure,
    RecordAsComplaint, RecordComplaint, RecordConsent, RecordEquality, ReferElsewhere,
    SendEqualityForm, TakeContact, WeighDelay,
};
use crate::investigation::{
    AgreeStatement, AppointInvestigators, AppointReviewer, ExtendInvestigation,
    ReceiveIndependentReport, ReceiveOfficerReport, ReceiveReports, RecordStatementComments,
    SendAdjudication, SendStatement,
};
use crate::law::Law;
use crate::learning::{
    AgreeAction, CarryOutAction, CloseAction, HoldDebrief, ReplanAction, ReportBack, ReviewImpact,
};
use crate::local_resolution::{
    AgreePause, AgreeToWait, AskForTime, CheckAnswer, CompleteAnswer, ExtendLocalResolution,
    HandInDraft, NameHelper, OfferInvestigation, RecordActivity, RecordDissatisfaction,
    RefuseEscalation, RefuseMoreTime, RequestInvestigation, Resolve, Respond, SkipLocalResolution,
    WithdrawRequest,
};
use crate::ombudsman::{
    AnswerOmbudsmanEnquiry, AnswerOmbudsmanReport, RecordCompliance, RecordOmbudsmanCase,
    RecordOmbudsmanDecision, RecordOmbudsmanEnquiry, RecordRemedyDone, ReferEarly,
};
use crate::organisation::CorrectPlace;
use crate::people::{
    LiftProtection, ProtectContact, ReleaseContact, RestrictContact, ReviewRestriction,
};
use crate::proceedings::{DeferPoints, EndProceedings, Resubmit, ReviewDeferral};
use crate::refusal::{NotYet, Refusal};
use crate::registers::{
    AnswerEnquiry, ExtendSubjectAccess, NoteOverlap, RecordAsContact, RecordContact,
};
use crate::review_panel::{
    AppointReviewPanel, HoldReviewPanel, InviteToReviewPanel, RearrangeReviewPanel,
    ReceivePanelReport, RequestReviewPanel, SendPanelPapers, SendPanelResponse,
};

/// As what a command names a colleague.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedAs {
    /// Somebody who handles cases and agrees to it, beside the one who records it.
    SecondPerson,
    /// Somebody senior who decided it.
    SeniorDecider,
    /// The director who approved it.
    Director,
}

macro_rules! actions {
    (opening { $($opening:ident = $ofile:literal, $olabel:literal;)+ }
     following { $($following:ident = $file:literal, $label:literal;)+ }) => {
        /// An action, without its particulars. The file of the same name decides it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $(#[doc = $olabel] $opening,)+
            $(#[doc = $label] $following,)+
        }

        impl Action {
            /// Every action.
            pub const ALL: &[Self] = &[$(Self::$opening,)+ $(Self::$following,)+];

            /// The name of its file on every floor.
            pub const fn file(self) -> &'static str {
                match self { $(Self::$opening => $ofile,)+ $(Self::$following => $file,)+ }
            }

            /// The words a page shows.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$opening => $olabel,)+ $(Self::$following => $label,)+ }
            }
        }

        /// An order to take an action, with its particulars.
        #[derive(Clone, Debug)]
        pub enum Command {
            $(#[doc = $olabel] $opening($opening),)+
            $(#[doc = $label] $following($following),)+
        }

        impl Command {
            /// Which action it orders.
            pub const fn action(&self) -> Action {
                match self {
                    $(Self::$opening(_) => Action::$opening,)+
                    $(Self::$following(_) => Action::$following,)+
                }
            }

            /// The colleagues it names whose role has to fit, which only the caller knows.
            pub fn named(&self) -> Vec<(NamedAs, AccountId)> {
                let decided = |by, director: Option<AccountId>| {
                    let director = director.map(|director| (NamedAs::Director, director));
                    std::iter::once((NamedAs::SeniorDecider, by)).chain(director).collect()
                };
                if let Self::RefuseEscalation(refuse) = self {
                    vec![(NamedAs::SecondPerson, refuse.agreed_by)]
                } else if let Self::RestrictContact(restrict) = self {
                    decided(restrict.decided_by, restrict.approved_by_director)
                } else if let Self::ReviewRestriction(review) = self {
                    decided(review.decided_by, review.approved_by_director)
                } else {
                    Vec::new()
                }
            }

            /// Decides the command for a case, or for a case yet to be opened.
            ///
            /// # Errors
            ///
            /// The [`Refusal`] of the action.
            pub fn decide(&self, case: Option<&Case>, law: &Law<'_>) -> Result<Vec<Fact>, Refusal> {
                match (self, case) {
                    $((Self::$opening(command), None) => command.decide(law),)+
                    $((Self::$following(command), Some(case)) => command.decide(case, law),)+
                    $((Self::$opening(_), Some(case)) => {
                        Err(Refusal::AlreadyDone { what: "this case", on: case.received_on })
                    })+
                    $((Self::$following(_), None) => Err(Refusal::NotYet(NotYet::Recorded)),)+
                }
            }
        }

        $(impl From<$opening> for Command {
            fn from(command: $opening) -> Self {
                Self::$opening(command)
            }
        })+
        $(impl From<$following> for Command {
            fn from(command: $following) -> Self {
                Self::$following(command)
            }
        })+
    };
}

actions! {
    opening {
    RecordComplaint = "record_complaint", "Record a complaint";
    RecordContact = "record_contact", "Record a compliment, comment or enquiry";
    TakeContact = "take_contact", "Take down a call or message to sort";
    }
    following {
    RecordAsComplaint = "record_as_complaint", "Record it as a complaint";
    RecordAsContact = "record_as_contact", "Record it as something else";
    Acknowledge = "acknowledge", "Acknowledge";
    Assign = "assign", "Assign";
    JudgeProcedure = "judge_procedure", "Judge which procedure applies";
    Decline = "decline", "Decline to consider";
    ReferElsewhere = "refer_elsewhere", "Refer elsewhere";
    DecideInterest = "decide_interest", "Decide on sufficient interest";
    WeighDelay = "weigh_delay", "Weigh the delay";
    RecordConsent = "record_consent", "Record a child’s agreement";
    ChangeProcedure = "change_procedure", "Move to the other procedure";
    DeferPoints = "defer_points", "Defer points because of proceedings";
    ReviewDeferral = "review_deferral", "Review the deferral";
    EndProceedings = "end_proceedings", "Record the end of the proceedings";
    Resubmit = "resubmit", "Record resubmitted points";
    SendEqualityForm = "send_equality_form", "Send an equality form";
    RecordEquality = "record_equality", "Record an equality form";
    RecordAdvocacy = "record_advocacy", "Record what a child was told of advocacy";
    AppointAdvocate = "appoint_advocate", "Record a child’s advocate";
    EndAdvocacy = "end_advocacy", "End an advocate’s help";
    ExtendLocalResolution = "extend_local_resolution", "Extend Stage 1";
    OfferInvestigation = "offer_investigation", "Offer Stage 2 without an answer";
    AgreeToWait = "agree_to_wait", "Agree to wait for the answer";
    AgreePause = "agree_pause", "Agree a pause in writing";
    SkipLocalResolution = "skip_local_resolution", "Go to Stage 2 at once";
    RecordActivity = "record_activity", "Record a meeting, mediation or review";
    NameHelper = "name_helper", "Name who helps with the answer";
    AskForTime = "ask_for_time", "Ask for more time";
    RefuseMoreTime = "refuse_more_time", "Refuse more time";
    HandInDraft = "hand_in_draft", "Hand in a draft of the answer";
    CheckAnswer = "check_answer", "Check the draft answer";
    Respond = "respond", "Send the Stage 1 response";
    CompleteAnswer = "complete_answer", "Complete the record of the answer";
    Resolve = "resolve", "Resolve with written terms";
    RequestInvestigation = "request_investigation", "Escalate to Stage 2";
    WithdrawRequest = "withdraw_request", "Take back the request for Stage 2";
    RecordDissatisfaction = "record_dissatisfaction", "Record dissatisfaction with the answer";
    RefuseEscalation = "refuse_escalation", "Refuse the next stage";
    AppointInvestigators = "appoint_investigators", "Appoint the investigators";
    AppointReviewer = "appoint_reviewer", "Appoint a reviewer";
    SendStatement = "send_statement", "Send the statement of complaint";
    RecordStatementComments = "record_statement_comments", "Record comments on the statement";
    AgreeStatement = "agree_statement", "Agree the statement of complaint";
    ExtendInvestigation = "extend_investigation", "Extend Stage 2";
    ReceiveOfficerReport = "receive_officer_report", "Receive the Investigating Officer’s report";
    ReceiveIndependentReport = "receive_independent_report", "Receive the Independent Person’s report";
    ReceiveReports = "receive_reports", "Receive the investigation reports";
    SendAdjudication = "send_adjudication", "Send the Stage 2 answer";
    RequestReviewPanel = "request_review_panel", "Escalate to Stage 3";
    AppointReviewPanel = "appoint_review_panel", "Appoint the Review Panel";
    InviteToReviewPanel = "invite_to_review_panel", "Invite everybody to the panel";
    SendPanelPapers = "send_panel_papers", "Send the panel papers";
    RearrangeReviewPanel = "rearrange_review_panel", "Settle another day for the panel";
    HoldReviewPanel = "hold_review_panel", "Record the panel’s meeting";
    ReceivePanelReport = "receive_panel_report", "Receive the panel’s report";
    SendPanelResponse = "send_panel_response", "Send the response to the panel";
    ReferEarly = "refer_early", "Refer to the Ombudsman without a panel";
    RecordOmbudsmanCase = "record_ombudsman_case", "Record an Ombudsman case";
    RecordOmbudsmanEnquiry = "record_ombudsman_enquiry", "Record the Ombudsman’s enquiry";
    AnswerOmbudsmanEnquiry = "answer_ombudsman_enquiry", "Answer the Ombudsman’s enquiry";
    RecordOmbudsmanDecision = "record_ombudsman_decision", "Record the Ombudsman’s decision";
    RecordRemedyDone = "record_remedy_done", "Record a remedy as done";
    RecordCompliance = "record_compliance", "Record compliance with the Ombudsman’s decision";
    AnswerOmbudsmanReport = "answer_ombudsman_report", "Answer the Ombudsman’s public report";
    AnswerEnquiry = "answer_enquiry", "Answer the enquiry";
    NoteOverlap = "note_overlap", "Compare with people who complained";
    ExtendSubjectAccess = "extend_subject_access", "Extend a subject access request";
    AgreeRemedy = "agree_remedy", "Agree a remedy";
    CarryOutRemedy = "carry_out_remedy", "Record a remedy as carried out";
    CorrectPlace = "correct_place", "Correct the area, team or provider";
    RecomputeDeadlines = "recompute_deadlines", "Count the due dates again";
    RestrictContact = "restrict_contact", "Restrict how somebody contacts us";
    ReviewRestriction = "review_restriction", "Review a restriction on contact";
    ProtectContact = "protect_contact", "Protect somebody’s contact";
    LiftProtection = "lift_protection", "Lift a protection";
    ReleaseContact = "release_contact", "Release a protected contact";
    Withdraw = "withdraw", "Withdraw the complaint";
    Close = "close", "Close the case";
    ReportBack = "report_back", "Record what the case taught";
    AgreeAction = "agree_action", "Agree a corrective action";
    ReplanAction = "replan_action", "Set another day for a corrective action";
    CarryOutAction = "carry_out_action", "Record a corrective action as carried out";
    CloseAction = "close_action", "Check and close a corrective action";
    ReviewImpact = "review_impact", "Look at the effect of a corrective action";
    HoldDebrief = "hold_debrief", "Record a debrief";
    }
}
